"""Weekdays, days seen from today, parts of the day and hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from crossread.reading import calendar
from crossread.reading.times.days import calendar_day, month_day
from crossread.reading.times.grammar import Item, Match
from crossread.reading.times.meaning import Context, Maker, Meaning, dated, relative_year


def on_day(day: date | None, part: Item | None) -> Meaning | None:
    """A day, or with a part of it ("Friday night") a TIME."""
    if day is None:
        return None
    if part is None:
        return dated(calendar.period("day", day))
    suffix = f"T{part.value}"
    return Meaning("TIME", day.isoformat() + suffix, day, day, calendar.period("day", day))


def named_weekday(match: Match, context: Context) -> date | None:
    """The day that a weekday means: today itself counts, unless "last" or "next" exclude it."""
    item = match.get("wd")
    if item is None:
        return None
    weekday = int(item.value)
    if match.get("p", "f") and context.focus and context.focus.unit == "day":
        base = context.focus.first
        side = 1 if match.get("f") else -1
        return calendar.weekday_near(base + timedelta(days=side), weekday, direction=side)
    if match.get("l", "p"):
        return calendar.weekday_near(context.day - timedelta(days=1), weekday, direction=-1)
    if match.get("n", "f"):
        return calendar.weekday_near(context.day + timedelta(days=1), weekday, direction=1)
    if match.get("t"):
        return calendar.period("week", context.day).first + timedelta(days=weekday)
    return calendar.weekday_near(context.day, weekday, direction=context.direction or -1)


def weekday(match: Match, context: Context) -> Meaning | None:
    """A weekday; in a pasted passage that tells of another year, only that year is sure."""
    item = match.get("wd")
    if item is not None and context.pasted and context.story_year is not None and not match.get("l", "p", "n", "f", "t"):
        first, last = calendar.on(context.story_year), calendar.on(context.story_year, 12, 31)
        return Meaning("DATE", f"{context.story_year}-WXX-{int(item.value) + 1}", first, last, context.focus)
    found = on_day(named_weekday(match, context), match.get("pt"))
    hour = match.get("hr")
    if found and found.first and hour:
        return replace(found, type="TIME", value=f"{found.first.isoformat()}T{hour.value}")
    return found


def day_word(match: Match, context: Context) -> Meaning | None:
    item, hour = match.get("dw"), match.get("hr")
    day = calendar.days_from(context.day, int(item.value)) if item else None
    found = on_day(day, match.get("pt"))
    if found and day and hour:
        return replace(found, type="TIME", value=f"{day.isoformat()}T{hour.value}")
    return found


def part_of_day(match: Match, context: Context) -> Meaning | None:
    """ "the night of Friday", "mid-afternoon yesterday"; "late morning" of the day the story stands at."""
    part, word = match.get("pt"), match.get("dw")
    if word is not None:
        day = calendar.days_from(context.day, int(word.value))
    elif match.get("mo", "mo2"):
        found = calendar_day(match, context)
        day = found.first if found else None
    elif match.get("wd"):
        day = named_weekday(match, context)
    else:
        day = context.focus.first if context.focus and context.focus.unit == "day" else context.day
    return on_day(day, part) if day else None


def tonight(match: Match, context: Context) -> Meaning | None:
    item = match.get("tn")
    return on_day(context.day, item) if item else None


def relative_part(match: Match, context: Context) -> Meaning | None:
    """ "this morning", "last night", "the next morning", "that evening"."""
    part = match.get("pt")
    story = context.focus.first if context.focus and context.focus.unit == "day" else context.day
    if match.get("t"):
        day: date | None = context.day
    elif match.get("l"):
        day = calendar.days_from(context.day, -1)
    elif match.get("s"):
        day = story
    else:
        day = calendar.days_from(story, -1 if match.get("p") else 1)
    return on_day(day, part)


def clock(match: Match, context: Context) -> Meaning | None:
    """An hour of the day; the day is the one it names, else the one the story stands at, else the anchor."""
    hours = match.get("k", "h", "hr")
    if hours is None or (match.first == match.last and match.get("hr") is None and ":" not in hours.word):
        return None
    if match.get("k"):
        hour, minute = (int(part) for part in hours.word.split(":")[:2])
    elif match.get("hr"):
        hour, minute = int(str(hours.value)[:2]), 0
    else:
        hour, minute = int(hours.value), 0
    half, part = match.get("ap"), match.get("pt")
    afternoon = (half is not None and half.value == 12) or (part is not None and part.value in ("AF", "EV", "NI"))
    if (half or part) and not 1 <= hour <= 12 or hour > 24 or minute > 59:
        return None
    if afternoon and hour < 12:
        hour += 12
    elif half is not None and half.value == 0 and hour == 12:
        hour = 0
    word, month, number = match.get("dw"), match.get("mo", "mo2"), match.get("d", "d2")
    if word is not None:
        day = calendar.days_from(context.day, int(word.value))
    elif month is not None and number is not None:
        day = month_day(month, number, year=relative_year(match, context), context=context)
    elif match.get("wd"):
        day = named_weekday(match, context)
    else:
        day = context.focus.first if context.focus and context.focus.unit == "day" else context.day
    if day is None:
        return None
    return Meaning("TIME", f"{day.isoformat()}T{hour:02d}:{minute:02d}", day, day, calendar.period("day", day))


HOUR_MAKERS: Mapping[str, Maker] = {
    made.__name__: made for made in (weekday, day_word, part_of_day, tonight, relative_part, clock)
}

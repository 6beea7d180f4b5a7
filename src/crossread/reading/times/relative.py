"""Expressions that count from the day they are said on, or from the day the story stands at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from crossread.reading import calendar
from crossread.reading.calendar import Period, PeriodUnit
from crossread.reading.times.grammar import Item, Match
from crossread.reading.times.meaning import Context, Maker, Meaning, calendar_day, dated, month_day, relative_year, replace_focus, story_quarter

_SMALL = ("second", "minute", "hour")


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
        return calendar.weekday_near(base + timedelta(days=1 if match.get("f") else -1), weekday, direction=1 if match.get("f") else -1)
    if match.get("l", "p"):
        return calendar.weekday_near(context.day - timedelta(days=1), weekday, direction=-1)
    if match.get("n", "f"):
        return calendar.weekday_near(context.day + timedelta(days=1), weekday, direction=1)
    if match.get("t"):
        return calendar.period("week", context.day).first + timedelta(days=weekday)
    return calendar.weekday_near(context.day, weekday, direction=context.direction or -1)


def weekday(match: Match, context: Context) -> Meaning | None:
    """A weekday; in a story told of another year, only the year is sure."""
    item = match.get("wd")
    if item is not None and context.story_year is not None and not match.get("l", "p", "n", "f", "t"):
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
    """ "the night of Friday", "mid-afternoon yesterday"."""
    part, word = match.get("pt"), match.get("dw")
    if word is not None:
        day = calendar.days_from(context.day, int(word.value))
    elif match.get("mo", "mo2"):
        found = calendar_day(match, context)
        day = found.first if found else None
    elif match.get("wd"):
        day = named_weekday(match, context)
    else:
        day = None
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


def _base(match: Match, context: Context, unit: PeriodUnit) -> Period:
    """The period that "the following", "that", "the previous" count from: the story's where it has one."""
    relation = match.get("r", "f")
    own = relation is not None and relation.word in ("previous", "preceding", "prior", "following", "ensuing", "subsequent", "same", "that")
    if own and context.focus is not None:
        return calendar.period(unit, context.focus.last if relation and relation.value == 1 else context.focus.first)
    return calendar.period(unit, context.day)


def relative_period(match: Match, context: Context) -> Meaning | None:
    """ "last week", "this year", "the following month", "that day", "the past year"."""
    relation, item = match.get("r"), match.get("u")
    if relation is None or item is None or item.value in _SMALL:
        return None
    if isinstance(relation.value, str):
        if relation.word != "current":
            return None
        step = 0
    else:
        step = int(relation.value)
    unit = str(item.value)
    if unit in ("generation", "fortnight") or (unit == "day" and relation.word in ("last", "past")):
        return None
    if relation.word == "past" and unit in ("decade", "century"):
        return Meaning("DURATION", "P10Y" if unit == "decade" else "P100Y")
    if relation.word == "that" and context.focus is None:
        return None
    if relation.word == "latest":
        step = -1 if unit in ("quarter", "month") else 0
    kind = cast(PeriodUnit, unit)
    base = _base(match, context, kind)
    if unit == "weekend":
        base = calendar.period("weekend", context.day)
        if step == 0 and context.direction < 0 and base.first > context.day:
            step = -1
    return dated(calendar.shifted(base, step), match, context=context)


def bare_period(match: Match, context: Context) -> Meaning | None:
    """ "the end of the year", "the weekend", "the quarter", "the week"."""
    item = match.get("u")
    if item is None:
        return None
    unit = str(item.value)
    bounded = match.get("fz", "fz2", "rel0", "rel1") is not None
    if unit == "weekend":
        whole = calendar.period("weekend", context.day)
        past = context.direction <= 0 and context.day.weekday() < 5
        return dated(calendar.shifted(whole, -1) if past else whole, match)
    if unit == "quarter":
        if context.focus and context.focus.unit == "quarter":
            return dated(context.focus, match)
        return dated(calendar.shifted(calendar.period("quarter", context.day), -1), match) if not bounded else dated(
            calendar.period("quarter", context.day), match)
    if unit in ("year", "month", "week", "day", "decade", "century") and bounded:
        kind = cast(PeriodUnit, unit)
        if unit == "day" and not match.get("rel0", "rel1", "fz2"):
            return None
        own = context.focus is not None and context.focus.unit in ("day", "month", "week") and unit == "day"
        base = context.focus.first if own and context.focus else context.day
        return dated(calendar.period(kind, base), match, context=context)
    if unit in ("year", "week"):
        return dated(calendar.period(cast(PeriodUnit, unit), context.day), match)
    return None


def amount(match: Match) -> float | None:
    """How many units a match counts; `None` for "several"."""
    number, half = match.get("n"), match.get("h")
    value = 0.0
    if number is not None:
        value = float(number.value)
    elif match.get("c"):
        value = 2.0
    elif match.get("a") is not None:
        value = 1.0
    elif half is None:
        return None
    return value + (0.5 if half is not None else 0.0) + (0.5 if match.get("h2") else 0.0)


def moved_by(base: Period, *, unit: str, count: float, step: int) -> Period | None:
    """The period `count` units before (`step` -1) or after a period: as fine as the unit, and no finer than the base asks."""
    factor = {"fortnight": 2, "weekend": 1, "generation": 25}.get(unit, 1)
    kind = cast(PeriodUnit, {"fortnight": "week", "weekend": "week", "generation": "year"}.get(unit, unit))
    whole = calendar.period(kind, base.first)
    if count != int(count):
        if kind != "year":
            return None
        day = calendar.months_from(base.first, step * round(count * 12))
        return calendar.period("month", day) if day else None
    if abs(count) > 20000:
        return None
    if kind in ("decade", "century"):
        years = int(count) * (10 if kind == "decade" else 100)
        day = calendar.months_from(base.first, step * years * 12)
        return calendar.period("year", day) if day else None
    return calendar.shifted(whole, step * int(count) * factor)


def ago(match: Match, context: Context) -> Meaning | None:
    """ "two years ago" is a year, "six weeks ago" a week, "ten days ago" a day; "years ago" only lies in the past."""
    item = match.get("us", "u")
    if item is None:
        return None
    count, unit = amount(match), str(item.value)
    if unit in _SMALL:
        return Meaning("TIME", "PAST_REF" if count is None else context.day.isoformat(), context.day, context.day)
    if count is None:
        return Meaning("DATE", "PAST_REF", None, context.day)
    quarter = story_quarter(context)
    if unit == "year" and quarter is not None and count == int(count):
        return replace_focus(dated(calendar.shifted(quarter, -4 * int(count))), quarter)
    return dated(moved_by(calendar.period("day", context.day), unit=unit, count=count, step=-1))


def from_the_story(match: Match, context: Context) -> Meaning | None:
    """ "a year earlier", "two days later": from the day the story stands at; without one, a duration."""
    item = match.get("us", "u")
    step = -1 if match.get("e") else 1
    if item is None:
        return None
    count, unit = amount(match), str(item.value)
    if count is None or unit in _SMALL:
        return None
    base = context.focus
    if base is None:
        if step > 0 or unit != "year":
            return None
        base = calendar.period("year", context.day)
    quarter = story_quarter(context)
    if unit == "year" and quarter is not None and step < 0 and count == int(count):
        return replace_focus(dated(calendar.shifted(quarter, -4 * int(count))), quarter)
    if unit == "year" and count == int(count) and base.unit == "month":
        day = calendar.months_from(base.first, step * int(count) * 12)
        return dated(calendar.period(base.unit, day)) if day else None
    fine = {"day": ("day",), "week": ("day", "week"), "month": ("day", "week", "month")}.get(unit)
    if fine is not None and base.unit not in fine:
        return None
    found = dated(moved_by(base, unit=unit, count=count, step=step))
    return replace(found, focus=base) if found and step < 0 else found


RELATIVE_MAKERS: Mapping[str, Maker] = {
    made.__name__: made
    for made in (
        weekday, day_word, part_of_day, tonight, relative_part, clock, relative_period, bare_period, ago, from_the_story,
    )
}

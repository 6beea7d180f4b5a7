"""Expressions that count from the day they are said on, or from the day the story stands at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from crossread.reading import calendar
from crossread.reading.calendar import Period, PeriodUnit
from crossread.reading.times.grammar import Match
from crossread.reading.times.meaning import Context, Maker, Meaning, dated, replace_focus
from crossread.reading.times.periods import story_quarter

_STORY_WORDS = frozenset({"previous", "preceding", "prior", "following", "ensuing", "subsequent", "same", "that"})
_SMALL = ("second", "minute", "hour")


def _base(match: Match, context: Context, unit: PeriodUnit) -> Period:
    """The period that "the following", "that", "the previous" count from: the story's where it has one."""
    relation = match.get("r", "f")
    own = relation is not None and relation.word in _STORY_WORDS
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
    found = dated(calendar.shifted(base, step), match, context=context)
    if found and relation.word == "past" and found.first:
        back = (base.last - base.first).days + 1
        return replace(found, first=calendar.days_from(context.day, -back), last=context.day)
    return found


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
    made.__name__: made for made in (relative_period, bare_period, ago, from_the_story)
}

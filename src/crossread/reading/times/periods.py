"""Months, seasons, quarters, years, decades, centuries: named, or bare and placed by the clause and the story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from crossread.reading import calendar
from crossread.reading.calendar import Period, PeriodUnit
from crossread.reading.times.grammar import Match
from crossread.reading.times.meaning import Context, Maker, Meaning, dated, relative_year, replace_focus


def story_quarter(context: Context) -> Period | None:
    """The quarter that the story last named, in the year it is told: accounts compare with "a year ago" quarter by quarter."""
    if context.focus is None or context.focus.unit != "quarter":
        return None
    behind = context.day.year - context.focus.first.year
    day = calendar.months_from(context.focus.first, 12 * behind) if 0 <= behind <= 1 else None
    return calendar.period("quarter", day) if day and day <= context.day else context.focus


def month(match: Match, context: Context) -> Meaning | None:
    item = match.get("mo")
    if item is None:
        return None
    number = int(item.value)
    year = relative_year(match, context)
    if year is None and match.get("sy", "sy2"):
        return None
    if year is None:
        year = _year_of_part(match, context, first=calendar.on(context.day.year, number), unit="month")
    first = calendar.on(year, number) if year is not None else None
    return dated(calendar.period("month", first), match, named=match.get("y") is not None) if first else None


def two_months(match: Match, context: Context) -> tuple[Meaning, ...] | None:
    """ "between May and August 2014": the year holds for both."""
    one, two, named = match.get("one"), match.get("mo"), match.get("y")
    if one is None or two is None or named is None or int(one.value) >= int(two.value):
        return None
    made = []
    for item in (one, two):
        first = calendar.on(int(named.value), int(item.value))
        meaning = dated(calendar.period("month", first), named=True) if first else None
        at = match.items.index(item)
        if meaning is not None:
            made.append(replace(meaning, items=(at, at if item is one else match.last)))
    return tuple(made)


def _year_of_part(match: Match, context: Context, *, first: date | None, unit: PeriodUnit) -> int | None:
    """The year of a bare month, season or quarter, by "last", "next", "this", the story, or the way the clause looks."""
    if first is None:
        return None
    here = calendar.period(unit, context.day).first
    if match.get("l", "p") and not match.get("t"):
        return first.year if first < here else first.year - 1
    if match.get("n") and not match.get("t"):
        return first.year if first > here else first.year + 1
    if match.get("t"):
        return first.year - 1 if (first - context.day).days > 200 else first.year
    if match.get("f", "q") and context.focus:
        base = context.focus.first
        later = match.get("f") is not None
        moved = first.replace(year=base.year)
        return base.year + (1 if later and moved <= base else -1 if not later and moved >= base else 0)
    if context.story_year is not None:
        return context.story_year
    if context.direction < 0:
        return first.year if first <= here else first.year - 1
    if context.direction > 0:
        return first.year if first >= here else first.year + 1
    months = (first.year - here.year) * 12 + first.month - here.month
    return first.year - 1 if months > 3 else first.year + 1 if months < -9 else first.year


def year(match: Match, context: Context) -> Meaning | None:
    named = match.get("y", "yw")
    first = calendar.on(int(named.value)) if named and int(named.value) >= 1000 else None
    unit = match.get("u")
    if first is None or (unit is not None and unit.value != "quarter"):
        return None
    return dated(calendar.period("year", first), match, named=True)


def two_years(match: Match, context: Context) -> Meaning | None:
    """ "2014-15": a season across two years."""
    one, two = match.get("y"), match.get("y2")
    if one is None or two is None or int(two.value) != (int(one.value) + 1) % 100:
        return None
    first, last = calendar.on(int(one.value)), calendar.on(int(one.value) + 1, 12, 31)
    if first is None:
        return None
    whole = calendar.period("year", first)
    return Meaning("DATE", whole.value, first, last, whole, named_year=True)


def season(match: Match, context: Context) -> Meaning | None:
    item = match.get("s")
    if item is None:
        return None
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[str(item.value)]
    named = relative_year(match, context)
    if named is None:
        if match.get("the") and context.direction == 0 and context.story_year is None:
            return Meaning("DATE", f"{calendar.period('season', context.day).first.year:04d}-{item.value}")
        named = _year_of_part(match, context, first=calendar.on(context.day.year, start), unit="season")
    first = calendar.on(named, start) if named is not None else None
    return dated(calendar.period("season", first), match, named=match.get("y") is not None) if first else None


def decade(match: Match, context: Context) -> Meaning | None:
    item = match.get("d")
    if item is None:
        return None
    start = int(item.value)
    if start < 100:
        if match.first == match.last:
            return None
        start += 1900 if start > context.day.year % 100 else 2000 if context.day.year >= 2000 else 1900
    first = calendar.on(start)
    return dated(calendar.period("decade", first), match, named=True) if first else None


def century(match: Match, context: Context) -> Meaning | None:
    ordinal, unit = match.get("o"), match.get("c")
    if ordinal is None or unit is None or unit.value != "century":
        return None
    first = calendar.on(max((int(ordinal.value) - 1) * 100, 1))
    return dated(calendar.period("century", first), match, named=True) if first else None


def quarter(match: Match, context: Context) -> Meaning | None:
    ordinal, unit = match.get("o"), match.get("q")
    if ordinal is None or unit is None or unit.value != "quarter" or not 1 <= int(ordinal.value) <= 4:
        return None
    start = int(ordinal.value) * 3 - 2
    named = relative_year(match, context)
    if named is None:
        here = calendar.on(context.day.year, start)
        last = calendar.period("quarter", here).last if here else None
        if context.story_year is not None:
            named = context.story_year
        elif last is not None:
            begun = here is not None and here <= context.day
            named = context.day.year if begun or context.direction > 0 else context.day.year - 1
        if match.get("ya") and named is not None:
            named -= 1
    first = calendar.on(named, start) if named is not None else None
    return dated(calendar.period("quarter", first), match, named=match.get("y") is not None) if first else None


def half_year(match: Match, context: Context) -> Meaning | None:
    ordinal = match.get("o")
    which = 2 if ordinal is None else int(ordinal.value)
    named = relative_year(match, context)
    first = calendar.on(named, 1 + 6 * (which - 1)) if named is not None and which in (1, 2) else None
    return dated(calendar.period("half", first), named=match.get("y") is not None) if first else None


def year_before(match: Match, context: Context) -> Meaning | None:
    unit = match.get("u")
    base: Period | None
    if unit is not None and unit.value == "quarter" or (context.focus and context.focus.unit == "quarter"):
        base = story_quarter(context) or calendar.shifted(calendar.period("quarter", context.day), -1)
    else:
        base = calendar.period("year", context.day)
    moved = calendar.months_from(base.first, -12) if base else None
    return replace_focus(dated(calendar.period(base.unit, moved)), base) if base and moved else None


def year_end(match: Match, context: Context) -> Meaning | None:
    past = context.direction < 0
    end = calendar.on(context.day.year - (1 if past else 0), 12, 31)
    return dated(calendar.period("day", end)) if end else None


PERIOD_MAKERS: Mapping[str, Maker] = {
    made.__name__: made
    for made in (
        month, two_months, year, two_years, season, decade, century, quarter, half_year, year_before, year_end,
    )
}

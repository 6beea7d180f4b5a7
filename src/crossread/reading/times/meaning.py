"""What a matched time expression denotes: TIMEX3 type, value and days, seen from an anchor.

One small function for each `make` of the grammar. They know nothing of the parse: tense comes as `direction`, the story's last
date as `focus`. A function returns `None` where it abstains.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from crossread.model.reading import TimexType
from crossread.reading import calendar
from crossread.reading.calendar import Period, PeriodUnit
from crossread.reading.times.grammar import Item, Match


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands: the day it is said on, which way its clause looks (-1 past, 1 future, 0 unknown), the
    last period that the story named, and the year of the story where the words just before name one."""

    day: date
    direction: int = 0
    focus: Period | None = None
    story_year: int | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value and days. `focus` is the period the story now stands at; `items` narrows the match to some of its
    items; `named_year` tells that the words themselves name the year."""

    type: TimexType
    value: str
    first: date | None = None
    last: date | None = None
    focus: Period | None = None
    items: tuple[int, int] | None = None
    named_year: bool = False


Maker = Callable[[Match, Context], "Meaning | tuple[Meaning, ...] | None"]


def dated(whole: Period | None, match: Match | None = None, *, context: Context | None = None, named: bool = False) -> Meaning | None:
    """The meaning of a period of the calendar; "early", "the end of", "later" narrow its days, not its value."""
    if whole is None:
        return None
    first, last = whole.first, whole.last
    if match is not None:
        fuzzy = match.get("fz", "fz2")
        if fuzzy is not None:
            first, last = calendar.third(whole, int(fuzzy.value))
        if context is not None and first <= context.day <= last:
            if match.get("rel0"):
                last = context.day
            if match.get("rel1"):
                first = context.day
    return Meaning("DATE", whole.value, first, last, whole, named_year=named)


def relative_year(match: Match, context: Context) -> int | None:
    """The year that "of last year", "this year", "that year" names."""
    if match.get("yl"):
        return context.day.year - 1
    if match.get("yn"):
        return context.day.year + 1
    if match.get("yt"):
        return context.day.year
    if match.get("sy", "sy2") and context.focus:
        return context.focus.first.year
    named = match.get("y")
    return int(named.value) if named else None


def iso_day(match: Match, context: Context) -> Meaning | None:
    year, month, day = (int(part) for part in match.items[match.first].word.split("-"))
    found = calendar.on(year, month, day)
    return dated(calendar.period("day", found), named=True) if found else None


def slash_day(match: Match, context: Context) -> Meaning | None:
    """A day in figures: month first, unless only day first is possible; where both are, the days cover both."""
    one, two, year = (int(part) for part in match.items[match.first].word.replace(".", "/").split("/"))
    if year < 100:
        year += 2000 if year <= context.day.year % 100 + 5 else 1900
    day_first = "." in match.items[match.first].word
    readings = [calendar.on(year, two, one), calendar.on(year, one, two)] if day_first else [
        calendar.on(year, one, two), calendar.on(year, two, one)]
    days = [day for day in readings if day]
    if not days or year < 1900 or year > 2100:
        return None
    meaning = dated(calendar.period("day", days[0]), named=True)
    return replace(meaning, first=min(days), last=max(days)) if meaning else None


def month_day(item_month: Item, item_day: Item, *, year: int | None, context: Context) -> date | None:
    """A day of a month in the year named, else in the story's, else in the nearest year on the side the clause looks to."""
    month, day = int(item_month.value), int(item_day.value)
    if year is None:
        year = context.story_year
    if year is not None:
        return calendar.on(year, month, day)
    around = [found for k in (-1, 0, 1) if (found := calendar.on(context.day.year + k, month, day))]
    if not around:
        return None
    sided = [found for found in around if (found - context.day).days * context.direction >= 0] if context.direction else around
    nearest = min(around, key=lambda found: abs((found - context.day).days))
    chosen = min(sided or around, key=lambda found: abs((found - context.day).days))
    return nearest if abs((chosen - context.day).days) > 250 and abs((nearest - context.day).days) <= 60 else chosen


def calendar_day(match: Match, context: Context) -> Meaning | None:
    month, day = match.get("mo", "mo2"), match.get("d", "d2")
    if month is None or day is None:
        return None
    year = relative_year(match, context)
    found = month_day(month, day, year=year, context=context)
    return dated(calendar.period("day", found), named=match.get("y") is not None) if found else None


def two_days(match: Match, context: Context) -> tuple[Meaning, ...] | None:
    """ "April 24 and 25", "5-8 June": two days of one month, each with its own words."""
    month = match.get("mo")
    numbers = [at for at in range(match.first, match.last + 1) if match.items[at] in (match.get("d"), match.get("e"))]
    if month is None or len(numbers) != 2:
        return None
    days = [month_day(month, match.items[at], year=relative_year(match, context), context=context) for at in numbers]
    if days[0] is None or days[1] is None or days[1] <= days[0]:
        return None
    spans = ((match.first, numbers[0]), (numbers[1], match.last))
    return tuple(
        Meaning("DATE", day.isoformat(), day, day, calendar.period("day", day), items=span, named_year=match.get("y") is not None)
        for day, span in zip(cast("list[date]", days), spans, strict=True)
    )


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
        return first.year
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


def week_of(match: Match, context: Context) -> Meaning | None:
    found = calendar_day(match, context)
    unit = match.get("w")
    if found is None or found.first is None or unit is None or unit.value not in ("week", "weekend"):
        return None
    return dated(calendar.period(cast(PeriodUnit, unit.value), found.first), named=found.named_year)


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
    return Meaning("DATE", f"{int(one.value):04d}", first, last, calendar.period("year", first), named_year=True) if first else None


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
        apostrophe = any(other.word in ("'", "’", "‘", "the", "early", "late", "mid") for other in match.items[match.first : match.last])
        if not apostrophe:
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


def story_quarter(context: Context) -> Period | None:
    """The quarter that the story last named, in the year it is told: accounts compare with "a year ago" quarter by quarter."""
    if context.focus is None or context.focus.unit != "quarter":
        return None
    behind = context.day.year - context.focus.first.year
    day = calendar.months_from(context.focus.first, 12 * behind) if 0 <= behind <= 1 else None
    return calendar.period("quarter", day) if day and day <= context.day else context.focus


def year_before(match: Match, context: Context) -> Meaning | None:
    unit = match.get("u")
    base: Period | None
    if unit is not None and unit.value == "quarter" or (context.focus and context.focus.unit == "quarter"):
        base = story_quarter(context) or calendar.shifted(calendar.period("quarter", context.day), -1)
    else:
        base = calendar.period("year", context.day)
    moved = calendar.months_from(base.first, -12) if base else None
    return replace_focus(dated(calendar.period(base.unit, moved)), base) if base and moved else None


def replace_focus(meaning: Meaning | None, focus: Period | None) -> Meaning | None:
    """The same meaning, with the story left where it stands."""
    return replace(meaning, focus=focus) if meaning else None


def year_end(match: Match, context: Context) -> Meaning | None:
    past = context.direction < 0
    end = calendar.on(context.day.year - (1 if past else 0), 12, 31)
    return dated(calendar.period("day", end)) if end else None


def holiday(match: Match, context: Context) -> Meaning | None:
    item = match.get("hol")
    if item is None:
        return None
    named = relative_year(match, context)
    here = _holiday_in(context.day.year, str(item.value))
    if here is None:
        return None
    if named is None:
        named = context.story_year
    if named is None:
        side = -1 if match.get("l") else 1 if match.get("n") else context.direction
        ahead = (here - context.day).days
        named = context.day.year - (1 if side < 0 and ahead > 0 else 0) + (1 if side > 0 and ahead < 0 else 0)
        if side == 0 and abs(ahead) > 183:
            named = context.day.year + (1 if ahead < 0 else -1)
    found = _holiday_in(named, str(item.value))
    return dated(calendar.period("day", found), named=match.get("y") is not None) if found else None


def _holiday_in(year_number: int, rule: str) -> date | None:
    if rule == "easter" or rule == "good friday":
        return calendar.days_from(calendar.easter(year_number), -2 if rule == "good friday" else 0)
    if rule == "thanksgiving":
        first = calendar.on(year_number, 11)
        return calendar.days_from(calendar.weekday_near(first, 3, direction=1), 21) if first else None
    month_number, day = rule.split("-")
    return calendar.on(year_number, int(month_number), int(day))


CALENDAR_MAKERS: Mapping[str, Maker] = {
    made.__name__: made
    for made in (
        iso_day, slash_day, calendar_day, two_days, month, two_months, week_of, year, two_years, season, decade, century, quarter, half_year,
        year_before, year_end, holiday,
    )
}

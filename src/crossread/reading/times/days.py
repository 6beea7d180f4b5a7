"""Days of the calendar: dates in figures and words, two days of one month, holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from crossread.reading import calendar
from crossread.reading.calendar import PeriodUnit
from crossread.reading.times.grammar import Item, Match
from crossread.reading.times.meaning import Context, Maker, Meaning, dated, relative_year


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
    sided = [found for found in around if (found - context.day).days * context.direction >= 0]
    nearest = min(around, key=lambda found: abs((found - context.day).days))
    chosen = min(sided or around, key=lambda found: abs((found - context.day).days))
    far, near = abs((chosen - context.day).days), abs((nearest - context.day).days)
    return nearest if far > 250 and near <= 100 else chosen


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
    named = match.get("y") is not None
    return tuple(
        Meaning("DATE", day.isoformat(), day, day, calendar.period("day", day), items=span, named_year=named)
        for day, span in zip(cast("list[date]", days), spans, strict=True)
    )


def week_of(match: Match, context: Context) -> Meaning | None:
    found = calendar_day(match, context)
    unit = match.get("w")
    if found is None or found.first is None or unit is None or unit.value not in ("week", "weekend"):
        return None
    return dated(calendar.period(cast(PeriodUnit, unit.value), found.first), named=found.named_year)


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


DAY_MAKERS: Mapping[str, Maker] = {
    made.__name__: made for made in (iso_day, slash_day, calendar_day, two_days, week_of, holiday)
}

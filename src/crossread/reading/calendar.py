"""Date arithmetic on the periods of the calendar: centuries to days, in ISO 8601 weeks and TIMEX3 values.

A season is named after the year it begins in, winter (December to February) after the year of its December, as news
does; the weekend is Saturday and Sunday. All bounds are inclusive. No locale, no clock.
"""

from __future__ import annotations

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodUnit = Literal["century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day"]
LARGE: tuple[PeriodUnit, ...] = ("century", "decade", "year")
_MONTHS: dict[PeriodUnit, int] = {"century": 1200, "decade": 120, "year": 12, "half": 6, "season": 3, "quarter": 3, "month": 1}
_DAYS: dict[PeriodUnit, int] = {"week": 7, "weekend": 7, "day": 1}
_SEASONS = ("WI", "SP", "SU", "FA")


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the calendar, from its first day to its last."""

    unit: PeriodUnit
    first: date
    last: date

    @property
    def value(self) -> str:
        """Its TIMEX3 value: `19` (a century), `198` (a decade), `2014`, `2014-H1`, `2014-SU`, `2014-Q3`, `2014-06`,
        `2020-W23`, `2020-W23-WE`, `2020-06-05`."""
        year = self.first.year
        match self.unit:
            case "century":
                return f"{year // 100:02d}"
            case "decade":
                return f"{year // 10:03d}"
            case "year":
                return f"{year:04d}"
            case "half":
                return f"{year:04d}-H{1 if self.first.month < 7 else 2}"
            case "season":
                return f"{year:04d}-{_SEASONS[self.first.month % 12 // 3]}"
            case "quarter":
                return f"{year:04d}-Q{(self.first.month + 2) // 3}"
            case "month":
                return f"{year:04d}-{self.first.month:02d}"
            case "week" | "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
            case "day":
                return self.first.isoformat()


def period(unit: PeriodUnit, day: date) -> Period:
    """The period of a kind that a day lies in; for a weekend, that of the day's ISO week."""
    if unit == "day":
        return Period(unit, day, day)
    if unit in _DAYS:
        monday = day - timedelta(days=day.weekday())
        return Period(unit, monday + timedelta(days=5) if unit == "weekend" else monday, monday + timedelta(days=6))
    size = _MONTHS[unit]
    months = day.year * 12 + day.month - 1
    offset = 1 if unit == "season" else 0
    start = (months + offset) // size * size - offset
    start = max(start, 12)
    return Period(unit, _month_first(start), _month_last(min(start + size - 1, 9999 * 12 + 11)))


def shifted(start: Period, count: int) -> Period | None:
    """The period `count` periods later (earlier if negative), `None` outside the years 1 to 9999."""
    if start.unit in _DAYS:
        days = start.first.toordinal() + count * _DAYS[start.unit]
        if not date.min.toordinal() + 14 <= days <= date.max.toordinal() - 14:
            return None
        return period(start.unit, date.fromordinal(days))
    moved = months_from(start.first, count * _MONTHS[start.unit])
    return None if moved is None else period(start.unit, moved)


def months_from(day: date, count: int) -> date | None:
    """The same day of the month `count` months later, or that month's last day; `None` outside the years 1 to 9999."""
    months = day.year * 12 + day.month - 1 + count
    if not 13 <= months <= 9998 * 12:
        return None
    last = _month_last(months)
    return last.replace(day=min(day.day, last.day))


def days_from(day: date, count: int) -> date | None:
    """The day `count` days later, `None` outside the years 1 to 9999."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 366 <= ordinal <= date.max.toordinal() - 366 else None


def on(year: int, month: int = 1, day: int = 1) -> date | None:
    """That day, `None` where the calendar has no such day."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= gregorian.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def third(whole: Period, which: int) -> tuple[date, date]:
    """The first, second or last third (1, 2, 3) of a period; 0 is the whole of it. At least one day."""
    if which == 0 or whole.first == whole.last:
        return whole.first, whole.last
    days = (whole.last - whole.first).days + 1
    start = days * (which - 1) // 3
    end = max(days * which // 3 - 1, start)
    return whole.first + timedelta(days=start), whole.first + timedelta(days=end)


def weekday_near(day: date, weekday: int, *, direction: int) -> date:
    """The weekday (Monday 0) on the day itself or the last before it (`direction` -1), the next after it (1)."""
    if direction < 0:
        return day - timedelta(days=(day.weekday() - weekday) % 7)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    total = h + k - 7 * m + 114
    return date(year, total // 31, total % 31 + 1)


def _month_first(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _month_last(months: int) -> date:
    year, month = months // 12, months % 12 + 1
    return date(year, month, gregorian.monthrange(year, month)[1])

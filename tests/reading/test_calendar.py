"""Periods of the calendar: values, bounds, shifts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reading import calendar
from crossread.reading.calendar import Period, PeriodUnit

DAY = date(2020, 6, 10)
UNITS: tuple[PeriodUnit, ...] = (
    "century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day",
)


@pytest.mark.parametrize(("unit", "value", "first", "last"), [
    ("century", "20", "2000-01-01", "2099-12-31"),
    ("decade", "202", "2020-01-01", "2029-12-31"),
    ("year", "2020", "2020-01-01", "2020-12-31"),
    ("half", "2020-H1", "2020-01-01", "2020-06-30"),
    ("season", "2020-SU", "2020-06-01", "2020-08-31"),
    ("quarter", "2020-Q2", "2020-04-01", "2020-06-30"),
    ("month", "2020-06", "2020-06-01", "2020-06-30"),
    ("week", "2020-W24", "2020-06-08", "2020-06-14"),
    ("weekend", "2020-W24-WE", "2020-06-13", "2020-06-14"),
    ("day", "2020-06-10", "2020-06-10", "2020-06-10"),
])
def test_period_of_a_day(unit: PeriodUnit, value: str, first: str, last: str) -> None:
    found = calendar.period(unit, DAY)
    assert (found.value, found.first.isoformat(), found.last.isoformat()) == (value, first, last)


def test_winter_is_named_after_its_december() -> None:
    assert calendar.period("season", date(2020, 2, 29)) == Period("season", date(2019, 12, 1), date(2020, 2, 29))
    assert calendar.period("season", date(2020, 2, 29)).value == "2019-WI"


def test_iso_year_of_a_week_is_not_always_the_calendar_year() -> None:
    assert calendar.period("week", date(2021, 1, 2)).value == "2020-W53"


@pytest.mark.parametrize(("unit", "count", "value"), [
    ("year", -1, "2019"), ("month", -6, "2019-12"), ("week", 1, "2020-W25"), ("day", -10, "2020-05-31"), ("decade", -4, "198"),
    ("season", -1, "2020-SP"), ("quarter", 3, "2021-Q1"), ("weekend", -1, "2020-W23-WE"),
])
def test_shifts(unit: PeriodUnit, count: int, value: str) -> None:
    moved = calendar.shifted(calendar.period(unit, DAY), count)
    assert moved is not None
    assert moved.value == value


def test_beyond_the_calendar_there_is_nothing() -> None:
    assert calendar.shifted(calendar.period("year", DAY), -20000) is None
    assert calendar.shifted(calendar.period("day", DAY), 10**9) is None
    assert calendar.on(2019, 2, 29) is None
    assert calendar.on(0) is None


def test_months_keep_within_the_month() -> None:
    assert calendar.months_from(date(2020, 3, 31), -1) == date(2020, 2, 29)


@pytest.mark.parametrize(("which", "bounds"), [
    (0, ("2019-01-01", "2019-12-31")),
    (1, ("2019-01-01", "2019-05-01")),
    (2, ("2019-05-02", "2019-08-31")),
    (3, ("2019-09-01", "2019-12-31")),
])
def test_thirds(which: int, bounds: tuple[str, str]) -> None:
    first, last = calendar.third(calendar.period("year", date(2019, 7, 1)), which)
    assert (first.isoformat(), last.isoformat()) == bounds


@pytest.mark.parametrize(("year", "day"), [(2016, "2016-03-27"), (2020, "2020-04-12"), (2024, "2024-03-31")])
def test_easter(year: int, day: str) -> None:
    assert calendar.easter(year).isoformat() == day


@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.sampled_from(UNITS), st.integers(-5, 5))
def test_periods_tile_the_calendar(day: date, unit: PeriodUnit, count: int) -> None:
    here = calendar.period(unit, day)
    assert here.first <= here.last
    if unit != "weekend":
        assert here.first <= day <= here.last
    there = calendar.shifted(here, count)
    if there is not None and day.year > 700 and day.year < 9000:
        back = calendar.shifted(there, -count)
        assert back == here


@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.integers(0, 6))
def test_weekdays_are_within_a_week(day: date, weekday: int) -> None:
    before, after = (calendar.weekday_near(day, weekday, direction=side) for side in (-1, 1))
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7

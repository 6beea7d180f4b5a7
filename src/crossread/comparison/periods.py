"""Days as numbers, and stretches of days with open ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

FAR = 10**7  # days: beyond any date


@lru_cache(maxsize=50_000)
def ordinal(day: str | None) -> int | None:
    """The number of an ISO day; `None` for what is none."""
    try:
        return None if day is None else dt.date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def iso(day: int | None) -> str | None:
    """An ISO day again."""
    return dt.date.fromordinal(day).isoformat() if day is not None and 0 < day < dt.date.max.toordinal() else None


@dataclass(frozen=True, slots=True)
class Period:
    """Days `[first, last]`, inclusive; `None` is an open end. Both open: nothing is known."""

    first: int | None = None
    last: int | None = None

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.first is not None or self.last is not None

    @property
    def length(self) -> int | None:
        """Days from first to last, if both are known."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    def overlaps(self, other: Period, *, slack: int = 0) -> bool:
        """Whether the two may share a day, or come within so many days of it. What is not known may be anything."""
        return self._low() - slack <= other._high() and other._low() - slack <= self._high()

    def gap(self, other: Period) -> int:
        """Days between the two; 0 where they overlap."""
        return max(0, self._low() - other._high(), other._low() - self._high())

    def likeness(self, other: Period) -> float:
        """Shared days by all days of both (Jaccard); 0 where an end is open."""
        if self.length is None or other.length is None or not self.overlaps(other):
            return 0.0
        shared = min(self._high(), other._high()) - max(self._low(), other._low()) + 1
        return shared / (max(self._high(), other._high()) - min(self._low(), other._low()) + 1)

    def before(self, other: Period) -> bool:
        """Whether this surely ends before the other begins."""
        return self.last is not None and other.first is not None and self.last < other.first

    def _low(self) -> int:
        return -FAR if self.first is None else self.first

    def _high(self) -> int:
        return FAR if self.last is None else self.last


def hull(periods: list[Period]) -> Period:
    """The shortest stretch that holds all known ends."""
    firsts = [one.first for one in periods if one.first is not None]
    lasts = [one.last for one in periods if one.last is not None]
    return Period(min(firsts, default=None), max(lasts, default=None))

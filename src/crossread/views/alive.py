"""Things that last from one day to another, asked for by a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
APART = 4096  # things that begin between two days for which all that lasts is noted


class Alive(Generic[T]):
    """Things with the days on which they hold, `[first, end)` as numbers, in the order of their first days.

    At some days it is noted what holds then, so that a day costs by what holds on it and by what began since the last such
    day, not by all that ever ended.
    """

    def __init__(self, things: Iterable[T], *, days: Callable[[T], tuple[int, int]]) -> None:
        found = sorted(((*days(one), at, one) for at, one in enumerate(things)), key=lambda each: (each[0], each[2]))
        self._first = [first for first, _, _, _ in found]
        self._end = [end for _, end, _, _ in found]
        self._things = [one for _, _, _, one in found]
        self._noted: list[list[int]] = [[]]
        for stop in range(APART, len(found) + 1, APART):
            day = self._first[stop - 1]
            before = (*self._noted[-1], *range(stop - APART, stop))
            self._noted.append([at for at in before if self._end[at] > day])

    def on(self, day: int) -> Iterator[T]:
        """What holds on a day, in the order of first days."""
        begun = bisect_right(self._first, day)
        noted = begun // APART
        for at in self._noted[noted]:
            if self._end[at] > day:
                yield self._things[at]
        for at in range(noted * APART, begun):
            if self._end[at] > day:
                yield self._things[at]

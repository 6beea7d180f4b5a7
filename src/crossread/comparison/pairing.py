"""The pairs of a slot that a rule can say anything of.

A rule that compares two claims is asked of millions of pairs, and turns nearly all away at its first look: both are affirmed, or
their days lie apart. What it looks at first are traits of one claim alone, so they are taken once from each claim, and only
pairs whose traits meet are made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from crossread.comparison.periods import FAR, Period
from crossread.comparison.slots import Item

WIDEST = 80  # claims of one slot that are compared each with each; see `pairs`


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a claim decides which others it may be compared with: those that have a bit of `meets` in their `has`, and with
    which it shares a day of `[first, last]`. Meeting is mutual."""

    has: int
    meets: int
    first: int = -FAR
    last: int = FAR


ANY = Traits(1, 1)


def alike(which: bool) -> Traits | None:
    """The traits of claims that are compared with their like alone."""
    return ANY if which else None


def opposed(one: bool, other: bool) -> Traits | None:
    """The traits of claims of two kinds that are compared across, never within."""
    return Traits(1, 2) if one else Traits(2, 1) if other else None


def within(period: Period, *, has: int = 1, slack: int = 0) -> Traits:
    """The traits of claims that are compared where the days of their periods meet, or come within so many days."""
    first = -FAR if period.first is None else period.first - slack
    return Traits(has, has, first, FAR if period.last is None else period.last)


def pairs(items: Sequence[Item], traits: Callable[[Item], Traits | None] | None = None) -> Iterator[tuple[Item, Item]]:
    """Each two of a slot whose traits meet. In a slot that is too wide for that, each with those nearest in time, so that cost
    grows with the slot and not with its square. Claims without traits are in no pair."""
    found = [ANY if traits is None else traits(item) for item in items]
    if sum(one is not None for one in found) < 2:
        return
    wide = len(items) > WIDEST
    ordered = sorted(zip(items, found, strict=True), key=lambda row: (_day(row[0]), row[0].claim.id)) if wide else [
        *zip(items, found, strict=True)
    ]
    reach = WIDEST if wide else len(items)
    places: dict[int, list[int]] = defaultdict(list)  # by what a claim has
    for at, (_, one) in enumerate(ordered):
        if one is not None:
            places[one.has].append(at)
    for at, (item, one) in enumerate(ordered):
        if one is not None:
            first, last = one.first, one.last
            for next_ in _met(places, one.meets, after=at, reach=reach):
                other, theirs = ordered[next_]
                if theirs is not None and first <= theirs.last and theirs.first <= last:
                    yield (item, other) if not wide or item.claim.id < other.claim.id else (other, item)


def _met(places: dict[int, list[int]], meets: int, *, after: int, reach: int) -> Sequence[int]:
    """The places of claims that have what is met, beyond one place and within reach of it."""
    found = [
        at[bisect_right(at, after) : bisect_right(at, after + reach)] for has, at in places.items() if has & meets
    ]
    return found[0] if len(found) == 1 else sorted(place for each in found for place in each)


def _day(item: Item) -> int:
    return item.holds.first or item.holds.last or 0

"""A web of claims parted where some cannot be of one happening: other days, or other numbers by one source of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from crossread.comparison.periods import Period
from crossread.comparison.slots import NEWS, Item

NARROW = 366  # days: a time that long or shorter places a happening
NEXT_DAY = 1  # days between two days that may be one night
SAME = 0.02  # by how much two plain numbers may be off

Join = tuple[str, str, str]  # the ids of two claims that belong together, and why
Parted = tuple[tuple[str, ...], tuple[str, ...]]  # the claims of a group in order, and why they are together


def parted(items: Mapping[str, Item], joins: Sequence[Join]) -> Iterator[Parted]:
    """The groups of a web, each with its reasons, sorted. What is placed in time is put together first, the nearest before the
    rest, and never with what it cannot be one with. What has no time of its own goes to the one group that it fits, or to the
    one told of at its time; where neither tells, it is left out. The order of joins changes nothing."""
    clusters = _Clusters(items)
    ranked = sorted(joins, key=lambda join: (_gap(items[join[0]], items[join[1]]), join))
    placed = {id_ for id_, item in items.items() if _is_placed(item)}
    for join in ranked:
        if join[0] in placed and join[1] in placed:
            clusters.join(join)
    fits: dict[str, dict[str, Join]] = {}
    for join in ranked:
        ends = [id_ for id_ in join[:2] if id_ not in placed]
        if len(ends) == 1:
            other = join[1] if ends[0] == join[0] else join[0]
            fits.setdefault(ends[0], {}).setdefault(clusters.of[other][0], join)
    for id_, found in sorted(fits.items()):
        if clusters.are_one(found):
            fitting = list(found.values())
        else:
            fitting = [join for join in found.values() if _gap(items[join[0]], items[join[1]]) <= NEWS][:1]
        if not fitting:
            placed.add(id_)  # it may be any of several: nothing hangs on it
        for join in fitting:
            clusters.join(join)
    for join in ranked:
        if join[0] not in placed and join[1] not in placed:
            clusters.join(join)
    for members in sorted({tuple(sorted(members)) for members in clusters.of.values() if len(members) > 1}):
        inside = set(members)
        yield members, tuple(sorted({why for one, other, why in joins if one in inside and other in inside}))


class _Clusters:
    """What is together so far, `of` each claim."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self.items = items
        self.of: dict[str, list[str]] = {id_: [id_] for id_ in sorted(items)}

    def join(self, join: Join) -> None:
        one, other = self.of[join[0]], self.of[join[1]]
        if one is other or any(are_apart(self.items[mine], self.items[theirs]) for mine in one for theirs in other):
            return
        one += other
        for id_ in other:
            self.of[id_] = one

    def are_one(self, ids: Iterable[str]) -> bool:
        """Whether nothing keeps those apart that some claims are together with."""
        each = [self.of[id_] for id_ in ids]
        return not any(
            are_apart(self.items[mine], self.items[theirs])
            for one, other in combinations(each, 2) for mine in one for theirs in other
        )


def are_apart(one: Item, other: Item) -> bool:
    """Whether two claims cannot be of one happening: their days have one night between them, or more; or one source gives two
    numbers in one text."""
    if _is_placed(one) and _is_placed(other) and not one.when.overlaps(other.when, slack=NEXT_DAY):
        return True
    first, second = one.claim.quantity, other.claim.quantity
    if one.claim.document != other.claim.document or one.source.key != other.source.key or first is None or second is None:
        return False
    if one.claim.predicate != other.claim.predicate or first.approximate or second.approximate or first.unit != second.unit:
        return False
    return first.value is not None and second.value is not None and abs(first.value - second.value) > SAME * first.value


def _is_placed(item: Item) -> bool:
    return not item.aspect.lasts and item.when.length is not None and item.when.length <= NARROW


def _gap(one: Item, other: Item) -> int:
    """Days between the times of two claims, or else of their documents; very many where neither is told."""
    first, second = _time(one), _time(other)
    return first.gap(second) if first.known and second.known else 10**6


def _time(item: Item) -> Period:
    if item.when.length is not None and item.when.length <= NARROW:
        return item.when
    return item.said if item.dated else Period()

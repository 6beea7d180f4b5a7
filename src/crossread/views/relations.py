"""Who stood how to whom at a date.

A state lasts until something ends it, or until its last evidence plus the horizon of its predicate; an event holds in its own
days alone. `until` of every relation says which.

What is known of two actors changes only on some days: when a claim begins to speak, when something ends, when a horizon is
reached. `Standings` has the relations of all stretches between such days ready, in their order, so that any day is a look-up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import RLock

from crossread.comparison.periods import Period, hull, iso, ordinal
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted
from crossread.model.findings import Relation, Status
from crossread.ontology.predicates import predicates

FAMILIES = frozenset({"backing", "hostility", "harm", "structure", "territory", "diplomacy"})
Key = tuple[str, str, str]


BUSY = 24  # days on which one pair changes beyond which its stretches are made only when a day in them is asked for
Order = tuple[int, int, str, str, str, str, str]


def relations(material: Material, *, as_of: str | None = None) -> tuple[Relation, ...]:
    """The relations between actors; with a day, only those that held on it or that something had ended by it. Those of most
    origins first.

    Claims without a time hold around the publication of their document; where that is unknown too, on any day, and `until`
    says so.
    """
    return Standings(material).relations(as_of=as_of)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A relation and the days `[first, end)`, as numbers, on which it is what is known; `None` is an open end."""

    order: Order
    first: int | None
    end: int | None
    relation: Relation

    def holds(self, day: int) -> bool:
        return (self.first is None or self.first <= day) and (self.end is None or day < self.end)


class Standings:
    """All relations of a material, ready for any day."""

    def __init__(self, material: Material, *, before: Standings | None = None) -> None:
        self._material = material
        self.ends: Slotted[tuple[str, str], None] = Slotted(
            material, _sides, _all, before=None if before is None else before.ends,
        )
        self.slots: Slotted[Key, None] = Slotted(material, _keys, _all, before=None if before is None else before.slots)
        then = {} if before is None else before.by_key
        self.by_key: dict[Key, Pair] = {}
        for key, items in self.slots.items.items():
            enders, was = _enders(items, self.ends.items), then.get(key)
            kept = was is not None and was.items is items and list(map(id, was.enders)) == list(map(id, enders))
            self.by_key[key] = was if was is not None and kept else Pair(key, items, enders)
        self.pairs = list(self.by_key.values())
        self._ready: list[Stretch] | None = None
        self._busy: list[Pair] = []
        self._lock = RLock()

    def relations(self, *, as_of: str | None = None) -> tuple[Relation, ...]:
        """The relations of a day, or of all time; those of most origins first. Any number of threads may ask."""
        day = ordinal(as_of)
        with self._lock:
            if day is None:
                found = [stretch for pair in self.pairs for stretch in pair.at(None, self._material)]
            else:
                found = [stretch for stretch in self._prepared() if stretch.holds(day)]
                found += [stretch for pair in self._busy for stretch in pair.at(day, self._material)]
        return tuple(stretch.relation for stretch in sorted(found, key=lambda stretch: stretch.order))

    def relation(self, pair: Pair, *, as_of: str | None = None) -> Relation | None:
        """What is known of one pair on a day, or of all time."""
        return next((stretch.relation for stretch in pair.at(ordinal(as_of), self._material)), None)

    def _prepared(self) -> list[Stretch]:
        if self._ready is None:
            self._busy = [pair for pair in self.pairs if len(pair.days) > BUSY]
            calm = (pair for pair in self.pairs if len(pair.days) <= BUSY)
            found = (stretch for pair in calm for stretch in pair.stretches(self._material))
            self._ready = sorted(found, key=lambda stretch: stretch.order)
        return self._ready


class Pair:
    """The claims of one relation, and those that may end it."""

    def __init__(self, key: Key, items: Sequence[Item], enders: Sequence[Item]) -> None:
        self.key = key
        self.items = items
        self.enders = enders
        firsts = {item.holds.first for item in (*items, *enders)}
        self.days = sorted(day for day in firsts if day is not None)
        self._made: dict[int | None, list[Stretch]] = {}

    def among(self, wanted: Callable[[Item], bool]) -> Pair:
        """The same for some of the claims."""
        return Pair(self.key, tuple(filter(wanted, self.items)), tuple(filter(wanted, self.enders)))

    def stretches(self, material: Material) -> Iterator[Stretch]:
        """All that was known, one stretch after the other."""
        for day in (*([0] if any(item.holds.first is None for item in self.items) else []), *self.days):
            yield from self.at(day, material)

    def at(self, day: int | None, material: Material) -> list[Stretch]:
        """What is known on a day, or of all time; once made it is kept."""
        since = None if day is None else bisect_right(self.days, day)
        if since not in self._made:
            self._made[since] = list(self._make(since, material))
        return [stretch for stretch in self._made[since] if day is None or stretch.holds(day)]

    def _make(self, since: int | None, material: Material) -> Iterator[Stretch]:
        start = self.days[since - 1] if since else None
        next_ = self.days[since] if since is not None and since < len(self.days) else None
        items, enders = self.items, self.enders
        if since is not None:
            items = [item for item in items if item.holds.first is None or start is not None and item.holds.first <= start]
            enders = [item for item in enders if item.holds.first is None or start is not None and item.holds.first <= start]
        if not items:
            return
        relation = _relation(self.key, items, _ending(items, enders), material)
        order = (-relation.origins, -relation.documents, relation.source.name, relation.relation, relation.target.name,
                 relation.source.id or "", relation.target.id or "")
        end = ordinal(relation.end)
        if relation.status != "ended" and end is not None:
            next_ = min(end + 1, next_ or end + 1)
        if next_ is None or start is None or start < next_:
            yield Stretch(order, start, next_, relation)


def _relates(item: Item) -> bool:
    return (item.settled and item.clear and item.family in FAMILIES and item.claim.subject.entity is not None
            and item.claim.object.entity is not None and item.subject != item.object)


def _keys(item: Item, material: Material) -> Iterator[Key]:
    if _relates(item):
        yield item.subject, item.claim.predicate, item.object


def _sides(item: Item, material: Material) -> Iterator[tuple[str, str]]:
    if _relates(item) and item.affirmed:
        yield item.subject_party, item.object_party


def _all(key: object, items: Sequence[Item], material: Material) -> None:
    """Slots are looked at as they are."""


def _enders(items: Sequence[Item], ends: Mapping[tuple[str, str], Sequence[Item]]) -> list[Item]:
    """Claims that may end the state these speak of: of the same parties, by their predicate."""
    first = items[0]
    if not first.aspect.ended_by:
        return []
    return [
        other for other in ends.get((first.subject_party, first.object_party), ())
        if other.claim.predicate in first.aspect.ended_by and other.when.first is not None
    ]


def _ending(items: Sequence[Item], enders: Sequence[Item]) -> list[Item]:
    """Those later than the first evidence."""
    start = hull([item.when for item in items if item.affirmed]).first
    return [other for other in enders if start is None or (other.when.first or 0) > start]


def _relation(key: Key, items: Sequence[Item], ending: list[Item], material: Material) -> Relation:
    yes, no = [item for item in items if item.affirmed], [item for item in items if not item.affirmed]
    spoken = yes or no
    when = hull([item.holds for item in spoken])
    until, end, status = _until(spoken, ending, when)
    if yes and no:
        status = "contested" if status == "affirmed" else status
    elif no:
        status = "denied"
    first = spoken[0]
    begun = [day for item in spoken if (day := item.begins) is not None]
    for_, against = ({item.source.key for item in part} for part in (yes, no))
    stance = predicates()[first.claim.predicate].stance * (len(for_) - len(against)) / max(1, len(for_) + len(against))
    shown = sorted({item.claim.id for item in (*items, *(ending if status == "ended" else ()))})
    return Relation(
        source=material.party(key[0], name=first.claim.subject.name), relation=key[1],
        target=material.party(key[2], name=first.claim.object.name), stance=round(stance, 3) + 0.0,
        start=iso(min(begun, default=None)), end=iso(end), status=status, until=until, claims=tuple(shown),
        documents=len({item.claim.document for item in items}), origins=len(for_ | against),
    )


def _until(items: list[Item], ending: list[Item], when: Period) -> tuple[str, int | None, Status]:
    """What the end of a relation rests on, its day, and whether it is over."""
    first = items[0]
    if not first.aspect.lasts:
        return ("the days of the event" if when.known else "an event without a day"), when.last, "affirmed"
    latest = max((item.holds.first or item.holds.last or 0 for item in items), default=0)
    after = [item for item in ending if (item.when.first or 0) >= latest]
    if after:
        closing = min(after, key=lambda item: (item.when.first or 0, item.claim.id))
        return f"ended: {closing.claim.predicate.replace('_', ' ')} ({closing.claim.id})", closing.when.first, "ended"
    if when.last is None:
        return "without an end", None, "affirmed"
    return f"last evidence and {first.aspect.horizon} days", when.last + first.aspect.horizon, "affirmed"

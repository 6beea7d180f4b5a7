"""Who stood how to whom at a date.

A state lasts until something ends it, or until its last evidence plus the horizon of its predicate; an event holds in its own
days alone. `until` of every relation says which.
"""

from __future__ import annotations

from collections import defaultdict

from crossread.comparison.periods import Period, hull, iso, ordinal
from crossread.comparison.slots import Item, Material, slots
from crossread.model.findings import Relation, Status
from crossread.ontology.predicates import predicates

FAMILIES = frozenset({"backing", "hostility", "harm", "structure", "territory", "diplomacy"})
Key = tuple[str, str, str]


def relations(material: Material, *, as_of: str | None = None) -> tuple[Relation, ...]:
    """The relations between actors; with a day, only those that held on it or that something had ended by it. Those of most
    origins first.

    Claims without a time hold around the publication of their document; where that is unknown too, on any day, and `until`
    says so.
    """
    day = ordinal(as_of)
    kept = [item for item in material.items if _relates(item) and (day is None or _begun(item, day))]
    ends: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in kept:
        if item.affirmed:
            ends[item.subject_party, item.object_party].append(item)
    found = []
    for key, items in slots(kept, key=_key):
        found += _relation(key, items, _ending(items, ends), day=day, material=material)
    return tuple(sorted(found, key=lambda one: (
        -one.origins, -one.documents, one.source.name, one.relation, one.target.name, one.source.id or "", one.target.id or "",
    )))


def _relates(item: Item) -> bool:
    return (item.settled and item.clear and item.family in FAMILIES and item.claim.subject.entity is not None
            and item.claim.object.entity is not None and item.subject != item.object)


def _begun(item: Item, day: int) -> bool:
    """Whether a claim speaks of that day or an earlier one."""
    return item.holds.first is None or item.holds.first <= day


def _key(item: Item) -> Key:
    return item.subject, item.claim.predicate, item.object


def _ending(items: list[Item], ends: dict[tuple[str, str], list[Item]]) -> list[Item]:
    """Claims that end the state these speak of: of the same parties, later than its first evidence."""
    first = items[0]
    start = hull([item.when for item in items if item.affirmed]).first
    return [
        other for other in ends[first.subject_party, first.object_party]
        if other.claim.predicate in first.aspect.ended_by and other.when.first is not None
        and (start is None or other.when.first > start)
    ]


def _relation(key: Key, items: list[Item], ending: list[Item], *, day: int | None, material: Material) -> list[Relation]:
    yes, no = [item for item in items if item.affirmed], [item for item in items if not item.affirmed]
    spoken = yes or no
    when = hull([item.holds for item in spoken])
    until, end, status = _until(spoken, ending, when, day)
    if yes and no:
        status = "contested" if status == "affirmed" else status
    elif no:
        status = "denied"
    first = spoken[0]
    if day is not None and status != "ended" and end is not None and end < day:
        return []
    for_, against = ({item.source.key for item in part} for part in (yes, no))
    stance = predicates()[first.claim.predicate].stance * (len(for_) - len(against)) / max(1, len(for_) + len(against))
    shown = sorted({item.claim.id for item in (*items, *(ending if status == "ended" else ()))})
    return [Relation(
        source=material.party(key[0], name=first.claim.subject.name), relation=key[1],
        target=material.party(key[2], name=first.claim.object.name), stance=round(stance, 3) + 0.0,
        start=iso(when.first), end=iso(end), status=status, until=until, claims=tuple(shown),
        documents=len({item.claim.document for item in items}), origins=len(for_ | against),
    )]


def _until(items: list[Item], ending: list[Item], when: Period, day: int | None) -> tuple[str, int | None, Status]:
    """What the end of a relation rests on, its day, and whether it is over."""
    first = items[0]
    if not first.aspect.lasts:
        return ("the days of the event" if when.known else "an event without a day"), when.last, "affirmed"
    latest = max((item.holds.first or item.holds.last or 0 for item in items), default=0)
    after = [item for item in ending if (item.when.first or 0) >= latest]
    if after:
        closing = min(after, key=lambda item: (item.when.first or 0, item.claim.id))
        if day is None or (closing.when.first or 0) <= day:
            return f"ended: {closing.claim.predicate.replace('_', ' ')} ({closing.claim.id})", closing.when.first, "ended"
    if when.last is None:
        return "without an end", None, "affirmed"
    return f"last evidence and {first.aspect.horizon} days", when.last + first.aspect.horizon, "affirmed"

"""Happenings: claims about one, from all documents, with every source's numbers side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from crossread.comparison.joined import Gathered, Group, Joined, Joins
from crossread.comparison.origins import identity
from crossread.comparison.pairing import Traits
from crossread.comparison.parting import Join
from crossread.comparison.periods import hull, iso
from crossread.comparison.sameness import NIGHT, Candidates, deed, joins_of, same_happening
from crossread.comparison.slots import BASES, Item, Material
from crossread.comparison.slotted import Slotted
from crossread.comparison.words import likeness, stems
from crossread.model.findings import Event, Party, Range, Version
from crossread.ontology.plover import event_under
from crossread.ontology.predicates import predicates
from crossread.ontology.towns import towns_called

FAMILIES = frozenset({"hostility", "harm", "territory", "diplomacy", "backing", "speech", "attribute", "structure"})
ALONE = frozenset({"hostility", "harm", "territory", "diplomacy"})  # of which one claim is enough
# What a number counts, by predicate; numbers of different measures are never compared.
MEASURES = {
    "killed": "killed", "wounded": "wounded", "captured_persons": "captured", "killed_or_captured": "killed or captured",
    "deploys_to": "deployed", "attacks": "attacking", "withdraws_from": "withdrawn", "coerces": "coerced",
    "protests": "protesting",
}
DAYS = 2  # between two reports of one attack
NEAR = 0.5  # of the rare names around the one that are around the other
MANY = 100  # dead or wounded that make an attack stand out
WORDS = 2  # rare words that two reports of such an attack share
NAMES = 2  # rare names that two reports of one attack share
LONG = 5  # letters from which the name of a town is not a word by chance
FIRST = tuple(MEASURES.values())


class Happenings:
    """The claims of each happening, `joined` in groups."""

    def __init__(self, material: Material, *, before: Happenings | None = None) -> None:
        self.same: Candidates = Candidates(material, which=_happens, why=_why, before=None if before is None else before.same)
        self.near: Joins = Slotted(material, _near, _attacks, before=None if before is None else before.near)
        self.joined: Joined = Joined(
            material, (*self.same.joins, self.near), alone=lambda item: _happens(item) and item.family in ALONE,
            before=None if before is None else before.joined,
        )


def _why(one: Item, other: Item, material: Material) -> str | None:
    return (same_happening(one, other, material) or _victims(one, other)) if deed(one) == deed(other) else None


def _happens(item: Item) -> bool:
    return item.clear and not item.aspect.lasts and item.affirmed and item.settled and item.family in FAMILIES


def _near(item: Item, material: Material) -> Iterator[tuple[str, str]]:
    """A claim of harm by the rare names in what stands around it."""
    if _happens(item):
        for name in item.near.names | (item.near.words if _many(item) else frozenset()):
            yield item.claim.predicate, name


def _attacks(key: tuple[str, str], items: Sequence[Item], material: Material) -> tuple[Join, ...]:
    return joins_of(items, _one_attack, traits=_reported)


def _reported(item: Item) -> Traits | None:
    """Two reports of one attack appear within days."""
    day = item.said.last
    return None if day is None else Traits(1, 1, day, day + DAYS)


def _one_attack(one: Item, other: Item) -> str | None:
    """Harm told of by two outlets within days, with the same rare names around it."""
    if one.claim.document == other.claim.document or one.said.last is None or other.said.last is None:
        return None
    if not _apart(one, other) or not _units(one, other):
        return None
    dated = all(item.claim.time.basis in BASES for item in (one, other))
    if dated and not one.when.overlaps(other.when) or abs(one.said.last - other.said.last) > DAYS:
        return None
    names, words = one.near.names & other.near.names, one.near.words & other.near.words
    if len(names) >= NAMES and likeness(one.near.names, other.near.names) >= NEAR:
        return f"harm reported within days, around {', '.join(sorted(names))}"
    towns = sorted(name for name in names if len(name) >= LONG and towns_called(name))
    if towns and abs(one.said.last - other.said.last) <= 1 and one.claim.predicate == other.claim.predicate:
        return f"harm reported within a day, at {', '.join(towns)}"
    if _many(one) and _many(other) and len(words) >= WORDS:
        return f"many dead reported within days, around {', '.join(sorted(words))}"
    return None


def _apart(one: Item, other: Item) -> bool:
    """Whether two reports are by two outlets, or each by a voice that is not the outlet's."""
    first, second = (item.claim.attribution for item in (one, other))
    if not first or not second or first[0].name != second[0].name:
        return True
    return len(first) > 1 and len(second) > 1 and one.source.key != other.source.key


def _many(item: Item) -> bool:
    """Whether so many are counted that few attacks of the time can be meant."""
    quantity = item.claim.quantity
    return quantity is not None and quantity.value is not None and quantity.value >= MANY


def _units(one: Item, other: Item) -> bool:
    """Whether the same kind of people are counted, as far as either says."""
    first, second = (item.claim.quantity.unit if item.claim.quantity else None for item in (one, other))
    return not first or not second or bool(stems(first) & stems(second))


def _victims(one: Item, other: Item) -> str | None:
    """Harm to the same people at the same place within a day or two, whoever is said to have done it."""
    if one.family != "harm" or other.family != "harm" or one.place is None or one.place != other.place:
        return None
    lengths = (one.when.length, other.when.length)
    if any(length is None or length > 7 for length in lengths) or not one.when.overlaps(other.when, slack=NIGHT):
        return None
    return "harm at one place within the same days"


class Events:
    """All happenings, `found` with the earliest first; what cannot be dated comes last."""

    def __init__(self, happenings: Happenings, *, before: Events | None = None) -> None:
        self.groups: Gathered[Event] = Gathered(happenings.joined, _event, before=None if before is None else before.groups)
        self.found = tuple(sorted(self.groups.values(), key=lambda event: (
            event.earliest or event.latest or "9999", event.latest or "9999", event.id,
        )))


def _event(group: Group, material: Material) -> Event:
    items = group.items
    lead = max(items, key=lambda item: (item.claim.object.entity is not None, item.claim.subject.entity is not None,
                                        item.place is not None, item.when.known, item.claim.id))
    claims = tuple(item.claim.id for item in items)
    known = [item.when for item in items if item.when.known]
    tight = min(known, key=lambda period: period.length or 10**6, default=None)
    overlap = [period for period in known if tight is None or period.overlaps(tight)]
    when = hull([period for period in overlap if (period.length or 10**6) <= 3 * ((tight.length if tight else None) or 10**6)])
    found = versions(items)
    predicate = Counter(item.claim.predicate for item in items).most_common(1)[0][0]
    plover = lead.claim.event or event_under(predicates()[predicate].plover, polarity="affirmed", modality="asserted")
    place = next((item for item in items if item.place is not None and item.claim.place is not None), None)
    return Event(
        id=identity("e", claims), event=plover, mode=lead.claim.mode, predicate=predicate,
        subject=_party(lead.subject, lead.claim.subject.name, material),
        object=_party(lead.object, lead.claim.object.name, material),
        place=None if place is None or place.claim.place is None else _party(place.place or "", place.claim.place.name, material),
        earliest=iso(when.first), latest=iso(when.last), claims=claims, documents=len({item.claim.document for item in items}),
        origins=len({item.source.key for item in items}), quantities=ranges(found), versions=found,
    )


def _party(key: str, name: str, material: Material) -> Party:
    return material.party(key, name=name)


def versions(items: Sequence[Item]) -> tuple[Version, ...]:
    """Every number given for a happening, by measure; numbers of predicates that count nobody are left to the claims."""
    found = [
        Version(item.claim.id, item.source.name, MEASURES[item.claim.predicate], quantity.value, quantity.max, quantity.unit)
        for item in items
        if item.claim.predicate in MEASURES and (quantity := item.claim.quantity) is not None and quantity.value is not None
    ]
    return tuple(sorted(found, key=lambda one: (_rank(one.measure), one.measure, one.low, one.claim)))


def ranges(found: tuple[Version, ...]) -> tuple[Range, ...]:
    """Low, best and high for each measure: best is the number of most origins, among equals the middle one."""
    by_measure: dict[str, list[Version]] = defaultdict(list)
    for version in found:
        by_measure[version.measure].append(version)
    result = []
    for measure, given in by_measure.items():
        votes: dict[float, set[str]] = defaultdict(set)
        for version in given:
            votes[version.low].add(version.origin)
        most = max(len(origins) for origins in votes.values())
        middle = sorted(value for value, origins in votes.items() if len(origins) == most)
        high = max(version.high if version.high is not None else version.low for version in given)
        result.append(Range(measure, min(version.low for version in given), middle[(len(middle) - 1) // 2], high))
    return tuple(result)


def _rank(measure: str) -> int:
    return FIRST.index(measure) if measure in FIRST else len(FIRST)

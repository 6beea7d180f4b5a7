"""Claims that agree, and from how many origins.

Two kinds: standing (who backs whom, who is tied to whom, who is against whom), gathered by the two parties and the kind of bond
while it may last; and happenings, gathered by `sameness`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crossread.comparison.joined import Gathered, Group, Joined, Joins
from crossread.comparison.origins import identity
from crossread.comparison.parting import Join
from crossread.comparison.sameness import Candidates, same_happening
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted
from crossread.model.findings import Corroboration
from crossread.model.names import shown_name
from crossread.ontology.predicates import in_words

# What claims of standing are gathered by: predicates, the bond they speak of, and whether it holds both ways.
BONDS: tuple[tuple[str, frozenset[str], bool], ...] = (
    ("backs", frozenset({"supports", "arms", "finances", "trains", "hosts"}), False),
    ("recognises", frozenset({"recognises"}), False),
    ("is tied to", frozenset({"allied_with", "instrument_of", "cooperates_with"}), True),
    ("is against", frozenset({"opposes", "rivals", "fights"}), True),
    ("heads", frozenset({"commands", "leads"}), False),
    ("holds", frozenset({"controls_place"}), False),
)
LONG = 6  # different words that a quote must have before its wording tells whose it is
SAME_WORDS = 0.8

_BOND = {predicate: (name, mutual) for name, predicates, mutual in BONDS for predicate in predicates}

Bond = tuple[str, str, str, str]


def bond(item: Item) -> Bond | None:
    """The standing that a claim speaks of: its kind, polarity and the two parties; `None` for all else."""
    if item.claim.predicate not in _BOND or not item.settled or not item.clear or not item.of_actors:
        return None
    name, mutual = _BOND[item.claim.predicate]
    one, other = item.subject_party, item.object_party
    if name == "heads":
        one, other = item.subject, item.object
    if one == other:
        return None
    if mutual and other < one:
        one, other = other, one
    return name, item.claim.polarity, one, other


class Corroborations:
    """All agreement of two documents or two origins, `found` with that of most origins first."""

    def __init__(self, material: Material, *, before: Corroborations | None = None) -> None:
        self.bonds: Joins = Slotted(material, _bonds, _bound, before=None if before is None else before.bonds)
        self.same: Candidates = Candidates(
            material, which=lambda item: True, why=same_happening, before=None if before is None else before.same,
        )
        joined = Joined(
            material, (self.bonds, *self.same.joins), before=None if before is None else before.groups.joined,
        )
        self.groups: Gathered[Corroboration] = Gathered(joined, _corroboration, before=None if before is None else before.groups)
        kept = [one for one in self.groups.values() if one.documents > 1 or one.origins > 1]
        self.found = tuple(sorted(kept, key=lambda one: (-one.origins, -one.documents, -len(one.claims), one.id)))


def corroborations(material: Material) -> tuple[Corroboration, ...]:
    """All agreement of two documents or two origins, that of most origins first."""
    return Corroborations(material).found


def _bonds(item: Item, material: Material) -> Iterator[Bond]:
    found = bond(item)
    if found is not None:
        yield found


def _bound(key: Bond, items: Sequence[Item], material: Material) -> tuple[Join, ...]:
    """The joins of one bond."""
    found: list[Join] = []
    for together in _lasting(items):
        first = together[0]
        reason = f"{_name(first, material, subject=True)} {key[0]} {_name(first, material, subject=False)}"
        found += ((first.claim.id, item.claim.id, reason) for item in together[1:])
    return tuple(found)


def _lasting(items: Sequence[Item]) -> Iterable[list[Item]]:
    """The items of one bond, cut where more time lies between two than the bond lasts without evidence. What has no time
    stands with what is nearest to its publication."""
    ordered = sorted(items, key=lambda item: (item.holds.first or item.holds.last or 0, item.claim.id))
    timeless = [item for item in ordered if not item.when.known]
    dated = [item for item in ordered if item.when.known]
    if timeless:  # may be any time: it holds all of them together
        yield timeless + dated
        return
    run: list[Item] = []
    for item in dated:
        if run and all(item.when.gap(other.when) > other.aspect.horizon for other in run):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def independent(items: Sequence[Item]) -> dict[str, str]:
    """The origins of claims that agree, by key. Documents that tell it in the very same words have it from one of them, even
    where none says so: an agency's sentence is one origin."""
    kept: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: (item.said.first or 0, item.claim.id)):
        if item.source.key not in kept and not any(_verbatim(item, other) for other in kept.values()):
            kept[item.source.key] = item
    return {key: item.source.name for key, item in kept.items()}


def _verbatim(one: Item, other: Item) -> bool:
    """Whether two quotes of some length share nearly all their words."""
    shared, all_ = len(one.words & other.words), len(one.words | other.words)
    return one.claim.document != other.claim.document and all_ >= LONG and shared >= SAME_WORDS * all_


def _name(item: Item, material: Material, *, subject: bool) -> str:
    key, argument = (item.subject_party, item.claim.subject) if subject else (item.object_party, item.claim.object)
    return material.name(key, name=argument.name)


def _corroboration(group: Group, material: Material) -> Corroboration:
    items, reasons = group.items, group.reasons
    claims = tuple(sorted(item.claim.id for item in items))
    sources = independent(items)
    documents = {item.claim.document for item in items}
    lead = max(items, key=lambda item: (item.of_actors, item.claim.object.entity is not None, item.claim.id))
    subject = material.name(lead.subject, name=lead.claim.subject.name)
    object_ = material.name(lead.object, name=lead.claim.object.name)
    what = f"{'' if lead.affirmed else 'denied: '}{shown_name(subject)} {in_words(lead.claim.predicate)} {shown_name(object_)}"
    said = "; ".join(sorted(set(sources.values())))
    plain = "1 origin" if len(sources) == 1 else f"{len(sources)} origins"
    return Corroboration(
        id=identity("k", claims), claims=claims, documents=len(documents), origins=len(sources),
        explanation=f"{what}: {'; '.join(reasons)}. {len(documents)} document{'s' * (len(documents) > 1)}, {plain}: {said}.",
    )

"""How an account came from its first voice into documents, and what would fall with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crossread.model import Claim, Voice
from crossread.model.findings import Origin, Relation
from crossread.model.names import name_key
from crossread.model.reading import UNNAMED_OUTLET
from crossread.views.picture import Picture
from crossread.views.saying import in_time


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document that an account came into, how many claims it tells of it, and the documents that copy this one."""

    document: str
    claims: int
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A voice that passes an account on: the voices that have it from it, and the documents that have it from it directly."""

    name: str
    steps: tuple[Step, ...]
    leaves: tuple[Leaf, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents that have it through this voice, copies included."""
        own = {id_ for leaf in self.leaves for id_ in (leaf.document, *leaf.copies)}
        return frozenset(own.union(*(step.documents for step in self.steps)))


@dataclass(frozen=True, slots=True)
class Lineage:
    """An origin from its first voice to documents. `alone` are the claims that nothing of another origin agrees with, `shared`
    those that something does, both by time and without the `repeated`, which copies have word for word from another document
    of this origin; `relations` are those that rest on this origin and on nothing else."""

    origin: Origin
    root: Step
    alone: tuple[str, ...]
    shared: tuple[str, ...]
    repeated: tuple[str, ...]
    relations: tuple[Relation, ...]


@dataclass(slots=True)
class _Growing:
    name: str
    steps: dict[str, _Growing] = field(default_factory=dict)
    claims: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def lineage(picture: Picture, origin: str) -> Lineage:
    """The lineage of an origin, by its id.

    Raises:
        KeyError: there is no such origin.
    """
    found = next((one for one in picture.origins if one.id == origin), None)
    if found is None:
        raise KeyError(origin)
    claims = [picture.claims[id_] for id_ in found.claims]
    repeated = _repeated(claims, picture)
    told = [claim.id for claim in claims if claim.id not in repeated]
    held = {id_ for id_ in told if not stands_alone(picture, id_)}
    return Lineage(
        origin=found, root=_tree(found, claims, picture), alone=in_time((id_ for id_ in told if id_ not in held), picture),
        shared=in_time(held, picture), repeated=in_time(repeated, picture), relations=_relations(found, picture),
    )


def _repeated(claims: Iterable[Claim], picture: Picture) -> frozenset[str]:
    """The claims of copies that say in the same words what a claim of the text that they copy says."""
    of = {copy.document: copy.of for copy in picture.copies}
    first = {(claim.document, *_said(claim)) for claim in claims}
    return frozenset(claim.id for claim in claims if (of.get(claim.document), *_said(claim)) in first)


def _said(claim: Claim) -> tuple[object, ...]:
    return (tuple(part.quote for part in claim.evidence), claim.predicate, name_key(claim.subject.name),
            name_key(claim.object.name), claim.polarity)


def supported(picture: Picture) -> frozenset[str]:
    """The claims of a case that some claim of another origin agrees with."""
    found: set[str] = set()
    for agreed in picture.corroborations:
        if len({picture.origin_of(id_).id for id_ in agreed.claims}) > 1:
            found.update(agreed.claims)
    return frozenset(found)


def stands_alone(picture: Picture, claim: str) -> bool:
    """Whether no claim of another origin agrees with this one."""
    origin = picture.origin_of(claim).id
    return not any(
        picture.origin_of(other).id != origin for agreed in picture.resting_on(claim).corroborations for other in agreed.claims
    )


def _relations(origin: Origin, picture: Picture) -> tuple[Relation, ...]:
    """The relations all of whose claims are of this origin."""
    own = frozenset(origin.claims)
    found = dict.fromkeys(one for id_ in origin.claims for one in picture.relations_of(id_) if own.issuperset(one.claims))
    return tuple(sorted(found, key=lambda one: (-len(one.claims), one.source.name, one.relation, one.target.name)))


def _tree(origin: Origin, claims: Iterable[Claim], picture: Picture) -> Step:
    """Voices from the first to the last before the outlet. A document that copies another of the same origin stands with
    that one."""
    held = frozenset(origin.documents)
    first = {copy.document: copy.of for copy in picture.copies if copy.document in held and copy.of in held}
    copied: dict[str, list[str]] = defaultdict(list)
    for document, of in first.items():
        copied[of].append(document)
    root = _Growing(origin.name)
    for claim in claims:
        if claim.document in first:
            continue
        at = root
        for voice in reversed(_behind(claim, picture)):
            actor = picture.actors.get(voice.entity or "")
            name = voice.name if actor is None else actor.name
            if name_key(name) != name_key(at.name):
                at = at.steps.setdefault(voice.entity or name_key(voice.name), _Growing(name))
        at.claims[claim.document].add(claim.id)
    return _step(root, copied, picture)


def _behind(claim: Claim, picture: Picture) -> tuple[Voice, ...]:
    """The voices through which a document has it, outermost first; its own outlet goes without saying."""
    document = picture.documents.get(claim.document)
    chain = claim.attribution[:-1]
    own = chain and name_key(chain[0].name) in (name_key((document.outlet if document else None) or ""), name_key(UNNAMED_OUTLET))
    return chain[1:] if own else chain


def _step(growing: _Growing, copied: Mapping[str, list[str]], picture: Picture) -> Step:
    def age(document: str) -> tuple[str, str]:
        known = picture.documents.get(document)
        return (known.published.earliest or "9999" if known else "9999"), document

    leaves = tuple(
        Leaf(document, len(growing.claims[document]), tuple(sorted(copied.get(document, ()), key=age)))
        for document in sorted(growing.claims, key=age)
    )
    steps = (_step(step, copied, picture) for step in growing.steps.values())
    return Step(growing.name, tuple(sorted(steps, key=lambda step: (-len(step.documents), step.name))), leaves)

"""Claims made ready for comparison. Claims are compared only within a slot, so the cost of a case grows with its slots.

A slot is what claims must share to be compared: two parties and a family of predicates, or one party and a predicate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from weakref import WeakKeyDictionary

from crossread.comparison.context import Context
from crossread.comparison.origins import Names, Source, source_of
from crossread.comparison.parties import Fold
from crossread.comparison.periods import Period, ordinal
from crossread.comparison.words import stem, stems
from crossread.lexicon import table
from crossread.model import Argument, Claim, Document
from crossread.model.actor import Actor
from crossread.model.findings import Copy, Party
from crossread.model.names import UNSPECIFIED, name_key
from crossread.ontology.aspects import Aspect, aspects
from crossread.ontology.predicates import predicates

ENMITY = frozenset({"fights", "attacks", "opposes", "rivals", "overthrows", "betrays", "rejects"})
BELONGING = frozenset({"commands", "leads", "member_of", "composed_of", "instrument_of", "creates"})
BASES = frozenset({"explicit", "relative"})  # of a time that words of the text fix
SETTLED = frozenset({"asserted", "reported", "alleged"})
FEW = 0.05  # of the documents that speak of two parties: so few that put them at enmity may be slips
NEWS = 14  # days before a report in which what it tells as news is taken to have happened


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Item:
    """A claim and what it is compared by. Two are the same only if they are one object: an item is made anew when anything
    changes that a rule may ask about it or about its `keys`, so that what was made of it holds as long as it is there.

    `subject`, `object` and `place` are actor ids or keys of the words; the parties are whom they act for. `when` is what the
    claim says, `holds` that or else the days around publication; `said` is the day of publication at the latest. A claim is
    `clear` unless all that it says of whom it is about is a pronoun or the like; it `names_doer` if its subject is more than
    that, and is `dated` if its document tells when it appeared. `near` are the rare names and words around a claim of harm.
    `keys` are all actors and parties that it has to do with."""

    claim: Claim
    subject: str
    object: str
    subject_party: str
    object_party: str
    place: str | None
    family: str
    stance: int
    aspect: Aspect
    when: Period
    holds: Period
    said: Period
    source: Source
    about: frozenset[str]
    words: frozenset[str]
    clear: bool
    names_doer: bool
    dated: bool
    near: Context
    keys: tuple[str, ...]

    @property
    def of_actors(self) -> bool:
        """Whether subject and object are both actors of the case."""
        return self.claim.subject.entity is not None and self.claim.object.entity is not None

    @property
    def begins(self) -> int | None:
        """The first day on which it is known to hold: by its own words, or by the day of publication where that is told; what a
        text merely allows is no day on which anything began."""
        if self.when.known and (self.dated or self.claim.time.basis in BASES):
            return self.when.first
        return self.said.first if self.dated and not self.when.known else None

    @property
    def affirmed(self) -> bool:
        return self.claim.polarity == "affirmed"

    @property
    def settled(self) -> bool:
        """Whether it is put as fact by whoever says it, not as a possibility, wish or forecast."""
        return self.claim.modality in SETTLED

    @property
    def quote(self) -> str:
        return " … ".join(part.quote for part in self.claim.evidence)


@dataclass(frozen=True, slots=True)
class Step:
    """How one material differs from an earlier one: items that went, and that came."""

    gone: tuple[Item, ...]
    come: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Material:
    """All that findings are made of."""

    items: tuple[Item, ...]
    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]
    folds: Mapping[str, Fold]
    bodies: Mapping[str, frozenset[str]]
    enemies: frozenset[tuple[str, str]]
    copies: tuple[Copy, ...]
    steps: WeakKeyDictionary[Material, Step] = field(default_factory=WeakKeyDictionary, init=False, repr=False)

    def since(self, before: Material) -> Step:
        """What differs from an earlier material."""
        found = self.steps.get(before)
        if found is None:
            was, now = set(before.items), set(self.items)
            found = self.steps[before] = Step(
                tuple(item for item in before.items if item not in now), tuple(item for item in self.items if item not in was),
            )
        return found

    def acts_for(self, one: str, other: str) -> bool:
        """Whether two actors are one, act for one party, or the one belongs to the other."""
        mine, theirs = self._party_of(one), self._party_of(other)
        return mine == theirs or theirs in self.bodies.get(one, ()) or mine in self.bodies.get(other, ())

    def hostile(self, one: str, other: str) -> bool:
        """Whether the two parties are said to fight, attack, overthrow, oppose or rival each other, by as many documents as
        tie them, or more."""
        return (min(one, other), max(one, other)) in self.enemies

    def _party_of(self, key: str) -> str:
        return self.folds[key].party if key in self.folds else key

    def party(self, key: str, *, name: str) -> Party:
        """An actor as a finding names it."""
        actor = self.actors.get(key)
        return Party(None, name) if actor is None else Party(actor.id, actor.name)

    def name(self, key: str, *, name: str) -> str:
        """The name of an actor, or else the words of the text."""
        return self.party(key, name=name).name


def named_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The actors that some document names; the others are known by descriptions alone."""
    return frozenset(actor.id for actor in actors if actor.aliases)


def _is_land(actor: Actor | None) -> bool:
    return actor is not None and actor.type in ("state", "place")


def names_of(actors: Iterable[Actor]) -> dict[str, str]:
    """Actors by the keys of their names; a name of several is nobody's."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for text in (actor.name, *(alias.text for alias in actor.aliases)):
            found[name_key(text)].add(actor.id)
    return {key: next(iter(ids)) for key, ids in sorted(found.items()) if key and len(ids) == 1}


def make_item(
    claim: Claim, *, names: Names, acting: Mapping[str, Fold], people: Mapping[str, Actor], document: Document | None,
    near: Context,
) -> Item:
    predicate, aspect = predicates()[claim.predicate], aspects()[claim.predicate]
    subject = claim.subject.entity or "words " + name_key(claim.subject.name)
    object_ = claim.object.entity or "words " + name_key(claim.object.name)
    if predicate.family == "harm" and claim.object.entity and _is_land(people.get(claim.object.entity)):
        object_ = "words " + name_key(claim.object.name)  # "twelve Syrians" are people of a country, not the country
    when = _when(claim, aspect)
    said = _said(document)
    counted = predicate.family == "harm" and claim.quantity is not None
    source = source_of(claim, names)
    described = stems(claim.subject.name) - {_unsaid()} if claim.subject.entity is None else frozenset()
    about = stems(claim.object.name) | described
    subject_party = acting[subject].party if subject in acting else subject
    object_party = acting[object_].party if object_ in acting else object_
    place = _place(claim)
    return Item(
        claim=claim, subject=subject, object=object_, subject_party=subject_party, object_party=object_party, place=place,
        family=predicate.family, stance=predicate.stance, aspect=aspect,
        when=when, holds=when if when.known else said, said=said, source=source, about=about,
        words=stems(" ".join(part.quote for part in claim.evidence)) | about,
        clear=(_names_one(claim.object, people) or counted) and (predicate.family == "harm" or _names_one(claim.subject, people))
        and not (counted and _counts_others(claim)),
        names_doer=_names_one(claim.subject, people),
        dated=document is not None and document.published.basis in ("metadata", "text"), near=near,
        keys=tuple(key for key in (
            subject, object_, subject_party, object_party, place, claim.subject.entity, claim.object.entity,
            source.key.removeprefix("actor "), *(voice.entity for voice in claim.attribution),
        ) if key is not None),
    )


@lru_cache(maxsize=1)
def _unsaid() -> str:
    return stem(UNSPECIFIED)


@lru_cache(maxsize=1)
def _nobody() -> frozenset[str]:
    return frozenset(table("en", "comparison")["nobody"])


def _names_one(argument: Argument, actors: Mapping[str, Actor]) -> bool:
    """Whether the actor, or else the words, are more than a pronoun, "some" or "unspecified"."""
    actor = actors.get(argument.entity or "")
    return not set(name_key(actor.name if actor is not None else argument.name).split()) <= _nobody()


@lru_cache(maxsize=1)
def _counts() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("en", "comparison")["counts"].items()}


def _counts_others(claim: Claim) -> bool:
    """Whether a number of harm says of itself that it counts another harm: "killed 100 injured"."""
    said = set(name_key(claim.object.name).split()) | _right_after(claim)
    own = _counts().get(claim.predicate, frozenset())
    return bool(own) and not said & own and any(said & words for name, words in _counts().items() if name != claim.predicate)


def _right_after(claim: Claim) -> set[str]:
    """The word that follows the counted people in a claim's words: "48 people dead over 100 injured"."""
    told = " ".join(name_key(part.quote) for part in claim.evidence).partition(name_key(claim.object.name))[2]
    return set(told.split()[:1])


def bodies_of(items: Iterable[Item]) -> dict[str, frozenset[str]]:
    """The bodies that each actor is said to belong to."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        if item.claim.predicate == "member_of" and item.affirmed and item.settled and item.claim.object.entity:
            found[item.subject].add(item.object)
    return {actor: frozenset(bodies) for actor, bodies in found.items()}


def enemies_of(items: Iterable[Item], people: Mapping[str, Actor]) -> frozenset[tuple[str, str]]:
    """Pairs of parties that are put at enmity by as many documents as tie them to each other, or more, and by more than a few
    of those that speak of both: one clause misread makes no enemies. Attacks "on" a state are mostly attacks in it."""
    against: dict[tuple[str, str], set[str]] = defaultdict(set)
    tied: dict[tuple[str, str], set[str]] = defaultdict(set)
    speaking: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for party in (item.subject_party, item.object_party):
            speaking[party].add(item.claim.document)
        if item.affirmed and item.settled and item.of_actors and item.subject_party != item.object_party:
            pair = (min(item.subject_party, item.object_party), max(item.subject_party, item.object_party))
            land = item.claim.predicate == "attacks" and _is_land(people.get(item.object))
            if item.claim.predicate in ENMITY and not land:
                against[pair].add(item.claim.document)
            elif item.family == "backing" and item.stance > 0 or item.claim.predicate in BELONGING:
                tied[pair].add(item.claim.document)
    return frozenset(
        (one, other) for (one, other), documents in against.items()
        if len(documents) >= max(len(tied[one, other]), FEW * len(speaking[one] & speaking[other]))
    )


def _when(claim: Claim, aspect: Aspect) -> Period:
    """The days a claim speaks of. An event told as news, dated by nothing but the day it was reported on, is of late."""
    first, last = ordinal(claim.time.earliest), ordinal(claim.time.latest)
    if not aspect.lasts and claim.time.basis == "inferred" and first is None and last is not None:
        return Period(last - NEWS, last)
    if claim.time.basis == "inferred" and last is None and claim.modality != "predicted":
        return Period()  # "after 2011", from a document without a date, is no day on which anything began
    return Period(first, last)


def _said(document: Document | None) -> Period:
    if document is None:
        return Period()
    published = document.published
    return Period(ordinal(published.earliest or published.date), ordinal(published.latest or published.date))


def _place(claim: Claim) -> str | None:
    if claim.place is None:
        return None
    return claim.place.entity or "words " + name_key(claim.place.name)

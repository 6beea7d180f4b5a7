"""Who acts for whom: a commander and his force, a head and the body, an office and what it serves. A fold is used where claims
are compared, with its reason; relations keep the actors apart, since backing the army need not be backing the general.

`RULES` is the order in which an actor's party is looked for; the first rule that gives one decides:
1. a person who is said to command or lead a force or body belongs to the one that most origins name;
2. a room, operation or agreement that is said to serve somebody belongs to that party;
3. a force named after a body, or after a person ("league troops", "forces of the league"), belongs to that party.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from crossread.lexicon import table
from crossread.model import Claim
from crossread.model.actor import Actor
from crossread.model.names import name_key

HEADS = frozenset({"commands", "leads", "creates"})
SERVES = frozenset({"supports", "instrument_of"})
BODIES = frozenset({"armed_group", "government_body", "military_unit", "ngo", "company"})
THINGS = frozenset({"facility", "event", "agreement"})
OWNERS = frozenset({"person", "government_body", "armed_group"})
FORCES = frozenset({"armed_group", "military_unit", "other"})
PLACED = frozenset({"located_at"})  # what is said of things and not of people, where a type is unknown
HELD = frozenset({"asserted", "reported", "alleged"})

Found = tuple[str, str, str]  # who, to whom it belongs, why


@dataclass(frozen=True, slots=True)
class Fold:
    """The party that an actor acts for, and the claims that say so."""

    actor: str
    party: str
    claims: tuple[str, ...]


def _heads(claim: Claim, types: Mapping[str, str]) -> tuple[str, str] | None:
    """A person who commands or leads a force or body."""
    subject, object_ = claim.subject.entity, claim.object.entity
    if claim.predicate in HEADS and subject and object_ and types.get(subject) == "person" and types.get(object_) in BODIES:
        return subject, object_
    return None


def _serves(claim: Claim, types: Mapping[str, str]) -> tuple[str, str] | None:
    """A thing that serves an actor."""
    subject, object_ = claim.subject.entity, claim.object.entity
    if claim.predicate in SERVES and subject and object_ and types.get(subject) in THINGS and types.get(object_) not in THINGS:
        return subject, object_
    return None


RULES: tuple[Callable[[Claim, Mapping[str, str]], tuple[str, str] | None], ...] = (_heads, _serves)


def folds(claims: Iterable[Claim], actors: Mapping[str, Actor]) -> dict[str, Fold]:
    """The folds of all actors that act for another, by actor."""
    claims = list(claims)
    types = _types(claims, actors)
    votes: list[dict[str, dict[str, list[Claim]]]] = [defaultdict(lambda: defaultdict(list)) for _ in RULES]
    for claim in claims:
        if claim.polarity == "affirmed" and claim.modality in HELD:
            for rule, found in zip(RULES, votes, strict=True):
                pair = rule(claim, types)
                if pair is not None and pair[0] != pair[1]:
                    found[pair[0]][pair[1]].append(claim)
    result: dict[str, Fold] = {}
    for found in votes:
        for actor, bodies in found.items():
            if actor not in result:
                party = min(bodies, key=lambda body: (-len({claim.document for claim in bodies[body]}), -len(bodies[body]), body))
                result[actor] = Fold(actor, party, tuple(sorted(claim.id for claim in bodies[party])))
    for actor, party in _named_after(actors).items():
        if result.get(party, Fold(party, party, ())).party != actor:
            result.setdefault(actor, Fold(actor, party, ()))
    return {actor: _last(fold, result) for actor, fold in sorted(result.items())}


def _named_after(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Forces, and whose their name says they are; a name of several is nobody's."""
    nouns = frozenset(table("en", "comparison")["forces"])
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in actors.values():
        for text in (actor.name, *(alias.text for alias in actor.aliases)) if actor.type in OWNERS else ():
            owners[name_key(text)].add(actor.id)
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors.values():
        for text in (actor.name, *(alias.text for alias in actor.aliases)) if actor.type in FORCES else ():
            found[actor.id] |= owners.get(_owner(name_key(text).split(), nouns), set()) - {actor.id}
    return {id_: next(iter(parties)) for id_, parties in sorted(found.items()) if len(parties) == 1}


def _owner(words: list[str], nouns: frozenset[str]) -> str:
    """Whose a force is by the words of its name; empty where they do not say."""
    if len(words) > 2 and words[0] in nouns and words[1] == "of":
        return name_key(" ".join(words[2:]))
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in nouns else ""


def _types(claims: Iterable[Claim], actors: Mapping[str, Actor]) -> dict[str, str]:
    """The types of actors; what is of no known type but has a seat, or is commanded, is a facility."""
    types = {id_: str(actor.type) for id_, actor in actors.items()}
    for claim in claims:
        if claim.predicate in PLACED and types.get(claim.subject.entity or "") == "other":
            types[claim.subject.entity or ""] = "facility"
        if claim.predicate == "commands" and types.get(claim.object.entity or "") == "other":
            types[claim.object.entity or ""] = "facility"
    return types


def _last(fold: Fold, all_: Mapping[str, Fold]) -> Fold:
    """A room that serves a general is with his army: folds are followed, but never in a circle."""
    seen, party, claims = {fold.actor}, fold.party, list(fold.claims)
    while party in all_ and party not in seen:
        seen.add(party)
        claims += all_[party].claims
        party = all_[party].party
    return fold if party in seen else Fold(fold.actor, party, tuple(sorted(set(claims))))

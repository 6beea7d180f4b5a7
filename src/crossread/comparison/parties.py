"""Who acts for whom: a commander and his force, a head and the body, an office and what it serves. A fold is used where claims
are compared, with its reason; relations keep the actors apart, since backing the army need not be backing the general.

`RULES` is the order in which an actor's party is looked for; the first rule that gives one decides:
1. a person who is said to command or lead a force or body belongs to the one that most origins name;
2. a room, operation or agreement that is said to serve somebody belongs to that party;
3. a force named after a body, or after a person ("league troops", "forces of the league"), belongs to that party; a person
   after whom one government is named belongs to it;
4. the government or the army of a country ("the Danish government", "Danish troops") is that state, unless other governments,
   or armies, of the country are in more than a few documents beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from crossread.lexicon import table
from crossread.model import Claim
from crossread.model.actor import Actor
from crossread.model.names import name_key
from crossread.ontology.countries import country_of

HEADS = frozenset({"commands", "leads", "creates"})
SERVES = frozenset({"supports", "instrument_of"})
BODIES = frozenset({"armed_group", "government_body", "military_unit", "ngo", "company"})
THINGS = frozenset({"facility", "event", "agreement"})
OWNERS = frozenset({"person", "government_body", "armed_group"})
FORCES = frozenset({"armed_group", "military_unit", "other"})
PLACED = frozenset({"located_at"})  # what is said of things and not of people, where a type is unknown
GOVERNING = frozenset({"government_body"})
TELLING = HEADS | SERVES | PLACED | {"commands"}  # all that folds are read from
SERVING = frozenset({"military_unit", "armed_group"})
LISTED = "and"  # in the name of whose a force is: two that were listed, taken for one
RIVALS = 0.2  # of the documents of a government that may name another of its country
HELD = frozenset({"asserted", "reported", "alleged"})

_POSSESSED = re.compile(r"(?P<owner>.+?)['’]s (?P<between>.* )?(?P<noun>\w+)")

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


@dataclass(frozen=True, slots=True)
class Named:
    """Who is somebody's by name alone: forces, by what they are called; then all of them, in the order in which they are
    looked for."""

    forces: Mapping[str, str]
    all_: tuple[tuple[str, str], ...]


def named_after(actors: Mapping[str, Actor]) -> Named:
    """Whose the actors of a case are by their names."""
    forces = _named_after(actors)
    return Named(forces, (*forces.items(), *_heads_of_named(actors).items(), *_of_states(actors).items()))


def folds(claims: Iterable[Claim], actors: Mapping[str, Actor], *, named: Named | None = None) -> dict[str, Fold]:
    """The folds of all actors that act for another, by actor. `named` is what their names say, where it is known already."""
    claims = [claim for claim in claims if claim.predicate in TELLING]
    types = _types(claims, actors)
    by_name = named_after(actors) if named is None else named
    votes: list[dict[str, dict[str, list[Claim]]]] = [defaultdict(lambda: defaultdict(list)) for _ in RULES]
    for claim in claims:
        if claim.polarity == "affirmed" and claim.modality in HELD:
            for rule, found in zip(RULES, votes, strict=True):
                pair = rule(claim, types)
                if pair is None or pair[0] == pair[1]:
                    continue
                if not _is_only(pair[1], of=pair[0], named=by_name.forces, actors=actors):
                    found[pair[0]][pair[1]].append(claim)
    result: dict[str, Fold] = {}
    for found in votes:
        for actor, bodies in found.items():
            if actor not in result:
                party = min(bodies, key=lambda body: (-len({claim.document for claim in bodies[body]}), -len(bodies[body]), body))
                result[actor] = Fold(actor, party, tuple(sorted(claim.id for claim in bodies[party])))
    for actor, party in by_name.all_:
        if result.get(party, Fold(party, party, ())).party != actor:
            result.setdefault(actor, Fold(actor, party, ()))
    return {actor: _last(fold, result) for actor, fold in sorted(result.items())}


def _named_after(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Forces, and whose their name says they are; of several that go by the name, it is the one far more spoken of."""
    nouns, nobody = (frozenset(table("en", "comparison")[name]) for name in ("forces", "nobody"))
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in actors.values():
        for text in _called(actor) if actor.type in OWNERS else ():
            owners[name_key(text)].add(actor.id)
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors.values():
        for text in _called(actor) if actor.type in FORCES else ():
            owner = _possessor(text, nouns) or _owner(name_key(text).split(), nouns)
            if not _is_country(owner) and not set(owner.split()) <= nobody:
                found[actor.id] |= (owners.get(owner.removesuffix("s")) or owners.get(owner) or set()) - {actor.id}
    return _single(found, actors)


def _possessor(text: str, nouns: frozenset[str]) -> str:
    """Whose "Petrak's border-guard army" is; empty for "Petrak's former army", or where nobody is named so."""
    found = _POSSESSED.fullmatch(text)
    if found is None:
        return ""
    between, noun = (found["between"] or "").lower().split(), found["noun"].lower()
    apart = {word for words in table("en", "actors")["marks"].values() for word in words}
    return name_key(found["owner"]) if noun in nouns and apart.isdisjoint(between) else ""


def _single(found: Mapping[str, set[str]], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Of several that may be meant, the one that is in far more documents than the others together; else none."""
    result: dict[str, str] = {}
    for id_, several in sorted(found.items()):
        first = min(several, key=lambda one: (-len(actors[one].documents), one), default=None)
        others = sum(len(actors[one].documents) for one in several if one != first)
        if first is not None and others <= RIVALS * len(actors[first].documents):
            result[id_] = first
    return result


def _is_only(force: str, *, of: str, named: Mapping[str, str], actors: Mapping[str, Actor]) -> bool:
    """Whether a force has no name but that of whose it is: "Petrak's forces", "his forces"; or is two that are
    listed."""
    actor = actors.get(force)
    nouns, nobody = (frozenset(table("en", "comparison")[name]) for name in ("forces", "nobody"))
    owner = _owner(name_key(actor.name).split(), nouns) if actor is not None else ""
    if not owner:
        return False
    owners = {name_key(text) for text in _called(actors[of])} if of in actors else set()
    own = named.get(force) == of and (owner in owners or owner.removesuffix("s").strip() in owners)
    return own or set(owner.split()) <= nobody or LISTED in owner.split()


def _called(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias.text for alias in actor.aliases)


def _of_states(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Governments and armies that are called by nothing but their country, and the states."""
    states = {actor.country: actor.id for actor in actors.values() if actor.type == "state" and actor.country}
    found: dict[str, str] = {}
    for name, types in (("governments", GOVERNING), ("forces", SERVING)):
        nouns = frozenset(table("en", "comparison")[name])
        of_country: dict[str, set[str]] = defaultdict(set)
        plain: dict[str, str] = {}
        for actor in (one for one in actors.values() if one.type in types):
            names = [name_key(text).split() for text in _called(actor)]
            within = next((code for words in names if (code := _governed(words))), None) if types == GOVERNING else None
            country = actor.country or within
            if country in states and any(words and nouns & set(words) for words in names):
                of_country[country or ""].add(actor.id)
                if within or any(words[-1] in nouns and _is_country(" ".join(words[:-1])) for words in names if len(words) > 1):
                    plain[actor.id] = country or ""
        for id_, country in plain.items():
            others = {document for other in of_country[country] - {id_} for document in actors[other].documents}
            if len(others) <= RIVALS * len(actors[id_].documents):
                found[id_] = states[country]
    return found


def _governed(words: list[str]) -> str | None:
    """The country of "the regime in Peru", "the military dictatorship of Peru"; none for one of several ("a rival government
    in Peru")."""
    nouns, marks = frozenset(table("en", "comparison")["governments"]), table("en", "actors")["marks"]
    apart = {word for kind in ("new", "rival", "former") for word in marks[kind]}
    for at, word in enumerate(words[:-2]):
        if word in nouns and words[at + 1] in ("of", "in") and not apart & set(words[:at]):
            country = country_of(" ".join(words[at + 2 :]).title())
            return country.iso3 if country is not None else None
    return None


def _heads_of_named(actors: Mapping[str, Actor]) -> dict[str, str]:
    """People, and the one government that is named after them."""
    nouns = frozenset(table("en", "comparison")["governments"])
    people: dict[str, set[str]] = defaultdict(set)
    for actor in actors.values():
        if actor.type == "person":
            for text in _called(actor):
                people[name_key(text)].add(actor.id)
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors.values():
        if actor.type == "government_body":
            for text in _called(actor):
                owner = _owner(name_key(text).split(), nouns)
                owners = people.get(owner.removesuffix("s")) or people.get(owner) or set()
                for person in _single({"": owners}, actors).values():
                    found[person].add(actor.id)
    return _single(found, actors)


def _is_country(key: str) -> bool:
    """Whether the key of a name is a country's or its people's, an ending of possession aside."""
    return any(country_of(words.title()) is not None for words in (key, key.removesuffix("s")))


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

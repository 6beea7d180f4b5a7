"""Actors across documents by exact name and by acronym. A pure function of the documents' entities: the order they come
in changes nothing.

Two entities are one actor if their names have the same key (`crossread.model.names`) and their types the same kind. A
name that is only an acronym joins the longer name that documents give it beside that acronym, if all of them agree on
one; where none does, the only name of three words or more that has these very initials. An acronym with two readings
stays by itself. An entity that its document never names is an actor of that document
alone. Spellings, transliterations and titles are not compared here.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import get_args

from crossread.model.actor import ActorGroup, DocumentEntity
from crossread.model.names import initials, is_acronym, name_key, stands_for
from crossread.model.reading import EntityType

Key = tuple[str, str]  # kind of type, key of name

_KIND: dict[EntityType, str] = {
    "person": "person", "state": "place", "place": "place", "facility": "place",
    "armed_group": "body", "government_body": "body", "igo": "body", "ngo": "body", "media": "body", "company": "body",
    "military_unit": "body", "agreement": "text", "event": "event", "other": "other",
}
LONG = 3  # letters from which an acronym is unlikely to fit a name by chance
_TYPES: tuple[EntityType, ...] = get_args(EntityType)


def group(entities: Iterable[DocumentEntity]) -> tuple[ActorGroup, ...]:
    """The actors of all entities, in the order of their ids; each entity is a member of exactly one."""
    found = list(entities)
    named = [entity for entity in found if entity.named and name_key(entity.name)]
    expansions = _expansions(named)
    kinds = _kinds(named)
    members: dict[Key, list[DocumentEntity]] = defaultdict(list)
    for entity in named:
        members[_key(entity, expansions=expansions, kinds=kinds)].append(entity)
    groups = [_actor(key, together) for key, together in members.items()]
    groups += [_alone(entity) for entity in found if not (entity.named and name_key(entity.name))]
    return tuple(sorted(groups, key=lambda actor: actor.id))


def _expansions(named: Iterable[DocumentEntity]) -> dict[Key, set[str]]:
    """For each acronym, the keys of the longer names that documents use for the same entity; else of those it abbreviates."""
    found: dict[Key, set[str]] = defaultdict(set)
    spelled: dict[Key, set[str]] = defaultdict(set)
    for entity in named:
        if is_acronym(entity.name):
            continue
        kind, name = _KIND[entity.type], name_key(entity.name)
        for alias in entity.aliases:
            if is_acronym(alias) and stands_for(alias, entity.name):
                found[kind, name_key(alias)].add(name)
        if len(initials(entity.name)) >= LONG:
            spelled[kind, initials(entity.name)].add(name)
    return {**spelled, **found}


def _kinds(named: Iterable[DocumentEntity]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity in named:
        found[name_key(entity.name)].add(_KIND[entity.type])
    return found


def _key(entity: DocumentEntity, *, expansions: dict[Key, set[str]], kinds: dict[str, set[str]]) -> Key:
    name, kind = name_key(entity.name), _KIND[entity.type]
    if kind == "other":  # a name whose type was not found, but which is elsewhere known as one kind of thing
        known = sorted(kinds[name] - {"other"})
        kind = known[0] if len(known) == 1 else kind
    longer = expansions.get((kind, name), set()) if is_acronym(entity.name) else set()
    return kind, next(iter(longer)) if len(longer) == 1 else name


def _actor(key: Key, together: list[DocumentEntity]) -> ActorGroup:
    names = Counter(entity.name for entity in together if name_key(entity.name) == key[1])
    types = Counter(entity.type for entity in together)
    by_acronym = any(name_key(entity.name) != key[1] for entity in together)
    return ActorGroup(
        id=_identity(*key),
        name=min(names, key=lambda name: (-names[name], -len(name), name)),
        type=min(types, key=lambda type_: (type_ == "other", -types[type_], _TYPES.index(type_))),
        members=tuple(sorted((entity.document, entity.entity) for entity in together)),
        reason="the same name, or its acronym" if by_acronym else "the same name",
    )


def _alone(entity: DocumentEntity) -> ActorGroup:
    return ActorGroup(_identity("unnamed", entity.document, entity.entity), entity.name, entity.type,
                      ((entity.document, entity.entity),), "not named in its document")


def _identity(*parts: str) -> str:
    return "a" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:15]

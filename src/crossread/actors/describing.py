"""From a group of profiles to an actor: its name, type, country and sector."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import get_args

from crossread.actors.forms import form_of
from crossread.actors.words import actor_words, person_words
from crossread.model.actor import ActorGroup, Join, Weighed
from crossread.model.names import is_acronym, name_key
from crossread.model.reading import EntityType
from crossread.ontology.countries import country_of

_TYPES: tuple[EntityType, ...] = get_args(EntityType)


def describe(groups: Sequence[Sequence[Weighed]], joins: Sequence[tuple[Join, ...]]) -> tuple[ActorGroup, ...]:
    """Actors, in the order of their ids. An id is a hash of kind and name; where two actors share both, of a profile too."""
    found: list[ActorGroup] = []
    taken: set[str] = set()
    for members, why in sorted(zip(groups, joins, strict=True), key=lambda row: row[0][0].profile.id):
        type_ = _type(members)
        name = _name(members, type_)
        id_ = identity(type_, name_key(name))
        if id_ in taken:
            id_ = identity(type_, name_key(name), members[0].profile.id)
        taken.add(id_)
        found.append(ActorGroup(id_, name, type_, _country(members, type_), _sector(members, type_),
                                tuple(sorted(one.profile.id for one in members)), why))
    return tuple(sorted(found, key=lambda actor: actor.id))


def identity(*parts: str) -> str:
    """The id of an actor: a hash that the same parts always give."""
    return "a" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:15]


def _type(members: Sequence[Weighed]) -> EntityType:
    """What the world knows it as, else what most firm profiles say, else most of all."""
    counts: Counter[EntityType] = Counter()
    for one in members:
        weight = 1_000_000 if one.profile.known is not None else 3 if one.profile.firm else 1
        counts[one.profile.type] += one.count * (weight if one.profile.type != "other" else 1)
    return min(counts, key=lambda type_: (type_ == "other", -counts[type_], _TYPES.index(type_)))


def _name(members: Sequence[Weighed], type_: EntityType) -> str:
    """The usual name; else the full name that most entities have: neither an acronym nor a surname alone nor makeshift."""
    counts: Counter[str] = Counter()
    rank: dict[str, int] = {}
    for one in members:
        profile = one.profile
        if profile.known is not None:
            return profile.known
        counts[profile.name] += one.count
        full = not is_acronym(profile.name) and (type_ != "person" or len(person_words(profile.name)) > 1)
        rank[profile.name] = 0 if not profile.names else 2 if full else 1
    return min(counts, key=lambda name: (-rank[name], -counts[name], -len(name), name))


def _country(members: Sequence[Weighed], type_: EntityType) -> str | None:
    """The country that its names say, else the one that most descriptions say."""
    counts: Counter[str] = Counter()
    for one in members:
        profile = one.profile
        own = country_of(profile.known) if profile.known is not None else None
        if own is not None:
            return own.iso3
        if type_ != "person":
            for name in (*profile.names, *profile.makeshift):
                counts.update(dict.fromkeys(form_of(name).countries, 1000 * one.count))
        counts.update(dict.fromkeys(profile.countries, one.count))
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _sector(members: Sequence[Weighed], type_: EntityType) -> str | None:
    """The sector that most descriptions and names give, else that of the type. Places, agreements and events have none."""
    counts: Counter[str] = Counter()
    for one in members:
        counts.update(dict.fromkeys(one.profile.sectors, one.count))
    by_type = actor_words().sector_of_type.get(type_)
    if type_ == "person" or (by_type is not None and type_ != "state"):
        if counts:
            return min(counts, key=lambda sector: (-counts[sector], sector))
    return by_type

"""Where the places of a case lie, as far as names tell.

Place names repeat; a case is about few countries. Of the towns of one name, the one in the country that most places of the
case lie in is taken, and all that rests on such a choice says so (toponym disambiguation by spatial minimality: Leidner 2007,
"Toponym Resolution in Text").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from crossread.model.actor import Actor
from crossread.model.names import name_key
from crossread.model.place import Certainty, Coordinates, Position
from crossread.ontology.countries import countries, country_of
from crossread.ontology.towns import Town, towns_called

# What a place is called beside its name; of an area of a town's name, the town stands for it.
_AREAS = ("province", "governorate", "region", "state", "district", "county", "oblast", "countryside", "suburbs", "valley")
_TOWNS = ("city of", "town of", "village of", "port of", "city", "town", "village", "port", "airport", "airbase", "air base")


def positions(actors: Iterable[Actor], *, told: Mapping[str, Coordinates]) -> Mapping[str, Position]:
    """The positions of all places, facilities and states among the actors, by their ids; unknown ones are left out. `told` is
    what people say, by the key of a place's name; it goes before the gazetteer, whatever the actor's type."""
    said: dict[str, Position] = {}
    candidates: dict[str, tuple[tuple[Town, ...], Certainty]] = {}
    for actor in actors:
        if where := next((told[key] for name in _names(actor) if (key := name_key(name)) in told), None):
            said[actor.id] = Position(where.latitude, where.longitude, "", "told", "as the journal of this case says")
        elif actor.type in ("place", "facility", "state") and (found := _candidates(actor)):
            candidates[actor.id] = found
    home = Counter(found[0].country for found, kind in candidates.values() if kind != "country" and _alone(found))
    home.update({found[0].country: 1 for found, kind in candidates.values() if kind == "country"})
    return said | {id_: _choose(found, kind, home) for id_, (found, kind) in candidates.items()}


def _names(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias.text for alias in actor.aliases)


def _candidates(actor: Actor) -> tuple[tuple[Town, ...], Certainty] | None:
    for name in _names(actor):
        if actor.type == "state":
            country = country_of(name)
            capitals = country.capitals if country else ()
            if country and (found := tuple(t for c in capitals for t in towns_called(c) if t.country == country.iso3)):
                return found, "country"
            continue
        if found := towns_called(name):
            return found, "town"
        for words, certainty in ((_TOWNS, "town"), (_AREAS, "area")):
            bare = _without(name, words)
            if bare and (found := towns_called(bare)):
                return found, "area" if certainty == "area" else "town"
    return None


def _without(name: str, words: Iterable[str]) -> str | None:
    lower = name.casefold()
    for word in words:
        if lower.endswith(" " + word):
            return name[: -len(word) - 1]
        if lower.startswith(word + " "):
            return name[len(word) + 1:]
    return None


def _alone(towns: tuple[Town, ...]) -> bool:
    return len(towns) == 1 or towns[0].population > 20 * towns[1].population


def _choose(towns: tuple[Town, ...], kind: Certainty, home: Counter[str]) -> Position:
    best = max(towns, key=lambda town: (home[town.country], town.population))
    country = countries()[best.country].name if best.country in countries() else best.country
    if kind == "country":
        return _position(best, kind, f"{best.name}, the capital, stands for {country}")
    others = len(towns) - 1
    if others and (best != towns[0] or not _alone(towns)):
        more = "one more town" if others == 1 else f"{others} more towns"
        return _position(best, "chosen", f"{best.name} in {country}, where most of this case's places lie; {more} of that name")
    if kind == "area":
        return _position(best, kind, f"the town of {best.name} in {country} stands for the area")
    return _position(best, kind, f"{best.name} in {country}")


def _position(town: Town, certainty: Certainty, reason: str) -> Position:
    return Position(town.latitude, town.longitude, town.country, certainty, reason)

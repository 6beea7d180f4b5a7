"""Claims made by hand, so that tests of comparison need neither model nor storage."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.comparison.prepare import prepare
from crossread.comparison.slots import Material
from crossread.model import Argument, Claim, ClaimPlace, ClaimQuantity, ClaimTime, Document, Evidence, Published, Voice
from crossread.model.actor import Actor, Alias
from crossread.model.names import name_key
from crossread.model.reading import EntityType, Modality, Polarity, TimeBasis

TYPES: dict[str, EntityType] = {
    "Oskar Veln": "person", "Mara Tessen": "person", "Ana Bruk": "person", "Merdova": "place", "Sarn": "place", "Kesh": "place",
    "Lorvia": "state", "Belmere": "state", "Askar": "state", "Harbour Post": "media", "Radio Sarn": "media",
    "the tower": "facility",
}


def claim(
    id: str, subject: str, predicate: str, object: str, *, quote: str = "", document: str = "one", by: tuple[str, ...] = (),
    time: tuple[str | None, str | None] = (None, None), basis: TimeBasis | None = None, place: str | None = None,
    number: float | None = None, about: bool = False, polarity: Polarity = "affirmed", modality: Modality = "asserted",
    unit: str | None = None, at: int = 0,
) -> Claim:
    """A claim; names that begin with a capital, or have a type, are actors. `by` are the voices after the outlet."""
    words = quote or f"{subject} {predicate} {object}"
    known: TimeBasis = "none" if time == (None, None) else "explicit"
    return Claim(
        id=id, document=document, evidence=(Evidence(at, at + len(words), words),), subject=_argument(subject),
            predicate=predicate,
        object=_argument(object), event=None, mode=None, polarity=polarity, modality=modality,
        attribution=(Voice(f"Outlet of {document}"), *(Voice(name, _actor(name)) for name in by)),
        time=ClaimTime(None, time[0], time[1], basis or known),
        place=None if place is None else ClaimPlace(_actor(place), place),
        quantity=None if number is None else ClaimQuantity(number, None, unit, about),
    )


def material(claims: Iterable[Claim], *, texts: dict[str, str] | None = None, published: dict[str,
    str] | None = None) -> Material:
    """Material of these claims, with a document for each that they name."""
    listed = list(claims)
    texts, published = texts or {}, published or {}
    documents = [
        Document(id_, texts.get(id_, ""), outlet=f"Outlet of {id_}", published=_published(published.get(id_, "2031-05-02")))
        for id_ in sorted({one.document for one in listed} | set(texts))
    ]
    return prepare(listed, documents=documents, actors=actors(listed))


def actors(claims: Iterable[Claim]) -> list[Actor]:
    """The actors of claims, each named once."""
    names = {
        entity: name for one in claims for entity, name in (
            (one.subject.entity, one.subject.name), (one.object.entity, one.object.name),
            *((voice.entity, voice.name) for voice in one.attribution),
            *([(one.place.entity, one.place.name)] if one.place else []),
        ) if entity
    }
    return [
        Actor(id_, name, TYPES.get(name, "armed_group"), None, None, (Alias(name, ("one",)),), 1, ("one",))
        for id_, name in sorted(names.items())
    ]


def _published(day: str) -> Published:
    return Published(day, day, day, "metadata")


def _actor(name: str) -> str | None:
    return "a " + name_key(name) if name in TYPES or name[:1].isupper() else None


def _argument(name: str) -> Argument:
    return Argument(_actor(name), name)

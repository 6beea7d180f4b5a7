"""What happened when and where, as the timeline and the map show it."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.model.network import TieKind
from crossread.model.place import Position
from crossread.model.reading import EntityType


@dataclass(frozen=True, slots=True)
class Stretch:
    """What part of a case is asked for: what may have been between two days (inclusive, open where `None`); `families` of
    predicates, all where none is given; what an `outlet` published; what concerns the actor `about`; what at least so many
    independent first voices tell."""

    start: str | None = None
    end: str | None = None
    families: tuple[str, ...] = ()
    outlet: str | None = None
    about: str | None = None
    origins: int = 1


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, or a state by the days it is said of. `id` is that of the first of its claims; `event` that of the event."""

    id: str
    earliest: str | None
    latest: str | None
    text: str
    family: str
    side: TieKind
    claims: tuple[str, ...]
    documents: int
    origins: int
    event: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map and the claims that speak of it: where it happened, or what it happened to. `last` is the latest day
    of any of them. `others` are the ids and names of actors that lie at the very same point, such as other spellings; the claims
    are those of all."""

    id: str
    name: str
    type: EntityType
    position: Position
    claims: tuple[str, ...]
    documents: int
    origins: int
    side: TieKind
    last: str | None
    others: tuple[tuple[str, str], ...] = ()

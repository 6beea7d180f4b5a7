"""The network of a case at a day: actors, and the ties between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.model.findings import Relation
from crossread.model.reading import EntityType

TieTurn = Literal["began", "ended", "turned"]
TieKind = Literal["backing", "hostile", "mixed", "contact"]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the network. `claims` counts the claims up to the day with it as subject or object; `named` says that some
    document names it, rather than describing it."""

    id: str
    name: str
    type: EntityType
    claims: int
    named: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """All that relates two actors, whichever way: `forth` from `a` to `b`, `back` from `b` to `a`, each those of most origins
    first.

    `kind` comes from backing, hostility and harm alone: who talks with, belongs to or leads whom has contact. `origins` counts
    independent first voices over all of it; `contested` says that some deny what others affirm; `age` is how many days before
    the network's day the last evidence lies, `None` where none is dated.
    """

    a: str
    b: str
    kind: TieKind
    stance: float
    origins: int
    documents: int
    contested: bool
    age: int | None
    forth: tuple[Relation, ...]
    back: tuple[Relation, ...]

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All of them."""
        return self.forth + self.back

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims it rests on."""
        return tuple(dict.fromkeys(id_ for relation in self.relations for id_ in relation.claims))


@dataclass(frozen=True, slots=True)
class Network:
    """Actors and ties on a day. `left_out` counts the ties that are not among these: of actors beyond the number asked for, of
    actors known by description alone, and the weakest of too many."""

    day: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    actors: int
    left_out: int
    described: int


@dataclass(frozen=True, slots=True)
class NetworkQuestion:
    """What part of the network is asked for; nothing given means all.

    `families` and `modalities` keep claims of these; `outlet` those that it published; `origins` ties of at least so many;
    `top` so many actors, those of most claims; `focus` an actor and whom it has ties with; `described` says whether actors that
    no document names belong to it: `None` for only where there is next to nothing without them.
    """

    day: str
    families: tuple[str, ...] = ("backing", "hostility", "harm", "diplomacy", "structure")
    outlet: str | None = None
    origins: int = 1
    modalities: tuple[str, ...] = ()
    top: int = 40
    focus: str | None = None
    described: bool | None = None


@dataclass(frozen=True, slots=True)
class TieChange:
    """What is different between two actors on a later day; `tie` is the one that ended, or else as it is now."""

    turn: TieTurn
    tie: Tie
    was: TieKind | None


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a case is about, and how many claims fall into each of equal stretches of them."""

    first: str
    last: str
    counts: tuple[int, ...]

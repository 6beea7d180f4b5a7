"""All that follows from a case, as it stands at one revision.

A picture is made of claims, documents and actors, and never changes. What follows from them is derived when it is first asked
for and then kept, so that a second question costs nothing. Any number of threads may ask.

Findings are derived from all of a case and narrowed afterwards, so that what is said of one actor does not change with the
question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from threading import RLock
from typing import TypeVar, cast

from crossread.comparison.balance import strained
from crossread.comparison.change import Changes
from crossread.comparison.contradiction import Contradictions
from crossread.comparison.corroboration import Corroborations
from crossread.comparison.double_games import DoubleGames
from crossread.comparison.events import Events, Happenings
from crossread.comparison.predictions import Predictions, track_records
from crossread.comparison.rests import Origins
from crossread.comparison.slots import Item, Material
from crossread.model import Claim, Document
from crossread.model.actor import Actor
from crossread.model.findings import (
    Change,
    Contradiction,
    Copy,
    Corroboration,
    DoubleGame,
    Event,
    Lineage,
    Moment,
    Origin,
    Prediction,
    Record,
    Relation,
    Share,
    Triangle,
)
from crossread.model.place import Coordinates, Position
from crossread.views.dependence import dependence, dependences
from crossread.views.hops import lineages
from crossread.views.places import positions
from crossread.views.relations import Standings
from crossread.views.timeline import Timeline

NOWHERE: Mapping[str, Coordinates] = {}
T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
Finding = (
    Relation | Event | Contradiction | Corroboration | Origin | DoubleGame | Prediction | Change | Moment | Record | Share
    | Triangle | Lineage
)
F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Resting:
    """The findings that rest on one claim."""

    events: tuple[Event, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    double_games: tuple[DoubleGame, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    changes: tuple[Change, ...] = ()


class Picture:
    """What follows from a case. `revision` tells one state of a case from the next; ids lead from record to record.

    Days are ISO days. Each kind of finding is in the order that `crossread show` prints it in.
    """

    def __init__(
        self, material: Material, *, places: Mapping[str, Coordinates] = NOWHERE, revision: int = 0,
        before: Picture | None = None,
    ) -> None:
        self.revision = revision
        self._places = places
        self._material = material
        self._kept: dict[str, object] = {}
        self._grown: dict[str, object] = {}  # of what is kept, that from which the next picture's is made
        self._before = {} if before is None else before.grown()
        self._lock = RLock()
        self._locks: dict[str, RLock] = {}

    @property
    def documents(self) -> Mapping[str, Document]:
        """Documents by id, without regions."""
        return self._material.documents

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return self._material.actors

    @property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id; their entities are actors."""
        return self._once("claims", lambda: {item.claim.id: item.claim for item in self._material.items})

    @property
    def copies(self) -> tuple[Copy, ...]:
        """Documents that repeat an earlier one."""
        return self._material.copies

    def relations(self, *, as_of: str | None = None) -> tuple[Relation, ...]:
        """Who stood how to whom, or who did on a day; those of most origins first."""
        standings = self.standings
        if as_of is None:
            return self._once("relations", standings.relations)
        return standings.relations(as_of=as_of)

    @property
    def standings(self) -> Standings:
        """The relations of all days."""
        return self._next("standings", lambda before: Standings(self._material, before=before))

    @property
    def positions(self) -> Mapping[str, Position]:
        """Where places, facilities and states lie, by the ids of their actors; those of unknown whereabouts are not there."""
        return self._once("positions", lambda: positions(self.actors.values(), told=self._places))

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened, as all documents tell it, earliest first."""
        return self._next("events", lambda before: Events(self._happenings, before=before)).found

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Claims that cannot all be true, and those that differ in scope, label or measure; hard ones first."""
        return self._next("contradictions", lambda before: Contradictions(
            self._material, self._happenings, before=before,
        )).found

    @property
    def corroborations(self) -> tuple[Corroboration, ...]:
        """Claims that agree, those of most origins first."""
        return self._next("corroborations", lambda before: Corroborations(self._material, before=before)).found

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where accounts start, and what rests on them, those of most documents first."""
        return self._next("origins", lambda before: Origins(self._material, before=before)).found

    @property
    def double_games(self) -> tuple[DoubleGame, ...]:
        """Actors on both sides, or with and against one, those with most evidence first."""
        return self._next("double games", lambda before: DoubleGames(self._material, before=before)).found

    @property
    def predictions(self) -> tuple[Prediction, ...]:
        """Forecasts and pledges, and what later claims made of them, by the day they were made."""
        return self._next("predictions", lambda before: Predictions(self._material, before=before)).found

    @property
    def timeline(self) -> tuple[Moment, ...]:
        """What happened, in the order of time."""
        return self._next("timeline", lambda before: Timeline(self._material, self.events, before=before)).found

    @property
    def changes(self) -> tuple[Change, ...]:
        """Backing that began, cooled, ended or turned, by day."""
        return self._next("changes", lambda before: Changes(self._material, before=before)).found

    @property
    def lineages(self) -> Mapping[str, Lineage]:
        """How the account in each claim came into its document, by claim id."""
        return self._once("lineages", lambda: {one.claim: one for one in lineages(self._material)})

    def origins_of_document(self, document: str) -> tuple[Origin, ...]:
        """What a document rests on, those of most of its claims first."""
        counts = Counter(self.origin_of(claim) for claim in self.claims_of_document(document))
        return tuple(sorted(counts, key=lambda origin: (-counts[origin], origin.name, origin.id)))

    @property
    def track_records(self) -> tuple[Record, ...]:
        """How each voice's forecasts fared."""
        return self._once("track records", lambda: track_records(self.predictions))

    def dependences(self, *, as_of: str | None = None) -> tuple[Share, ...]:
        """On whom every actor stands."""
        return dependences(self.relations(as_of=as_of))

    def dependence(self, actor: str, *, as_of: str | None = None) -> tuple[Share, ...]:
        """On whom an actor stands, by its id: the share of its documented backing by sponsor, the largest first."""
        return dependence(self.relations_with(actor, as_of=as_of), on=actor)

    def relations_with(self, actor: str, *, as_of: str | None = None) -> tuple[Relation, ...]:
        """The relations of an actor to others and of others to it, those of most origins first."""
        if as_of is None:
            return self._once("relations by actor", lambda: _grouped(
                (id_, one) for one in self.relations() for id_ in dict.fromkeys((one.source.id, one.target.id))
            )).get(actor, ())
        return tuple(one for one in self.relations(as_of=as_of) if actor in (one.source.id, one.target.id))

    def double_games_of(self, actor: str) -> tuple[DoubleGame, ...]:
        """The double games of an actor, those with most evidence first."""
        return self._once("double games by actor", lambda: _grouped(
            (one.actor.id, one) for one in self.double_games
        )).get(actor, ())

    def contradictions_of(self, actor: str) -> tuple[Contradiction, ...]:
        """The contradictions with a claim on either side that an actor is subject or object of, hard ones first."""
        return self._once("contradictions by actor", lambda: _grouped(
            (id_, one) for one in self.contradictions for id_ in dict.fromkeys(
                argument.entity for id_ in rests_on(one) for argument in (self.claims[id_].subject, self.claims[id_].object)
                if argument.entity is not None
            )
        )).get(actor, ())

    def predictions_by(self, actor: str) -> tuple[Prediction, ...]:
        """The forecasts and pledges of an actor, by the day they were made."""
        return self._once("predictions by actor", lambda: _grouped(
            (one.predictor.id, one) for one in self.predictions if one.predictor.id is not None
        )).get(actor, ())

    def moments_of(self, actor: str) -> tuple[Moment, ...]:
        """What happened with an actor as subject or object, in the order of time."""
        places = self._once("moments by claim", lambda: _grouped(
            (id_, at) for at, one in enumerate(self.timeline) for id_ in one.claims
        ))
        found = {at for id_ in self.claims_of_actor(actor) for at in places.get(id_, ())}
        return tuple(self.timeline[at] for at in sorted(found))

    def strained(self, *, as_of: str | None = None) -> tuple[Triangle, ...]:
        """The triangles of actors whose stances do not fit together."""
        return strained(self.relations(as_of=as_of))

    def among(self, claims: frozenset[str]) -> Picture:
        """What would follow if the case had these claims alone."""
        items = tuple(item for item in self._material.items if item.claim.id in claims)
        return Picture(replace(self._material, items=items), revision=self.revision)

    def claims_of_actor(self, actor: str) -> tuple[str, ...]:
        """The ids of the claims with an actor as subject or object, sorted."""
        return self._index("by actor", _concerned).get(actor, ())

    def claims_of_document(self, document: str) -> tuple[str, ...]:
        """The ids of the claims of a document, in the order of its text."""
        found = self._index("by document", lambda item: (item.claim.document,)).get(document, ())
        return tuple(sorted(found, key=lambda id_: (self.claims[id_].evidence[0].start, id_)))

    def claims_by_voice(self, actor: str) -> tuple[str, ...]:
        """The ids of the claims that an actor makes, or is quoted with, sorted."""
        return self._index("by voice", lambda item: (one.entity for one in item.claim.attribution if one.entity)).get(actor, ())

    def claims_of_origin(self, origin: str) -> tuple[str, ...]:
        """The ids of the claims that rest on an origin, sorted."""
        found = self._once("origin by id", lambda: {one.id: one for one in self.origins}).get(origin)
        return () if found is None else found.claims

    def origin_of(self, claim: str) -> Origin:
        """Where the account in a claim starts.

        Raises:
            KeyError: there is no such claim.
        """
        return self._once("origin by claim", lambda: {id_: one for one in self.origins for id_ in one.claims})[claim]

    def resting_on(self, claim: str) -> Resting:
        """The findings that rest on a claim."""
        return Resting(
            self._resting("events", lambda: self.events).get(claim, ()),
            self._resting("contradictions", lambda: self.contradictions).get(claim, ()),
            self._resting("corroborations", lambda: self.corroborations).get(claim, ()),
            self._resting("double games", lambda: self.double_games).get(claim, ()),
            self._resting("predictions", lambda: self.predictions).get(claim, ()),
            self._resting("changes", lambda: self.changes).get(claim, ()),
        )

    def relations_of(self, claim: str) -> tuple[Relation, ...]:
        """The relations, over all time, that rest on a claim."""
        return self._resting("relations", self.relations).get(claim, ())

    @property
    def _happenings(self) -> Happenings:
        return self._next("happenings", lambda before: Happenings(self._material, before=before))

    def _resting(self, kind: str, found: Callable[[], tuple[F, ...]]) -> Mapping[str, tuple[F, ...]]:
        return self._once(f"{kind} by claim", lambda: _grouped(
            (id_, one) for one in found() for id_ in dict.fromkeys(rests_on(one))
        ))

    def _index(self, name: str, keys: Callable[[Item], Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
        return self._once(name, lambda: _grouped(
            (key, item.claim.id) for item in self._material.items for key in dict.fromkeys(keys(item))
        ))

    def grown(self) -> dict[str, object]:
        """What the next picture is made from: of each kind the latest that was derived, here or before."""
        return {**self._before, **self._grown}

    def _next(self, name: str, make: Callable[[T | None], T]) -> T:
        """The same for what is made of what an earlier picture has under this name, where it has it."""

        def made() -> T:
            found = make(cast("T | None", self._before.get(name)))
            self._grown[name] = found
            self._before.pop(name, None)
            return found

        return self._once(name, made)

    def _once(self, name: str, make: Callable[[], T]) -> T:
        """What was made under a name, made now if it was not. Who asks for the same waits for it, who asks for something else
        does not: what is made under one name may ask for others, never the other way round."""
        if name in self._kept:
            return self._kept[name]  # type: ignore[return-value]
        with self._lock:
            lock = self._locks.setdefault(name, RLock())
        with lock:
            if name not in self._kept:
                self._kept[name] = make()
            return self._kept[name]  # type: ignore[return-value]


def _concerned(item: Item) -> Iterable[str]:
    return (id_ for id_ in (item.claim.subject.entity, item.claim.object.entity) if id_ is not None)


def rests_on(finding: Finding) -> tuple[str, ...]:
    """The ids of the claims that a finding rests on."""
    match finding:
        case Contradiction():
            return tuple(id_ for side in finding.sides for id_ in side)
        case DoubleGame():
            return (*finding.claims_a, *finding.claims_b)
        case Prediction():
            return (finding.claim, *finding.resolved_by)
        case Change():
            return (*finding.before, *finding.after)
        case Lineage():
            return (finding.claim,)
        case _:
            return finding.claims


def concerns(finding: Finding) -> tuple[str, ...]:
    """The ids of the claims by which a finding is asked for: a forecast by itself, not by what became of it."""
    return (finding.claim,) if isinstance(finding, Prediction) else rests_on(finding)


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}

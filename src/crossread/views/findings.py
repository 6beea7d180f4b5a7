"""All kinds of findings of a case, narrowed to what a reader asks for.

Findings are derived from the whole case and narrowed afterwards, so that what is said about one actor does not change with the
question. `about` keeps what rests on a claim that is asked for; `as_of` derives from what was said or held by that day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from crossread.comparison.contradiction import contradictions
from crossread.comparison.corroboration import corroborations
from crossread.comparison.double_games import double_games
from crossread.comparison.events import events
from crossread.comparison.origins import origins
from crossread.comparison.predictions import predictions
from crossread.comparison.slots import Material
from crossread.model.findings import Contradiction, Corroboration, DoubleGame, Event, Moment, Origin, Prediction, Relation
from crossread.views.relations import relations
from crossread.views.timeline import timeline

T = TypeVar("T")
Finding = Relation | Event | Contradiction | Corroboration | Origin | DoubleGame | Prediction | Moment


@dataclass(frozen=True, slots=True)
class Findings:
    """Every kind of finding over one material; `wanted` are the claims asked for, `None` for all."""

    material: Material
    wanted: frozenset[str] | None = None

    def relations(self, *, as_of: str | None = None) -> tuple[Relation, ...]:
        """Who stood how to whom."""
        return self._those(relations(self.material, as_of=as_of), lambda one: one.claims)

    def events(self) -> tuple[Event, ...]:
        """What happened."""
        return self._those(events(self.material), lambda one: one.claims)

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Claims that cannot all be true."""
        return self._those(contradictions(self.material), lambda one: tuple(id_ for side in one.sides for id_ in side))

    def corroborations(self) -> tuple[Corroboration, ...]:
        """Claims that agree."""
        return self._those(corroborations(self.material), lambda one: one.claims)

    def origins(self) -> tuple[Origin, ...]:
        """Where accounts start."""
        sources = {item.claim.id: item.source for item in self.material.items}
        names = {id_: actor.name for id_, actor in self.material.actors.items()}
        claims = (item.claim for item in self.material.items)
        return self._those(origins(claims, sources, actors=names), lambda one: one.claims)

    def double_games(self) -> tuple[DoubleGame, ...]:
        """Actors on both sides."""
        return self._those(double_games(self.material), lambda one: (*one.claims_a, *one.claims_b))

    def predictions(self) -> tuple[Prediction, ...]:
        """Forecasts and what became of them."""
        return self._those(predictions(self.material), lambda one: (one.claim,))

    def timeline(self) -> tuple[Moment, ...]:
        """What happened, in the order of time."""
        return self._those(timeline(self.material), lambda one: one.claims)

    def _those(self, found: Iterable[T], claims: Callable[[T], tuple[str, ...]]) -> tuple[T, ...]:
        if self.wanted is None:
            return tuple(found)
        return tuple(one for one in found if not self.wanted.isdisjoint(claims(one)))

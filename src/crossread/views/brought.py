"""What documents bring into a case: the findings that would not be there, or would be less, without them.

Every finding knows its claims and every claim its document, so this is read off the present picture; nothing is derived twice.
Who is who is taken as it is now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from crossread.model.actor import Actor
from crossread.model.findings import Change, Contradiction, Corroboration, DoubleGame, Event, Origin, Prediction, Relation
from crossread.views.picture import Finding, Picture
from crossread.views.saying import in_time

F = TypeVar("F", bound=Finding)
Order = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Grown:
    """A relation that other documents tell of too, and what these bring to it: how many of its origins are theirs alone, and
    whether they alone contest or end it."""

    relation: Relation
    claims: tuple[str, ...]
    new_origins: int
    contests: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class NewName:
    """A name of a known actor that no other document uses."""

    actor: Actor
    name: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What some documents bring. `origins` start in them alone; `retold` are origins known from other documents as well."""

    documents: tuple[str, ...]
    claims: tuple[str, ...]
    actors: tuple[Actor, ...]
    names: tuple[NewName, ...]
    relations: tuple[Relation, ...]
    grown: tuple[Grown, ...]
    contradictions: tuple[Contradiction, ...]
    corroborations: tuple[Corroboration, ...]
    events: tuple[Event, ...]
    added_to: tuple[Event, ...]
    double_games: tuple[DoubleGame, ...]
    changes: tuple[Change, ...]
    predictions: tuple[Prediction, ...]
    resolved: tuple[Prediction, ...]
    origins: tuple[Origin, ...]
    retold: tuple[Origin, ...]


def brought(picture: Picture, documents: Iterable[str]) -> Brought:
    """What the documents of these ids bring; ids that the case does not have are left out."""
    ids = tuple(dict.fromkeys(id_ for id_ in documents if id_ in picture.documents))
    theirs = frozenset(ids)
    claims = tuple(claim for id_ in ids for claim in picture.claims_of_document(id_))
    mine = frozenset(claims)
    rests = [picture.resting_on(id_) for id_ in claims]
    relations = _ordered((one for id_ in claims for one in picture.relations_of(id_)), _weight)
    origins = _ordered((picture.origin_of(id_) for id_ in claims), lambda one: (-len(one.documents), one.name, one.id))
    events = _ordered((one for rest in rests for one in rest.events), lambda one: (one.earliest or "9999", one.id))
    predictions = tuple(dict.fromkeys(one for rest in rests for one in rest.predictions))
    contradictions = dict.fromkeys(one for rest in rests for one in rest.contradictions)
    agreements = dict.fromkeys(one for rest in rests for one in rest.corroborations)
    return Brought(
        documents=ids, claims=in_time(claims, picture),
        actors=tuple(one for one in picture.actors.values() if one.aliases and theirs.issuperset(one.documents)),
        names=tuple(
            NewName(actor, alias.text) for actor in picture.actors.values() if not theirs.issuperset(actor.documents)
            for alias in actor.aliases if theirs.issuperset(alias.documents)
        ),
        relations=tuple(one for one in relations if mine.issuperset(one.claims)),
        grown=tuple(_grown(one, mine, picture) for one in relations if not mine.issuperset(one.claims)),
        contradictions=tuple(one for one in contradictions if _sides_without(one, mine) < 2),
        corroborations=tuple(one for one in agreements if _others(one, mine, picture) < 2),
        events=tuple(one for one in events if mine.issuperset(one.claims)),
        added_to=tuple(one for one in events if not mine.issuperset(one.claims)),
        double_games=tuple(dict.fromkeys(
            one for rest in rests for one in rest.double_games
            if mine.issuperset(one.claims_a) or mine.issuperset(one.claims_b)
        )),
        changes=tuple(dict.fromkeys(
            one for rest in rests for one in rest.changes if mine.issuperset(one.after) or mine.issuperset(one.before)
        )),
        predictions=tuple(one for one in predictions if one.claim in mine),
        resolved=tuple(
            one for one in predictions
            if one.claim not in mine and one.resolved_by and mine.issuperset(one.resolved_by)
        ),
        origins=tuple(one for one in origins if theirs.issuperset(one.documents)),
        retold=tuple(one for one in origins if not theirs.issuperset(one.documents)),
    )


def _weight(relation: Relation) -> tuple[int, int, str, str, str]:
    return -relation.origins, -len(relation.claims), relation.source.name, relation.relation, relation.target.name


def _ordered(found: Iterable[F], key: Callable[[F], Order]) -> tuple[F, ...]:
    return tuple(sorted(dict.fromkeys(found), key=key))


def _grown(relation: Relation, mine: frozenset[str], picture: Picture) -> Grown:
    others = [id_ for id_ in relation.claims if id_ not in mine]
    known = {picture.origin_of(id_).id for id_ in others}
    own = tuple(id_ for id_ in relation.claims if id_ in mine)
    kinds = {(picture.claims[id_].predicate == relation.relation, picture.claims[id_].polarity) for id_ in others}
    return Grown(
        relation, in_time(own, picture), len({picture.origin_of(id_).id for id_ in own} - known),
        contests=relation.status == "contested" and not {(True, "affirmed"), (True, "denied")} <= kinds,
        ends=relation.status == "ended" and not any(not same for same, _ in kinds),
    )


def _sides_without(contradiction: Contradiction, mine: frozenset[str]) -> int:
    return sum(not mine.issuperset(side) for side in contradiction.sides)


def _others(agreement: Corroboration, mine: frozenset[str], picture: Picture) -> int:
    """How many documents, or origins if these are more, would agree without the claims given."""
    others = [id_ for id_ in agreement.claims if id_ not in mine]
    return max(len({picture.claims[id_].document for id_ in others}), len({picture.origin_of(id_).id for id_ in others}))

"""Findings as `show` prints them: the records of the contract, and rows of cells for people."""

from __future__ import annotations

from crossread.exchange.annotation import Record, number
from crossread.exchange.tables import Column, when
from crossread.model.findings import (
    Change,
    Contradiction,
    Corroboration,
    DoubleGame,
    Event,
    Lineage,
    Moment,
    Origin,
    Party,
    Prediction,
    Range,
    Relation,
    Share,
    Triangle,
)
from crossread.model.findings import Record as TrackRecord


def party_record(party: Party | None) -> Record | None:
    """An actor in a finding."""
    return None if party is None else {"entity": party.id, "name": party.name}


def relation_record(relation: Relation) -> Record:
    """The `relations` record. `until` says what `to` rests on."""
    return {
        "source": party_record(relation.source), "relation": relation.relation, "target": party_record(relation.target),
        "stance": relation.stance, "from": relation.start, "to": relation.end, "status": relation.status, "until": relation.until,
        "claims": list(relation.claims), "documents": relation.documents, "origins": relation.origins,
    }


def event_record(event: Event) -> Record:
    """The `events` record. `quantities` are those of the first measure; `measures` has all, `versions` each source's."""
    first = event.quantities[0] if event.quantities else None
    return {
        "id": event.id, "event": event.event, "mode": event.mode, "predicate": event.predicate,
        "subject": party_record(event.subject), "object": party_record(event.object),
        "place": party_record(event.place), "earliest": event.earliest,
        "latest": event.latest, "claims": list(event.claims), "documents": event.documents, "origins": event.origins,
        "quantities": None if first is None else _range(first),
        "measures": [{"measure": one.measure, **_range(one)} for one in event.quantities],
        "versions": [
            {"claim": one.claim, "origin": one.origin, "measure": one.measure, "value": number(one.low), "max": number(one.high),
             "unit": one.unit}
            for one in event.versions
        ],
    }


def _range(one: Range) -> Record:
    return {"low": number(one.low), "best": number(one.best), "high": number(one.high)}


def contradiction_record(found: Contradiction) -> Record:
    """The `contradictions` record."""
    return {"id": found.id, "kind": found.kind, "strength": found.strength, "sides": [list(side) for side in found.sides],
            "explanation": found.explanation}


def corroboration_record(found: Corroboration) -> Record:
    """The `corroborations` record."""
    return {"id": found.id, "claims": list(found.claims), "documents": found.documents, "origins": found.origins,
            "explanation": found.explanation}


def origin_record(origin: Origin) -> Record:
    """The `origins` record."""
    return {"id": origin.id, "name": origin.name, "claims": list(origin.claims), "documents": list(origin.documents),
            "via": [{"document": path.document, "chain": list(path.chain)} for path in origin.via]}


def double_game_record(game: DoubleGame) -> Record:
    """The `double-games` record."""
    return {
        "actor": party_record(game.actor), "kind": game.kind, "side_a": party_record(game.side_a),
        "side_b": party_record(game.side_b),
        "claims_a": list(game.claims_a), "claims_b": list(game.claims_b), "from": game.start, "to": game.end,
        "explanation": game.explanation,
    }


def prediction_record(found: Prediction) -> Record:
    """The `predictions` record."""
    return {
        "claim": found.claim, "predictor": party_record(found.predictor), "content": found.content, "made": found.made,
        "about_from": found.about_from, "about_to": found.about_to, "outcome": found.outcome,
        "resolved_by": list(found.resolved_by), "explanation": found.explanation,
    }


def moment_record(moment: Moment) -> Record:
    """The `timeline` record."""
    return {"earliest": moment.earliest, "latest": moment.latest, "text": moment.text, "claims": list(moment.claims)}


def change_record(change: Change) -> Record:
    """The `changes` record."""
    return {"source": party_record(change.source), "target": party_record(change.target), "turn": change.turn, "day": change.day,
            "before": list(change.before), "after": list(change.after), "explanation": change.explanation}


def track_record(one: TrackRecord) -> Record:
    """The `track-records` record; `claims` are the forecasts."""
    return {"predictor": party_record(one.predictor), "open": one.open, "came_true": one.came_true, "failed": one.failed,
            "mixed": one.mixed, "claims": list(one.claims)}


def share_record(share: Share) -> Record:
    """The `dependence` record."""
    return {"actor": party_record(share.actor), "sponsor": party_record(share.sponsor), "kinds": list(share.kinds),
            "part": share.part, "remains": share.remains, "claims": list(share.claims)}


def triangle_record(triangle: Triangle) -> Record:
    """The `balance` record. `signs` are those of the first and second actor, the second and third, the first and third."""
    return {"actors": [party_record(one) for one in triangle.actors], "signs": list(triangle.signs),
            "claims": list(triangle.claims)}


def lineage_record(lineage: Lineage) -> Record:
    """The `lineage` record."""
    return {
        "claim": lineage.claim, "document": lineage.document,
        "hops": [{"how": hop.how, "name": hop.name, "entity": hop.actor, "document": hop.document} for hop in lineage.hops],
        "origin": {"id": lineage.origin, "name": lineage.origin_name},
    }


def _ids(ids: tuple[str, ...]) -> str:
    return " ".join(ids)


def _numbers(event: Event) -> str:
    return "; ".join(
        f"{one.measure} {number(one.best)}" + ("" if one.low == one.high else f" ({number(one.low)}-{number(one.high)})")
        for one in event.quantities
    )


RELATION_COLUMNS: tuple[Column[Relation], ...] = (
    Column("source", lambda one: one.source.name), Column("relation", lambda one: one.relation),
    Column("target", lambda one: one.target.name), Column("stance", lambda one: one.stance),
    Column("from", lambda one: one.start), Column("to", lambda one: one.end), Column("status", lambda one: one.status),
    Column("until", lambda one: one.until), Column("documents", lambda one: one.documents),
    Column("origins", lambda one: one.origins), Column("claims", lambda one: _ids(one.claims), look=False),
)
EVENT_COLUMNS: tuple[Column[Event], ...] = (
    Column("id", lambda one: one.id, look=False), Column("time", lambda one: when(one.earliest, one.latest)),
    Column("event", lambda one: one.event), Column("subject", lambda one: one.subject.name),
    Column("predicate", lambda one: one.predicate), Column("object", lambda one: one.object.name),
    Column("place", lambda one: one.place.name if one.place else None), Column("numbers", _numbers, wide=True),
    Column("documents", lambda one: one.documents), Column("origins", lambda one: one.origins),
    Column("claims", lambda one: _ids(one.claims), look=False),
)
CONTRADICTION_COLUMNS: tuple[Column[Contradiction], ...] = (
    Column("id", lambda one: one.id, look=False), Column("kind", lambda one: one.kind),
    Column("strength", lambda one: one.strength),
    Column("claims", lambda one: " | ".join(_ids(side) for side in one.sides), look=False),
    Column("explanation", lambda one: one.explanation, wide=True),
)
CORROBORATION_COLUMNS: tuple[Column[Corroboration], ...] = (
    Column("id", lambda one: one.id, look=False), Column("origins", lambda one: one.origins),
    Column("documents", lambda one: one.documents), Column("claims", lambda one: _ids(one.claims), look=False),
    Column("explanation", lambda one: one.explanation, wide=True),
)
ORIGIN_COLUMNS: tuple[Column[Origin], ...] = (
    Column("id", lambda one: one.id, look=False), Column("name", lambda one: one.name),
    Column("documents", lambda one: len(one.documents)), Column("claims", lambda one: len(one.claims)),
    Column("via", lambda one: "; ".join(sorted({" > ".join(path.chain) for path in one.via})), wide=True),
)
DOUBLE_GAME_COLUMNS: tuple[Column[DoubleGame], ...] = (
    Column("actor", lambda one: one.actor.name), Column("kind", lambda one: one.kind),
    Column("side a", lambda one: one.side_a.name),
    Column("side b", lambda one: one.side_b.name), Column("time", lambda one: when(one.start, one.end)),
    Column("claims a", lambda one: _ids(one.claims_a), look=False),
    Column("claims b", lambda one: _ids(one.claims_b), look=False),
    Column("explanation", lambda one: one.explanation, wide=True),
)
PREDICTION_COLUMNS: tuple[Column[Prediction], ...] = (
    Column("claim", lambda one: one.claim, look=False), Column("predictor", lambda one: one.predictor.name),
    Column("content", lambda one: one.content, wide=True), Column("made", lambda one: one.made),
    Column("about", lambda one: when(one.about_from, one.about_to)), Column("outcome", lambda one: one.outcome),
    Column("resolved by", lambda one: _ids(one.resolved_by), look=False),
    Column("explanation", lambda one: one.explanation, wide=True),
)
TIMELINE_COLUMNS: tuple[Column[Moment], ...] = (
    Column("time", lambda one: when(one.earliest, one.latest)), Column("text", lambda one: one.text, wide=True),
    Column("claims", lambda one: _ids(one.claims), look=False),
)
CHANGE_COLUMNS: tuple[Column[Change], ...] = (
    Column("day", lambda one: one.day), Column("source", lambda one: one.source.name), Column("turn", lambda one: one.turn),
    Column("target", lambda one: one.target.name), Column("before", lambda one: _ids(one.before), look=False),
    Column("after", lambda one: _ids(one.after), look=False), Column("explanation", lambda one: one.explanation, wide=True),
)
TRACK_RECORD_COLUMNS: tuple[Column[TrackRecord], ...] = (
    Column("predictor", lambda one: one.predictor.name), Column("came true", lambda one: one.came_true),
    Column("failed", lambda one: one.failed), Column("mixed", lambda one: one.mixed), Column("open", lambda one: one.open),
    Column("claims", lambda one: _ids(one.claims), look=False),
)
SHARE_COLUMNS: tuple[Column[Share], ...] = (
    Column("actor", lambda one: one.actor.name), Column("sponsor", lambda one: one.sponsor.name),
    Column("kinds", lambda one: ", ".join(one.kinds)), Column("part", lambda one: one.part),
    Column("remains", lambda one: one.remains), Column("claims", lambda one: _ids(one.claims), look=False),
)
TRIANGLE_COLUMNS: tuple[Column[Triangle], ...] = (
    Column("first", lambda one: one.actors[0].name), Column("second", lambda one: one.actors[1].name),
    Column("third", lambda one: one.actors[2].name),
    Column("first and second", lambda one: one.signs[0]), Column("second and third", lambda one: one.signs[1]),
    Column("first and third", lambda one: one.signs[2]), Column("claims", lambda one: _ids(one.claims), look=False),
)
LINEAGE_COLUMNS: tuple[Column[Lineage], ...] = (
    Column("claim", lambda one: one.claim), Column("document", lambda one: one.document),
    Column("hops", lambda one: " < ".join(f"{hop.name} ({hop.how})" for hop in one.hops), wide=True),
    Column("origin", lambda one: one.origin_name),
)

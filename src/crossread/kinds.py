"""The kinds of records of a case: what the command line prints and the HTTP API answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from crossread.api import Case
from crossread.exchange import findings
from crossread.exchange.annotation import Record
from crossread.exchange.records import actor_record, case_claim_record, document_record
from crossread.exchange.tables import ACTOR_COLUMNS, CLAIM_COLUMNS, DOCUMENT_COLUMNS, Column


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of record is found, written as JSON, and laid out in columns; `what` it is in a line."""

    what: str
    find: Callable[..., Iterator[Any]]
    record: Callable[[Any], Record]
    columns: tuple[Column[Any], ...]


# A new kind is a new row here.
KINDS: dict[str, Kind] = {
    "documents": Kind(
        "Documents, by date", Case.documents, document_record, DOCUMENT_COLUMNS,
    ),
    "actors": Kind(
        "Actors, those of most documents first", Case.actors, actor_record, ACTOR_COLUMNS,
    ),
    "claims": Kind(
        "Claims, in the order of documents and of their texts", Case.claims, case_claim_record, CLAIM_COLUMNS,
    ),
    "relations": Kind(
        "Who stood how to whom, those of most origins first", Case.relations, findings.relation_record, findings.RELATION_COLUMNS,
    ),
    "events": Kind(
        "What happened, as all documents tell it", Case.events, findings.event_record, findings.EVENT_COLUMNS,
    ),
    "contradictions": Kind(
        "Claims that cannot all be true", Case.contradictions, findings.contradiction_record, findings.CONTRADICTION_COLUMNS,
    ),
    "corroborations": Kind(
        "Claims that agree", Case.corroborations, findings.corroboration_record, findings.CORROBORATION_COLUMNS,
    ),
    "origins": Kind(
        "Where accounts start, and what rests on them", Case.origins, findings.origin_record, findings.ORIGIN_COLUMNS,
    ),
    "double-games": Kind(
        "Actors on both sides", Case.double_games, findings.double_game_record, findings.DOUBLE_GAME_COLUMNS,
    ),
    "predictions": Kind(
        "Forecasts, and what became of them", Case.predictions, findings.prediction_record, findings.PREDICTION_COLUMNS,
    ),
    "timeline": Kind(
        "What happened, in the order of time", Case.timeline, findings.moment_record, findings.TIMELINE_COLUMNS,
    ),
    "changes": Kind(
        "Backing that began, cooled, ended or turned", Case.changes, findings.change_record, findings.CHANGE_COLUMNS,
    ),
    "track-records": Kind(
        "How each voice's forecasts fared", Case.track_records, findings.track_record, findings.TRACK_RECORD_COLUMNS,
    ),
    "dependence": Kind(
        "On whom actors stand, by sponsor", Case.dependence, findings.share_record, findings.SHARE_COLUMNS,
    ),
    "balance": Kind(
        "Triangles of actors whose stances do not fit together", Case.balance, findings.triangle_record,
        findings.TRIANGLE_COLUMNS,
    ),
    "lineage": Kind(
        "How each account came into its document", Case.lineage, findings.lineage_record, findings.LINEAGE_COLUMNS,
    ),
}

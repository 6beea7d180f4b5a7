"""The HTTP API: the records of the contract, filtered as `crossread show` filters them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel

from crossread.api import Case
from crossread.desk.problems import Problem, not_found
from crossread.desk.state import State
from crossread.exchange import findings
from crossread.exchange.annotation import Record, claim_record, to_record
from crossread.exchange.records import actor_record, document_record

router = APIRouter(prefix="/api/v1", tags=["records"])
MOST = 1000  # records of one answer


class Records(BaseModel):
    """Some of the records of one kind, as the contract has them."""

    kind: str
    total: int
    limit: int
    offset: int
    items: list[dict[str, Any]]


class Error(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Error, "description": why}
    for status, why in ((404, "It is not in this case"), (422, "The request is not right"))
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What part of a case is asked for; see `crossread show`."""

    about: str | None
    between: tuple[str, str] | None
    as_of: str | None
    document: str | None
    limit: int
    offset: int

    @property
    def filters(self) -> dict[str, Any]:
        """The filters as `Case` takes them."""
        return {"about": self.about, "between": self.between, "as_of": self.as_of, "document": self.document}


def asked(
    about: Annotated[str | None, Query(description="What concerns this actor, by any of its names.")] = None,
    between: Annotated[
        list[str] | None, Query(description="Two names: what the one is said to have to do with the other.")
    ] = None,
    as_of: Annotated[dt.date | None, Query(description="Without what begins, or appeared, after this day.")] = None,
    document: Annotated[str | None, Query(description="What this document says, by its id.")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Asked:
    """The filters of a request."""
    if between is not None and len(between) != 2:
        raise Problem(422, "The request is not right", "between: two names are needed.")
    pair = None if between is None else (between[0], between[1])
    return Asked(about, pair, None if as_of is None else as_of.isoformat(), document, limit, offset)


Wanted = Annotated[Asked, Depends(asked)]


def of(request: Request) -> State:
    """The state of the case that the application serves."""
    state: State = request.app.state.desk
    return state


Desk = Annotated[State, Depends(of)]


def _records(kind: str, find: Callable[..., Iterable[Any]], record: Callable[[Any], Record], what: str) -> None:
    @router.get(f"/{kind}", summary=what, operation_id=kind.replace("-", "_"), responses=ERRORS)
    def records(desk: Desk, wanted: Wanted) -> Records:
        found: Sequence[Any] = list(find(desk.case, **wanted.filters))
        some = islice(found, wanted.offset, wanted.offset + wanted.limit)
        return Records(
            kind=kind, total=len(found), limit=wanted.limit, offset=wanted.offset, items=[dict(record(one)) for one in some],
        )


for _kind, _find, _record, _what in (
    ("documents", Case.documents, document_record, "Documents, by date"),
    ("actors", Case.actors, actor_record, "Actors, those of most documents first"),
    ("claims", Case.claims, claim_record, "Claims, in the order of documents and of their texts"),
    ("relations", Case.relations, findings.relation_record, "Who stood how to whom"),
    ("events", Case.events, findings.event_record, "What happened, as all documents tell it"),
    ("contradictions", Case.contradictions, findings.contradiction_record, "Claims that cannot all be true"),
    ("corroborations", Case.corroborations, findings.corroboration_record, "Claims that agree"),
    ("origins", Case.origins, findings.origin_record, "Where accounts start, and what rests on them"),
    ("double-games", Case.double_games, findings.double_game_record, "Actors on both sides"),
    ("predictions", Case.predictions, findings.prediction_record, "Forecasts, and what became of them"),
    ("timeline", Case.timeline, findings.moment_record, "What happened, in the order of time"),
):
    _records(_kind, _find, _record, _what)


@router.get("/search", summary="Claims whose evidence has all of these words", responses=ERRORS)
def search(
    desk: Desk, words: Annotated[str, Query(min_length=1)], limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Records:
    """Full text over the words of claims, without regard to order, accent or case."""
    found = list(desk.case.search(words))
    items = [dict(claim_record(one)) for one in found[offset : offset + limit]]
    return Records(kind="claims", total=len(found), limit=limit, offset=offset, items=items)


@router.get("/annotations/{id:path}", summary="All that was read in one document", responses=ERRORS)
def annotation(desk: Desk, id: str) -> dict[str, Any]:
    """The `annotation` record of the contract: text, regions, mentions, attributions, times, quantities, claims."""
    reading = desk.case.reading(id)
    if reading is None:
        raise not_found(f"Document {id}")
    return dict(to_record(reading))

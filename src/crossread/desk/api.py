"""The HTTP API: the records of the contract, filtered as `crossread show` filters them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel

from crossread.desk.problems import Problem, not_found
from crossread.desk.state import State
from crossread.exchange.annotation import to_record
from crossread.exchange.records import case_claim_record
from crossread.kinds import KINDS, Kind

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


def _records(name: str, kind: Kind) -> None:
    @router.get(f"/{name}", summary=kind.what, operation_id=name.replace("-", "_"), responses=ERRORS)
    def records(desk: Desk, wanted: Wanted) -> Records:
        found: Sequence[Any] = list(kind.find(desk.case, **wanted.filters))
        some = islice(found, wanted.offset, wanted.offset + wanted.limit)
        return Records(
            kind=name, total=len(found), limit=wanted.limit, offset=wanted.offset, items=[dict(kind.record(one)) for one in some],
        )


for _name, _kind in KINDS.items():
    _records(_name, _kind)


@router.get("/search", summary="Claims whose evidence has all of these words", responses=ERRORS)
def search(
    desk: Desk, words: Annotated[str, Query(min_length=1)], limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Records:
    """Full text over the words of claims, without regard to order, accent or case."""
    found = list(desk.case.search(words))
    items = [dict(case_claim_record(one)) for one in found[offset : offset + limit]]
    return Records(kind="claims", total=len(found), limit=limit, offset=offset, items=items)


@router.get("/annotations/{id:path}", summary="All that was read in one document", responses=ERRORS)
def annotation(desk: Desk, id: str) -> dict[str, Any]:
    """The `annotation` record of the contract: text, regions, mentions, attributions, times, quantities, claims."""
    reading = desk.case.reading(id)
    if reading is None:
        raise not_found(f"Document {id}")
    return dict(to_record(reading))

"""Timeline: what happened, in the order of time, and who says so."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from crossread.desk.api import ERRORS, Desk, Records
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import lines
from crossread.desk.problems import not_found
from crossread.desk.questions import span_of
from crossread.desk.stretches import FAMILIES, Asked, happenings_of, outlets_of
from crossread.desk.templating import page
from crossread.exchange.chronicle import happening_record
from crossread.model.chronicle import Happening, Stretch
from crossread.model.findings import Moment
from crossread.views.picture import Picture

router = APIRouter()
ROWS = 100  # of the table at once
MARKS = 20_000  # of the picture

At = Annotated[str | None, Query(description="The id of what is opened.")]


@router.get("/timeline", include_in_schema=False)
def timeline(
    request: Request, desk: Desk, asked: Asked, at: At = None, page_: Annotated[int, Query(alias="page", ge=1)] = 1,
) -> HTMLResponse:
    """The page; with `at` it shows the accounts of one happening."""
    picture = desk.picture()
    return page(
        request, "timeline.html", asked=asked, families=FAMILIES, outlets=outlets_of(desk, picture), span=span_of(desk, picture),
        documents=len(picture.documents),
        about=picture.actors.get(asked.about or ""), **_rows(desk, picture, asked, page_), **_opened(desk, picture, at),
    )


@router.get("/timeline.{ending}", include_in_schema=False)
def file(desk: Desk, asked: Asked, ending: Ending) -> Response:
    """What happened in the stretch, as a file."""
    found = happenings_of(desk, desk.picture(), asked)
    return listed("timeline", (Moment(one.earliest, one.latest, one.text, one.claims) for one in found), ending)


@router.get("/timeline/rows", include_in_schema=False)
def rows(request: Request, desk: Desk, asked: Asked, page_: Annotated[int, Query(alias="page", ge=1)] = 1) -> HTMLResponse:
    """The table alone."""
    return page(request, "timeline_rows.html", asked=asked, **_rows(desk, desk.picture(), asked, page_))


@router.get("/timeline/accounts", include_in_schema=False)
def accounts(request: Request, desk: Desk, at: str) -> HTMLResponse:
    """The accounts of one happening."""
    return page(request, "timeline_accounts.html", **_opened(desk, desk.picture(), at))


@router.get("/api/v1/happenings", tags=["views"], summary="What happened in a stretch of time, earliest first", responses=ERRORS)
def happenings(
    desk: Desk, asked: Asked, limit: Annotated[int, Query(ge=1, le=MARKS)] = 1000, offset: Annotated[int, Query(ge=0)] = 0,
) -> Records:
    """Events, and states by the days they are said of, with their claims."""
    found = happenings_of(desk, desk.picture(), asked)
    items = [dict(happening_record(one)) for one in found[offset : offset + limit]]
    return Records(kind="happenings", total=len(found), limit=limit, offset=offset, items=items)


def _rows(desk: Desk, picture: Picture, asked: Stretch, number: int) -> dict[str, Any]:
    found = happenings_of(desk, picture, asked)
    pages = max(1, -(-len(found) // ROWS))
    number = min(number, pages)
    shown = found[(number - 1) * ROWS : number * ROWS]
    years = [(year, list(of)) for year, of in groupby(shown, _year)]
    return {"total": len(found), "number": number, "pages": pages, "years": years}


def _year(one: Happening) -> str:
    return (one.earliest or one.latest or "")[:4]


def _opened(desk: Desk, picture: Picture, at: str | None) -> dict[str, Any]:
    if at is None:
        return {"opened": None}
    found = next((one for one in happenings_of(desk, picture, Stretch()) if one.id == at), None)
    if found is None:
        raise not_found("This moment")
    return {"opened": found, "found": lines(picture, found.claims)}

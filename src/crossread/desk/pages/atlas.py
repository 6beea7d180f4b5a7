"""Map: the places of a case, with what is claimed of them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from crossread.desk.api import ERRORS, Desk, Records
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import lines
from crossread.desk.problems import not_found
from crossread.desk.questions import span_of
from crossread.desk.stretches import FAMILIES, Asked, outlets_of, spots_of
from crossread.desk.templating import page
from crossread.exchange.chronicle import spot_record
from crossread.model.chronicle import Stretch
from crossread.views.picture import Picture

router = APIRouter()
LINES = 40  # of a place, the latest, that are shown

Place = Annotated[str | None, Query(description="The id of the place that is opened.")]


@router.get("/map", include_in_schema=False)
def atlas(request: Request, desk: Desk, asked: Asked, place: Place = None) -> HTMLResponse:
    """The page; with `place` it shows what is claimed of one."""
    picture = desk.picture()
    return page(
        request, "map.html", asked=asked, families=FAMILIES, outlets=outlets_of(desk, picture), span=span_of(desk, picture),
        documents=len(picture.documents),
        about=picture.actors.get(asked.about or ""), spots=spots_of(desk, picture, asked), unplaced=_unplaced(desk, picture),
        **_opened(desk, picture, asked, place),
    )


@router.get("/map.{ending}", include_in_schema=False)
def file(desk: Desk, asked: Asked, ending: Ending) -> Response:
    """The claims behind the places, as a file."""
    picture = desk.picture()
    ids = dict.fromkeys(id_ for spot in spots_of(desk, picture, asked) for id_ in spot.claims)
    return listed("claims", [picture.claims[id_] for id_ in ids], ending)


@router.get("/map/rows", include_in_schema=False)
def rows(request: Request, desk: Desk, asked: Asked) -> HTMLResponse:
    """The table alone."""
    picture = desk.picture()
    return page(
        request, "map_rows.html", asked=asked, spots=spots_of(desk, picture, asked), unplaced=_unplaced(desk, picture),
    )


@router.get("/map/accounts", include_in_schema=False)
def accounts(request: Request, desk: Desk, asked: Asked, place: str) -> HTMLResponse:
    """What is claimed of one place."""
    return page(request, "map_accounts.html", asked=asked, **_opened(desk, desk.picture(), asked, place))


@router.get("/api/v1/places", tags=["views"], summary="Where it happened", responses=ERRORS)
def places(desk: Desk, asked: Asked) -> Records:
    """Places with their positions, how sure these are, and the claims that speak of them."""
    found = spots_of(desk, desk.picture(), asked)
    return Records(kind="places", total=len(found), limit=len(found), offset=0, items=[dict(spot_record(one)) for one in found])


def _unplaced(desk: Desk, picture: Picture) -> tuple[str, ...]:
    """Names of places that are on no map, those of most documents first."""

    def find() -> tuple[str, ...]:
        missing = [
            actor for actor in picture.actors.values()
            if actor.type in ("place", "facility") and actor.aliases and actor.id not in picture.positions
        ]
        return tuple(actor.name for actor in sorted(missing, key=lambda actor: (-len(actor.documents), actor.name, actor.id)))

    return desk.answer(picture, "unplaced", find)


def _opened(desk: Desk, picture: Picture, asked: Stretch, place: str | None) -> dict[str, Any]:
    if place is None:
        return {"opened": None}
    if place not in picture.positions:
        raise not_found("This place")
    found = next((one for one in spots_of(desk, picture, asked) if place == one.id or place in dict(one.others)), None)
    ids = lines(picture, found.claims if found is not None else ())
    at = picture.actors[place if found is None else found.id]
    return {
        "opened": at, "others": () if found is None else found.others, "position": picture.positions[at.id],
        "found": tuple(reversed(ids))[:LINES], "more": max(0, len(ids) - LINES),
    }

"""Origins: where accounts start, and what stands on one alone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from crossread.desk.api import Desk
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import lines
from crossread.desk.paging import PageNumber, paged
from crossread.desk.problems import not_found
from crossread.desk.templating import page
from crossread.model.findings import Origin
from crossread.model.names import name_key
from crossread.model.reading import UNNAMED_OUTLET
from crossread.views.lineage import lineage, supported

router = APIRouter(include_in_schema=False)
SIZE = 80
LINES = 40


def wanted(desk: Desk, name: Annotated[str, Query(max_length=200)] = "", kind: str = "") -> list[Origin]:
    """All origins, those on which most documents rest first."""
    key = name_key(name)
    return [
        one for one in desk.picture().origins
        if (not key or f" {key}" in f" {name_key(one.name)}") and (not kind or (kind == "outlet") == is_outlet(one))
    ]


Wanted = Annotated[list[Origin], Depends(wanted)]


@router.get("/origins.{ending}")
def origins_file(found: Wanted, ending: Ending) -> Response:
    """The same as a file."""
    return listed("origins", found, ending)


@router.get("/origins")
def origins(
    request: Request, desk: Desk, found: Wanted, name: str = "", kind: str = "", number: PageNumber = 1,
) -> HTMLResponse:
    """All origins."""
    picture = desk.picture()
    held = desk.answer(picture, "claims that others support", lambda: supported(picture))
    shown = paged(found, number, size=SIZE)
    alone = {one.id: sum(id_ not in held for id_ in one.claims) for one in shown.items}
    return page(
        request, "origins.html", shown=shown, alone=alone, name=name, kind=kind,
        outlets={one.id for one in shown.items if is_outlet(one)},
        texts={one.id: picture.documents[one.documents[0]] for one in shown.items if one.name == UNNAMED_OUTLET},
    )


@router.get("/origins/{id}")
def origin(request: Request, desk: Desk, id: str, alone: Annotated[int, Query(ge=1)] = 1,
           shared: Annotated[int, Query(ge=1)] = 1) -> HTMLResponse:
    """One origin: its way into documents, and what would fall with it."""
    picture = desk.picture()
    try:
        found = desk.answer(picture, ("lineage", id), lambda: lineage(picture, id))
    except KeyError:
        raise not_found("This origin") from None
    return page(
        request, "origin.html", lineage=found, origin=found.origin, documents=picture.documents,
        lines_of=lambda ids: lines(picture, ids), outlet=is_outlet(found.origin),
        alone=paged(found.alone, alone, size=LINES, key="alone"), shared=paged(found.shared, shared, size=LINES, key="shared"),
    )


@router.get("/origins/{id}/claims.{ending}")
def origin_file(desk: Desk, id: str, ending: Ending) -> Response:
    """The claims that rest on one origin."""
    picture = desk.picture()
    ids = picture.claims_of_origin(id)
    if not ids:
        raise not_found("This origin")
    return listed("claims", [picture.claims[id_] for id_ in ids], ending)


def is_outlet(origin: Origin) -> bool:
    """Whether some document tells something in its own name that starts here."""
    return any(len(path.chain) <= 1 for path in origin.via)

"""How far the case is, for the page that is shown until it is ready."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from crossread.desk.api import Desk
from crossread.desk.readiness import PART
from crossread.desk.templating import page

router = APIRouter(include_in_schema=False)


@router.get(PART)
def ready(request: Request, desk: Desk) -> Response:
    """The part of that page that changes; once the case is ready, the word to load what was asked for."""
    readiness = desk.readiness
    if readiness.ready:
        return Response(headers={"hx-refresh": "true"})
    return page(request, "waiting_part.html", progress=readiness.progress)

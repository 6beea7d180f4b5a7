"""Situation: who stood how to whom at a date."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from crossread.desk.api import Desk
from crossread.desk.lines import lines
from crossread.desk.templating import page

router = APIRouter(include_in_schema=False)
SHOWN = 60


@router.get("/")
def situation(request: Request, desk: Desk, date: Annotated[dt.date | None, Query()] = None) -> HTMLResponse:
    """The network at a date, and what changed around it."""
    picture = desk.picture()
    relations = picture.relations(as_of=None if date is None else date.isoformat())[:SHOWN]
    shown = [(relation, lines(picture, relation.claims)) for relation in relations]
    return page(request, "situation.html", date=date, shown=shown)

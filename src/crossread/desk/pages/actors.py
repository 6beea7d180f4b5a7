"""Actors: who is in the case, the dossier of one, and all accounts between two."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from crossread.desk.api import Desk
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import lines, made_on
from crossread.desk.paging import PageNumber, paged
from crossread.desk.problems import not_found
from crossread.desk.stretches import spots_of
from crossread.desk.templating import page
from crossread.model.actor import Actor
from crossread.model.chronicle import Stretch
from crossread.model.names import name_key
from crossread.views.accounts import between
from crossread.views.dossier import dossier
from crossread.views.picture import Picture

router = APIRouter(include_in_schema=False)
SIZE = 100  # actors of one page
LINES = 25  # claims of one list
ORIGINS = 30  # of one page


def wanted(desk: Desk, name: Annotated[str, Query(max_length=200)] = "", type: str = "") -> list[Actor]:
    """All actors that some document names, those of most documents first."""
    return [actor for actor in _known(desk) if (not type or actor.type == type) and _called(actor, name)]


Wanted = Annotated[list[Actor], Depends(wanted)]


@router.get("/actors.{ending}")
def actors_file(found: Wanted, ending: Ending) -> Response:
    """The same as a file."""
    return listed("actors", found, ending)


@router.get("/actors")
def actors(
    request: Request, desk: Desk, found: Wanted, name: str = "", type: str = "", number: PageNumber = 1,
) -> HTMLResponse:
    """All actors that some document names."""
    picture = desk.picture()
    types = sorted({actor.type for actor in _known(desk)})
    shown = paged(found, number, size=SIZE)
    counts = {actor.id: len(picture.claims_of_actor(actor.id)) for actor in shown.items}
    return page(request, "actors.html", shown=shown, counts=counts, name=name, type=type, types=types)


@router.get("/actors/{id}")
def actor(
    request: Request, desk: Desk, id: str, date: Annotated[dt.date | None, Query()] = None,
    says: Annotated[int, Query(ge=1)] = 1, said: Annotated[int, Query(ge=1)] = 1,
) -> HTMLResponse:
    """The dossier of one actor, as of a day."""
    picture = desk.picture()
    if id not in picture.actors:
        raise not_found("This actor")
    day = None if date is None else date.isoformat()
    found = desk.answer(picture, ("dossier", id, day), lambda: dossier(picture, id, as_of=day))
    return page(
        request, "actor.html", dossier=found, date=day, lines_of=lambda ids: lines(picture, ids),
        says=paged(found.says, says, size=LINES, key="says"), said=paged(found.said, said, size=LINES, key="said"),
        span_of_case=_span(picture), spots=spots_of(desk, picture, Stretch(None, day, (), None, id, 1)),
        map_query=urlencode([("about", id), *([("to", day)] if day else [])]), made=lambda one: made_on(one, picture),
    )


@router.get("/between/{one}/{other}")
def accounts(request: Request, desk: Desk, one: str, other: str, number: PageNumber = 1) -> HTMLResponse:
    """All that is told between two actors."""
    picture = desk.picture()
    if one not in picture.actors or other not in picture.actors:
        raise not_found("One of these two actors")
    found = desk.answer(picture, ("between", one, other), lambda: between(picture, one, other))
    return page(
        request, "between.html", between=found, shown=paged(found.accounts, number, size=ORIGINS),
        lines_of=lambda ids: lines(picture, ids),
    )


def _known(desk: Desk) -> tuple[Actor, ...]:
    picture = desk.picture()
    return desk.answer(picture, "actors by documents", lambda: _ordered(picture))


def _ordered(picture: Picture) -> tuple[Actor, ...]:
    named = (actor for actor in picture.actors.values() if actor.aliases)
    return tuple(sorted(named, key=lambda actor: (-len(actor.documents), -actor.mentions, actor.name, actor.id)))


def _called(actor: Actor, name: str) -> bool:
    """Whether words of any of an actor's names begin as what is looked for."""
    wanted = name_key(name)
    return not wanted or any(f" {wanted}" in f" {name_key(text)}" for text in (actor.name, *(one.text for one in actor.aliases)))


def _span(picture: Picture) -> tuple[str, str] | None:
    """The first and last day of the case's documents."""
    days = sorted(one.published.date for one in picture.documents.values() if one.published.date)
    return (days[0], days[-1]) if days else None

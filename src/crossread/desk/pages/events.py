"""Events: what happened, and one happening as each source tells it."""

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
from crossread.model.findings import Event
from crossread.model.names import name_key
from crossread.ontology.predicates import predicates
from crossread.views.side_by_side import event_of, side_by_side

router = APIRouter(include_in_schema=False)
SIZE = 60


def wanted(
    desk: Desk, about: Annotated[str, Query(max_length=200)] = "", family: str = "", only: str = "", order: str = "told",
) -> list[Event]:
    """What happened: those that most origins tell of first, or in the order of time."""
    found = [event for event in desk.picture().events if _wanted(event, about=about, family=family, only=only)]
    if order != "time":
        found.sort(key=lambda event: (-event.origins, -event.documents, not event.quantities, -len(event.claims), event.id))
    return found


Wanted = Annotated[list[Event], Depends(wanted)]


@router.get("/events.{ending}")
def events_file(found: Wanted, ending: Ending) -> Response:
    """The same as a file."""
    return listed("events", found, ending)


@router.get("/events")
def events(
    request: Request, desk: Desk, found: Wanted, about: str = "", family: str = "", only: str = "", order: str = "told",
    number: PageNumber = 1,
) -> HTMLResponse:
    """What happened."""
    picture = desk.picture()
    families = sorted({predicates()[event.predicate].family for event in picture.events})
    return page(
        request, "events.html", shown=paged(found, number, size=SIZE), about=about, family=family, only=only, families=families,
        order=order, any=bool(picture.events),
    )


@router.get("/events/{id}")
def event(request: Request, desk: Desk, id: str) -> HTMLResponse:
    """One happening: a column an origin, a row a question. `id` is its own, or that of any claim about it."""
    picture = desk.picture()
    found = event_of(picture, id)
    if found is None:
        raise not_found("This event")
    shown = desk.answer(picture, ("event", found.id), lambda: side_by_side(picture, found.id))
    against = dict.fromkeys(one for id_ in found.claims for one in picture.resting_on(id_).contradictions)
    return page(
        request, "event.html", found=shown, event=found, lines_of=lambda ids: lines(picture, ids), documents=picture.documents,
        contradictions=tuple(against), copies=tuple(dict.fromkeys(
            copy for column in shown.columns for copy in column.copies if copy.of in picture.documents
        )),
    )


@router.get("/events/{id}/claims.{ending}")
def event_file(desk: Desk, id: str, ending: Ending) -> Response:
    """The claims that one happening rests on."""
    picture = desk.picture()
    found = event_of(picture, id)
    if found is None:
        raise not_found("This event")
    return listed("claims", [picture.claims[id_] for id_ in found.claims], ending)


def _wanted(event: Event, *, about: str, family: str, only: str) -> bool:
    wanted = name_key(about)
    parties = (event.subject, event.object, *((event.place,) if event.place else ()))
    return (
        (not wanted or any(f" {wanted}" in f" {name_key(party.name)}" for party in parties))
        and (not family or predicates()[event.predicate].family == family)
        and (only != "numbers" or bool(event.quantities))
        and (only != "differ" or any(one.low != one.high for one in event.quantities))
        and (only != "several" or event.origins > 1)
    )

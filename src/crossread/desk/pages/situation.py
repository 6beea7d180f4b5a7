"""Situation: who stood how to whom at a date, what changed around it, and what to distrust."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from crossread.desk.api import ERRORS, Desk
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import lines
from crossread.desk.problems import Problem, not_found
from crossread.desk.questions import FAMILIES, MODALITIES, TOPS, Asked, Parts, days_of, grounds_of, question, span_of
from crossread.desk.stretches import outlets_of
from crossread.desk.templating import page
from crossread.exchange.network import network_record
from crossread.model import Document
from crossread.model.findings import Change, Contradiction, DoubleGame, Event
from crossread.model.network import Network, NetworkQuestion
from crossread.ontology.predicates import predicates
from crossread.views.camps import camps
from crossread.views.network import differences, network, tie_between
from crossread.views.picture import Picture

router = APIRouter()
YEAR = 365
SINCE = (30, 90, YEAR)  # days back that the situation is compared with
NEAR = 60  # days around the date in which a change of side is told
SHOWN = 6  # rows of each list beside the network
FORCE = frozenset({"harm", "hostility"})  # families whose events a conflict is known by
TOLD = 3  # events that are told at once
LINES = 3  # of a relation's lines, those that are open at once

Since = Annotated[int, Query(ge=1, le=3660, description="Days before the date that it is compared with.")]


@router.get("/", include_in_schema=False)
def situation(
    request: Request, desk: Desk, asked: Asked, since: Since = 90, tie: Annotated[str | None, Query()] = None,
) -> HTMLResponse:
    """The page. With `tie` (two actors' ids, parted by `~`) it shows the accounts of what is between them."""
    picture = desk.picture()
    put = question(desk, picture, asked)
    accounts = {"tie": None} if tie is None else _accounts(desk, picture, put, tie)
    return page(
        request, "situation.html", asked=asked, question=put, span=span_of(desk, picture), outlets=outlets_of(desk, picture),
        families=FAMILIES, modalities=MODALITIES, tops=TOPS, sinces=SINCE, narrowed=_narrowed(asked), actors=picture.actors,
        focus=picture.actors.get(put.focus or ""), **_drawn(desk, picture, put), **_around(desk, picture, put, since), **accounts,
    )


@router.get("/situation.{ending}", include_in_schema=False)
def file(desk: Desk, asked: Asked, ending: Ending) -> Response:
    """The relations of the network as it is drawn, as a file."""
    picture = desk.picture()
    drawn = _network(desk, picture, question(desk, picture, asked))
    return listed("relations", [relation for tie in drawn.ties for relation in tie.relations], ending)


@router.get("/situation/around", include_in_schema=False)
def around(request: Request, desk: Desk, asked: Asked, since: Since = 90) -> HTMLResponse:
    """What stands beside the network, and the network as a table: for a date that was just chosen."""
    picture = desk.picture()
    put = question(desk, picture, asked)
    return page(
        request, "situation_around.html", question=put, actors=picture.actors, sinces=SINCE, swapped=True,
        **_drawn(desk, picture, put), **_around(desk, picture, put, since),
    )


@router.get("/situation/tie", include_in_schema=False)
def tie(request: Request, desk: Desk, asked: Asked, tie: str) -> HTMLResponse:
    """The accounts of what is between two actors."""
    picture = desk.picture()
    put = question(desk, picture, asked)
    return page(request, "situation_tie.html", question=put, actors=picture.actors, **_accounts(desk, picture, put, tie))


@router.get("/situation/actor", include_in_schema=False)
def actor(request: Request, desk: Desk, asked: Asked, actor: str) -> HTMLResponse:
    """Who stood by one actor of the network and who against it, and what was different a year before."""
    picture = desk.picture()
    if actor not in picture.actors:
        raise not_found("This actor")
    put = replace(question(desk, picture, asked), focus=actor)
    before = _days_before(put.day, YEAR)
    on = grounds_of(desk, picture)
    ties = [tie for tie in network(on, put).ties if actor in (tie.a, tie.b)]
    return page(
        request, "situation_actor.html", question=put, actors=picture.actors, me=picture.actors[actor], ties=ties, before=before,
        changed=differences(on, put, before=before, most=2 * SHOWN), claims=days_of(desk, picture).claims_by(actor, put.day),
    )


@router.get("/api/v1/network", tags=["views"], summary="Who stood how to whom on a day", responses=ERRORS)
def network_of(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Actors, and the ties between them with the relations that each is made of."""
    picture = desk.picture()
    found = _network(desk, picture, question(desk, picture, asked))
    sides = camps(found)
    return dict(network_record(found, camps={} if sides is None else sides.of()))


def _network(desk: Desk, picture: Picture, put: NetworkQuestion) -> Network:
    return desk.answer(picture, ("network", put), lambda: network(grounds_of(desk, picture), put))


def _drawn(desk: Desk, picture: Picture, put: NetworkQuestion) -> dict[str, Any]:
    """The network, and what a reader must know before looking at it."""
    found = _network(desk, picture, put)
    told = (one for one in most_told(desk, picture) if (one.earliest or one.latest or "9999") <= put.day)
    return {
        "network": found, "camps": camps(found), "told": tuple(islice(told, TOLD)), "documents": len(picture.documents),
        "claims_in_all": len(picture.claims), "origins": len(picture.origins), "outlets_in_all": len(outlets_of(desk, picture)),
    }


def most_told(desk: Desk, picture: Picture) -> tuple[Event, ...]:
    """Events of force by how many origins, then how many documents tell of them."""
    return desk.answer(picture, "most told", lambda: tuple(sorted(
        (one for one in picture.events if predicates()[one.predicate].family in FORCE or one.predicate == "captures_place"),
        key=lambda event: (-event.origins, -event.documents, not event.quantities, event.earliest or "9999", event.id),
    )))


def _narrowed(asked: Parts) -> bool:
    """Whether anything but the day is asked for."""
    return asked != Parts(date=asked.date)


def _accounts(desk: Desk, picture: Picture, put: NetworkQuestion, tie: str) -> dict[str, Any]:
    a, _, b = tie.partition("~")
    if not (a and b):
        raise Problem(422, "The request is not right", "tie: two ids of actors are needed, parted by ~")
    for id_ in (a, b):
        if id_ not in picture.actors:
            raise not_found(f"Actor {id_}")
    found = tie_between(grounds_of(desk, picture), put, a=a, b=b)
    relations = found.relations if found is not None else ()
    return {
        "tie": found, "tied": (picture.actors[a], picture.actors[b]), "open_lines": LINES,
        "accounts": [(relation, lines(picture, relation.claims)) for relation in relations],
    }


def _around(desk: Desk, picture: Picture, put: NetworkQuestion, since: int) -> dict[str, Any]:
    day = date.fromisoformat(put.day)
    before = _days_before(put.day, since)
    on = grounds_of(desk, picture)
    changed = desk.answer(picture, ("differences", put, before), lambda: differences(on, put, before=before, most=2 * SHOWN))
    first, last = (
        date.fromordinal(min(max(1, day.toordinal() + days), date.max.toordinal())).isoformat() for days in (-NEAR, NEAR)
    )
    turns = sorted(
        (one for one in picture.changes if one.day is not None and first <= one.day <= last and _concerns(one, put)),
        key=lambda one: _distance(one.day or "", day),
    )
    contradictions = islice((one for one in _sharpest_of(desk, picture, put.focus) if _told_by(picture, one, put.day)), SHOWN)
    of_focus = picture.double_games if put.focus is None else picture.double_games_of(put.focus)
    games = islice((one for one in of_focus if _on(one, put)), SHOWN)
    documents = islice((one for one in newest(desk, picture) if (one.published.earliest or "9999") <= put.day), SHOWN)
    return {
        "since": since, "before": before, "changed": changed.changes, "changed_more": changed.total - len(changed.changes),
        "turns": turns[:SHOWN], "contradictions": tuple(contradictions), "games": tuple(games), "newest": tuple(documents),
        "claims": picture.claims,
    }


def _days_before(day: str, days: int) -> str:
    at = date.fromisoformat(day)
    return (at - timedelta(days=min(days, (at - date.min).days))).isoformat()


def _distance(one: str, day: date) -> int:
    return abs((date.fromisoformat(one) - day).days)


def _concerns(change: Change, put: NetworkQuestion) -> bool:
    return put.focus is None or put.focus in (change.source.id, change.target.id)


def _on(game: DoubleGame, put: NetworkQuestion) -> bool:
    return (game.start or "") <= put.day <= (game.end or "9999")


def sharpest(desk: Desk, picture: Picture) -> tuple[Contradiction, ...]:
    """Contradictions by how much they set against each other: hard ones first, then those whose weaker side has most origins."""

    def weight(found: Contradiction) -> tuple[bool, int, int]:
        sides = [len({picture.origin_of(id_).id for id_ in side}) for side in found.sides]
        return (found.strength != "hard", -min(sides), -sum(sides))

    return desk.answer(picture, "sharpest", lambda: tuple(sorted(picture.contradictions, key=weight)))


def newest(desk: Desk, picture: Picture) -> tuple[Document, ...]:
    """All documents, those that appeared last first."""
    return desk.answer(picture, "newest", lambda: tuple(sorted(
        picture.documents.values(), key=lambda one: (one.published.latest or "", one.id), reverse=True,
    )))


def _sharpest_of(desk: Desk, picture: Picture, focus: str | None) -> Iterable[Contradiction]:
    """The sharpest contradictions, or those of them that are about one actor."""
    found = sharpest(desk, picture)
    if focus is None:
        return found
    about = {one.id for id_ in picture.claims_of_actor(focus) for one in picture.resting_on(id_).contradictions}
    return (one for one in found if one.id in about)


def _told_by(picture: Picture, sides: Contradiction, day: str) -> bool:
    """Whether both sides had been told by the day."""
    for side in sides.sides:
        documents = (picture.documents.get(picture.claims[id_].document) for id_ in side)
        if min((one.published.earliest or "" for one in documents if one is not None), default="") > day:
            return False
    return True

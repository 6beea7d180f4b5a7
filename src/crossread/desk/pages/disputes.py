"""Contradictions, and predictions with the track records of those who made them."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from crossread.desk.api import Desk
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import lines, made_on
from crossread.desk.paging import PageNumber, paged
from crossread.desk.templating import page
from crossread.model.findings import Contradiction, Prediction
from crossread.model.names import name_key
from crossread.views.picture import Picture

router = APIRouter(include_in_schema=False)
SIZE = 20


def disputed(desk: Desk, about: Annotated[str, Query(max_length=200)] = "") -> list[Contradiction]:
    """Claims that cannot all be true, and those that differ in scope, label or measure."""
    picture, wanted = desk.picture(), name_key(about)
    return [one for one in picture.contradictions if not wanted or _concerns(one, wanted, picture)]


def forecast(desk: Desk, by: Annotated[str, Query(max_length=200)] = "") -> list[Prediction]:
    """Forecasts and pledges."""
    wanted = name_key(by)
    return [one for one in desk.picture().predictions if not wanted or f" {wanted}" in f" {name_key(one.predictor.name)}"]


Disputed = Annotated[list[Contradiction], Depends(disputed)]
Forecast = Annotated[list[Prediction], Depends(forecast)]


@router.get("/contradictions.{ending}")
def contradictions_file(found: Disputed, ending: Ending, kind: str = "", strength: str = "") -> Response:
    """The contradictions of the page as a file."""
    return listed("contradictions", _kept(found, kind, strength), ending)


@router.get("/predictions.{ending}")
def predictions_file(mine: Forecast, ending: Ending, outcome: str = "") -> Response:
    """The forecasts of the page as a file."""
    return listed("predictions", [one for one in mine if not outcome or one.outcome == outcome], ending)


@router.get("/contradictions")
def contradictions(
    request: Request, desk: Desk, found: Disputed, about: str = "", kind: str = "", strength: str = "", number: PageNumber = 1,
) -> HTMLResponse:
    """Claims that cannot all be true."""
    picture = desk.picture()
    kinds = Counter(one.kind for one in found if not strength or one.strength == strength)
    strengths = Counter(one.strength for one in found if not kind or one.kind == kind)
    kept = _kept(found, kind, strength)
    return page(
        request, "contradictions.html", shown=paged(kept, number, size=SIZE), about=about, kind=kind, strength=strength,
        kinds=sorted(kinds.items()), strengths=sorted(strengths.items()), lines_of=lambda ids: lines(picture, ids),
    )


@router.get("/predictions")
def predictions(
    request: Request, desk: Desk, mine: Forecast, by: str = "", outcome: str = "", number: PageNumber = 1,
) -> HTMLResponse:
    """Forecasts and pledges, what became of them, and how each voice fared."""
    picture = desk.picture()
    outcomes = Counter(one.outcome for one in mine)
    kept = [one for one in mine if not outcome or one.outcome == outcome]
    if not outcome:
        kept.sort(key=lambda one: one.outcome == "open")
    return page(
        request, "predictions.html", shown=paged(kept, number, size=SIZE), records=picture.track_records[:40],
        more=max(0, len(picture.track_records) - 40), by=by, outcome=outcome, outcomes=sorted(outcomes.items()),
        lines_of=lambda ids: lines(picture, ids), all=len(mine), made=lambda one: made_on(one, picture),
    )


def _kept(found: list[Contradiction], kind: str, strength: str) -> list[Contradiction]:
    return [one for one in found if (not kind or one.kind == kind) and (not strength or one.strength == strength)]


def _concerns(one: Contradiction, wanted: str, picture: Picture) -> bool:
    arguments = [
        argument for side in one.sides for id_ in side
        for argument in (picture.claims[id_].subject, picture.claims[id_].object)
    ]
    actors = [picture.actors[id_] for one in arguments if (id_ := one.entity) is not None and id_ in picture.actors]
    names = {*(argument.name for argument in arguments), *(actor.name for actor in actors)}
    return any(f" {wanted}" in f" {name_key(name)}" for name in names)

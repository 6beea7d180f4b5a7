"""What part of a case a reader asks for, as it stands in the address of the timeline and of the map."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import BeforeValidator

from crossread.desk.api import Desk
from crossread.desk.questions import days_of, given
from crossread.model.chronicle import Happening, Spot, Stretch
from crossread.views.chronicle import Placed, between, happenings, placed, spots
from crossread.views.picture import Picture

Family = Literal["backing", "hostility", "harm", "territory", "diplomacy", "structure", "intent", "speech", "attribute"]
FAMILIES: tuple[Family, ...] = (
    "hostility", "harm", "territory", "backing", "diplomacy", "structure", "intent", "speech", "attribute",
)


def stretch(
    start: Annotated[
        dt.date | None, BeforeValidator(given), Query(alias="from", description="What may have been on this day or later."),
    ] = None,
    end: Annotated[
        dt.date | None, BeforeValidator(given), Query(alias="to", description="What may have been on this day or earlier."),
    ] = None,
    family: Annotated[list[Family] | None, Query(description="Families of predicates; all where none is given.")] = None,
    outlet: Annotated[str | None, Query(description="What this outlet published alone.")] = None,
    about: Annotated[str | None, Query(description="What concerns this actor or place, by its id.")] = None,
    origins: Annotated[int, Query(ge=1, le=1000, description="What at least so many independent first voices tell.")] = 1,
) -> Stretch:
    """The question as it was put."""
    families = tuple(one for one in FAMILIES if one in (family or ()))
    return Stretch(
        None if start is None else start.isoformat(), None if end is None else end.isoformat(),
        () if families == FAMILIES else families, outlet or None, about or None, origins,
    )


Asked = Annotated[Stretch, Depends(stretch)]


def happenings_of(desk: Desk, picture: Picture, asked: Stretch) -> tuple[Happening, ...]:
    """What happened in a stretch."""
    whole = desk.answer(picture, "happenings", lambda: happenings(picture))
    return desk.answer(picture, ("happenings", asked), lambda: between(whole, asked, picture=picture))


def spots_of(desk: Desk, picture: Picture, asked: Stretch) -> tuple[Spot, ...]:
    """Where it happened."""
    if asked.about is None:
        told: Sequence[Placed] = told_of_places(desk, picture)
    else:
        by_actor = desk.answer(picture, "told of places by actor", lambda: _by_actor(told_of_places(desk, picture)))
        told = by_actor.get(asked.about, ())
    return desk.answer(picture, ("spots", asked), lambda: spots(picture, asked, told=told))


def told_of_places(desk: Desk, picture: Picture) -> tuple[Placed, ...]:
    """The claims that speak of places on the map."""
    day_of = days_of(desk, picture).of_claim
    return desk.answer(picture, "told of places", lambda: placed(picture, day_of=lambda id_: day_of.get(id_, "")))


def _by_actor(told: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Claims by those whom they are about, and where."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for one in told:
        claim = one.claim
        for id_ in {claim.subject.entity, claim.object.entity, claim.place.entity if claim.place else None} - {None}:
            found[id_ or ""].append(one)
    return found


def outlets_of(desk: Desk, picture: Picture) -> tuple[str, ...]:
    """The outlets of a case, those of most claims first."""

    def find() -> tuple[str, ...]:
        counts = Counter(claim.attribution[0].name for claim in picture.claims.values() if claim.attribution)
        return tuple(sorted(counts, key=lambda outlet: (-counts[outlet], outlet)))

    return desk.answer(picture, "outlets", find)

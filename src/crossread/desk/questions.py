"""What a reader asks of the network, as it stands in the address of a page."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, BeforeValidator

from crossread.desk.api import Desk
from crossread.model.network import NetworkQuestion, Span
from crossread.views.network import Calendar, Grounds, calendar, grounds, span
from crossread.views.picture import Picture

Family = Literal["backing", "hostility", "harm", "diplomacy", "structure"]
Settled = Literal["asserted", "reported", "alleged"]
FAMILIES: tuple[Family, ...] = ("backing", "hostility", "harm", "diplomacy", "structure")
MODALITIES: tuple[Settled, ...] = ("asserted", "reported", "alleged")
TOPS = (15, 25, 40, 60, 100, 150)


class Parts(BaseModel):
    """The parameters of the network, of the situation page and of its parts."""

    date: dt.date | None = None
    family: list[Family] = []
    outlet: str | None = None
    origins: int = 1
    modality: list[Settled] = []
    top: int = 40
    focus: str | None = None
    described: bool | None = None


def given(value: object) -> object:
    """A field of a form that was left empty asks for nothing."""
    return None if value == "" else value


def parts(
    date: Annotated[
        dt.date | None, BeforeValidator(given),
        Query(description="The day; the day of the last document where none is given."),
    ] = None,
    family: Annotated[list[Family] | None, Query(description="Families of predicates; all where none is given.")] = None,
    outlet: Annotated[str | None, Query(description="What this outlet published alone.")] = None,
    origins: Annotated[int, Query(ge=1, le=1000, description="Ties of at least so many independent first voices.")] = 1,
    modality: Annotated[list[Settled] | None, Query(description="How it is put; all where none is given.")] = None,
    top: Annotated[int, Query(ge=2, le=500, description="How many actors, those of most claims.")] = 40,
    focus: Annotated[str | None, Query(description="The id of an actor: it, and whom it has ties with.")] = None,
    described: Annotated[
        bool | None, BeforeValidator(given),
        Query(description="With actors that are described, but never named."),
    ] = None,
) -> Parts:
    """The question as it was put."""
    return Parts(
        date=date, family=family or [], outlet=outlet or None, origins=origins, modality=modality or [], top=top,
        focus=focus or None, described=described,
    )


Asked = Annotated[Parts, Depends(parts)]


def days_of(desk: Desk, picture: Picture) -> Calendar:
    """The days of the case's claims."""
    return desk.answer(picture, "calendar", lambda: calendar(picture))


def span_of(desk: Desk, picture: Picture) -> Span | None:
    """The days that the case is about."""
    return desk.answer(picture, "span", lambda: span(picture, days=days_of(desk, picture)))


def grounds_of(desk: Desk, picture: Picture) -> Grounds:
    """What the networks of any day are drawn from."""
    days = days_of(desk, picture)
    return desk.answer(picture, "grounds", lambda: grounds(picture, days=days))


def question(desk: Desk, picture: Picture, asked: Parts) -> NetworkQuestion:
    """The question with what was left open filled in."""
    if asked.date is None:
        whole = span_of(desk, picture)
        day = whole.last if whole is not None else "9999-12-31"
    else:
        day = asked.date.isoformat()
    families: tuple[str, ...] = tuple(family for family in FAMILIES if family in asked.family) or FAMILIES
    return NetworkQuestion(
        day=day, families=families, outlet=asked.outlet, origins=asked.origins,
        modalities=tuple(one for one in MODALITIES if one in asked.modality), top=asked.top,
        focus=asked.focus if asked.focus in picture.actors else None, described=asked.described,
    )

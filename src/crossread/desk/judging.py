"""The HTTP API of judgements: the journal, the open questions, and saying something. What changes something needs a key."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from crossread.corrections import Days
from crossread.desk.accounts import User
from crossread.desk.api import ERRORS, MOST, Desk, Error, Records
from crossread.desk.problems import Problem
from crossread.desk.state import State
from crossread.exchange.judgements import entry_record
from crossread.model import ClaimQuantity
from crossread.model.actor import Verdict
from crossread.model.judgement import Reliability
from crossread.model.reading import Credibility, Modality, Polarity
from crossread.views.review import Question

router = APIRouter(prefix="/api/v1", tags=["judgements"])
REFUSED: dict[int | str, dict[str, Any]] = {
    **ERRORS, 403: {"model": Error, "description": "Not for this role, or without a key"},
    409: {"model": Error, "description": "The case cannot do this"},
}
Why = Annotated[str, Field(min_length=1, max_length=2000, description="Kept in the journal.")]
Limit = Annotated[int, Query(ge=1, le=MOST)]
Offset = Annotated[int, Query(ge=0)]
Id = Annotated[str, Path(description="A claim's id.")]


class Reason(BaseModel):
    """Why something is said."""

    why: Why


class Amount(BaseModel):
    """How many of what: `value` the number or the lower end of a range, `max` its upper end."""

    value: float | None = None
    max: float | None = None
    unit: str | None = None
    approximate: bool = False


class Parts(Reason):
    """What a claim says; what is not given stays, or is the usual. An actor is given by a name or its id, anything else is free
    text; `voices` stand behind the outlet, innermost last."""

    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    voices: list[str] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    undated: bool = False
    place: str | None = Field(None, description="A name or id; empty takes the place away.")
    quantity: Amount | None = Field(None, description="How many; without number and unit it takes the quantity away.")

    def amount(self) -> ClaimQuantity | None:
        """The quantity as the case takes it."""
        given = self.quantity
        return None if given is None else ClaimQuantity(given.value, given.max, given.unit, given.approximate)

    def days(self) -> Days | None:
        """The time as the case takes it."""
        if self.undated:
            return None, None
        days = tuple(None if day is None else day.isoformat() for day in (self.first, self.last))
        return (days[0], days[1]) if any(days) else None


class NewClaim(Parts):
    """A claim that rests on the words `[start, end)` of a document."""

    document: str
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    subject: str
    predicate: str
    object: str


class Pair(Reason):
    """Two actors, by names or ids, and whether they are one."""

    a: str
    b: str
    verdict: Verdict


class ClaimGrade(Reason):
    """How credible a claim is: 1 confirmed to 5 improbable, 6 cannot be judged."""

    grade: Credibility


class SourceGrade(Reason):
    """How reliable a source is: A reliable to E unreliable, F cannot be judged."""

    source: str
    grade: Reliability


def _entry(desk: State, number: int) -> dict[str, Any]:
    return next(dict(entry_record(one)) for one in desk.case.journal() if one.number == number)


@router.get("/journal", summary="All that people said of the case, in order", responses=ERRORS)
def journal(desk: Desk, limit: Limit = 100, offset: Offset = 0) -> Records:
    """Each entry with who, when, why and what it is worth now."""
    found = desk.case.journal()
    items = [dict(entry_record(one)) for one in found[offset:offset + limit]]
    return Records(kind="journal", total=len(found), limit=limit, offset=offset, items=items)


@router.get("/questions", summary="What to look at first, by how much hangs on the answer", responses=ERRORS)
def questions(desk: Desk, limit: Limit = 100, offset: Offset = 0) -> Records:
    """Open questions about pairs of names and about claims, with why they are open and what hangs on them."""
    found = desk.case.questions()
    items = [_question(one) for one in found[offset:offset + limit]]
    return Records(kind="questions", total=len(found), limit=limit, offset=offset, items=items)


def _question(one: Question) -> dict[str, Any]:
    return {"id": one.id, "weight": one.weight, "claim": one.claim, "names": None if one.names is None else list(one.names),
            "joined": one.joined if one.names is not None else None, "doubts": list(one.doubts), "hangs": list(one.hangs),
            "claims": list(one.claims)}


@router.post("/claims/{id}/accept", summary="A claim was read rightly", responses=REFUSED)
def accept(desk: Desk, user: User, id: Id, given: Reason) -> dict[str, Any]:
    """It stands, even if a later reading misses it. Gives the entry of the journal."""
    return _entry(desk, desk.case.judge_claim(id, "accept", why=given.why, by=user.name))


@router.post("/claims/{id}/reject", summary="A claim was read wrongly", responses=REFUSED)
def reject(desk: Desk, user: User, id: Id, given: Reason) -> dict[str, Any]:
    """It is shown and counted nowhere. Gives the entry of the journal."""
    return _entry(desk, desk.case.judge_claim(id, "reject", why=given.why, by=user.name))


@router.post("/claims/{id}/edit", summary="A claim was read in part wrongly", responses=REFUSED)
def edit(desk: Desk, user: User, id: Id, given: Parts) -> dict[str, Any]:
    """Changes what is given. Gives the entry of the journal."""
    number = desk.case.edit_claim(
        id, why=given.why, by=user.name, subject=given.subject, predicate=given.predicate, object=given.object,
        polarity=given.polarity, modality=given.modality, voices=given.voices, time=given.days(),
        place=given.place, quantity=given.amount(),
    )
    return _entry(desk, number)


@router.post("/claims/{id}/grade", summary="How credible a claim is", responses=REFUSED)
def grade_claim(desk: Desk, user: User, id: Id, given: ClaimGrade) -> dict[str, Any]:
    """Nothing derived depends on it. Gives the entry of the journal."""
    return _entry(desk, desk.case.grade_claim(id, given.grade, why=given.why, by=user.name))


@router.post("/claims", summary="A claim was missed", responses=REFUSED)
def add(desk: Desk, user: User, given: NewClaim) -> dict[str, Any]:
    """Gives the entry of the journal, whose target is the new claim's id."""
    number = desk.case.add_claim(
        given.document, given.start, given.end, subject=given.subject, predicate=given.predicate, object=given.object,
        why=given.why, by=user.name, polarity=given.polarity or "affirmed", modality=given.modality or "asserted",
        voices=given.voices or (), time=given.days(), place=given.place, quantity=given.amount(),
    )
    return _entry(desk, number)


@router.post("/actors/judgements", summary="Two actors are the same, different, or it cannot be told", responses=REFUSED)
def judge(desk: Desk, user: User, given: Pair) -> dict[str, Any]:
    """Holds for these names from now on. Gives the entry of the journal."""
    return _entry(desk, desk.case.judge(given.a, given.b, given.verdict, why=given.why, by=user.name))


@router.post("/sources/grades", summary="How reliable a source is", responses=REFUSED)
def grade_source(desk: Desk, user: User, given: SourceGrade) -> dict[str, Any]:
    """Nothing derived depends on it. Gives the entry of the journal."""
    return _entry(desk, desk.case.grade_source(given.source, given.grade, why=given.why, by=user.name))


@router.post("/journal/{number}/undo", summary="Take an entry back", responses=REFUSED)
def undo(desk: Desk, user: User, number: int) -> dict[str, Any]:
    """Adds an entry that takes it back, and gives that one."""
    if not desk.case.undo(number, by=user.name):
        raise Problem(409, "This entry cannot be taken back", f"There is no entry {number}, or somebody has undone it already.")
    return next(dict(entry_record(one)) for one in desk.case.journal() if one.undoes == number)

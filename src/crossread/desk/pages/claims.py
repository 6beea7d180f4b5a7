"""One claim: as it stands, as it was read, what people said of it, and forms to say more; new claims from chosen words."""

from __future__ import annotations

from typing import Annotated, Any, cast, get_args

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from crossread.corrections import Days
from crossread.desk.accounts import User, needs
from crossread.desk.api import Desk
from crossread.desk.lines import lines
from crossread.desk.pages.review import context_of, names_of
from crossread.desk.problems import Problem, not_found
from crossread.desk.reasons import CLAIMS
from crossread.desk.state import State
from crossread.desk.templating import page
from crossread.model import Claim, ClaimQuantity
from crossread.model.reading import Credibility, Modality, Polarity

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=2000)]
Maybe = Annotated[str | None, Form(max_length=2000)]  # a field that a form may not have: what it is about stays


@router.get("/review/claims/{id}")
def claim(request: Request, desk: Desk, id: str) -> Response:
    """A claim with its words in their surroundings, its forms and its history."""
    picture, stands, read = desk.picture(), desk.case.claim(id), desk.case.claim_as_read(id)
    if read is None:
        raise not_found(f"Claim {id}")
    shown = stands or read
    part = shown.evidence[0]
    there = shown.document in picture.documents
    return page(
        request, "claim.html", claim=shown, stands=stands is not None, read=read, found=lines(picture, (id,)),
        context=context_of(picture, shown.document, part.start, part.end) if there else None, answers=CLAIMS,
        history=[entry for entry in reversed(desk.case.journal()) if entry.kind == "claim" and entry.target == id],
        back=f"/review/claims/{id}", kind="all", following=None, **_choices(desk),
    )


def _choices(desk: State) -> dict[str, Any]:
    return {"names": names_of(desk.picture()), "modalities": get_args(Modality)}


@router.post("/review/claims/{id}/edit")
def edit(
    desk: Desk, user: User, id: str, why: Text, subject: Text, predicate: Text, object: Text, polarity: Text, modality: Text,
    voices: Text = "", first: Text = "", last: Text = "", place: Maybe = None, least: Maybe = None, most: Text = "",
    unit: Text = "", about: Annotated[bool, Form()] = False,
) -> Response:
    """Keep what the claim says rightly: only what differs from how it stands is changed."""
    now = desk.case.claim(id) or desk.case.claim_as_read(id)
    if now is None:
        raise not_found(f"Claim {id}")
    if not why.strip():
        raise Problem(422, "A reason is missing", "Say why, so that others can follow it.")
    chain = _lines(voices)
    desk.case.edit_claim(
        id, why=" ".join(why.split()), by=user.name, subject=_other(subject, now.subject.name),
        object=_other(object, now.object.name), predicate=_other(predicate, now.predicate),
        polarity=cast(Polarity | None, _other(polarity, now.polarity)),
        modality=cast(Modality | None, _other(modality, now.modality)),
        voices=None if chain == [voice.name for voice in now.attribution[1:]] else chain, time=_time(now, first, last),
        place=None if place is None or place.strip() == (now.place.name if now.place else "") else place.strip(),
        quantity=None if least is None else _amount(now, least, most, unit, about=about),
    )
    return RedirectResponse(f"/review/claims/{id}", status_code=303)


def _other(given: str, now: str) -> str | None:
    given = given.strip()
    return None if not given or given == now else given


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _time(now: Claim | None, first: str, last: str) -> Days | None:
    days = first.strip() or None, last.strip() or None
    if now is None:
        return days if any(days) else None
    return None if days == (now.time.earliest, now.time.latest) else days


def _amount(now: Claim | None, least: str, most: str, unit: str, *, about: bool) -> ClaimQuantity | None:
    """How many, where it differs from how the claim stands."""
    given = ClaimQuantity(_number(least), _number(most), unit.strip() or None, about)
    if given.value is None and given.unit is None:
        given = ClaimQuantity(None, None, None, False)
    stands = now.quantity if now is not None else None
    return None if given == (stands or ClaimQuantity(None, None, None, False)) else given


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "")) if text.strip() else None
    except ValueError:
        raise Problem(422, "This is no number", f"{text!r} is not written as 31 or 2000.") from None


@router.post("/review/claims/{id}/grade")
def grade(desk: Desk, user: User, id: str, grade: Text, why: Text) -> Response:
    """Grade what a claim says."""
    if not why.strip():
        raise Problem(422, "A reason is missing", "Say why, so that others can follow it.")
    desk.case.grade_claim(id, cast(Credibility, grade), why=" ".join(why.split()), by=user.name)
    return RedirectResponse(f"/review/claims/{id}", status_code=303)


@router.get("/review/new")
@needs("analyst")
def ask(
    request: Request, desk: Desk, document: Annotated[str, Query()], start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None, words: Annotated[str, Query(max_length=5000)] = "",
) -> Response:
    """The form for a claim from words of a document: chosen by their offsets, or written as they stand there."""
    picture = desk.picture()
    if document not in picture.documents:
        raise not_found(f"Document {document}")
    text = picture.documents[document].text
    wrong = ""
    if words:
        start = text.find(words)
        end = start + len(words)
        wrong = "" if start >= 0 else "The text does not have these words, written so."
    chosen = start is not None and end is not None and 0 <= start < end <= len(text) and not wrong
    return page(
        request, "claim_new.html", document=picture.documents[document], start=start, end=end, words=words, wrong=wrong,
        context=context_of(picture, document, start or 0, end or 0) if chosen else None, **_choices(desk),
    )


@router.post("/review/new")
def add(
    desk: Desk, user: User, document: Text, start: Annotated[int, Form()], end: Annotated[int, Form()], subject: Text,
    predicate: Text, object: Text, polarity: Text, modality: Text, why: Text, voices: Text = "", first: Text = "",
    last: Text = "", place: Text = "", least: Text = "", most: Text = "", unit: Text = "", about: Annotated[bool, Form()] = False,
) -> Response:
    """Add a claim."""
    if not why.strip():
        raise Problem(422, "A reason is missing", "Say why, so that others can follow it.")
    number = desk.case.add_claim(
        document, start, end, subject=subject, predicate=predicate, object=object, why=" ".join(why.split()), by=user.name,
        polarity=cast(Polarity, polarity), modality=cast(Modality, modality), voices=_lines(voices),
        time=_time(None, first, last), place=place.strip() or None,
        quantity=_amount(None, least, most, unit, about=about),
    )
    made = next(entry.target for entry in desk.case.journal() if entry.number == number)
    return RedirectResponse(f"/review/claims/{made}", status_code=303)

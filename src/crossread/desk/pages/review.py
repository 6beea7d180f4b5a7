"""Review: the open questions, one after another, by how much hangs on the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from crossread.desk.accounts import User, needs
from crossread.desk.api import Desk
from crossread.desk.lines import Line, lines
from crossread.desk.problems import Problem
from crossread.desk.queue import Queue
from crossread.desk.reasons import ACTORS, CLAIMS
from crossread.desk.state import State
from crossread.desk.templating import here, is_part, page
from crossread.model.actor import Actor, Verdict
from crossread.model.judgement import Entry
from crossread.model.names import name_key
from crossread.views.picture import Picture
from crossread.views.review import Question

router = APIRouter(include_in_schema=False)
Kind = Literal["all", "actors", "claims"]
WAITING = 30  # questions listed beside the one that is asked
SHOWN = 6  # claims shown under a question about actors
NAMES = 400  # actors offered while a name is typed
LATEST = 5  # entries of the journal below
AROUND = 240  # characters of the text before and after a claim's words


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a claim in their surroundings."""

    before: str
    words: str
    after: str


def context_of(picture: Picture, document: str, start: int, end: int) -> Context:
    """The words `[start, end)` of a document with what stands around them."""
    text = picture.documents[document].text
    before, after = text[max(0, start - AROUND):start], text[end:end + AROUND]
    return Context(("…" if start > AROUND else "") + before, text[start:end], after + ("…" if end + AROUND < len(text) else ""))


@dataclass(frozen=True, slots=True)
class Asked:
    """Two names that somebody asks about."""

    names: tuple[str, str]


def names_of(picture: Picture) -> list[str]:
    """Names that are offered while one is typed: of actors, those of most documents first."""
    actors = sorted(picture.actors.values(), key=lambda actor: (-len(actor.documents), actor.name, actor.id))
    return [actor.name for actor in actors if actor.aliases][:NAMES]


def _called(picture: Picture, name: str) -> Actor | None:
    """The actor that goes by a name: one whose usual name it is, else the one of most documents."""
    key = name_key(name)
    named = picture.actors.values() if key else ()
    found = [actor for actor in named if key in {name_key(alias.text) for alias in actor.aliases}]
    return max(found, key=lambda actor: (name_key(actor.name) == key, len(actor.documents), actor.id), default=None)


@router.get("/review")
def review(
    request: Request, desk: Desk, user: User, kind: Annotated[Kind, Query()] = "all",
    question: Annotated[str | None, Query()] = None,
) -> Response:
    """The question asked for, or the weightiest one."""
    return _shown(request, desk, user=user.name, kind=kind, asked=question)


@router.get("/review/pair")
@needs("analyst")
def pair(
    request: Request, desk: Desk, a: Annotated[str, Query(max_length=300)] = "", b: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Any two names: what they are now, and the answers."""
    picture = desk.picture()
    found = [_called(picture, name) for name in (a, b)]
    wrong = [name for name, actor in zip((a, b), found, strict=True) if name and actor is None]
    ready = all(found) and name_key(a) != name_key(b)
    sides = [(actor, lines(picture, picture.claims_of_actor(actor.id))[:SHOWN]) for actor in dict.fromkeys(found) if actor]
    return page(
        request, "pair.html", a=a, b=b, wrong=wrong, ready=ready, sides=sides, one=len(sides) == 1, answers=ACTORS, claim=None,
        question=Asked((a, b)), back="/review/journal", kind="all", following=None, names=names_of(picture),
    )


@router.post("/review")
def answer(
    request: Request, desk: Desk, user: User, kind: Annotated[Kind, Form()] = "all", a: Annotated[str, Form()] = "",
    b: Annotated[str, Form()] = "", claim: Annotated[str, Form()] = "", answer: Annotated[str, Form()] = "",
    why: Annotated[str, Form(max_length=2000)] = "", back: Annotated[str, Form()] = "",
) -> Response:
    """Take an answer: `answer` is a verdict with its reason behind a colon, or a verdict whose reason stands in `why`."""
    verdict, _, reason = answer.partition(":")
    reason = " ".join((why or reason).split())
    if not reason:
        raise Problem(422, "A reason is missing", "Say why, so that others can follow it.")
    if claim and verdict in ("accept", "reject"):
        desk.case.judge_claim(claim, "accept" if verdict == "accept" else "reject", why=reason, by=user.name)
    elif a and b and verdict in {one.verdict for one in ACTORS}:
        desk.case.judge(a, b, cast(Verdict, verdict), why=reason, by=user.name)
    else:
        raise Problem(422, "This is no answer", "Choose one of the answers of the page.")
    if back:
        return RedirectResponse(here(back), status_code=303)
    if is_part(request):
        return _shown(request, desk, user=user.name, kind=kind, asked=None)
    return RedirectResponse(f"/review?kind={kind}", status_code=303)


@router.post("/review/undo")
def undo(
    request: Request, desk: Desk, user: User, number: Annotated[int, Form()], kind: Annotated[Kind, Form()] = "all",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Take an entry of the journal back."""
    if not desk.case.undo(number, by=user.name):
        raise Problem(409, "This entry cannot be taken back", f"There is no entry {number}, or somebody has undone it already.")
    if is_part(request):
        return _shown(request, desk, user=user.name, kind=kind, asked=None)
    return RedirectResponse(here(back) if back else f"/review?kind={kind}", status_code=303)


def _shown(request: Request, desk: State, *, user: str, kind: Kind, asked: str | None) -> Response:
    journal = desk.case.journal()
    queue: Queue = request.app.state.queue
    found_now = queue.now(journal)
    picture = found_now.picture
    questions = [one for one in found_now.questions if kind == "all" or (one.claim is not None) == (kind == "claims")]
    at = next((number for number, one in enumerate(questions) if one.id == asked), 0)
    question = questions[at] if questions else None
    following = questions[at + 1] if at + 1 < len(questions) else questions[0] if questions else None
    found = lines(picture, question.claims) if question is not None else ()
    claim = picture.claims.get(question.claim or "") if question is not None else None
    part = claim.evidence[0] if claim is not None else None
    return page(
        request, "review_part.html" if is_part(request) else "review.html", kind=kind, question=question, following=following,
        title=_title(question, found), waiting=questions[:WAITING], titles={one.id: _title(one, lines(picture, one.claims[:1]))
                                                                            for one in questions[:WAITING]},
        total=len(questions), shown=found[:SHOWN], more=max(0, len(found) - SHOWN), claim=claim,
        context=context_of(picture, claim.document, part.start, part.end) if claim is not None and part is not None else None,
        answers=CLAIMS if claim is not None else ACTORS, latest=tuple(reversed(journal[-LATEST:])),
        undoable=_undoable(journal, user), back="", fresh=found_now.fresh,
    )


def _title(question: Question | None, found: tuple[Line, ...]) -> str:
    if question is None:
        return "Nothing is left to ask"
    if question.names is not None:
        return f"“{question.names[0]}” and “{question.names[1]}”: one actor?"
    line = found[0]
    return f"{'denied: ' if line.claim.polarity == 'denied' else ''}{line.subject} {line.does} {line.object}"


def _undoable(journal: tuple[Entry, ...], user: str) -> Entry | None:
    """What `z` takes back: the last thing that whoever asks said and did not take back."""
    return next((one for one in reversed(journal) if one.by == user and one.undoes is None and one.state != "undone"), None)

"""The journal of all judgements, and the grades of sources."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, cast, get_args

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from crossread.desk.accounts import User
from crossread.desk.api import Desk
from crossread.desk.problems import Problem
from crossread.desk.templating import page
from crossread.model.judgement import JudgementKind, Reliability
from crossread.model.names import name_key

router = APIRouter(include_in_schema=False)
KINDS = ("all", *get_args(JudgementKind))
SHOWN = 200
SOURCES = 300


@router.get("/review/journal")
def journal(
    request: Request, desk: Desk, kind: Annotated[str, Query()] = "all", about: Annotated[str, Query(max_length=200)] = "",
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """All that people said, the last first: who, when, why, and what it is worth now."""
    key = name_key(about)
    found = [
        entry for entry in reversed(desk.case.journal())
        if kind in ("all", entry.kind) and (not key or key in name_key(f"{entry.about} {entry.why} {entry.by} {entry.target}"))
    ]
    return page(
        request, "journal.html", entries=found[offset:offset + SHOWN], total=len(found), offset=offset, shown=SHOWN, kind=kind,
        kinds=KINDS, about=about,
    )


@router.get("/review/grades")
def grades(request: Request, desk: Desk) -> Response:
    """Sources with their grades: outlets and those they quote, the most frequent first."""
    picture, given = desk.picture(), desk.case.grades()
    names: dict[str, Counter[str]] = {}
    for claim in picture.claims.values():
        for voice in claim.attribution:
            actor = picture.actors.get(voice.entity or "")
            name = actor.name if actor is not None else voice.name
            if key := name_key(name):
                names.setdefault(key, Counter())[name] += 1
    ordered = sorted(names, key=lambda key: (given.source(key) is None, -names[key].total(), key))
    rows = [(names[key].most_common(1)[0][0], names[key].total(), given.source(key)) for key in ordered[:SOURCES]]
    return page(request, "grades.html", rows=rows, grades=get_args(Reliability), more=max(0, len(ordered) - SOURCES))


@router.post("/review/grades")
def grade(
    desk: Desk, user: User, source: Annotated[str, Form(max_length=500)], grade: Annotated[str, Form()],
    why: Annotated[str, Form(max_length=2000)],
) -> Response:
    """Grade a source."""
    if not why.strip():
        raise Problem(422, "A reason is missing", "Say why, so that others can follow it.")
    desk.case.grade_source(source, cast(Reliability, grade), why=" ".join(why.split()), by=user.name)
    return RedirectResponse("/review/grades", status_code=303)

"""Adding documents: by upload, by pasting, by address; how far reading is; and what they change in the picture."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from crossread.desk.api import Desk
from crossread.desk.lines import lines
from crossread.desk.problems import Problem, not_found
from crossread.desk.state import State
from crossread.desk.templating import page
from crossread.intake import LONGEST, Given, Public, is_address
from crossread.views.brought import Brought, brought

router = APIRouter(include_in_schema=False)
LARGEST = 64_000_000  # bytes that one request may bring
Field = Annotated[str, Form(max_length=2000)]
MOST = 500  # documents of which a page says what they change


@router.post("/documents/upload")
async def upload(desk: Desk, files: list[UploadFile]) -> RedirectResponse:
    """Read files that a browser sends."""
    named = [file for file in files if file.filename]
    if not named:
        raise Problem(422, "No file was chosen", "Choose a saved page, a text, or a file of records, then press Read.")
    if sum(file.size or 0 for file in named) > LARGEST:
        most = f"At most {LARGEST // 1_000_000} MB; `crossread read` takes larger files."
        raise Problem(413, "This is too much at once", most)
    given = [Given(file.filename or "file", await file.read()) for file in named]
    return _started(desk, given, what=given[0].name if len(given) == 1 else f"{len(given)} files")


@router.post("/documents/paste")
def paste(
    desk: Desk, text: Annotated[str, Form(max_length=LONGEST)] = "", title: Field = "", outlet: Field = "", author: Field = "",
    published: Field = "", url: Field = "",
) -> RedirectResponse:
    """Read a text that was pasted, with what is known of it."""
    if not text.strip():
        raise Problem(422, "There is no text", "Paste the text of an article into the field, then press Read.")
    if published and not _is_day(published):
        raise Problem(422, "This is no day", f"Published: {published!r} is not written as 2031-05-02.")
    known = {"title": title, "outlet": outlet, "author": author, "published": published, "url": url}
    record = {"text": text, **{key: value.strip() for key, value in known.items() if value.strip()}}
    content = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return _started(desk, [Given("pasted.json", content)], what=title.strip() or "a pasted text")


@router.post("/documents/address")
def address(request: Request, desk: Desk, url: Annotated[str, Form(max_length=4000)] = "") -> RedirectResponse:
    """Read a page by its address. Where others reach the desk, it fetches nothing for them from the network behind it."""
    wanted = url.strip()
    if not is_address(wanted):
        raise Problem(422, "This is no address", "An address begins with http:// or https://.")
    return _started(desk, [Public(wanted) if request.app.state.login else wanted], what=wanted)


@router.get("/reading/{number}")
def progress(request: Request, desk: Desk, number: int) -> HTMLResponse:
    """How far reading is and, once it is done, what it changed in the picture."""
    job = desk.jobs.job(number)
    if job is None:
        raise not_found("This reading")
    found = _brought(desk, job.documents) if job.over and job.documents else None
    template = "reading_part.html" if request.headers.get("hx-request") == "true" else "reading.html"
    return page(request, template, job=job, **_given(desk, found))


@router.get("/changes")
def changes(request: Request, desk: Desk, document: Annotated[list[str], Query(max_length=MOST)]) -> HTMLResponse:
    """What some documents change in the picture: the same at any time, for whom this address is sent to."""
    found = _brought(desk, tuple(document))
    if not found.documents:
        raise not_found("This document")
    return page(request, "changes.html", **_given(desk, found))


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _started(desk: State, inputs: Sequence[Given | Public | str], *, what: str) -> RedirectResponse:
    job = desk.jobs.start(list(inputs), what=what)
    return RedirectResponse(f"/reading/{job.number}", status_code=303)


def _brought(desk: State, documents: tuple[str, ...]) -> Brought:
    picture = desk.picture()
    return desk.answer(picture, ("brought", documents), lambda: brought(picture, documents[:MOST]))


def _given(desk: State, found: Brought | None) -> dict[str, Any]:
    picture = desk.picture()
    return {
        "brought": found, "documents": picture.documents, "lines_of": lambda ids: lines(picture, ids),
        "claims": picture.claims, "copies": {copy.document: copy for copy in picture.copies},
    }

"""Documents: what the case has read, one of them with all that was read in it, its original, and forgetting it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from crossread.desk.accounts import needs
from crossread.desk.api import Desk
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import Line, document_href, lines
from crossread.desk.paging import PageNumber, paged
from crossread.desk.problems import not_found
from crossread.desk.templating import page, streamed
from crossread.desk.text import places, present, shown
from crossread.model import Claim, Document
from crossread.model.names import name_key
from crossread.views.brought import brought
from crossread.views.picture import Picture

router = APIRouter(include_in_schema=False)
SIZE = 100
# Endings under which an original may be saved again; any other is saved as bytes that no program opens by itself.
ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside the text: its line, where its parts stand, and how many findings rest on it."""

    line: Line
    places: str
    event: str | None
    contradictions: int


def wanted(desk: Desk, name: Annotated[str, Query(max_length=200)] = "") -> list[Document]:
    """All documents, the newest first."""
    key = name_key(name)
    return sorted(
        (one for one in desk.picture().documents.values() if not key or _called(one, key)),
        key=lambda one: (one.published.earliest or one.published.date or "", one.outlet or "", one.id), reverse=True,
    )


Wanted = Annotated[list[Document], Depends(wanted)]


@router.get("/documents.{ending}")
def documents_file(found: Wanted, ending: Ending) -> Response:
    """The same as a file."""
    return listed("documents", found, ending)


@router.get("/documents")
def documents(
    request: Request, desk: Desk, found: Wanted, name: str = "", forgotten: bool = False, number: PageNumber = 1,
) -> HTMLResponse:
    """All documents, and three ways to add one."""
    picture = desk.picture()
    some = paged(found, number, size=SIZE)
    return page(
        request, "documents.html", shown=some, name=name, forgotten=forgotten, all=len(picture.documents),
        copies={copy.document: copy for copy in picture.copies}, documents=picture.documents,
        counts={one.id: len(picture.claims_of_document(one.id)) for one in some.items}, jobs=desk.jobs.running(),
    )


@router.get("/originals/{id:path}")
def original(desk: Desk, id: str) -> Response:
    """The bytes that a document came from, as they came: to be saved, never to be shown."""
    content = desk.case.original(id)
    if content is None:
        raise not_found("The original of this document")
    document = desk.picture().documents.get(id)
    ending = PurePath((document.path if document else None) or "").suffix.lower()
    name = f"{hashlib.sha256(content).hexdigest()}{ending if ending in ENDINGS else '.bin'}"
    return Response(content, media_type="application/octet-stream", headers={
        "content-disposition": f'attachment; filename="{name}"', "x-content-type-options": "nosniff",
    })


@router.get("/forget")
@needs("admin")
def ask(request: Request, desk: Desk, document: str) -> HTMLResponse:
    """What would go with a document, before it goes."""
    picture = desk.picture()
    if document not in picture.documents:
        raise not_found("This document")
    return page(request, "forget.html", document=picture.documents[document], brought=brought(picture, [document]))


@router.post("/forget")
@needs("admin")
def forget(desk: Desk, document: Annotated[str, Form()]) -> RedirectResponse:
    """Forget a document and all that rests on it alone."""
    if not desk.case.forget(document):
        raise not_found("This document")
    return RedirectResponse("/documents?forgotten=true", status_code=303)


@router.get("/documents/{id:path}")
def document(request: Request, desk: Desk, id: str) -> Response:
    """The text as it stood, with all that was read in it. Its beginning is sent before its end is made."""
    picture = desk.picture()
    reading = desk.case.reading(id)
    if reading is None or id not in picture.documents:
        raise not_found("This document")
    claims = [picture.claims[id_] for id_ in picture.claims_of_document(id)]
    members = desk.case.actors_in(id)
    people = present(reading, members, picture.actors)
    content = desk.case.original(id)
    copy = next((one for one in picture.copies if one.document == id), None)
    return streamed(
        request, "document.html", document=reading.document, blocks=shown(reading, claims, people=people, members=members),
        note_of=lambda id_: _note(picture.claims[id_], picture, places(picture.claims[id_], reading)), people=people, copy=copy,
        copied_by=[picture.documents[one.document] for one in picture.copies if one.of == id],
        of=picture.documents.get(copy.of) if copy else None, size=None if content is None else len(content),
        sha256=None if content is None else hashlib.sha256(content).hexdigest(), claims=claims, href=document_href(id),
        voices_found=len(reading.attributions), times=len(reading.times), quantities=len(reading.quantities),
    )


def _called(document: Document, wanted: str) -> bool:
    """Whether words of its title, outlet or author begin as what is looked for."""
    return any(f" {wanted}" in f" {name_key(text or '')}" for text in (document.title, document.outlet, document.author))


def _note(claim: Claim, picture: Picture, where: str) -> Note:
    (line,) = lines(picture, [claim.id])
    rests = picture.resting_on(claim.id)
    return Note(line, where, claim.id if rests.events else None, len(rests.contradictions))

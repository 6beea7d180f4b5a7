"""Search: full text over claims and documents, narrowed by facets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from crossread.desk.api import Desk
from crossread.desk.exporting import Ending, listed
from crossread.desk.lines import lines
from crossread.desk.paging import PageNumber, paged
from crossread.desk.templating import page
from crossread.model import Document
from crossread.model.names import name_key
from crossread.views.facets import KINDS, facets, narrowed
from crossread.views.saying import in_time

router = APIRouter(include_in_schema=False)
SIZE = 30
AROUND = 110  # characters before and after a word that was found


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has the words: a stretch of its text, cut into what was looked for (`True`) and what lies between."""

    document: Document
    parts: tuple[tuple[bool, str], ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Found:
    """What has the words: claims in the order of time, those that the facets leave, and documents."""

    words: str
    chosen: Mapping[str, str]
    claims: tuple[str, ...]
    narrowed: tuple[str, ...]
    documents: tuple[str, ...]


def find(request: Request, desk: Desk, words: Annotated[str, Query(max_length=300)] = "") -> Found:
    """Claims whose words, or documents whose text, have all the words that are looked for; without any, all claims."""
    picture = desk.picture()
    chosen = {kind.key: value for kind in KINDS if (value := request.query_params.get(kind.key))}
    words = " ".join(words.split())
    ids = desk.answer(picture, ("found", words), lambda: in_time(
        [id_ for id_ in desk.case.claims_with(words) if id_ in picture.claims] if words else picture.claims, picture,
    ))
    known = desk.answer(picture, ("documents with", words), lambda: desk.case.documents_with(words))
    return Found(
        words, chosen, ids, tuple(narrowed(ids, picture, chosen)), tuple(id_ for id_ in known if id_ in picture.documents),
    )


Looked = Annotated[Found, Depends(find)]


@router.get("/search.{ending}")
def file(desk: Desk, found: Looked, ending: Ending, where: str = "claims") -> Response:
    """What was found, as a file."""
    picture = desk.picture()
    if where == "documents":
        return listed("documents", [picture.documents[id_] for id_ in found.documents], ending)
    return listed("claims", [picture.claims[id_] for id_ in found.narrowed], ending)


@router.get("/search")
def search(request: Request, desk: Desk, found: Looked, where: str = "claims", number: PageNumber = 1) -> HTMLResponse:
    """What has the words that are looked for."""
    picture = desk.picture()
    given: dict[str, Any]
    if where == "documents":
        shown = paged(found.documents, number, size=SIZE)
        hits = [
            Hit(picture.documents[id_], snippet(picture.documents[id_].text, found.words), len(picture.claims_of_document(id_)))
            for id_ in shown.items
        ]
        given = {"shown": shown, "hits": hits, "facets": ()}
    else:
        key = ("facets", found.words, tuple(sorted(found.chosen.items())))
        shown = paged(found.narrowed, number, size=SIZE)
        given = {
            "shown": shown, "found": lines(picture, shown.items),
            "facets": desk.answer(picture, key, lambda: facets(found.claims, picture, found.chosen)),
        }
    return page(
        request, "search.html", words=found.words, where=where, chosen=found.chosen, in_claims=len(found.claims),
        in_documents=len(found.documents), any=bool(picture.documents), **given,
    )


def snippet(text: str, words: str) -> tuple[tuple[bool, str], ...]:
    """The stretch around the first place where a text has one of some words, with all of them marked in it."""
    wanted = [word for word in name_key(words).split() if word]
    if not wanted:
        return ((False, text[: 2 * AROUND]),)
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, wanted)) + r")\b", re.IGNORECASE)
    first = pattern.search(text)
    at = first.start() if first else 0
    start, end = max(0, at - AROUND), min(len(text), at + 2 * AROUND)
    found = ("… " if start else "") + " ".join(text[start:end].split()) + (" …" if end < len(text) else "")
    return tuple((bool(odd % 2), part) for odd, part in enumerate(pattern.split(found)) if part)

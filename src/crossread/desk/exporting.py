"""Files of what pages show: the same address with an ending, the same question, all of the list rather than a page of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote, unquote, urlencode

from fastapi.responses import Response
from starlette.datastructures import QueryParams

from crossread.exports import FORMATS
from crossread.exports.tables import csv_bytes, json_bytes, jsonl_bytes
from crossread.kinds import KINDS

Ending = Literal["csv", "json", "jsonl"]
ENDINGS: tuple[Ending, ...] = ("csv", "json", "jsonl")
WRITERS = {"csv": csv_bytes, "json": json_bytes, "jsonl": jsonl_bytes}
# Pages whose list is had as a file, and the kind of its records.
LISTS = {
    "/": "relations", "/actors": "actors", "/events": "events", "/origins": "origins", "/contradictions": "contradictions",
    "/predictions": "predictions", "/timeline": "timeline", "/map": "claims", "/documents": "documents", "/search": "claims",
}
# Parts of an address that say where on a page one is, not what it lists.
PLACES = frozenset({"page", "tie", "at", "place", "since", "forgotten", "says", "said", "alone", "shared"})


@dataclass(frozen=True, slots=True)
class Link:
    """A file that can be had. `lists` says that it holds what the page lists, so that it must follow the page's question."""

    title: str
    href: str
    lists: bool = False


def links(path: str, query: QueryParams) -> tuple[Link, ...]:
    """The files that belong to a page, by its address."""
    parts = [unquote(part) for part in path.strip("/").split("/")]
    if path in ("/review", "/review/journal"):
        return tuple(Link(f"journal, {ending}", f"/review/journal.{ending}") for ending in ("csv", "jsonl"))
    if path in LISTS:
        asked = urlencode([(name, value) for name, value in query.multi_items() if value and name not in PLACES])
        stem = "/situation" if path == "/" else path
        kind = "documents" if path == "/search" and query.get("where") == "documents" else LISTS[path]
        ask = f"?{asked}" if asked else ""
        return tuple(Link(f"{kind}, {ending}", f"{stem}.{ending}{ask}", lists=True) for ending in ENDINGS)
    match parts:
        case ["actors", actor]:
            day = query.get("date") or query.get("as_of")
            at = urlencode({"as_of": day}) if day else ""
            printed = f"/actors/{quote(actor, safe='')}/dossier"
            return (
                *(Link(f"dossier, {ending}", f"{printed}.{ending}{'?' + at if at else ''}") for ending in ("pdf", "html")),
                *_claims([("about", actor), *([("as_of", day)] if day else [])]),
            )
        case ["between", one, other]:
            return _claims([("between", one), ("between", other)])
        case ["documents", *document] if document:
            return _claims([("document", unquote(path.removeprefix("/documents/")))])
        case ["events" | "origins", _]:
            return tuple(Link(f"claims, {ending}", f"{path}/claims.{ending}") for ending in ENDINGS)
        case _:
            return ()


def listed(kind: str, found: Iterable[Any], ending: Ending) -> Response:
    """Records of a kind as a file."""
    return saved(WRITERS[ending](KINDS[kind], found), f"{kind}.{ending}", FORMATS[ending].media)


def saved(content: bytes, name: str, media: str) -> Response:
    """A file to be saved, never a page of the desk's own."""
    return Response(content, media_type=media, headers={"content-disposition": f'attachment; filename="{name}"'})


def _claims(asked: list[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(Link(f"claims, {ending}", f"/export/claims.{ending}?{urlencode(asked)}") for ending in ENDINGS)

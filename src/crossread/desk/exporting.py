"""Which files a page offers: the records that it shows, as the same question put to `/export`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode

ENDINGS = ("csv", "json", "jsonl")
# Pages that show one kind of record, with the parts of their query that narrow it.
KINDS: dict[str, str] = {
    "/": "relations", "/actors": "actors", "/events": "events", "/origins": "origins", "/contradictions": "contradictions",
    "/predictions": "predictions", "/timeline": "timeline", "/map": "events", "/documents": "documents", "/search": "claims",
    "/review": "claims",
}
ASKED = {"about": "about", "date": "as_of", "as_of": "as_of", "document": "document", "words": "words"}


@dataclass(frozen=True, slots=True)
class Link:
    """A file that can be had."""

    title: str
    href: str


def links(path: str, query: Mapping[str, str]) -> tuple[Link, ...]:
    """The files that belong to a page, by its address."""
    parts = [unquote(part) for part in path.strip("/").split("/")]
    asked = [(ASKED[name], value) for name, value in query.items() if name in ASKED and value]
    if path == "/review/journal":
        return tuple(Link(f"journal, {ending}", f"/review/journal.{ending}") for ending in ("csv", "jsonl"))
    if path in KINDS:
        return _records(KINDS[path], asked)
    match parts:
        case ["actors", actor]:
            at = urlencode([(name, value) for name, value in asked if name == "as_of"])
            printed = f"/actors/{quote(actor, safe='')}/dossier"
            return (
                *(Link(f"dossier, {ending}", f"{printed}.{ending}{'?' + at if at else ''}") for ending in ("pdf", "html")),
                *_records("claims", [("about", actor), *asked]),
            )
        case ["between", one, other]:
            return _records("claims", [("between", one), ("between", other)])
        case ["documents", *document] if document:
            return _records("claims", [("document", unquote(path.removeprefix("/documents/")))])
        case ["events" | "origins" as kind, *_]:
            return _records(kind, [])
        case _:
            return ()


def _records(kind: str, asked: list[tuple[str, str]]) -> tuple[Link, ...]:
    query = urlencode(asked)
    return tuple(Link(f"{kind}, {ending}", f"/export/{kind}.{ending}{'?' + query if query else ''}") for ending in ENDINGS)

"""The formats of `crossread export`, and of the links on pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.api import Case
from crossread.errors import CaseError
from crossread.exports.network import graphml
from crossread.exports.printed import to_html, to_pdf
from crossread.exports.report import Report, report
from crossread.exports.tables import Write, archive, csv_bytes, json_bytes, jsonl_bytes
from crossread.exports.workbook import workbook
from crossread.kinds import KINDS
from crossread.views.dossier import dossier


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is in a line, the type of its files, and how one is made from a case, the kind of records asked for (if
    one is) and filters as `Case` takes them."""

    what: str
    media: str
    make: Callable[[Case, str | None, dict[str, Any]], bytes]


def export(case: Case, to: str, *, kind: str | None = None, **filters: Any) -> bytes:
    """A file of a case.

    Raises:
        CaseError: there is no such format, or it cannot hold what is asked for.
    """
    if to not in FORMATS:
        raise CaseError(f"{to!r} is no format; these are: {', '.join(FORMATS)}")
    return FORMATS[to].make(case, kind, filters)


def dossier_of(case: Case, actor: str, *, as_of: str | None = None) -> Report:
    """The dossier of an actor, by its id or a name that is no other's, ready to be printed.

    Raises:
        CaseError: no actor, or several, are called so.
    """
    picture = case.picture()
    found = [actor] if actor in picture.actors else [
        one.id for one in picture.actors.values()
        if actor.casefold() in {one.name.casefold(), *(alias.text.casefold() for alias in one.aliases)}
    ]
    found = found or [one.id for one in case.actors(about=actor) if one.id in picture.actors]
    if len(found) != 1:
        several = "; ".join(f"{picture.actors[id_].name} ({id_})" for id_ in found[:5])
        raise CaseError(f"{actor}: " + (f"several actors are called so: {several}" if found else "no actor is called so"))
    return report(
        dossier(picture, found[0], as_of=as_of), picture=picture, grades=case.grades(), case=Path(case.path).stem, as_of=as_of,
    )


def _tables(write: Write, ending: str) -> Callable[[Case, str | None, dict[str, Any]], bytes]:
    def make(case: Case, kind: str | None, filters: dict[str, Any]) -> bytes:
        if kind is None:
            return archive(case, write, ending=ending, filters=filters)
        if kind not in KINDS:
            raise CaseError(f"{kind!r} is no kind of record; these are: {', '.join(KINDS)}")
        return write(KINDS[kind], KINDS[kind].find(case, **filters))

    return make


def _printed(write: Callable[[Report], bytes]) -> Callable[[Case, str | None, dict[str, Any]], bytes]:
    def make(case: Case, kind: str | None, filters: dict[str, Any]) -> bytes:
        if kind is not None or not filters.get("about"):
            raise CaseError("a dossier is about one actor, and holds all kinds of records: give --about NAME, and no --kind")
        return write(dossier_of(case, filters["about"], as_of=filters.get("as_of")))

    return make


def _whole(make: Callable[..., bytes]) -> Callable[[Case, str | None, dict[str, Any]], bytes]:
    def made(case: Case, kind: str | None, filters: dict[str, Any]) -> bytes:
        if kind is not None:
            raise CaseError("this format has its own choice of records: leave --kind out")
        return make(case, filters=filters)

    return made


# A new format is a new row here.
FORMATS: dict[str, Format] = {
    "csv": Format("spreadsheets: one kind, or all in a ZIP archive", "text/csv; charset=utf-8", _tables(csv_bytes, "csv")),
    "jsonl": Format("the contract's records: one kind, or all in a ZIP archive", "application/x-ndjson",
                    _tables(jsonl_bytes, "jsonl")),
    "json": Format("the same as JSON lists", "application/json", _tables(json_bytes, "json")),
    "xlsx": Format("a workbook with a sheet for each kind", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                   _whole(workbook)),
    "graphml": Format("relations as a graph", "application/graphml+xml", _whole(graphml)),
    "html": Format("the dossier of one actor, to be printed", "text/html; charset=utf-8", _printed(to_html)),
    "pdf": Format("the dossier of one actor", "application/pdf", _printed(to_pdf)),
}

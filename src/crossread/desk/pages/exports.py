"""Files: records of a kind as CSV and JSON, all of a case, the journal, the dossier of an actor to be printed."""

from __future__ import annotations

import datetime as dt
import io
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from crossread.desk.api import Desk, Wanted
from crossread.desk.exporting import WRITERS, saved
from crossread.desk.problems import Problem, not_found
from crossread.exchange.annotation import dump
from crossread.exchange.judgements import entry_record
from crossread.exchange.tables import ENTRY_COLUMNS, write_csv
from crossread.exports import FORMATS
from crossread.exports.formats import dossier_of
from crossread.exports.printed import to_html, to_pdf
from crossread.kinds import KINDS

router = APIRouter(include_in_schema=False)


@router.get("/export/case.{ending}")
def whole(desk: Desk, ending: Literal["xlsx", "graphml"], wanted: Wanted) -> Response:
    """All of a case in one file."""
    return saved(FORMATS[ending].make(desk.case, None, wanted.filters), f"case.{ending}", FORMATS[ending].media)


@router.get("/export/{kind}.{ending}")
def records(
    desk: Desk, kind: str, ending: str, wanted: Wanted, words: Annotated[str, Query(max_length=500)] = "",
) -> Response:
    """All records of a kind that a page shows; `words` are looked for in the words of claims."""
    if kind not in KINDS or ending not in WRITERS:
        raise Problem(404, "There is no such file", f"Kinds: {', '.join(KINDS)}. Endings: {', '.join(WRITERS)}.")
    found = desk.case.search(words) if words and kind == "claims" else KINDS[kind].find(desk.case, **wanted.filters)
    return saved(WRITERS[ending](KINDS[kind], found), f"{kind}.{ending}", FORMATS[ending].media)


@router.get("/review/journal.{ending}")
def journal(desk: Desk, ending: Literal["csv", "jsonl"]) -> Response:
    """All that people said of the case."""
    entries = desk.case.journal()
    if ending == "jsonl":
        content = "".join(dump(entry_record(entry)) + "\n" for entry in entries)
    else:
        out = io.StringIO(newline="")
        write_csv(entries, columns=ENTRY_COLUMNS, out=out)
        content = out.getvalue()
    return saved(content.encode("utf-8", "replace"), f"journal.{ending}", FORMATS[ending].media)


@router.get("/actors/{id}/dossier.{ending}")
def dossier(
    desk: Desk, id: str, ending: Literal["pdf", "html"], as_of: Annotated[dt.date | None, Query()] = None,
) -> Response:
    """The dossier of an actor, with numbered quotes and sources."""
    if id not in desk.picture().actors:
        raise not_found("This actor")
    made = dossier_of(desk.case, id, as_of=None if as_of is None else as_of.isoformat())
    content = to_pdf(made) if ending == "pdf" else to_html(made)
    return saved(content, f"dossier-{id}.{ending}", FORMATS[ending].media)

"""`crossread show`: records of a case."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

import typer

from crossread.api import Case
from crossread.cli.options import CaseFile
from crossread.cli.output import answering, write_line, write_table
from crossread.exchange import findings
from crossread.exchange.annotation import Record, dump
from crossread.exchange.records import actor_record, case_claim_record, document_record
from crossread.exchange.tables import ACTOR_COLUMNS, CLAIM_COLUMNS, DOCUMENT_COLUMNS, Column, write_csv


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of record is found, written as JSON, and laid out in columns."""

    find: Callable[..., Iterator[Any]]
    record: Callable[[Any], Record]
    columns: tuple[Column[Any], ...]


# A new kind is a new row here.
KINDS: dict[str, Kind] = {
    "documents": Kind(Case.documents, document_record, DOCUMENT_COLUMNS),
    "actors": Kind(Case.actors, actor_record, ACTOR_COLUMNS),
    "claims": Kind(Case.claims, case_claim_record, CLAIM_COLUMNS),
    "relations": Kind(Case.relations, findings.relation_record, findings.RELATION_COLUMNS),
    "events": Kind(Case.events, findings.event_record, findings.EVENT_COLUMNS),
    "contradictions": Kind(Case.contradictions, findings.contradiction_record, findings.CONTRADICTION_COLUMNS),
    "corroborations": Kind(Case.corroborations, findings.corroboration_record, findings.CORROBORATION_COLUMNS),
    "origins": Kind(Case.origins, findings.origin_record, findings.ORIGIN_COLUMNS),
    "double-games": Kind(Case.double_games, findings.double_game_record, findings.DOUBLE_GAME_COLUMNS),
    "predictions": Kind(Case.predictions, findings.prediction_record, findings.PREDICTION_COLUMNS),
    "timeline": Kind(Case.timeline, findings.moment_record, findings.TIMELINE_COLUMNS),
}


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def _kind(name: str) -> str:
    if name not in KINDS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(KINDS)}.")
    return name


def _day(text: str | None) -> str | None:
    if text is not None:
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise typer.BadParameter(f"{text!r} is not a day such as 2031-05-02.") from error
    return None


def show(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of: {', '.join(KINDS)}.", callback=_kind)],
    case: CaseFile,
    format: Annotated[Format, typer.Option("--format", "-f", help="For people, for programs, for spreadsheets.")] = Format.table,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="What concerns this actor, by any of its names.")] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="What the one is said to have to do with the other.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Without what begins, or appeared, after this day.", callback=_day)
    ] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="What this document says.")] = None,
) -> None:
    """Print the records of a case: what was read, and what follows from laying it side by side.

    \b
    crossread show documents --case war.case
    crossread show actors --case war.case --format csv > actors.csv
    crossread show claims --case war.case --about "River League" --as-of 2031-05-02
    crossread show claims --case war.case --between "River League" "Northern Front" --format jsonl
    crossread show relations --case war.case --as-of 2031-05-02
    crossread show contradictions --case war.case --about "River League"
    """
    chosen = KINDS[kind]
    with Case(case, create=False) as opened, answering():
        records = chosen.find(opened, about=about, between=between, as_of=as_of, document=document)
        if format is Format.jsonl:
            for record in records:
                write_line(dump(chosen.record(record)))
        elif format is Format.csv:
            write_csv(records, columns=chosen.columns, out=sys.stdout)
        else:
            write_table(records, columns=chosen.columns)

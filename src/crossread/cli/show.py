"""`crossread show`: records of a case."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from typing import Annotated

import typer

from crossread.api import Case
from crossread.cli.options import CaseFile
from crossread.cli.output import answering, write_line, write_table
from crossread.exchange.annotation import dump
from crossread.exchange.tables import write_csv
from crossread.kinds import KINDS


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

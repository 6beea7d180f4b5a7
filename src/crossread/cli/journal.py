"""`crossread journal` and `crossread undo`: all that people said of a case, and taking it back."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from crossread.api import Case
from crossread.cli.options import By, CaseFile, user
from crossread.cli.output import answering, complain, write_line, write_table
from crossread.cli.show import Format
from crossread.exchange.annotation import dump
from crossread.exchange.judgements import entry_record
from crossread.exchange.tables import ENTRY_COLUMNS, write_csv


def journal(
    case: CaseFile,
    format: Annotated[Format, typer.Option("--format", "-f", help="For people, for programs, for spreadsheets.")] = Format.table,
) -> None:
    """Print all that people said of a case, in the order they said it: who, what, when, why, and what it is worth now.

    \b
    crossread journal --case war.case
    """
    with Case(case, create=False) as opened, answering():
        entries = opened.journal()
        if format is Format.jsonl:
            for entry in entries:
                write_line(dump(entry_record(entry)))
        elif format is Format.csv:
            write_csv(entries, columns=ENTRY_COLUMNS, out=sys.stdout)
        else:
            write_table(entries, columns=ENTRY_COLUMNS)


def undo(
    number: Annotated[int, typer.Argument(help="The number of an entry, as `journal` prints it.")], case: CaseFile, by: By = None,
) -> None:
    """Take an entry of the journal back: all is as if it had never been made. The journal keeps both.

    \b
    crossread undo 7 --case war.case
    """
    with Case(case, create=False) as opened:
        done = opened.undo(number, by=by if by is not None else user())
    if not done:
        complain(f"{number}: no entry of this number that could be taken back")
        raise typer.Exit(1)

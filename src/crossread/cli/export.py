"""`crossread export`: files for other tools and for people."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from crossread.api import Case
from crossread.cli.options import CaseFile
from crossread.cli.output import answering, complain

FORMATS = ("csv", "jsonl", "json", "xlsx", "graphml", "html", "pdf")


def _day(text: str | None) -> str | None:
    try:
        return text and dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day such as 2031-05-02.") from error


def export(
    case: CaseFile,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - for standard output.")],
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Records of this kind alone, as `show` names them.")] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="What concerns this actor, by any of its names.")] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="What the one is said to have to do with the other.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Without what begins, or appeared, after this day.", callback=_day)
    ] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="What this document says.")] = None,
) -> None:
    """Write a case, or a part of it, into a file.

    \b
    crossread export --case war.case --to csv -o war.zip
    crossread export --case war.case --to csv --kind claims --about "River League" -o claims.csv
    crossread export --case war.case --to xlsx -o war.xlsx
    crossread export --case war.case --to graphml --as-of 2031-05-02 -o network.graphml
    crossread export --case war.case --to pdf --about "River League" -o dossier.pdf
    """
    from crossread.exports import export as made  # writers of formats take time to load: only when something is written

    with Case(case, create=False) as opened:
        content = made(opened, to, kind=kind, about=about, between=between, as_of=as_of, document=document)
    if output == "-":
        with answering():
            sys.stdout.buffer.write(content)
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        complain(f"{output}: {error.strerror or error}")
        raise typer.Exit(1) from error

"""`crossread places`: where the places of a case lie, and saying so where the gazetteer does not know."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from crossread.api import Case
from crossread.cli.options import By, CaseFile, Why, user
from crossread.cli.output import answering, complain, write_line, write_table
from crossread.cli.show import Format
from crossread.errors import InputError
from crossread.exchange.annotation import dump
from crossread.exchange.places import place_record, read_places
from crossread.exchange.tables import PLACE_COLUMNS, write_csv
from crossread.model.place import Located

app = typer.Typer(no_args_is_help=True, help="Where the places of a case lie.")


@app.command("list", no_args_is_help=True)
def list_places(
    case: CaseFile,
    format: Annotated[Format, typer.Option("--format", "-f", help="For people, for programs, for spreadsheets.")] = Format.table,
) -> None:
    """Print the places, facilities and states that have a position, how sure it is, and why."""
    with Case(case, create=False) as opened, answering():
        picture = opened.picture()
        found = [Located(picture.actors[id_], position) for id_, position in picture.positions.items()]
        found.sort(key=lambda one: (one.actor.name, one.actor.id))
        if format is Format.jsonl:
            for place in found:
                write_line(dump(place_record(place)))
        elif format is Format.csv:
            write_csv(found, columns=PLACE_COLUMNS, out=sys.stdout)
        else:
            write_table(found, columns=PLACE_COLUMNS)


@app.command("set", no_args_is_help=True, context_settings={"ignore_unknown_options": True})
def set_place(
    name: Annotated[str, typer.Argument(help="A place, as texts call it, or its actor's id.")],
    latitude: Annotated[float, typer.Argument(help="Degrees north; south is negative.")],
    longitude: Annotated[float, typer.Argument(help="Degrees east; west is negative.")],
    why: Why, case: CaseFile, by: By = None,
) -> None:
    """Say where a place lies.

    \b
    crossread places set "Kesh bridge" 24.31 -8.2 --why "survey map of 2029" --case war.case
    """
    with Case(case, create=False) as opened:
        number = opened.locate(name, latitude, longitude, why=why, by=by if by is not None else user())
    complain(f"entry {number}: {name} lies at {latitude:g}, {longitude:g}")


@app.command("load", no_args_is_help=True)
def load_places(
    file: Annotated[Path, typer.Argument(help="A CSV file with columns name, latitude and longitude.")],
    why: Why, case: CaseFile, by: By = None,
) -> None:
    """Say where many places lie: one entry of the journal for each row of a file. Rows that cannot be used are named."""
    failed = 0
    with Case(case, create=False) as opened:
        done = 0
        for row in read_places(file):
            if isinstance(row, InputError):
                complain(str(row))
                failed += 1
                continue
            opened.locate(row.name, row.where.latitude, row.where.longitude, why=why, by=by if by is not None else user())
            done += 1
    complain(f"{done} places located" + (f", {failed} rows left out" if failed else ""))
    if failed:
        raise typer.Exit(1)

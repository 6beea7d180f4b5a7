"""`crossread actors`: what people say of who is who."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from crossread.api import Case
from crossread.cli.options import By, CaseFile, Why, user
from crossread.cli.output import answering, complain, write_line, write_table
from crossread.cli.show import Format
from crossread.errors import InputError
from crossread.exchange.annotation import dump
from crossread.exchange.outside import read_listed
from crossread.exchange.records import judgement_record, match_record
from crossread.exchange.tables import JUDGEMENT_COLUMNS, MATCH_COLUMNS, write_csv
from crossread.model.actor import Verdict
from crossread.model.outside import Link, Listed

app = typer.Typer(no_args_is_help=True, help="Say who is who: two actors are the same, different, or it cannot be told.")

Name = Annotated[str, typer.Argument(help="A name that the actor goes by, or its id.")]


def _judging(verdict: Verdict, help_: str) -> Callable[..., None]:
    def command(a: Name, b: Name, why: Why, case: CaseFile, by: By = None) -> None:
        with Case(case, create=False) as opened:
            number = opened.judge(a, b, verdict, why=why, by=by if by is not None else user())
            effect = next(entry.state for entry in opened.actor_journal() if entry.number == number)
        complain(f"judgement {number}: {a}, {b}: {verdict}; {effect}")

    command.__doc__ = help_
    return command


app.command("same", no_args_is_help=True)(_judging("same", "Two actors are one, whatever speaks against it."))
app.command("different", no_args_is_help=True)(
    _judging("different", "Two actors, or two names of one, are two: they and what hangs on them."))
app.command("unsure", no_args_is_help=True)(
    _judging("unsure", "It cannot be told whether two actors are one: no rule joins them directly."))


@app.command("link", no_args_is_help=True)
def link(
    file: Annotated[Path, typer.Argument(help="A CSV file with columns id and name, or FollowTheMoney entities as JSON lines.")],
    case: CaseFile,
    list_: Annotated[str | None, typer.Option("--list", metavar="NAME", help="What the list is called; else the file.")] = None,
    by: By = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="For people, for programs, for spreadsheets.")] = Format.table,
) -> None:
    """Link the actors to an outside list of people and bodies, where one entry fits and no other. What is doubtful is printed
    for review and not linked; `actors pick` decides it, `undo` takes a link back.

    \b
    crossread actors link sanctions.csv --case war.case
    """
    failed = 0

    def good() -> Iterator[Listed]:
        nonlocal failed
        for entry in read_listed(file):
            if isinstance(entry, InputError):
                complain(str(entry))
                failed += 1
            else:
                yield entry

    with Case(case, create=False) as opened, answering():
        found = opened.link_to(good(), of=list_ or file.stem, by=by if by is not None else user())
        if format is Format.jsonl:
            for match in found:
                write_line(dump(match_record(match)))
        elif format is Format.csv:
            write_csv(found, columns=MATCH_COLUMNS, out=sys.stdout)
        else:
            write_table(found, columns=MATCH_COLUMNS)
    count = Counter(match.state for match in found)
    left_out = f", {failed} lines left out" if failed else ""
    complain(f"{count['linked']} actors linked, {count['known']} linked before, {count['review']} to be reviewed{left_out}")
    if failed:
        raise typer.Exit(1)


@app.command("pick", no_args_is_help=True)
def pick(
    name: Name, id_: Annotated[str, typer.Argument(metavar="ID", help="The id in the outside list.")],
    list_: Annotated[str, typer.Option("--list", metavar="NAME", help="What the list is called.")],
    why: Why, case: CaseFile, by: By = None,
) -> None:
    """Say which entry of an outside list an actor is.

    \b
    crossread actors pick "Ana Petrak" Q4711 --list sanctions --why "same birthday" --case war.case
    """
    with Case(case, create=False) as opened:
        number = opened.link(name, Link(list_, id_, name, 1.0, why), why=why, by=by if by is not None else user())
    complain(f"entry {number}: {name} is {id_} in {list_}")


@app.command("undo", no_args_is_help=True)
def undo(
    number: Annotated[int, typer.Argument(help="The number of the judgement, as `actors journal` prints it.")],
    case: CaseFile, by: By = None,
) -> None:
    """Take a judgement back: the actors are as if it had never been made. The journal keeps both."""
    with Case(case, create=False) as opened:
        done = opened.undo(number, by=by if by is not None else user())
    if not done:
        complain(f"{number}: no judgement of this number that could be taken back")
        raise typer.Exit(1)


@app.command("journal", no_args_is_help=True)
def journal(
    case: CaseFile,
    format: Annotated[Format, typer.Option("--format", "-f", help="For people, for programs, for spreadsheets.")] = Format.table,
) -> None:
    """Print all judgements on actors in the order they were made, and what each is worth now."""
    with Case(case, create=False) as opened, answering():
        entries = opened.actor_journal()
        if format is Format.jsonl:
            for entry in entries:
                write_line(dump(judgement_record(entry)))
        elif format is Format.csv:
            write_csv(entries, columns=JUDGEMENT_COLUMNS, out=sys.stdout)
        else:
            write_table(entries, columns=JUDGEMENT_COLUMNS)

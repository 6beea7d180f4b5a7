"""The commands together, and what happens when one goes wrong."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from crossread._version import __version__
from crossread.cli import (
    actors,
    annotate,
    claims,
    demo,
    export,
    forget,
    grade,
    journal,
    lexicon,
    places,
    read,
    serve,
    show,
    users,
)
from crossread.cli.output import complain
from crossread.errors import CrossreadError

OVERVIEW = """\
Reads news about a conflict into claims: who says that who did what to whom, with the exact words of each.

\b
A first look:
  crossread demo
One article, nothing kept:
  crossread annotate article.txt
A case that grows:
  crossread read articles/ --case war.case
  crossread show claims --case war.case --about "River League"
The same in a browser:
  crossread serve --case war.case
"""

app = typer.Typer(
    name="crossread", help=OVERVIEW, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]}, rich_markup_mode="rich",
)
app.command("annotate", no_args_is_help=True)(annotate.annotate)
app.command("read", no_args_is_help=True)(read.read)
app.command("show", no_args_is_help=True)(show.show)
app.command("serve", no_args_is_help=True)(serve.serve)
app.command("export", no_args_is_help=True)(export.export)
app.command("forget", no_args_is_help=True)(forget.forget)
app.command("demo")(demo.demo)
app.command("journal", no_args_is_help=True)(journal.journal)
app.command("undo", no_args_is_help=True)(journal.undo)
app.add_typer(actors.app, name="actors")
app.add_typer(claims.app, name="claims")
app.add_typer(grade.app, name="grade")
app.add_typer(users.app, name="users")
app.add_typer(places.app, name="places")
app.add_typer(lexicon.app, name="lexicon")


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"crossread {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Options of the program as a whole."""


def main() -> None:
    """Run the program: the entry point `crossread`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # records are UTF-8, whatever the terminal's language
    try:
        app()
    except CrossreadError as error:
        complain(str(error))
        sys.exit(2)

"""`crossread lexicon`: the vocabulary, for those who extend it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from crossread.cli.output import complain

app = typer.Typer(no_args_is_help=True)


@app.callback()
def lexicon() -> None:
    """The vocabulary that reading rests on."""


@app.command("check")
def check(
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="The language, as its folder is called.")] = "en",
) -> None:
    """Read every pattern and table of a language; name file and line of what cannot be read, and of words that stand twice.

    \b
    crossread lexicon check
    """
    from crossread.reading.checking import check_lexicon

    found = check_lexicon(language)
    for error in found.errors:
        complain(error)
    for warning in found.warnings:
        complain(f"{warning} (warning)")
    sys.stdout.write(
        f"{language}: {found.patterns} patterns with {found.words} words, in {found.files} files with the tables; "
        f"errors: {len(found.errors)}, warnings: {len(found.warnings)}\n"
    )
    if found.errors:
        raise typer.Exit(1)

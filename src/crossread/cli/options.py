"""Arguments and options that several commands share."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT...", help="Files, folders (walked in name order), addresses, or - for standard input."),
]
CaseFile = Annotated[Path, typer.Option("--case", metavar="CASE", help="The case: a file.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes read at once.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept in the journal.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so; by default the name you are logged in by.")]


def user() -> str:
    """The name that the person at the keyboard is logged in by; empty where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # as in some containers
        return ""


def stdin() -> BinaryIO:
    """Standard input as bytes."""
    return sys.stdin.buffer

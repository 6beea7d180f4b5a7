"""Arguments and options that several commands share."""

from __future__ import annotations

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


def stdin() -> BinaryIO:
    """Standard input as bytes."""
    return sys.stdin.buffer

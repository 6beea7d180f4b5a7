"""Writing to the two streams: answers to one, everything else to the other."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from crossread.api import Progress as Reached
from crossread.api import Watch
from crossread.exchange.tables import Cell, Column

T = TypeVar("T")

WIDE = 200  # columns of a table that goes into a file or a pipe
# What could move a terminal's cursor or change its colours: a text that is read may hold anything.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def complain(message: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"crossread: {printable(message)}\n")


@contextmanager
def answering() -> Iterator[None]:
    """Around all that writes to standard output: when its reader, such as `head`, has had enough, we are done."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left has nowhere to go
        raise typer.Exit from None


def printable(text: str) -> str:
    """Text that does nothing to a terminal but show."""
    return _CONTROL.sub(" ", text).encode("utf-8", "replace").decode("utf-8")


def write_line(line: str) -> None:
    """A record on standard output."""
    sys.stdout.write(line + "\n")


def write_table(rows: Iterable[T], *, columns: tuple[Column[T], ...]) -> None:
    """Rows as a table on standard output, as wide as the terminal."""
    columns = tuple(column for column in columns if column.look)
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column.name, overflow="fold", ratio=1 if column.wide else None)
    for row in rows:
        table.add_row(*(_shown(column.cell(row)) for column in columns))
    console.print(table)


def _shown(cell: Cell) -> Text:
    return Text("" if cell is None else printable(str(cell)))


@contextmanager
def progress() -> Iterator[Watch | None]:
    """A bar on standard error while reading, if that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn(),
        TextColumn("{task.fields[last]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, last="")

        def watch(reached: Reached) -> None:
            bar.update(task, completed=reached.done, last=printable(reached.document)[:60])

        yield watch

"""`crossread read`: documents into a case."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from crossread.api import Case, Summary
from crossread.cli.options import CaseFile, Inputs, Jobs, stdin
from crossread.cli.output import complain, progress

INTERRUPTED = 130  # as shells report it


def read(
    inputs: Inputs,
    case: CaseFile,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="The inputs are annotation records made elsewhere: take them as they are.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Read even what has not changed.")] = False,
    jobs: Jobs = 1,
) -> None:
    """Read documents into a case. Safe to repeat, to interrupt and to run again: what was read stays, what has not changed is
    not read twice, a changed text takes the place of the old one.

    \b
    crossread read articles/ --case war.case
    crossread read articles/ extra.html --case war.case --jobs 4
    crossread read coded.jsonl --annotations --case war.case
    """
    try:
        with Case(case) as opened, progress() as watch:
            if annotations:
                summary = opened.read_annotations(inputs, stdin=stdin(), watch=watch)
            else:
                summary = opened.read(inputs, jobs=jobs, stdin=stdin(), again=again, watch=watch)
            counts = opened.counts()
    except KeyboardInterrupt:
        complain(f"interrupted; what was read is in {case}, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED) from None
    report(summary, counts=counts)
    if summary.failures:
        raise typer.Exit(1)


def report(summary: Summary, *, counts: tuple[int, int, int]) -> None:
    """Say on standard error what came of reading: each input that failed, then one line of numbers."""
    for failure in summary.failures:
        complain(str(failure))
    parts = [f"{summary.new} new"]
    parts += [f"{summary.changed} changed"] if summary.changed else []
    parts += [f"{summary.same} known already"] if summary.same else []
    parts += [f"{len(summary.failures)} could not be read"] if summary.failures else []
    documents, claims, actors = counts
    sys.stderr.write(
        f"read: {', '.join(parts)}. The case has {_count(documents, 'document')}, {_count(claims, 'claim')}, "
        f"{_count(actors, 'actor')}.\n"
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"

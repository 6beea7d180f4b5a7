"""`crossread annotate`: read and keep nothing."""

from __future__ import annotations

import typer

from crossread.api import annotate_inputs
from crossread.cli.options import Inputs, Jobs, stdin
from crossread.cli.output import answering, complain, write_line
from crossread.errors import InputError
from crossread.exchange.annotation import to_json


def annotate(inputs: Inputs, jobs: Jobs = 1) -> None:
    """Read documents without keeping anything: one JSON record each, in the order of the inputs.

    \b
    crossread annotate article.txt
    crossread annotate articles/ > annotations.jsonl
    cat article.html | crossread annotate -
    """
    failed = False
    with answering():
        for reading in annotate_inputs(inputs, jobs=jobs, stdin=stdin()):
            if isinstance(reading, InputError):
                complain(str(reading))
                failed = True
            else:
                write_line(to_json(reading))
    if failed:
        raise typer.Exit(1)

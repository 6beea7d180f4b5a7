"""`crossread grade`: how far sources and claims are to be trusted, on the two axes of the Admiralty scale."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from crossread.api import Case
from crossread.cli.options import By, CaseFile, Why, user
from crossread.cli.output import complain
from crossread.model.judgement import Reliability
from crossread.model.reading import Credibility

app = typer.Typer(no_args_is_help=True, help="Grade sources (A to F) and claims (1 to 6). Nothing has a grade by itself.")


@app.command("source", no_args_is_help=True)
def source(
    name: Annotated[str, typer.Argument(help="An outlet or a voice.")],
    grade: Annotated[str, typer.Argument(help="A reliable, B usually so, C fairly, D not usually, E unreliable, F cannot tell.")],
    why: Why, case: CaseFile, by: By = None,
) -> None:
    """Grade an outlet or a voice by its name."""
    with Case(case, create=False) as opened:
        number = opened.grade_source(name, cast(Reliability, grade.upper()), why=why, by=by if by is not None else user())
    complain(f"entry {number}: {name} graded {grade.upper()}")


@app.command("claim", no_args_is_help=True)
def claim(
    claim: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or as much of its beginning as no other has.")],
    grade: Annotated[str, typer.Argument(
        help="1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.")],
    why: Why, case: CaseFile, by: By = None,
) -> None:
    """Grade what one claim says."""
    with Case(case, create=False) as opened:
        number = opened.grade_claim(claim, cast(Credibility, grade), why=why, by=by if by is not None else user())
    complain(f"entry {number}: {claim} graded {grade}")

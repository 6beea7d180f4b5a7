"""`crossread forget`: a document out of a case."""

from __future__ import annotations

from typing import Annotated

import typer

from crossread.api import Case
from crossread.cli.options import CaseFile
from crossread.cli.output import complain


def forget(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids, as `show documents` prints them.")],
    case: CaseFile,
) -> None:
    """Remove documents from a case, with all that rests on them alone: their bytes, claims, judgements.

    \b
    crossread show documents --case war.case
    crossread forget 3f0c… --case war.case
    """
    with Case(case, create=False) as opened:
        gone = opened.forget(*documents)
    missing = [document for document in documents if document not in gone]
    for document in missing:
        complain(f"{document}: no document of this id in {case}")
    if missing:
        raise typer.Exit(1)

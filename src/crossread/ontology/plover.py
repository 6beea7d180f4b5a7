"""PLOVER events under modality: a promised meeting is an agreement, a planned attack a threat, a refused one a rejection.

After the codebook of PLOVER (Halterman, Bagozzi, Beger, Schrodt & Scarborough 2023), which codes what is intended or
declined apart from what happened. The table is `plover.tsv`.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from crossread.errors import LexiconError
from crossread.model.reading import Modality, Polarity

PATH = Path(__file__).with_name("plover.tsv")


@lru_cache(maxsize=1)
def _shifts() -> dict[tuple[str, str], str | None]:
    found: dict[tuple[str, str], str | None] = {}
    with PATH.open(encoding="utf-8", newline="") as source:
        for number, row in enumerate(csv.DictReader(source, delimiter="\t"), start=2):
            try:
                event = row["event"]
                found |= {
                    (event, status): None if row[status] == "-" else row[status] for status in ("intended", "denied", "open")
                }
            except KeyError as error:
                raise LexiconError(f"{PATH.name}:{number}: no column {error}") from error
    return found


def event_under(event: str | None, *, polarity: Polarity, modality: Modality) -> str | None:
    """The event that a clause codes for, given the event its predicate names and how it is put."""
    if event is None:
        return None
    status = (
        "denied"
        if polarity == "denied"
        else "intended"
        if modality in ("predicted", "wished")
        else "open"
        if modality == "hypothetical"
        else None
    )
    return event if status is None else _shifts().get((event, status))

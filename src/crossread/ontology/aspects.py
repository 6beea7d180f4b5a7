"""How what a predicate says lies in time: whether it lasts, for how long, what ends it. The table is `aspects.tsv`.

`aspect` follows the two broad classes of Vendler (1957): a state holds until something ends it, an event is over. `horizon` is
the number of days for which a state is taken to last beyond its last evidence.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from crossread.errors import LexiconError

PATH = Path(__file__).with_name("aspects.tsv")


@dataclass(frozen=True, slots=True)
class Aspect:
    """`ended_by` are the predicates that end the state; `reversed` marks those that cannot hold both ways round; `once` those
    that happen once between the same two; `exclusive` those whose object has but one such subject."""

    predicate: str
    lasts: bool
    horizon: int
    ended_by: frozenset[str]
    reversed: bool
    once: bool
    exclusive: bool


@lru_cache(maxsize=1)
def aspects() -> dict[str, Aspect]:
    """All rows by predicate. Raises LexiconError on a malformed one."""
    found: dict[str, Aspect] = {}
    with PATH.open(encoding="utf-8", newline="") as source:
        for number, row in enumerate(csv.DictReader(source, delimiter="\t"), start=2):
            try:
                found[row["predicate"]] = Aspect(
                    row["predicate"], _lasts(row["aspect"]), int(row["horizon"]), frozenset((row["ended_by"] or "").split()),
                    row["reversed"] == "yes", row["once"] == "yes", row["exclusive"] == "yes",
                )
            except (KeyError, TypeError, ValueError) as error:
                raise LexiconError(f"{PATH.name}:{number}: {error}") from error
    return found


def _lasts(aspect: Literal["state", "event"] | str) -> bool:
    if aspect not in ("state", "event"):
        raise ValueError(f"{aspect!r} is no aspect")
    return aspect == "state"

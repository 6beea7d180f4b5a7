"""The predicates of the contract: family, stance, PLOVER event and meaning of each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from crossread.errors import LexiconError

PATH = Path(__file__).with_name("predicates.tsv")


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate. `stance` is +1 (backs), -1 (is hostile to) or 0; `plover` is the event class of Halterman et al.
    (2023) that it falls under, or `None`; `words` is what a reader sees between subject and object."""

    name: str
    words: str
    family: str
    stance: int
    plover: str | None
    meaning: str


@lru_cache(maxsize=1)
def predicates() -> dict[str, Predicate]:
    """All predicates by name, in the order of the table. Raises LexiconError on a malformed row."""
    found: dict[str, Predicate] = {}
    with PATH.open(encoding="utf-8", newline="") as source:
        for number, row in enumerate(csv.DictReader(source, delimiter="\t"), start=2):
            try:
                found[row["predicate"]] = Predicate(
                    row["predicate"], row["words"], row["family"], int(row["stance"]), row["plover"] or None, row["meaning"]
                )
            except (KeyError, TypeError, ValueError) as error:
                raise LexiconError(f"{PATH.name}:{number}: {error}") from error
    return found


def in_words(predicate: str) -> str:
    """A predicate, or the label of a relation, as it reads between subject and object."""
    found = predicates().get(predicate)
    return predicate.replace("_", " ") if found is None else found.words

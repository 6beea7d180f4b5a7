"""Names of world-wide standing and what they stand for: countries, regions, capitals, international bodies, media,
armed groups that are at work in several countries.

Nothing here belongs to one conflict; actors of a conflict are typed from their own names and the text around them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from crossread.errors import LexiconError
from crossread.model.reading import EntityType
from crossread.ontology.countries import countries

FOLDER = Path(__file__).parent
Kind = Literal["name", "demonym"]


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a name stands for. `canonical` is the usual name of the same thing; `demonym` marks nationality words: of a
    state ("Peruvian"), a region ("European": a place) or a people ("Kurdish": other)."""

    text: str
    canonical: str
    type: EntityType
    kind: Kind


@lru_cache(maxsize=1)
def known_names() -> dict[str, KnownName]:
    """All known names as they are written. Where two rows share one, the earlier file (countries, regions, bodies) wins.

    Raises:
        LexiconError: a row lacks a field or has a type that the contract does not know.
    """
    found: dict[str, KnownName] = {}
    for entry in (*_of_countries(), *_of_file("geography.tsv"), *_of_file("organisations.tsv")):
        found.setdefault(entry.text, entry)
    return found


def known(name: str) -> KnownName | None:
    """The entry of a name, with or without its article."""
    names = known_names()
    bare = name[4:] if name[:4] in ("the ", "The ") else name
    return names.get(name) or names.get(bare) or names.get(f"The {bare}")


def _of_countries() -> Iterator[KnownName]:
    for country in countries().values():
        for text in (country.name, *country.aliases):
            yield KnownName(text, country.name, "state", "name")
        for text in country.demonyms:
            yield KnownName(text, country.name, "state", "demonym")
        for text in country.seats:
            yield KnownName(text, text, "government_body", "name")
    for country in countries().values():
        for text in country.capitals:
            yield KnownName(text, country.capitals[0], "place", "name")


def _of_file(name: str) -> Iterator[KnownName]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as source:
        for number, row in enumerate(csv.DictReader(source, delimiter="\t"), start=2):
            canonical, type_ = row.get("name"), row.get("type")
            if not canonical or type_ not in get_args(EntityType):
                raise LexiconError(f"{name}:{number}: not a name with a type")
            type_ = cast("EntityType", type_)
            for text in (canonical, *_several(row.get("aliases"))):
                yield KnownName(text, canonical, type_, "name")
            for text in _several(row.get("demonyms")):
                yield KnownName(text, canonical, type_, "demonym")


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(part for part in (cell or "").split(";") if part)

"""Countries: their names, nationality words, capitals and seats of government, after ISO 3166-1.

`XKX` (Kosovo) is a code outside the standard in common use, `YUG` and `SUN` are withdrawn ones: who was one state before is not
what follows it. Seats are buildings and districts that stand for a government ("the Kremlin").
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from crossread.errors import LexiconError

PATH = Path(__file__).with_name("countries.tsv")
_FIELDS = ("iso3", "name", "aliases", "demonyms", "capitals", "seats")


@dataclass(frozen=True, slots=True)
class Country:
    """One country. `demonyms` holds adjectives and nouns of nationality alike."""

    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All countries by ISO code, sorted by it.

    Raises:
        LexiconError: a row has too few fields or a code of another form.
    """
    found: dict[str, Country] = {}
    with PATH.open(encoding="utf-8", newline="") as source:
        for number, row in enumerate(csv.DictReader(source, delimiter="\t"), start=2):
            values = [row.get(field) for field in _FIELDS]
            iso3, name, *lists = values
            if not iso3 or not name or len(iso3) != 3 or any(part is None for part in lists):
                raise LexiconError(f"{PATH.name}:{number}: not a country")
            found[iso3] = Country(iso3, name, *(_several(part or "") for part in lists))
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)
def _by_word() -> dict[str, Country]:
    index: dict[str, Country] = {}
    for country in countries().values():
        for word in (country.name, *country.aliases, *country.demonyms):
            index.setdefault(word, country)
    return index


def country_of(name: str) -> Country | None:
    """The country that a name or nationality word belongs to, upper and lower case as usually written; an article in
    front is ignored. Ambiguous words ("Congolese") go to the first code. `None` where it is no such word."""
    index = _by_word()
    bare = name[4:] if name[:4] in ("the ", "The ") else name
    return index.get(name) or index.get(bare)


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    return {text: country.name for country in countries().values() for text in country.capitals}


def state_of_capital(name: str) -> str | None:
    """The name of the state whose capital it is."""
    return _capitals().get(name)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)

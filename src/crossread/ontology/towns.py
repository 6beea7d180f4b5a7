"""Where towns lie: a gazetteer of names with coordinates (GeoNames, CC BY 4.0; `training/towns.py` made the list)."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from crossread.errors import LexiconError
from crossread.model.names import name_key

PATH = Path(__file__).with_name("towns.tsv")
ARTICLES = frozenset({"al", "el", "as", "ash", "at", "az", "ad", "an", "ar", "ehl"})  # of Arabic names


@dataclass(frozen=True, slots=True)
class Town:
    """A town: degrees north and east (WGS 84), ISO 3166-1 alpha-3 country, inhabitants."""

    name: str
    latitude: float
    longitude: float
    country: str
    population: int


def towns_called(name: str) -> tuple[Town, ...]:
    """All towns of that name, the largest first. Accents, hyphens and Arabic articles make no difference."""
    return _by_key().get(town_key(name), ())


@lru_cache(maxsize=1)
def _by_key() -> dict[str, tuple[Town, ...]]:
    found: defaultdict[str, list[Town]] = defaultdict(list)
    with PATH.open(encoding="utf-8", newline="") as source:
        next(source)  # where the list comes from
        for number, row in enumerate(csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE), start=3):
            try:
                town = Town(
                    row["name"], float(row["latitude"]), float(row["longitude"]), row["country"], int(row["population"]),
                )
            except (TypeError, ValueError, KeyError) as error:
                raise LexiconError(f"{PATH.name}:{number}: not a town") from error
            for key in (row["keys"] or "").split(";"):
                found[key].append(town)
    return {key: tuple(sorted(towns, key=lambda one: (-one.population, one.country, one.name))) for key, towns in found.items()}


def town_key(name: str) -> str:
    """A town's name without what spellings differ in."""
    words = name_key(name).split()
    return "".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)

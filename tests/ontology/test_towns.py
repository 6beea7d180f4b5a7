"""The gazetteer of towns."""

from __future__ import annotations

import pytest

from crossread.ontology.countries import countries
from crossread.ontology.towns import town_key, towns_called


@pytest.mark.parametrize(("name", "country"), [
    ("Aleppo", "SYR"), ("Mariupol", "UKR"), ("Al-Fashir", "SDN"), ("El Fasher", "SDN"), ("Raqqa", "SYR"), ("ar-Raqqah", "SYR"),
    ("Deir ez-Zor", "SYR"), ("Maiduguri", "NGA"), ("Palmyra", "SYR"), ("Kobani", "SYR"),
])
def test_the_largest_town_of_a_name(name: str, country: str) -> None:
    assert towns_called(name)[0].country == country


def test_namesakes_come_by_size() -> None:
    towns = towns_called("Tripoli")
    assert [town.country for town in towns][:2] == ["LBY", "LBN"]
    assert [town.population for town in towns] == sorted((town.population for town in towns), reverse=True)


@pytest.mark.parametrize("name", ["", "Orlesk", "The", "Veln"])
def test_what_is_no_town(name: str) -> None:
    assert towns_called(name) == ()


def test_spellings_differ_in_accents_articles_and_hyphens_alone() -> None:
    assert town_key("Al-Bayḑā") == town_key("el Bayda") == "bayda"


def test_every_capital_is_found() -> None:
    named = [country for country in countries().values() if country.capitals]
    unknown = [country.name for country in named if not any(map(towns_called, country.capitals))]
    assert len(unknown) < 12, unknown

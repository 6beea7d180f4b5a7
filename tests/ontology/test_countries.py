"""The tables of countries, regions and bodies: sound in themselves, and found by the words that texts use."""

from __future__ import annotations

from typing import get_args

import pytest

from crossread.model.reading import EntityType
from crossread.ontology.countries import countries, country_of
from crossread.ontology.gazetteer import known, known_names


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Peru", "PER"),
        ("the Netherlands", "NLD"),
        ("Holland", "NLD"),
        ("Dutch", "NLD"),
        ("U.S.", "USA"),
        ("Americans", "USA"),
        ("UK", "GBR"),
        ("Briton", "GBR"),
        ("North Korean", "PRK"),
        ("Côte d'Ivoire", "CIV"),
        ("Ivorian", "CIV"),
        ("DRC", "COD"),
        ("Burma", "MMR"),
        ("South Sudanese", "SSD"),
        ("Sudanese", "SDN"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
    ],
)
def test_country_of(word: str, iso3: str) -> None:
    country = country_of(word)
    assert country is not None
    assert country.iso3 == iso3


@pytest.mark.parametrize("word", ["us", "turkey", "Lima", "Europe", "European", "Atlantis", "", "the", "china"])
def test_no_country(word: str) -> None:
    assert country_of(word) is None


def test_codes_are_unique_and_sorted() -> None:
    codes = list(countries())
    assert codes == sorted(set(codes))
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_no_cell_is_empty_or_padded() -> None:
    for country in countries().values():
        for text in (country.name, *country.aliases, *country.demonyms, *country.capitals, *country.seats):
            assert text
            assert text == text.strip()


@pytest.mark.parametrize(
    ("name", "type_", "kind"),
    [
        ("United Nations", "igo", "name"),
        ("UN", "igo", "name"),
        ("the UN", "igo", "name"),
        ("African Union", "igo", "name"),
        ("Reuters", "media", "name"),
        ("The New York Times", "media", "name"),
        ("Amnesty International", "ngo", "name"),
        ("Lima", "place", "name"),
        ("Kremlin", "government_body", "name"),
        ("the White House", "government_body", "name"),
        ("Peruvian", "state", "demonym"),
        ("European", "place", "demonym"),
        ("Kurdish", "other", "demonym"),
        ("Sahel", "place", "name"),
    ],
)
def test_known(name: str, type_: str, kind: str) -> None:
    entry = known(name)
    assert entry is not None
    assert (entry.type, entry.kind) == (type_, kind)


@pytest.mark.parametrize("name", ["united nations of", "Nobody", "", "The", "peruvian"])
def test_unknown(name: str) -> None:
    assert known(name) is None


def test_spellings_share_a_canonical_name() -> None:
    names = [known(name) for name in ("US", "United States", "American", "U.S.A.")]
    assert {entry.canonical for entry in names if entry} == {"United States"}


def test_every_known_name_has_a_type_of_the_contract() -> None:
    assert {entry.type for entry in known_names().values()} <= set(get_args(EntityType))

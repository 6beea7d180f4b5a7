"""Spellings and parts of names."""

from __future__ import annotations

import pytest

from crossread.reading.coreference.spellings import edits
from crossread.reading.people import people_words, significant
from tests.reading.coreference.chains import read


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("dren", "dren", 0),
        ("mohammed", "mohamed", 1),
        ("petrakis", "petrakov", 2),
        ("kral", "kroll", 2),
        ("kral", "lopez", 3),
        ("", "ab", 2),
        ("a", "abcd", 3),
    ],
)
def test_edits(one: str, other: str, count: int) -> None:
    assert edits(one, other, limit=2) == edits(other, one, limit=2) == count


@pytest.mark.parametrize(
    ("words", "wanted"),
    [(("khaled", "al", "masri"), ("khaled", "masri")), (("al",), ("al",)), (("ludwig", "van", "beek"), ("ludwig", "beek"))],
)
def test_significant(words: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    assert significant(words) == wanted


@pytest.mark.parametrize(("word", "gender"), [("brother", "male"), ("queen", "female"), ("minister", None), ("rock", None)])
def test_gender(word: str, gender: str | None) -> None:
    assert people_words().gender(word) == gender


@pytest.mark.parametrize(
    ("noun", "wanted"), [("minister", True), ("zoologist", True), ("sister", True), ("table", False), ("list", False)]
)
def test_is_person(noun: str, *, wanted: bool) -> None:
    assert people_words().is_person(noun) is wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Peruvian National Army attacked Osten.", {"Peruvian National Army"}),
        ("The Northern National Army attacked Osten.", set()),
        ("The Russian Federation sent aid.", {"Russian Federation"}),
    ],
)
def test_a_body_is_called_with_its_nation(text: str, names: set[str]) -> None:
    _, entities = read(text)
    assert names <= {entity.name for entity in entities}
    assert "National Army" not in {entity.name for entity in entities}

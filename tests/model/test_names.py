"""Which spellings are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.model.names import is_acronym, name_key, stands_for


@pytest.mark.parametrize(("text", "expected"), [
    ("The  Côte d'Azur's", "cote d azur"),
    ("al-Jazira", "al jazira"),
    ("U.N.", "un"),
    ("Petrak’s", "petrak"),
    ("the", "the"),
    ("Theo", "theo"),
    ("Ёлкин", "елкин"),
    ("हिन्दी", "हिन्दी"),
    ("7th Brigade", "7th brigade"),
    ("…", ""),
])
def test_keys(text: str, expected: str) -> None:
    assert name_key(text) == expected


@given(st.text())
def test_a_key_is_plain_and_its_own_key(text: str) -> None:
    key = name_key(text)
    assert "%" not in key
    assert key == " ".join(key.split())


@pytest.mark.parametrize(("text", "expected"), [
    ("NLF", True), ("N.L.F.", True), ("UN", True), ("X", False), ("Un", False), ("NLF-2", False), ("NORTHERN FRONT", False),
])
def test_acronyms(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


@pytest.mark.parametrize(("acronym", "name", "expected"), [
    ("NLF", "Northern Liberation Front", True),
    ("GNU", "Government of National Unity", True),
    ("NLF", "Northern League", False),
    ("NLF", "NLF", False),
    ("UN", "Sun Nation", False),
])
def test_what_an_acronym_stands_for(acronym: str, name: str, expected: bool) -> None:
    assert stands_for(acronym, name) is expected

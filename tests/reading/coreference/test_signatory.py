"""Whose words a text is by its title."""

from __future__ import annotations

import pytest

from crossread.reading.coreference.resolve import signatory


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statement by Foreign Minister Ana Petrak on the truce", "Ana Petrak"),
        ("Remarks by the High Representative Ivo Marr at the summit", "Ivo Marr"),
        ("Statement by the Press Secretary", None),
        ("Minister's statement on the truce", None),
        ("Ana Petrak on the truce", None),
    ],
)
def test_a_title_names_who_signs(title: str, name: str | None) -> None:
    assert signatory(title) == name

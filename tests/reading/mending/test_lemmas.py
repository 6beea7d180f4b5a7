"""Verb forms that belong to a verb in -e, where the lemmatizer's rules find another."""

from __future__ import annotations

import pytest

from crossread.reading.mending.lemmas import lemma_of


@pytest.mark.parametrize(
    ("form", "lemma", "mended"),
    [
        ("hopes", "hop", "hope"),
        ("hoped", "hop", "hope"),
        ("staging", "stag", "stage"),
        ("hopped", "hop", "hop"),
        ("hops", "hop", "hop"),
        ("targeted", "target", "target"),
        ("raided", "raid", "raid"),
        ("buses", "bus", "bus"),
        ("allowed", "allow", "allow"),
    ],
)
def test_a_short_verb_would_have_doubled_its_last_letter(form: str, lemma: str, mended: str) -> None:
    assert lemma_of(form, lemma) == mended

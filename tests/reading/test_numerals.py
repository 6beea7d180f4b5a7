"""Numbers in figures and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reading.lexemes import lexemes
from crossread.reading.numerals import numerals


def read(text: str) -> list[tuple[str, float, str]]:
    words = tuple(lexemes(text, 0, end=len(text)))
    return [(text[words[n.first].start : words[n.last].end], round(n.value, 3), n.kind) for n in numerals(words)]


@pytest.mark.parametrize(("text", "found"), [
    ("14 tanks", [("14", 14, "figures")]),
    ("1,643 were hurt", [("1,643", 1643, "figures")]),
    ("1.5 million", [("1.5 million", 1.5e6, "figures")]),
    ("$2bn", [("2bn", 2e9, "figures")]),
    ("two thousand five hundred and six men", [("two thousand five hundred and six", 2506, "words")]),
    ("twenty-five", [("twenty-five", 25, "words")]),
    ("a hundred thousand", [("a hundred thousand", 1e5, "words")]),
    ("two dozen", [("two dozen", 24, "words")]),
    ("a dozen", [("a dozen", 12, "words")]),
    ("2 1/2 years", [("2 1/2", 2.5, "figures")]),
    ("nineteen ninety-six", [("nineteen ninety-six", 1996, "figures")]),
    ("two, three", [("two", 2, "words"), ("three", 3, "words")]),
    ("one and two", [("one", 1, "words"), ("two", 2, "words")]),
    ("the second of May, the 5th", [("second", 2, "ordinal"), ("5th", 5, "ordinal")]),
    ("the 1980s", [("1980s", 1980, "decade")]),
    ("they score goals in dozens", []),
    ("10:35 on 2020-06-05", []),
])
def test_numbers(text: str, found: list[tuple[str, float, str]]) -> None:
    assert read(text) == found


@given(st.text(max_size=80))
def test_lexemes_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    words = tuple(lexemes(text, 0, end=len(text)))
    for word in words:
        assert end <= word.start < word.end <= len(text)
        end = word.end
    for numeral in numerals(words):
        assert 0 <= numeral.first <= numeral.last < len(words)

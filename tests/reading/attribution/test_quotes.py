"""Quotation spans over characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.model import Span
from crossread.reading.attribution import quotation_spans
from crossread.reading.attribution.quotes import quoted_share

CASES = [
    ('"Hi there my friend," he said. "We go."', [['"Hi there my friend,"'], ['"We go."']]),
    ("He said, “one two three\n\n“four five six.”", [["“one two three", "“four five six.”"]]),
    ("``Marks of typesetters,'' he said.", [["``Marks of typesetters,''"]]),
    ("''Two single marks,'' he said.", [["''Two single marks,''"]]),
    ("«Rendre la ville», he said.", [["«Rendre la ville»"]]),
    ("‘We don’t know,’ he said.", [["‘We don’t know,’"]]),
    ("He said 'we are the soldiers' best friends,' and left.", [["'we are the soldiers' best friends,'"]]),
    ('"Marks that do not match, ”said Ana.', [['"Marks that do not match, ”']]),
    ('"He told me “never again” and left," she said.', [['"He told me “never again” and left,"']]),
    ("“outer “inner words here” tail words” he said.", [["“outer “inner words here” tail words”"]]),
    ("the soldiers' demands and the people's army in the '90s", []),
    ('a 6" pipe was found', []),
    ("rock 'n' roll", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_spans(text: str, expected: list[list[str]]) -> None:
    assert [[text[p.start : p.end] for p in q.parts] for q in quotation_spans(text)] == expected


def test_a_few_words_are_no_speech() -> None:
    term, speech = quotation_spans('the "caliphate" and "the end of all our long roads"')
    assert term.is_scare
    assert not speech.is_scare


def test_quoted_share() -> None:
    text = 'one two "three four"'
    parts = [part for quotation in quotation_spans(text) for part in quotation.parts]
    assert quoted_share([Span(0, len(text))], parts=parts, text=text) == 0.5
    assert quoted_share([], parts=parts, text=text) == 0.0


@given(st.text(alphabet="ab ,.\n\"“”'‘’`«»", max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    parts = [part for quotation in quotation_spans(text) for part in quotation.parts]
    assert all(0 <= part.start < part.end <= len(text) for part in parts)
    assert all(one.end <= other.start for one, other in zip(parts, parts[1:], strict=False))

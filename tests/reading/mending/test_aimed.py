"""Deeds whose doer stands between them and their aim."""

from __future__ import annotations

import pytest

from crossread.language.pipeline import load_pipeline
from crossread.model import Document, Region
from crossread.reading.parse import parse_document


def head(sentence: str, word: str) -> str:
    document = Document("d", sentence, regions=(Region("body", 0, len(sentence)),))
    return next(token.head.text for token in parse_document(load_pipeline(), document).doc if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "above"),
    [
        ("An attack by rebels on Lima killed ten men.", "Lima", "attack"),
        ("The army condemned the raid by Peru on Lima.", "Peru", "raid"),
        ("The army condemned the raid by Peru on Lima.", "Lima", "raid"),
        ("Ten people died in airstrikes by Norwegian jets against Lima.", "Lima", "airstrikes"),
        ("An attack by rebels on Monday killed ten men.", "rebels", "attack"),
        ("The book by a general on Lima sold well.", "Lima", "general"),
    ],
)
def test_doer_and_aim_hang_on_the_deed(sentence: str, word: str, above: str) -> None:
    assert head(sentence, word) == above

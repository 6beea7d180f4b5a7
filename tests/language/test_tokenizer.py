"""Tokens as treebanks have them."""

from __future__ import annotations

import pytest

from crossread.language.tokenizer import blank_pipeline

NLP = blank_pipeline()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Maj. Gen. Marr met Col. Doran.", ["Maj.", "Gen.", "Marr", "met", "Col.", "Doran", "."]),
        ("(Lt. Sorel, etc.)", ["(", "Lt.", "Sorel", ",", "etc.", ")"]),
        ("Talks began on Wed., officials said.", ["Talks", "began", "on", "Wed.", ",", "officials", "said", "."]),
        ("Wed and Thu. are free.", ["Wed", "and", "Thu.", "are", "free", "."]),
        ("Id al-Adha", ["Id", "al", "-", "Adha"]),
        ("They said we'd win and I'd lose.", ["They", "said", "we", "'d", "win", "and", "I", "'d", "lose", "."]),
        ("Stop!!! ***", ["Stop", "!!!", "***"]),
        ('It failed."The army left.', ["It", "failed", ".", '"', "The", "army", "left", "."]),
        ("He left the column.", ["He", "left", "the", "column", "."]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in NLP.make_doc(text)] == tokens

"""What the words above a clause make of it: one kind of governor a row."""

from __future__ import annotations

import pytest

from crossread.language.pipeline import load_pipeline
from crossread.model import Document
from crossread.reading.claims.governors import Heard, hear_above, is_purpose
from crossread.reading.claims.modal_words import modal_words
from crossread.reading.parse import parse_document


@pytest.mark.parametrize(
    ("sentence", "word", "denied", "found"),
    [
        ("The army attacked the town.", "attacked", False, set()),
        ("The army said it attacked the town.", "attacked", False, set()),
        ("The army wants to attack the town.", "attack", False, {"wished"}),
        ("The army would like to attack the town.", "attack", False, {"wished"}),
        ("The army failed to attack the town.", "attack", True, set()),
        ("The army did not fail to attack the town.", "attack", False, set()),
        ("The army is expected to attack the town.", "attack", False, {"predicted"}),
        ("The army will try to attack the town.", "attack", False, {"wished", "predicted"}),
        ("The army is considering attacking the town.", "attacking", False, {"possible"}),
        ("The president has the right to attack the town.", "attack", False, {"possible"}),
        ("It was the first army to attack the town.", "attack", False, set()),
        ("The danger of attacking the town is real.", "attacking", False, {"possible"}),
        ("There is no evidence that the army attacked the town.", "attacked", True, set()),
        ("The army may shell the town, killing many people.", "killing", False, {"possible"}),
    ],
)
def test_hear_above(sentence: str, word: str, denied: bool, found: set[str]) -> None:
    parse = parse_document(load_pipeline(), Document(id="d", text=sentence))
    clause = next(token for token in parse.doc if token.text == word)
    heard = Heard()
    hear_above(clause, clause, modal_words(), heard)
    assert (heard.denied, heard.found) == (denied, found)
    assert len(heard.reasons) >= len(found)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Police fired tear gas to disperse the crowd.", "disperse", True),
        ("Police wanted to disperse the crowd.", "disperse", False),
        ("Police fired, dispersing the crowd.", "dispersing", False),
    ],
)
def test_is_purpose(sentence: str, word: str, expected: bool) -> None:
    parse = parse_document(load_pipeline(), Document(id="d", text=sentence))
    assert is_purpose(next(token for token in parse.doc if token.text == word), modal_words()) is expected

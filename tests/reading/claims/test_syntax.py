"""Questions to a tree that a parser may answer oddly."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from crossread.reading.claims.syntax import conjuncts


def tree(words: list[str], heads: list[int], deps: list[str], pos: list[str]) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps, pos=pos)


def test_a_phrase_of_marks_alone_joins_nothing() -> None:
    doc = tree(["army", "--", "left"], [2, 0, 2], ["nsubj", "nmod", "ROOT"], ["NOUN", "NOUN", "VERB"])
    assert [token.text for token in conjuncts(doc[0])] == ["army"]


def test_what_stands_together_with_a_noun_is_one_of_two() -> None:
    doc = tree(
        ["army", ",", "together", "with", "rebels", "left"],
        [5, 4, 4, 4, 0, 5], ["nsubj", "punct", "advmod", "case", "nmod", "ROOT"], ["NOUN", "PUNCT", "ADV", "ADP", "NOUN", "VERB"],
    )
    assert [token.text for token in conjuncts(doc[0])] == ["army", "rebels"]

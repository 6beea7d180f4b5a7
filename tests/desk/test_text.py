"""A document's text in rows."""

from __future__ import annotations

import html
import re

from crossread.desk.text import LONGEST, shown
from crossread.model import Claim, Document, Evidence, Published, Reading, Region, Span
from crossread.model.reading import Argument, ClaimTime, Voice

SENTENCE = "Lorvia arms the Northern League in Kesh & Sarn. "
COUNT = 100


def long_block(*, sentences: int = COUNT) -> Reading:
    """One block of many sentences, in the last of which there is a claim."""
    text = SENTENCE * sentences
    spans = tuple(Span(at * len(SENTENCE), (at + 1) * len(SENTENCE) - 1) for at in range(sentences))
    start = spans[-1].start
    claim = Claim(
        "c1", "d", (Evidence(start, start + 30, text[start:start + 30]),), Argument(None, "Lorvia", start, start + 6), "arms",
        Argument(None, "the Northern League"), None, None, "affirmed", "asserted", (Voice("Post"),), ClaimTime(), None, None,
    )
    document = Document(
        "d", text, None, "Post", None, None, None, Published(), "en", (Region("body", 0, len(text.rstrip())),),
    )
    return Reading(document, spans, claims=(claim,))


def test_a_long_block_is_cut_where_a_sentence_ends_and_no_character_is_lost() -> None:
    reading = long_block()
    rows = list(shown(reading, reading.claims, people=(), members={}))
    words = [html.unescape(re.sub(r"<[^>]+>", "", row.html)) for row in rows]
    assert "".join(words) == reading.document.text
    assert len(rows) > 2
    at = 0
    for row, text in zip(rows, words, strict=True):
        assert row.start == at
        assert len(text) <= LONGEST + len(SENTENCE)
        assert text.rstrip().endswith(".")
        at += len(text)


def test_a_claim_stands_beside_the_part_that_has_its_words() -> None:
    reading = long_block()
    rows = list(shown(reading, reading.claims, people=(), members={}))
    assert [row.claims for row in rows] == [()] * (len(rows) - 1) + [("c1",)]
    assert [row.open for row in rows] == [True] * (len(rows) - 1) + [False]
    assert 'id="cc1"' in rows[-1].html


def test_a_short_block_is_one_row() -> None:
    reading = long_block(sentences=3)
    assert [row.open for row in shown(reading, reading.claims, people=(), members={})] == [False]

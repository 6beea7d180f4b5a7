"""A text cut at the bounds of what was read in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.model import (
    Argument,
    Attribution,
    ClaimTime,
    Document,
    Evidence,
    Mention,
    Reading,
    Region,
    Span,
    TimeExpression,
    Voice,
)
from crossread.views.layers import Part, blocks, parts
from tests.comparison.made import claim

TEXT = "By Ann\n\n  The minister said the pilot had seen Lorvia's jets on Monday.\nIt denied that.\n"


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


QUOTED = at("the pilot had seen Lorvia's jets on Monday")
CLAIM = replace(
    claim("c1", "Lorvia", "attacks", "nobody"), evidence=(Evidence(*at("Lorvia's jets"), "Lorvia's jets"),),
    subject=Argument("a lorvia", "Lorvia", *at("Lorvia")),
    attribution=(Voice("Outlet"), Voice("minister", None, *at("The minister")), Voice("pilot", None, *at("the pilot"))),
    time=ClaimTime("Monday", "2031-05-05", "2031-05-05", "relative"),
)
READING = Reading(
    Document("d", TEXT, regions=(Region("byline", 0, 6), Region("body", *at(TEXT[10:-1])))),
    sentences=(Span(*at("The minister said the pilot had seen Lorvia's jets on Monday.")), Span(*at("It denied that."))),
    mentions=(
        Mention("m1", *at("Lorvia"), "Lorvia", "name", "state", "e1"),
        Mention("m2", *at("Lorvia's jets"), "Lorvia's jets", "nominal", "other", "e2"),
    ),
    attributions=(
        Attribution("a1", (Span(*at("The minister")),), (Span(*at("said")),), (Span(*QUOTED),), "indirect"),
        Attribution("a2", (Span(*at("the pilot")),), (Span(*at("seen")),), (Span(*at("Lorvia's jets on Monday")),), "indirect",
                    parent="a1"),
    ),
    times=(TimeExpression(*at("Monday"), "Monday", "DATE", "2031-05-05"),),
)


def test_pieces_are_the_text_and_hold_all_that_covers_them() -> None:
    found = blocks(READING, [CLAIM])
    pieces = [piece for block in found for run in block.runs for piece in run.pieces]
    assert "".join(piece.text for piece in pieces) == TEXT
    assert all(TEXT[piece.start:piece.end] == piece.text for piece in pieces)
    by_text = {piece.text: piece for piece in pieces}
    assert by_text["Lorvia"].voices == ("a1", "a2")
    assert by_text["Lorvia"].marks == {"claim", "actor"}
    assert by_text["Lorvia"].begins == ("c1",)
    assert by_text["Lorvia"].mention is not None
    assert by_text["Lorvia"].mention.id == "m1"
    assert by_text["'s jets"].mention is not None
    assert by_text["'s jets"].mention.id == "m2"
    assert by_text["The minister"].voices == ()
    assert by_text["Monday"].marks == {"time"}


def test_blocks_know_what_is_silent_and_which_claims_begin_in_them() -> None:
    byline, body = blocks(READING, [CLAIM])
    assert (byline.kind, byline.silent, byline.claims) == ("byline", True, ())
    assert (body.kind, body.silent, body.claims) == ("body", False, ("c1",))
    assert [run.sentence for run in body.runs] == [True, False, True, False]


def test_parts_of_a_claim_with_the_words_that_bring_its_voices_in() -> None:
    assert set(parts(CLAIM, READING)) >= {
        Part("evidence", *at("Lorvia's jets")), Part("subject", *at("Lorvia")), Part("voice", *at("the pilot")),
        Part("voice", *at("The minister")), Part("cue", *at("said")), Part("cue", *at("seen")),
        Part("time", *at("Monday")),
    }


Spans = list[tuple[int, int]]
spans = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: (one[0], one[0] + one[1]))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no error
@given(st.text(alphabet="ab \n\U0001f6a2", min_size=53, max_size=60), st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_whatever_overlaps_the_text_stays_whole(text: str, mentions: Spans, contents: Spans) -> None:
    reading = Reading(
        Document("d", text),
        mentions=tuple(Mention(f"m{n}", a, b, text[a:b], "name", "other", "e1") for n, (a, b) in enumerate(mentions)),
        attributions=tuple(Attribution(f"a{n}", (), (), (Span(a, b),), "direct") for n, (a, b) in enumerate(contents)),
    )
    pieces = [piece for block in blocks(reading, []) for run in block.runs for piece in run.pieces]
    assert "".join(piece.text for piece in pieces) == text
    for number, (start, end) in enumerate(contents):
        assert {piece.start for piece in pieces if f"a{number}" in piece.voices} == {
            piece.start for piece in pieces if start <= piece.start < end and not piece.gap
        }

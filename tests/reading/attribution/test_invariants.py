"""What holds for any text: spans in the text, ids in order, parents that hold their children, the same twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.attribution.reading import attributions

WORDS = [
    "The",
    "army",
    "said",
    "that",
    "it",
    "“We",
    "left,”",
    '"',
    "told",
    "us",
    ",",
    ".",
    "according",
    "to",
    "Brek",
    "denied",
    ":",
    "\n",
    "is",
    "believed",
    "he",
    "claims",
    "(Reuters)",
    "-",
    "’",
    "''",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_any_text(words: list[str]) -> None:
    text = " ".join(words)
    found = attributions(text)
    assert found == attributions(text)
    assert [a.id for a in found] == [f"a{i}" for i in range(len(found))]
    assert [a.content[0].start for a in found] == sorted(a.content[0].start for a in found)
    known = {a.id: a for a in found}
    for a in found:
        assert a.content
        for span in (*a.source, *a.cue, *a.content):
            assert 0 <= span.start < span.end <= len(text)
        assert list(a.content) == sorted(a.content)
        if a.parent is not None:
            parent = known[a.parent]
            assert any(piece.overlaps(inner) for piece in parent.content for inner in a.content)

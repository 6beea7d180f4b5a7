"""What the parser does not read of a text, and where it parts sentences."""

from __future__ import annotations

import pytest

from crossread.reading.readable import breaks, plain

BETWEEN = [
    "3 Jul 2031 19.09", "From 26 Jul 2031 21.35", "3 Jul 2031 19.09 Summary", "— Ana Petrak (@petrak) May 8, 2031",
    "Photograph: Ana Dorn/AP", "Photograph: Ana Dorn/MPA/Getty Images", "Photograph: Reuters", "Hide Caption 2 of 10 Photos:",
    "Last updated at Jul 282031", "Last updated at Jul 282031 HARBOUR Peru", "Last updated on: July 28, 2031",
]


@pytest.mark.parametrize("pasted", BETWEEN)
def test_what_is_pasted_between_sentences_parts_them(pasted: str) -> None:
    text = f"The town fell. {pasted} The army left."
    readable = plain(text)
    assert len(readable) == len(text)
    assert readable.split() == ["The", "town", "fell.", "The", "army", "left."]
    assert [text[at:].lstrip() for at in breaks(text)] == ["The army left."]


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("The town fell. pic.twitter.com/aB3x The army left.", "The town fell. The army left."),
        ("The town fell. (RELATED: Marr Was Right)", "The town fell."),
        ("Hide caption The army left.", "The army left."),
        ("Tags Peru Lima Green Party The rebels took the town. The army left.", "The army left."),
        ("Enlarge this image toggle caption The army left.", "The army left."),
    ],
)
def test_links_and_buttons_are_no_words(text: str, readable: str) -> None:
    assert plain(text).split() == readable.split()


@pytest.mark.parametrize(
    "text",
    [
        "The army left on 3 July 2031 and came back.", "The envoy (@petrak) left on May 8.", "He took a photograph: the town.",
        "They hide captions.", "Ten men — Ana Petrak said — left.", "A map (related: the road) was found.",
    ],
)
def test_what_is_part_of_a_sentence_stays(text: str) -> None:
    assert plain(text) == text
    assert list(breaks(text)) == []

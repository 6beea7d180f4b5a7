"""Copies: whole, cut from the bottom, retitled, lightly edited; and texts that are none."""

from __future__ import annotations

import random

import pytest

from crossread.comparison.copies import copies
from crossread.model import Document, Published


def text(seed: int, *, words: int = 300) -> str:
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abcdefghij", k=5)) for _ in range(words))


def edited(whole: str, *, share: float) -> str:
    chance = random.Random(7)
    return " ".join("changed" if chance.random() < share else word for word in whole.split())


def document(id: str, body: str, day: str) -> Document:
    return Document(id, body, outlet=f"Outlet {id}", published=Published(day, day, day, "metadata"))


@pytest.mark.parametrize("again", [
    pytest.param(text(1), id="whole"),
    pytest.param(" ".join(text(1).split()[:180]), id="cut from the bottom by two fifths"),
    pytest.param("A new title for it " + text(1), id="retitled"),
    pytest.param(edited(text(1), share=0.05), id="one word in twenty changed"),
])
def test_a_copy_is_of_the_earliest(again: str) -> None:
    found = copies([document("b", again, "2031-05-03"), document("a", text(1), "2031-05-02"), document("c", text(2),
        "2031-05-01")])
    assert [(one.document, one.of) for one in found] == [("b", "a")]
    assert found[0].share >= 0.6


def test_texts_that_share_a_paragraph_are_no_copies() -> None:
    shared = text(3, words=60)
    assert copies([document("a", text(4) + " " + shared, "2031-05-02"), document("b", shared + " " + text(5),
        "2031-05-03")]) == ()


def test_copies_of_a_copy_have_one_root() -> None:
    whole = text(6)
    found = copies([document(id_, whole, f"2031-05-0{day}") for day, id_ in enumerate("xyz", start=1)])
    assert {one.of for one in found} == {"x"}

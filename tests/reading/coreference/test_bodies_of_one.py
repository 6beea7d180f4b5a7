"""Bodies under several names: the forces of one commander, second names given in so many words."""

from __future__ import annotations

import pytest

import crossread

JOINED = [
    ("Ivo Marr besieged the town. His troops left on Friday, and Marr's army burned the bridge.", "His troops", "Marr's army"),
    ("General Ivo Marr, commander of the Northern Army, left. His forces attacked Osten.", "Northern Army", "His forces"),
    ("Karl Veln leads the National Army. Veln's forces attacked Aleppo.", "National Army", "Veln's forces"),
    ("The Northern Army, also known as the People's Guard, left Osten on Friday.", "Northern Army", "People's Guard"),
    ("The Green Party, formerly the National Front, met in Berlin.", "Green Party", "National Front"),
]
APART = [
    ("Ivo Marr besieged the town. His troops left, and two of his soldiers died.", "His troops", "his soldiers"),
    ("Ivo Marr leads the National Army. Veln's forces attacked Aleppo.", "National Army", "Veln's forces"),
    ("Marr's army fought Veln's army near Osten.", "Marr's army", "Veln's army"),
    ("The Green Party knows the National Front well.", "Green Party", "National Front"),
]


def chains(text: str) -> dict[str, str]:
    """Chain by the words of a mention."""
    mentions = crossread.annotate(text).mentions
    return {mention.text.removeprefix("The ").removeprefix("the "): mention.entity for mention in mentions}


@pytest.mark.parametrize(("text", "one", "other"), JOINED)
def test_joined(text: str, one: str, other: str) -> None:
    found = chains(text)
    assert found[one] == found[other]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_apart(text: str, one: str, other: str) -> None:
    found = chains(text)
    assert found[one] != found[other]


def test_an_army_is_named_after_whose_it_is() -> None:
    reading = crossread.annotate("Ivo Marr besieged the town. His troops left on Friday.")
    assert "Ivo Marr's troops" in [entity.name for entity in reading.entities]

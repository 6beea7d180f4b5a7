"""What happened, in words: numbers are said once, whole, and with what others tell."""

from __future__ import annotations

import pytest

from crossread.views.picture import Picture
from tests.comparison.made import claim, material

DAY = ("2031-05-02", "2031-05-02")


@pytest.mark.parametrize(("numbers", "said"), [
    ((40,), "Free Army killed forty people [40 killed]"),
    ((1_400_000,), "Free Army killed forty people [1,400,000 killed]"),
    ((40, 12), "Free Army killed forty people [40 killed, told from 12 to 40]"),
])
def test_numbers_stand_beside_words(numbers: tuple[float, ...], said: str) -> None:
    claims = [
        claim(str(at), "Free Army", "killed", "forty people", document=f"d{at}", number=number, unit="people", time=DAY)
        for at, number in enumerate((numbers[0], *numbers), start=1)
    ]
    assert [one.text for one in Picture(material(claims)).timeline] == [said]


def test_a_number_that_the_words_have_is_not_said_again() -> None:
    claims = [claim("1", "Free Army", "killed", "1,300 people", number=1300, unit="people", time=DAY)]
    assert [one.text for one in Picture(material(claims)).timeline] == ["Free Army killed 1,300 people"]

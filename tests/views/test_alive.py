"""What lasts on a day, by brute force and by the index."""

from __future__ import annotations

import random

import pytest

from crossread.views import alive
from crossread.views.alive import Alive


@pytest.mark.parametrize("apart", [1, 3, 7, 4096])
def test_what_lasts_on_a_day_is_what_began_and_did_not_end(apart: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alive, "APART", apart)
    chance = random.Random(apart)
    things = [(first, first + chance.choice([0, 1, 5, 10**7]), number) for number in range(200)
              for first in [chance.randrange(30)]]
    index = Alive(things, days=lambda one: one[:2])
    ordered = sorted(things, key=lambda one: one[0])
    for day in range(-1, 40):
        assert list(index.on(day)) == [one for one in ordered if one[0] <= day < one[1]]


def test_nothing_lasts_where_there_is_nothing() -> None:
    assert list(Alive([], days=lambda one: (0, 1)).on(0)) == []

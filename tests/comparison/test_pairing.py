"""Pairs of a slot: those whose traits meet, each once, in the order of all pairs."""

from __future__ import annotations

import random

import pytest

from crossread.comparison.pairing import ANY, WIDEST, Traits, alike, opposed, pairs, within
from crossread.comparison.periods import Period
from crossread.comparison.slots import Item
from tests.comparison.made import claim, material


def items(count: int) -> list[Item]:
    chance = random.Random(count)
    days = [f"2030-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}" for _ in range(count)]
    return list(material([
        claim(f"{number:03}", "Lorvia", "attacks", "Free Army", time=(day, day)) for number, day in enumerate(days)
    ]).items)


def meet(one: Traits | None, other: Traits | None) -> bool:
    return (
        one is not None and other is not None and bool(one.meets & other.has)
        and one.first <= other.last and other.first <= one.last
    )


@pytest.mark.parametrize("count", [0, 1, 2, 9, WIDEST, WIDEST + 1, 3 * WIDEST])
@pytest.mark.parametrize("kinds", [[ANY], [None, ANY], [Traits(1, 2), Traits(2, 1)], [Traits(1, 3), Traits(2, 1), None]])
@pytest.mark.parametrize("slack", [None, 0, 20])
def test_pairs_are_those_of_all_whose_traits_meet(count: int, kinds: list[Traits | None], slack: int | None) -> None:
    made, chance = items(count), random.Random(7)
    given: dict[Item, Traits | None] = {}
    for item in made:
        kind = chance.choice(kinds)
        days = within(item.when, slack=slack) if slack is not None else ANY
        given[item] = None if kind is None else Traits(kind.has, kind.meets, days.first, days.last)
    assert list(pairs(made, given.get)) == [both for both in pairs(made) if meet(given[both[0]], given[both[1]])]


def test_in_a_wide_slot_each_is_compared_with_those_nearest_in_time() -> None:
    made = items(2 * WIDEST)
    found = list(pairs(made))
    assert len(found) == len(set(found)) < len(made) * (len(made) - 1) // 2
    ordered = sorted(made, key=lambda item: (item.when.first or 0, item.claim.id))
    assert {(one, other) for one, other in found if ordered[0] in (one, other)} == {
        (min(ordered[0], other, key=lambda item: item.claim.id), max(ordered[0], other, key=lambda item: item.claim.id))
        for other in ordered[1 : WIDEST + 1]
    }


def test_traits_of_two_kinds_meet_across_and_of_one_among_themselves() -> None:
    assert meet(opposed(True, True), opposed(False, True))
    assert not meet(opposed(True, True), opposed(True, True))
    assert not meet(opposed(False, True), opposed(False, True))
    assert opposed(False, False) is None
    assert meet(alike(True), alike(True))
    assert alike(False) is None


@pytest.mark.parametrize(("one", "other", "slack"), [
    (Period(5, 7), Period(8, 9), 0), (Period(5, 7), Period(8, 9), 1), (Period(None, 7), Period(5, None), 0),
    (Period(), Period(3, 3), 0), (Period(None, 2), Period(3, 3), 0), (Period(None, 2), Period(3, 3), 1),
])
def test_periods_meet_as_they_overlap(one: Period, other: Period, slack: int) -> None:
    assert meet(within(one, slack=slack), within(other, slack=slack)) == one.overlaps(other, slack=slack)

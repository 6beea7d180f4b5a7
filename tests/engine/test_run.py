"""A stream through a function: order, failures, processes that die, and few held at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crossread.engine.run import AHEAD, Done, Failed, run
from crossread.errors import ModelError
from tests.engine.workers import make, make_nothing


def itself(number: int) -> int:
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_and_failures(jobs: int) -> None:
    found = list(run([1, 2, 3, 4, 5, 6], make=make, argument=itself, jobs=jobs))
    assert [one.result if isinstance(one, Done) else one.item for one in found] == [1, 4, 3, 16, 5, 36]
    reasons = [one.reason for one in found if isinstance(one, Failed)]
    assert reasons == ["is odd", "reading it failed (ZeroDivisionError: five); please report this"]


def test_the_one_whose_process_dies_is_named_and_the_others_come_through() -> None:
    found = list(run([6, 7, 8, 9], make=make, argument=itself, jobs=2))
    assert [one.result for one in found if isinstance(one, Done)] == [36, 64, 81]
    failed, = [one for one in found if isinstance(one, Failed)]
    assert failed.item == 7
    assert "died" in failed.reason


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_made_stops_all(jobs: int) -> None:
    with pytest.raises(ModelError, match="no model"):
        list(run([1], make=make_nothing, argument=itself, jobs=jobs))


def test_nothing_is_made_for_nothing() -> None:
    assert list(run([], make=make_nothing, argument=itself)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_few_are_held_at_a_time(jobs: int) -> None:
    taken = 0

    def numbers() -> Iterator[int]:
        nonlocal taken
        for _ in range(10_000):
            taken += 1
            yield 2

    results = run(numbers(), make=make, argument=itself, jobs=jobs)
    next(results)
    assert taken <= jobs * AHEAD + 1
    results.close()

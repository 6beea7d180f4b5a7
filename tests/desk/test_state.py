"""What the desk keeps: each answer is worked out once for a picture, whoever asks, and warming derives what pages need."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from crossread.api import Case
from crossread.desk.state import KEPT, State
from crossread.desk.warming import start_warming


def test_many_threads_work_out_an_answer_once(sample: Path) -> None:
    with Case(sample, create=False) as case:
        desk, worked = State(case), list[int]()
        picture, together = desk.picture(), threading.Barrier(8)

        def work() -> int:
            worked.append(1)
            return len(worked)

        def ask() -> int:
            together.wait()
            return desk.answer(picture, "question", work)

        with ThreadPoolExecutor(8) as pool:
            assert {future.result() for future in [pool.submit(ask) for _ in range(8)]} == {1}


def test_an_answer_that_takes_long_holds_up_no_other(sample: Path) -> None:
    with Case(sample, create=False) as case:
        desk, go = State(case), threading.Event()
        picture = desk.picture()
        slow = threading.Thread(target=lambda: desk.answer(picture, "slow", lambda: go.wait(30)))
        slow.start()
        assert desk.answer(picture, "quick", lambda: 1) == 1
        go.set()
        slow.join()


def test_an_error_is_no_answer(sample: Path) -> None:
    with Case(sample, create=False) as case:
        desk = State(case)
        picture = desk.picture()
        for _ in range(2):
            try:
                desk.answer(picture, "wrong", lambda: 1 / 0)
            except ZeroDivisionError:
                continue
            raise AssertionError
        assert desk.answer(picture, "wrong", lambda: 1) == 1


def test_the_oldest_answers_are_let_go(sample: Path) -> None:
    with Case(sample, create=False) as case:
        desk, worked = State(case), list[int]()
        picture = desk.picture()
        for number in range(KEPT + 1):
            desk.answer(picture, number, lambda: worked.append(1))
        desk.answer(picture, 0, lambda: worked.append(1))
        assert len(worked) == KEPT + 2


def test_warming_ends_and_harms_nothing(sample: Path) -> None:
    with Case(sample, create=False) as case:
        thread = start_warming(State(case))
        thread.join(60)
        assert not thread.is_alive()

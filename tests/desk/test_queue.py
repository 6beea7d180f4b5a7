"""The queue goes on while what follows from an answer is worked out."""

from __future__ import annotations

import time
from pathlib import Path

from crossread.api import Case
from crossread.desk.queue import Queue


def test_where_it_takes_long_an_answer_waits_for_nothing(sample: Path, tmp_path: Path) -> None:
    where = tmp_path / "sample.case"
    where.write_bytes(sample.read_bytes())
    with Case(where, create=False) as case:
        queue = Queue(case, patience=-1)
        before = queue.now(case.journal())
        assert before.fresh
        question = next(one for one in before.questions if one.claim is not None)
        number = case.judge_claim(question.claim or "", "reject", why="misread")
        after = queue.now(case.journal())
        assert not after.fresh
        assert after.picture is before.picture
        assert after.questions == tuple(one for one in before.questions if one != question)
        until = time.monotonic() + 30
        while not (now := queue.now(case.journal())).fresh and time.monotonic() < until:
            time.sleep(0.02)
        assert now.fresh
        assert question.claim not in now.picture.claims
        assert now.questions == case.questions()
        case.undo(number)
        assert Queue(case).now(case.journal()).questions == before.questions


def test_where_it_takes_no_time_the_answer_is_the_case_as_it_is(sample: Path, tmp_path: Path) -> None:
    where = tmp_path / "sample.case"
    where.write_bytes(sample.read_bytes())
    with Case(where, create=False) as case:
        queue = Queue(case, patience=60)
        first = queue.now(case.journal()).questions[0]
        if first.claim is not None:
            case.judge_claim(first.claim, "accept", why="plain")
        else:
            assert first.names is not None
            case.judge(*first.names, "unsure", why="open")
        now = queue.now(case.journal())
        assert now.fresh
        assert first not in now.questions

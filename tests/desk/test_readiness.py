"""What is answered while a case is being got ready, and afterwards."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crossread.api import Case
from crossread.desk import create_app
from crossread.desk.pages import NAV
from crossread.desk.readiness import Readiness
from crossread.desk.state import State
from crossread.desk.warming import FIRST, Step, start_warming, warm


@pytest.fixture
def early(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TestClient, State]]:
    """A desk that has begun to get its case ready, for a browser without patience."""
    monkeypatch.setattr(Readiness, "wait", lambda self, seconds: self.ready)
    with Case(sample, create=False) as case, TestClient(create_app(case)) as client:
        desk: State = client.app.state.desk  # type: ignore[attr-defined]
        desk.readiness.begin(["Reading", "Comparing", "Weighing"])
        desk.readiness.advance()
        yield client, desk


@pytest.mark.parametrize("path", [entry.href for entry in NAV])
def test_every_page_says_how_far_it_is_and_asks_again(early: tuple[TestClient, State], path: str) -> None:
    client, _ = early
    found = client.get(path)
    assert found.status_code == 503
    assert found.headers["retry-after"] == "2"
    assert '<meta http-equiv="refresh" content="2">' in found.text
    assert "Comparing…" in found.text
    assert re.search(r'<progress [^>]*max="3" value="1"', found.text)


def test_programs_are_told_when_to_ask_again(early: tuple[TestClient, State]) -> None:
    found = early[0].get("/api/v1/claims")
    assert found.status_code == 503
    assert found.headers["retry-after"] == "2"
    assert found.headers["content-type"] == "application/problem+json"
    assert set(found.json()) == {"type", "title", "status", "detail", "instance"}
    assert "Comparing: step 2 of 3" in found.json()["detail"]


def test_what_is_sent_too_early_is_not_taken_and_not_asked_for_again(early: tuple[TestClient, State]) -> None:
    client, desk = early
    said = desk.case.journal()
    found = client.post("/review", data={"claim": "c", "answer": "reject:wrong"})
    assert found.status_code == 503
    assert "was not taken" in found.text
    assert "http-equiv" not in found.text
    assert desk.case.journal() == said


def test_the_page_goes_on_by_itself_once_the_case_is_ready(early: tuple[TestClient, State]) -> None:
    client, desk = early
    assert "Comparing…" in client.get("/ready").text
    assert client.get("/review", headers={"hx-request": "true"}).headers["hx-refresh"] == "true"
    desk.readiness.end()
    assert client.get("/ready").headers["hx-refresh"] == "true"
    assert client.get("/").status_code == 200


def test_what_needs_no_case_does_not_wait(early: tuple[TestClient, State]) -> None:
    client, _ = early
    assert client.get("/static/desk.css").status_code == 200
    assert client.get("/login").status_code != 503


def test_a_request_waits_a_moment_before_it_is_told_to_come_again(sample: Path) -> None:
    with Case(sample, create=False) as case, TestClient(create_app(case)) as client:
        desk: State = client.app.state.desk  # type: ignore[attr-defined]
        desk.readiness.begin(["Reading"])
        threading.Timer(0.1, desk.readiness.end).start()
        assert client.get("/documents").status_code == 200


def test_warming_tells_every_step_and_ends_even_where_one_fails(sample: Path) -> None:
    with Case(sample, create=False) as case:
        desk, seen = State(case), list[str]()
        note = Step("Noting", lambda desk, picture: seen.append(desk.readiness.progress.now))
        warm(desk, only=(note, Step("Then", lambda desk, picture: seen.append(desk.readiness.progress.now))))
        assert seen == ["Noting", "Then"]
        assert desk.readiness.ready
        assert desk.readiness.progress.claims == len(desk.picture().claims)
        with pytest.raises(ZeroDivisionError):
            warm(desk, only=(Step("Failing", lambda desk, picture: 1 / 0),))
        assert desk.readiness.ready


def test_a_desk_that_warms_is_not_ready_until_it_is_done(sample: Path) -> None:
    with Case(sample, create=False) as case:
        desk = State(case)
        seen = [desk.readiness.ready]
        with case._lock:  # nothing can be derived until this is let go
            thread = start_warming(desk)
            seen.append(desk.readiness.ready)
        thread.join(60)
        assert [*seen, desk.readiness.ready] == [True, False, True]
        assert desk.readiness.progress.done == 1 + len(FIRST)

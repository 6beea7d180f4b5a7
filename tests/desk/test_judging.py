"""Judgements over HTTP, by a program with a key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from crossread.api import Case
from crossread.desk import create_app


@pytest.fixture
def case(sample: Path, tmp_path: Path) -> Iterator[Case]:
    where = tmp_path / "sample.case"
    where.write_bytes(sample.read_bytes())
    with Case(where, create=False) as opened:
        opened.users.add("robot", "analyst", "a long password", now=dt.datetime(2031, 5, 2, tzinfo=dt.UTC))
        yield opened


@pytest.fixture
def program(case: Case) -> TestClient:
    key = case.users.new_token("robot", "", now=dt.datetime(2031, 5, 2, tzinfo=dt.UTC))
    return TestClient(create_app(case), headers={"authorization": f"Bearer {key}"}, raise_server_exceptions=False)


def said(program: TestClient, path: str, **fields: object) -> dict[str, Any]:
    answer = program.post(f"/api/v1{path}", json={"why": "because", **fields})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_claims_are_judged_and_all_is_undone(case: Case, program: TestClient) -> None:
    before = program.get("/api/v1/claims?limit=1000").text
    asked = program.get("/api/v1/questions?limit=1000").json()["items"]
    first, second, *_ = [one["claim"] for one in asked if one["claim"]]
    rejected = said(program, f"/claims/{first}/reject")
    assert (rejected["verdict"], rejected["by"], rejected["why"], rejected["state"]) == ("reject", "robot", "because", "in force")
    said(program, f"/claims/{second}/accept")
    said(program, f"/claims/{second}/edit", object="somebody else", first="2031-05-01", voices=["a cook"])
    said(program, f"/claims/{second}/edit", undated=True)
    said(program, f"/claims/{second}/grade", grade="3")
    said(program, "/sources/grades", source="The Post", grade="D")
    document = next(iter(case.documents()))
    parts = {"subject": "a cook", "predicate": "supports", "object": "bread"}
    added = said(program, "/claims", document=document.id, start=0, end=30, **parts)
    assert case.claim(added["target"]) is not None
    numbers = [one["number"] for one in program.get("/api/v1/journal").json()["items"] if one["by"] == "robot"]
    assert len(numbers) == 7
    for number in numbers:
        assert program.post(f"/api/v1/journal/{number}/undo").json()["undoes"] == number
    assert program.get("/api/v1/claims?limit=1000").text == before
    assert program.post(f"/api/v1/journal/{numbers[0]}/undo").status_code == 409


def test_actors_are_judged(case: Case, program: TestClient) -> None:
    one, other = (actor.name for actor in list(case.actors())[:2])
    entry = said(program, "/actors/judgements", a=one, b=other, verdict="unsure")
    assert (entry["kind"], entry["verdict"]) == ("actor", "unsure")
    pairs = [one for one in program.get("/api/v1/questions?limit=1000").json()["items"] if one["names"]]
    assert all(pair["doubts"] and pair["hangs"] for pair in pairs)


@pytest.mark.parametrize(("path", "fields", "status"), [
    ("/claims/none/reject", {"why": "x"}, 409), ("/claims/none/reject", {}, 422), ("/claims/none/reject", {"why": ""}, 422),
    ("/claims", {"why": "x"}, 422), ("/actors/judgements", {"why": "x", "a": "no", "b": "one", "verdict": "same"}, 409),
    ("/sources/grades", {"why": "x", "source": "The Post", "grade": "Z"}, 422), ("/journal/99/undo", {}, 409),
])
def test_what_makes_no_sense_is_refused(program: TestClient, path: str, fields: dict[str, str], status: int) -> None:
    answer = program.post(f"/api/v1{path}", json=fields)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_without_a_key_nothing_is_changed(case: Case) -> None:
    stranger = TestClient(create_app(case), raise_server_exceptions=False)
    claim = next(iter(case.claims())).id
    assert stranger.post(f"/api/v1/claims/{claim}/reject", json={"why": "x"}).status_code == 403
    assert not [entry for entry in case.journal() if entry.kind == "claim"]

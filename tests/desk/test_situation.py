"""The situation page without scripts: the network as a table, its filters, and the accounts of a tie."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from crossread.api import Case
from crossread.desk import create_app


def network(client: TestClient, **asked: Any) -> dict[str, Any]:
    answer = client.get("/api/v1/network", params=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_table_has_every_tie_of_the_network(client: TestClient) -> None:
    page = client.get("/", params={"date": "2031-05-20"}).text
    ties = network(client, date="2031-05-20")["ties"]
    assert ties
    linked = {unquote(tie) for tie in re.findall(r'href="/\?[^"]*tie=([^&"]+)[^>]*>accounts', page)}
    assert linked == {f"{tie['a']}~{tie['b']}" for tie in ties}


def test_the_day_changes_the_network(client: TestClient) -> None:
    assert network(client, date="2031-03-01") != network(client, date="2031-08-19")
    assert network(client)["date"] == "2031-08-19"


def test_the_accounts_of_a_tie_are_verbatim_with_their_voices(client: TestClient) -> None:
    claims = {claim["id"]: claim for claim in client.get("/api/v1/claims", params={"limit": 1000}).json()["items"]}
    tie = network(client, date="2031-05-20")["ties"][0]
    page = client.get("/", params={"date": "2031-05-20", "tie": f"{tie['a']}~{tie['b']}"}).text
    ids = {id_ for relation in (*tie["forth"], *tie["back"]) for id_ in relation["claims"]}
    assert set(re.findall(r'data-claim="([^"]+)"', page)) == ids
    for id_ in ids:
        assert f"#c{id_}" in page
        assert claims[id_]["attribution"][0]["name"] in page


@pytest.mark.parametrize("path", ["/", "/situation/around", "/api/v1/network"])
def test_a_form_with_fields_left_empty_asks_for_everything(client: TestClient, path: str) -> None:
    empty = client.get(path, params={"outlet": "", "focus": "", "described": "", "date": ""})
    assert empty.status_code == 200


@pytest.mark.parametrize(("path", "status"), [
    ("/?tie=x", 422), ("/?tie=x~y", 404), ("/situation/tie?tie=x~y", 404), ("/?date=soon", 422), ("/?family=friendship", 422),
    ("/api/v1/network?top=1", 422), ("/?focus=nobody", 200), ("/?date=0001-01-01", 200), ("/?date=9999-12-31&since=3660", 200),
])
def test_an_address_that_is_not_right_is_told_in_words(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_focus_keeps_the_actor_and_its_neighbours(client: TestClient) -> None:
    first = network(client, date="2031-05-20")["nodes"][0]["id"]
    focused = network(client, date="2031-05-20", focus=first)
    neighbours = {id_ for tie in focused["ties"] if first in (tie["a"], tie["b"]) for id_ in (tie["a"], tie["b"])}
    assert {node["id"] for node in focused["nodes"]} == neighbours


def test_a_case_without_anything_says_so(tmp_path: Path) -> None:
    with Case(tmp_path / "empty.case") as case, TestClient(create_app(case)) as client:
        for path in ("/", "/timeline", "/map"):
            page = client.get(path)
            assert page.status_code == 200
            assert "The case has no documents yet." in page.text
            assert "9999" not in page.text

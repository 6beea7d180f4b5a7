"""What holds for every page: headers, sessions, errors, a case that changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crossread.api import Case
from crossread.desk import create_app
from crossread.desk.pages import NAV
from crossread.desk.state import State
from tests.desk.conftest import token

PAGES = [entry.href for entry in NAV]


@pytest.mark.parametrize("path", [*PAGES, "/api/v1/claims", "/nowhere", "/static/desk.css"])
def test_every_answer_says_what_may_run(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_the_navigation_is_there_and_has_nothing_inline(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|javascript:", found.text)
    for href in re.findall(r'(?:src|href)="(/static/[^"]+)"', found.text):
        assert client.get(href).status_code == 200, href


def test_nothing_is_loaded_from_elsewhere(client: TestClient) -> None:
    for path in PAGES:
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', client.get(path).text)


def test_an_unknown_page_is_an_error_in_words(client: TestClient) -> None:
    found = client.get("/nowhere")
    assert found.status_code == 404
    assert "<h1>There is no such page</h1>" in found.text


def test_errors_of_the_api_have_one_shape(client: TestClient) -> None:
    for path, status in (("/api/v1/nothing", 404), ("/api/v1/claims?as_of=yesterday", 422), ("/api/v1/claims?between=one", 422),
                         ("/api/v1/annotations/none", 404), ("/api/v1/claims?limit=0", 422)):
        found = client.get(path)
        assert found.status_code == status
        assert found.headers["content-type"] == "application/problem+json"
        assert set(found.json()) == {"type", "title", "status", "detail", "instance"}
        assert found.json()["status"] == status


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_change_needs_the_token_of_the_session(copy: TestClient) -> None:
    right = token(copy)
    for wrong in ({}, {"csrf": "x"}, {"csrf": right[:-1]}):
        assert copy.post("/theme", data={"theme": "dark", **wrong}, follow_redirects=False).status_code == 403
    assert copy.post("/theme", data={"theme": "dark", "csrf": right}, follow_redirects=False).status_code == 303
    assert copy.post("/theme", data={"theme": "dark"}, headers={"x-csrf-token": right}, follow_redirects=False).status_code == 303


def test_the_token_of_another_session_is_worth_nothing(copy: TestClient) -> None:
    other = TestClient(copy.app)
    foreign = token(other)
    token(copy)
    assert copy.post("/theme", data={"theme": "dark", "csrf": foreign}).status_code == 403


def test_a_change_that_another_site_asks_for_is_refused(copy: TestClient) -> None:
    data = {"theme": "dark", "csrf": token(copy)}
    assert copy.post("/theme", data=data, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert copy.post("/theme", data=data, headers={"origin": "null"}).status_code == 403
    assert copy.post("/theme", data=data, headers={"origin": "http://testserver"}, follow_redirects=False).status_code == 303


def test_the_session_is_kept_from_scripts_and_other_sites(copy: TestClient) -> None:
    cookie = copy.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "set-cookie" not in copy.get("/").headers


def test_the_look_is_remembered_and_leads_back_to_our_pages_alone(copy: TestClient) -> None:
    foreign = ("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example")
    for back, leads in (("/?date=2031-05-02", "/?date=2031-05-02"), *((one, "/") for one in foreign)):
        data = {"theme": "dark", "back": back, "csrf": token(copy)}
        assert copy.post("/theme", data=data, follow_redirects=False).headers["location"] == leads
    assert 'data-theme="dark"' in copy.get("/").text


def test_the_desk_sees_what_another_process_changes(sample: Path, tmp_path: Path) -> None:
    where = tmp_path / "sample.case"
    where.write_bytes(sample.read_bytes())
    with Case(where, create=False) as case, TestClient(create_app(case)) as client:
        state: State = client.app.state.desk  # type: ignore[attr-defined]
        before = state.picture()
        assert state.picture() is before
        with Case(where, create=False) as other:
            document = next(iter(before.documents))
            assert other.forget(document) == (document,)
        assert document not in state.picture().documents

"""What documents say shows as text on every page, wherever it says it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from crossread.api import Case
from crossread.desk import create_app
from crossread.desk.pages import NAV
from tests.desk import hostile

PARTS = ("/situation/around", "/timeline/rows", "/map/rows")
MOST = 200  # addresses that are followed


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk over documents that mean harm."""
    where = hostile.write(tmp_path_factory.mktemp("hostile") / "hostile.case")
    with Case(where, create=False) as case, TestClient(create_app(case), raise_server_exceptions=False) as client:
        yield client


def test_no_page_that_can_be_reached_runs_or_shows_markup_of_a_document(harmful: TestClient) -> None:
    waiting, seen = [*(entry.href for entry in NAV), *PARTS], set[str]()
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = harmful.get(path)
        assert answer.status_code < 500, path
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        for payload in hostile.PAYLOADS:
            assert payload not in answer.text, (path, payload)
        for name in re.findall(r"<[a-z][^>]*?\s(on\w+|style)\s*=", re.sub(r'"[^"]*"', '""', answer.text)):
            raise AssertionError((path, name))
        found = (html.unescape(href).partition("#")[0] for href in re.findall(r'(?:href|hx-get)="(/[^"]*)"', answer.text))
        kinds = {re.sub(r"[^/?&=]{12,}", "*", one): one for one in found if not one.startswith("/static/")}
        waiting += kinds.values()
    assert len(seen) > len(NAV) + len(PARTS)


def test_an_actor_with_a_harmful_name_is_in_the_network_as_text(harmful: TestClient) -> None:
    names = {node["name"] for node in harmful.get("/api/v1/network").json()["nodes"]}
    assert {hostile.SCRIPT, hostile.ARABIC} <= names
    page = harmful.get("/").text
    assert html.escape(hostile.SCRIPT) in page
    assert f'<bdi dir="auto" class="name" title="{hostile.ARABIC}">' in page


def test_what_the_api_answers_is_never_taken_for_a_page(harmful: TestClient) -> None:
    for path in ("/api/v1/claims", "/api/v1/network", "/api/v1/nothing"):
        headers = harmful.get(path).headers
        assert headers["content-type"].startswith(("application/json", "application/problem+json"))
        assert headers["x-content-type-options"] == "nosniff"

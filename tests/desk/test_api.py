"""The HTTP API gives what `crossread show` prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

from crossread.api import Case
from crossread.exchange.annotation import dump
from crossread.kinds import KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_what_the_command_prints(client: TestClient, sample: Path, kind: str) -> None:
    found = client.get(f"/api/v1/{kind}", params={"limit": 1000}).json()
    with Case(sample, create=False) as case:
        records = [json.loads(dump(KINDS[kind].record(one))) for one in KINDS[kind].find(case)]
    assert found["items"] == records[:1000]
    assert found["total"] == len(records)


@pytest.mark.parametrize("question", [
    {"about": "Veln"}, {"between": ["Veln", "Tessen"]}, {"as_of": "2031-04-01"}, {"document": "mpa-2031-03-11"},
])
def test_filters_are_those_of_the_command(client: TestClient, sample: Path, question: dict[str, Any]) -> None:
    found = client.get("/api/v1/claims", params={"limit": 1000, **question}).json()
    if "between" in question:
        question["between"] = tuple(question["between"])
    with Case(sample, create=False) as case:
        assert [one["id"] for one in found["items"]] == [claim.id for claim in case.claims(**question)]


def test_pages_of_an_answer_join_to_the_whole(client: TestClient) -> None:
    whole = client.get("/api/v1/claims", params={"limit": 30}).json()["items"]
    parts = [client.get("/api/v1/claims", params={"limit": 10, "offset": at}).json()["items"] for at in (0, 10, 20)]
    assert [one for part in parts for one in part] == whole


def test_an_annotation_is_the_whole_reading(client: TestClient) -> None:
    found = client.get("/api/v1/annotations/mpa-2031-03-11").json()
    for claim in found["claims"]:
        for part in claim["evidence"]:
            assert found["text"][part["start"]:part["end"]] == part["quote"]


def test_search_finds_words_of_claims(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"words": "market"}).json()
    assert found["total"]
    assert all("market" in " ".join(part["quote"] for part in one["evidence"]).lower() for one in found["items"])


def test_the_description_has_every_kind(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {f"/api/v1/{kind}" for kind in KINDS} <= set(paths)


def test_the_page_of_the_api_has_every_operation_and_its_examples_answer(client: TestClient) -> None:
    page = client.get("/api/docs").text
    described = client.get("/api/v1/openapi.json").json()["paths"]
    tree = html.fromstring(page)
    shown = {tuple(one.text_content().split()[:2]) for one in tree.xpath("//details/summary")}
    assert shown == {(method.upper(), path) for path, methods in described.items() for method in methods}
    examples = tree.xpath("//details//a/@href")
    assert len(examples) > 10
    assert {client.get(href).status_code for href in examples} == {200}

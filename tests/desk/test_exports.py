"""Files of what pages show."""

from __future__ import annotations

import html
import json
import re

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import QueryParams

from crossread.desk.exporting import links
from crossread.desk.pages import NAV

PAGES = [entry.href for entry in NAV if links(entry.href, QueryParams())]


def offered(client: TestClient, path: str) -> list[str]:
    footer = client.get(path).text.partition('<footer class="files">')[2]
    return [html.unescape(href) for href in re.findall(r'href="([^"]+)"', footer)]


@pytest.mark.parametrize("path", [*PAGES, "/review/journal"])
def test_a_page_offers_its_records(client: TestClient, path: str) -> None:
    found = offered(client, path)
    assert found
    for href in found:
        answer = client.get(href)
        assert answer.status_code == 200, href
        assert answer.headers["content-disposition"].startswith("attachment; filename="), href


def test_a_file_holds_what_the_page_was_asked_for(client: TestClient) -> None:
    actor = client.get("/api/v1/actors?limit=1").json()["items"][0]
    claims = client.get(f"/export/claims.json?about={actor['id']}").json()
    assert claims
    assert all(actor["id"] in (claim["subject"]["entity"], claim["object"]["entity"]) for claim in claims)
    lines = client.get(f"/export/claims.jsonl?about={actor['id']}").text.splitlines()
    assert [json.loads(line) for line in lines] == claims
    words = claims[0]["evidence"][0]["quote"].split()[0].strip(",.“”\"'")
    assert client.get("/export/claims.json", params={"words": words}).json()


@pytest.mark.parametrize(("path", "narrowed"), [
    ("/events", "family=harm&only=numbers"), ("/actors", "type=person"), ("/origins", "kind=voice"),
    ("/contradictions", "about=Nobody"),
    ("/predictions", "outcome=open"), ("/documents", "name=Harbour"), ("/search", "words=army&family=harm"),
    ("/search", "words=army&where=documents"), ("/timeline", "family=harm"), ("/map", "family=territory"),
    ("/", "date=2031-05-20&family=hostility"),
])
def test_the_file_of_a_narrowed_page_is_narrowed(client: TestClient, path: str, narrowed: str) -> None:
    whole, some = (
        next(href for href in offered(client, f"{path}?{query}") if ".json" in href and ".jsonl" not in href)
        for query in ("", narrowed)
    )
    assert narrowed in some
    all_, few = client.get(whole).json(), client.get(some).json()
    assert len(few) < len(all_)
    assert few or narrowed == "about=Nobody"
    if path not in ("/", "/search"):
        assert all(one in all_ for one in few)


def test_the_file_of_an_event_or_an_origin_has_its_claims(client: TestClient) -> None:
    for kind in ("events", "origins"):
        one = client.get(f"/api/v1/{kind}?limit=1").json()["items"][0]
        claims = client.get(f"/{kind}/{one['id']}/claims.json").json()
        assert {claim["id"] for claim in claims} == set(one["claims"])
        assert client.get(f"/{kind}/none/claims.json").status_code == 404


def test_the_dossier_is_one_click_from_its_actor(client: TestClient) -> None:
    actor = client.get("/api/v1/actors?limit=1").json()["items"][0]
    pdf, page, *_ = (link.href for link in links(f"/actors/{actor['id']}", QueryParams({"date": "2031-05-02"})))
    answer = client.get(pdf)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content[:5] == b"%PDF-"
    made = client.get(page)
    assert html.escape(actor["name"], quote=False) in html.unescape(made.text) or actor["name"] in made.text
    assert "as of 2031-05-02" in made.text
    assert client.get("/actors/none/dossier.pdf").status_code == 404


def test_the_whole_case(client: TestClient) -> None:
    assert client.get("/export/case.xlsx").content[:2] == b"PK"
    assert client.get("/export/case.graphml").text.startswith("<?xml")


@pytest.mark.parametrize("path", ["/export/ships.csv", "/export/claims.doc"])
def test_what_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404

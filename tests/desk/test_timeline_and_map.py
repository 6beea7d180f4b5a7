"""Timeline and map without scripts: tables of the same, and the accounts behind each row."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient


def test_the_timeline_has_every_happening_and_leads_to_its_accounts(client: TestClient) -> None:
    found = client.get("/api/v1/happenings").json()["items"]
    page = client.get("/timeline").text
    assert re.findall(r'href="/timeline\?at=([^"]+)"', page) == [one["id"] for one in found]
    opened = client.get("/timeline", params={"at": found[0]["id"]}).text
    assert set(re.findall(r'data-claim="([^"]+)"', opened)) == set(found[0]["claims"])


def test_the_map_has_every_place_and_leads_to_its_accounts(client: TestClient) -> None:
    found = client.get("/api/v1/places").json()["items"]
    page = client.get("/map").text
    assert {one["name"] for one in found} >= {"Orlesk", "Merdova"}
    assert re.findall(r'href="/map\?place=([^"]+)"', page) == [one["id"] for one in found]
    opened = client.get("/map", params={"place": found[0]["id"]}).text
    assert set(re.findall(r'data-claim="([^"]+)"', opened)) <= set(found[0]["claims"])
    assert "data-claim" in opened


@pytest.mark.parametrize("path", ["/timeline", "/timeline/rows", "/map", "/map/rows", "/api/v1/happenings", "/api/v1/places"])
def test_a_form_with_fields_left_empty_asks_for_everything(client: TestClient, path: str) -> None:
    assert client.get(path, params={"from": "", "to": "", "outlet": "", "about": ""}).status_code == 200


@pytest.mark.parametrize(("path", "status"), [
    ("/timeline?at=nothing", 404), ("/map?place=nowhere", 404), ("/timeline?from=soon", 422), ("/timeline?page=99", 200),
    ("/timeline?from=2040-01-01", 200), ("/map?family=hostility&family=harm", 200), ("/map?family=friendship", 422),
])
def test_an_address_that_is_not_right_is_told_in_words(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status

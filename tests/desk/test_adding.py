"""Adding and forgetting documents."""

from __future__ import annotations

import time

import pytest
from fastapi.testclient import TestClient
from lxml import html

from crossread.desk.state import State
from tests.desk.conftest import token

PAGE = b"""<!doctype html><html><head><title>Lorvia leaves</title><meta property="og:site_name" content="Sarn Gazette"></head>
<body>
<article><h1>Lorvia leaves</h1><p>Lorvia no longer backs the Free Highland Army, the Sarn Gazette has learnt.</p>
<p>General Oskar Veln attacked the village of Kesh on 2 June 2031, and forty people were killed.</p></article></body></html>"""


def follow(client: TestClient, address: str) -> str:
    """The page of a reading once it is over."""
    for _ in range(600):
        page = client.get(address).text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("reading does not end")


def send(client: TestClient, how: str, **given: object) -> str:
    answer = client.post(f"/documents/{how}", follow_redirects=False, **given)  # type: ignore[arg-type]
    assert answer.status_code == 303, answer.text
    return follow(client, answer.headers["location"])


def test_a_saved_page_is_read_and_what_it_changes_is_said(copy: TestClient) -> None:
    state: State = copy.app.state.desk  # type: ignore[attr-defined]
    before = set(state.picture().documents)
    page = send(copy, "upload", data={"csrf": token(copy)}, files=[("files", ("leaves.html", PAGE, "text/html"))])
    (new,) = set(state.picture().documents) - before
    document = state.picture().documents[new]
    assert (document.outlet, document.path) == ("Sarn Gazette", "leaves.html")
    assert "Read: 1 new" in page
    assert "new relation" in page
    assert state.case.original(new) == PAGE
    sent = copy.get("/changes", params={"document": new})
    assert "brings to the picture" in sent.text
    again = send(copy, "upload", data={"csrf": token(copy)}, files=[("files", ("leaves.html", PAGE, "text/html"))])
    assert "1 known already" in again


def test_a_pasted_text_keeps_what_is_known_of_it(copy: TestClient) -> None:
    known = {"outlet": "Sarn Gazette", "published": "2031-06-03", "title": "A short note"}
    page = send(copy, "paste", data={
        "csrf": token(copy), "text": "Lorvia recognised the Government of Civil Accord on Monday, the ministry said.", **known,
    })
    assert "Read: 1 new" in page
    state: State = copy.app.state.desk  # type: ignore[attr-defined]
    found = [one for one in state.picture().documents.values() if one.title == "A short note"]
    assert [(one.outlet, one.published.date) for one in found] == [("Sarn Gazette", "2031-06-03")]


def test_what_cannot_be_read_is_named_with_its_reason(copy: TestClient) -> None:
    page = send(copy, "upload", data={"csrf": token(copy)}, files=[("files", ("empty.txt", b"", "text/plain"))])
    assert "1 could not be read" in page
    assert "empty.txt: is empty" in page
    wrong = copy.post("/documents/paste", data={"csrf": token(copy), "text": "Some words of news.", "published": "someday"})
    assert wrong.status_code == 422


@pytest.mark.parametrize("url", ["/etc/passwd", "file:///etc/passwd", "-", "../sample.case", "", "ftp://example.org/a"])
def test_an_address_is_never_a_file_of_this_machine(copy: TestClient, url: str) -> None:
    answer = copy.post("/documents/address", data={"csrf": token(copy), "url": url})
    assert answer.status_code == 422
    assert "This is no address" in answer.text


def test_nothing_chosen_is_said_in_words(copy: TestClient) -> None:
    assert copy.post("/documents/paste", data={"csrf": token(copy), "text": "  "}).status_code == 422
    answer = copy.post("/documents/upload", data={"csrf": token(copy)}, files=[("files", ("", b"", "text/plain"))])
    assert answer.status_code == 422


def test_a_document_is_forgotten_after_one_is_asked(copy: TestClient) -> None:
    state: State = copy.app.state.desk  # type: ignore[attr-defined]
    gone = next(iter(state.picture().documents))
    asked = html.fromstring(copy.get("/forget", params={"document": gone}).text)
    assert "cannot be undone" in asked.text_content()
    assert gone in state.picture().documents
    answer = copy.post("/forget", data={"csrf": token(copy), "document": gone})
    assert "is forgotten" in answer.text
    assert gone not in state.picture().documents
    assert copy.get(f"/documents/{gone}").status_code == 404

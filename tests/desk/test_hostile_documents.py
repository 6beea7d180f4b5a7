"""Documents that try to be more than text: everything of them is shown as text, on every page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html

from crossread.api import Case
from crossread.desk import create_app
from crossread.desk.pages import NAV
from crossread.intake import Given
from tests.desk.walking import faults, walk

SCRIPT = "<script>alert(1)</script>"
HANDLER = '"><img src=x onerror=alert(1)>'
TURNED = "Harbour \u202egnp.tsoP\u202c Post"
TEXT = (
    f"{SCRIPT}\r\n\r\nThe Northern League attacked Kesh on Monday, the minister Ana Bruk said. "
    "<b onmouseover=alert(1)>General</b> Oskar Veln backs the Northern League. "
    f"{HANDLER} Lorvia arms the Northern League.\r\n\r\n"
    "The \u202eNorthern League\u202c captured Sarn \u2066in May\u2069. "
    "[click](javascript:alert(1)) \U0001f6a2 {{ 7 * 7 }} {% raw %}\r\n"
)
RECORDS = [
    {"id": "../../etc/passwd", "title": SCRIPT, "outlet": HANDLER, "author": "javascript:alert(1)", "url": "javascript:alert(1)",
     "published": "2031-05-02", "text": TEXT},
    {"id": 'a"b<c>#?&e', "title": "long " * 4000, "outlet": TURNED, "published": "2031-05-03",
     "text": TEXT.replace("Monday", "Tuesday")},
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    where: Path = tmp_path_factory.mktemp("hostile") / "hostile.case"
    with Case(where) as case:
        lines = "\n".join(json.dumps(one) for one in RECORDS).encode()
        summary = case.read([Given(f"{SCRIPT}.jsonl", lines)])
        assert (summary.new, summary.failures) == (2, [])
        with TestClient(create_app(case), raise_server_exceptions=False) as client:
            yield client


def test_nothing_of_a_document_becomes_markup_on_any_page(hostile: TestClient) -> None:
    found = walk(hostile, [entry.href for entry in NAV], most=300)
    assert {path: answer.status_code for path, answer in found.items() if answer.status_code != 200} == {}
    pages = {path: answer.text for path, answer in found.items() if "text/html" in answer.headers["content-type"]}
    wrong = {path: faults(page) for path, page in pages.items()}
    # A printed dossier is a file of its own, and has its style with it.
    assert {path: found for path, found in wrong.items() if found and not (found == ["<style>"] and "/dossier." in path)} == {}
    assert sum("&lt;script&gt;" in page for page in pages.values()) > 5
    assert not any("49 " in page and "{{ 7" not in page for page in pages.values() if "7 * 7" in page)


@pytest.mark.parametrize("record", RECORDS, ids=["paths", "addresses"])
def test_the_text_is_whole_and_its_controls_are_shut_in(hostile: TestClient, record: dict[str, str]) -> None:
    answer = hostile.get("/documents/" + quote(record["id"], safe=""))
    assert answer.status_code == 200
    # A parser of HTML takes a written carriage return for one that ends a line, unless it is a reference.
    tree = html.fromstring(answer.text)
    assert "".join(block.text_content() for block in tree.find_class("block")) == record["text"]
    controls = tree.find_class("control")
    assert {one.get("data-code") for one in controls} >= {"202E", "202C", "2066", "2069"}
    assert {one.tag for one in controls} == {"bdi"}


def test_names_stand_apart_from_what_surrounds_them(hostile: TestClient) -> None:
    tree = html.fromstring(hostile.get("/documents").text)
    outlets = tree.xpath("//cite[contains(@class, 'outlet')]")
    assert TURNED in [one.text_content() for one in outlets]
    assert all(one.xpath("./bdi") for one in outlets)


def test_an_original_is_saved_under_a_name_of_ours(hostile: TestClient) -> None:
    answer = hostile.get("/originals/" + quote(RECORDS[0]["id"], safe=""))
    name = answer.headers["content-disposition"].partition("filename=")[2].strip('"')
    assert name.isascii()
    assert not set(name) & set('/\\<>"')

"""What an analyst must be able to do within so many clicks and keys. Both are counted by the browser, as they are done."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

DAY = "2031-05-20"
COUNT = """
for (const kind of ["click", "keydown", "change"]) addEventListener(kind, (event) => {
  if (event.isTrusted) sessionStorage[kind] = Number(sessionStorage[kind] ?? 0) + 1;
}, true);
"""
PAGE = """<!doctype html><html><head><title>Lorvia leaves</title><meta property="og:site_name" content="Sarn Gazette"></head>
<body><article><h1>Lorvia leaves</h1><p>Lorvia no longer backs the Free Highland Army, the Sarn Gazette has learnt.</p>
<p>General Oskar Veln attacked the village of Kesh on 2 June 2031, and forty people were killed.</p></article></body></html>"""


def done(tab: Page, kind: str) -> int:
    """How many clicks, keys or changed fields there were on this desk."""
    return int(tab.evaluate("kind => Number(sessionStorage[kind] ?? 0)", kind))


@pytest.fixture
def watched(tab: Page) -> Page:
    tab.add_init_script(COUNT)
    return tab


def test_from_the_network_to_the_sentence_and_who_said_it(watched: Page, desk: str) -> None:
    watched.goto(desk)
    watched.locator("#network [data-tie] .badge").first.click()
    line = watched.locator("#accounts .line").first
    expect(line.locator("blockquote")).to_be_visible()
    expect(line.locator(".outlet")).not_to_be_empty()
    quote, claim = line.locator("blockquote").inner_text(), line.get_attribute("data-claim")
    line.locator(".sentence").click()
    expect(watched.locator(f'[id="c{claim}"]').first).to_be_in_viewport()
    words = " ".join(watched.locator("main").inner_text().split())
    assert all(" ".join(part.split()) in words for part in quote.split(" […] "))
    assert done(watched, "click") == 2


def test_who_stood_by_an_actor_on_a_day_and_what_was_different_a_year_before(watched: Page, desk: str) -> None:
    watched.goto(desk)
    expect(watched.locator("#network [data-tie]").first).to_be_attached()
    watched.locator("input[name=date]").fill(DAY)
    watched.locator("input[name=date]").dispatch_event("change")
    expect(watched.locator("#network")).to_have_attribute("data-date", DAY)
    watched.wait_for_timeout(600)
    watched.locator("#network [data-actor]", has_text="Lorvia").first.click()
    panel = watched.locator("#accounts")
    expect(panel.locator("h2")).to_have_text("Lorvia")
    expect(panel).to_contain_text(f"backing on {DAY}")
    expect(panel).to_contain_text("Different a year before, on 2030-05-20")
    expect(panel.locator(".rows a", has_text="Government of Civil Accord").first).to_be_visible()
    assert done(watched, "click") == 1


def test_how_many_died_according_to_whom_and_whether_they_are_independent(watched: Page, desk: str) -> None:
    watched.goto(desk)
    watched.get_by_role("link", name="Events", exact=True).click()
    watched.locator("tr", has_text="31 killed").locator("a.happening").click()
    expect(watched.locator(".ranges")).to_contain_text("31")
    many = watched.locator("tr", has=watched.get_by_role("rowheader", name="How many"))
    expect(many.locator("td").first).to_contain_text("31 people")
    expect(watched.locator(".independence")).to_contain_text("of them independent")
    expect(watched.locator(".independence")).to_contain_text("repeats 92% of the text of Meridian Press Agency")
    assert done(watched, "click") == 2


@pytest.mark.parametrize("source", ["recordings", "doctors"])
def test_everything_that_rests_on_one_leak_or_one_source(watched: Page, desk: str, source: str) -> None:
    watched.goto(desk)
    watched.get_by_role("link", name="Origins", exact=True).click()
    watched.get_by_role("link", name=re.compile(source)).first.click()
    expect(watched.locator(".falls")).to_contain_text("on nothing else")
    expect(watched.locator(".lineage .voicebox.root")).to_contain_text(source)
    expect(watched.locator("#h-alone ~ .lines .line").first).to_be_visible()
    if source == "doctors":
        expect(watched.locator(".lineage .documentbox")).to_contain_text("2 copies of this text")
    else:
        expect(watched.locator("#h-alone ~ .lines")).to_contain_text("Lorvia has secretly supported General Oskar Veln")
    assert done(watched, "click") == 2


def test_a_wrong_join_is_undone_and_every_page_changes(watched: Page, own_desk: str) -> None:
    watched.goto(own_desk + "/review?kind=actors")
    one, other = re.findall("“(.+?)”", watched.locator("#asked").inner_text())

    def bearers() -> list[str]:
        """The actors that go by one of the two names: what documents each stands in."""
        found = httpx.get(f"{own_desk}/api/v1/actors", params={"limit": 1000}).json()["items"]
        return [actor["id"] for actor in found if {one, other} & {alias["text"] for alias in actor["aliases"]}]

    def shown(path: str) -> str:
        text = httpx.get(own_desk + path).text
        return text.partition("<main")[2] or text

    (joined,) = bearers()
    pages = ("/", f"/actors?name={other}", "/api/v1/events?limit=1000", "/api/v1/relations?limit=1000")
    before = [shown(path) for path in pages]
    watched.keyboard.press("d")
    watched.keyboard.press("1")
    expect(watched.locator(".latest")).to_contain_text("different", timeout=2000)
    assert done(watched, "keydown") <= 3
    assert len(bearers()) > 1
    for path, then in zip(pages, before, strict=True):
        assert shown(path) != then, path
    watched.goto(own_desk + "/review?kind=actors")
    watched.keyboard.press("z")
    expect(watched.locator(".latest")).to_contain_text("undoes")
    assert bearers() == [joined]
    assert [shown(path) for path in pages] == before


def test_a_claim_is_rejected_with_a_reason_and_found_in_the_journal(watched: Page, own_desk: str) -> None:
    watched.goto(own_desk + "/review?kind=claims")
    title = watched.locator("#asked").inner_text()
    watched.keyboard.press("r")
    watched.keyboard.press("1")
    expect(watched.locator(".latest")).to_contain_text("the words do not say this")
    watched.keyboard.press("j")
    entry = watched.locator("table.journal tbody tr").first
    expect(entry).to_contain_text("reject")
    expect(entry).to_contain_text("the words do not say this")
    assert title.split()[0] in entry.inner_text()
    assert done(watched, "keydown") == 3


def test_a_saved_page_is_added_and_what_it_changes_is_shown(watched: Page, own_desk: str, tmp_path: Path) -> None:
    saved = tmp_path / "leaves.html"
    saved.write_text(PAGE, encoding="utf-8")
    watched.goto(own_desk + "/documents")
    watched.set_input_files("#files", str(saved))
    watched.locator("form", has=watched.locator("#files")).get_by_role("button", name="Read", exact=True).click()
    expect(watched.locator("#progress .done")).to_contain_text("1 new", timeout=120_000)
    expect(watched.locator("#progress")).to_contain_text("new relation")
    assert done(watched, "click") == 1
    watched.locator(".sources a.source").click()
    expect(watched.locator(".note").first).to_be_visible()
    expect(watched.locator(".text")).to_contain_text("forty people were killed")


def test_a_dossier_is_handed_on(watched: Page, desk: str) -> None:
    actor = httpx.get(f"{desk}/api/v1/actors", params={"limit": 1}).json()["items"][0]
    watched.goto(f"{desk}/actors/{actor['id']}?date=2031-05-02")
    with watched.expect_download() as waiting:
        watched.get_by_role("link", name="Dossier as PDF").click()
    assert waiting.value.path().read_bytes()[:5] == b"%PDF-"
    assert done(watched, "click") == 1

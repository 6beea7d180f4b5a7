"""The desk without a pointer, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.browser.conftest import PATIENCE


@pytest.fixture
def plain(browser: Browser, desk: str) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def test_keys_alone_lead_from_the_first_page_to_a_sentence(tab: Page, desk: str) -> None:
    tab.goto(desk)
    expect(tab.locator("#network [data-actor]").first).to_be_attached()
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.closest('#network [data-actor]') !== null"):
            break
    tab.keyboard.press("Enter")
    expect(tab.locator("#accounts-title")).to_be_focused()
    for _ in range(10):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('#accounts .rows a')"):
            break
    tab.keyboard.press("Enter")
    expect(tab.locator("#accounts blockquote").first).to_be_visible()
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('a.sentence')"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/documents/*#c*")


@pytest.mark.parametrize(("path", "row"), [("/", "#ties tbody tr"), ("/timeline", "#rows li"), ("/map", "#rows tbody tr")])
def test_a_picture_is_a_table_without_scripts(plain: Page, desk: str, path: str, row: str) -> None:
    plain.goto(desk + path)
    for summary in plain.locator("details.table > summary").all()[:1]:
        summary.click()
    expect(plain.locator(row).first).to_be_visible()
    plain.locator(f"{row} a[hx-get]").first.click()
    plain.wait_for_url(re.compile(r"[?&](tie|at|place)="))
    expect(plain.locator("#accounts blockquote").first).to_be_visible()


def test_a_question_is_put_without_scripts(plain: Page, desk: str) -> None:
    plain.goto(desk)
    plain.locator("details.narrow > summary").click()
    plain.locator("input[name=family][value=diplomacy]").uncheck()
    plain.locator("input[name=date]").fill("2031-05-20")
    plain.get_by_role("button", name="Show", exact=True).click()
    plain.wait_for_url("**date=2031-05-20*")
    assert "family=diplomacy" not in plain.url
    expect(plain.locator("details.narrow")).to_have_attribute("open", "")


def test_a_dossier_without_scripts_has_its_places_as_a_table(plain: Page, desk: str) -> None:
    plain.goto(desk + "/actors")
    plain.locator("td a.actor", has_text="Free Highland Army").first.click()
    plain.locator(".where details.table > summary").click()
    plain.locator(".where tbody a").first.click()
    plain.wait_for_url("**/map?about=*place=*")
    expect(plain.locator("#accounts blockquote").first).to_be_visible()


def test_a_dossier_has_a_map_whose_places_lead_to_their_lines(tab: Page, desk: str) -> None:
    tab.goto(desk + "/actors")
    tab.locator("td a.actor", has_text="Free Highland Army").first.click()
    spot = tab.locator(".where #map [data-id]").first
    expect(spot).to_be_attached()
    spot.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/map?about=*place=*")
    expect(tab.locator("#accounts blockquote").first).to_be_visible()

"""Timeline and map in a browser: what is drawn opens its accounts, by pointer and by keyboard, and filters narrow it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PICTURES = [("/timeline", "#timeline"), ("/map", "#map")]


@pytest.fixture(params=PICTURES, ids=["timeline", "map"])
def picture(request: pytest.FixtureRequest, tab: Page, desk: str) -> tuple[Page, str]:
    path, home = request.param
    tab.goto(desk + path)
    expect(tab.locator(f"{home} [data-id]").first).to_be_attached()
    return tab, home


def test_what_is_drawn_opens_its_accounts(picture: tuple[Page, str]) -> None:
    tab, home = picture
    tab.locator(f"{home} [data-id]").last.click()
    expect(tab.locator("#accounts blockquote").first).to_be_visible()
    words = tab.locator("#accounts blockquote").first.inner_text()
    tab.reload()
    assert tab.locator("#accounts blockquote").first.inner_text() == words
    tab.locator("#accounts [data-close]").click()
    expect(tab.locator("#accounts blockquote")).to_have_count(0)


def test_the_keyboard_opens_them_too(picture: tuple[Page, str]) -> None:
    tab, home = picture
    tab.locator(f'{home} [data-id][tabindex="0"]').focus()
    first = tab.evaluate("document.activeElement.dataset.id")
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "ArrowRight"):
        tab.keyboard.press(key)
    assert tab.evaluate("document.activeElement.dataset.id") != first
    bar = "go closer" in tab.evaluate("document.activeElement.getAttribute('aria-label')")
    tab.keyboard.press("Enter")
    if bar:  # what stands too close together is drawn apart first
        expect(tab.locator(f"{home} :focus")).not_to_have_attribute("aria-label", re.compile("go closer"))
        tab.keyboard.press("Enter")
    expect(tab.locator("#accounts-title")).to_be_focused()
    expect(tab.locator("#accounts blockquote").first).to_be_visible()


def test_a_filter_narrows_picture_and_table(picture: tuple[Page, str]) -> None:
    tab, home = picture
    before = int(tab.locator(home).get_attribute("data-count") or 0)
    tab.locator("input[name=from]").fill("2031-05-01")
    tab.locator("input[name=from]").dispatch_event("change")
    expect(tab.locator(home)).not_to_have_attribute("data-count", str(before))
    after = int(tab.locator(home).get_attribute("data-count") or 0)
    assert 0 < after < before
    expect(tab.locator("#rows .caption").first).to_contain_text(f"{after} ")
    assert "from=2031-05-01" in tab.url

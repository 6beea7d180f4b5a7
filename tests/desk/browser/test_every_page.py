"""Each page of the navigation: no complaint on the console, rules of accessibility kept in light and dark, and nothing wider than
the window from a telephone to a large screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from crossread.desk.pages import NAV

PAGES = [entry.href for entry in NAV]
WIDTHS = (380, 1440, 2560)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_used_by_everybody_on_every_screen(
    tab: Page, desk: str, path: str, accessible: Callable[[Page], None],
) -> None:
    tab.goto(desk + path)
    tab.wait_for_load_state("networkidle")
    expect(tab.locator("h1").first).to_be_visible()
    for look in ("light", "dark"):
        tab.evaluate("look => { document.documentElement.dataset.theme = look; }", look)
        accessible(tab)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width} pixels"


def test_the_keyboard_can_skip_to_the_page(tab: Page, desk: str) -> None:
    tab.goto(desk)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator("main")).to_be_focused()


def test_a_page_on_paper_is_ink_without_what_is_there_to_be_pressed(tab: Page, desk: str) -> None:
    tab.context.add_cookies([{"name": "theme", "value": "dark", "url": desk}])
    tab.goto(desk)
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
    expect(tab.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(tab.get_by_role("button", name="dark look")).to_be_hidden()
    expect(tab.locator("h1")).to_be_visible()

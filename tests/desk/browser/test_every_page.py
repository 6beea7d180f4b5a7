"""Each page of the navigation: no complaint on the console, nothing wider than the window, and rules of accessibility kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from crossread.desk.pages import NAV

PAGES = [entry.href for entry in NAV]
FOREIGN = {"/api/docs"}  # drawn by Swagger UI


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_without_complaints(tab: Page, desk: str, path: str) -> None:
    tab.goto(desk + path)
    tab.wait_for_load_state("networkidle")
    assert tab.locator("h1").first.is_visible()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("path", sorted(set(PAGES) - FOREIGN))
def test_a_page_is_accessible(tab: Page, desk: str, path: str, look: str, accessible: Callable[[Page], None]) -> None:
    tab.context.add_cookies([{"name": "theme", "value": look, "url": desk}])
    tab.goto(desk + path)
    tab.wait_for_load_state("networkidle")
    accessible(tab)


@pytest.mark.parametrize("width", [380, 1440, 2560])
@pytest.mark.parametrize("path", sorted(set(PAGES) - FOREIGN))
def test_a_page_fits_its_window(tab: Page, desk: str, path: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(desk + path)
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_can_skip_to_the_page(tab: Page, desk: str) -> None:
    tab.goto(desk)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"

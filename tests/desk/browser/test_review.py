"""Review by keyboard in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


def asked(tab: Page) -> str:
    return tab.locator("#asked").inner_text()


def test_the_queue_is_worked_by_keys_alone_and_undone(tab: Page, own_desk: str) -> None:
    tab.goto(own_desk + "/review?kind=claims")
    first = asked(tab)
    tab.keyboard.press("n")
    tab.wait_for_url("**question=*")
    assert asked(tab) != first
    tab.goto(own_desk + "/review?kind=claims")
    tab.keyboard.press("a")
    expect(tab.locator(".latest")).to_contain_text("accept")
    assert asked(tab) != first
    tab.keyboard.press("z")
    expect(tab.locator(".latest")).to_contain_text("undoes ")
    assert asked(tab) == first


def test_keys_do_nothing_while_somebody_writes(tab: Page, own_desk: str) -> None:
    tab.goto(own_desk + "/review?kind=claims")
    first = asked(tab)
    tab.locator('input[name="why"]').fill("")
    tab.locator('input[name="why"]').press_sequentially("area")
    tab.keyboard.press("Enter")
    assert asked(tab) == first
    expect(tab.locator(".latest")).not_to_contain_text("area")


@pytest.mark.parametrize("path", ["/review", "/review/journal", "/review/grades"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pages_of_review_are_accessible(
    tab: Page, own_desk: str, path: str, look: str, accessible: Callable[[Page], None],
) -> None:
    tab.context.add_cookies([{"name": "theme", "value": look, "url": own_desk}])
    tab.goto(own_desk + "/review?kind=claims")
    tab.keyboard.press("a")
    expect(tab.locator(".latest")).to_contain_text("accept")
    tab.goto(own_desk + path)
    accessible(tab)


@pytest.mark.parametrize("width", [380, 2560])
def test_a_claim_page_is_accessible_and_fits(
    tab: Page, desk: str, width: int, accessible: Callable[[Page], None],
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(desk + "/review?kind=claims")
    tab.keyboard.press("e")
    tab.wait_for_url("**/review/claims/*")
    accessible(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width

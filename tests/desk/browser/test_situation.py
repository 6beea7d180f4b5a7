"""The network in a browser: the date moves it, a tie leads to the words, and the keyboard can do what the pointer can."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

DAY = "2031-05-20"


def drawn(tab: Page) -> set[str]:
    found: list[str] = tab.eval_on_selector_all("#network .ties [data-tie]", "all => all.map(one => one.dataset.tie)")
    return set(found)


@pytest.fixture
def situation(tab: Page, desk: str) -> Page:
    tab.goto(f"{desk}/?date={DAY}")
    expect(tab.locator("#network [data-tie]").first).to_be_attached()
    return tab


def test_the_slider_changes_the_network_and_the_address(situation: Page) -> None:
    before = drawn(situation)
    slider = situation.get_by_role("slider", name="Date")
    slider.focus()
    slider.press("Home")
    expect(situation.locator("#network")).not_to_have_attribute("data-date", DAY)
    assert drawn(situation) != before
    first = situation.locator("input[name=date]").input_value()
    expect(situation).to_have_url(re.compile(rf"[?&]date={first}"))
    expect(situation.locator("#around h2").first).to_contain_text("What changed since")


def test_play_moves_from_day_to_day_and_pauses(situation: Page) -> None:
    situation.get_by_role("slider", name="Date").press("Home")
    start = situation.locator("input[name=date]").input_value()
    situation.get_by_role("button", name="Play").click()
    expect(situation.locator("input[name=date]")).not_to_have_value(start)
    situation.get_by_role("button", name="Pause").click()
    expect(situation.get_by_role("button", name="Play")).to_be_visible()


def test_an_address_with_a_tie_opens_on_its_accounts(situation: Page) -> None:
    situation.locator("#network [data-tie] .badge").first.click()
    words = situation.locator("#accounts blockquote").first.inner_text()
    situation.reload()
    assert situation.locator("#accounts blockquote").first.inner_text() == words


def test_the_keyboard_walks_the_network_and_reaches_the_words(situation: Page) -> None:
    situation.locator('#network [data-actor][tabindex="0"]').focus()
    first = situation.evaluate("document.activeElement.dataset.actor")
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        situation.keyboard.press(key)
    assert situation.evaluate("document.activeElement.dataset.actor")
    situation.locator(f'#network [data-actor="{first}"]').focus()
    situation.keyboard.press("Enter")
    expect(situation.locator("#accounts-title")).to_be_focused()
    situation.locator("#accounts li a").first.press("Enter")
    expect(situation.locator("#accounts blockquote").first).to_be_visible()


def test_a_filter_narrows_the_network(situation: Page) -> None:
    situation.get_by_text("Filters", exact=True).click()
    situation.locator("select[name=described]").select_option("false")  # else actors without a name come in for those that go
    situation.wait_for_url("**described=false*")
    before = drawn(situation)
    for family in ("backing", "hostility", "harm", "diplomacy"):
        situation.locator(f"input[name=family][value={family}]").uncheck()
    expect(situation.locator("#network .ties [data-tie]")).not_to_have_count(len(before))
    assert drawn(situation) < before


def test_names_do_not_lie_over_each_other(situation: Page) -> None:
    situation.wait_for_timeout(500)
    boxes = situation.eval_on_selector_all(
        "#network .labels text",
        "all => all.map(one => { const b = one.getBoundingClientRect(); return [b.x, b.y + 2, b.right, b.bottom - 2]; })",
    )
    assert len(boxes) > 3
    for at, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[at + 1:]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_open_accounts_are_accessible(situation: Page, accessible: Callable[[Page], None]) -> None:
    situation.locator("#network [data-tie] .badge").first.click()
    expect(situation.locator("#accounts blockquote").first).to_be_visible()
    situation.locator("details.table summary").click()
    accessible(situation)

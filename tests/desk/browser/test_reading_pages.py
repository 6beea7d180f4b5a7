"""The pages that are read, in a real browser: their looks and the reader of a document."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


def first(tab: Page, desk: str, listed: str, link: str) -> None:
    """Open the first of a list."""
    tab.goto(desk + listed)
    tab.locator(f"main {link}").first.click()
    tab.wait_for_load_state("networkidle")


SINGLE = {
    "dossier": ("/actors", "td a.actor"), "event": ("/events", "a.happening"), "origin": ("/origins", "tbody a"),
    "document": ("/documents", "tbody a.source"), "brought": ("/documents", "td.acts a"),
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("what", sorted(SINGLE))
def test_a_single_thing_has_an_accessible_page(
    tab: Page, desk: str, what: str, look: str, accessible: Callable[[Page], None],
) -> None:
    tab.context.add_cookies([{"name": "theme", "value": look, "url": desk}])
    first(tab, desk, *SINGLE[what])
    accessible(tab)


@pytest.mark.parametrize("width", [380, 2560])
@pytest.mark.parametrize("what", sorted(SINGLE))
def test_a_single_thing_fits_the_window(tab: Page, desk: str, what: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    first(tab, desk, *SINGLE[what])
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_accounts_between_two_are_accessible(tab: Page, desk: str, accessible: Callable[[Page], None]) -> None:
    first(tab, desk, "/actors", "td a.actor")
    tab.locator(".standing .all").first.click()
    expect(tab.locator(".account").first).to_be_visible()
    accessible(tab)


def test_a_claim_that_is_pointed_at_or_focused_shows_its_parts(tab: Page, desk: str) -> None:
    tab.goto(desk + "/documents/mpa-2031-03-11")
    note = tab.locator(".note", has_text="accuses").first
    note.hover()
    parts = {one.get_attribute("data-part") for one in tab.locator(".text [data-part]").all()}
    assert {"subject", "object", "evidence"} <= parts
    lit = "".join(tab.locator(".text [data-part]").all_inner_texts())
    assert "Free Highland Army" in lit
    tab.mouse.move(0, 0)
    expect(tab.locator(".text [data-part]")).to_have_count(0)
    note.locator("a.does").focus()
    expect(tab.locator(".text [data-part]").first).to_be_visible()


def test_the_address_of_a_claim_leads_to_its_words(tab: Page, desk: str) -> None:
    tab.goto(desk + "/documents/mpa-2031-03-11")
    href = tab.locator(".note a.does").last.get_attribute("href")
    tab.set_viewport_size({"width": 1000, "height": 300})
    tab.goto(desk + "/documents/mpa-2031-03-11" + (href or ""))
    expect(tab.locator(".text [data-part]").first).to_be_in_viewport()
    expect(tab.locator(".note[data-on]")).to_have_count(1)


@pytest.mark.parametrize(("layer", "piece", "style"), [
    ("voices", ".v1", "background-color"), ("actors", ".m", "font-weight"), ("times", ".t", "color"),
    ("claims", ".k", "text-decoration-line"), ("numbers", ".q", "outline-style"),
])
def test_layers_are_switched_on_and_off(tab: Page, desk: str, layer: str, piece: str, style: str) -> None:
    tab.goto(desk + "/documents/mpa-2031-03-11")
    look = f"getComputedStyle(document.querySelector('.text {piece}')).getPropertyValue('{style}')"
    before = tab.evaluate(look)
    tab.locator(f"#show-{layer}").click()
    assert tab.evaluate(look) != before


def test_words_that_are_marked_can_become_a_claim(tab: Page, own_desk: str) -> None:
    tab.goto(own_desk + "/documents/mpa-2031-03-11")
    tab.evaluate("getSelection().selectAllChildren(document.querySelector('.row.body .s'))")
    link = tab.locator("a.choose")
    expect(link).to_be_visible()
    words = tab.evaluate("getSelection().toString()")
    link.click()
    expect(tab.locator("mark")).to_have_text(words)


def test_a_page_reads_without_scripts(tab: Page, desk: str) -> None:
    context = tab.context.browser
    assert context is not None
    plain = context.new_context(java_script_enabled=False).new_page()
    plain.goto(desk + "/documents/mpa-2031-03-11")
    address = plain.locator(".note a.does").nth(3)
    address.click()
    expect(plain.locator(".s:has(> .at:target)")).to_have_count(1)
    assert plain.locator(".s:has(> .at:target)").evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
    plain.context.close()

"""Documents that mean harm, in a real browser: nothing of theirs runs, and names stay in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.serving import served
from crossread.api import Case
from crossread.desk import create_app
from tests.desk import hostile

PICTURES = (("/", "#network [data-tie]"), ("/timeline", "#timeline [data-id]"), ("/map", "#map [data-id]"))


@pytest.fixture(scope="module")
def harmful(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    where = hostile.write(tmp_path_factory.mktemp("hostile") / "hostile.case")
    with Case(where, create=False) as case, served(create_app(case)) as address:
        yield address


@pytest.mark.parametrize(("path", "mark"), PICTURES)
def test_nothing_of_a_document_runs(tab: Page, harmful: str, path: str, mark: str, accessible: Callable[[Page], None]) -> None:
    tab.goto(harmful + path)
    expect(tab.locator(mark).first).to_be_attached()
    tab.locator(mark).first.dispatch_event("click")
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate("window.harmed") is None
    assert tab.locator("svg script, svg [onload], main img, main [onerror]").count() == 0
    accessible(tab)
    for width in (380, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_accounts_of_harmful_words_show_them_as_they_are(tab: Page, harmful: str) -> None:
    tab.goto(harmful)
    tab.locator("#network [data-tie] .badge").first.click()
    quote = tab.locator("#accounts blockquote").first
    expect(quote).to_contain_text(hostile.SCRIPT)
    assert tab.evaluate("window.harmed") is None

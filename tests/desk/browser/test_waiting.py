"""The page that is shown until a case is ready, with scripts and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.serving import served
from crossread.api import Case
from crossread.desk import create_app
from crossread.desk.state import State


@pytest.mark.parametrize("scripts", [True, False])
def test_it_says_how_far_it_is_and_gives_way_to_what_was_asked_for(
    browser: Browser, sample: Path, scripts: bool, accessible: Callable[[Page], None],
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    with Case(sample, create=False) as case:
        app = create_app(case)
        desk: State = app.state.desk
        with served(app) as address:
            desk.readiness.begin(["Reading the claims", "Comparing"])
            page = context.new_page()
            page.goto(f"{address}/documents?name=Harbour")
            expect(page.locator("h1")).to_have_text("Getting the case ready")
            expect(page.locator("#waiting")).to_contain_text("Reading the claims… Step 1 of 2")
            if scripts:
                accessible(page)
            desk.readiness.advance()
            expect(page.locator("#waiting")).to_contain_text("Comparing… Step 2 of 2")
            desk.readiness.end()
            expect(page.locator("h1")).to_have_text("Documents")
            assert page.url.endswith("/documents?name=Harbour")
    context.close()

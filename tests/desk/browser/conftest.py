"""A real browser over the sample case: Debian's Chromium, driven by Playwright.

Where there is none the tests are skipped, unless `CROSSREAD_REQUIRE_BROWSER` says that there must be one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from benchmarks.serving import served
from crossread.api import Case
from crossread.desk import create_app
from crossread.desk.assets import load_assets

AXE = Path(__file__).parents[3] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]
PATIENCE = 30_000  # milliseconds: a busy machine is no error
expect.set_options(timeout=PATIENCE)
REQUIRED = os.environ.get("CROSSREAD_REQUIRE_BROWSER") == "1"


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    missing = "there is no Chromium" if found is None else "the scripts of the desk are not built (make desk)"
    if found is not None and load_assets().built:
        return found
    if REQUIRED:
        pytest.fail(f"browser tests are required here, but: {missing}")
    pytest.skip(missing)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    _chromium()
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    made = playwright.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
    yield made
    made.close()


@pytest.fixture(scope="session")
def desk(browser: Browser, sample: Path) -> Iterator[str]:
    """The address of the desk over the sample case. Nothing may change this case."""
    with Case(sample, create=False) as case, served(create_app(case)) as address:
        yield address


@pytest.fixture
def own_desk(browser: Browser, sample: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a desk over a copy of the sample case, to be changed."""
    where = tmp_path / "sample.case"
    where.write_bytes(sample.read_bytes())
    with Case(where, create=False) as case, served(create_app(case)) as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page in the browser. A complaint on its console, or a failed request, fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"{request.url}: {request.failure}")
            if request.failure != "net::ERR_ABORTED" else None)
    yield page
    context.close()
    assert not wrong


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Fails where axe finds that a page breaks the rules of WCAG 2.2 A and AA."""

    def check(page: Page) -> None:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        wrong = [(one["id"], one["help"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found["violations"]]
        assert not wrong, wrong

    return check

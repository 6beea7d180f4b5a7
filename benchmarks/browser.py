"""How long somebody at a browser waits: for the network, and for the text of a long document.

    python -m benchmarks.browser [--articles 5000] [--case FILE] [--times 7]

The case is made, not read: 20 claims an article, and one document of 10,000 words with a claim in every sentence. The desk serves
it to Chromium on the same machine, after what its pages rest on has been derived. Told are milliseconds from the start of a
navigation, in an empty cache: to the first paint with content, and, on the situation page, to the network drawn and the page
free to answer. `--case` is changed: the document is added to it.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.made_cases import readings
from benchmarks.serving import served
from crossread.api import Case
from crossread.case import Store
from crossread.desk import create_app
from crossread.desk.state import State
from crossread.desk.warming import FIRST, warm
from crossread.model import Reading

ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WORDS = 10_000
LONG = "long-article"
PAINT = "first-contentful-paint"
PATIENCE = 1200  # tenths of a second
# When the network is drawn and two frames later the page has time for its reader.
WATCH = """
new MutationObserver((_, observer) => {
  if (document.querySelector("#network .ties [data-tie]") === null) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("usable")));
}).observe(document, { childList: true, subtree: true });
"""


def long_article() -> Reading:
    """A document of 10,000 words in which every sentence is a claim."""
    made = next(readings(1, claims=WORDS // 16, seed=9))
    text = made.document.text
    assert len(text.split()) >= WORDS
    claims = tuple(replace(claim, document=LONG) for claim in made.claims)
    return replace(made, document=replace(made.document, id=LONG), claims=claims)


@contextmanager
def ready(where: Path) -> Iterator[str]:
    """The desk over a case, all that its pages rest on derived, at an address of its own."""
    with Case(where, create=False) as case:
        app = create_app(case)
        desk: State = app.state.desk
        start = time.perf_counter()
        warm(desk, only=FIRST[:-1])
        print(f"{len(case.picture().claims)} claims; ready after {time.perf_counter() - start:.0f} s", flush=True)
        with served(app) as address:
            yield address


def entry(page: Page, name: str) -> float:
    """When something of this name happened in a page, in milliseconds."""
    for _ in range(PATIENCE):
        found: float | None = page.evaluate("name => performance.getEntriesByName(name)[0]?.startTime ?? null", name)
        if found is not None:
            return found
        page.wait_for_timeout(100)
    raise TimeoutError(f"{page.url}: {name} did not happen")


def visit(browser: Browser, address: str, what: str) -> tuple[float, float]:
    """Milliseconds from the start of a navigation until `what` happened: on the clock, and those that the page's main thread
    spent by then, which others on the same machine do not lengthen."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    counts = context.new_cdp_session(page)
    counts.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address, wait_until="commit")
    found = entry(page, what)
    metrics = {one["name"]: one["value"] for one in counts.send("Performance.getMetrics")["metrics"]}
    context.close()
    return found, metrics["TaskDuration"] * 1000


def told(name: str, found: list[tuple[float, float]]) -> None:
    """One line of figures."""
    clock, busy = zip(*found, strict=True)
    print(f"{name:36} median {statistics.median(clock):6.0f} ms   most {max(clock):6.0f} ms   "
          f"of the page's processor {statistics.median(busy):6.0f} ms", flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--case", type=Path, help="a case made earlier, instead of a new one")
    parser.add_argument("--times", type=int, default=7, help="navigations of each kind")
    chosen = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder:
        where = chosen.case or Path(folder) / "made.case"
        with Store(where) as store:
            for reading in readings(chosen.articles) if chosen.case is None else ():
                store.put(reading, reader="made")
            store.put(long_article(), reader="made")
        with ready(where) as desk, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            visit(browser, f"{desk}/journal", PAINT)  # the browser's own start is nobody's page
            days = [f"2033-{month:02}-15" for month in range(1, chosen.times + 1)]
            told("situation, first paint", [visit(browser, f"{desk}/?date={day}", PAINT) for day in days])
            told("situation, network usable", [visit(browser, f"{desk}/?date={day[:-2]}20", "usable") for day in days])
            told(f"document of {WORDS} words, first paint", [
                visit(browser, f"{desk}/documents/{LONG}", PAINT) for _ in days
            ])
            browser.close()


if __name__ == "__main__":
    main()

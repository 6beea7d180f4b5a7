"""Words marked in a document become a claim; a dossier is handed on."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import httpx
from playwright.sync_api import Page, expect

MARK = """([from, to]) => {
  const block = [...document.querySelectorAll('[data-text-of] [data-start]')].find((one) => one.textContent.includes(from));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const whole = block.textContent, start = whole.indexOf(from), end = whole.indexOf(to, start) + to.length;
  let at = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const next = at + node.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_marked_words_are_the_evidence_of_a_new_claim(tab: Page, own_desk: str) -> None:
    claims = httpx.get(f"{own_desk}/api/v1/claims", params={"limit": 200}).json()["items"]
    claim = next(one for one in reversed(claims) if len(one["evidence"][0]["quote"]) > 40)
    words = claim["evidence"][0]["quote"]
    tab.goto(f"{own_desk}/documents/{quote(claim['document'], safe='')}")
    tab.evaluate(MARK, [words[:15], words[-10:]])
    link = tab.locator("a.choose")
    expect(link).to_be_visible()
    asked = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    part = claim["evidence"][0]
    assert (asked["start"], asked["end"]) == ([str(part["start"])], [str(part["end"])])
    link.click()
    expect(tab.locator(".context mark")).to_have_text(words)
    tab.get_by_label("Who", exact=True).fill("a ferryman")
    tab.get_by_label("does what").select_option("supports")
    tab.get_by_label("to whom or what").fill("the harbour")
    tab.get_by_label("why").fill("it was missed")
    tab.get_by_role("button", name="Add the claim").click()
    expect(tab.locator("h1")).to_have_text("a ferryman supports the harbour")
    tab.goto(f"{own_desk}/documents/{quote(claim['document'], safe='')}")
    expect(tab.locator(".note", has_text="a ferryman")).to_contain_text("added")

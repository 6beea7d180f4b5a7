"""Pictures as files: each can be saved, stands alone, and is drawn in the look of the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PICTURES = {
    "network": ("/?date=2031-05-20", "#network [data-tie]", "Oskar Veln"),
    "timeline": ("/timeline", "#timeline [data-id]", "hostility"), "map": ("/map", "#map [data-id]", "Merdova"),
    "lineage": ("/origins", ".saving button", "Meridian Press Agency"),
}
PAPER = {
    ("panel", "light"): r"rgb\(255, 255, 255\)|#ffffff", ("panel", "dark"): r"rgb\(27, 31, 35\)|#1b1f23",
    ("sea", "light"): r"rgb\(241, 239, 233\)", ("sea", "dark"): r"rgb\(16, 19, 22\)",
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_picture_is_saved_as_it_looks(tab: Page, desk: str, name: str, look: str) -> None:
    tab.context.add_cookies([{"name": "theme", "value": look, "url": desk}])
    path, drawn, words = PICTURES[name]
    tab.goto(desk + path)
    if name == "lineage":
        tab.get_by_role("link", name=words).first.click()
    expect(tab.locator(drawn).first).to_be_attached()
    saved = {}
    for form in ("SVG", "PNG"):
        with tab.expect_download() as waiting:
            tab.get_by_role("button", name=f"Save the picture as {form}").click()
        assert re.fullmatch(rf"{name}[-0-9]*\.{form.lower()}", waiting.value.suggested_filename)
        saved[form] = waiting.value.path().read_bytes()
    text = saved["SVG"].decode()
    assert text.startswith("<svg")
    assert "var(" not in text
    assert words in text
    assert re.search(rf'<rect[^>]* fill="({PAPER["sea" if name == "map" else "panel", look]})"', text)
    assert saved["PNG"].startswith(b"\x89PNG")
    assert len(saved["PNG"]) > 5000

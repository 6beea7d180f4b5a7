"""Datelines."""

from __future__ import annotations

import pytest

from crossread.reading.datelines import dateline_ends


@pytest.mark.parametrize("dateline", [
    "HARBOUR (MPA) - ", "HARBOUR, May 2 (MPA) - ", "NEW HARBOUR, Tarvania — ", "HARBOUR/ORLESK (Press Agency) -- ", "(MPA) – ",
    "Harbour, Tarvania (MPA) -- ", "Harbour (CNN) ", "Harbour, Tarvania (AP)", "(MPA)", "ORLESK– ",
])
def test_what_follows_a_dateline_is_its_own_sentence(dateline: str) -> None:
    assert list(dateline_ends(f"Title\n\n{dateline}The army withdrew.\n")) == [len("Title\n\n") + len(dateline)]


@pytest.mark.parametrize("text", [
    "The GCA (which holds Orlesk) - Veln's enemy", "FHA fighters - Veln's men - fled.", "Veln - the general - left.",
    "(He said - and I quote - no.)", "Harbour - Orlesk",
    "Harbour Council (HC) Members left.", "The FHA-led council met.", "A-B", "", "(",
])
def test_what_is_no_dateline(text: str) -> None:
    assert list(dateline_ends(text)) == []

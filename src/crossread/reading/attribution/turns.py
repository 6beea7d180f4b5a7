"""Voices that the layout gives: interview turns, "Name: …" lines, pasted quotations without marks."""

from __future__ import annotations

from crossread.reading.attribution.cues import CueLexicon
from crossread.reading.attribution.found import Found
from crossread.reading.parse import Parse


def read_turns(found: list[Found], *, parse: Parse, lexicon: CueLexicon) -> list[Found]:
    return found

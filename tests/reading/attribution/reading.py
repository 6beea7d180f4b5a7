"""Reading a short text into its attributions, for the tables of this folder."""

from __future__ import annotations

import re
from functools import lru_cache

from crossread.language.pipeline import load_pipeline
from crossread.model import Attribution, Document, Region, Span
from crossread.model.document import RegionKind
from crossread.reading.attribution import read_attributions
from crossread.reading.parse import Parse, parse_all

_LINE = re.compile(r"[^\n]*\S[^\n]*")

Row = tuple[str, str, str]  # source, cue, content; pieces joined by " … "


@lru_cache(maxsize=512)
def parsed(text: str, kinds: tuple[RegionKind, ...] = ()) -> Parse:
    """The parse of a text whose lines are its regions; `kinds` names their kinds, body where it is too short."""
    lines = list(_LINE.finditer(text))
    body: RegionKind = "body"
    names = [*kinds, *(body for _ in lines[len(kinds) :])]
    regions = tuple(Region(kind, line.start(), line.end()) for kind, line in zip(names, lines, strict=True))
    return next(iter(parse_all(load_pipeline(), [Document(id="d", text=text, regions=regions)])))


def attributions(text: str, *, kinds: tuple[RegionKind, ...] = ()) -> tuple[Attribution, ...]:
    return read_attributions(parsed(text, kinds))


def shown(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def rows(text: str, *, kinds: tuple[RegionKind, ...] = ()) -> list[Row]:
    return [(shown(text, a.source), shown(text, a.cue), shown(text, a.content)) for a in attributions(text, kinds=kinds)]

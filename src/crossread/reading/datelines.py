"""Datelines: place, day and agency before a report's first words ("HARBOUR, May 2 (MPA) - At least ...").

A dateline is no part of the sentence that follows it; read as one, it takes the sentence's verb for its own attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.ontology.gazetteer import known

_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]+"
_NAME = r"[A-Z\u00c0-\u00de][\w'’.-]*"
_PLACE = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_MORE = rf"(?:,? (?:{_NAME}|\d{{1,2}}|\d{{4}})){{0,5}}"  # country or state, day
_AGENCY = rf"\({_NAME}(?: {_NAME}){{0,3}}\)"
_DASH = r"[ \t]*(?:--|[-–—])[ \t]+"
_DATELINE = re.compile(
    rf"^[ \t]*(?:{_PLACE}{_MORE}(?: {_AGENCY})?{_DASH}"
    rf"|(?:{_NAME}(?: {_NAME}){{0,2}}{_MORE} )?{_AGENCY}{_DASH}"
    rf"|{_PLACE}{_MORE} {_AGENCY}[ \t]*[:\"”]?[ \t]+"  # also with a colon, or with a dash that an encoding made a quotation mark
    rf"|{_NAME}(?: {_NAME}){{0,2}}{_MORE} \((?P<agency>[A-Z]{{2,6}})\)[ \t]*"
    r"|\([A-Z]{2,6}\)[ \t]?)"
    "(?=[\"“'‘A-Z\u00c0-\u00de])",
    re.MULTILINE,
)


def dateline_ends(text: str) -> Iterator[int]:
    """The offsets at which the sentences after datelines begin. A dateline opens a line; its place stands in capitals, or an
    agency in brackets follows it. Without a dash behind it that must be a known one: "Orel (MPA) Petrak spoke"."""
    return (match.end() for match in _DATELINE.finditer(text) if match["agency"] is None or _is_agency(match["agency"]))


def _is_agency(name: str) -> bool:
    entry = known(name)
    return entry is not None and entry.type == "media"

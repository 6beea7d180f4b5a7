"""Days as metadata and texts print them, and the range in which a text without one can have appeared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from crossread.intake.layout import Layout
from crossread.model import Published, Region

_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_MONTH = re.compile(r"\s*(\d{4})-(\d\d)\s*")
_YEAR = re.compile(r"\s*(\d{4})\s*")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T\d+Z?)?\s*")
_NUMBERS = re.compile(r"\b(\d\d?)([./-])(\d\d?)\2(\d{4})\b")
_WORDED = re.compile(
    r"\b(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m>[A-Za-z]{3,9})|(?P<m2>[A-Za-z]{3,9})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?)\b\.?,?\s+(?P<y>\d{4})\b"
)
_MONTH_YEAR = re.compile(r"\b(?P<m>[A-Za-z]{3,9})\.?,?\s+(?:of\s+)?(?P<y>(?:1[89]|2[01])\d\d)\b")
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s")
_TOLD = frozenset({"body", "quote", "answer", "question"})  # regions whose dates are those of the story
_BEFORE = 40  # characters before a date in which a word of the future is looked for
_HEAD = 4  # blocks at the start in which a date of publication is printed


def published(value: str, *, layout: Layout) -> Published | None:
    """What a field says: a day in ISO 8601, with or without a time; in words; a month or a year, which bound it. Days such
    as 03/04/2016, which may be in March or April, give their range. `None` if it is no date."""
    if match := _ISO.match(value) or _COMPACT.fullmatch(value):
        return _day(*(int(part) for part in match.groups()))
    if match := _MONTH.fullmatch(value):
        return _range(_first(int(match[1]), int(match[2])), _last(int(match[1]), int(match[2])))
    if match := _YEAR.fullmatch(value):
        return _range(_first(int(match[1]), 1), _last(int(match[1]), 12))
    return _printed(value, layout)


def printed(text: str, regions: Iterable[Region], *, layout: Layout) -> Published | None:
    """The date of publication that the text itself prints: a line of its own, or a stamp, among its first blocks."""
    for region in tuple(regions)[:_HEAD]:
        block = text[region.start : region.end]
        match = layout.published.match(block)
        if match is not None and (region.kind == "byline" or len(block) - match.end() < 30):
            found = published(match["date"], layout=layout)
            if found is not None:
                return Published(found.date, found.earliest, found.latest, "text")
    return None


def inferred(text: str, regions: Iterable[Region], *, layout: Layout) -> Published | None:
    """The range that the text allows: not before the latest day, month or year that it speaks of as past. The end stays
    open. Dates after a word of the future, and in captions or other articles' headlines, do not count."""
    latest: date | None = None
    for region in regions:
        if region.kind in _TOLD:
            for day, start in _mentioned(text[region.start : region.end], layout):
                before = _SENTENCE.split(text[max(region.start, region.start + start - _BEFORE) : region.start + start])[-1]
                if layout.future.search(before) is None and (latest is None or day > latest):
                    latest = day
    return Published(None, latest.isoformat(), None, "inferred") if latest is not None else None


def _mentioned(block: str, layout: Layout) -> Iterable[tuple[date, int]]:
    for match in _WORDED.finditer(block):
        found = _worded(match, layout)
        if found is not None:
            yield found, match.start()
    for match in _MONTH_YEAR.finditer(block):
        month = layout.months.get(match["m"].lower())
        if month is not None:
            yield date(int(match["y"]), month, 1), match.start()
    for match in layout.year.finditer(block):
        yield date(int(match["year"]), 1, 1), match.start("year")


def _printed(value: str, layout: Layout) -> Published | None:
    if match := _WORDED.search(value):
        day = _worded(match, layout)
        return Published(day.isoformat(), day.isoformat(), day.isoformat(), "metadata") if day is not None else None
    if match := _NUMBERS.search(value):
        one, _, other, year = match.groups()
        readings = sorted(day for day in (_made(int(year), int(other), int(one)), _made(int(year), int(one), int(other))) if day)
        return _range(readings[0], readings[-1]) if readings else None
    if match := _ISO.search(value):
        return _day(*(int(part) for part in match.groups()))
    return None


def _worded(match: re.Match[str], layout: Layout) -> date | None:
    month = layout.months.get((match["m"] or match["m2"]).lower())
    return _made(int(match["y"]), month, int(match["d"] or match["d2"])) if month is not None else None


def _day(year: int, month: int, day: int) -> Published | None:
    made = _made(year, month, day)
    return _range(made, made)


def _range(first: date | None, last: date | None) -> Published | None:
    if first is None or last is None:
        return None
    return Published(first.isoformat() if first == last else None, first.isoformat(), last.isoformat(), "metadata")


def _made(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _length(year, month) else None


def _first(year: int, month: int) -> date | None:
    return _made(year, month, 1)


def _last(year: int, month: int) -> date | None:
    return _made(year, month, _length(year, month)) if 1 <= month <= 12 and year >= 1 else None


def _length(year: int, month: int) -> int:
    if (year, month) >= (9999, 12):
        return 31
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day

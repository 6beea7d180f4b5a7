"""How pages put things: predicates, days, numbers and documents as a reader has them."""

from __future__ import annotations

from datetime import date

from crossread.model import Document

FIRST_WORDS = 60  # letters of a document without a title by which it is known


def span(earliest: str | None, latest: str | None) -> str:
    """Bounds as a reader has them: one day, a range, or an open one."""
    if earliest is None and latest is None:
        return "undated"
    if earliest == latest:
        return earliest or ""
    if latest is None:
        return f"{first_day(earliest or '')} or later"
    if earliest is None:
        return f"{last_day(latest)} or earlier"
    return _whole(earliest, latest) or _range(earliest, latest)


def first_day(day: str) -> str:
    """A day from which something counts: a year or month where it is the first of one."""
    return day.removesuffix("-01").removesuffix("-01")


def last_day(day: str) -> str:
    """A day up to which something counts: a year or month where it is the last of one."""
    return _whole(f"{day[:4]}-01-01", day) or _whole(f"{day[:7]}-01", day) or day


def _range(earliest: str, latest: str) -> str:
    """A range of whole years or whole months in its short form."""
    first, last = first_day(earliest), last_day(latest)
    return f"{first} – {last}" if len(first) == len(last) else f"{earliest} – {latest}"


def _whole(earliest: str, latest: str) -> str | None:
    """A whole year or month in its short form."""
    if earliest[:4] == latest[:4] and earliest.endswith("-01-01") and latest.endswith("-12-31"):
        return earliest[:4]
    if earliest[:7] == latest[:7] and earliest.endswith("-01"):
        first = date.fromisoformat(earliest)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        if (after - date.fromisoformat(latest)).days == 1:
            return earliest[:7]
    return None


def count(number: int, thing: str, things: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def document_day(document: Document) -> str | None:
    """When a document appeared, as precisely as is known."""
    published = document.published
    if published.date or published.earliest == published.latest:
        return published.date or published.earliest
    if published.earliest is None and published.latest is None:
        return None
    return span(published.earliest, published.latest)


def label(document: Document) -> str:
    """A document's title, or else its first words."""
    if document.title:
        return document.title
    words = " ".join(document.text[: 4 * FIRST_WORDS].split())
    if len(words) <= FIRST_WORDS:
        return f"“{words}”" if words else "Untitled document"
    return f"“{words[:FIRST_WORDS].rsplit(' ', 1)[0]}…”"

"""A document as intake hands it on: untouched text, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

RegionKind = Literal["title", "byline", "body", "quote", "question", "answer", "caption", "comment", "boilerplate"]
DateBasis = Literal["metadata", "text", "inferred", "unknown"]

# Kinds of region that never yield a claim, an attribution or a mention.
SILENT_KINDS: frozenset[str] = frozenset({"byline", "comment", "boilerplate"})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code point offsets `[start, end)` into the text of one document."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Region:
    """One block of a document (a paragraph, a heading, a list item) and what it is. Regions do not overlap, are in text
    order, and a sentence never crosses from one to the next."""

    kind: RegionKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Published:
    """When a document appeared: ISO dates, all `None` where nothing is known.

    `date` is set only when the day is known; `earliest` and `latest` bound it. `basis` says how it is known: from
    `metadata`, printed in the `text`, `inferred` from the dates the text speaks of, or `unknown`.
    """

    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: DateBasis = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One document. `id` is the input's own id, or the SHA-256 of its bytes; `text` is never changed after intake.
    `copies_of` are the ids of documents whose text it repeats, as far as a case tells."""

    id: str
    text: str
    path: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published = field(default_factory=Published)
    language: str | None = None
    regions: tuple[Region, ...] = ()
    copies_of: tuple[str, ...] = ()

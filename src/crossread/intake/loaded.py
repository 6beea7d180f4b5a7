"""What intake hands on, what it needs to make it, and how long a document may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.model import Document, Published

MediaType = Literal["text/plain", "text/markdown", "text/html", "application/json"]

LONGEST = 1_000_000  # characters of one document: a parse keeps all of it in memory


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document and the untouched bytes it came from: a file's, or one record's of a file of records."""

    document: Document
    original: bytes
    media_type: MediaType


@dataclass(frozen=True, slots=True)
class Given:
    """The content of a file that lies nowhere on this machine: the name it was given under, whose ending says what it is."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Public:
    """An address that is fetched only if it lies on the open internet: one that somebody gave to a server."""

    url: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document beside its text: a record's fields, a page's metadata. All `None` where nothing is."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str | None = None

"""Cutting a text into words, numbers and marks for the layers that read numbers and times.

These lexemes are finer than the parser's tokens ("14-month" is three, "Sept." two), so that a pattern holds whatever the
tokenizer joins. Offsets are code points into the document's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEXEME = re.compile(
    r"""\d{4}-\d{2}-\d{2}(?!\d)                       # ISO day
    |\d{1,2}[/.]\d{1,2}[/.]\d{2}(?:\d{2})?(?![\d/]|\.\d)  # day in figures
    |\d{1,2}:\d{2}(?::\d{2})?(?![\d:])                # clock
    |\d+(?:st|nd|rd|th|s)\b                           # ordinal, decade
    |\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+        # number
    |US\$|[ap]\.m\b\.?
    |[^\W\d_]+(?:\.[^\W\d_]+\b)*                      # word; letters with stops between them
    |['’]s\b
    |\n[^\S\n]*\n
    |[^\s\w]|_""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word, number or mark; `word` is its lower-case form. A blank line is a lexeme too: no pattern crosses it."""

    start: int
    end: int
    word: str


def lexemes(text: str, start: int, *, end: int) -> Iterator[Lexeme]:
    """The lexemes of `text[start:end]`, in order."""
    for found in _LEXEME.finditer(text, start, end):
        yield Lexeme(found.start(), found.end(), found.group().lower())

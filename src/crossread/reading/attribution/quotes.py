"""Quotation spans: what stands between quotation marks, over sentences and paragraphs.

Works on characters alone. It knows straight and curly marks, guillemets, low marks and two single marks (``LaTeX'');
single marks count only where they cannot be apostrophes and are not inside a double quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.model import Span

# Words between the marks up to which a quotation is one of words ("so-called"), not of speech.
SCARE_WORDS = 3

_BLOCK = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_DOUBLE = re.compile(r"``|''|[\"“”„«»‟]")
_SINGLE_OPEN = re.compile(r"(?<![\w'’‘])[‘'](?=\w|\[|\.\.\.|…)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?!\w)")
_ELISION = re.compile(r"n['’]|(?:\d0s|em|til|tis|twas|cause|bout|round)\b(?![’'])", re.IGNORECASE)
_OPENERS = frozenset(("“", "„", "«", "‟", "``"))
_CLOSERS = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. `parts` are its characters with the marks, one part a paragraph, in text order; `words` counts
    the words inside; `closed` is false where the closing mark is missing."""

    parts: tuple[Span, ...]
    words: int
    closed: bool

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def is_scare(self) -> bool:
        """Whether it is too short to be speech: a term, a title, a distance-keeping mark."""
        return self.words <= SCARE_WORDS


def quotation_spans(text: str, *, blocks: Sequence[Span] | None = None) -> tuple[Quotation, ...]:
    """All outermost quotations of a text, in text order, not overlapping.

    A quotation ends with its block (a paragraph: a line, unless `blocks` says otherwise); where the next block opens
    its mark again, it goes on there and both are one quotation. A mark without a partner opens to the end of its
    block only where it can be an opening mark.
    """
    found: list[Quotation] = []
    open_before: Quotation | None = None
    for block in blocks if blocks is not None else _blocks(text):
        start = block.start
        body = text[block.start : block.end]
        lead = len(body) - len(body.lstrip())
        doubles = _double_spans(text, block)
        continued = open_before is not None and bool(doubles) and doubles[0][0] <= start + lead
        for index, (a, b, closed) in enumerate(doubles):
            words = len(_WORD.findall(text, a, b))
            if index == 0 and continued and open_before is not None:
                found[-1] = Quotation((*open_before.parts, Span(a, b)), open_before.words + words, closed)
            else:
                found.append(Quotation((Span(a, b),), words, closed))
        if doubles:
            open_before = None if doubles[-1][2] else found[-1] if found else None
        elif body.strip():
            open_before = None
        singles = _single_spans(text, block, taken=[(a, b) for a, b, _ in doubles])
        found.extend(Quotation((Span(a, b),), len(_WORD.findall(text, a, b)), True) for a, b in singles)
        if singles:
            found.sort(key=lambda quotation: quotation.start)
    return tuple(found)


def quoted_share(spans: Sequence[Span], *, parts: Sequence[Span], text: str) -> float:
    """The share of the words in `spans` that stand inside the parts of quotations (in text order); 0 where there are no words."""
    words = [match.start() for span in spans for match in _WORD.finditer(text, span.start, span.end)]
    words.sort()
    inside = 0
    at = max(0, bisect_right(parts, Span(words[0], words[0])) - 1) if words else 0
    for word in words:
        while at < len(parts) and parts[at].end <= word:
            at += 1
        inside += at < len(parts) and parts[at].start <= word
    return inside / len(words) if words else 0.0


def _blocks(text: str) -> Iterator[Span]:
    for match in _BLOCK.finditer(text):
        yield Span(*match.span())


def _double_spans(text: str, block: Span) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of each outermost double quotation of a block, marks included. Marks that cannot be paired
    with nesting are paired one after another."""
    marks = list(_DOUBLE.finditer(text, block.start, block.end))
    if not marks:
        return []
    nested = _paired(text, marks, block=block, nesting=True)
    return nested if all(closed for _, _, closed in nested) else _paired(text, marks, block=block, nesting=False)


def _paired(text: str, marks: Sequence[re.Match[str]], *, block: Span, nesting: bool) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    depth = 0
    for match in marks:
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        opening = (before.isspace() or before in '([“"—–-') and (after.isalnum() or after in "[“‘'…")
        if opened is None:
            if mark in _CLOSERS and not opening and not before.isspace():
                continue  # a closing mark whose partner is missing
            if mark == '"' and before.isdigit() and not after.isalnum():
                continue  # inches
            opened, depth = start, 1
        elif nesting and (opening or mark in _OPENERS) and mark not in _CLOSERS:
            depth += 1
        elif mark in _OPENERS and opening:
            continue  # the next paragraph of what is quoted, where the line ends are lost
        else:
            depth -= 1
            if depth == 0 or not nesting:
                found.append((opened, end, True))
                opened = None
    if opened is not None:
        found.append((opened, opened + len(text[opened : block.end].rstrip()), False))
    return found


def _single_spans(text: str, block: Span, *, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """(start, end) of each closed quotation in single marks outside the double ones."""
    found: list[tuple[int, int]] = []
    position = block.start
    while (opening := _SINGLE_OPEN.search(text, position, block.end)) is not None:
        start = opening.start()
        position = opening.end()
        doubled = text[start - 1 : start] == text[start] or text[start + 1 : start + 2] in "'’"
        if doubled or any(a <= start < b for a, b in taken) or _ELISION.match(text, opening.end()):
            continue
        limit = min((a for a, _ in taken if a > start), default=block.end)
        following = _SINGLE_OPEN.search(text, opening.end(), limit)
        close = _closing_single(text, opening.end(), following.start() if following else limit)
        if close is not None:
            found.append((start, close))
            position = close
    return found


def _closing_single(text: str, start: int, limit: int) -> int | None:
    """End of the single quotation opened before `start`: the first mark that follows punctuation, else the last one,
    so that a plural possessive does not close it."""
    last = None
    for match in _SINGLE_CLOSE.finditer(text, start, limit):
        if text[match.start() - 1] in ",.!?…" or not text[match.end() : match.end() + 1].isspace():
            return match.end()
        if text[match.start() - 1] != "s":
            return match.end()
        last = match.end()
    return last

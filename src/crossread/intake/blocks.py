"""A text cut into blocks: paragraphs, headings, list items. What they are is the business of `regions`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.model.document import RegionKind

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FINAL = tuple(".!?…\"”’')]»:;")
_WIDTH = range(40, 121)  # how long the lines of a text broken by hand or by a mail program are
_WRAPPED = 0.4  # share of line breaks that must fall within a sentence for the text to count as broken by hand
_SHORT = 0.6  # of the widest line: a line that ends a paragraph in a text without blank lines


@dataclass(frozen=True, slots=True)
class Block:
    """`text[start:end]` without outer white space. `gap` counts the blank lines before it, `indent` the white space before
    its first character on its line. `hint` is what markup or a split already says it is."""

    start: int
    end: int
    text: str
    gap: int
    indent: int
    hint: RegionKind | None = None

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_closed(self) -> bool:
        """Whether it ends as sentences do."""
        return self.text.endswith(_FINAL)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order. A line is a block; where lines are broken by hand at a width, the lines between two
    blank ones are. Characters between blocks are white space alone."""
    lines = _lines(text)
    if not _is_wrapped(lines):
        return tuple(lines)
    width = max(len(line.text) for line in lines)
    joined: list[Block] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or line.gap or _opens_paragraph(line, after=last, width=width):
            joined.append(line)
        else:
            joined[-1] = replace(last, end=line.end, text=text[last.start : line.end])
    return tuple(joined)


def piece(text: str, *, start: int, end: int, of: Block, hint: RegionKind | None) -> Block | None:
    """A part of a block as a block of its own, without outer white space; nothing if only that is in it."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    part = part.strip()
    first = start == of.start
    return Block(start, start + len(part), part, of.gap if first else 0, of.indent if first else 0, hint) if part else None


def _lines(text: str) -> list[Block]:
    blocks: list[Block] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if not body:
            continue
        indent = len(line) - len(line.lstrip())
        breaks = len(_BREAK.findall(text, end, match.start()))
        start = match.start() + indent
        blocks.append(Block(start, start + len(body), body, max(0, breaks - 1) if blocks else 0, indent))
        end = match.end()
    return blocks


def _is_wrapped(lines: Sequence[Block]) -> bool:
    pairs = [(one, other) for one, other in zip(lines, lines[1:], strict=False) if not other.gap]
    if len(pairs) < 3:
        return False
    broken = sum(
        len(one.text) in _WIDTH and not one.is_closed and (other.text[0].islower() or one.text[-1] in ",-–")
        for one, other in pairs
    )
    return broken >= _WRAPPED * len(pairs)


def _opens_paragraph(line: Block, *, after: Block, width: int) -> bool:
    """Whether a line opens a paragraph although no blank line stands before it: it is indented, a list item, or the line
    before is short and ends a sentence."""
    last_line = _BREAK.split(after.text)[-1]
    if line.indent > after.indent and line.indent >= 2 and after.is_closed:
        return True
    return after.is_closed and len(last_line) < _SHORT * width and not line.text[0].islower()

"""Parts of a block that are something else: a date stamp or the title before the text, a page's frame after it."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.intake.blocks import Block, piece
from crossread.intake.layout import Layout

_REST = 8  # words that must follow a stamp for it to be one
_TAIL = 700  # characters at the end of the text in which a frame may have been left


def split(text: str, blocks: Sequence[Block], *, layout: Layout, title: str | None) -> tuple[Block, ...]:
    """The blocks, the first one parted from stamp and title, the last one from what a page's frame left behind."""
    if not blocks:
        return ()
    found = [*_head(text, blocks[0], layout, title=title), *blocks[1:]]
    return (*found[:-1], *_tail(text, found[-1], layout))


def _head(text: str, block: Block, layout: Layout, *, title: str | None) -> list[Block]:
    parts: list[Block | None] = []
    start = block.start
    if (
        block.hint is None
        and (match := layout.stamp.match(text, start, block.end))
        and len(text[match.end() : block.end].split()) >= _REST
    ):
        parts.append(piece(text, start=start, end=match.end(), of=block, hint="byline"))
        start = match.end()
    end = _title_end(text, start, block.end, title=title) if block.hint is None else None
    if end is not None:
        parts.append(piece(text, start=start, end=end, of=block, hint="title"))
        start = end
    if not parts:
        return [block]
    parts.append(piece(text, start=start, end=block.end, of=block, hint=None))
    return [part for part in parts if part is not None]


def _title_end(text: str, start: int, end: int, *, title: str | None) -> int | None:
    """Where the title ends, if the text repeats it and goes on."""
    wanted = (title or "").strip()
    while start < end and text[start].isspace():
        start += 1
    if not wanted or not text.startswith(wanted, start) or end <= start + len(wanted):
        return None
    stop = start + len(wanted)
    if text[stop] in ".:!?":
        stop += 1
    return stop if stop < end and text[stop].isspace() else None


def _tail(text: str, block: Block, layout: Layout) -> list[Block]:
    if block.hint is not None:
        return [block]
    start = max(block.start + (block.end - block.start) // 3, block.end - _TAIL)
    match = layout.tails.search(text, start, block.end)
    if match is None:
        return [block]
    parts = (
        piece(text, start=block.start, end=match.start(), of=block, hint=None),
        piece(text, start=match.start(), end=block.end, of=block, hint="boilerplate"),
    )
    return [part for part in parts if part is not None]

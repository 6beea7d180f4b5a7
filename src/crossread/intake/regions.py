"""From a text to its regions: every block one region, in order, by a visible list of rules.

Cues are structural and few are certain, so silence is given sparingly: what no rule knows is body. The rules look at a
block's length, its last mark and its neighbours, and at the words of `lexicon/*/layout.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossread.intake.blocks import Block, blocks_of
from crossread.intake.captions import captions
from crossread.intake.frames import Found, advertisements, bylines, comments, sidebars, widgets
from crossread.intake.layout import layout
from crossread.intake.page import Page
from crossread.intake.pasted import quotations, titles
from crossread.intake.splits import split
from crossread.intake.turns import interview
from crossread.model.document import Region, RegionKind

# The first rule that knows what a block is decides.
RULES: tuple[Callable[[Page], Found], ...] = (
    comments,
    sidebars,
    widgets,
    captions,
    bylines,
    advertisements,
    interview,
    quotations,
    titles,
)


def regions_of(
    text: str,
    *,
    blocks: Sequence[Block] | None = None,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    language: str | None = None,
) -> tuple[Region, ...]:
    """The regions of a text. `blocks` are those that markup gave, with what it said of them; else lines and blank lines
    make them. Regions are in order, do not overlap, and leave out nothing but white space."""
    words = layout(language)
    divided = split(text, blocks_of(text) if blocks is None else blocks, layout=words, title=title)
    page = Page(divided, words, title, outlet, author)
    kinds: list[RegionKind | None] = [block.hint for block in divided]
    for rule in RULES:
        for index, kind in rule(page):
            if kinds[index] is None:
                kinds[index] = kind
    return tuple(Region(kind or "body", block.start, block.end) for block, kind in zip(divided, kinds, strict=True))

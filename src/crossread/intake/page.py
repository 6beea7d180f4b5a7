"""What the rules for regions look at: the blocks of a text, what is known of the document, and the words of its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from crossread.intake.blocks import Block
from crossread.intake.layout import Layout

WHOLE = 600  # characters: no block longer than this is matched against patterns for whole blocks
PROSE = 15  # words from which a block that ends as sentences do counts as running text
HEADLINE = 25  # words that a headline has at most

BULLET = re.compile(r"[•‣◦▪●*·–—-]\s+|--\s*|\d{1,2}[.)]\s+")
LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Page:
    """A document about to be divided into regions."""

    blocks: tuple[Block, ...]
    layout: Layout
    title: str | None = None
    outlet: str | None = None
    author: str | None = None

    @cached_property
    def prose(self) -> tuple[bool, ...]:
        """For each block, whether it is running text."""
        return tuple(block.words >= PROSE and block.is_closed for block in self.blocks)

    def prose_before(self, index: int) -> int:
        """How many words of running text stand before a block."""
        return self._told[index]

    @cached_property
    def _told(self) -> tuple[int, ...]:
        words = (block.words if prose else 0 for block, prose in zip(self.blocks, self.prose, strict=True))
        return tuple(accumulate(words, initial=0))

    def matches(self, pattern: re.Pattern[str], index: int) -> bool:
        """Whether a block, whole, is what a pattern describes."""
        text = self.blocks[index].text
        return len(text) <= WHOLE and pattern.fullmatch(text) is not None

    def is_headline(self, index: int) -> bool:
        """Whether a block could be the headline of another article: short, no full stop, not a list item."""
        block = self.blocks[index]
        open_end = not block.text.endswith((".", ":", ";", ","))
        return 1 <= block.words <= HEADLINE and open_end and BULLET.match(block.text) is None


def plain(text: str) -> str:
    """Letters and digits in lower case, words apart by one space: for comparing a title with a line."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())

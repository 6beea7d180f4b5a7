"""Rules for pasted quotations, titles and headings."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.intake.page import BULLET, HEADLINE, Page, plain
from crossread.model.document import RegionKind

Found = Iterator[tuple[int, RegionKind]]

_OPENING, _CLOSING = tuple('"“«„'), tuple('"”»')
_STOPPED = (".", ":", ",", ";", '."', ".”", ".'", ".’", ',"', ",”")
_MESSAGE = 420  # characters of a message of a social network with its links and signature
_INTRODUCTION = 30  # words of a paragraph that hands over to a quotation
_HEADING = 14  # words of a heading between paragraphs
_SHORTEST = 8  # words of a pasted quotation without marks
_INDENTED = 0.4  # share of blocks above which white space in front says nothing


def quotations(page: Page) -> Found:
    """Blocks that somebody else wrote: after ">", set in from the rest, signed as on a social network; and, after a paragraph
    that names the source and ends in a colon, one wholly in quotation marks or the one block without."""
    indented = [index for index, block in enumerate(page.blocks) if block.indent >= 2 and BULLET.match(block.text) is None]
    set_in = set(indented) if len(indented) <= _INDENTED * len(page.blocks) else set()
    introduced = continued = False
    for index, block in enumerate(page.blocks):
        signed = len(block.text) <= _MESSAGE and page.layout.signature.search(block.text[-200:]) is not None
        if block.text.startswith(">") or signed or (index in set_in and block.words >= _SHORTEST):
            yield index, "quote"
        elif (introduced or continued) and _is_quoted(block.text):
            yield index, "quote"
            introduced, continued = False, True
            continue
        elif introduced and _is_plain_quotation(page, index):
            yield index, "quote"
        if signed and index and block.words <= _SHORTEST and page.blocks[index - 1].words <= HEADLINE * 3:
            yield index - 1, "quote"
        introduced, continued = _introduces(page, index), False


def _introduces(page: Page, index: int) -> bool:
    block = page.blocks[index]
    return (
        block.text.endswith(":") and 2 <= block.words <= _INTRODUCTION and page.layout.introduction.search(block.text) is not None
    )


def _is_quoted(text: str) -> bool:
    inner = text[1:-1]
    return bool(inner) and text.startswith(_OPENING) and text.endswith(_CLOSING) and not any(mark in inner for mark in _CLOSING)


def _is_plain_quotation(page: Page, index: int) -> bool:
    block = page.blocks[index]
    return (
        block.words >= _SHORTEST
        and block.is_closed
        and not block.text.endswith(":")
        and BULLET.match(block.text) is None
        and not any(mark in block.text for mark in _OPENING)
    )


def titles(page: Page) -> Found:
    """The title, where it is known or the first line is one; summaries over the article; short headings between paragraphs,
    those that ask included."""
    known = plain(page.title or "")
    blocks = page.blocks
    if len(blocks) == 1:
        return
    listed = False
    for index, block in enumerate(blocks):
        after_colon = index > 0 and blocks[index - 1].text.endswith(":")
        listed = after_colon or (listed and not block.gap and not block.is_closed)
        if known and index < HEADLINE and block.words <= 2 * HEADLINE and plain(block.text) == known:
            yield index, "title"
        elif page.layout.summary.match(block.text) and block.words <= 2 * HEADLINE and not block.text.endswith("."):
            yield index, "title"
        elif index == 0 and block.words <= HEADLINE and not block.text.endswith(_STOPPED) and BULLET.match(block.text) is None:
            yield index, "title"
        elif not listed and _is_heading(page, index):
            yield index, "title"


def _is_heading(page: Page, index: int) -> bool:
    block = page.blocks[index]
    if BULLET.match(block.text) or block.words > _HEADING or not block.text[0].isalnum() and block.text[0] not in '"“‘\x27':
        return False
    if block.text[0].islower():
        return False
    asks = block.text.endswith("?") and page.prose[index + 1 : index + 2] == (True,) and block.text[0].isupper()
    in_marks = block.words <= _SHORTEST and block.text[0] in "‘\x27" and block.text[-1] in "’\x27"
    return asks or in_marks or not block.is_closed and not block.text.endswith(",")

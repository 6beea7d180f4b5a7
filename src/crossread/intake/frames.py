"""Rules for what surrounds an article: comments, lists of other articles, buttons, advertisements, bylines."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.intake.page import LETTER, Page, plain
from crossread.model.document import RegionKind

Found = Iterator[tuple[int, RegionKind]]

_BEFORE = 60  # words of running text that come before a comment thread or a list of other articles without a heading
_APART = 6  # blocks that two marks of one comment thread lie apart at most
_RUN = 3  # headlines in a row at the end of a text that make a list of other articles
_AD_WORDS = 3
_AD_LENGTH = 30  # words of an advertisement that stands between paragraphs
_NEAR_EDGE = 4  # blocks from the start or the end in which a line of names only is a byline


def comments(page: Page) -> Found:
    """From a heading such as "3 comments", or from the first of several marks of a thread (name and date, "Reply", votes),
    to the end of the text, once the article itself has been read."""
    start = _thread_start(page)
    if start is not None:
        for index in range(start, len(page.blocks)):
            yield index, "comment"


def _thread_start(page: Page) -> int | None:
    for index in range(1, len(page.blocks)):
        if page.matches(page.layout.threads, index) and page.prose_before(index) >= _BEFORE and index + 1 < len(page.blocks):
            return index
    named = {index for index in range(len(page.blocks)) if page.matches(page.layout.commenters, index)}
    dated = {index for index in range(len(page.blocks)) if page.matches(page.layout.dated, index)}
    buttons = {index for index, block in enumerate(page.blocks) if block.words <= 6 and page.matches(page.layout.buttons, index)}
    last = _last_run(sorted(named | dated | buttons))
    thread = [mark for mark in last if page.prose_before(mark) >= _BEFORE]
    if not thread or thread[-1] < len(page.blocks) - _APART:
        return None
    names = len(named.intersection(thread))
    framed = bool(buttons.intersection(thread)) and (names > 0 or bool(dated.intersection(thread)))
    return thread[0] if names >= 2 or framed else None


def _last_run(marks: list[int]) -> list[int]:
    """The last of the runs in which no mark lies far from the one before it."""
    run: list[int] = []
    for mark in marks:
        if run and mark > run[-1] + _APART:
            run = []
        run.append(mark)
    return run


def sidebars(page: Page) -> Found:
    """A heading such as "Last news" or "Most read" with the headlines after it; and, at the end of the text, three or more
    headlines in a row without one. Running text ends such a list."""
    listing = False
    for index in range(len(page.blocks)):
        heading = page.matches(page.layout.sidebars, index)
        listing = heading or (listing and page.is_headline(index) and not page.prose[index])
        if listing:
            yield index, "boilerplate"
    yield from _trailing_headlines(page)


def _trailing_headlines(page: Page) -> Found:
    start = len(page.blocks)
    while start and page.is_headline(start - 1) and not page.blocks[start - 1].is_closed and page.blocks[start - 1].words >= 4:
        start -= 1
    introduced = start > 0 and page.blocks[start - 1].text.endswith(":")
    if (
        len(page.blocks) - start >= _RUN
        and not introduced
        and page.prose_before(start) >= _BEFORE
        and sum(page.prose[:start]) >= _RUN
    ):
        for index in range(start, len(page.blocks)):
            yield index, "boilerplate"


def widgets(page: Page) -> Found:
    """Buttons, teasers, notices, and lines without a letter or digit."""
    for index, block in enumerate(page.blocks):
        if LETTER.search(block.text) is None or page.matches(page.layout.widgets, index):
            yield index, "boilerplate"


def advertisements(page: Page) -> Found:
    """Short paragraphs that speak to the reader and have three different words of selling."""
    for index, block in enumerate(page.blocks):
        if block.words > _AD_LENGTH or len(page.blocks) == 1 or page.layout.reader.search(block.text) is None:
            continue
        words = {match.group().lower() for match in page.layout.advertising.finditer(block.text)}
        if len(words) >= _AD_WORDS:
            yield index, "boilerplate"


def bylines(page: Page) -> Found:
    """Who wrote it, when it appeared, who contributed: whole lines of it, and the outlet's or author's name alone."""
    known = {plain(name) for name in (page.outlet, page.author) if name}
    for index, block in enumerate(page.blocks):
        if page.matches(page.layout.bylines, index):
            yield index, "byline"
        elif (
            min(index, len(page.blocks) - 1 - index) < _NEAR_EDGE and not block.text.endswith(".") and block.words <= 8 and known
        ):
            line = plain(block.text)
            if any(line in (name, f"{name} news", f"{name} staff") for name in known):
                yield index, "byline"

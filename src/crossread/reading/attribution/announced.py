"""Statements set below "the minister said:", in blocks of their own and without quotation marks, as ministries publish them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from crossread.model import Region, Span
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import char_span, noun_phrase, trimmed, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

    from crossread.reading.attribution.cues import CueLexicon
    from crossread.reading.parse import Parse

_MARKED = re.compile(r"\s*[\"“”‘'«„•*\-–—]")
_ENDED = re.compile(r"[.!?…]['\"”’)]*\s*$")
# A statement is made of few blocks; more are the article again.
_BLOCKS = 8


def announced(regions: Sequence[Region], *, parse: Parse, lexicon: CueLexicon) -> Iterator[Found]:
    """The voice that a block ending in a colon introduces, with the blocks of running text after it.

    Abstains unless somebody speaks of himself there ("I", "we"), since else a colon only opens a list or an account; ends
    with the last such block, before the next introduction, a quotation, or a line that is no sentence.
    """
    text = parse.document.text
    ends = [sent.end_char for sent in parse.sents]
    for index, region in enumerate(regions):
        if not text[region.start : region.end].rstrip().endswith(":"):
            continue
        number = min(bisect_right(ends, region.end - 1), len(ends) - 1)
        intro = _introduced(parse.sents[number], lexicon=lexicon)
        blocks = _statement(regions[index + 1 : index + 1 + _BLOCKS], parse=parse) if intro is not None else []
        if intro is not None and blocks:
            yield Found(*intro, tuple(stripped(block, text) for block in blocks), number, verbatim=True)


def _introduced(sent: SpacySpan, *, lexicon: CueLexicon) -> tuple[Span, Span] | None:
    """Speaker and cue of the sentence that announces a statement."""
    for verb in reversed(sent):
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i + 4 < sent.end:
            continue
        cue = lexicon.get(verb)
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if cue is not None and cue.quotes and subject is not None:
            source = trimmed(verb.doc, noun_phrase(subject, without=verb.i))
            if source is not None:
                return char_span(verb.doc, source), char_span(verb.doc, verb_group(verb))
    return None


def _statement(regions: Sequence[Region], *, parse: Parse) -> list[Region]:
    text = parse.document.text
    blocks: list[Region] = []
    last = 0
    for region in regions:
        block = text[region.start : region.end]
        if region.kind not in ("body", "quote") or _MARKED.match(block) or not _ENDED.search(block):
            break
        blocks.append(region)
        words = parse.doc.char_span(region.start, region.end, alignment_mode="contract")
        if words is not None and any("Person=1" in str(word.morph) for word in words):
            last = len(blocks)
    return blocks[:last]


def stripped(region: Region, text: str) -> Span:
    """The characters of a block without white space around them."""
    body = text[region.start : region.end]
    lead = len(body) - len(body.lstrip())
    return Span(region.start + lead, max(region.start + lead, region.start + len(body.rstrip())))


def at_sentence(starts: Sequence[int], position: int) -> int:
    """The number of the sentence that a character lies in, by where sentences begin."""
    return max(0, bisect_right(starts, position) - 1)

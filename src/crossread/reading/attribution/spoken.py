"""Quotations find their speakers: content grows to the whole quotation, and quotations that no cue claimed take the
nearest one, or the voice that was speaking."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.model import Span
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import char_span, noun_phrase, subject, verb_group
from crossread.reading.attribution.quotes import Quotation
from crossread.reading.parse import Parse

# Characters that may lie between a quotation and the words that introduce or close it.
_NEAR = 40
_BESIDE = 12
# How many sentences back the voice of a quotation is looked for.
_BACK = 8
_ENDS_COLON = re.compile(r":\s*$")


def grow(found: Found, quotations: Sequence[Quotation], *, starts: Sequence[int]) -> Found:
    """The find with its content grown to the whole of each quotation it touches; clipped to the quotation where its
    own cue is quoted. `starts` are the quotations' starts."""
    if not found.pieces or not quotations:
        return found
    holder = around(found.cue or found.pieces[0], quotations, starts=starts)
    if holder is not None and not holder.is_scare:
        kept = [Span(max(p.start, q.start), min(p.end, q.end)) for p in found.pieces for q in holder.parts if p.overlaps(q)]
        return replace(found, pieces=tuple(kept))
    pieces: list[Span] = []
    for piece in found.pieces:
        start, end = piece.start, piece.end
        extra: list[Span] = []
        for quotation in _touching(piece, quotations, starts=starts):
            for part in quotation.parts:
                if part.overlaps(piece):
                    start, end = min(start, part.start), max(end, part.end)
                else:
                    extra.append(part)
        pieces.append(Span(start, end))
        pieces.extend(extra)
    return replace(found, pieces=joined(pieces, holes=[span for span in (found.source, found.cue) if span]))


def attach(found: list[Found], quotations: Sequence[Quotation], *, parse: Parse) -> list[Found]:
    """Give each quotation that no content covers to the find that introduces or closes it, to the voice that speaks
    before it, or to the subject of its sentence; in that order. Quotations of a few words are left alone."""
    finds = sorted(found, key=_where)
    covered = _covered(finds, quotations)
    by_sent: dict[int, list[int]] = {}
    for index, find in enumerate(finds):
        by_sent.setdefault(find.sent, []).append(index)
    sent_starts = [sent.start_char for sent in parse.sents]
    for index, quotation in enumerate(quotations):
        if covered[index] or quotation.is_scare and not _is_sentence(quotation, parse.document.text):
            continue
        number = max(0, bisect_right(sent_starts, quotation.start) - 1)
        if parse.sents and parse.is_silent(number):
            continue
        last = max(0, bisect_right(sent_starts, quotation.end - 1) - 1)
        _give(finds, quotation, by_sent=by_sent, first=number, last=last, parse=parse)
    return finds


def _is_sentence(quotation: Quotation, text: str) -> bool:
    """Whether a quotation of a few words is a sentence of its own: "We shall see." """
    before = text[max(0, quotation.start - 12) : quotation.start].rstrip(" \t")
    return (
        quotation.words > 0
        and text[quotation.start + 1 : quotation.start + 2].isupper()
        and text[quotation.end - 2 : quotation.end - 1] in ".?!"
        and before[-1:] in '.?!:\n"”'
    )


def _give(
    finds: list[Found], quotation: Quotation, *, by_sent: dict[int, list[int]], first: int, last: int, parse: Parse
) -> None:
    text = parse.document.text
    near = [index for number in range(first - _BACK, last + 2) for index in by_sent.get(number, ())]
    at = _closing(finds, near, quotation, last=last, text=text)
    if at is None:
        at = _opening(finds, near, quotation, first=first, text=text)
    if at is not None:
        finds[at] = replace(finds[at], pieces=joined([*finds[at].pieces, *quotation.parts], holes=_own(finds[at])))
        return
    at = _before(finds, near, quotation, text=text)
    told = _told(finds, near, quotation, first=first, text=text)
    if told is not None and (at is None or _is_introduced(finds[told], finds[at], quotation)):
        at = told
    if at is not None:
        finds[at] = replace(finds[at], pieces=joined([*finds[at].pieces, *quotation.parts], holes=_own(finds[at])))
        return
    made = _from_sentence(quotation, first=first, parse=parse)
    if made is not None:
        by_sent.setdefault(made.sent, []).append(len(finds))
        finds.append(made)


def _closing(finds: Sequence[Found], near: Sequence[int], quotation: Quotation, *, last: int, text: str) -> int | None:
    """The find right after the quotation: “…” said X."""
    for index in near:
        find = finds[index]
        if find.cue is None or not find.quotes or find.sent not in (last, last + 1):
            continue
        start = min(find.cue.start, find.source.start if find.source else find.cue.start)
        if 0 <= start - quotation.end <= _BESIDE and not text[quotation.end : start].strip(" ,\t\u00a0"):
            return index
    return None


def _opening(finds: Sequence[Found], near: Sequence[int], quotation: Quotation, *, first: int, text: str) -> int | None:
    """The find before the quotation: X said: “…”, also across a paragraph after a colon."""
    best: tuple[int, int] | None = None
    for index in near:
        find = finds[index]
        if find.cue is None or find.cue.end > quotation.start or find.sent < first - 1:
            continue
        end = max(
            find.cue.end,
            *(p.end for p in find.pieces if p.end <= quotation.start),
            find.source.end if find.source and find.source.end <= quotation.start else 0,
            0,
        )
        gap = text[end : quotation.start]
        colon = _ENDS_COLON.search(text[max(0, quotation.start - 4) : quotation.start]) is not None
        if (
            colon
            and find.quotes
            and (find.sent >= first - 1)
            or find.sent == first
            and len(gap) <= _NEAR
            and (find.quotes or len(gap) <= _BESIDE)
        ):
            if "\n" in gap and not colon:
                continue
            if best is None or end > best[0]:
                best = end, index
    return best[1] if best else None


def _before(finds: Sequence[Found], near: Sequence[int], quotation: Quotation, *, text: str) -> int | None:
    """The quoted voice that this quotation goes on with: nothing but its own reporting sentence lies between."""
    best: tuple[int, int] | None = None
    for index in near:
        find = finds[index]
        if not find.pieces or find.source is None:
            continue
        end = max(
            [p.end for p in find.pieces]
            + [find.cue.end if find.cue else 0, find.source.end if find.source.end <= quotation.start else 0]
        )
        if (
            end > quotation.start
            or text[find.pieces[-1].end - 1] not in "\"”'’»"
            and not any(text[p.end - 1] in "\"”'’»" for p in find.pieces)
        ):
            continue
        gap = text[end : quotation.start]
        same_block = "\n" not in gap
        if (
            (same_block or len(gap) <= 3 * _NEAR and not re.search(r"[.!?]\s+\S", gap))
            and gap.count("\n\n") <= 1
            and (best is None or end >= best[0])
        ):
            best = end, index
    return best[1] if best else None


def _told(finds: Sequence[Found], near: Sequence[int], quotation: Quotation, *, first: int, text: str) -> int | None:
    """The voice of the sentence before in the same paragraph, whose words a quotation of whole sentences proves."""
    best: tuple[int, int] | None = None
    for index in near:
        find = finds[index]
        if find.sent != first - 1 or find.source is None or find.cue is None or not find.pieces:
            continue
        end = max(find.cue.end, find.pieces[-1].end)
        if end > quotation.start or "\n" in text[end : quotation.start]:
            continue
        size = sum(piece.end - piece.start for piece in find.pieces)
        if best is None or size > best[0]:
            best = size, index
    return best[1] if best else None


def _is_introduced(told: Found, before: Found, quotation: Quotation) -> bool:
    """Whether somebody has been introduced at length since a voice was quoted, so that the next quotation is his."""
    begins = min(span.start for span in (told.source, told.cue, *told.pieces) if span is not None)
    ends = max((span.end for span in (before.cue, *before.pieces) if span is not None and span.end <= quotation.start), default=0)
    return told.quotes and ends <= begins and quotation.start - ends > 3 * _NEAR


def _from_sentence(quotation: Quotation, *, first: int, parse: Parse) -> Found | None:
    """The subject of the words before the quotation in its sentence, where they are near."""
    if not parse.sents:
        return None
    sent = parse.sents[first]
    verbs = [token for token in sent if token.idx + len(token) <= quotation.start and token.pos_ == "VERB"]
    if (
        not verbs
        and first > 0
        and _ENDS_COLON.search(parse.document.text[sent.start_char - 4 if sent.start_char > 4 else 0 : quotation.start])
    ):
        verbs = [token for token in parse.sents[first - 1] if token.pos_ == "VERB"]
    if not verbs and _ENDS_COLON.search(parse.document.text[max(0, quotation.start - 4) : quotation.start]):
        verbs = [token for token in sent if token.idx < quotation.start and token.dep_ == "ROOT"]
    for verb in reversed(verbs):
        head = subject(verb)
        if head is not None and (quotation.start - verb.idx) <= 3 * _NEAR:
            source = char_span(verb.doc, noun_phrase(head, without=verb.i))
            return Found(source, char_span(verb.doc, verb_group(verb)), quotation.parts, first, True)
    return None


def around(span: Span, quotations: Sequence[Quotation], *, starts: Sequence[int]) -> Quotation | None:
    """The quotation that holds a span, `None` where it stands outside all."""
    at = bisect_right(starts, span.start) - 1
    if at >= 0 and any(part.contains(span) for part in quotations[at].parts):
        return quotations[at]
    return None


def joined(pieces: Sequence[Span], *, holes: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces in order, overlapping or adjacent ones as one, none over a hole."""
    cut: list[Span] = list(pieces)
    for hole in holes:
        cut = [part for piece in cut for part in _minus(piece, hole)]
    found: list[Span] = []
    for piece in sorted(cut):
        if found and piece.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)


def _minus(piece: Span, hole: Span) -> list[Span]:
    if not piece.overlaps(hole):
        return [piece]
    parts = []
    if piece.start < hole.start:
        parts.append(Span(piece.start, hole.start))
    if hole.end < piece.end:
        parts.append(Span(hole.end, piece.end))
    return parts


def _touching(piece: Span, quotations: Sequence[Quotation], *, starts: Sequence[int]) -> list[Quotation]:
    at = max(0, bisect_right(starts, piece.start) - 1)
    found = []
    while at < len(quotations) and quotations[at].start < piece.end:
        if any(part.overlaps(piece) for part in quotations[at].parts):
            found.append(quotations[at])
        at += 1
    return found


def _covered(finds: Sequence[Found], quotations: Sequence[Quotation]) -> list[bool]:
    pieces = sorted(piece for find in finds for piece in find.pieces)
    starts = [piece.start for piece in pieces]
    longest = 0
    reach: list[int] = []
    for piece in pieces:
        longest = max(longest, piece.end)
        reach.append(longest)
    result = []
    for quotation in quotations:
        middle = quotation.parts[0]
        at = bisect_right(starts, middle.start + 1) - 1
        result.append(at >= 0 and reach[at] >= middle.end - 1)
    return result


def _own(find: Found) -> list[Span]:
    return [span for span in (find.source, find.cue) if span is not None]


def _where(find: Found) -> tuple[int, int]:
    cue = find.cue or find.source
    return (cue.start if cue else find.start, find.start)

"""Voices that the layout gives: interview turns, "Name: …" lines, pasted quotations without marks, agency credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.model import SILENT_KINDS, Region, Span
from crossread.reading.attribution.announced import announced, at_sentence, stripped
from crossread.reading.attribution.cues import Credits, CueLexicon
from crossread.reading.attribution.found import Found
from crossread.reading.parse import Parse
from crossread.reading.people import people_words

_LABEL = re.compile(r"\s*([^\s:][^:\n]{0,60}?)\s?:(?=\s|[\"“‘'])\s*(?=\S)")
_NAME_WORD = re.compile(r"(?:[A-Z\d][\w.’'\-]*|of|the|de|al|el|bin|ben|von|van|and|for|&|\([^)]*\))$")
_WORD = re.compile(r"\w+")
_CREDIT = re.compile(r"[(\[]([A-Z][\w .\-]{1,24})[)\]]\s*[-–—:]*\s*")
# Types of names that speak.
_VOICES = frozenset({"PER", "PERSON", "ORG"})
_LABEL_WORDS = 7
# How many blocks at the head of a document may carry its agency, and how far into them.
_CREDIT_BLOCKS = 4
_CREDIT_CHARS = 60
# From so many labelled lines on, unlabelled blocks between them belong to the last label.
_DIALOGUE = 3


def read_turns(found: list[Found], *, parse: Parse, lexicon: CueLexicon) -> list[Found]:
    """The finds, and those that the layout gives: a label before a colon speaks what follows it; a pasted quotation
    belongs to who introduces it in the block before, and so do the unmarked blocks after "the minister said:"."""
    regions = _read(parse)
    labelled = _labelled(regions, parse=parse, credits=lexicon.credits)
    spoken = [piece for find in labelled for piece in find.pieces]
    spoken.extend(region.span for region in regions if region.kind in ("question", "answer"))
    kept = [find for find in found if not _is_own(find, spoken, parse=parse, credits=lexicon.credits)]
    said = list(announced(regions, parse=parse, lexicon=lexicon))
    pasted = [find for find in _pasted(regions, kept) if not any(find.pieces[0] in other.pieces for other in said)]
    return [*kept, *labelled, *pasted, *said]


def _is_own(find: Found, spoken: Sequence[Span], *, parse: Parse, credits: Credits) -> bool:
    """Whether a find inside a turn is the speaker's own thought ("I think …"), which the turn already attributes."""
    if not spoken or find.source is None or find.cue is None:
        return False
    source = parse.document.text[find.source.start : find.source.end].lower()
    return source in credits.own and any(piece.contains(find.cue) for piece in spoken)


def read_tellers(found: list[Found], *, parse: Parse, lexicon: CueLexicon) -> list[Found]:
    """The finds, and the voices that tell whole stretches in which others are quoted: an answer belongs to who was
    introduced before the first question; an agency in brackets at the head tells the whole text."""
    regions = _read(parse)
    return [*found, *_interview(regions, found, parse=parse), *_agency(regions, parse=parse, credits=lexicon.credits)]


def _read(parse: Parse) -> list[Region]:
    return [region for region in parse.document.regions if region.kind not in SILENT_KINDS]


def _labelled(regions: Sequence[Region], *, parse: Parse, credits: Credits) -> list[Found]:
    text = parse.document.text
    starts = [sent.start_char for sent in parse.sents]
    labels: list[tuple[int, Span, Span]] = []
    for index, region in enumerate(regions):
        match = _LABEL.match(text, region.start, region.end)
        if match is None:
            continue
        label = match.group(1)
        if not _is_speaker(label, credits) or len(_WORD.findall(text, match.end(), region.end)) < 3:
            continue
        end = region.start + len(text[region.start : region.end].rstrip())
        labels.append((index, Span(match.start(1), match.end(1)), Span(match.end(), end)))
    labels = [entry for entry in labels if _speaks(entry[1], labels, parse=parse, credits=credits)]
    found = []
    for position, (index, label, rest) in enumerate(labels):
        pieces = [rest]
        following = labels[position + 1][0] if position + 1 < len(labels) else None
        if len(labels) >= _DIALOGUE and following is not None and following - index <= _DIALOGUE:
            pieces.extend(stripped(region, text) for region in regions[index + 1 : following])
        number = at_sentence(starts, label.start)
        found.append(Found(label, Span(label.end, text.index(":", label.end) + 1), tuple(pieces), number))
    return found


def _is_speaker(label: str, credits: Credits) -> bool:
    """Whether the words before a colon can be a speaker's name or role: few, written as names are."""
    words = label.split()
    lower = label.lower()
    if lower in credits.question or lower in credits.answer:
        return True
    if lower in credits.labels or len(words) > _LABEL_WORDS or not words[0][0].isupper():
        return False
    return all(_NAME_WORD.match(word) for word in re.sub(r"\([^)]*\)", "", label).split()) and any(
        word[0].isalpha() for word in words
    )


def _speaks(label: Span, labels: Sequence[tuple[int, Span, Span]], *, parse: Parse, credits: Credits) -> bool:
    """Whether a label is a voice and no heading: question or answer, one that comes again, or one that names a person or body."""
    text = parse.document.text
    words = text[label.start : label.end]
    if words.lower() in credits.question | credits.answer or sum(text[s.start : s.end] == words for _, s, _ in labels) > 1:
        return True
    named = parse.doc.char_span(label.start, label.end, alignment_mode="expand")
    return named is not None and any(token.ent_type_ in _VOICES for token in named)


def _interview(regions: Sequence[Region], found: Sequence[Found], *, parse: Parse) -> list[Found]:
    """Answers (and questions) of an interview without labels."""
    first = next((region.start for region in regions if region.kind in ("question", "answer")), None)
    if first is None:
        return []
    speaker = next(
        (
            find.source
            for find in sorted(found, key=_start, reverse=True)
            if find.source is not None and find.source.end <= first and _names_somebody(find.source, parse)
        ),
        None,
    )
    taken = {
        find.pieces[0].start
        for find in found
        if find.pieces and find.cue is not None and find.source is not None and find.cue.start == find.source.end
    }
    made = []
    for region in regions:
        if (
            region.kind == "answer"
            and region.end > region.start
            and not any(region.start <= start < region.end for start in taken)
        ):
            made.append(Found(speaker, None, (region.span,)))
    return made


def _names_somebody(source: Span, parse: Parse) -> bool:
    """Whether a source is headed by the name of a person, by a noun for one, or by a pronoun: a programme answers no question."""
    words = parse.doc.char_span(source.start, source.end, alignment_mode="expand")
    head = words.root if words is not None else None
    if head is None:
        return False
    return head.ent_type_ in ("PER", "PERSON") or head.pos_ == "PRON" or people_words().is_person(head.lemma_.lower())


def _pasted(regions: Sequence[Region], found: Sequence[Found]) -> list[Found]:
    """Pasted quotations: the last voice named in the block before introduces them."""
    made: list[Found] = []
    previous: Region | None = None
    last: Found | None = None
    for region in regions:
        if region.kind == "quote":
            if previous is not None and previous.kind == "quote" and last is not None:
                made[-1] = replace(last, pieces=(*last.pieces, region.span))
            else:
                before = [
                    find
                    for find in found
                    if find.cue is not None
                    and previous is not None
                    and previous.start <= find.cue.start < previous.end
                    and find.source is not None
                ]
                intro = max(before, key=_start) if before else None
                made.append(
                    Found(
                        intro.source if intro else None,
                        intro.cue if intro else None,
                        (region.span,),
                        intro.sent if intro else -1,
                        verbatim=True,
                    )
                )
            last = made[-1]
        previous = region
    return made


def _agency(regions: Sequence[Region], *, parse: Parse, credits: Credits) -> list[Found]:
    text = parse.document.text
    for region in [region for region in regions if region.kind != "title"][:_CREDIT_BLOCKS]:
        for match in _CREDIT.finditer(text, region.start, min(region.end, region.start + _CREDIT_CHARS)):
            if match.group(1) not in credits.agencies:
                continue
            rest = [stripped(other, text) for other in regions if other.start > region.start and other.kind != "title"]
            first = stripped(Region(region.kind, match.end(), region.end), text)
            pieces = [piece for piece in (first, *rest) if piece.start < piece.end]
            return [Found(Span(match.start(1), match.end(1)), None, tuple(pieces))] if pieces else []
    return []


def _start(find: Found) -> int:
    return find.cue.start if find.cue else find.start

"""A document's text cut at the bounds of all that was read in it, so that layers which overlap can be shown flat.

The pieces of all blocks, one after the other, are the text to the character.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from crossread.model import Claim, Reading, Span
from crossread.model.document import SILENT_KINDS, Region, RegionKind
from crossread.model.reading import Mention

Mark = Literal["claim", "actor", "time", "quantity", "source", "cue"]
Role = Literal["evidence", "subject", "object", "voice", "cue", "time", "place"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that is one part of a claim."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on which nothing begins or ends. `voices` are the attributions whose content holds it, outermost first;
    `mention` the innermost phrase that stands for somebody; `begins` the claims whose evidence begins here. `gap` is text
    between blocks, which is white space."""

    start: int
    end: int
    text: str
    marks: frozenset[Mark] = frozenset()
    voices: tuple[str, ...] = ()
    mention: Mention | None = None
    begins: tuple[str, ...] = ()
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces of one sentence, or of what lies between two."""

    sentence: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A region with the white space behind it. What is `silent` yields no claim: bylines, comments, boilerplate. `claims` are
    those whose evidence begins in it, in the order of the text."""

    kind: RegionKind
    start: int
    end: int
    silent: bool
    runs: tuple[Run, ...]
    claims: tuple[str, ...]


@dataclass(slots=True)
class _Layers:
    """Where each layer covers a text, and where it is to be cut."""

    cuts: set[int]
    marks: dict[Mark, list[Span]] = field(default_factory=lambda: defaultdict(list))
    voices: list[tuple[Span, str]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    begins: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def mark(self, mark: Mark, spans: Iterable[Span]) -> None:
        for span in spans:
            self.marks[mark].append(span)
            self.cut(span.start, span.end)

    def cut(self, *at: int) -> None:
        self.cuts.update(at)


def blocks(reading: Reading, claims: Iterable[Claim]) -> tuple[Block, ...]:
    """The text of a reading in blocks. `claims` are those to show, which people may have changed since it was read."""
    shown = sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.id))
    text = reading.document.text
    regions = reading.document.regions or _paragraphs(text)
    layers = _layers(reading, shown)
    layers.cut(0, len(text), *(at for region in regions for at in (region.start, region.end)))
    pieces = list(_pieces(text, layers, reading))
    starts = [region.start for region in regions[1:]]
    ends = [*starts, len(text)]
    found, at = [], 0
    for region, start, end in zip(regions, [0, *starts], ends, strict=True):
        mine = []
        while at < len(pieces) and pieces[at].start < end:
            piece = pieces[at]
            outside = piece.end <= region.start or piece.start >= region.end
            mine.append(Piece(piece.start, piece.end, piece.text, gap=True) if outside and piece.text.isspace() else piece)
            at += 1
        found.append(Block(
            region.kind, start, end, region.kind in SILENT_KINDS, tuple(_runs(mine, reading.sentences)),
            tuple(id_ for piece in mine for id_ in piece.begins),
        ))
    return tuple(found)


def parts(claim: Claim, reading: Reading) -> tuple[Part, ...]:
    """Where the parts of a claim stand in the text, as far as it is known."""
    length = len(reading.document.text)
    found = [Part("evidence", one.start, one.end) for one in claim.evidence]
    for role, start, end in (
        ("subject", claim.subject.start, claim.subject.end), ("object", claim.object.start, claim.object.end),
        *(("voice", voice.start, voice.end) for voice in claim.attribution),
    ):
        if start is not None and end is not None and 0 <= start < end <= length:
            found.append(Part(role, start, end))  # type: ignore[arg-type]
    if claim.time.text:
        near = [one for one in reading.times if one.text == claim.time.text]
        middle = claim.evidence[0].start
        found += [Part("time", one.start, one.end) for one in sorted(near, key=lambda one: abs(one.start - middle))[:1]]
    voices = {(voice.start, voice.end) for voice in claim.attribution if voice.start is not None}
    for attribution in reading.attributions:
        if any((span.start, span.end) in voices for span in attribution.source) and _holds(attribution.content, claim):
            found += [Part("cue", span.start, span.end) for span in attribution.cue]
    return tuple(found)


def _holds(content: Iterable[Span], claim: Claim) -> bool:
    first = claim.evidence[0]
    return any(span.start <= first.start < span.end or first.start <= span.start < first.end for span in content)


def _layers(reading: Reading, claims: Iterable[Claim]) -> _Layers:
    layers = _Layers(set())
    for sentence in reading.sentences:
        layers.cut(sentence.start, sentence.end)
    for claim in claims:
        layers.mark("claim", (Span(one.start, one.end) for one in claim.evidence))
        layers.begins[claim.evidence[0].start].append(claim.id)
        layers.cut(*(at for part in parts(claim, reading) for at in (part.start, part.end)))
    for attribution in reading.attributions:
        layers.mark("source", attribution.source)
        layers.mark("cue", attribution.cue)
        for span in attribution.content:
            layers.voices.append((span, attribution.id))
            layers.cut(span.start, span.end)
    for mention in reading.mentions:
        layers.mentions.append(mention)
        layers.mark("actor", (mention.span,))
    layers.mark("time", (one.span for one in reading.times))
    layers.mark("quantity", (one.span for one in reading.quantities))
    return layers


def _pieces(text: str, layers: _Layers, reading: Reading) -> Iterator[Piece]:
    """The text between each cut and the next, with all that covers it."""
    cuts = sorted(at for at in layers.cuts if 0 <= at <= len(text))
    where = {at: number for number, at in enumerate(cuts)}
    marks: list[set[Mark]] = [set() for _ in cuts]
    voices: list[dict[str, int]] = [{} for _ in cuts]
    mentions: list[Mention | None] = [None] * len(cuts)

    def under(span: Span) -> range:
        return range(where[span.start], where[span.end])

    for mark, spans in layers.marks.items():
        for span in spans:
            for number in under(span):
                marks[number].add(mark)
    for span, voice in layers.voices:
        for number in under(span):
            voices[number][voice] = span.end - span.start
    for mention in layers.mentions:
        for number in under(mention.span):
            there = mentions[number]
            if there is None or there.end - there.start > mention.end - mention.start:
                mentions[number] = mention
    depth = _depths(reading)
    for number, (start, end) in enumerate(zip(cuts, cuts[1:], strict=False)):
        held = sorted(voices[number], key=lambda id_: (depth.get(id_, 0), -voices[number][id_], id_))
        yield Piece(start, end, text[start:end], frozenset(marks[number]), tuple(held), mentions[number],
                    tuple(layers.begins.get(start, ())))


def _depths(reading: Reading) -> Mapping[str, int]:
    """How many attributions each attribution lies in."""
    parents = {one.id: one.parent for one in reading.attributions}
    found: dict[str, int] = {}
    for id_ in parents:
        depth, at, seen = 0, parents[id_], {id_}
        while at is not None and at in parents and at not in seen:
            seen.add(at)
            depth, at = depth + 1, parents[at]
        found[id_] = depth
    return found


def _runs(pieces: Iterable[Piece], sentences: tuple[Span, ...]) -> Iterator[Run]:
    """Pieces gathered by sentence."""
    ends = {span.start: span.end for span in sentences}
    end: int | None = None
    run: list[Piece] = []
    for piece in pieces:
        if piece.start in ends or (end is not None and piece.start >= end):
            if run:
                yield Run(end is not None, tuple(run))
            run, end = [], ends.get(piece.start)
        run.append(piece)
    if run:
        yield Run(end is not None, tuple(run))


def _paragraphs(text: str) -> tuple[Region, ...]:
    """Blocks of a text whose regions nobody knows: what stands between empty lines."""
    found, at = [], 0
    for line in text.split("\n\n"):
        if line.strip():
            found.append(Region("body", at, at + len(line)))
        at += len(line) + 2
    return tuple(found) or (Region("body", 0, len(text)),)

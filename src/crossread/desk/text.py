"""A document's text as HTML: cut where layers begin and end, every character escaped, none of them lost.

Blocks carry the offset they start at; scripts find the rest by counting characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from crossread.model import Claim, Reading
from crossread.model.actor import Actor
from crossread.views.layers import Piece, Run, blocks, parts

LONGEST = 1500  # characters of a block from which it is cut where a sentence ends, so that claims stand beside their words
DEEPEST = 4  # voices inside voices that are shaded apart
# Characters that turn the direction of what follows, and controls that show as nothing: each is shut in, and shown by its code.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufff9-\ufffb]")
_TAGS = {"title": "h2", "quote": "blockquote"}
_CLASSES = {"claim": "k", "time": "t", "quantity": "q", "source": "src", "cue": "cue"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a document's page, which is a block of its text or part of a long one: its kind, where it starts, its text as
    HTML, and the claims that begin in it. One that is `open` goes on in the next."""

    tag: str
    kind: str
    start: int
    silent: bool
    html: Markup
    claims: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """An actor of a document: a number by which its mentions are marked, and how many they are."""

    number: int
    actor: Actor
    mentions: int


def present(reading: Reading, members: Mapping[str, str], actors: Mapping[str, Actor]) -> tuple[Present, ...]:
    """The actors that a document mentions, those it mentions most first."""
    counts: dict[str, int] = {}
    for mention in reading.mentions:
        id_ = members.get(mention.entity)
        if id_ is not None and id_ in actors:
            counts[id_] = counts.get(id_, 0) + 1
    ordered = sorted(counts, key=lambda id_: (-counts[id_], actors[id_].name, id_))
    return tuple(Present(number, actors[id_], counts[id_]) for number, id_ in enumerate(ordered))


def shown(
    reading: Reading, claims: Iterable[Claim], *, people: Iterable[Present], members: Mapping[str, str],
) -> Iterator[Shown]:
    """The text of a reading with the layers of it, row by row."""
    by_actor = {one.actor.id: one for one in people}
    marked = {entity: by_actor[id_] for entity, id_ in members.items() if id_ in by_actor}
    for block in blocks(reading, claims):
        rows = list(_rows(block.runs))
        start = block.start
        for number, runs in enumerate(rows, start=1):
            begins = tuple(id_ for run in runs for piece in run.pieces for id_ in piece.begins)
            yield Shown(
                _TAGS.get(block.kind, "p"), block.kind, start, block.silent, _html(runs, marked), begins, number < len(rows),
            )
            start = runs[-1].pieces[-1].end if runs else start


def _rows(runs: Sequence[Run]) -> Iterator[Sequence[Run]]:
    """The runs of a block in rows of a length that can be seen at once; a sentence is never cut."""
    row: list[Run] = []
    length = 0
    for run in runs:
        size = sum(piece.end - piece.start for piece in run.pieces)
        if row and run.sentence and length + size > LONGEST:
            yield row
            row, length = [], 0
        row.append(run)
        length += size
    yield row


def places(claim: Claim, reading: Reading) -> str:
    """Where the parts of a claim stand, as scripts read it: `evidence:10-40 subject:10-16`."""
    return " ".join(f"{part.role}:{part.start}-{part.end}" for part in parts(claim, reading))


def _html(runs: Iterable[Run], marked: Mapping[str, Present]) -> Markup:
    out: list[str] = []
    for run in runs:
        if run.sentence:
            out.append('<span class="s">')
        out.extend(_piece(piece, marked) for piece in run.pieces)
        if run.sentence:
            out.append("</span>")
    return Markup("".join(out))  # noqa: S704 - made of escaped text and of our own tags


def _piece(piece: Piece, marked: Mapping[str, Present]) -> str:
    anchors = "".join(f'<a class="at" id="c{escape(id_)}"></a>' for id_ in piece.begins)
    words = visible(piece.text)
    if piece.gap:
        return f'{anchors}<span class="gap">{words}</span>'
    classes = [_CLASSES[mark] for mark in sorted(piece.marks) if mark in _CLASSES]
    given = ""
    if piece.voices:
        classes.append(f"v v{min(len(piece.voices), DEEPEST)}")
    who = marked.get(piece.mention.entity) if piece.mention is not None else None
    if who is not None and piece.mention is not None:
        classes.append("m" if piece.mention.form == "name" else "m d")
        given += f' data-a="{who.number}"'
        if piece.mention.form != "name":
            given += f' title="{escape(who.actor.name)}"'
    if not classes:
        return anchors + words
    return f'{anchors}<span class="{" ".join(classes)}"{given}>{words}</span>'


def visible(text: str) -> str:
    """Text as HTML, to the character: markup escaped, carriage returns kept, and controls shut in so that they turn nothing
    around."""
    found = str(escape(text)).replace("\r", "&#13;")
    return _CONTROLS.sub(_control, found)


def _control(match: re.Match[str]) -> str:
    char = match.group()
    code = f"{ord(char):04X}"
    inside = "" if ord(char) == 0 else char if ord(char) > 0x9F else "\ufffd"
    return f'<bdi class="control" data-code="{code}">{inside}</bdi>'

"""From finds to attributions: doubles out, kinds, ids in text order of content, and who speaks inside whose words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.model import Attribution, Span
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.quotes import Quotation, quoted_share

if TYPE_CHECKING:
    from crossread.model.reading import AttributionKind

# The share of content words inside quotation marks from which a quotation is direct.
DIRECT = 0.9


def attributions(found: Sequence[Found], *, quotations: Sequence[Quotation], text: str) -> tuple[Attribution, ...]:
    """Attributions in text order of content. `parent` is the innermost attribution whose content holds cue (or, without
    cue, content) and content of this one."""
    finds = _without_doubles(sorted((find for find in found if find.pieces), key=_order))
    parts = [part for quotation in quotations for part in quotation.parts]
    finds = _without_moods(finds, parts=parts, text=text)
    parents = _parents(finds)
    made: list[Attribution] = []
    for number, find in enumerate(finds):
        share = quoted_share(find.pieces, parts=parts, text=text)
        kind: AttributionKind = "direct" if share >= DIRECT or find.verbatim else "mixed" if share > 0 else "indirect"
        made.append(
            Attribution(
                id=f"a{number}",
                source=(find.source,) if find.source else (),
                cue=(find.cue,) if find.cue else (),
                content=find.pieces,
                kind=kind,
                parent=parents[number],
            )
        )
    return tuple(made)


def _order(find: Found) -> tuple[int, int, int, int]:
    cue = find.cue.start if find.cue else -1
    return find.pieces[0].start, -find.pieces[-1].end, cue, find.source.start if find.source else -1


def _without_doubles(finds: Sequence[Found]) -> list[Found]:
    """One find for each content and for each cue; of two the one with a source, then the one whose cue stands nearer."""
    kept: list[Found] = []
    for find in finds:
        twin = next((i for i in range(len(kept) - 1, max(-1, len(kept) - 8), -1) if _same(kept[i], find)), None)
        if twin is None:
            kept.append(find)
        elif kept[twin].source is None and find.source is not None:
            kept[twin] = find
    return kept


def _without_moods(finds: Sequence[Found], *, parts: Sequence[Span], text: str) -> list[Found]:
    """Without the moods inside what somebody is reported to say: "he said the truce was expected to hold" is one voice."""
    reported = [find for find in finds if not find.verbatim and quoted_share(find.pieces, parts=parts, text=text) == 0]
    kept: list[Found] = []
    still_open: list[Found] = []
    at = 0
    for find in finds:
        while at < len(reported) and reported[at].pieces[0].start <= find.pieces[0].start:
            still_open.append(reported[at])
            at += 1
        still_open = [holder for holder in still_open if holder.pieces[-1].end > find.pieces[0].start]
        if not find.mood or not any(holder is not find and _holds(holder, find) for holder in still_open):
            kept.append(find)
    return kept


def _same(one: Found, other: Found) -> bool:
    return one.pieces == other.pieces and (one.source == other.source or one.source is None or other.source is None)


def _parents(finds: Sequence[Found]) -> list[str | None]:
    """For each find the innermost one before it (in order of content start, longest first) that holds it."""
    parents: list[str | None] = []
    still_open: list[int] = []
    for number, find in enumerate(finds):
        still_open = [index for index in still_open if finds[index].pieces[-1].end > find.pieces[0].start]
        size = _size(find.pieces)
        holders = [(_size(finds[i].pieces), -i) for i in still_open if _holds(finds[i], find)]
        best = min((holder for holder in holders if holder[0] >= size), default=None)
        parents.append(f"a{-best[1]}" if best else None)
        still_open.append(number)
    return parents


def _holds(holder: Found, find: Found) -> bool:
    """Whether the content of one holds the cue of the other and touches each piece of its content."""
    anchor = find.cue or find.pieces[0]
    return any(piece.contains(anchor) for piece in holder.pieces) and all(
        any(piece.overlaps(inner) for piece in holder.pieces) for inner in find.pieces
    )


def _size(pieces: Sequence[Span]) -> int:
    return sum(piece.end - piece.start for piece in pieces)

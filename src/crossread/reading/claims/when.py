"""When a claim holds: the time expression that its clause governs, widened or narrowed by "since", "until", "by"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.model import ClaimTime, Document, TimeExpression
from crossread.model.reading import Modality, TimeBasis
from crossread.reading.claims.syntax import DATED
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENS = frozenset({"since", "from", "after"})
_CLOSES = frozenset({"until", "till", "by", "before"})
_ABSOLUTE = re.compile(r"\b(1[5-9]|20)\d\d\b")
_THROUGH = ("xcomp", "conj", "acl", "nmod", "obj", "obl", "ccomp", "advcl")


@dataclass(frozen=True, slots=True)
class Times:
    """Dated expressions of a document by the token that governs each."""

    document: Document
    by_governor: dict[int, tuple[tuple[TimeExpression, Token], ...]]


def index_times(parse: Parse, times: tuple[TimeExpression, ...]) -> Times:
    """Find the predicate or noun that each dated expression hangs on, and mark the tokens of all expressions on the parse.
    Durations and sets date nothing."""
    found: dict[int, list[tuple[TimeExpression, Token]]] = {}
    dated: set[int] = set()
    for time in times:
        span = parse.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        dated.update(token.i for token in span)
        if time.earliest is None and time.latest is None:
            continue
        root = span.root
        for governor in _governors(root):
            found.setdefault(governor.i, []).append((time, root))
    parse.doc.user_data[DATED] = frozenset(dated)
    return Times(parse.document, {key: tuple(value) for key, value in found.items()})


def _governors(root: Token) -> list[Token]:
    """The nouns and the first predicate above an expression."""
    found: list[Token] = []
    for ancestor in root.ancestors:
        found.append(ancestor)
        if ancestor.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in ancestor.children):
            break
    return found


def time_of(anchor: Token, clause: Token, times: Times, *, modality: Modality, presupposed: bool) -> ClaimTime:
    """The time of a claim: on its own noun first, then its clause, then the clause it is embedded in without a tense.

    Without an expression the tense bounds it: what is told as being so now holds while the document appears, what is told
    as done came before, what is forecast comes after.
    """
    for place in _places(anchor, clause) if not presupposed else [anchor]:
        for time, root in times.by_governor.get(place.i, ()):
            return _bounded(time, root, times.document)
    published = times.document.published
    if modality == "predicted":
        return ClaimTime(None, published.earliest, None, "inferred") if published.earliest else ClaimTime()
    if modality not in ("asserted", "reported", "alleged") or presupposed:
        return ClaimTime()
    earliest = published.earliest if _is_present(clause) else None
    return ClaimTime(None, earliest, published.latest, "inferred") if earliest or published.latest else ClaimTime()


def _is_present(clause: Token) -> bool:
    """Whether the clause speaks of now: its finite verb, or the auxiliary or copula that carries the tense, is present."""
    finite = [child for child in clause.children if child.dep_ in ("aux", "aux:pass", "cop")] or [clause]
    return finite[0].tag_ in ("VBZ", "VBP")


def _places(anchor: Token, clause: Token) -> list[Token]:
    found = [anchor]
    if clause.i != anchor.i:
        found.append(clause)
    token = clause
    for _ in range(3):
        if token.dep_ not in ("xcomp", "conj", "acl") or token.head.i == token.i:
            break
        if token.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubj:pass") for child in token.children):
            break
        token = token.head
        found.append(token)
    for child in clause.children:
        if child.dep_ == "xcomp":
            found.append(child)
    return found


def _bounded(time: TimeExpression, root: Token, document: Document) -> ClaimTime:
    words = {child.lower_ for child in root.children if child.dep_ in ("case", "mark", "advmod")}
    basis: TimeBasis = "explicit" if _ABSOLUTE.search(time.text) else "relative"
    published = document.published.latest or document.published.date
    if words & _OPENS and "to" not in words:
        latest = published if published and (time.earliest is None or published >= time.earliest) else None
        return ClaimTime(time.text, time.earliest, latest, basis)
    if words & _CLOSES:
        return ClaimTime(time.text, None, time.latest, basis)
    return ClaimTime(time.text, time.earliest, time.latest, basis)

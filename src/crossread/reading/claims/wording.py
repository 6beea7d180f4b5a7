"""Free text as an argument: what somebody is said to be, what is said of him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model.reading import Argument
from crossread.reading.balanced import balanced
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.forecasts import said_of

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"it", "that", "this"})  # with a noun after a copula they stand for what happened: "it was a mistake"


def said_without(role: Filled, holder: Token) -> Argument | None:
    """ "Rebel leader Ana Petrak": what she is said to be, without her name; `None` where nothing is left before it."""
    said = role.argument
    if said.start is None or said.end is None or not said.start <= holder.idx < said.end:
        return said
    opening = min(holder.left_edge.i, holder.i) if holder.left_edge.i > role.head.i else holder.i
    last = holder.doc[opening - 1] if opening else holder
    if last.i < role.head.i or last.idx < said.start:
        return None
    return Argument(None, " ".join(holder.doc.text[said.start : last.idx + len(last)].split()), said.start, last.idx + len(last))


def says_nothing(role: Argument, of: Argument, language: str = "en") -> bool:
    """Whether what somebody is said to be is a bare kind ("are people who fled"), what he is called anyway, or only pointed to
    ("has been that solution")."""
    known = table(language, "frames")["characterising"]
    words = [word for word in role.name.casefold().split() if word not in known["pointing"]]
    if words and words[0] in known["earlier"]:
        return True
    return set(words) <= set(of.name.casefold().split()) or (len(words) == 1 and words[0] in known["bare"])


def said_as_text(predicate: Token) -> Argument | None:
    """A predicate and what completes it, as free text; `None` where that says nothing."""
    found = said_of(predicate)
    if found is None:
        return None
    doc = predicate.doc
    begin, close = balanced(doc, found[0].i, found[1].i, head=predicate.i)
    start, end = doc[begin].idx, doc[close].idx + len(doc[close])
    return Argument(None, " ".join(doc[begin : close + 1].text.split()), start, end)

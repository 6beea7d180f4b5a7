"""Quotation marks at the ends of a phrase: none is left inside without its other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MARKS = frozenset("\"“”")
_SINGLE = frozenset("'‘’")
_STOPS = frozenset(",.!?")
_NEAR = 8  # tokens behind a phrase that a quotation within it may go on
_SPACE = frozenset("(-–—[")


def balanced(doc: Doc, first: int, last: int, *, head: int) -> tuple[int, int]:
    """The tokens `[first, last]` with the mark that opens a quotation within them, where it stands right before them, and up to
    the one that closes it, where that is near: "an [Islamic “caliphate]”" -> "an [Islamic “caliphate”]".

    What runs on behind a stop and a closing mark is cut there ("[drain the swamp],” a reference to …"), and a noun before what is
    quoted of it ("called [the idea] “unlawful and a risk”").
    """
    marks = [at for at in range(first, last + 1) if _is_mark(doc, at)]
    if len(marks) % 2 == 0:
        return first, last
    if doc[marks[-1]].text in _SINGLE and any(doc[at].text in _SINGLE for at in range(marks[-1] + 1, last + 1)):
        return first, last  # closed by what the tagger takes for an owner's mark
    if _opens(doc, marks[-1]):
        if head == marks[-1] - 1 and doc[head].pos_ in ("NOUN", "PROPN"):
            return first, head
        behind = range(last + 1, min(last + 1 + _NEAR, doc[last].sent.end + 1, len(doc)))
        return first, next((at for at in behind if _closes(doc, at)), last)
    lone = marks[0]
    if doc[lone - 1].text in _STOPS and head < lone - 1 and first < lone - 1:
        return first, lone - 2
    return (first - 1, last) if first and not doc[first].is_sent_start and _opens(doc, first - 1) else (first, last)


def _is_mark(doc: Doc, at: int) -> bool:
    return doc[at].text in _MARKS or doc[at].text in _SINGLE and doc[at].tag_ != "POS"


def _opens(doc: Doc, at: int) -> bool:
    mark = doc[at]
    if not _is_mark(doc, at) or mark.text in ("”", "’"):
        return False
    begins = at == 0 or bool(doc[at - 1].whitespace_) or doc[at - 1].is_space or doc[at - 1].text in _SPACE
    return mark.text in ("“", "‘") or (begins and not mark.whitespace_)


def _closes(doc: Doc, at: int) -> bool:
    return _is_mark(doc, at) and not _opens(doc, at)

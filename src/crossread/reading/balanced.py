"""Quotation marks at the ends of a phrase: none is left inside without its other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MARKS = frozenset("\"“”")
_SINGLE = frozenset("'‘’")
_STOPS = frozenset(",.!?")
_SPACE = frozenset("(-–—[")


def balanced(doc: Doc, first: int, last: int, *, head: int) -> tuple[int, int]:
    """The tokens `[first, last]` with the mark that opens or closes a quotation within them, where it stands right beside them:
    "a [“caliphate]”" -> "a [“caliphate”]".

    What runs on behind a stop and a closing mark is cut there ("[drain the swamp],” a reference to …"), unless the head stands
    behind it.
    """
    marks = [at for at in range(first, last + 1) if _is_mark(doc, at)]
    if len(marks) % 2 == 0:
        return first, last
    if _opens(doc, marks[-1]):
        if last + 1 < len(doc) and _closes(doc, last + 1):
            return first, last + 1
        stopped = last + 2 < len(doc) and doc[last + 1].text in _STOPS and _closes(doc, last + 2)
        return (first, last + 2) if stopped else (first, last)
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

"""Deeds whose doer stands between them and their aim: "the attack by rebels on the town". A parser hangs the town on the rebels,
or both on the verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOMINAL = ("nmod", "obl", "obl:agent")


@lru_cache(maxsize=4)
def _words(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "attachment")["aimed"][name])


@lru_cache(maxsize=4)
def _calendar(language: str = "en") -> frozenset[str]:
    classes = table(language, "time")["classes"]
    return frozenset({*classes["WEEKDAY"], *classes["MONTH"], *classes["MON"]})


def mend_aimed(doc: Doc) -> None:
    """Hang doer and aim on the deed. Abstains where the doer does not follow the deed, or anything but a day parts the two."""
    for by in doc:
        if by.lower_ != "by" or by.dep_ != "case" or not by.i or doc[by.i - 1].lemma_.lower() not in _words("nouns"):
            continue
        deed, doer = doc[by.i - 1], by.head
        if deed.pos_ != "NOUN" or doer.i < by.i or doer.dep_ not in _NOMINAL or deed.i in {word.i for word in doer.subtree}:
            continue
        aim = next(_aims(deed, doer), None)
        if doer.head.i != deed.i and deed.head.i != doer.head.i:
            continue
        doer.head, doer.dep_ = deed, "nmod"
        if aim is not None:
            aim.head, aim.dep_ = deed, "nmod"


def _aims(deed: Token, doer: Token) -> Iterator[Token]:
    """What stands behind the doer with a preposition of aiming, hung on the doer, on what describes him or beside him."""
    near = {doer.i, *(word.i for word in doer.subtree), deed.head.i}
    for mark in deed.doc[doer.i + 1 : deed.sent.end]:
        if mark.is_punct or mark.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return
        aim = mark.head
        if mark.dep_ != "case" or mark.lower_ not in _words("prepositions") or aim.lower_ in _calendar() or aim.pos_ == "NUM":
            continue
        if aim.dep_ in _NOMINAL and aim.head.i in near and aim.i != doer.i:
            yield aim

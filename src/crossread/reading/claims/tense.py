"""What the tense of a clause says of its time: past, present, done before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.claims.syntax import children, is_perfect

if TYPE_CHECKING:
    from spacy.tokens import Token

AROUND = frozenset({"since", "after", "before", "until", "till"})


def is_past(clause: Token) -> bool:
    """Whether what a clause says is told in the past; a clause without a tense goes by the one above it."""
    for _ in range(4):
        finite = _finite(clause)
        if finite.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return finite.tag_ == "VBD"
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return clause.dep_ == "ROOT" and clause.tag_ in ("VBD", "VBN")


def is_present(clause: Token) -> bool:
    """Whether the clause speaks of now: its finite verb, or the auxiliary or copula that carries the tense, is present."""
    return _finite(clause).tag_ in ("VBZ", "VBP")


def is_done(clause: Token) -> bool:
    """ "Have left the country", "have been killed since", "he's left it": done by now, nobody says on what day."""
    if clause.tag_ != "VBN":
        return False
    return is_perfect(clause) or (_finite(clause).lower_ == "'s" and bool(children(clause, "obj")))


def is_set_off(clause: Token) -> bool:
    """ "Took it in 2014, before losing it", "came after years of fighting it", "who had held it": of another time than what
    stands around it."""
    if any(child.lower_ == "had" for child in children(clause, "aux")):
        return True
    around = (clause, *clause.ancestors)
    return any(word.dep_ in ("advcl", "acl", "obl", "nmod") and opens_with(word, AROUND) for word in around)


def opens_with(word: Token, words: frozenset[str]) -> bool:
    """Whether one of some small words opens a clause or phrase."""
    return any(child.dep_ in ("mark", "case") and child.lower_ in words for child in word.children)


def _finite(clause: Token) -> Token:
    """The word that carries the tense of a clause."""
    return next((child for child in clause.children if child.dep_ in ("aux", "aux:pass", "cop")), clause)

"""Which words of a sentence a time expression dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.reading.claims.syntax import case_of
from crossread.reading.claims.tense import AROUND
from crossread.reading.said_then import said_then

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset({"despite", "in_spite_of", "because_of", "amid"})
_DURING = frozenset({"", "in", "during", "at", "on", "amid"})


def governors(root: Token, *, named: bool) -> list[Token]:
    """The nouns and the first predicate above an expression. `named`: one without a date of its own, which as an attribute tells
    of its noun alone ("asked the current leader")."""
    if named and root.dep_ == "amod":
        return [root.head]
    if named and root.head.dep_ == "amod":
        return []  # "his now infamous words"
    saying = said_then(root)
    if saying is not None:
        return [saying]
    described = _described_before(root)
    if described is not None:
        return [described]
    found: list[Token] = []
    within = root.dep_ in ("compound", "amod", "nummod", "nmod", "nmod:unmarked", "nmod:poss") and root.i < root.head.i
    below = root
    for ancestor in root.ancestors:
        if is_told_apart(below, root):
            break
        below = ancestor
        if found and recalls(ancestor):
            break
        if within and found and keeps(found[-1]):
            break  # "testified about the 2016 election", "investigated the 2016 election": the year is the election's alone
        found.append(ancestor)
        if ancestor.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in ancestor.children):
            break
    return found


def _described_before(root: Token) -> Token | None:
    """ "Ivo Marr, president since 2014, met the envoy": the apposition in which a time stands that was hung on the verb behind
    it; a comma closes it."""
    verb = root.head
    if verb.i < root.i or root.dep_ not in ("obl", "obl:unmarked", "nmod"):
        return None
    beside = (part for child in verb.children for part in child.children if part.dep_ == "appos" and part.i < root.i)
    found = max(beside, key=lambda part: part.i, default=None)
    if found is None or any(word.is_punct or word.pos_ in ("VERB", "AUX") for word in root.doc[found.i + 1 : root.i]):
        return None
    after = root.right_edge.i + 1
    return found if after < verb.i and root.doc[after].text in (",", "–", "—") else None


def keeps(noun: Token) -> bool:
    """Whether a noun keeps the time before it from its verb."""
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in listed("en", "occasions"):
        return False
    if noun.dep_ in ("obj", "nsubj", "nsubj:pass", "nmod", "appos"):
        return noun.lemma_.lower() not in listed("en", "deeds")
    return noun.dep_ == "obl" and case_of(noun) not in _DURING | AROUND


def recalls(noun: Token, language: str = "en") -> bool:
    """Whether a noun is of a day on which another is recalled: "the anniversary of"."""
    return noun.lemma_.lower() in listed(language, "remembering")


def is_told_apart(noun: Token, root: Token) -> bool:
    """Whether a noun keeps a time that describes it from the clause: "Marr's opponent in the election of 2016 called for it".
    A time right after a subject is the clause's ("the army on Monday left"), and so is that of a deed ("the attack on the town
    on Monday killed two")."""
    if noun.i == root.i:
        return False
    if noun.dep_ == "obl" and case_of(noun) in _BESIDE:
        return True  # "despite a threat on Sunday"
    if noun.dep_ not in ("nsubj", "nsubj:pass", "appos"):
        return False
    return noun.dep_ == "appos" or (root.head.i != noun.i and noun.lemma_.lower() not in listed("en", "deeds"))


def borders(root: Token) -> set[str]:
    """The small words that open or close a time: "since", "until"."""
    return {child.lower_ for child in root.children if child.dep_ in ("case", "mark", "advmod")}

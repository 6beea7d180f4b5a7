"""What a name stands for where it is used: a capital for its state ("Lima accused"), a nationality for people ("many Peruvians").

A capital stands for its state only where it speaks, decides or deals: as the subject of such a verb, after "by" beside a
participle, as the other side of a tie, or as the owner of a policy. A nationality noun stands for the state only as a
definite plural with nothing else to it ("the Peruvians left him"); otherwise for people.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_HYPHENS = ("-", "–", "‑")
_MODIFIERS = ("amod", "compound", "nmod:poss", "flat", "nmod:desc", "goeswith")


@lru_cache(maxsize=4)
def _words(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["metonym"][name])


def is_government(head: Token) -> bool:
    """Whether the capital that a token heads stands for its government here."""
    top = head
    while top.dep_ == "conj" and top.head.i != top.i:
        top = top.head
    if top.dep_ == "nsubj":
        return _acts(top.head)
    if top.dep_ in ("compound", "obl:unmarked", "obl:npmod") and top.i + 2 < len(top.doc) and not top.whitespace_:
        # "the Lima-backed militia"
        return top.nbor(1).text in _HYPHENS and top.nbor(2).lower_ in table("en", "bodies")["compounds"]["doings"]
    cases = {child.lower_ for child in top.children if child.dep_ == "case"}
    if top.dep_ in ("obl", "obl:agent", "nmod") and "by" in cases:
        return top.head.tag_ == "VBN"
    if top.dep_ == "nmod:poss":
        return top.head.lemma_.lower() in _words("owned")
    if top.dep_ in ("obl", "nmod") and cases & _words("given") and _gives(top.head):
        return True
    if top.dep_ == "nmod" and cases & _words("prepositions"):
        return top.head.lemma_.lower() in _words("ties")
    return (
        top.dep_ in ("obj", "obl") and top.head.lemma_.lower() in _words("addressed") and (top.dep_ == "obj" or "with" in cases)
    )


def _acts(verb: Token) -> bool:
    seen = 0
    while verb.lemma_.lower() not in _words("verbs") and verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i and seen < 3:
        verb, seen = verb.head, seen + 1
    return verb.lemma_.lower() in _words("verbs")


def _gives(word: Token) -> bool:
    """Whether a word says what is given to somebody or laid on him: "supplied tanks to", "sanctions on"; not "sent him to"."""
    person = any(child.dep_ == "obj" and (child.pos_ == "PRON" or child.tag_ == "NNP") for child in word.children)
    return word.lemma_.lower() in _words("giving") and not person


def is_people(head: Token) -> bool:
    """Whether the nationality word that a token heads is a noun for people, not the state's adjective or its name."""
    someone = head.i > 0 and head.nbor(-1).lower_ in ("a", "an") and head.nbor(1).lower_ == "who"  # "a Peruvian who lives there"
    if someone or head.dep_ in _MODIFIERS or head.pos_ == "ADJ" and head.dep_ != "nsubj":
        return someone
    plural = head.tag_ in ("NNS", "NNPS")
    inside = [
        child for child in head.children if child.i < head.i and child.dep_ in ("det", "amod", "nummod", "nmod:poss", "compound")
    ]
    if plural:
        return not (len(inside) == 1 and inside[0].lower_ == "the") and not _shares_article(head)
    return any(child.lower_ in ("a", "an", "another", "one", "every", "each") for child in inside)


def _shares_article(head: Token) -> bool:
    """ "The Peruvians and Chileans": the article of the first conjunct holds for the others."""
    if head.dep_ != "conj" or any(child.dep_ in ("det", "amod", "nummod") for child in head.children):
        return False
    return any(child.lower_ == "the" for child in head.head.children if child.dep_ == "det")

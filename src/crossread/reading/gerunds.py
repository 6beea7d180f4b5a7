"""Gerunds that the parser takes for adjectives: in "accused the army of shelling villages" no villages shell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = ("of", "for", "against", "from")


@lru_cache(maxsize=8)
def _words(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "frames")[name]["words"])


def mend_gerunds(doc: Doc) -> None:
    """Make a clause of each "shelling villages" after a verb of blame and its preposition, or right after a verb of denial: the
    gerund hangs on that verb, the noun is its object, and what follows the noun belongs to the gerund."""
    for gerund in doc:
        noun = gerund.head
        if gerund.tag_ != "VBG" or gerund.dep_ != "amod" or noun.i <= gerund.i or noun.left_edge.i < gerund.i - 1:
            continue
        before = doc[gerund.i - 1] if gerund.i > gerund.sent.start else None
        if before is None:
            continue
        if before.dep_ == "case" and before.head.i == noun.i and before.lower_ in _PREPOSITIONS:
            verb = _blaming(noun)
        else:
            denied = noun.dep_ == "obj" and noun.head.i == before.i and before.lemma_.lower() in _words("denying")
            verb = before if denied else None
        if verb is not None:
            _hang(gerund, noun, verb, before)


def _blaming(noun: Token) -> Token | None:
    """The verb of blame that a phrase completes, be it hung on the verb or on its object."""
    head = noun.head
    verb = head.head if noun.dep_ == "nmod" and head.dep_ in ("obj", "nsubj:pass") else head
    return verb if verb.pos_ == "VERB" and verb.lemma_.lower() in _words("blaming") and verb.i < noun.i else None


def _hang(gerund: Token, noun: Token, verb: Token, before: Token) -> None:
    later = [child for child in verb.children if child.dep_ == "obl" and child.i > noun.i]
    gerund.head, gerund.dep_ = verb, "xcomp" if before.i == verb.i else "advcl"
    gerund.pos_ = "VERB"
    noun.head, noun.dep_ = gerund, "obj"
    if before.i != verb.i:
        before.head, before.dep_ = gerund, "mark"
    for phrase in later:
        phrase.head = gerund

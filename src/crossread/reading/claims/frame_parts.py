"""What frames of several kinds ask of a parse: the clause that a phrase stands in, what a deed is done to, who is an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.reading.claims import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

HYPHENS = ("-", "–", "‑")


def is_with(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether one of the lemmas hangs on a word, on what hangs on it, or on what is joined to that ("left the envoy and two
    others dead")."""
    return any(
        part.lemma_.lower() in lemmas
        for child in word.children
        for near in (child, *child.children)
        for part in (near, *(near.children if near.dep_ == "conj" else ()))
    )


def target_of(deed: Token) -> Token:
    """ "claimed the attack on the bus", "the attack on the bus, which was blamed on them": what was attacked is the bus."""
    named = (syntax.antecedent(deed) or deed) if deed.tag_ == "WDT" else deed
    if named.lemma_.lower() not in listed("en", "deeds"):
        return deed
    found = (syntax.oblique(named, word) for word in ("on", "against", "at", "of", "in"))
    return next((token for token in found if token is not None), deed)


def clause_of(token: Token) -> Token:
    """The predicate of the clause that a noun phrase stands in: itself under a copula, else the verb above it."""
    if syntax.children(token, "cop"):
        return token
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") or syntax.children(ancestor, "cop"):
            return ancestor
    return token


def is_collective(word: Token, language: str = "en") -> bool:
    """Whether a modifier names a kind of actor: "a rebel attack", "government-held areas"."""
    return word.pos_ in ("NOUN", "PROPN") and word.lower_ in listed(language, "collective")

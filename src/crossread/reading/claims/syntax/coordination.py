"""Phrases and verbs that stand side by side, and what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.reading.claims.syntax.dependents import NOMINAL, PASSIVE_SUBJECTS, SUBJECTS, case_of, listed_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and the phrases coordinated with it, in text order; also a second subject after a comma, by which the parser
    means the same ("the French, the Dutch and the Danes have left" with two subjects)."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL:
            if not _is_contrasted(child) and not _is_glued(child):
                yield from conjuncts(child)
        elif child.dep_ == "nmod" and child.pos_ in NOMINAL and _joins(child):
            yield from conjuncts(child)
        for other in child.children if child.dep_ == "acl:relcl" else ():
            # "ties with X, who was a friend, as well as with Y"
            if other.dep_ == "conj" and other.pos_ == "PROPN" and case_of(other) and case_of(other) == case_of(token):
                yield from conjuncts(other)
    yield from _in_particular(token)
    if token.dep_ in SUBJECTS or token.dep_ in PASSIVE_SUBJECTS:
        following = listed_after(token)
        if following is not None:
            yield from conjuncts(following)


def _is_contrasted(phrase: Token) -> bool:
    """Whether a conjunct is named as the one who it is not: "with the minister rather than with the president"."""
    return any(child.i < phrase.i and child.lower_ in listed("en", "contrast") for child in phrase.children)


def _is_glued(phrase: Token) -> bool:
    """ "Opposition and government forces": a conjunct with the next one right behind it only modifies that."""
    return phrase.tag_ == "NN" and any(
        other.dep_ == "conj" and other.i == phrase.i + 1 and other.tag_ == "NNS" for other in phrase.head.children
    )


def _in_particular(token: Token) -> Iterator[Token]:
    """ "Against extremism, in particular against the front": the second, which hangs on the adverb beside or below the first."""
    beside = token.head.children if token.dep_ in ("nmod", "obl") else ()
    for adverb in (*token.children, *beside):
        if adverb.dep_ == "nmod" and adverb.lemma_ == "particular" and adverb.i > token.i:
            yield from (part for part in adverb.children if part.dep_ == "nmod" and case_of(part) == case_of(token))


def _joins(phrase: Token) -> bool:
    """Whether a phrase stands beside its noun as a second one of the same: "the army, together with its allies, …"."""
    words = [word.lower_ for word in phrase.subtree if not word.is_punct][:2]
    beside = words[:1] == ["alongside"] and phrase.head.dep_ in SUBJECTS  # "spoke to the press alongside X" is no talk with X
    return words in (["together", "with"], ["along", "with"]) or beside


def shared_dependent(verb: Token, label: str) -> Token | None:
    """ "shelled and stormed the town": the object that stands once for both."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            for grandchild in child.children:
                if grandchild.dep_ == label:
                    return grandchild
    return None

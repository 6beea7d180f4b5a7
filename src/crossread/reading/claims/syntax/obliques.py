"""Phrases with a preposition, wherever the parser hung them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.reading.claims.syntax.dependents import DATED, case_of, children

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOPICS = ("over", "about", "for", "on", "amid")
# Prepositions that bind so firmly to attack, support and departure that a phrase attached one step too low still counts.
_FIRM = frozenset({"against", "from", "alongside"})
_PLACES = frozenset({"in", "at", "on", "to", "into"})


def oblique(token: Token, preposition: str) -> Token | None:
    """The first phrase under the token with that preposition, whatever its relation; "where" stands for its antecedent."""
    dated: frozenset[int] = token.doc.user_data.get(DATED, frozenset())
    phrases = [
        child
        for child in token.children
        if child.dep_ in ("obl", "nmod", "obl:agent", "advmod", "advcl", "acl", "obl:unmarked") and child.i not in dated
    ]
    phrases.sort(key=lambda child: child.i < token.i)  # "to this end, she spoke to the envoy"
    for child in phrases:
        if case_of(child) == preposition:
            return _further(child, preposition, phrases) or child
        if child.lower_ in listed("en", "adjectival") and any(mark.lower_ == preposition for mark in children(child, "mark")):
            return next(iter(children(child, "obj")), None)  # "to former president X", where the parser sees a verb
    if token.dep_ == "acl:relcl" and any(child.lower_ == preposition and _is_stranded(child) for child in token.children):
        return token.head  # "the general whom they rely on"
    for child in phrases:
        # "moved back to", "far from": the phrase hangs on the adverb
        if child.dep_ == "advmod":
            for grandchild in child.children:
                if grandchild.dep_ in ("obl", "nmod") and case_of(grandchild) == preposition and grandchild.i not in dated:
                    return grandchild
    if preposition in _FIRM:
        for child in phrases:
            if preposition == "from" and case_of(child) in _TOPICS:
                continue  # "faces criticism over messages from the court"
            for grandchild in child.children if child.dep_ != "obl:agent" else ():
                if grandchild.dep_ == "nmod" and case_of(grandchild) == preposition:
                    return grandchild
    if preposition == "against":
        return _by_means(token)
    if preposition == "with":
        for child in phrases:
            # "met in Osten with the envoy", "spoke by phone with her": hung on the place or the means
            if child.dep_ == "obl" and (case_of(child) in _PLACES or child.lemma_.lower() in listed("en", "speaking")):
                for grandchild in child.children:
                    if grandchild.dep_ == "nmod" and case_of(grandchild) == preposition and grandchild.i not in dated:
                        return grandchild
    if preposition in _PLACES and token.dep_ == "acl:relcl" and any(child.lower_ == "where" for child in token.children):
        return _nearest_noun(token)
    return None


def _by_means(token: Token) -> Token | None:
    """ "Ten strikes using rockets against the base": whom they were against, though the parser hangs it on the means."""
    for means in token.subtree:
        if means.tag_ != "VBG" or means.lemma_.lower() not in listed("en", "using") or means.i < token.i:
            continue
        for word in means.subtree:
            if word.dep_ in ("obl", "nmod") and word.i > means.i and case_of(word) == "against":
                return word
    return None


def _further(noun: Token, preposition: str, phrases: list[Token]) -> Token | None:
    """The place behind a noun that is none: "in exile in Arda", whatever the second phrase hangs on."""
    if noun.lemma_.lower() not in listed("en", "hollow"):
        return None
    later = (each for each in phrases if each.i > noun.i and case_of(each) == preposition)
    return oblique(noun, preposition) or next(later, None)


def _nearest_noun(clause: Token) -> Token:
    """The noun right before a clause of "where", where the parser hung the clause on one further up: "in Arda and at the base,
    where"."""
    before = next((word for word in reversed(clause.doc[clause.head.i : clause.left_edge.i]) if not word.is_punct), clause.head)
    while before.dep_ in ("flat", "compound") and before.head.i > clause.head.i:
        before = before.head
    return before if before.pos_ in ("NOUN", "PROPN") else clause.head


def _is_stranded(word: Token) -> bool:
    bare = word.pos_ == "ADP" and word.n_lefts + word.n_rights == 0 and word.i > word.head.i
    return bare and word.dep_ in ("obl", "advmod", "case", "compound:prt")

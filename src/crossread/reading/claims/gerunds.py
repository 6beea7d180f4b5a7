"""Gerunds after a preposition, and what the word before it makes of them: "committed to defeating", "aimed at freeing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.claims import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crossread.model.reading import Modality
    from crossread.reading.claims.modal_words import ModalWords

_TO = frozenset({"to"})


def inclination(gerund: Token, words: ModalWords) -> Modality | None:
    """What a word makes of the gerund after its preposition: "committed to defeating", "aimed at freeing", "capable of"."""
    if not is_gerund(gerund) or gerund.dep_ == "acl" and gerund.head.pos_ == "NOUN":
        return None
    head = gerund.head.lower_
    if is_opened(gerund, _TO):
        if head in words.near:
            return "possible"
        if head in words.devoted | words.loath:
            return "wished"
    if head in words.directed and syntax.children(gerund, "mark", "case"):
        return "wished"
    return "possible" if head in words.capable | words.incapable else None


def is_gerund(verb: Token) -> bool:
    """ "Leaving", "being shelled"."""
    return verb.tag_ == "VBG" or verb.tag_ == "VBN" and any(child.tag_ == "VBG" for child in syntax.children(verb, "aux:pass"))


def is_opened(clause: Token, by: frozenset[str]) -> bool:
    """Whether one of these words opens a clause: "by leaving", "from shelling it"."""
    return any(child.lower_ in by for child in syntax.children(clause, "mark", "case"))

"""Frames of adjectives ("critical of the army") and of how undertakings end ("Marr's offensive failed")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.reading.claims import syntax
from crossread.reading.claims.frame import Frame
from crossread.reading.claims.frame_parts import clause_of, is_with, target_of
from crossread.reading.claims.patterns import PatternIndex

if TYPE_CHECKING:
    from spacy.tokens import Token


def adjective_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """The frames of an adjective, or of a participle that stands as one, in the order of the lexicon."""
    if word.pos_ == "VERB" and syntax.children(word, "obj"):
        return  # "prepared the ground" is no readiness
    if word.tag_ in ("VBN", "VBD") and syntax.is_perfect(word) and not syntax.is_passive(word):
        return  # "has determined that" is no determination to do it
    for _, pattern in index.find("a", word.lower_):
        if (unless := pattern.wants("unless")) and is_with(word, unless):
            continue
        host = syntax.own_subject(word)
        if host is None and word.dep_ in ("amod", "acl", "acl:relcl") and word.head.i != word.i:
            host = word.head
        if host is None and word.dep_ in ("xcomp", "conj", "advcl"):
            host = _seen_as(word) or syntax.surface_subject(word)
        if pattern.object == ("self",):
            # "the army is dependent on Morland": the one who is spoken of is the object
            doer = next((found for role in pattern.subject if (found := syntax.oblique(word, role)) is not None), None)
            if host is not None and doer is not None and host.i != doer.i:
                yield Frame(pattern, word, word, doer, host, None, pattern.subject[0], "self")
            continue
        object_ = next((found for role in pattern.object if (found := _adjective_object(word, role)) is not None), None)
        wanted = pattern.wants("objneeds")
        if wanted and (object_ is None or object_.lemma_.lower() not in wanted):
            continue
        if object_ is not None and pattern.predicate == "attacks":
            object_ = target_of(object_)
        if host is not None and object_ is not None and host.i != object_.i:
            yield Frame(
                pattern,
                word,
                clause_of(word) if word.dep_ == "amod" else word,
                host,
                object_,
                None,
                "self",
                pattern.object[0],
                word.dep_ == "amod",
            )


def _seen_as(word: Token) -> Token | None:
    """ "Sees the front as linked to Morland": whom the verb above judges, though the parser takes the word for a clause."""
    judged = any(child.lower_ == "as" for child in syntax.children(word, "mark", "case")) and word.dep_ == "advcl"
    labels = word.head.lemma_.lower() in listed("en", "labelling")
    return syntax.patient(word.head) if judged and labels else None


def _adjective_object(word: Token, role: str) -> Token | None:
    if role == "comp":
        # "determined to leave", not "determined that it was so"
        opening = ("xcomp", "advcl") if word.tag_ == "VBD" else ("xcomp", "ccomp", "advcl")
        return next((child for child in word.children if child.dep_ in opening and child.i > word.i), None)
    return syntax.oblique(word, role)


def undertaking_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "Marr's offensive failed", "the collapse of Marr's siege": whose an undertaking is fails or succeeds with it."""
    for _, pattern in index.find("u", word.lemma_.lower()):
        if word.pos_ == "VERB":
            noun = None if syntax.children(word, "obj", "xcomp") else syntax.own_subject(word)
        else:
            noun = syntax.oblique(word, "of")
        if noun is None or noun.lemma_.lower() not in _undertakings():
            continue
        owner = next(iter(syntax.children(noun, "nmod:poss")), None)
        if owner is not None:
            yield Frame(pattern, word, word if word.pos_ == "VERB" else clause_of(word), owner, noun, None, "poss", "self",
                        word.pos_ == "NOUN")


@lru_cache(maxsize=1)
def _undertakings() -> frozenset[str]:
    return listed("en", "effort") | frozenset(table("en", "sets")["assaults"]["words"]) | {"coup", "plan", "policy", "strategy"}

"""Frames of prepositional phrases: "in support of the rebels", "at war with the army"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.reading.claims import syntax
from crossread.reading.claims.frame import Frame, of_two
from crossread.reading.claims.frame_parts import clause_of, target_of
from crossread.reading.claims.patterns import PatternIndex

if TYPE_CHECKING:
    from spacy.tokens import Token


def preposition_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "in support of the rebels", "are at war with the army": who it is said of governs the phrase or is its subject."""
    for phrase, pattern in index.find("x", word.lower_):
        parts = phrase.split("_")
        tokens = word.doc[word.i : word.i + len(parts)]
        if [token.lower_ for token in tokens] != parts:
            continue
        last, middle = tokens[-1], tokens[-2] if len(parts) > 1 else tokens[-1].head
        wanted = pattern.wants("objneeds")
        if wanted and last.head.lemma_.lower() not in wanted:
            continue
        if syntax.children(middle, "cop"):
            host, owner = middle, syntax.own_subject(middle)
        elif len(parts) == 1:
            continue
        else:
            host = middle.head if middle.dep_ in ("obl", "nmod", "fixed") else word.head
            host = _out_of_target(host)
            owner = syntax.agent(host) or syntax.patient(host) if host.pos_ == "VERB" else host
        if last.dep_ != "case" or owner is None or last.head.i == owner.i:
            continue
        object_ = target_of(last.head) if pattern.predicate == "attacks" else last.head
        # "did not condemn the army's violations in favour of the front": what is added to a deed's noun is no part of the clause
        granted = host.pos_ == "NOUN" and host.lemma_.lower() in listed("en", "deeds")
        yield of_two(pattern, word, host if granted else clause_of(host), {"pobj": object_, "self": owner})


def _out_of_target(host: Token) -> Token:
    """ "Joined the fight against the front in support of the army": the verb, where the phrase was hung on whom it is against."""
    target = host
    while target.dep_ in ("conj", "flat") and target.head.i < target.i:
        target = target.head
    if target.dep_ not in ("nmod", "obl") or syntax.case_of(target) != "against":
        return host
    verb = target.head if target.dep_ == "obl" else target.head.head
    return verb if verb.pos_ == "VERB" else host

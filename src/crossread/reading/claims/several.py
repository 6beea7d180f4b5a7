"""One phrase for several: places and states that are listed, examples of a group, forces of more than one state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.reading.claims import syntax
from crossread.reading.claims.filled import Filled, filled_by
from crossread.reading.claims.known import ACTOR_TYPES, PLACE_TYPES, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token


def each_named(token: Token, known: Mentions, language: str) -> Iterator[Token]:
    """ "the villages of Arda, Besk and Corin": each place that a plural container names, else the token itself."""
    examples = _examples(token, known, language)
    if examples:
        yield from examples
        return
    yield token
    if token.tag_ == "NNS" and (token.lemma_.lower() in listed(language, "container") or is_several(token, language)):
        inner = next((child for child in token.children if child.dep_ == "nmod" and syntax.case_of(child) == "of"), None)
        if inner is not None and known.of(inner) is not None:
            yield from (part for part in syntax.conjuncts(inner) if part.i != inner.i)


def is_several(token: Token, language: str) -> bool:
    """ "The governments of Morland and Estavia": a plural that stands for each whom "of" names."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in table(language, "frames")["container"]["plural"]:
        return False
    inner = syntax.oblique(token, "of")
    return inner is not None and inner.pos_ == "PROPN" and any(child.dep_ == "conj" for child in inner.children)


def _examples(token: Token, known: Mentions, language: str) -> list[Token]:
    """ "allies like Morland and Estavia", "several states, including Morland": those who are named of a group that is not."""
    if token.tag_ != "NNS" or any(child.dep_ in ("nmod:poss", "acl:relcl") or child.lower_ == "the" for child in token.children):
        return []
    group = known.of(token)
    if group is None or known.kind(group) not in ACTOR_TYPES | PLACE_TYPES:
        return []  # "sent weapons, including Morland"
    first = next(
        (
            child
            for child in token.children
            if child.dep_ == "nmod" and child.pos_ == "PROPN" and syntax.case_of(child) in listed(language, "example")
        ),
        None,
    )
    named = list(syntax.conjuncts(first)) if first is not None else []
    return [part for part in named if (mention := known.of(part)) is not None and mention.form == "name"]


def states_of(token: Token, known: Mentions, language: str) -> list[Filled]:
    """ "British, French and US forces": each of two or more states that a coordination before the noun names."""
    if token.lemma_.lower() not in listed(language, "armed"):
        return []
    sides = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nmod")]
    if any(child.tag_ == "VBN" for child in sides):
        return []  # "French and US-backed forces": the states are not whose forces they are
    named = [(part, known.of(part)) for child in sides for part in _coordinated(child)]
    states = [filled_by(part, mention, known) for part, mention in named if mention is not None]
    states = sorted((side for side in states if side.type == "state"), key=lambda side: side.head.i)
    if len(states) < 2:
        return []
    held = {side.head.i for side in states}
    between = token.doc[states[0].head.i : states[-1].head.i]
    # "the Morland and Estavia-backed Corinian forces" is no list
    return states if all(part.i in held or part.is_punct or part.dep_ == "cc" for part in between) else []


def _coordinated(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _coordinated(child)

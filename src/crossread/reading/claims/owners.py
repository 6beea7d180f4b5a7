"""Whose a thing is that acts or is acted on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.known import ACTOR_TYPES, Mentions
from crossread.reading.names.types import described_type
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def lift(token: Token, known: Mentions, *, language: str = "en") -> Iterator[Filled]:
    """Whose a thing is that acts or is acted on: "Morland's airstrikes", "the missiles fired by the army", "an army raid".

    Only for heads that stand for nobody themselves.
    """
    noun = syntax.antecedent(token) if token.lower_ in ("which", "that") and token.tag_ == "WDT" else token
    for part in syntax.conjuncts(noun) if noun is not None else ():
        owner = _owner(part, known)
        if owner is None:
            continue
        someone = part.tag_ == "NN" and people_words().is_person(part.lemma_.lower())  # "a confidant of Marr" is not Marr
        for side in fill(owner, known, language=language):
            if side.type in ACTOR_TYPES and not (someone and side.type == "person"):
                yield side


def _owner(token: Token, known: Mentions) -> Token | None:
    lemma = token.lemma_.lower()
    undergone = lemma in listed("en", "undergone")
    dated: frozenset[int] = token.doc.user_data.get(syntax.DATED, frozenset())  # "Monday's raid"
    for child in token.children:
        own = lemma in table("en", "frames")["undergone"]["own"] and not _has_of(token)
        if child.dep_ == "nmod:poss" and child.i not in dated and not own:
            return child
    phrases = [child for child in token.children if child.dep_ in ("nmod", "obl")]
    for child in (*phrases, *(inner for each in phrases for inner in each.children if inner.dep_ == "nmod")):
        if syntax.case_of(child) == "by":
            return child  # "breaches of the truce by the army", wherever the parser hangs it
    for child in token.children:
        if child.dep_ == "acl" and (lemma in listed("en", "gathering") or _only_speaks(child)):
            continue  # what a conference organised by the league seeks, all who came to it do
        if undergone and syntax.case_of(child) == "of":
            continue  # "the arrest of the general" is not the general's
        if child.dep_ in ("acl", "nmod") and (found := _doer(child)) is not None:
            return found
    if lemma in listed("en", "offshoot") or described_type(token) == "company":
        return None
    for child in token.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and (known.of(child) is not None or _is_kind(child)):
            return child
        if child.lower_ in listed("en", "operated") and (user := _before_hyphen(child)) is not None:
            return user
    return None


def _only_speaks(participle: Token) -> bool:
    """ "A raid condemned by the league": who speaks of a deed or thing, or helps in it, did not do it and does not own it."""
    verb = participle.lemma_.lower()
    return any(verb in listed("en", name) for name in ("remarking", "spoken_of", "labelling", "helping"))


def _has_of(noun: Token) -> bool:
    return any(child.dep_ == "nmod" and syntax.case_of(child) == "of" for child in noun.children)


def _before_hyphen(participle: Token) -> Token | None:
    """The name that a participle is joined to: "[Morland]-led"."""
    before = participle.doc[max(0, participle.i - 2) : participle.i]
    joined = len(before) == 2 and before[1].tag_ == "HYPH" and not before[0].whitespace_
    return before[0] if joined and before[0].pos_ == "PROPN" else None


def _is_kind(word: Token, language: str = "en") -> bool:
    """Whether a modifier names a kind of actor that fights: "coalition aircraft", "a rebel raid"."""
    return word.pos_ in ("NOUN", "PROPN") and word.lower_ in listed(language, "collective")


def _doer(child: Token) -> Token | None:
    if child.dep_ == "nmod":
        return child if syntax.case_of(child) in ("by", "of", "from") else None
    return syntax.agent(child) if child.tag_ == "VBN" else None

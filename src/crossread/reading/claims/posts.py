"""Posts and characterisations: "Ana Petrak, the envoy to Morland", "Petrak is a former minister", "the talks were fruitless"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from crossread.lexicon import table
from crossread.reading.claims import syntax
from crossread.reading.coreference.phrases import apposed_to, is_part

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody and what he is said to be; `clause` decides polarity, modality and time."""

    predicate: Literal["holds_role", "has_attribute", "located_at", "member_of", "composed_of"]
    holder: Token
    post: Token
    clause: Token


@lru_cache(maxsize=4)
def role_nouns(language: str = "en") -> frozenset[str]:
    """Lemmas of nouns that name a post, rank or profession."""
    return frozenset(word for group in table(language, "roles").values() for word in group["words"])


def posts_of(sent: SpacySpan, *, language: str = "en") -> Iterator[Post]:
    """Appositions and copulas of a sentence that say what somebody is."""
    roles = role_nouns(language)
    callings = frozenset(table(language, "roles")["learning"]["words"])
    for token in sent:
        if token.dep_ in ("appos", "nmod") and token.head.i != token.i and is_part(token):
            yield Post("composed_of", token.head, token, token)
            continue
        if token.dep_ == "nmod" and token.pos_ == token.head.pos_ == "PROPN" and syntax.case_of(token) in ("of", "from"):
            yield Post("member_of", token.head, token, token)
        if (holder := _characterised(token, language)) is not None:
            yield Post("has_attribute", holder, token, token)
            continue
        if token.dep_ == "appos" and token.head.i != token.i:
            first, second = apposed_to(token), token
            if any(between.text == ":" for between in token.doc[min(first.i, second.i) : max(first.i, second.i)]):
                continue  # "Photographer: Ana Petrak": a credit
            if "Number=Plur" in str(token.head.morph) or "Number=Plur" in str(token.morph):
                continue
            if second.pos_ == "NOUN" and second.lemma_.lower() in roles and first.pos_ == "PROPN":
                yield Post("holds_role", first, second, _governor(first))
            elif first.pos_ == "NOUN" and first.lemma_.lower() in roles and second.pos_ == "PROPN":
                yield Post("holds_role", second, first, _governor(first))
        if token.pos_ == "NOUN" and token.lemma_.lower() in callings and token.dep_ in ("compound", "flat", "nmod", "nmod:desc"):
            if token.head.pos_ == "PROPN" and token.head.i > token.i:
                yield Post("holds_role", token.head, token, token)
        if (
            token.dep_ in ("xcomp", "obj")
            and token.pos_ == "NOUN"
            and token.lemma_.lower() in roles
            and token.head.lemma_ in ("become", "remain")
            and (holder := syntax.surface_subject(token.head)) is not None
        ):
            yield Post("holds_role", holder, token, token.head)
        if token.lemma_ == "be" and (held := _existing(token)) is not None:
            yield held
        if token.pos_ in ("NOUN", "PROPN") and any(child.dep_ == "cop" for child in token.children):
            subject = syntax.own_subject(token)
            if subject is None:
                continue
            if token.dep_ == "acl:relcl" and subject.tag_ in ("WP", "WDT"):
                if subject.tag_ == "WP" and token.pos_ == "NOUN" and token.lemma_.lower() in roles:
                    yield Post("holds_role", subject, token, token)  # "X, who was minister until May"
                continue
            if syntax.case_of(token) in ("in", "at", "near", "inside", "outside", "on"):
                yield Post("located_at", subject, token, token)
                continue
            if token.pos_ == "NOUN" and token.lemma_.lower() in roles:
                yield Post("holds_role", subject, token, token)
            elif (
                token.pos_ == "NOUN"
                and subject.i < token.i
                and not (subject.tag_ == "CD" and syntax.children(subject, "nmod"))  # of two of them only
                and not any(child.dep_ in ("xcomp", "ccomp", "csubj", "expl", "case") for child in token.children)
            ):
                yield Post("has_attribute", subject, token, token)


def _characterised(token: Token, language: str) -> Token | None:
    """Of whom a verb or adjective says what he is like: "formed last May", "bears responsibility for", "was modest"."""
    frames = table(language, "frames")
    lemma = token.lemma_.lower()
    if token.tag_ in ("VBN", "VBD") and lemma in frames["founding"]["words"] and syntax.agent(token) in (None, token.head):
        dated: frozenset[int] = token.doc.user_data.get(syntax.DATED, frozenset())
        if any(child.i in dated for child in token.children):
            return token.head if token.dep_ == "acl" else next(iter(syntax.children(token, "nsubj:pass")), None)
    if token.pos_ == "VERB" and lemma in frames["characterising"]["verbs"]:
        if any(child.lemma_.lower() in frames["characterising"]["objects"] for child in syntax.children(token, "obj")):
            return syntax.agent(token)
    if token.pos_ == "ADJ" and syntax.children(token, "cop") and lemma in _judging(language):
        return syntax.own_subject(token)
    return None


@lru_cache(maxsize=4)
def _judging(language: str) -> frozenset[str]:
    """The adjectives at the ends of scales on which accounts are compared."""
    scales = table(language, "comparison")["opposites"]
    return frozenset(word for scale in scales for word in (*scale["one"], *scale["other"]))


def _existing(verb: Token) -> Post | None:
    """ "There are guards at the gate": who is there, and where."""
    if not syntax.children(verb, "expl"):
        return None
    someone = next(iter(syntax.children(verb, "nsubj")), None)
    if someone is None:
        return None
    for host in (someone, verb):
        for child in host.children:
            if child.dep_ in ("nmod", "obl") and syntax.case_of(child) in ("in", "at", "inside", "within", "on", "near"):
                return Post("located_at", someone, child, verb)
    return None


def _governor(token: Token) -> Token:
    """The noun itself: an apposition is asserted whatever the clause around it says."""
    return token

"""Forecasts that no pattern says more exactly: "the front will collapse by spring", "Marr will not be able to choose a deal",
"the country's future is likely to be decided abroad". What is forecast stands as the words that are said of its subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.attribution import cue_force
from crossread.reading.claims import syntax
from crossread.reading.claims.modal_words import modal_words

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "acl:relcl"})
_TOLD_BACK = frozenset({"would", "'d"})  # the future of somebody who is quoted in the past: "said that it would fall"
_CUT = frozenset({"advcl", "parataxis", "punct", "cc", "conj", "mark", "aux", "aux:pass", "cop", "nsubj", "nsubj:pass",
                  "acl:relcl", "discourse", "dep"})
_OPENING = frozenset({"aux", "aux:pass", "cop", "advmod", "case", "mark", "det", "cc"})  # of a predicate that is no verb


@dataclass(frozen=True, slots=True)
class Forecast:
    """Somebody or something and the predicate that is to become true of it."""

    subject: Token
    predicate: Token


@lru_cache(maxsize=4)
def _likely(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "modality")["foreseen"]["words"])


def forecasts_of(sent: SpacySpan, *, language: str = "en") -> Iterator[Forecast]:
    """The forecasts of a sentence, in text order. Not what is asked, supposed or planned, and not what somebody is to say."""
    for token in sent:
        if not _is_foretold(token, language):
            continue
        if cue_force(token.lemma_.lower(), "VERB") is not None and not syntax.is_passive(token):
            continue
        subject = _of_likely(token) or syntax.surface_subject(token)
        if subject is not None and subject.lower_ != "i" and not _is_supposed(token, language):
            yield Forecast(subject, token)


def _of_likely(token: Token) -> Token | None:
    """ "In a move likely to anger the army, Marr left": the move, and not Marr."""
    above = token.head
    return above.head if token.dep_ == "xcomp" and above.pos_ == "ADJ" and above.dep_ in ("amod", "acl") else None


def _is_foretold(token: Token, language: str) -> bool:
    """Whether a predicate is put in the future, or said to be likely."""
    copula = any(child.dep_ == "cop" for child in token.children)
    if token.tag_ != "VB" and not copula and token.tag_ != "VBN":
        return False
    modals = modal_words(language).predicted_modals
    aux = [child for child in token.children if child.dep_ == "aux"]
    if token.dep_ in _MAIN and any(child.lower_ in modals for child in aux):
        perfect = any(child.lower_ == "have" for child in aux)
        top = token
        while top.dep_ == "conj" and top.head.i != top.i:
            top = top.head
        reported = top.dep_ == "ccomp" and top.head.tag_ == "VBD"
        return not perfect and (reported or not any(child.lower_ in _TOLD_BACK for child in aux))
    return token.dep_ in ("xcomp", "advcl") and token.head.lemma_.lower() in _likely(language) and (
        token.head.pos_ == "ADJ" or syntax.is_passive(token.head)
    ) and any(child.lower_ == "to" for child in token.children)


def _is_supposed(token: Token, language: str) -> bool:
    """Whether the forecast, or a clause around it, is a condition."""
    marks = modal_words(language).hypothetical
    around = [token, *(above for above in token.ancestors if above.pos_ in ("VERB", "AUX", "ADJ"))]
    return any(child.dep_ == "mark" and child.lower_ in marks for verb in around[:2] for child in verb.children)


def whole(predicate: Token, *, language: str = "en") -> Iterator[Token]:
    """A predicate and what completes it, without clauses of their own; "whether to" opens one."""
    marks = modal_words(language).hypothetical
    yield predicate
    for child in predicate.children:
        own = child.dep_ in ("acl:relcl", "advcl", "ccomp", "parataxis") or any(
            word.dep_ in ("mark", "advmod") and word.lower_ in marks for word in child.children
        )
        if not own:
            yield from whole(child, language=language)


def said_of(predicate: Token) -> tuple[Token, Token] | None:
    """First and last token of what is forecast: the predicate with its complements, without subject, tense and side clauses;
    `None` where that says nothing ("will do", "will be there") or the parse put the subject inside it."""
    first, last = _spread(predicate)
    doc = predicate.doc
    if predicate.pos_ in ("VERB", "AUX", "ADJ"):
        first = predicate
    while first.i < predicate.i and (first.dep_ in _OPENING or first.lower_ in modal_words().negation.words or first.is_punct):
        first = doc[first.i + 1]
    span = doc[first.i : last.i + 1]
    if any(word.dep_ in ("nsubj", "nsubj:pass", "aux") and word.head.i == predicate.i for word in span):
        return None
    at = next((word.i for word in span if word.text == "," and doc[word.i + 1].pos_ == "CCONJ"), None)
    if at is not None and first.i < at:
        last, span = doc[at - 1], doc[first.i : at]  # "be withdrawn, and in Osten …": what follows is another clause
    hollow = frozenset(table("en", "modality")["foreseen"]["hollow"])
    told = (word for word in span if word.is_alpha and not word.is_stop)
    return (first, last) if any(word.lemma_.lower() not in hollow for word in told) else None


def _spread(token: Token) -> tuple[Token, Token]:
    """A phrase without side clauses; what unfolds a pronoun is part of it ("do what is necessary")."""
    left = right = token
    for child in token.children:
        if child.is_space or (child.dep_ in _CUT and not (child.dep_ == "acl:relcl" and token.pos_ == "PRON")):
            continue
        if token.pos_ == "PRON" and child.dep_ == "acl:relcl":
            first, last = syntax.subtree_span(child, frozenset({"punct", "parataxis", "advcl"}))
        else:
            first, last = _spread(child)
        left = first if first.i < left.i else left
        right = last if last.i > right.i else right
    return left, right

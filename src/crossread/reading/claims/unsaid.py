"""What a sentence keeps from saying: a clause that nobody states, asks for or denies.

"Did not say whether the army shelled the town" says neither that it did nor that it did not, and "does not call for the army
to leave" is no wish that it stay. After "does not think", "does not want", the "not" is of what is thought or wanted, and the
clause is denied; that is read by `modality`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.reading.claims import syntax

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from crossread.model import Argument

_NOT = ("not", "n't", "never", "nor")
_ASKING = ("WRB", "WDT", "WP", "WP$")
_MOST_STEPS = 6


@lru_cache(maxsize=8)
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(table(language, "modality")["unsaid"][name])


def is_unsaid(clause: Token, *, language: str = "en") -> bool:
    """Whether a verb above the clause is denied that takes what it says with it, or whom the clause describes is not there."""
    if _is_partly(clause, language):
        return True
    token = clause
    for _ in range(_MOST_STEPS):
        head = token.head
        if head.i == token.i:
            return False
        if token.dep_ == "acl:relcl":
            return is_absent(head) and is_denied(clause)
        if token.dep_ == "acl" and token.tag_ == "VB" and head.dep_ in ("obj", "obl", "nmod"):
            token = head  # "call for the army to leave", where the infinitive hangs on the army
            continue
        needless = token.dep_ == "xcomp" and token.tag_ == "VB" and head.lemma_.lower() in _words("needing", language)
        if needless and is_denied(head):
            return True  # "does not have to leave"
        admits = token.tag_ == "VBG" and head.lemma_.lower() in _words("admitting", language)
        if admits and (is_denied(head) or head.dep_ == "conj" and is_denied(head.head)):
            return True  # "did not apologise for shelling the town"
        if token.dep_ in ("xcomp", "ccomp", "advcl", "obl", "obj", "nmod") and is_denied(head):
            asks = head.lemma_.lower() in _words("asking", language)
            tells = token.dep_ == "ccomp" and head.lemma_.lower() in _words("telling", language)
            if asks or tells:
                return True
        if token.dep_ == "ccomp" and _is_meant_otherwise(head, language):
            return True
        if token.dep_ not in ("xcomp", "conj", "obl", "obj", "nmod"):
            return False
        token = head
    return False


def _is_meant_otherwise(teller: Token, language: str) -> bool:
    """ "Did not mean to imply that", "was not meant to suggest that": an infinitive of telling below what is denied."""
    told = teller.lemma_.lower() in _words("telling", language) and teller.lemma_.lower() not in _words("asking", language)
    meant = teller.dep_ == "xcomp" and teller.tag_ == "VB" and teller.head.lemma_.lower() in _words("telling", language)
    return told and meant and is_denied(teller.head)


def _is_partly(clause: Token, language: str) -> bool:
    """ "Has not fully left", "does not give enough aid": how much of it is so is not said."""
    if clause.pos_ not in ("VERB", "AUX"):
        partly = any(child.lower_ in _words("hardly", language) for child in syntax.children(clause, "advmod"))
    else:
        partly = any(child.lower_ in _words("partly", language) for child in syntax.children(clause, "advmod")) or any(
            child.lower_ in _words("among", language)
            for given in syntax.children(clause, "obj")
            for part in (given, *syntax.children(given, "nummod"))
            for child in syntax.children(part, "advmod", "amod", "det", "det:predet")
        )
    return partly and is_denied(clause)


def is_unproved(noun: Token, *, language: str = "en") -> bool:
    """ "Had no indication of a militia presence": whether a noun is only what there is no evidence of."""
    head = noun.head
    proof = table(language, "modality")["implicative"]["proof"]
    if noun.dep_ not in ("nmod", "obl") or head.lemma_.lower() not in proof or head.pos_ != "NOUN":
        return False
    return any(child.lower_ == "no" for child in head.children) or head.dep_ == "obj" and is_denied(head.head)


def is_asked(side: Argument, sent: SpacySpan) -> bool:
    """ "How many troops", "which army": a phrase by which somebody asks who it is, and names nobody."""
    return any(token.idx == side.start and token.tag_ in _ASKING and side.end != token.idx + len(token) for token in sent)


def is_denied(verb: Token) -> bool:
    """Whether a predicate has a "not" of its own, or nobody does it."""
    if any(child.lower_ in _NOT and child.dep_ in ("advmod", "neg") and not _is_apart(child, verb) for child in verb.children):
        return True
    subject = syntax.own_subject(verb)
    return subject is not None and is_nobody(subject)


def _is_apart(word: Token, verb: Token) -> bool:
    """ "“Never,” he said": a word of what is quoted."""
    return any(between.is_punct for between in verb.doc[word.i + 1 : verb.i])


def is_thought(verb: Token, *, language: str = "en") -> bool:
    """Whether a verb says what somebody thinks or wants, so that its "not" is of that."""
    return verb.lemma_.lower() in _words("thinking", language)


def is_nobody(phrase: Token) -> bool:
    """ "No group", "neither of them", "nobody"."""
    return is_none(phrase) or any(child.lower_ == "no" and child.dep_ == "det" for child in phrase.children)


def is_none(word: Token, language: str = "en") -> bool:
    """Whether a word alone says that there is nobody: "none of the officers"."""
    return word.lower_ in listed(language, "nobody")


def is_absent(noun: Token) -> bool:
    """ "There is no town", "there was not a single operation"."""
    there = noun.dep_ == "nsubj" and bool(syntax.children(noun.head, "expl"))
    return is_nobody(noun) or there and is_denied(noun.head)

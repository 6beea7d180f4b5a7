"""Subjects whose title stands before their name, between commas: "It hit Lona, the governor, Ana Petrak, said". A parse hangs
both on the noun before, and the verb is left without a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSAL_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "CC"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_MARKS = frozenset("\"“”„«»‟`")
_LONGEST_NAME = 5
_LONGEST_TITLE = 12


def mend_titled(doc: Doc) -> None:
    """Make each such title the subject of its verb, and the name its apposition."""
    for verb in doc:
        if verb.tag_ not in _FINITE_TAGS or verb.pos_ not in ("VERB", "AUX") or verb.dep_ == "conj":
            continue
        found = _title_and_name(verb)
        if found is None:
            continue
        title, name = found
        title.head, title.dep_ = verb, "nsubj"
        name.head, name.dep_ = title, "appos"


def _title_and_name(verb: Token) -> tuple[Token, Token] | None:
    """The heads of title and name right before a verb that has no subject but that title."""
    subjects = [child.i for child in verb.children if child.dep_.startswith(("nsubj", "csubj", "aux:pass", "expl"))]
    doc, first = verb.doc, verb.sent.start
    end = verb.i - 1
    while end > first and doc[end].pos_ in ("AUX", "ADV") and doc[end].head.i == verb.i:
        end -= 1
    comma = end - 1
    while comma > first and doc[comma].pos_ == "PROPN" and end - comma <= _LONGEST_NAME:
        comma -= 1
    if doc[end].text != "," or comma == end - 1 or comma <= first or doc[comma].text != ",":
        return None
    start = comma
    while start > first and doc[start - 1].text != "," and comma - start <= _LONGEST_TITLE:
        start -= 1
    if start <= first or doc[start - 1].text != ",":
        return None
    name = doc[comma + 1]
    while comma < name.head.i < end and name.head.i != name.i:
        name = name.head
    title = _person(doc, start, comma)
    if title is None or any(start <= token.i < comma for token in title.ancestors) or any(at != title.i for at in subjects):
        return None
    return (title, name) if name.dep_ in ("appos", "conj", "nsubj", "flat") else None


def _person(doc: Doc, start: int, end: int) -> Token | None:
    """The head of a range that is a noun phrase for a person."""
    words = doc[start:end]
    if words[0].pos_ not in ("DET", "PRON", "PROPN", "ADJ", "NOUN"):
        return None
    if any(token.tag_ in _CLAUSAL_TAGS or token.text in _MARKS for token in words):
        return None
    for token in words:
        if token.pos_ == "ADP":
            return None
        if token.tag_ in ("NNS", "NNPS"):
            return None
        if token.pos_ in _NOMINAL and people_words().is_person(token.lemma_.lower()):
            return token
    return None

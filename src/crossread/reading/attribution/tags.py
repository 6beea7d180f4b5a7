"""Speech tags beside a closing quotation mark: “…,” said X; “…,” X, the mayor, said. Read off the surface, since parses
are weakest where a quotation and its speaker meet."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from crossread.model import Span
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import (
    Range,
    after_verb,
    char_span,
    is_day,
    is_passive,
    noun_phrase,
    trimmed,
    verb_group,
)
from crossread.reading.attribution.quotes import Quotation
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 32
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
# What opens an adverbial before the sentence proper.
_OPENERS = frozenset({"case", "mark"})
_OPENING_TAGS = frozenset({"IN", "VBG", "VBN", "WRB"})
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WRB"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def read_tag(verb: Token, *, known: bool, number: int, ends: Mapping[int, Quotation]) -> Found | None:
    """A verb whose words begin right where a quotation closes (`ends`, in characters). A verb that is not `known` to
    introduce speech counts only after a comma, question or exclamation mark inside the quotation. The content is the
    last mark: quotations grow to their whole later."""
    if is_passive(verb) or verb.tag_ == "VBG":
        return None
    doc = verb.doc
    group = verb_group(verb)
    if group[0] > 0 and doc[group[0] - 1].tag_ in _RELATIVE_TAGS:
        return None
    close = _closing(verb, start=group[0], ends=ends)
    if close is None or doc[close - 1].text == ".":
        return None
    at = doc[close].idx + len(doc[close])
    if not known and (verb.tag_ not in _FINITE_TAGS or doc[close - 1].text[-1] not in ",?!" or not _is_tag_end(verb)):
        return None
    source: Range | None
    if close + 1 == group[0]:
        head = after_verb(verb, sent_end=min(len(doc), verb.i + _REACH))
        if head is None:
            return None
        start, end = noun_phrase(head, without=verb.i)
        while end < min(len(doc), verb.i + _REACH) and doc[end].pos_ == "PROPN" and _goes_on(doc[end]):
            end += 1
        source = start, end
    else:
        if doc[group[0] - 1].pos_ == "ADV":
            source = trimmed(doc, (close + 1, group[0] - 1)) or trimmed(doc, (close + 1, group[0]))
        else:
            source = trimmed(doc, (close + 1, group[0]))
        if source is None or not any(doc[i].pos_ in _NOMINAL for i in range(*source)):
            return None
    opening = _clause_start(verb, ends[at], close=close)
    if opening is None:
        return None
    return Found(char_span(doc, source), char_span(doc, group), (Span(opening, at),), number, True)


def _goes_on(name: Token) -> bool:
    """Whether a name follows another, or a title: "said press secretary | Ana Petrak"."""
    before = name.doc[name.i - 1]
    titled = before.pos_ == "NOUN" and people_words().is_person(before.lemma_.lower())
    return not is_day(name) and (before.pos_ == "PROPN" or titled)


def _clause_start(verb: Token, quotation: Quotation, *, close: int) -> int | None:
    """Where the content begins, in characters: with the last mark, or with the sentence whose end alone is quoted: "The plan
    “is a mistake,” he said". `None` where the words before a short quotation are no sentence: it is a title or a term."""
    doc = verb.doc
    first = next((i for i in range(close, -1, -1) if doc[i].idx <= quotation.start), close)
    begin = doc[first].sent.start
    lead = trimmed(doc, (begin, first)) if begin < first else None
    if lead is None or not (doc[first + 1].text[0].islower() or quotation.is_scare):
        return doc[close].idx
    words = doc[lead[0] : lead[1]]
    if any(token.text in (":", ";") or token.is_space and "\n" in token.text for token in words):
        return doc[close].idx
    if words[0].dep_ in _OPENERS or words[0].tag_ in _OPENING_TAGS:
        comma = next((token.i for token in words if token.text == ","), lead[1])
        words = doc[comma : lead[1]]
    if any(token.tag_ in _FINITE_TAGS or token.tag_ == "MD" for token in (*words, doc[first + 1])):
        return doc[lead[0]].idx
    return None if quotation.is_scare else doc[close].idx


def _closing(verb: Token, *, start: int, ends: Container[int]) -> int | None:
    """The closing mark before the verb's words, where only one noun phrase lies between."""
    doc = verb.doc
    for i in range(start - 1, max(-1, start - _REACH), -1):
        token = doc[i]
        if token.idx + len(token) in ends:
            first = doc[i + 1] if i + 1 < len(doc) else token
            return i if first.pos_ in ("DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM", "VERB", "AUX") or first.i >= start else None
        if "\n" in token.text or token.text in (":", ";"):
            return None
        if token.text in (".", "?", "!") and i + 1 < start:
            return None
        if token.tag_ in _FINITE_TAGS and not any(other.tag_ in _RELATIVE_TAGS for other in doc[max(0, i - 6) : i]):
            return None
        if token.dep_ == "cc" and token.lower_ in ("but", "and") and doc[i - 1].idx + len(doc[i - 1]) in ends:
            return None
    return None


def _is_tag_end(verb: Token) -> bool:
    """Whether an unknown verb has nothing after it but an end, or the speaker."""
    doc = verb.doc
    following = doc[verb.i + 1] if verb.i + 1 < len(doc) else verb
    return following.is_punct or following.is_space or following.pos_ in ("PROPN", "DET", "ADP", "ADV")

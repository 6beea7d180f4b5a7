"""Where relative expressions count from: the day of the document, of a quotation, of the story; and which way a clause looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Document
from crossread.reading.said_then import said_then

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Two days that differ in every part: what comes out the same from both does not depend on the anchor.
_UNKNOWN = (date(1811, 2, 3), date(2477, 11, 26))
_CLIMB = 12  # a clause is never deeper under its verb than this


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day something is said: between `low` and `high`; a side that is not known stands at a day of no meaning."""

    low: date
    high: date
    low_known: bool = True
    high_known: bool = True

    @property
    def exact(self) -> bool:
        return self.low == self.high


def date_of_anchor(document: Document) -> Anchor:
    """The day a document speaks from: its date, or the range that its date lies in, or unknown on one side or both."""
    published = document.published
    low = _day(published.date) or _day(published.earliest)
    high = _day(published.date) or _day(published.latest)
    if low and high and low > high:
        low, high = high, low
    return Anchor(low or _UNKNOWN[0], high or _UNKNOWN[1], low is not None, high is not None)


def _day(iso: str | None) -> date | None:
    if iso is None or len(iso) < 10:
        return None
    year, month, day = iso[:4], iso[5:7], iso[8:10]
    return date(int(year), int(month), int(day)) if (year + month + day).isdecimal() else None


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Words that turn a clause to the future."""

    auxiliaries: frozenset[str]
    heads: frozenset[str]
    past_before: frozenset[str]
    future_before: frozenset[str]


@lru_cache(maxsize=4)
def tense_words(language: str) -> TenseWords:
    data = table(language, "time")["words"]
    names = ("future_auxiliaries", "future_heads", "past_before", "future_before")
    return TenseWords(*(frozenset(data[name]) for name in names))


@dataclass(frozen=True, slots=True)
class TokenIndex:
    """Finds the parser's token at an offset."""

    doc: Doc
    text: str  # spaCy puts a document's text together anew each time it is asked
    starts: Sequence[int]

    def at(self, offset: int) -> Token:
        """The token that covers the offset, or the last one before it."""
        return self.doc[max(bisect_right(self.starts, offset) - 1, 0)]


def token_index(doc: Doc) -> TokenIndex:
    return TokenIndex(doc, doc.text, [token.idx for token in doc])


def direction(token: Token, *, words: TenseWords) -> int:
    """Which way the clause around a token looks: -1 past, 1 future, 0 when its verb does not tell.

    The nearest verb above decides: its auxiliaries first ("will meet", "has met"), then words that point ahead
    ("expected in", "due to"), then its own tense. An infinitive with "to" points ahead unless what governs it is past and done.
    A time of saying looks where the saying does.
    """
    if token.dep_ in ("compound", "amod", "nmod:poss") and token.head.pos_ in ("NOUN", "PROPN"):
        return 0
    current = said_then(token) or token
    for _ in range(_CLIMB):
        if current.pos_ in ("VERB", "AUX") or (current.lemma_.lower() or current.lower_) in words.heads:
            found = _of_verb(current, words=words)
            if found is not None:
                return found
        if current.head is current or current.head.i == current.i:
            break
        current = current.head
    return _of_verb(current, words=words) or 0


def _of_verb(verb: Token, *, words: TenseWords) -> int | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop", "mark") and child.i < verb.i]
    helping = {child.lower_ for child in helpers}
    if helping & words.auxiliaries:
        return 1
    if verb.lower_ in words.heads or _stem(verb.lower_) in words.heads or verb.lemma_.lower() in words.heads:
        return 1
    if "to" in helping:
        return 1
    tenses = [tense for child in (*helpers, verb) for tense in child.morph.get("Tense", [])]
    if any(child.lower_ in ("has", "have", "had", "'ve", "’ve") for child in helpers):
        return -1
    past_helper = any("Past" in child.morph.get("Tense", []) for child in helpers)
    if "Past" in tenses and (not helpers or verb.tag_ != "VBN" or past_helper):
        return -1
    if verb.tag_ in ("VBD", "VBN") and not helpers:
        return -1
    if verb.tag_ in ("VBG", "VB") and not helpers:
        return None
    return 0


def _stem(word: str) -> str:
    """A regular participle's verb: "expected", "scheduled", "planned"."""
    for ending, keep in (("nned", "n"), ("ed", ""), ("d", ""), ("ing", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + keep
    return word

"""Where a name begins and ends within what the recogniser took for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.gazetteer import known, known_names
from crossread.reading.names.parts import ARTICLES, DASHES, PLACE
from crossread.reading.names.raw import RawName
from crossread.reading.names.refused import is_address, portfolios
from crossread.reading.names.words import SMALL_WORDS
from crossread.reading.people import is_office, people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JOINTS = frozenset(("of", "for"))  # between the head noun of a body's name and the rest
_TRIM = frozenset("\"'“”‘’`()[]{},.;:!?-–—*•|/\n\t _")
# What no name ends in, in lower case.
_LOOSE = frozenset(("ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ"))


def _asks(word: Token) -> bool:
    """Whether a word opens a question and is no given name: "Will Marr resign?"."""
    return word.tag_ == "MD" and word.sent.text.rstrip("\"'”’ \n").endswith("?")


def _is_opening(doc: Doc, first: int, last: int) -> bool:
    """Whether a word has its capital because a sentence begins with it, or tells how many the noun behind the name stands for:
    "Beneath [Marr]'s rhetoric", "Six [Air Peru] pilots"."""
    opens = first < last and doc[first].is_sent_start and doc[first].lower_ in table("en", "bodies")["unnamed"]["openings"]
    counts = first < last and doc[first].like_num and doc[first].head.i > last and doc[first].is_alpha
    return bool(opens or counts) and doc[first + 1].text[:1].isupper() and known(doc[first : last + 1].text) is None


def trimmed(doc: Doc, first: int, *, last: int, label: str) -> RawName | None:
    """Without outer marks, articles, common words in front and possessive endings; `None` where no letter is left."""
    while first <= last and (
        doc[first].text in _TRIM
        or doc[first].is_space
        or doc[first].lower_ in ARTICLES
        or (first < last and doc[first].is_lower and doc[first].tag_ == "CC")
        or is_address(doc[first])
        or _asks(doc[first])
        or _is_opening(doc, first, last)
    ):
        if doc[first].text == "The" and (is_within(doc, first) or doc[first : last + 1].text in known_names()):
            break
        first += 1
    if label in PLACE:
        first = _first_capital(doc, first, last)
    last = _without_loose_end(doc, first, last)
    if label == "ORG" and first <= last:
        last = _without_loose_end(doc, first, _before_office(doc, first, last))
    if label in ("ORG", "PER") and last > first and (_is_creed(doc, last) or _is_adjective(doc, first, last)):
        last -= 1
    if first > last or not any(char.isalpha() for char in doc[first : last + 1].text):
        return None
    return RawName(doc[first].idx, doc[last].idx + len(doc[last]), first, last, label)


def _without_loose_end(doc: Doc, first: int, last: int) -> int:
    """The last word that a name may end in; the word before `first` where there is none."""
    while first <= last and (
        doc[last].is_space
        or is_address(doc[last])
        or doc[last].tag_ == "POS"
        or doc[last].text in _TRIM
        or (last > first and (_is_small(doc, last) or doc[last].is_lower and doc[last].pos_ in _LOOSE))
        or (last > first + 1 and doc[last].tag_ == "VBN" and doc[last - 1].text in DASHES)  # "[X]-backed"
    ):
        last -= 1
    return last


def _is_creed(doc: Doc, at: int) -> bool:
    """Whether a word at the end of a name says of what people the following are: "[Faylaq Orel] Islamist" before "faction"."""
    entry, after = known(doc[at].text), doc[at + 1] if at + 1 < len(doc) else None
    creed = entry is not None and entry.kind == "demonym" and entry.type == "other"
    creed = creed and doc[at - 1].lower_ not in SMALL_WORDS and known(doc[at - 1].text) is None
    return creed and after is not None and after.is_lower and after.pos_ == "NOUN"


def _is_adjective(doc: Doc, first: int, last: int) -> bool:
    """Whether an adjective with a capital follows a known name and belongs to the noun after it: "[U.S.] Congressional" before
    "investigation"."""
    after = doc[last + 1] if last + 1 < len(doc) else None
    entry = known(doc[first:last].text)
    loose = doc[last].tag_ == "JJ" and after is not None and after.is_lower and after.pos_ == "NOUN" and doc[last].head.i > last
    return loose and entry is not None and entry.kind == "name" and known(doc[first : last + 1].text) is None


def _is_small(doc: Doc, at: int) -> bool:
    """Whether a word is one that a name may hold but not end in; a single capital within a sentence is none ("Group A")."""
    return doc[at].lower_ in SMALL_WORDS and not (len(doc[at]) == 1 and doc[at].is_upper)


def _first_capital(doc: Doc, first: int, last: int) -> int:
    """Where a place's name begins that the recogniser opened with a common word, where that belongs to what follows: "eastern
    [Orel] province", "southern [Peru]'s coast"; elsewhere it is a part of the country and stays ("[southern Peru]")."""
    after = doc[last + 1] if last + 1 < len(doc) else None
    owned = after is not None and (after.tag_ == "POS" or after.lower_ in table("en", "bodies")["called"]["place"])
    at = first
    while owned and at < last and doc[at].is_alpha and doc[at].is_lower and doc[at].lower_ not in people_words().particles:
        at += 1
    return at if doc[at].text[:1].isupper() else first


def _before_office(doc: Doc, first: int, last: int) -> int:
    """The last word of a body's name without an office at its end ("[U.N.] ambassador"), or the beginning of one ("[U.S.]
    Defence" before "secretary"); the word before `first` where nothing is left ("Supreme Leader")."""
    titles, ends = people_words().titles, portfolios()
    if is_office(doc[last].lower_.rstrip(".")) and doc[last - 1].text not in DASHES:
        while last >= first and (doc[last].lower_.rstrip(".") in titles or doc[last].lower_ in ends):
            last -= 1
    elif (
        last + 1 < len(doc)
        and is_office(doc[last + 1].lower_)
        and JOINTS.isdisjoint(token.lower_ for token in doc[first:last])
    ):
        while last >= first and doc[last].lower_ in ends:
            last -= 1
    return last


def is_within(doc: Doc, at: int) -> bool:
    """Whether a word follows another in lower case, so that a capital of its own says that it belongs to a name."""
    return at > 0 and not doc[at].is_sent_start and doc[at - 1].is_lower and doc[at - 1].is_alpha

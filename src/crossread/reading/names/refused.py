"""What the recogniser takes for a name and is none: offices, parts of offices, common words, addresses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.cities import cities
from crossread.ontology.gazetteer import known
from crossread.reading.names.words import name_heads
from crossread.reading.people import is_office, people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from crossread.reading.names.raw import RawName

# Tags of words that are no names anywhere, and those that are none where every word has a capital.
_NEVER = frozenset(("RB", "VB", "VBZ", "VBP", "VBD", "UH", "CC", "DT", "WP", "WRB", "MD", "PRP", "EX"))
_COMMON = frozenset(("NN", "NNS", "VBG", "VBN", "CD"))
# What single nouns with a capital name: "Army officials".
_BODIES = ("government_body", "military_unit")
# What American papers write behind a name: "D-Calif.".
_PARTY_TAG = re.compile(r"[DRI]-[A-Z]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = ("@", "#", "http", "www.", "pic.")


def is_address(token: Token) -> bool:
    """Whether a token is an address on the net, the name of an account, or a keyword."""
    text = token.text
    return len(text) > 1 and text.startswith(_MARKS)


def is_no_name(doc: Doc, raw: RawName, inside: frozenset[str]) -> bool:
    """Whether a span names nothing. `inside` holds the names that the document has where no sentence begins, for there a capital
    tells something."""
    words = doc[raw.first : raw.last + 1]
    text = words.text
    if len(text) == 1 or _PARTY_TAG.match(text) or _is_date(text):
        return True
    if _is_of_two(text, inside):
        return True
    if is_title(text) or text in _unnamed() or (text[:-1] in _unnamed() and text[-1:] == "s"):
        return True
    return len(words) == 1 and (_is_common(words[0], inside) or _is_belief(words[0], raw.label))


def _is_of_two(text: str, inside: frozenset[str]) -> bool:
    """ "The Marr-Petrak call": two whose surnames stand elsewhere, joined by a hyphen, are nobody else. "Guinea-Bissau" is known,
    and "Al" in "Al-Marr" is nobody's surname."""
    first, hyphen, second = text.partition("-")
    if not hyphen or known(text) is not None:
        return False
    surnames = {name.split()[-1] for name in inside if " " in name}
    return first in surnames and second in surnames


def _is_belief(token: Token, label: str) -> bool:
    """Whether a single word that was taken for a place or a person is a noun for a belief or feeling: "Xenophobia"."""
    endings = tuple(table("en", "bodies")["unnamed"]["endings"])
    return label != "ORG" and token.lower_.endswith(endings) and known(token.text) is None


def is_title(text: str) -> bool:
    """Whether a text is a title and no name: "Prime Minister", "Lt."."""
    words = _WORD.findall(text.lower())
    return all(word in people_words().titles for word in words)


def is_portfolio(doc: Doc, raw: RawName) -> bool:
    """Whether a name is what an office is for ("secretary of [State]"), and so the body that it heads."""
    words = doc[raw.first : raw.last + 1]
    return all(token.lower_ in portfolios() for token in words) and _after_office(doc, raw.first)


def portfolio_end(doc: Doc, first: int, last: int) -> int:
    """How many words at the beginning of a span are the rest of an office before it: "secretary of [State Ana Petrak]"."""
    at = first
    while at <= last and doc[at].lower_ in portfolios():
        at += 1
    return at - first if at > first and _after_office(doc, first) else 0


@lru_cache(maxsize=4)
def portfolios(language: str = "en") -> frozenset[str]:
    """Words for what a minister or secretary is responsible for."""
    return frozenset(table(language, "persons")["titles"]["portfolios"])


def _is_date(text: str) -> bool:
    """Whether a text is a month or a weekday, or a part of one ("mid-September")."""
    return _WORD.findall(text.lower())[-1:] != [] and all(word in _calendar() for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=4)
def _calendar(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["unnamed"]["calendar"])


@lru_cache(maxsize=4)
def _unnamed(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["unnamed"]["acronyms"])


def _after_office(doc: Doc, at: int) -> bool:
    return at > 1 and doc[at - 1].lower_ in ("of", "for") and is_office(doc[at - 2].lower_)


def _is_common(token: Token, inside: frozenset[str]) -> bool:
    """Whether a single word with a capital is no name: an adverb or a verb, or a noun that only begins a sentence."""
    if token.is_upper or not token.is_alpha or token.text in inside or token.text in cities() or known(token.text) is not None:
        return False
    if token.pos_ == "PROPN":  # where the parser wavers
        return False
    if token.tag_ in _NEVER:
        return True
    return bool(token.is_sent_start) and token.tag_ in _COMMON and name_heads().get(token.lower_) not in _BODIES

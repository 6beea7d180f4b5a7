"""Names as keys: what makes two spellings the same name without knowing anything about the world."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNSPECIFIED = "unspecified"  # the name that a claim gives to whom its words leave unsaid
# Marks above and below Latin, Greek and Cyrillic letters; marks of other scripts are letters of their own.
_ACCENTS = re.compile("[\u0300-\u036f]")
_POSSESSIVE = re.compile(r"['\u2019]s\b")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_NO_LETTERS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the (?=.)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,7}")


@lru_cache(maxsize=50_000)
def name_key(text: str) -> str:
    """A name's letters and digits in lower case, words apart by one space, without accents, an article in front, a
    possessive ending or the dots of an acronym: "The  Côte d'Azur's" -> "cote d azur". Empty where no letter or digit is."""
    plain = (text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))).casefold()
    plain = _DOTTED.sub(lambda match: match.group().replace(".", ""), _POSSESSIVE.sub("", plain))
    words = _parted(plain).split()
    return _ARTICLE.sub("", " ".join(words))


def _parted(plain: str) -> str:
    """A text with nothing but letters, their marks, digits and spaces."""
    if plain.isascii():
        return _NO_LETTERS.sub(" ", plain)
    return "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in plain)


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym: two to seven capitals, dots or none between them."""
    return text.isupper() and _ACRONYM.fullmatch(text) is not None


def initials(name: str) -> str:
    """The initials of a name's capitalised words, as a key: "Government of National Unity" -> "gnu"."""
    return name_key("".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()))


def stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym's letters run through a longer name in order, from its first letter: UAE, United Arab Emirates."""
    letters = iter(name_key(name).replace(" ", ""))
    wanted = name_key(acronym)
    return bool(wanted) and name_key(name)[:1] == wanted[0] and " " in name_key(name) and all(c in letters for c in wanted)


def shown_name(name: str) -> str:
    """A name as a reader sees it: whom a text leaves unsaid is someone."""
    return "someone" if name == UNSPECIFIED else name

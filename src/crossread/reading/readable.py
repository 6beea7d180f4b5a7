"""A text as the parser reads it, character for character: without what cannot be seen and what was pasted into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crossread.lexicon import table

# Between words a no-break or a thin space is a space; the tokenizer would make a token of it, and the parser a word.
_SPACES = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
# So is what cannot be seen, unless it stands within a word: marks of direction, joiners, soft hyphens, unreadable characters.
_UNSEEN = re.compile(r"(?<!\w)[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]"
                     r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd](?!\w)")
# "didn’t", "he’ll", "Morland’s" are the words that dictionaries have with a typewriter's mark.
_APOSTROPHE = re.compile(r"(?<=\w)[’ʼ＇](?=\w)")


def plain(text: str) -> str:
    """The text with plain spaces and apostrophes and without boxes of links, footnote numbers, credits and signatures among its
    sentences, character for character: every offset stays."""
    readable = _APOSTROPHE.sub("'", _UNSEEN.sub(" ", text.translate(_SPACES)))
    for form in (*_pasted("forms"), *_pasted("breaks")):
        readable = form.sub(_blanked, readable)
    return readable


def breaks(text: str) -> Iterator[int]:
    """The offsets after what was pasted between two sentences."""
    return (found.end() for form in _pasted("breaks") for found in form.finditer(text))


def _blanked(found: re.Match[str]) -> str:
    kept = found.groupdict().get("kept") or ""
    return kept + " " * (found.end() - found.start() - len(kept))


@lru_cache(maxsize=4)
def _pasted(kind: str, language: str = "en") -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.MULTILINE) for form in table(language, "layout")["inserted"][kind])

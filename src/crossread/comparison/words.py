"""What a piece of text is about, as stems: enough to tell whether two pieces speak of one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from crossread.lexicon import table
from crossread.model.names import name_key

_WORD = re.compile(r"[^\W_]+")
LEAST = 3  # letters that a stem keeps


@lru_cache(maxsize=4)
def _stop(language: str) -> frozenset[str]:
    return frozenset(table(language, "comparison")["stop"])


@lru_cache(maxsize=4)
def _endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(table(language, "comparison")["endings"], key=lambda ending: (-len(ending), ending)))


@lru_cache(maxsize=100_000)
def stem(word: str, *, language: str = "en") -> str:
    """A word without its ending: "landmines" -> "landmin", "promised" -> "promis"."""
    for ending in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=50_000)
def stems(text: str, *, language: str = "en") -> frozenset[str]:
    """The stems of a text's words, without those that say nothing."""
    stop = _stop(language)
    return frozenset(stem(word, language=language) for word in _WORD.findall(name_key(text)) if word not in stop)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that lies in the other (overlap coefficient); 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0

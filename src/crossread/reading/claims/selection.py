"""Selectional restrictions: who and what a predicate cannot be said of, since its words then have another sense."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from crossread.lexicon import listed, table
from crossread.reading.claims import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crossread.reading.claims.filled import Filled

Side = Literal["subject", "object"]


@dataclass(frozen=True, slots=True)
class _Excluded:
    """Head words and types that one side of a predicate cannot have."""

    words: frozenset[str]
    types: frozenset[str]


@lru_cache(maxsize=512)
def _excluded(predicate: str, side: Side, language: str) -> _Excluded:
    data = table(language, "selection")
    rows = [data.get(name, {}) for name in ("any", predicate)]
    return _Excluded(
        frozenset(word for row in rows for word in row.get(f"no_{side}", ())),
        frozenset(type_ for row in rows for type_ in row.get(f"no_{side}_type", ())),
    )


def can_be(side: Filled, predicate: str, which: Side, *, language: str = "en", alone: bool = False) -> bool:
    """Whether an argument can be one side of a predicate. Goes by the head word, by what is compounded with it where it is no
    actor or place ("a weapons depot" is no weapon; not if `alone`), and by the type of whom it stands for; names and pronouns
    that were resolved are judged by their type alone."""
    excluded = _excluded(predicate, which, language)
    if side.type in excluded.types:
        return False
    whose = syntax.antecedent(side.head) if side.head.tag_ in ("WP", "WDT") else None
    thing = side.type in (None, "other", "event")
    if whose is not None and (thing or whose.pos_ == "PRON") and whose.lemma_.lower() in excluded.words:
        return False  # "anyone who fights them", "weapons, which they signed"
    if side.head.tag_ == "CD" and any(child.dep_ == "nmod" for child in side.head.children):
        return True  # "one of the ministers" is somebody
    resolved = side.mention is not None and side.mention.form != "nominal" and side.argument.entity is not None
    beside = (
        child
        for child in side.head.children
        if (thing and not alone and child.dep_ == "compound") or _is_counted(child, language)
    )
    return resolved or not any(word.lemma_.lower() in excluded.words for word in (side.head, *beside))


def _is_counted(noun: Token, language: str) -> bool:
    """Whether a noun is what its head only counts or parts: "most of the refugees"."""
    parts = noun.head.lemma_.lower() in listed(language, "partitive")
    return parts and noun.dep_ == "nmod" and syntax.case_of(noun) == "of"

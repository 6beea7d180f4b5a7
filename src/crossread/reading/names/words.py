"""Head nouns of bodies, places and things, by the type that they give."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from crossread.lexicon import table

if TYPE_CHECKING:
    from crossread.model.reading import EntityType


# Words of a name that its acronym may leave out.
SMALL_WORDS = frozenset(("of", "the", "for", "and", "in", "on", "to", "a", "de", "du", "la"))


@lru_cache(maxsize=4)
def body_types(language: str = "en") -> dict[str, EntityType]:
    """Lemma -> type of what it describes ("militia" -> armed_group); the first list that holds a lemma decides."""
    return index_of(table(language, "bodies")["heads"])


@lru_cache(maxsize=4)
def name_heads(language: str = "en") -> dict[str, EntityType]:
    """The same for the head noun of a name, where more nouns tell ("... Front")."""
    return {**body_types(language), **index_of(table(language, "bodies")["name_heads"])}


@lru_cache(maxsize=4)
def first_heads(language: str = "en") -> dict[str, EntityType]:
    """The same for nouns that stand first in a name ("Hotel X")."""
    return index_of(table(language, "bodies")["first_heads"])


def index_of(lists: dict[str, list[str]]) -> dict[str, EntityType]:
    """Word -> the name of the first list that holds it."""
    found: dict[str, EntityType] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, cast("EntityType", name))
    return found

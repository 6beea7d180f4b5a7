"""Who is helped: "support the army in its fight", "voiced support for the army in the fight". The fight is the army's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token


@lru_cache(maxsize=4)
def _words(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "frames")[name]["words"])


def is_effort(noun: Token) -> bool:
    """Whether a noun names what somebody strives for ("its campaign to …")."""
    return noun.lemma_.lower() in _words("effort")


def helped(host: Token) -> Token | None:
    """Whom a verb or noun of help, or a verb whose object is such a noun, helps; `None` where it is no help or names nobody."""
    for word in (host, *(child for child in host.children if child.dep_ == "obj")):
        if word.lemma_.lower() not in _words("helping"):
            continue
        if word.pos_ == "VERB":
            return next((child for child in word.children if child.dep_ == "obj"), None)
        for place in (word, word.head):
            for child in place.children:
                cases = [mark.lower_ for mark in child.lefts if mark.dep_ == "case"]
                if child.dep_ in ("nmod", "obl") and ("for" in cases or "to" in cases):
                    return child
    return None

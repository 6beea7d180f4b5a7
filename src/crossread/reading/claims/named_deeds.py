"""What becomes of a deed that a noun names: "demanded the withdrawal of", "fear an attack by", "an invasion would bring".

A noun takes for granted that there is such a deed, but not that it was done where what governs it wants, fears or foresees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.model.reading import Modality
from crossread.reading.claims import syntax
from crossread.reading.claims.modal_words import modal_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_VALUES: tuple[Modality, ...] = ("hypothetical", "predicted", "wished", "possible")


@dataclass(frozen=True, slots=True)
class _Governing:
    """Verbs and nouns that make one modality of a deed named below them; `calling`: verbs that do so with "for" alone; `new`:
    only of one that nothing shows to be known."""

    value: Modality
    verbs: frozenset[str]
    calling: frozenset[str]
    nouns: frozenset[str]
    new: bool


@dataclass(frozen=True, slots=True)
class _Words:
    governing: tuple[_Governing, ...]
    deeds: frozenset[str]
    prepositions: frozenset[str]
    going_on: frozenset[str]
    known: frozenset[str]
    any: frozenset[str]
    unreal: frozenset[str]
    conditions: frozenset[str]


@lru_cache(maxsize=4)
def _words(language: str) -> _Words:
    data = table(language, "modality")
    named = data["named"]
    rows = tuple(
        _Governing(
            value, frozenset(row["verbs"]), frozenset(row.get("for", ())), frozenset(row["nouns"]), row.get("new", False)
        )
        for value in _VALUES
        if (row := named[value])
    )
    around = named["around"]
    return _Words(
        rows,
        frozenset(around["deeds"]) | listed(language, "deeds"),
        frozenset(around["prepositions"]),
        frozenset(around["going_on"]),
        frozenset(around["known"]),
        frozenset(around["any"]),
        frozenset(data["predicted"]["unreal"]),
        frozenset(data["hypothetical"]["conditions"]),
    )


def named_stance(noun: Token, *, language: str = "en") -> tuple[Modality, Token] | None:
    """What governs a noun that takes a deed for granted makes of it, with the word that does; `None` where it stays as it is."""
    words = _words(language)
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words.deeds:
        return None
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in words.any:
            return "hypothetical", child
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        return _supposed(noun, head, words, language)
    case = syntax.case_of(noun)
    through = noun.dep_ == "obj" or noun.dep_ in ("obl", "nmod") and case in words.prepositions
    if not through or head.i > noun.i:
        return None
    for row in words.governing:
        if row.new and _is_known(noun, words):
            continue
        verbs = row.verbs | row.calling if case == "for" else row.verbs
        governs = verbs if head.pos_ == "VERB" else row.nouns
        with_particle = {f"{head.lemma_}_{part.lower_}" for part in syntax.children(head, "compound:prt")}
        if head.lemma_.lower() in governs or not verbs.isdisjoint(with_particle):
            return row.value, head
    return None


def _supposed(noun: Token, verb: Token, words: _Words, language: str) -> tuple[Modality, Token] | None:
    """ "An attack would bring ruin": what would follow has not been done either, unless it goes on ("the siege would last")."""
    if syntax.children(verb, "expl"):
        mark = next((child for child in syntax.children(verb, "mark") if child.lower_ in words.conditions), None)
        return None if mark is None else ("hypothetical", mark)  # "if there is a war with Morland"
    if verb.pos_ == "ADJ" and (value := modal_words(language).attributed(verb.lower_)) is not None:
        return value, verb  # "an attack is imminent"
    would = next((child for child in syntax.children(verb, "aux") if child.lower_ in words.unreal), None)
    if would is None or verb.lemma_.lower() in words.going_on:
        return None
    if _is_known(noun, words) and (verb.pos_ != "VERB" or syntax.is_perfect(verb)):
        return None
    return "hypothetical", would


def _is_known(noun: Token, words: _Words) -> bool:
    """Whether a determiner or owner shows that the deed is known."""
    return any(
        child.dep_ in ("det", "nmod:poss") and (child.lower_ in words.known or child.pos_ in ("PROPN", "NOUN"))
        for child in noun.children
    )

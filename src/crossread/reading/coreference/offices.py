"""Holders of offices: "the Peruvian leader" is the one person whom the text calls the president of Peru."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

_FAR, _NEXT = 60, 2  # sentences
_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod", "nmod:desc", "flat", "nummod")


@dataclass(frozen=True, slots=True)
class Office:
    """The words of a post ("prime minister") and the chain that it is a post of, if one is named."""

    words: frozenset[str]
    owner: int | None


@lru_cache(maxsize=4)
def _colours(language: str = "en") -> frozenset[str]:
    """Words that do not tell one holder from another. What tells a present from a past holder does."""
    data = table(language, "persons")
    return frozenset(data["light"]["words"]) - frozenset(data["light"]["times"])


@lru_cache(maxsize=4)
def _akin(language: str = "en") -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, posts in table(language, "persons")["taken_up"].items():
        found.setdefault(word, set()).update(posts)
    return {word: frozenset(posts) for word, posts in found.items()}


def join_offices(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> None:
    """Each description of an office to the one chain before it that holds it. Abstains where the owners differ, where only one
    of the two names an owner and others hold the like, and where "former" or "new" stands on one side alone."""
    holders: list[tuple[int, Office]] = []
    strangers: dict[str, int] = {}  # where an office was last spoken of whose holder has no name: "the country's new president"
    for index, each in enumerate(chains.candidates):
        if each.type != "person" or each.number == "plural":
            continue
        if each.kind == "name":
            office = _before_name(parse, chains, each, heads=heads)
            if office is not None:
                holders.append((index, office))
        elif each.kind == "nominal" and each.lemma in people_words().nouns:
            office = _office(parse.doc[each.head], chains, heads=heads, inside=range(each.first, each.last + 1))
            if _is_named(chains, index):
                holders.append((index, office))
            elif each.definiteness in ("definite", "possessive"):
                if each.sent - strangers.get(each.lemma, -_NEXT - 1) > _NEXT or office.owner is not None:
                    _join(chains, index, office, holders)
                if not _is_named(chains, index) and each.definiteness == "possessive":
                    strangers[each.lemma] = each.sent


def _is_named(chains: Chains, index: int) -> bool:
    return any(chains.candidates[member].kind == "name" for member in chains.members(index))


def _before_name(parse: Parse, chains: Chains, each: Candidate, *, heads: dict[int, int]) -> Office | None:
    start = next((at for at in range(each.first, max(-1, each.first - 8), -1) if parse.doc[at].idx <= each.phrase), each.first)
    words = set()
    owner = None
    for at in range(start, each.last):
        token = parse.doc[at]
        word = (token.lower_ if token.dep_ == "amod" else token.lemma_.lower()).rstrip(".")
        if token.i in heads and token.i < each.first and chains.candidates[heads[token.i]].kind in ("name", "demonym"):
            owner = chains.find(heads[token.i])
        elif word in people_words().offices or (at < each.first and token.pos_ in ("NOUN", "ADJ")):
            words.add(word)
        elif at >= each.first:
            break
    words -= _colours()
    return Office(frozenset(words), owner) if words else None


def _office(head: Token, chains: Chains, *, heads: dict[int, int], inside: Iterable[int]) -> Office:
    words, owner = {head.lemma_.lower()}, None
    for child in head.children:
        if child.i not in inside or child.dep_ not in _MODIFIERS:
            continue
        if child.i in heads and (
            child.pos_ == "PROPN" or child.pos_ == "PRON" or chains.candidates[heads[child.i]].kind == "demonym"
        ):
            owner = chains.find(heads[child.i])
        else:
            words.add(child.lower_ if child.dep_ == "amod" else child.lemma_.lower())
    return Office(frozenset(words) - _colours(), owner)


def _join(chains: Chains, index: int, office: Office, holders: list[tuple[int, Office]]) -> None:
    each = chains.candidates[index]
    if not office.words:
        return
    able: dict[int, int] = {}
    for other, held in reversed(holders):
        before = chains.candidates[other]
        if each.sent - before.sent > _FAR or before.covers(each) or each.covers(before) or not _is_like(office, held):
            continue
        if office.owner is not None and held.owner != office.owner:
            continue
        if chains.agree(other, index):
            able.setdefault(chains.find(other), other)
    if len(able) == 1:
        chains.join(next(iter(able.values())), index)


def _is_like(office: Office, held: Office) -> bool:
    if office.words == held.words:
        return True
    if len(office.words) > 1 or office.owner is None:
        return False
    return bool(_akin().get(next(iter(office.words)), frozenset()) & {" ".join(sorted(held.words))})

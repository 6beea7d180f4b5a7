"""A name of a body taken apart: country, kind of body, who stands behind it, and the words that are left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crossread.actors.words import actor_words
from crossread.model.names import is_acronym, name_key
from crossread.ontology.countries import countries, country_of
from crossread.ontology.gazetteer import known

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\b\.?)*")
FIRST = 4  # words of a description in which its own country stands
_INNER = re.compile(r"\b(?:of|for|in|on|to|against|at|from|with)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a body.

    `countries` are ISO codes of the countries it names; `family` is the kind of body its head noun gives; `marks` are words
    that set it apart from its namesake ("former"); `backers` who is said to stand behind it; `rest` the other words that tell it
    from others, sorted, wordings and plurals made one.
    """

    key: str
    countries: frozenset[str]
    family: str | None
    marks: frozenset[str]
    backers: frozenset[str]
    rest: tuple[str, ...]


@lru_cache(maxsize=4)
def _backed() -> re.Pattern[str]:
    return re.compile(rf"([\w.]+)-(?:{'|'.join(sorted(actor_words().backing))})\b", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def form_of(name: str) -> Form:
    """Take a name apart. Deterministic, without context."""
    words = actor_words()
    bare, backers = _without_backers(name)
    tokens = _WORD.findall(re.sub(r"['’]s\b", "", bare))
    found, left = _countries(tokens)
    lowered = [name_key(token) for token in left]
    cut = len(_WORD.findall(_INNER.split(re.sub(r"['’]s\b", "", bare), maxsplit=1)[0]))
    family, lowered = _family(lowered, before=cut - (len(tokens) - len(left)) if cut else 0)
    marks = frozenset(words.marks[word] for word in lowered if word in words.marks)
    slight = words.small | words.light | words.marks.keys() | _beside_acronyms(left)
    rest = sorted({
        words.wording.get(word, _singular(word)) for word in lowered
        if word and word not in slight and not (family is not None and words.families.get(word) == family)
    })
    rest = [word for word in rest if word not in words.particles] or rest
    return Form(name_key(name), frozenset(found), family, marks, backers, tuple(_surname(rest, lowered) if family else rest))


def _beside_acronyms(tokens: list[str]) -> frozenset[str]:
    """Words that tell nothing beside an acronym: what its people are held to be, and of which people they are."""
    if not any(is_acronym(token) for token in tokens):
        return frozenset()
    peoples = {token for token in tokens if (entry := known(token)) is not None and entry.kind == "demonym"}
    return actor_words().creeds | {name_key(token) for token in peoples}


def _without_backers(name: str) -> tuple[str, frozenset[str]]:
    """A name without "X-backed" in it, and the keys of such X by its usual name. X may be several words if it is known."""
    backers = set()
    while (match := _backed().search(name)) is not None:
        parts = [*name[: match.start(1)].split(), match.group(1)]
        size = next((size for size in (3, 2) if len(parts) >= size and known(" ".join(parts[-size:]))), 1)
        who = " ".join(parts[-size:])
        entry = known(who)
        backers.add(name_key(entry.canonical if entry else who))
        name = " ".join((*parts[:-size], name[match.end():].strip()))
    return name, frozenset(backers)


def _countries(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The countries that some words name, and the other words. Two or three words may name one; a plural or a possessive
    without its apostrophe counts as the word."""
    found: list[str] = []
    left: list[str] = []
    at = 0
    while at < len(tokens):
        for size in (3, 2, 1):
            if at + size > len(tokens):
                continue
            text = " ".join(tokens[at:at + size])
            country = country_of(text) or (country_of(text[:-1]) if size == 1 and text.endswith("s") and len(text) > 4 else None)
            if country is not None and (size > 1 or tokens[at][0].isupper()):
                found.append(country.iso3)
                at += size
                break
        else:
            left.append(tokens[at])
            at += 1
    return found, left


def _family(words: list[str], *, before: int) -> tuple[str | None, list[str]]:
    """The kind of body that the last head noun before the first preposition gives, and the words without it."""
    families = actor_words().families
    best: tuple[int, int, str] | None = None
    for noun, family in families.items():
        parts = noun.split()
        for at in range(len(words) - len(parts) + 1):
            if words[at:at + len(parts)] == parts:
                rank = (at + len(parts), len(parts)) if at < max(before, 1) else (-at, len(parts))
                if best is None or rank > best[:2]:
                    best = (*rank, f"{at}:{len(parts)}:{family}")
    if best is None:
        return None, words
    first, length, family = best[2].split(":")
    at, size = int(first), int(length)
    return family, words[:at] + words[at + size:]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4 else word


def _surname(rest: list[str], order: list[str]) -> list[str]:
    """A full name in a makeshift name ("the Ana Petrak government") as its surname; titles fall."""
    words = actor_words()
    kept = [word for word in rest if word not in words.titles and word not in words.particles] if len(rest) > 1 else rest
    if len(kept) == 2 and any(word in words.male or word in words.female for word in kept):
        in_order = [word for word in order if word in kept or _singular(word) in kept]
        if in_order and (in_order[0] in words.male or in_order[0] in words.female):
            return [word for word in kept if word != in_order[0]]
    return kept or rest


def country_in(text: str) -> str | None:
    """The country at the beginning of a description, by its ISO code: "the former Ostmark minister of trade"."""
    found, _ = _countries(_WORD.findall(re.sub(r"['’]s\b", "", text))[:FIRST])
    return found[0] if found else None


def is_ordinary(name: str) -> bool:
    """Whether every state has a body of this name: "Interior Ministry"."""
    form, words = form_of(name), actor_words()
    return form.family in words.ordinary and not form.countries and set(form.rest) <= words.generic


def spelled(name: str) -> tuple[str, str]:
    """The first letters of all words that tell something, and of all words, as keys: "the self-proclaimed Ostmark national army"
    -> "ona"; "Special Mission in Ostmark" -> "smo", "smio"."""
    words = actor_words()
    telling = [word for word in name_key(name).split() if word not in words.light]
    return "".join(word[0] for word in telling if word not in words.small), "".join(word[0] for word in telling)


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Key of a capital or of a seat of government -> ISO code of its country; names that two countries share are left out."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for country in countries().values():
        for text in (*country.capitals, *country.seats):
            key = name_key(text)
            if found.setdefault(key, country.iso3) != country.iso3:
                shared.add(key)
    return {key: code for key, code in found.items() if key not in shared}

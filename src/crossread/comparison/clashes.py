"""How two claims are looked at: their numbers, their directions, their judgements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crossread.comparison.events import MEASURES
from crossread.comparison.slots import BASES, Item, Material
from crossread.comparison.words import likeness, stem, stems
from crossread.lexicon import table
from crossread.model.findings import Strength
from crossread.model.names import name_key

ABOUT = 0.15  # by how much "about" may be off
ALLOWED = 2  # times of a number up to which "more than" it is meant
DAY = 3  # days up to which a time tells one attack; a longer one is a stretch in which there may be many
FAR = 3  # times by which two loosely linked numbers may differ and still be of one thing
NEWS = 30  # days after a happening in which its toll still rises
WIDE = 32  # days from which a time does not tell one attack from the next
EXACT = 0.02  # by how much two plain numbers may be off


@dataclass(frozen=True, slots=True)
class Numbers:
    """Two numbers that do not fit."""

    strength: Strength
    sides: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Distance:
    """So far from a place, in a direction."""

    amount: float
    direction: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Two judgements at opposite ends; `topic` are the words that both share."""

    poles: tuple[str, str]
    topic: frozenset[str]
    why: str


def numbers(one: Item, other: Item) -> Numbers | None:
    """Whether the numbers of two claims of one measure and unit exclude each other. What grew in time is no clash: a higher
    number from a later day."""
    first, second = one.claim.quantity, other.claim.quantity
    if first is None or second is None or first.value is None or second.value is None:
        return None
    if one.claim.predicate != other.claim.predicate or one.claim.predicate not in MEASURES or not _units(first.unit, second.unit):
        return None
    if _adds(one) or _adds(other) or _scopes_differ(one, other):
        return None
    (low, top), (least, most) = _bounds(one), _bounds(other)
    if low <= most and least <= top:
        return None
    if _grew(one, other, first.value, second.value) or _grew(other, one, second.value, first.value):
        return None
    plain = not first.approximate and not second.approximate and abs(first.value - second.value) > 1 and all(
        item.claim.time.basis in BASES and (item.when.length or WIDE) < WIDE for item in (one, other)
    )
    if not plain and max(first.value, second.value) > FAR * max(1.0, min(first.value, second.value)):
        return None
    labels = (f"{first.value:g}", f"{second.value:g}")
    return Numbers("hard" if plain else "soft", labels, f"{MEASURES[one.claim.predicate]}: {labels[0]} against {labels[1]}")


def _adds(item: Item) -> bool:
    """Whether a number comes on top of one told before: "another six people", "six more people", "it also reported six"."""
    words = name_key(item.claim.object.name).split()
    more = any(word == "more" and words[at + 1 : at + 2] != ["than"] for at, word in enumerate(words))
    return more or item.near.more or not set(words).isdisjoint(table("en", "comparison")["adding"])


def _scopes_differ(one: Item, other: Item) -> bool:
    """Whether the one counts a stretch of time and the other not: the dead of an attack, those of a siege."""
    return _stretch(one) != _stretch(other)


def _stretch(item: Item) -> bool:
    long = item.claim.time.basis in BASES and item.when.length is not None and item.when.length > DAY
    return item.near.spans or long


def like_numbers(one: Item, other: Item) -> bool:
    """Whether two numbers may be given for one thing, as far as both are."""
    values = [item.claim.quantity.value for item in (one, other) if item.claim.quantity and item.claim.quantity.value]
    return len(values) < 2 or max(values) <= FAR * min(values)


def _grew(early: Item, late: Item, before: float, after: float) -> bool:
    """Whether a toll rose: a higher number from a later day, while the happening was still news."""
    if early.said.last is None or late.said.first is None or early.when.last is None:
        return False
    return late.said.first > early.said.last and early.said.last - early.when.last <= NEWS and after > before


def _bounds(item: Item) -> tuple[float, float]:
    """The least and the most that a number allows; "at least" and "more than" allow half as much again, since who knew
    of many more would say so (Grice 1975, maxim of quantity); "up to" allows any less."""
    quantity = item.claim.quantity
    assert quantity is not None  # the caller has looked
    assert quantity.value is not None
    slack = ABOUT if quantity.approximate else EXACT
    top = quantity.max if quantity.max is not None else quantity.value
    low, high = quantity.value * (1 - slack), top * (1 + slack)
    said = f" {name_key(item.claim.object.name)} {name_key(item.quote)} "
    words = table("en", "comparison")
    if quantity.approximate and any(f" {word} " in said for word in words["at_least"]):
        high = top * ALLOWED
    if quantity.approximate and any(f" {word} " in said for word in words["at_most"]):
        low = 0.0
    return low, high


def _units(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return one == other
    return likeness(stems(one), stems(other)) > 0 or one == other


@lru_cache(maxsize=4)
def _compass(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    opposite: dict[str, str] = {}
    for one, other in table(language, "comparison")["compass"]:
        opposite |= {one: other, other: one}
    words = "|".join(sorted(opposite, key=lambda word: (-len(word), word)))
    place = r"((?:the\s+)?[^\s,.;]+(?:\s+[A-Z][^\s,.;]*)*)"
    return re.compile(rf"(\d[\d.,]*)\s*(?:-\s*)?([a-z]+)\s+({words})\s+of\s+{place}", re.IGNORECASE), opposite


def distance(item: Item) -> Distance | None:
    """A distance and direction from a place, in the words of a claim."""
    pattern, _ = _compass("en")
    match = pattern.search(item.quote) or pattern.search(item.claim.object.name)
    if match is None:
        return None
    again = pattern.search(item.claim.object.name)
    place = item.claim.place.name if item.claim.place else ""
    words = stems(match.group(4)) | stems(place) | (stems(again.group(4)) if again else frozenset())
    return Distance(float(match.group(1).replace(",", "").rstrip(".")), match.group(3).lower(), words)


def opposed_directions(one: Distance, other: Distance) -> bool:
    """The same distance from one place the opposite way."""
    _, opposite = _compass("en")
    near = abs(one.amount - other.amount) <= ABOUT * max(one.amount, other.amount)
    return near and opposite.get(one.direction) == other.direction and bool(one.words & other.words)


@lru_cache(maxsize=4)
def _poles(language: str) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Every judging stem with its scales, ends and respects."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for scale, row in enumerate(table(language, "comparison")["opposites"]):
        for end, words in enumerate((row["one"], row["other"])):
            for word in words:
                found.setdefault(stem(word), []).append((scale, end, row["about"]))
    return {word: tuple(sorted(set(places))) for word, places in sorted(found.items())}


def pole(item: Item) -> tuple[str, ...]:
    """The judging words of a claim: those of what it says of its subject; of a claim of harm none, since its words judge those
    who were harmed."""
    words = item.about if item.claim.predicate == "has_attribute" else item.words if item.family != "harm" else frozenset()
    return tuple(sorted(word for word in words if word in _poles("en")))


def described(one: Item, other: Item, material: Material) -> Judged | None:
    """Two claims on one subject at opposite ends of one scale, about something that both name."""
    poles = _poles("en")
    for first in pole(one):
        for second in pole(other):
            for scale, end, about in poles[first]:
                if any(scale == at and end != side for at, side, _ in poles[second]):
                    own = stems(one.claim.subject.name) | stems(other.claim.subject.name)
                    topic = (one.words & other.words) - own - set(poles)
                    if topic:
                        said = ", ".join(sorted(topic))
                        return Judged((first, second), topic, f"opposite judgements of {about}, both about {said}")
    return None

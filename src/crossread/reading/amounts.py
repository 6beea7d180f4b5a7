"""The numbers of a sentence that may count something: single, ranges, fractions, and words that say only "several"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.lexicon import table
from crossread.reading.lexemes import Lexeme
from crossread.reading.numerals import Numeral, number_words, numerals


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The words around numbers in a language."""

    words: Mapping[str, frozenset[str]]
    before: tuple[tuple[str, ...], ...]  # phrases, longest first
    after: tuple[tuple[str, ...], ...]
    halves: frozenset[tuple[str, ...]]  # "and a half", after a number
    fractions: Mapping[str, int]
    currencies: Mapping[str, str]
    scales: Mapping[str, int]
    measures: Mapping[str, str]
    triggers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its range: lexemes `first` to `last`."""

    first: int
    last: int
    value: float | None
    upper: float | None = None
    approximate: bool = False


@lru_cache(maxsize=4)
def quantity_words(language: str) -> QuantityWords:
    """The words around numbers of a language, from its lexicon."""
    data = table(language, "numbers")
    phrases = sorted((tuple(text.split()) for text in data["approximations"]["phrases"]), key=lambda row: (-len(row), row))
    words = {name: frozenset(members) for name, members in data["words"].items()}
    numbers = number_words(language)
    triggers = frozenset([*numbers.cardinals, *numbers.multipliers, "half", *data["fractions"]])
    return QuantityWords(
        words, tuple(phrases), tuple(tuple(text.split()) for text in data["approximations"]["after"]),
        frozenset(tuple(text.split()) for text in data["approximations"]["halves"]), data["fractions"], data["currencies"],
        data["currency_multipliers"], data["measures"],
        triggers | words["vague"] | words["vague_multipliers"] | words["vague_before_of"],
    )


def numbers(words: Sequence[Lexeme], *, lexicon: QuantityWords) -> Iterator[Number]:
    """The numbers of a sentence, ranges joined, vague ones included, in order."""
    read = {numeral.first: numeral for numeral in numerals(words)}
    at = 0
    while at < len(words):
        number = (
            _fraction(words, at, read=read, lexicon=lexicon)
            or _plain(words, at, read=read, lexicon=lexicon)
            or _vague(words, at, lexicon=lexicon)
        )
        if number is None:
            at += 1
            continue
        yield number
        at = number.last + 1


def _fraction(words: Sequence[Lexeme], at: int, *, read: Mapping[int, Numeral], lexicon: QuantityWords) -> Number | None:
    """ "half of", "a third of", "three-quarters of", "half a million"."""
    word = words[at].word
    if word == "half":
        later = _plain(words, at + 1, read=read, lexicon=lexicon) or _plain(words, at + 2, read=read, lexicon=lexicon)
        joined = word_at(words, at + 1) in lexicon.words["half_joints"]
        if later is not None and later.value and later.value >= 12 and joined:
            return Number(at, later.last, later.value / 2)
        if word_at(words, at + 1) in lexicon.words["of"]:
            return Number(at, at, 0.5)
        return None
    numeral = read.get(at)
    counted = numeral is not None and numeral.kind in ("words", "figures")
    above = numeral.value if numeral and counted else 1.0 if word in lexicon.words["single"] else None
    if above is None:
        return None
    next_at = (numeral.last if numeral else at) + 1
    if word_at(words, next_at) in lexicon.words["half_joints"]:
        next_at += 1
    below = lexicon.fractions.get(word_at(words, next_at))
    if below is None or above >= below or word_at(words, next_at + 1) not in lexicon.words["of"]:
        return None
    return Number(at, next_at, above / below)


def _plain(words: Sequence[Lexeme], at: int, *, read: Mapping[int, Numeral], lexicon: QuantityWords) -> Number | None:
    """A number, or two that bound a range ("8 to 10", "between 20 and 30", "3-5 million")."""
    numeral = read.get(at)
    if numeral is None or numeral.kind not in ("figures", "words"):
        return None
    after = numeral.last + 1
    other = read.get(after + 1)
    if other is not None and other.kind in ("figures", "words"):
        joint = word_at(words, after)
        between = at > 0 and words[at - 1].word in lexicon.words["between"]
        ranged = joint in lexicon.words["range"] and (at == 0 or words[at - 1].word not in lexicon.words["from"])
        if ranged or (between and joint in lexicon.words["and"]):
            low, high = numeral.value, other.value
            if low < high and high >= 1000 and low < 1000 and other.last > other.first:
                factor = high / _first_value(words, other)
                low = low * factor if low * factor < high else low
            years = numeral.plain and other.plain and 1900 <= low <= 2100 and 1900 <= high <= 2100
            if low < high and not years:
                return Number(at - 1 if between else at, other.last, low, high, approximate=joint in lexicon.words["guess"])
    if words_at(words, after, count=3) in lexicon.halves:
        scale = number_words("en").multipliers.get(word_at(words, after + 3), 1)
        return Number(at, after + (2 if scale == 1 else 3), (numeral.value + 0.5) * scale)
    return Number(at, numeral.last, numeral.value)


def _first_value(words: Sequence[Lexeme], numeral: Numeral) -> float:
    inner = numerals(words[numeral.first : numeral.first + 1])
    return inner[0].value if inner and inner[0].value else numeral.value


def _vague(words: Sequence[Lexeme], at: int, *, lexicon: QuantityWords) -> Number | None:
    """ "dozens of", "tens of thousands of", "several", "a number of": how many is not said."""
    word = words[at].word
    of = lexicon.words["of"]
    if word in lexicon.words["vague_multipliers"]:
        last = at
        while word_at(words, last + 1) in of and word_at(words, last + 2) in lexicon.words["vague_multipliers"]:
            last += 2
        return Number(at, last, None, approximate=True)
    if word in lexicon.words["vague"]:
        following = word_at(words, at + 1)
        numbered = following[:1].isdecimal() or following in number_words("en").cardinals
        if numbered or following in lexicon.words["vague_multipliers"]:
            return None
        article = at > 0 and words[at - 1].word in lexicon.words["single"]
        first = at - 1 if article else at
        scaled = at + 1 if word_at(words, at + 1) in number_words("en").multipliers else at
        return Number(first, scaled, None, approximate=True)
    article = at > 0 and words[at - 1].word in lexicon.words["single"]
    if article and word in lexicon.words["vague_before_of"] and word_at(words, at + 1) in of:
        value = 2.0 if word in lexicon.words["pair"] else None
        scale = number_words("en").multipliers.get(word_at(words, at + 2))
        if scale and value:
            return Number(at - 1, at + 2, value * scale, approximate=True)
        return Number(at - 1, at, value, approximate=True)
    return None


def word_at(words: Sequence[Lexeme], at: int) -> str:
    return words[at].word if 0 <= at < len(words) else ""


def words_at(words: Sequence[Lexeme], at: int, *, count: int) -> tuple[str, ...]:
    return tuple(lexeme.word for lexeme in words[at : at + count])

"""Numbers in figures and in words: "two thousand", "1.5 million", "twenty-five", "2 1/2", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from crossread.lexicon import table
from crossread.reading.lexemes import Lexeme

_LONGEST = 24  # figures, commas included
NumeralKind = Literal["figures", "words", "ordinal", "decade"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: lexemes `first` to `last` (both included) of a sentence, and its value.

    `figures` tells a plain number of digits ("2014"), which may be a year, from all others.
    """

    first: int
    last: int
    value: float
    kind: NumeralKind
    plain: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language."""

    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    ordinals: Mapping[str, int]
    joiners: frozenset[str]


@lru_cache(maxsize=4)
def number_words(language: str) -> NumberWords:
    """The number words of a language, from its lexicon."""
    data = table(language, "numbers")
    return NumberWords(data["cardinals"], data["multipliers"], data["ordinals"], frozenset(data["words"]["and"]))


def figures(word: str) -> float | None:
    """The value of a number in figures ("1,643", "3.5"), else `None`; so are runs of figures too long to count anything."""
    plain = word.replace(",", "") if len(word) <= _LONGEST else ""
    if not plain or not (plain[0].isdecimal() or plain[0] == ".") or not plain[-1].isdecimal() or not plain.isascii():
        return None
    return float(plain) if plain.count(".") < 2 and plain.replace(".", "").isdecimal() else None


def numerals(words: Sequence[Lexeme], *, language: str = "en") -> tuple[Numeral, ...]:
    """All numbers among the lexemes of a sentence, longest first from the left. Articles ("a hundred") belong to a
    number only before a multiplier. "second" counts as an ordinal."""
    lexicon = number_words(language)
    found: list[Numeral] = []
    at = 0
    while at < len(words):
        numeral = _numeral(words, at, lexicon=lexicon)
        if numeral is None:
            at += 1
        else:
            found.append(numeral)
            at = numeral.last + 1
    return tuple(found)


def _numeral(words: Sequence[Lexeme], at: int, *, lexicon: NumberWords) -> Numeral | None:
    word = words[at].word
    if word[0].isdecimal() or word[0] == ".":
        return _in_figures(words, at, lexicon=lexicon)
    if word in lexicon.cardinals:
        return _in_words(words, at, lexicon=lexicon)
    if word in lexicon.multipliers and lexicon.multipliers[word] >= 12 and at and words[at - 1].word in ("a", "an"):
        return _scaled(words, at - 1, at - 1, value=1.0, kind="words", lexicon=lexicon)
    if word in lexicon.ordinals:
        return Numeral(at, at, lexicon.ordinals[word], "ordinal")
    return None


def _in_figures(words: Sequence[Lexeme], at: int, *, lexicon: NumberWords) -> Numeral | None:
    word = words[at].word
    value = figures(word)
    if value is None:
        if len(word) > _LONGEST:
            return None
        if word.isascii() and word[:-1].isdecimal() and word.endswith("s"):
            return Numeral(at, at, float(word[:-1]), "decade")
        if word.isascii() and word[:-2].isdecimal() and word[-2:] in ("st", "nd", "rd", "th"):
            return Numeral(at, at, float(word[:-2]), "ordinal")
        return None
    last = at
    if _words_at(words, at + 1, count=3) in (("1", "/", "2"), ("1", "/", "4"), ("3", "/", "4")) and value == int(value):
        value += float(words[at + 1].word) / float(words[at + 3].word)
        last = at + 3
    elif _words_at(words, at + 1, count=1) == ("/",) and len(word) == 1 and at + 2 < len(words):
        below = figures(words[at + 2].word)
        if below and len(words[at + 2].word) <= 2 and value < below and words[at + 2].start == words[at].end + 1:
            return Numeral(at, at + 2, value / below, "words")
    scaled = _scaled(words, at, last, value=value, kind="figures", lexicon=lexicon)
    plain = scaled.last == at and word.isdecimal()
    return Numeral(scaled.first, scaled.last, scaled.value, "figures", plain)


def _scaled(
    words: Sequence[Lexeme], first: int, last: int, *, value: float, kind: NumeralKind, lexicon: NumberWords
) -> Numeral:
    """A number with the multipliers after it: "1.5 million", "a hundred thousand"."""
    while last + 1 < len(words) and words[last + 1].word in lexicon.multipliers:
        multiplier = lexicon.multipliers[words[last + 1].word]
        if multiplier == 20 and last > first:  # "score" is also a verb
            break
        value *= multiplier
        last += 1
    return Numeral(first, last, value, kind)


def _in_words(words: Sequence[Lexeme], at: int, *, lexicon: NumberWords) -> Numeral:
    """A run of number words; "and" and hyphens join where the number goes on."""
    parts: list[int] = []
    total, group, last = 0.0, 0.0, at
    position = at
    while position < len(words):
        word = words[position].word
        if word in lexicon.cardinals:
            value = lexicon.cardinals[word]
            if parts and not _continues(parts[-1], value):
                break
            group += value
            parts.append(value)
        elif word in lexicon.multipliers and word != "score":
            value = lexicon.multipliers[word]
            if value in (100, 12):
                group = max(group, 1.0) * value
            else:
                total, group = total + max(group, 1.0) * value, 0.0
            parts.append(value)
        elif parts and (word in lexicon.joiners or word == "-"):
            following = words[position + 1].word if position + 1 < len(words) else ""
            joined = word == "-" and following in lexicon.cardinals and parts[-1] in range(20, 91, 10)
            counted = word != "-" and parts[-1] >= 100 and following in lexicon.cardinals
            if not (joined or counted):
                break
            position += 1
            continue
        else:
            break
        last = position
        position += 1
    return _spoken_year(words, at, lexicon=lexicon) or Numeral(at, last, total + group, "words")


def _continues(before: int, value: int) -> bool:
    """Whether a cardinal can follow another number word: "twenty five", "hundred five"; not "two three"."""
    return before >= 100 or (before >= 20 and value < 10)


def _spoken_year(words: Sequence[Lexeme], at: int, *, lexicon: NumberWords) -> Numeral | None:
    """ "nineteen ninety-six", "twenty fourteen": a year said in two parts."""
    if lexicon.cardinals.get(words[at].word) not in (18, 19, 20) or at + 1 >= len(words):
        return None
    tens = lexicon.cardinals.get(words[at + 1].word, 0)
    if tens < 10:
        return None
    last, rest = at + 1, tens
    after = at + 3 if at + 2 < len(words) and words[at + 2].word == "-" else at + 2
    ones = lexicon.cardinals.get(words[after].word, 0) if after < len(words) else 0
    if tens >= 20 and 0 < ones < 10:
        last, rest = after, tens + ones
    return Numeral(at, last, lexicon.cardinals[words[at].word] * 100 + rest, "figures", plain=True)


def _words_at(words: Sequence[Lexeme], at: int, *, count: int) -> tuple[str, ...]:
    return tuple(lexeme.word for lexeme in words[at : at + count])

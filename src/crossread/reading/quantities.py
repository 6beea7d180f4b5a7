"""Quantities: numbers of something, in figures or words, with their range, bound and unit.

A number is read where something is counted or measured. Not read: ordinals, days and years, ages, and numbers that belong to a name
("Resolution 1701", "MiG-29") or to a list. The span holds the number with the words that make it a bound or an estimate
("at least eight"), not its unit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Quantity, TimeExpression
from crossread.reading.lexemes import Lexeme, lexemes
from crossread.reading.numerals import Numeral, number_words, numerals
from crossread.reading.parse import Parse
from crossread.reading.units import Unit, unit_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWN_PARTS = frozenset({"DATE", "TIME", "SET"})  # times whose numbers count nothing; a duration counts its units


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The words around numbers in a language."""

    words: Mapping[str, frozenset[str]]
    before: tuple[tuple[str, ...], ...]  # phrases, longest first
    after: tuple[tuple[str, ...], ...]
    fractions: Mapping[str, int]
    currencies: Mapping[str, str]
    scales: Mapping[str, int]
    measures: Mapping[str, str]
    triggers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with its range: lexemes `first` to `last`."""

    first: int
    last: int
    value: float | None
    upper: float | None = None
    approximate: bool = False
    unit: str | None = None


@lru_cache(maxsize=4)
def quantity_words(language: str) -> QuantityWords:
    """The words around numbers of a language, from its lexicon."""
    data = table(language, "numbers")
    phrases = sorted((tuple(text.split()) for text in data["approximations"]["phrases"]), key=lambda row: (-len(row), row))
    words = {name: frozenset(members) for name, members in data["words"].items()}
    numbers = number_words(language)
    triggers = frozenset([*numbers.cardinals, *numbers.multipliers, "half", *data["fractions"]])
    return QuantityWords(
        words, tuple(phrases), tuple(tuple(text.split()) for text in data["approximations"]["after"]), data["fractions"],
        data["currencies"], data["currency_multipliers"], data["measures"],
        triggers | words["vague"] | words["vague_multipliers"] | words["vague_before_of"],
    )


def read_quantities(parse: Parse, *, times: tuple[TimeExpression, ...] = ()) -> tuple[Quantity, ...]:
    """All quantities of a document in text order, without overlaps; none from silent regions.

    `times` are the document's time expressions: their numbers are left out, except lengths of time ("14 months"), which are
    quantities of their units.
    """
    lexicon = quantity_words("en")
    taken = [time for time in times if time.type in _OWN_PARTS]
    starts = [time.start for time in taken]
    token_starts = [token.idx for token in parse.doc]
    found: list[Quantity] = []
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            continue
        words = tuple(lexemes(parse.document.text, sent.start_char, end=sent.end_char))
        if not any(word.word in lexicon.triggers or word.word[0].isdecimal() for word in words):
            continue
        previous: str | None = None
        for candidate in _numbers(words, lexicon=lexicon):
            start, end = words[candidate.first].start, words[candidate.last].end
            at = bisect_right(starts, end - 1) - 1
            if at >= 0 and taken[at].end > start and taken[at].start < end:
                continue
            quantity = _quantity(candidate, words, parse.doc, token_starts, previous=previous, lexicon=lexicon)
            if quantity is not None:
                found.append(quantity)
                previous = quantity.unit
    return tuple(found)


def _numbers(words: Sequence[Lexeme], *, lexicon: QuantityWords) -> Iterator[_Number]:
    """The numbers of a sentence, ranges joined, vague ones included, in order."""
    read = {numeral.first: numeral for numeral in numerals(words)}
    at = 0
    while at < len(words):
        number = _fraction(words, at, read=read, lexicon=lexicon) or _plain(words, at, read=read, lexicon=lexicon) or _vague(
            words, at, lexicon=lexicon)
        if number is None:
            at += 1
            continue
        yield number
        at = number.last + 1


def _fraction(words: Sequence[Lexeme], at: int, *, read: Mapping[int, Numeral], lexicon: QuantityWords) -> _Number | None:
    """ "half of", "a third of", "three-quarters of", "half a million"."""
    word = words[at].word
    if word == "half":
        later = _plain(words, at + 1, read=read, lexicon=lexicon) or _plain(words, at + 2, read=read, lexicon=lexicon)
        if later is not None and later.value and later.value >= 12 and later.first <= at + 2 and _word(words, at + 1) in ("a", "-"):
            return _Number(at, later.last, later.value / 2, unit=later.unit)
        if _word(words, at + 1) in lexicon.words["of"]:
            return _Number(at, at, 0.5)
        return None
    numeral = read.get(at)
    above = numeral.value if numeral and numeral.kind in ("words", "figures") else 1.0 if word in ("a", "one") else None
    if above is None:
        return None
    next_at = (numeral.last if numeral else at) + 1
    if _word(words, next_at) == "-":
        next_at += 1
    below = lexicon.fractions.get(_word(words, next_at))
    if below is None or above >= below or _word(words, next_at + 1) not in lexicon.words["of"]:
        return None
    return _Number(at, next_at, above / below)


def _plain(words: Sequence[Lexeme], at: int, *, read: Mapping[int, Numeral], lexicon: QuantityWords) -> _Number | None:
    """A number, or two that bound a range ("8 to 10", "between 20 and 30", "3-5 million")."""
    numeral = read.get(at)
    if numeral is None or numeral.kind not in ("figures", "words"):
        return None
    after = numeral.last + 1
    other = read.get(after + 1)
    if other is not None and other.kind in ("figures", "words"):
        joint = _word(words, after)
        between = at > 0 and words[at - 1].word in lexicon.words["between"]
        ranged = joint in lexicon.words["range"] and (at == 0 or words[at - 1].word not in lexicon.words["from"])
        if ranged or (between and joint in lexicon.words["and"]):
            low, high = numeral.value, other.value
            if low < high and high >= 1000 and low < 1000 and other.last > other.first:
                factor = high / _first_value(words, other)
                low = low * factor if low * factor < high else low
            years = numeral.plain and other.plain and 1900 <= low <= 2100 and 1900 <= high <= 2100
            if low < high and not years:
                return _Number(at - 1 if between else at, other.last, low, high, approximate=joint == "or")
    return _Number(at, numeral.last, numeral.value)


def _first_value(words: Sequence[Lexeme], numeral: Numeral) -> float:
    inner = numerals(words[numeral.first : numeral.first + 1])
    return inner[0].value if inner and inner[0].value else numeral.value


def _vague(words: Sequence[Lexeme], at: int, *, lexicon: QuantityWords) -> _Number | None:
    """ "dozens of", "tens of thousands of", "several", "a number of": how many is not said."""
    word = words[at].word
    of = lexicon.words["of"]
    if word in lexicon.words["vague_multipliers"]:
        last = at
        while _word(words, last + 1) in of and _word(words, last + 2) in lexicon.words["vague_multipliers"]:
            last += 2
        return _Number(at, last, None, approximate=True)
    if word in lexicon.words["vague"]:
        if words[min(at + 1, len(words) - 1)].word[0].isdecimal() or _word(words, at + 1) in number_words("en").cardinals:
            return None
        first = at - 1 if word == "few" and at and words[at - 1].word == "a" else at
        scaled = at + 1 if _word(words, at + 1) in number_words("en").multipliers else at
        return _Number(first, scaled, None, approximate=True)
    if word in lexicon.words["vague_before_of"] and _word(words, at + 1) in of and at and words[at - 1].word == "a":
        value = 2.0 if word == "couple" else None
        scale = number_words("en").multipliers.get(_word(words, at + 2))
        if scale and value:
            return _Number(at - 1, at + 2, value * scale, approximate=True)
        return _Number(at - 1, at, value, approximate=True)
    return None


def _quantity(
    number: _Number, words: Sequence[Lexeme], doc: Doc, token_starts: Sequence[int], *, previous: str | None, lexicon: QuantityWords
) -> Quantity | None:
    last_token = _token(doc, token_starts, words[number.last].start)
    if number.value is not None and _is_name(number, words, _token(doc, token_starts, words[number.first].start), lexicon=lexicon):
        return None
    first, last, value, upper = number.first, number.last, number.value, number.upper
    approximate = number.approximate
    currency = lexicon.currencies.get(_word(words, first - 1)) if first else None
    if currency:
        first -= 1
        scale = lexicon.scales.get(_word(words, last + 1))
        if scale and value is not None and words[last + 1].start == words[last].end:
            value, upper, last = value * scale, upper * scale if upper else None, last + 1
    measured = currency or _measure(words, last, lexicon=lexicon)
    unit: Unit | None = Unit(measured) if measured else None
    if unit is None:
        unit = unit_of(last_token, words, last, skipped=lexicon.words["skipped"], ages=lexicon.words["age"], of=lexicon.words["of"],
                       joined=lexicon.words["joined"])
    if unit is None or not _counts(number, words, last_token, unit, lexicon=lexicon):
        return None
    if measured == "percent":
        last += 2 if _word(words, last + 1) in ("per", "-") else 1
    lead = _phrase_before(words, first, lexicon=lexicon)
    trail = next((len(phrase) for phrase in lexicon.after if _words(words, last + 1, len(phrase)) == phrase), 0)
    if lead and number.value is not None:
        first, approximate = first - lead, True
    if trail and number.value is not None:
        last, approximate = last + trail, True
    start, end = words[first].start, words[last].end
    name = unit.name if unit.name is not None else (previous if unit.inherits else None)
    return Quantity(start, end, doc.text[start:end], value, upper, name, approximate)


def _counts(number: _Number, words: Sequence[Lexeme], token: Token, unit: Unit, *, lexicon: QuantityWords) -> bool:
    """Whether the number counts: years need a plural after them, "one" and vague words a noun of their own."""
    word = words[number.first].word
    if number.value is None:
        if unit.name is None:
            return unit.inherits and word in lexicon.words["vague_multipliers"]
        if not unit.plural:
            return False
        return unit.name.split()[-1].lower() not in lexicon.words["uncounted"]
    plain_year = number.first == number.last and word.isdecimal() and len(word) == 4 and 1900 <= number.value <= 2100
    if plain_year and number.upper is None:
        return unit.name is not None and unit.plural and token.dep_ == "nummod"
    if word in ("one", "a") and number.value == 1:
        return unit.name is not None and not unit.partitive
    return unit.name is not None or unit.inherits


def _is_name(number: _Number, words: Sequence[Lexeme], token: Token, *, lexicon: QuantityWords) -> bool:
    """Whether a number is part of a name, a list, a score, a version."""
    first, last = number.first, number.last
    before = words[first - 1] if first else None
    if before is not None:
        if before.word in lexicon.words["named_before"]:
            return True
        if before.word in ("-", "–", "/", ":", "_") and before.end == words[first].start and first >= 2 and words[first - 2].end == before.start:
            return True
        if before.word == "of" and first >= 2 and words[first - 2].word in lexicon.words["named_before"]:
            return True
        if before.word == "." and before.end == words[first].start and first >= 2 and words[first - 2].end == before.start:
            return True
        if before.end == words[first].start and before.word[-1].isalpha():
            return before.word not in lexicon.currencies
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None:
        if first == 0 and following.word in (".", ")") and number.upper is None:
            return True
        if following.word in (":", "/", "_") and following.start == words[last].end:
            return True
    if before is not None and before.word == "(" and following is not None and following.word == ")" and (number.value or 0) < 30:
        return True
    head = token.head
    return head.pos_ == "PROPN" and head.i == token.i - 1 and token.dep_ in ("nummod", "flat", "compound", "appos", "nmod", "dep")


def _measure(words: Sequence[Lexeme], last: int, *, lexicon: QuantityWords) -> str | None:
    following = _word(words, last + 1)
    if following == "-" and _word(words, last + 2) in lexicon.words["percent"]:
        return "percent"
    if following in lexicon.words["percent"] or (following == "per" and _word(words, last + 2) == "cent"):
        return "percent"
    return lexicon.measures.get(following) or lexicon.currencies.get(following)


def _phrase_before(words: Sequence[Lexeme], first: int, *, lexicon: QuantityWords) -> int:
    for phrase in lexicon.before:
        if first >= len(phrase) and _words(words, first - len(phrase), len(phrase)) == phrase:
            return len(phrase)
    return 0


def _token(doc: Doc, starts: Sequence[int], offset: int) -> Token:
    return doc[max(bisect_right(starts, offset) - 1, 0)]


def _word(words: Sequence[Lexeme], at: int) -> str:
    return words[at].word if 0 <= at < len(words) else ""


def _words(words: Sequence[Lexeme], at: int, count: int) -> tuple[str, ...]:
    return tuple(lexeme.word for lexeme in words[at : at + count])

"""Quantities: numbers of something, in figures or words, with their range, bound and unit.

A number is read where something is counted or measured. Not read: ordinals, days and years, ages, and numbers that belong
to a name ("Resolution 1701", "MiG-29") or to a list. The span holds the number with the words that make it a bound or an estimate
("at least eight"), not its unit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.model import Quantity, TimeExpression
from crossread.reading.amounts import Number, QuantityWords, numbers, quantity_words, word_at, words_at
from crossread.reading.lexemes import Lexeme, lexemes
from crossread.reading.parse import Parse
from crossread.reading.units import Unit, unit_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWN_PARTS = frozenset({"DATE", "TIME", "SET"})  # times whose numbers count nothing; a duration counts its units
_NAME_LINKS = frozenset({"nummod", "flat", "compound", "appos", "nmod", "dep"})


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
        for candidate in numbers(words, lexicon=lexicon):
            start, end = words[candidate.first].start, words[candidate.last].end
            at = bisect_right(starts, end - 1) - 1
            if at >= 0 and taken[at].end > start and taken[at].start < end:
                continue
            quantity = _quantity(
                candidate,
                words,
                doc=parse.doc,
                text=parse.document.text,
                token_starts=token_starts,
                previous=previous,
                lexicon=lexicon,
            )
            if quantity is not None:
                found.append(quantity)
                previous = _inheritable(quantity.unit, lexicon=lexicon)
    return tuple(found)


def _quantity(
    number: Number,
    words: Sequence[Lexeme],
    *,
    doc: Doc,
    text: str,
    token_starts: Sequence[int],
    previous: str | None,
    lexicon: QuantityWords,
) -> Quantity | None:
    last_token = _token(doc, token_starts, words[number.last].start)
    first_token = _token(doc, token_starts, words[number.first].start)
    if number.value is not None and _is_name(number, words, token=first_token, lexicon=lexicon):
        return None
    first, last, value, upper = number.first, number.last, number.value, number.upper
    approximate = number.approximate
    currency = lexicon.currencies.get(word_at(words, first - 1)) if first else None
    if currency:
        first -= 1
    scale = None
    if last + 1 < len(words) and words[last + 1].start == words[last].end:
        scale = lexicon.scales.get(word_at(words, last + 1))
    if scale and value is not None and (currency or _plural_at(doc, token_starts, words, last + 2)):
        value, upper, last = value * scale, upper * scale if upper else None, last + 1
        last_token = last_token if currency else _token(doc, token_starts, words[last + 1].start - 1)
    measured = currency or _measure(words, last, lexicon=lexicon)
    unit: Unit | None = Unit(measured) if measured else None
    if unit is None:
        unit = unit_of(last_token, words, last=last, lexicon=lexicon.words)
    if unit is None or not _counts(number, words, token=last_token, unit=unit, lexicon=lexicon):
        return None
    if measured == "percent":
        last += 2 if word_at(words, last + 1) in ("per", "-") else 1
    lead = _phrase_before(words, first, lexicon=lexicon)
    trail = next((len(phrase) for phrase in lexicon.after if words_at(words, last + 1, count=len(phrase)) == phrase), 0)
    if lead and number.value is not None:
        first, approximate = first - lead, True
    if trail and number.value is not None:
        last, approximate = last + trail, True
    start, end = words[first].start, words[last].end
    name = unit.name if unit.name is not None else (previous if unit.inherits else None)
    return Quantity(start, end, text[start:end], value, upper, name, approximate)


def _inheritable(unit: str | None, *, lexicon: QuantityWords) -> str | None:
    """The unit for a number alone after this one; sums, shares and lengths pass none on."""
    if unit is None or unit in lexicon.currencies.values() or unit.split()[-1].lower() in lexicon.words["not_inherited"]:
        return None
    return unit


def _counts(number: Number, words: Sequence[Lexeme], *, token: Token, unit: Unit, lexicon: QuantityWords) -> bool:
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
    if word in lexicon.words["single"] and number.value == 1:
        return unit.name is not None and not unit.partitive
    return unit.name is not None or unit.inherits


def _is_name(number: Number, words: Sequence[Lexeme], *, token: Token, lexicon: QuantityWords) -> bool:
    """Whether a number is part of a name, a list, a score, a version."""
    first, last = number.first, number.last
    before = words[first - 1] if first else None
    if before is not None:
        if before.word in lexicon.words["named_before"]:
            return True
        further = words[first - 2] if first >= 2 else None
        glued = further is not None and before.end == words[first].start and further.end == before.start
        if glued and before.word in lexicon.words["glue"]:
            return True
        if further is not None and before.word in lexicon.words["of"]:
            counted = further.word.isdecimal() and words[first].word.isdecimal()
            if counted or further.word in lexicon.words["named_before"]:
                return True
        if before.end == words[first].start and before.word[-1].isalpha():
            return before.word not in lexicon.currencies
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None:
        if first == 0 and following.word in lexicon.words["list_marks"] and number.upper is None:
            return True
        if following.word in lexicon.words["glue_after"] and following.start == words[last].end:
            return True
    if before is not None and before.word == "(" and following is not None and following.word == ")" and (number.value or 0) < 30:
        return True
    head = token.head
    return head.pos_ == "PROPN" and head.i == token.i - 1 and token.dep_ in _NAME_LINKS


def _measure(words: Sequence[Lexeme], last: int, *, lexicon: QuantityWords) -> str | None:
    following = word_at(words, last + 1)
    if following == "-" and word_at(words, last + 2) in lexicon.words["percent"]:
        return "percent"
    if following in lexicon.words["percent"] or (following == "per" and word_at(words, last + 2) == "cent"):
        return "percent"
    return lexicon.measures.get(following) or lexicon.currencies.get(following)


def _phrase_before(words: Sequence[Lexeme], first: int, *, lexicon: QuantityWords) -> int:
    for phrase in lexicon.before:
        if first >= len(phrase) and words_at(words, first - len(phrase), count=len(phrase)) == phrase:
            return len(phrase)
    return 0


def _plural_at(doc: Doc, starts: Sequence[int], words: Sequence[Lexeme], at: int) -> bool:
    return at < len(words) and _token(doc, starts, words[at].start).tag_ == "NNS"


def _token(doc: Doc, starts: Sequence[int], offset: int) -> Token:
    return doc[max(bisect_right(starts, offset) - 1, 0)]



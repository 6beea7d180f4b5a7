"""The grammar of time expressions: words to classes, patterns over classes to matches.

Every word of a sentence becomes one character, its class; a rule is a regular expression over these characters, so a match
says which words it covers and which of them stand for month, day, year, unit. Classes and rules are data (`time.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.errors import LexiconError
from crossread.lexicon import table
from crossread.reading.lexemes import Lexeme
from crossread.reading.numerals import numerals

NUMBER_CLASSES = ("YEAR", "DAYNUM", "NUM", "ORD", "DECADE", "ISO", "SLASH", "CLOCK")
_CERTAIN = ("YEAR", "DECADE", "ISO", "SLASH", "CLOCK")  # numbers that need no other word to be a time
OTHER = "\x01"
_BASE = 0x4E00  # one letter a class; these need no escaping in a pattern
_PATTERN = re.compile(r"(?P<name>[a-z]\w*):(?P<of>[A-Z]+)|(?P<word>[A-Z]+)|(?P<mark>\(\?:|[()|?*])|(?P<bad>\S)")


@dataclass(frozen=True, slots=True)
class Item:
    """A word, number or phrase of a sentence with its class letter and what it stands for."""

    start: int
    end: int
    word: str
    letter: str
    value: int | float | str


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits: items `first` to `last` (both included), and the items it captured by name."""

    make: str
    first: int
    last: int
    items: Sequence[Item]
    captured: Mapping[str, Item]

    def get(self, *names: str) -> Item | None:
        """The first of these names that was captured."""
        for name in names:
            if name in self.captured:
                return self.captured[name]
        return None

    @property
    def word_before(self) -> str:
        return self.items[self.first - 1].word if self.first else ""

    @property
    def word_after(self) -> str:
        return self.items[self.last + 1].word if self.last + 1 < len(self.items) else ""


@dataclass(frozen=True, slots=True)
class _Rule:
    make: str
    pattern: re.Pattern[str]
    groups: tuple[tuple[str, str], ...]  # group in the pattern, name in the rule


@dataclass(frozen=True, slots=True)
class Grammar:
    """Classes and rules of a language, compiled."""

    letters: Mapping[str, str]                                   # class to its letter
    words: Mapping[str, tuple[str, int | float | str]]           # word to letter and value
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, int | float | str], ...]]  # by first word, longest first
    rules: tuple[_Rule, ...]
    capitalised: frozenset[str]
    triggers: re.Pattern[str]


@lru_cache(maxsize=4)
def grammar(language: str) -> Grammar:
    """The compiled grammar of a language.

    Raises:
        LexiconError: a rule names a class that does not exist, or is not a pattern.
    """
    data = table(language, "time")
    classes = data["classes"]
    letters = {name: chr(_BASE + at) for at, name in enumerate([*NUMBER_CLASSES, *classes])}
    words: dict[str, tuple[str, int | float | str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, int | float | str]]] = {}
    for name, members in classes.items():
        for text, value in members.items():
            parts = tuple(text.split())
            if len(parts) == 1:
                words[text] = (letters[name], value)
            else:
                phrases.setdefault(parts[0], []).append((parts, letters[name], value))
    macros = dict(data["macros"])
    rules = tuple(_compiled(row, letters=letters, macros=macros) for row in data["rules"])
    ordered = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in phrases.items()}
    triggers = "".join(letters[name] for name in (*_CERTAIN, *data["words"]["triggers"]))
    return Grammar(letters, words, ordered, rules, frozenset(data["words"]["capitalised"]), re.compile(f"[{triggers}]"))


def items(words: Sequence[Lexeme], text: str, *, rules: Grammar, language: str = "en") -> tuple[Item, ...]:
    """The sentence as items: numbers and phrases joined, each with its class."""
    numbers = {numeral.first: numeral for numeral in numerals(words, language=language)}
    found: list[Item] = []
    at = 0
    while at < len(words):
        word = words[at]
        numeral = numbers.get(at)
        if numeral is not None:
            last = words[numeral.last]
            plain = numeral.plain and last.word[-1:].isdecimal() and (last.end - word.start) == 4
            letter = _number_class(numeral.value, numeral.kind, plain=plain or (numeral.plain and numeral.last > at))
            if letter == "DAYNUM" and (not numeral.plain or numeral.last > at or len(word.word) > 2):
                letter = "NUM"
            if letter == "DECADE" and (numeral.value % 10 or not (numeral.value < 100 or 1000 <= numeral.value < 2100)):
                letter = "NUM"
            found.append(Item(word.start, last.end, word.word, rules.letters[letter], numeral.value))
            at = numeral.last + 1
            continue
        phrase = _phrase(words, at, rules=rules)
        if phrase is not None:
            size, letter, value = phrase
            found.append(Item(word.start, words[at + size - 1].end, word.word, letter, value))
            at += size
            continue
        found.append(_single(word, text, rules=rules))
        at += 1
    return tuple(found)


def matches(sentence: Sequence[Item], *, rules: Grammar) -> list[Match]:
    """All matches of all rules, leftmost first, at one place the longest first, then in the order of the rules."""
    coded = "".join(item.letter for item in sentence)
    if not rules.triggers.search(coded):
        return []
    found: list[tuple[int, int, int, Match]] = []
    for order, rule in enumerate(rules.rules):
        at = 0
        while (hit := rule.pattern.search(coded, at)) is not None:
            captured = {name: sentence[hit.start(group)] for group, name in rule.groups if hit.start(group) >= 0}
            match = Match(rule.make, hit.start(), hit.end() - 1, sentence, captured)
            found.append((hit.start(), -hit.end(), order, match))
            at = hit.start() + 1
    found.sort(key=lambda row: row[:3])
    return [row[3] for row in found]


def _number_class(value: float, kind: str, *, plain: bool) -> str:
    if kind == "ordinal":
        return "ORD"
    if kind == "decade":
        return "DECADE"
    if plain and 1000 <= value < 2200:
        return "YEAR"
    return "DAYNUM" if value == int(value) and 1 <= value <= 31 else "NUM"


def _phrase(words: Sequence[Lexeme], at: int, *, rules: Grammar) -> tuple[int, str, int | float | str] | None:
    for parts, letter, value in rules.phrases.get(words[at].word, ()):
        if len(parts) <= len(words) - at and all(words[at + k].word == part for k, part in enumerate(parts)):
            return len(parts), letter, value
    return None


def _figures_class(word: str) -> str | None:
    """The class of figures with marks between them, `None` where they are too long or too strange to be a time."""
    marks = {mark: word.count(mark) for mark in "-:/."}
    if marks["-"] == 2:
        return "ISO"
    if marks[":"]:
        return "CLOCK"
    return "SLASH" if marks["/"] == 2 or marks["."] == 2 else None


def _single(word: Lexeme, text: str, *, rules: Grammar) -> Item:
    if word.word[0].isdecimal():
        name = _figures_class(word.word)
        return Item(word.start, word.end, word.word, rules.letters[name] if name else OTHER, 0)
    known = rules.words.get(word.word)
    if known is None or (word.word in rules.capitalised and text[word.start].islower()):
        return Item(word.start, word.end, word.word, OTHER, 0)
    return Item(word.start, word.end, word.word, known[0], known[1])


def _compiled(row: Mapping[str, str], *, letters: Mapping[str, str], macros: Mapping[str, str]) -> _Rule:
    groups: list[tuple[str, str]] = []

    def expand(pattern: str) -> str:
        parts: list[str] = []
        for hit in _PATTERN.finditer(pattern):
            if hit["bad"]:
                raise LexiconError(f"time rule {row['name']!r}: {hit['bad']!r} is no part of a pattern")
            name = hit["of"] or hit["word"]
            if not name:
                parts.append(hit["mark"])
                continue
            if name in macros:
                inner = expand(macros[name])
            elif name in letters:
                inner = letters[name]
            else:
                raise LexiconError(f"time rule {row['name']!r}: there is no class {name!r}")
            if hit["name"]:
                group = f"g{len(groups)}"
                groups.append((group, hit["name"]))
                inner = f"(?P<{group}>{inner})"
            parts.append(inner)
        return "".join(parts)

    return _Rule(row["make"], re.compile(expand(row["pattern"])), tuple(groups))

"""The pattern lexicon: which words say which predicate, and where their arguments stand.

Each row of `lexicon/<language>/patterns/*.tsv` is one pattern: predicate, kind of word, words, role of the subject,
role of the object, options. `docs/lexicon.md` describes the columns for those who extend them.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from crossread.errors import LexiconError
from crossread.lexicon import FOLDER, table
from crossread.ontology.predicates import predicates

KINDS = {
    "v": "verb",
    "n": "noun",
    "a": "adjective",
    "p": "participle in a compound or before a noun",
    "x": "preposition phrase",
    "f": "prefix before a hyphen",
    "u": "what becomes of an undertaking",
}
FLAGS = frozenset(
    {"mutual", "text", "violent", "spared", "attribute", "possonly", "withobj", "noobj", "nocomp"}
    | {"noinf", "bidding", "finite", "jointly"}
)
LISTS = frozenset(
    {"needs", "withneeds", "fromneeds", "objneeds", "compneeds", "needsobl", "needscomp", "about", "unless"}
    | {"objtype", "subjtype"}
)
VALUES = frozenset({"event", "mod"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row. `words` are lemmas, joined by `_` where a particle or preposition belongs to the word.

    `subject` and `object` are roles in order of preference (`agent`, `patient`, `self`, `poss`, a preposition, …).
    `needs` and its kin name lemmas, one of which must stand in the object (`needs`), in the object phrase itself
    (`objneeds`), in the phrase with "with" (`withneeds`) or "from" (`fromneeds`), among the complements
    (`compneeds`, `needscomp`), among the obliques (`needsobl`) or beside the noun (`about`); `unless`: none of which may
    modify a noun, govern it or be said of it.
    """

    predicate: str
    kind: str
    words: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    source: str
    event: str | None = None
    mod: str | None = None
    flags: frozenset[str] = frozenset()
    lists: tuple[tuple[str, frozenset[str]], ...] = field(default=())

    def wants(self, name: str) -> frozenset[str]:
        """The words of a list option; empty where the row does not set it."""
        return next((words for key, words in self.lists if key == name), frozenset())


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """Patterns by kind and first lemma, in file order."""

    rows: tuple[Pattern, ...]
    by_word: dict[tuple[str, str], tuple[tuple[str, Pattern], ...]]
    verbs: dict[str, str]  # inflected forms of the verbs of the lexicon, to their lemmas

    def verb(self, form: str, lemma: str) -> tuple[tuple[str, Pattern], ...]:
        """As `find` for verbs, also where the lemmatiser, which goes by part of speech, missed the verb."""
        return self.by_word.get(("v", lemma)) or self.by_word.get(("v", self.verbs.get(form, lemma)), ())

    def find(self, kind: str, lemma: str) -> tuple[tuple[str, Pattern], ...]:
        """(whole word, pattern) of the patterns whose word begins with this lemma."""
        return self.by_word.get((kind, lemma), ())


@lru_cache(maxsize=4)
def pattern_index(language: str = "en") -> PatternIndex:
    """All patterns of a language. Raises LexiconError, naming file and line, on a malformed row."""
    rows: list[Pattern] = []
    for path in sorted((FOLDER / language / "patterns").glob("*.tsv")):
        for row in read_rows(path):
            if isinstance(row, LexiconError):
                raise row
            rows.append(row)
    found: dict[tuple[str, str], list[tuple[str, Pattern]]] = {}
    for row in rows:
        for word in row.words:
            found.setdefault((row.kind, word.split("_")[0]), []).append((word, row))
    verbs = {form: word for kind, word in sorted(found) if kind == "v" for form in _regular(word)}
    return PatternIndex(
        tuple(rows), {key: tuple(value) for key, value in found.items()}, verbs | table(language, "frames")["irregular"]["forms"]
    )


def _regular(verb: str) -> set[str]:
    """The regular forms of a verb, those of doubled consonants included."""
    stem = verb[:-1] if verb.endswith("e") else f"{verb[:-1]}i" if verb[-1] == "y" and verb[-2:-1] not in "aeou" else verb
    stems = {stem, verb + verb[-1]} if verb[-1] not in "aeiouwxy" else {stem}
    return {verb, f"{verb}s"} | {f"{each}ed" for each in stems} | {f"{each}ing" for each in {verb.removesuffix("e"), *stems}}


def read_rows(path: Path) -> Iterator[Pattern | LexiconError]:
    """The patterns of a file; in the place of each malformed row what is wrong with it and where.

    `@name` in an option stands for the words of that set in `sets.toml` of the same language.
    """
    sets = _sets(path.parent.parent / "sets.toml")
    with path.open(encoding="utf-8", newline="") as source:
        for number, columns in enumerate(csv.reader(source, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if not columns or not "".join(columns).strip() or columns[0].startswith("#"):
                continue
            try:
                yield _row(columns, f"{path.name}:{number}", sets)
            except LexiconError as error:
                yield error


@lru_cache(maxsize=4)
def _sets(path: Path) -> Mapping[str, tuple[str, ...]]:
    if not path.exists():
        return {}
    with path.open("rb") as source:
        return {name: tuple(entry["words"]) for name, entry in tomllib.load(source).items()}


def _row(columns: list[str], where: str, sets: Mapping[str, tuple[str, ...]]) -> Pattern:
    if len(columns) not in (5, 6):
        raise LexiconError(f"{where}: {len(columns)} columns, wanted 5 or 6 (predicate, kind, words, subject, object, options)")
    predicate, kind, words, subject, object_, *rest = columns
    if predicate not in predicates():
        raise LexiconError(f"{where}: no predicate {predicate!r} in the ontology")
    if kind not in KINDS:
        raise LexiconError(f"{where}: kind {kind!r} is none of {', '.join(KINDS)}")
    if not words.split():
        raise LexiconError(f"{where}: no words")
    for name, roles in (("subject", subject), ("object", object_)):
        if not all(role.strip() for role in roles.split("|")):
            raise LexiconError(f"{where}: the {name} has an empty role; `-` stands for none")
    event, mod, flags, lists = _options(rest[0] if rest else "", where, sets)
    return Pattern(
        predicate,
        kind,
        tuple(words.split()),
        tuple(subject.split("|")),
        tuple(object_.split("|")),
        where,
        event=event,
        mod=mod,
        flags=flags,
        lists=lists,
    )


def _options(
    text: str, where: str, sets: Mapping[str, tuple[str, ...]]
) -> tuple[str | None, str | None, frozenset[str], tuple[tuple[str, frozenset[str]], ...]]:
    values: dict[str, str] = {}
    flags: set[str] = set()
    lists: dict[str, list[str]] = {}
    current: list[str] | None = None
    for word in text.split():
        key, equals, value = word.partition("=")
        if equals and key in LISTS:
            current = lists.setdefault(key, [])
            current += (part for each in value.split(",") for part in _spelt(each, where, sets))
        elif equals and key in VALUES:
            values[key] = value
            current = None
        elif word in FLAGS:
            flags.add(word)
            current = None
        elif current is not None and not equals:
            current += _spelt(word, where, sets)
        else:
            raise LexiconError(f"{where}: option {word!r} is not known")
    return (
        values.get("event"),
        values.get("mod"),
        frozenset(flags),
        tuple((key, frozenset(words)) for key, words in lists.items()),
    )


def _spelt(word: str, where: str, sets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words that a set stands for, or the word itself."""
    if not word.startswith("@"):
        return (word,)
    if word[1:] not in sets:
        raise LexiconError(f"{where}: no set {word!r} in sets.toml")
    return sets[word[1:]]

"""Looking through the vocabulary of a language for those who extend it: every row is tried, nothing is read with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crossread.errors import LexiconError
from crossread.lexicon import FOLDER
from crossread.reading.claims.patterns import Pattern, read_rows

_LINE = re.compile(r"(?P<what>.*) \(at line (?P<line>\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: each error and warning begins with file and line."""

    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    patterns: int
    words: int
    files: int


def check_lexicon(language: str = "en", *, folder: Path = FOLDER) -> Checked:
    """Read all patterns and tables of a language.

    A malformed row or table is an error. A word that stands twice with the same predicate, kind and roles is a warning:
    unless the options tell the two apart, the second does nothing.

    Raises:
        LexiconError: there is no such language.
    """
    home = folder / language
    if not home.is_dir():
        raise LexiconError(f"no lexicon for language {language!r}")
    files, tables = sorted((home / "patterns").glob("*.tsv")), sorted(home.glob("*.toml"))
    rows: list[Pattern] = []
    errors: list[str] = []
    for path in files:
        for row in read_rows(path):
            if isinstance(row, LexiconError):
                errors.append(str(row))
            else:
                rows.append(row)
    for path in tables:
        errors += _table_errors(path)
    words = {(row.kind, word) for row in rows for word in row.words}
    return Checked(tuple(errors), tuple(_repeated(rows)), len(rows), len(words), len(files) + len(tables))


def _table_errors(path: Path) -> Iterator[str]:
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        yield f"{path.name}: is not UTF-8 at byte {error.start}"
    except tomllib.TOMLDecodeError as error:
        placed = _LINE.fullmatch(str(error))
        yield f"{path.name}:{placed['line']}: {placed['what']}" if placed else f"{path.name}: {error}"


def _repeated(rows: list[Pattern]) -> Iterator[str]:
    first: dict[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], list[Pattern]] = {}
    for row in rows:
        for word in row.words:
            before = first.setdefault((word, row.predicate, row.kind, row.subject, row.object), [])
            same = next((each for each in before if each.lists == row.lists or not each.lists), None)
            if same is not None:
                yield f"{row.source}: {word!r} stands already in {same.source} for {row.predicate!r}, of the same kind and roles"
            before.append(row)

"""Words of a language as data. One folder a language, one TOML file a topic; code asks for a table by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from crossread.errors import LexiconError

FOLDER = Path(__file__).parent


@lru_cache(maxsize=64)
def table(language: str, name: str) -> Mapping[str, Any]:
    """The table `name` of a language, as its TOML file has it; read once a process.

    Raises:
        LexiconError: there is no such table, or it is not valid TOML.
    """
    path = FOLDER / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"no table {name!r} for language {language!r}") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name} ({language}): {error}") from error


@lru_cache(maxsize=256)
def listed(language: str, name: str) -> frozenset[str]:
    """The words of one list of the lexicon's `frames`, lower case; `KeyError` where there is no such list."""
    return frozenset(table(language, "frames")[name]["words"])

"""The recipe: one typed view of `recipe.toml`, so that no script reads a setting twice."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECIPE_PATH = Path(__file__).with_name("recipe.toml")
WORK = Path(__file__).with_name("steps")


@dataclass(frozen=True, slots=True)
class Recipe:
    """All settings of a training run. `corpora` is the folder that `sources` are relative to."""

    seed: int
    corpora: Path
    sources: dict[str, Any]
    vectors: dict[str, Any]
    sentences: dict[str, Any]
    syntax: dict[str, Any]
    names: dict[str, Any]

    def source(self, name: str) -> Path:
        """The file of a named source. Raises FileNotFoundError, naming the source, if it is missing."""
        path: Path = self.corpora / self.sources[name]
        if not path.exists():
            raise FileNotFoundError(f"training source {name!r} is not at {path}: set --corpora")
        return path


def load_recipe(corpora: Path, path: Path = RECIPE_PATH) -> Recipe:
    """Read the recipe file and bind it to a corpora folder."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Recipe(data["seed"], corpora, data["sources"], data["vectors"], data["sentences"], data["syntax"], data["names"])

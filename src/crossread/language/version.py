"""Which model would be loaded, known without loading it."""

from __future__ import annotations

import json
import os
from importlib import metadata
from pathlib import Path

from crossread.language.pipeline import SETTING, SHIPPED


def model_version(where: str | Path | None = None) -> str:
    """Name and version of the pipeline that `load_pipeline` would load, such as "en_news 1.0"; where it says neither, the
    name it was asked for by."""
    asked = where or os.environ.get(SETTING) or SHIPPED
    try:
        meta = json.loads((Path(asked) / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError):
        pass
    try:
        return f"{asked} {metadata.version(str(asked))}"
    except (metadata.PackageNotFoundError, ValueError):
        return str(asked)

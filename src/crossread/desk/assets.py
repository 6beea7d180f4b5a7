"""Names under which style sheets and scripts are served: with a hash of their content, so that a browser may keep them for ever.

Style sheets are served as they are written. Scripts are built by Vite (`make desk`), whose manifest says what became of which
source; without them pages can be read, and the pictures are tables.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
BUILT = STATIC / "built"
MANIFEST = BUILT / ".vite" / "manifest.json"
SERVED = "/static"


@dataclass(frozen=True, slots=True)
class Assets:
    """What was built: addresses of scripts by entry ("desk", "network"), and the style sheets that each brings."""

    scripts: dict[str, str]
    styles: dict[str, tuple[str, ...]]

    @property
    def built(self) -> bool:
        """Whether there are scripts at all."""
        return bool(self.scripts)

    def script(self, entry: str) -> str | None:
        """The address of an entry's script, or nothing where it is not built."""
        return self.scripts.get(entry)

    def style(self, name: str) -> str:
        """The address of a style sheet, or any other file as it lies in `static`."""
        return f"{SERVED}/{name}?v={_hash(name)}"


@lru_cache(maxsize=64)
def _hash(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


def load_assets() -> Assets:
    """What Vite built; empty where it has not."""
    if not MANIFEST.is_file():
        return Assets({}, {})
    scripts: dict[str, str] = {}
    styles: dict[str, tuple[str, ...]] = {}
    for built in json.loads(MANIFEST.read_text(encoding="utf-8")).values():
        if built.get("isEntry"):
            scripts[built["name"]] = f"{SERVED}/built/{built['file']}"
            styles[built["name"]] = tuple(f"{SERVED}/built/{file}" for file in built.get("css", ()))
    return Assets(scripts, styles)

"""Large cities of the world by name, for telling a place from a person where nothing else does.

Names come from GeoNames (CC BY 4.0); `training/cities.py` made the list.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

PATH = Path(__file__).with_name("cities.txt")


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """The names, in the spellings of their Latin alternates."""
    lines = PATH.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))

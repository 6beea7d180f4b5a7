"""A name as it is found, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawName:
    """A name before it is typed: code points, the tokens `[first, last]`, and the recogniser's label."""

    start: int
    end: int
    first: int
    last: int
    label: str

"""Where places lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.model.actor import Actor

Certainty = Literal["told", "town", "chosen", "area", "country"]


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point on the earth: degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Position:
    """Where a place is put on the map: degrees north and east. `country` is ISO 3166-1 alpha-3, empty where it is not known.
    `certainty`: what a person said, the one town of that name, one chosen among several, a town that stands for an area of its
    name, or a capital that stands for its country. `reason` says it in words."""

    latitude: float
    longitude: float
    country: str
    certainty: Certainty
    reason: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place, facility or state of a case with its position."""

    actor: Actor
    position: Position

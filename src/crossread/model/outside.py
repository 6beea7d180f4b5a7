"""Lists that others keep of people and bodies, and links from a case's actors to their entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.model.reading import EntityType


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of an outside list. `type` is `None` where the list does not tell; `countries` are ISO 3166-1 alpha-3."""

    id: str
    names: tuple[str, ...]
    type: EntityType | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An actor's entry in an outside list: the list's name, the id there, the name that fits, how sure it is (0 to 1) and why."""

    list: str
    id: str
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """What became of an actor that an outside list may know. `link` is what fits best; in "review" a person must decide, `why`
    says what is in the way."""

    actor: str
    name: str
    link: Link
    state: Literal["linked", "known", "review"]
    why: str

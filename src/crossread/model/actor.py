"""Who is who across documents: what actor resolution is given, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.model.reading import EntityType


@dataclass(frozen=True, slots=True)
class DocumentEntity:
    """A coreference chain of one document, as resolution across documents sees it.

    `named` is false where the document never names it, but only describes it ("the minister") or points to it ("they").
    `aliases` are the distinct texts of its names, sorted.
    """

    document: str
    entity: str
    name: str
    type: EntityType
    named: bool
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """One actor: entities of documents that are held to be the same. `members` are (document, entity), sorted.

    `reason` says in words why they are.
    """

    id: str
    name: str
    type: EntityType
    members: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that an actor goes by, and the documents that use it, sorted."""

    text: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of a case. `country` is ISO 3166-1 alpha-3, `sector` as PLOVER has it; `mentions` counts all phrases that stand
    for it, names or not."""

    id: str
    name: str
    type: EntityType
    country: str | None
    sector: str | None
    aliases: tuple[Alias, ...]
    mentions: int
    documents: tuple[str, ...]

"""Who is who across documents: what actor resolution is given, and what it gives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from crossread.model.outside import Link
from crossread.model.reading import EntityType, Reading

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document calls an entity and what it says that the entity is. Entities of the same profile are the same actor,
    so that a case is resolved over profiles, of which there are far fewer than entities.

    `names` are its written names and `makeshift` the descriptions that serve as names ("the Harbour government"), both as
    written, sorted. `known` is the usual name of what has world-wide standing. `firm` says that its type is more than a guess.
    `countries` (ISO 3166-1 alpha-3), `sectors` (PLOVER) and `leaders` (keys of surnames) are what descriptions and claims
    tell. `scope` is the country that the document is about, given only where every state has a body of this name.
    """

    name: str
    type: EntityType
    firm: bool
    names: tuple[str, ...]
    makeshift: tuple[str, ...] = ()
    known: str | None = None
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    scope: str | None = None

    @property
    def id(self) -> str:
        """A hash of all it holds."""
        what = (self.name, self.type, self.firm, self.names, self.makeshift, self.known, self.countries, self.sectors,
                self.leaders, self.scope)
        return "p" + hashlib.sha256(repr(what).encode("utf-8", "surrogatepass")).hexdigest()[:15]


@dataclass(frozen=True, slots=True)
class DocumentEntity:
    """A coreference chain of one document, as resolution across documents sees it.

    `profile` is `None` where the document never names it, but only describes it ("the minister") or points to it ("they").
    """

    document: str
    entity: str
    name: str
    type: EntityType
    profile: Profile | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile and roughly how many entities of the case have it."""

    profile: Profile
    count: int


def roughly(count: int) -> int:
    """A number to its first three binary digits: up to 8 as it is, then 10, 12, 14, 16, 20, 24 ... Who is who depends on rough
    numbers, so that one more article about somebody who is in hundreds changes nothing and costs nothing."""
    step = 1 << max(0, count.bit_length() - 3)
    return count // step * step


@dataclass(frozen=True, slots=True)
class Join:
    """Why two names are held to be one actor's: what compared them, how sure it is (0 to 1), and the reason in words."""

    feature: str
    score: float
    a: str
    b: str
    reason: str


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """One actor: profiles that are held to be the same, by their ids, sorted. `country` is ISO 3166-1 alpha-3, `sector` as
    PLOVER has it; `joins` say step by step why its names are one actor's."""

    id: str
    name: str
    type: EntityType
    country: str | None
    sector: str | None
    profiles: tuple[str, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's word on two actors, by a name of each (as `name_key` has it): in force until it is undone."""

    a: str
    b: str
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class ActorJudgement:
    """An entry of the journal of actors. `undoes` is the number of the entry it takes back; `state` is what it is worth now:
    "in force", "undone", "an undoing", or "without effect" where a name is no longer in the case or the pair was judged again."""

    number: int
    at: str
    by: str
    verdict: Verdict
    a: str
    b: str
    why: str
    undoes: int | None
    state: str


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """What somebody says of two actors, before it stands in the journal. `a` and `b` are keys of names."""

    a: str
    b: str
    verdict: Verdict
    why: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Resolver:
    """How a case derives its actors: entities of a document with their profiles; the candidate keys of a profile, only profiles
    that share one can come to be one actor; whether sharing a key is enough by itself; whether two profiles that share one are
    joined by some comparison; the names by which a profile can be judged; actors from profiles; the id of an entity that its
    document never names."""

    entities: Callable[[Reading], Iterable[DocumentEntity]]
    keys: Callable[[Profile], tuple[str, ...]]
    is_close: Callable[[str], bool]
    tied: Callable[[Profile, Profile], bool]
    names: Callable[[Profile], tuple[str, ...]]
    cluster: Callable[[Iterable[Weighed], Iterable[Judged]], tuple[ActorGroup, ...]]
    alone: Callable[[DocumentEntity], str]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that an actor goes by, and the documents that use it, sorted."""

    text: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of a case. `country` is ISO 3166-1 alpha-3, `sector` as PLOVER has it; `mentions` counts all phrases that stand
    for it, names or not; `joins` are the reasons why its names are held to be one actor's; `links` its entries in outside
    lists, where a case is asked for its actors."""

    id: str
    name: str
    type: EntityType
    country: str | None
    sector: str | None
    aliases: tuple[Alias, ...]
    mentions: int
    documents: tuple[str, ...]
    joins: tuple[Join, ...] = ()
    links: tuple[Link, ...] = ()

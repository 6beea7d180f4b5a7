"""What a case derives from its claims. Findings are made anew whenever they are asked for and never stored as truth.

Days are ISO days, inclusive; `None` where nothing bounds them. `claims` are claim ids, sorted; `documents` counts documents;
`origins` counts independent first voices. Ids are hashes of what a finding rests on, so the same claims give the same id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["affirmed", "denied", "contested", "ended"]
Strength = Literal["hard", "soft"]
ContradictionKind = Literal["number", "polarity", "role", "date", "place", "characterisation"]
Outcome = Literal["open", "came_true", "failed", "mixed"]
GameKind = Literal["both sides", "with and against", "words and deeds"]
Turn = Literal["began", "cooled", "ended", "turned"]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a finding; `id` is `None` where the text only describes it."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Who stood how to whom, from when until when.

    `stance` lies between -1 (hostile) and 1 (backing), drawn towards 0 by denials. `until` says in words what `end` rests on:
    the claims themselves, something that ended it, or the last evidence plus a horizon.
    """

    source: Party
    relation: str
    target: Party
    stance: float
    start: str | None
    end: str | None
    status: Status
    until: str
    claims: tuple[str, ...]
    documents: int
    origins: int


@dataclass(frozen=True, slots=True)
class Version:
    """One source's number for an event."""

    claim: str
    origin: str
    measure: str
    low: float
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers given for one measure: least, the one of most origins (the middle one of those), most."""

    measure: str
    low: float
    best: float
    high: float


@dataclass(frozen=True, slots=True)
class Event:
    """One happening and every claim about it. `quantities` has one range for each measure, deaths first."""

    id: str
    event: str | None
    mode: str | None
    predicate: str
    subject: Party
    object: Party
    place: Party | None
    earliest: str | None
    latest: str | None
    claims: tuple[str, ...]
    documents: int
    origins: int
    quantities: tuple[Range, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true (`hard`), or that differ in scope, label or measure (`soft`)."""

    id: str
    kind: ContradictionKind
    strength: Strength
    sides: tuple[tuple[str, ...], ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Claims that agree. Fewer origins than documents means that some repeat others."""

    id: str
    claims: tuple[str, ...]
    documents: int
    origins: int
    explanation: str


@dataclass(frozen=True, slots=True)
class Path:
    """How an account came into a document: the names of all voices, outlet first."""

    document: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where accounts start, and what rests on it."""

    id: str
    name: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    via: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class DoubleGame:
    """One actor on both sides of a hostile pair, or for and against one, in overlapping time."""

    actor: Party
    kind: GameKind
    side_a: Party
    side_b: Party
    claims_a: tuple[str, ...]
    claims_b: tuple[str, ...]
    start: str | None
    end: str | None
    explanation: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """A forecast or a pledge, and what later claims made of it."""

    claim: str
    predictor: Party
    content: str
    made: str | None
    about_from: str | None
    about_to: str | None
    outcome: Outcome
    resolved_by: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Record:
    """A voice's forecasts, counted by what became of them; `claims` are the forecasts."""

    predictor: Party
    open: int
    came_true: int
    failed: int
    mixed: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the timeline."""

    earliest: str | None
    latest: str | None
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed between two actors, apart from contradiction: earlier and later claims, both dated."""

    source: Party
    target: Party
    turn: Turn
    day: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Share:
    """One sponsor's part of an actor's documented backing; `part` counts relations, weighted by origins, and `remains` is what
    is left of all backing without the sponsor."""

    actor: Party
    sponsor: Party
    kinds: tuple[str, ...]
    part: float
    remains: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three actors whose mutual stances are strained: the product of their signs is negative (Cartwright & Harary 1956)."""

    actors: tuple[Party, Party, Party]
    signs: tuple[int, int, int]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of an account: `how` it is passed on (has it, repeats, or the words by which a voice is cited), by whom; `actor`
    and `document` are ids where there are such."""

    how: str
    name: str
    actor: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class Lineage:
    """How the account in a claim came into its document, from the outlet to the origin, by the origin's id and name."""

    claim: str
    document: str
    hops: tuple[Hop, ...]
    origin: str
    origin_name: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A document whose text lies, for the given share, in another, earlier one."""

    document: str
    of: str
    share: float

"""What reading finds in one document. All offsets are code points into the document's own text, half open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crossread.model.document import Document, Span

MentionForm = Literal["name", "nominal", "pronoun"]
EntityType = Literal[
    "person", "armed_group", "government_body", "state", "igo", "ngo", "media", "company", "place", "facility",
    "military_unit", "agreement", "event", "other",
]
AttributionKind = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["asserted", "reported", "alleged", "possible", "predicted", "hypothetical", "wished"]
TimeBasis = Literal["explicit", "relative", "inferred", "none"]
Standing = Literal["accepted", "edited", "added"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]

UNNAMED_OUTLET = "unnamed outlet"  # the first voice of a claim whose document does not say who publishes it


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that stands for somebody or something; `entity` is the id of its coreference chain."""

    id: str
    start: int
    end: int
    text: str
    form: MentionForm
    type: EntityType
    entity: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """A coreference chain of one document, under the fullest name the document gives it."""

    id: str
    name: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said, thought or shown something (Pareti 2015): source, cue, content.

    `speaker` is the entity of the source; `parent` is the innermost attribution whose content holds this one.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    speaker: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression: its type, its normalised value, and the days `[earliest, latest]` (ISO, inclusive) it can
    denote. Both bounds are `None` for durations and sets, and where the anchor is unknown."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    earliest: str | None = None
    latest: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something. `value` is the number or the lower end of a range, `max` the upper end; a bound without
    a second end ("at least 8") is approximate. `value` is `None` for words such as "dozens"."""

    start: int
    end: int
    text: str
    value: float | None
    max: float | None
    unit: str | None
    approximate: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a claim rests on: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Argument:
    """Subject or object of a claim: an entity, or free text where `entity` is `None`."""

    entity: str | None
    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of voices, outlet first."""

    name: str
    entity: str | None = None
    start: int | None = None
    end: int | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When what is claimed holds: ISO days, inclusive; what words fixed it, and how."""

    text: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: TimeBasis = "none"


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where it is said to have happened."""

    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class ClaimQuantity:
    """How many, as `Quantity` counts."""

    value: float | None
    max: float | None
    unit: str | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: subject, predicate, object, with its words, its voices and its limits. `judged` says what a person made of
    it, in a case, and `grade` how credible a person held it on the Admiralty scale; `None` where nobody did."""

    id: str
    document: str
    evidence: tuple[Evidence, ...]
    subject: Argument
    predicate: str
    object: Argument
    event: str | None
    mode: str | None
    polarity: Polarity
    modality: Modality
    attribution: tuple[Voice, ...]
    time: ClaimTime
    place: ClaimPlace | None
    quantity: ClaimQuantity | None
    flags: tuple[str, ...] = ()
    judged: Standing | None = None
    grade: Credibility | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All layers of one document."""

    document: Document
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = field(default=())

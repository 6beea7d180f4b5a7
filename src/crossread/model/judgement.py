"""What people say of claims, sources and readings: entries of the journal, and what becomes of a claim under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from crossread.model.reading import Claim, ClaimQuantity, ClaimTime, Credibility, EntityType, Modality, Polarity

JudgementKind = Literal["actor", "claim", "source", "place", "link"]
State = Literal["in force", "undone", "an undoing", "without effect", "evidence gone"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
ClaimVerdict = Literal["accept", "reject", "edit", "add", "1", "2", "3", "4", "5", "6"]

CREDIBILITY: frozenset[str] = frozenset(get_args(Credibility))  # verdicts that grade a claim and leave it as it is


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a person puts in a claim: an actor, of the given type, by a name it goes by; or free text where `type` is `None`."""

    name: str
    type: EntityType | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a person changes in a claim; `None` leaves a part as it is. `voices` are those behind the outlet, innermost last; an
    empty tuple makes the outlet itself say it. A `time` without bounds takes the time away, a `place` without a name the place, a
    `quantity` without number and unit the quantity."""

    subject: Named | None = None
    predicate: str | None = None
    object: Named | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    voices: tuple[Named, ...] | None = None
    time: ClaimTime | None = None
    place: Named | None = None
    quantity: ClaimQuantity | None = None


@dataclass(frozen=True, slots=True)
class ClaimJudgement:
    """A person's word on a claim: in force until it is undone. `claim` is the claim as it was read, or added, so that it can be
    found again, or shown, whatever a later reading makes of its document."""

    number: int
    verdict: ClaimVerdict
    claim: Claim
    change: Change = Change()


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry before it stands in the journal. `target` is a claim's id, the key of a source's or place's name, or that of an
    actor's name with the list it is linked to; `document` the document that it rests on alone, if it does; `content` what else
    is kept, as JSON."""

    kind: JudgementKind
    target: str
    verdict: str
    why: str
    at: str
    by: str
    document: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal: who said what of what, when and why. `about` says in words what is judged; `undoes` is the number
    of the entry it takes back; `state` what it is worth now: "without effect" where a later entry, or the lack of what it speaks
    of, leaves it nothing to do; "evidence gone" where its words no longer stand in its document."""

    number: int
    at: str
    by: str
    kind: JudgementKind
    verdict: str
    target: str
    about: str
    why: str
    document: str | None
    undoes: int | None
    state: State


@dataclass(frozen=True, slots=True)
class Grades:
    """The Admiralty grades in force: reliability of sources (A to F) by the key of their name, credibility of claims (1 to 6)
    by id. What nobody has graded is not there."""

    sources: tuple[tuple[str, Reliability], ...] = ()
    items: tuple[tuple[str, Credibility], ...] = ()

    def source(self, key: str) -> Reliability | None:
        """The grade of a source."""
        return dict(self.sources).get(key)

    def item(self, claim: str) -> Credibility | None:
        """The grade of a claim."""
        return dict(self.items).get(claim)

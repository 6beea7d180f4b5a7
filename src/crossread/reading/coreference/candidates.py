"""What may stand for somebody or something, before it is known who: the unit that all passes of coreference work on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from crossread.model.reading import EntityType, MentionForm

Kind = Literal[
    "name",
    "demonym",
    "people",
    "nominal",
    "coordination",
    "personal",
    "possessive",
    "reflexive",
    "relative",
    "demonstrative",
    "adverb",
]
Gender = Literal["male", "female", "neuter"]
Number = Literal["singular", "plural"]
Definiteness = Literal["definite", "demonstrative", "possessive", "indefinite", "bare"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One phrase. Characters `[start, end)`, tokens `[first, last]` with the head among them; `None` features are open.

    `words` are the content words of the phrase in lower case, lemmas for nominals, without title for persons' names; `roles` the
    role nouns that stand before or beside a name or are a nominal's head; `person` is the grammatical one, 0 where it
    does not apply. `phrase` is where the noun phrase begins that a person's name closes ("the retired general X"), else `start`.
    `named` is the type of the mention where it is not that of the thing: a capital that stands for a state, a nationality for
    people (kind "people"), a state's name for its government.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    sent: int
    kind: Kind
    type: EntityType
    lemma: str
    words: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    number: Number | None = None
    person: int = 0
    definiteness: Definiteness = "bare"
    key: str = ""
    phrase: int = -1
    named: EntityType | None = None

    @property
    def form(self) -> MentionForm:
        """The contract's form."""
        if self.kind in ("name", "demonym", "people"):
            return "name"
        return "nominal" if self.kind in ("nominal", "coordination") else "pronoun"

    @property
    def is_pronoun(self) -> bool:
        return self.form == "pronoun"

    def covers(self, other: Candidate) -> bool:
        """Whether the other lies inside this one."""
        return self.first <= other.first and other.last <= self.last

"""Growing chains: which candidates are held to be one, and what a chain is known to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from crossread.reading.coreference.spellings import near
from crossread.reading.people import significant

if TYPE_CHECKING:
    from crossread.reading.coreference.candidates import Candidate

Class = Literal["person", "body", "place", "agreement", "event", "thing"]
_CLASS: dict[str, Class] = {
    "person": "person",
    "armed_group": "body",
    "government_body": "body",
    "military_unit": "body",
    "igo": "body",
    "ngo": "body",
    "media": "body",
    "company": "body",
    "state": "place",
    "place": "place",
    "facility": "place",
    "agreement": "agreement",
    "event": "event",
    "other": "thing",
}


def class_of(candidate: Candidate) -> Class | None:
    """The coarse class that a chain must agree in; open for pronouns that tell nothing and for peoples ("Kurdish")."""
    if candidate.is_pronoun and candidate.type == "other":
        return None
    if candidate.kind == "coordination":
        return None
    return _CLASS[candidate.type]


def _akin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: they have a word in common, or two spellings of one."""
    return any(near(a, b) for a in one for b in other)


@dataclass(slots=True)
class _Known:
    """What the members of one chain tell about it."""

    members: list[int]
    classes: set[Class]
    genders: set[str]
    numbers: set[str]
    names: set[str]
    persons: set[tuple[str, ...]]  # what full names of persons consist of
    states: set[str]  # keys of states that are known by name or nationality
    apart: set[int] = field(default_factory=set)


class Chains:
    """Disjoint sets over candidates, with agreement kept true by every join.

    Abstains by answering `False`: nothing is joined against gender, number, class, or a pair that was set apart.
    """

    def __init__(self, candidates: list[Candidate]) -> None:
        self.candidates = candidates
        self._root = list(range(len(candidates)))
        self._known: dict[int, _Known] = {}
        for index, each in enumerate(candidates):
            found = class_of(each)
            self._known[index] = _Known(
                [index],
                {found} if found else set(),
                {each.gender} if each.gender else set(),
                {each.number} if each.number else set(),
                {each.key} if each.kind == "name" and each.key else set(),
                {significant(each.words)} if each.kind == "name" and each.type == "person" and len(each.words) > 1 else set(),
                {each.key} if each.type == "state" and each.kind in ("name", "demonym") and each.key[:1] == "=" else set(),
            )

    def find(self, index: int) -> int:
        """The representative of a candidate's chain."""
        while self._root[index] != index:
            self._root[index] = self._root[self._root[index]]
            index = self._root[index]
        return index

    def members(self, index: int) -> list[int]:
        """The candidates of a chain, in text order."""
        return self._known[self.find(index)].members

    def names(self, index: int) -> set[str]:
        """The keys of the names in a chain."""
        return self._known[self.find(index)].names

    def classes(self, index: int) -> set[Class]:
        """The classes that a chain's members have."""
        return self._known[self.find(index)].classes

    def genders(self, index: int) -> set[str]:
        """The genders that a chain's members tell."""
        return self._known[self.find(index)].genders

    def numbers(self, index: int) -> set[str]:
        """The numbers that a chain's members tell."""
        return self._known[self.find(index)].numbers

    def same(self, one: int, other: int) -> bool:
        """Whether two candidates are in one chain."""
        return self.find(one) == self.find(other)

    def set_apart(self, one: int, other: int) -> None:
        """Two candidates that must never meet in one chain."""
        self._known[self.find(one)].apart.add(other)
        self._known[self.find(other)].apart.add(one)

    def agree(self, one: int, other: int, *, number: bool = True, classes: bool = True, persons: bool = True) -> bool:
        """Whether two chains may be one; `persons`: two full names with nothing in common are two persons'."""
        a, b = self._known[self.find(one)], self._known[self.find(other)]
        if a is b:
            return True
        if a.apart and any(member in a.apart for member in b.members):
            return False
        if b.apart and any(member in b.apart for member in a.members):
            return False
        if a.genders and b.genders and not a.genders & b.genders:
            return False
        if a.states and b.states and not a.states & b.states:
            return False
        if persons and a.persons and b.persons and not any(_akin(one, other) for one in a.persons for other in b.persons):
            return False
        if number and a.numbers and b.numbers and not a.numbers & b.numbers:
            return False
        return not (classes and a.classes and b.classes and not a.classes & b.classes)

    def join(self, one: int, other: int, *, number: bool = True, classes: bool = True, persons: bool = True) -> bool:
        """Make two chains one if they agree; says whether they are one now."""
        if not self.agree(one, other, number=number, classes=classes, persons=persons):
            return False
        one, other = self.find(one), self.find(other)
        if one == other:
            return True
        keep, gone = min(one, other), max(one, other)
        a, b = self._known[keep], self._known.pop(gone)
        self._root[gone] = keep
        a.members = sorted(a.members + b.members)
        a.classes |= b.classes
        a.genders |= b.genders
        a.numbers |= b.numbers
        a.names |= b.names
        a.persons |= b.persons
        a.states |= b.states
        a.apart |= b.apart
        return True

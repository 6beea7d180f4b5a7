"""What holds between actors on a day, worked out for all of them at once.

A day is asked for more often than anybody looks at a relation: a network shows a hundred of ten thousand. So whether something
holds, which side it takes and how many origins tell of it is worked out on columns of numbers, a row for each claim, and what
is shown is made afterwards by `relations`. The rules are those of `relations` for what lasts; a deed, which does not, is
remembered for a while.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from crossread.comparison.periods import FAR, ordinal
from crossread.comparison.slots import Item
from crossread.model.network import NetworkQuestion
from crossread.ontology.predicates import predicates
from crossread.views.relations import Key, Pair

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]
    Flags = NDArray[np.bool_]

SIDES = frozenset({"backing", "hostility", "harm"})  # families that say on which side somebody is
MEMORY = 365  # days for which a deed is shown
RECENT = 16  # days that are kept: a page asks for the same day more than once
BACKING, HOSTILE = 1, 2  # the two sides that a pair may be on, or both

Two = tuple[str, str]
T = TypeVar("T")


def ends(key: Key) -> tuple[Two, bool]:
    """The ids of the two whom a key relates, in order, and whether it goes against that order."""
    return ((key[2], key[0]), True) if key[0] > key[2] else ((key[0], key[2]), False)


def wanted(question: NetworkQuestion) -> Callable[[Item], bool] | None:
    """Whether a claim belongs to the outlet and the modalities of a question; `None` where all do."""
    if question.outlet is None and not question.modalities:
        return None
    return lambda item: (
        (question.outlet is None or outlet(item) == question.outlet)
        and (not question.modalities or item.claim.modality in question.modalities)
    )


def outlet(item: Item) -> str | None:
    """The outlet that a claim was published by."""
    return item.claim.attribution[0].name if item.claim.attribution else None


@dataclass(frozen=True, slots=True, eq=False)
class Day:
    """A day: of each key whether anything `holds`, and whether as a `deed`; of each two whether anything is between them, the
    sides taken (`BACKING`, `HOSTILE`, their sum or 0), the origins that tell of it, and their sum over all that is told."""

    holds: Flags
    deed: Flags
    between: Flags
    sides: Numbers
    origins: Numbers
    weight: Numbers


class _Groups:
    """Rows that stand together; where each group of them starts. No group is empty."""

    def __init__(self, starts: Iterable[int]) -> None:
        self._starts = np.fromiter(starts, dtype=np.intp)

    def most(self, rows: Numbers) -> Numbers:
        return np.maximum.reduceat(rows, self._starts) if len(self._starts) else rows[:0]

    def least(self, rows: Numbers) -> Numbers:
        return np.minimum.reduceat(rows, self._starts) if len(self._starts) else rows[:0]

    def total(self, rows: Numbers | Flags) -> Numbers:
        found: Numbers = np.add.reduceat(rows, self._starts, dtype=np.int32) if len(self._starts) else np.zeros(0, np.int32)
        return found

    def any(self, rows: Flags) -> Flags:
        return np.logical_or.reduceat(rows, self._starts) if len(self._starts) else rows[:0]


class _Codes:
    """Words as numbers."""

    def __init__(self) -> None:
        self._known: dict[Hashable, int] = {}

    def of(self, word: Hashable) -> int:
        """The number of a word, a new one for a new word."""
        return self._known.setdefault(word, len(self._known))

    def among(self, words: Iterable[Hashable]) -> list[int]:
        """The numbers of those words that are known."""
        return [self._known[word] for word in words if word in self._known]


class Holding:
    """The claims that relate two actors, as columns. `keys` are what they say of whom, those of the same `two` together, which
    are in order; rows are in the order of keys, and within one key in the order of their origins."""

    def __init__(self, pairs: Iterable[Pair], *, day_of: Mapping[str, str]) -> None:
        """`day_of` gives the day of each claim on which a deed counts as done; it is left out where that is unknown."""
        self.pairs = sorted(pairs, key=lambda pair: (ends(pair.key), pair.key))
        self.two = [two for two, _ in groupby(ends(pair.key)[0] for pair in self.pairs)]
        self._outlets, self._modalities, self._sources, self._families = _Codes(), _Codes(), _Codes(), _Codes()
        self._recent: dict[Hashable, Day] = {}
        self._of_keys()
        self._of_rows(day_of)
        self._of_enders()

    def keys_of(self, two: int) -> range:
        """The keys of the two of this number."""
        return range(self._first_keys[two], self._first_keys[two + 1])

    def _of_keys(self) -> None:
        table, aspects = predicates(), [pair.items[0].aspect for pair in self.pairs]
        said = [table[pair.key[1]] for pair in self.pairs]
        self._family = _numbers(self._families.of(one.family) for one in said)
        self._sign = _numbers(one.stance if one.family in SIDES else 0 for one in said)
        self._lasts = np.fromiter((aspect.lasts for aspect in aspects), dtype=np.bool_)
        self._horizon = _numbers(aspect.horizon if aspect.lasts else 0 for aspect in aspects)
        self._first_keys = [0]
        for _, same in groupby(self.pairs, key=lambda pair: ends(pair.key)[0]):
            self._first_keys.append(self._first_keys[-1] + len(list(same)))
        self._by_two = _Groups(self._first_keys[:-1])

    def _of_rows(self, day_of: Mapping[str, str]) -> None:
        at: list[tuple[int, int, Item]] = sorted(
            ((number, self._sources.of(item.source.key), item) for number, pair in enumerate(self.pairs) for item in pair.items),
            key=lambda row: row[:2],
        )
        items = [item for _, _, item in at]
        self._key = _numbers(key for key, _, _ in at)
        self._by_key = _Groups(_starts(at, key=lambda row: row[0]))
        self._begins = _numbers(-FAR if item.holds.first is None else item.holds.first for item in items)
        self._until = _numbers(-FAR if item.holds.last is None else item.holds.last for item in items)
        self._speaks_from = _numbers(FAR if item.when.first is None else item.when.first for item in items)
        self._evidence = _numbers(item.holds.first or item.holds.last or 0 for item in items)
        self._told = _numbers(FAR if (day := ordinal(day_of.get(item.claim.id))) is None else day for item in items)
        self._affirmed = np.fromiter((item.affirmed for item in items), dtype=np.bool_)
        self._outlet = _numbers(self._outlets.of(outlet(item)) for item in items)
        self._modality = _numbers(self._modalities.of(item.claim.modality) for item in items)
        sourced = _starts(at, key=lambda row: row[:2])  # rows of one key and origin
        self._by_source = _Groups(sourced)
        self._sources_by_key = _Groups(_starts([at[row][0] for row in sourced], key=lambda key: key))
        number_of = {id_: number for number, id_ in enumerate(self.two)}
        two_of_key = [number_of[ends(pair.key)[0]] for pair in self.pairs]
        of_two = [(two_of_key[at[row][0]], at[row][1]) for row in sourced]
        told = {one: number for number, one in enumerate(sorted(set(of_two)))}
        self._source_of_two = np.fromiter((told[one] for one in of_two), dtype=np.intp)
        self._sources_by_two = _Groups(_starts(list(told), key=lambda one: one[0]))
        self._sources_of_two = len(told)

    def _of_enders(self) -> None:
        at = [(number, item) for number, pair in enumerate(self.pairs) for item in pair.enders]
        starts = _starts(at, key=lambda row: row[0])
        self._by_ended = _Groups(starts)
        self._ended = np.fromiter((at[row][0] for row in starts), dtype=np.intp)
        self._ends_on = _numbers(FAR if item.when.first is None else item.when.first for _, item in at)
        self._ender_outlet = _numbers(self._outlets.of(outlet(item)) for _, item in at)
        self._ender_modality = _numbers(self._modalities.of(item.claim.modality) for _, item in at)

    def on(self, question: NetworkQuestion) -> Day:
        """The day of a question, for its outlet, modalities and families."""
        asked = (question.day, question.outlet, question.modalities, question.families)
        found = self._recent.get(asked)
        if found is None:
            if len(self._recent) >= RECENT:
                self._recent.clear()
            found = self._recent[asked] = self._find(question)
        return found

    def _find(self, question: NetworkQuestion) -> Day:
        day = date.fromisoformat(question.day).toordinal()
        rows = self._asked(question, outlets=self._outlet, modalities=self._modality)
        known, told = rows & (self._begins <= day), rows & (self._told <= day)
        newest = self._by_key.most(np.where(told, self._told, -FAR))
        asked = np.isin(self._family, self._families.among(question.families))
        deed = asked & ~self._lasts & (day - newest <= MEMORY)
        holds = deed | (asked & self._states(known, question, day))
        counted = np.where(deed[self._key], told, known) & holds[self._key]
        for_, against = self._by_source.any(counted & self._affirmed), self._by_source.any(counted & ~self._affirmed)
        more, fewer = self._sources_by_key.total(for_), self._sources_by_key.total(against)
        sides = np.where(more > 0, self._sign * np.sign(more - fewer), 0)
        tells = for_ | against
        of_two = np.zeros(self._sources_of_two, dtype=np.bool_)
        of_two[self._source_of_two[tells]] = True
        taken = BACKING * self._by_two.any(sides > 0) + HOSTILE * self._by_two.any(sides < 0)
        return Day(
            holds, deed, self._by_two.any(holds), taken.astype(np.int32), self._sources_by_two.total(of_two),
            self._by_two.total(self._sources_by_key.total(tells)),
        )

    def _states(self, known: Flags, question: NetworkQuestion, day: int) -> Flags:
        """Of which keys something holds by what is known: not ended, and not longer ago than it lasts."""
        affirmed = known & self._affirmed
        spoken = affirmed | (known & ~self._by_key.any(affirmed)[self._key])
        last = self._by_key.most(np.where(spoken, self._until, -FAR))
        until = np.where(last == -FAR, FAR, last + self._horizon)
        latest = self._by_key.most(np.where(spoken, self._evidence, 0))
        start = self._by_key.least(np.where(affirmed, self._speaks_from, FAR))
        rows = self._asked(question, outlets=self._ender_outlet, modalities=self._ender_modality)
        closing = np.full(len(self.pairs), -FAR, dtype=np.int32)
        closing[self._ended] = self._by_ended.most(np.where(rows & (self._ends_on <= day), self._ends_on, -FAR))
        ended = self._lasts & (closing > -FAR) & ((start == FAR) | (closing > start)) & (closing >= latest)
        found: Flags = self._by_key.any(known) & ~ended & (day <= until)
        return found

    def _asked(self, question: NetworkQuestion, *, outlets: Numbers, modalities: Numbers) -> Flags:
        """The rows of the outlet and the modalities of a question."""
        found = np.ones(len(outlets), dtype=np.bool_)
        if question.outlet is not None:
            found &= np.isin(outlets, self._outlets.among([question.outlet]))
        if question.modalities:
            found &= np.isin(modalities, self._modalities.among(question.modalities))
        return found


def _numbers(found: Iterable[int]) -> Numbers:
    return np.fromiter(found, dtype=np.int32)


def _starts(rows: list[T], *, key: Callable[[T], object]) -> list[int]:
    """Where each run of rows with the same key starts."""
    return [at for at, row in enumerate(rows) if at == 0 or key(row) != key(rows[at - 1])]

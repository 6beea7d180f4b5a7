"""Documents that repeat others: shingles of words, sampled by their hash (Broder 1997; Heintze 1996), then exact containment.

Containment, not likeness: editors cut from the bottom and add a title, so the share of the shorter text that lies in the longer
is what counts.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crossread.model import Document
from crossread.model.findings import Copy

SHINGLE = 5  # words
SAMPLE = 8  # one shingle in so many stands in the index
SHARED = 3  # sampled shingles two documents must share to be compared
COMMON = 50  # documents that share a shingle before it is held to be a formula
SHARE = 0.6  # of the shorter text that must lie in the longer
SHORTEST = 25  # shingles; less is too little to tell
_WORD = re.compile(r"\w+")
_Age = tuple[str, str, str]


def shingles(text: str) -> frozenset[int]:
    """The hashes of every five words in a row."""
    words = _WORD.findall(text.casefold())
    return frozenset(
        zlib.crc32(" ".join(words[at : at + SHINGLE]).encode("utf-8", "surrogatepass")) for at in range(len(words) - SHINGLE + 1)
    )


def copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """Every document that repeats an earlier one, with the earliest that it repeats; by id."""
    return Copies(documents).found


@dataclass(frozen=True, slots=True)
class _Marked:
    """A document, how it is ordered among others, its shingles, and those of them that are looked up."""

    document: Document
    age: _Age
    marks: frozenset[int]
    sampled: tuple[int, ...]


class Copies:
    """The copies `found` among documents. With `before`, only documents that share a shingle with an earlier one that came or
    went are compared again."""

    def __init__(self, documents: Iterable[Document], *, before: Copies | None = None) -> None:
        was = {} if before is None else before.marked
        self.marked: dict[str, _Marked] = {
            one.id: was[one.id] if one.id in was and was[one.id].document is one else _marked(one) for one in documents
        }
        gone = [one for id_, one in was.items() if self.marked.get(id_) is not one]
        come = [one for id_, one in self.marked.items() if was.get(id_) is not one]
        self.index: dict[int, tuple[_Age, ...]] = {} if before is None else dict(before.index)  # by shingle, the earliest first
        looked = {one.document.id for one in come} | self._after(gone)
        self._reindex(gone, come)
        looked |= self._after(come)
        self.near: dict[str, tuple[str, float]] = {} if before is None else {
            id_: near for id_, near in before.near.items() if id_ in self.marked and id_ not in looked
        }
        for id_ in looked & self.marked.keys():
            near = self._nearest(self.marked[id_])
            if near is not None:
                self.near[id_] = near
        self.found = self._gathered()

    def _reindex(self, gone: list[_Marked], come: list[_Marked]) -> None:
        lost, won = defaultdict[int, set[_Age]](set), defaultdict[int, list[_Age]](list)
        for one in gone:
            for mark in one.sampled:
                lost[mark].add(one.age)
        for one in come:
            for mark in one.sampled:
                won[mark].append(one.age)
        for mark in lost.keys() | won.keys():
            ages = [age for age in self.index.get(mark, ()) if age not in lost[mark]]
            self.index[mark] = tuple(sorted([*ages, *won[mark]]))
            if not self.index[mark]:
                del self.index[mark]

    def _after(self, changed: list[_Marked]) -> set[str]:
        """The documents that are later than some others and share a shingle that is looked up."""
        return {
            age[-1] for one in changed for mark in one.sampled
            for age in self.index.get(mark, ())[bisect_right(self.index.get(mark, ()), one.age):]
        }

    def _nearest(self, one: _Marked) -> tuple[str, float] | None:
        """The earliest document that this one repeats, and how much of the shorter lies in the longer."""
        shared: Counter[_Age] = Counter()
        for mark in one.sampled:
            ages = self.index[mark]
            earlier = bisect_left(ages, one.age)
            if earlier <= COMMON:
                shared.update(ages[:earlier])
        for age, count in sorted(shared.items()):
            theirs = self.marked[age[-1]].marks
            share = len(one.marks & theirs) / min(len(one.marks), len(theirs)) if count >= SHARED else 0.0
            if share >= SHARE:
                return age[-1], share
        return None

    def _gathered(self) -> tuple[Copy, ...]:
        first: dict[str, str] = {}
        for id_ in sorted(self.near, key=lambda id_: self.marked[id_].age):
            of = self.near[id_][0]
            first[id_] = first.get(of, of)
        return tuple(Copy(id_, first[id_], round(self.near[id_][1], 3)) for id_ in sorted(first))


def _marked(document: Document) -> _Marked:
    marks = shingles(document.text)
    sampled = tuple(mark for mark in marks if mark % SAMPLE == 0) if len(marks) >= SHORTEST else ()
    return _Marked(document, _age(document), marks, sampled)


def _age(document: Document) -> _Age:
    published = document.published
    return published.earliest or published.date or "9999", document.outlet or "", document.id

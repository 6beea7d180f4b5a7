"""Documents that repeat others: shingles of words, sampled by their hash (Broder 1997; Heintze 1996), then exact containment.

Containment, not likeness: editors cut from the bottom and add a title, so the share of the shorter text that lies in the longer
is what counts.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable

from crossread.model import Document
from crossread.model.findings import Copy

SHINGLE = 5  # words
SAMPLE = 8  # one shingle in so many stands in the index
SHARED = 3  # sampled shingles two documents must share to be compared
COMMON = 50  # documents that share a shingle before it is held to be a formula
SHARE = 0.6  # of the shorter text that must lie in the longer
SHORTEST = 25  # shingles; less is too little to tell
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """The hashes of every five words in a row."""
    words = _WORD.findall(text.casefold())
    return frozenset(
        zlib.crc32(" ".join(words[at : at + SHINGLE]).encode("utf-8", "surrogatepass")) for at in range(len(words) - SHINGLE + 1)
    )


def copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """Every document that repeats an earlier one, with the earliest that it repeats; by id."""
    ordered = sorted(documents, key=_age)
    marks = {document.id: shingles(document.text) for document in ordered}
    age = {document.id: at for at, document in enumerate(ordered)}
    index: dict[int, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    found: list[Copy] = []
    for document in ordered:
        mine = marks[document.id]
        if len(mine) < SHORTEST:
            continue
        sampled = sorted(mark for mark in mine if mark % SAMPLE == 0)
        shared = Counter(other for mark in sampled if len(index[mark]) <= COMMON for other in index[mark])
        shares = [
            (other, len(mine & marks[other]) / min(len(mine), len(marks[other])))
            for other, count in sorted(shared.items()) if count >= SHARED
        ]
        near = [(age[other], other, share) for other, share in shares if share >= SHARE]
        if near:
            _, of, share = min(near)
            first[document.id] = first.get(of, of)
            found.append(Copy(document.id, first[document.id], round(share, 3)))
        for mark in sampled:
            index[mark].append(document.id)
    return tuple(sorted(found, key=lambda copy: copy.document))


def _age(document: Document) -> tuple[str, str, str]:
    published = document.published
    return published.earliest or published.date or "9999", document.outlet or "", document.id

"""Whether two words are spellings of one name."""

from __future__ import annotations


def near(one: str, other: str) -> bool:
    """Two spellings of one word: one letter apart, two in long words, the same first letter."""
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) < 4:
        return len(one) == 1 and other[0] == one
    return edits(one, other, limit=2) <= (1 if min(len(one), len(other)) < 7 else 2)


def edits(one: str, other: str, *, limit: int) -> int:
    """Insertions, deletions and replacements between two words (Levenshtein), `limit + 1` where there are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
        if min(row) > limit:
            return limit + 1
    return row[-1]

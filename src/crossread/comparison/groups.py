"""Gathering what belongs together: union-find (Tarjan 1975), with the reasons of every join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups that grow by joins."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}
        self._reasons: dict[T, set[str]] = defaultdict(set)

    def join(self, one: T, other: T, *, reason: str) -> None:
        """Put two, and all that hangs on them, together."""
        first, second = self._root(one), self._root(other)
        self._reasons[first].add(reason)
        if first != second:
            self._parent[second] = first
            self._reasons[first] |= self._reasons.pop(second, set())

    def groups(self, order: Iterable[T]) -> list[tuple[list[T], tuple[str, ...]]]:
        """The groups that a join made, each in the given order, with their reasons sorted."""
        found: dict[T, list[T]] = defaultdict(list)
        for one in order:
            if one in self._parent:
                found[self._root(one)].append(one)
        return [(members, tuple(sorted(self._reasons[root]))) for root, members in found.items()]

    def _root(self, one: T) -> T:
        self._parent.setdefault(one, one)
        root = one
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root

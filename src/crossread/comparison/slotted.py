"""What slots give, kept from one material to the next, so that a change of a case costs by the slots that it touches.

Whatever rules make of the claims of one slot depends on these items and on what the material knows of their keys; items are
others as soon as any of that is. So a slot that holds the same items gives the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from crossread.comparison.slots import Item, Material

K = TypeVar("K")
R = TypeVar("R")


class Slotted(Generic[K, R]):
    """What `make` gives for each slot of a material, `given` by its key, where it gives anything.

    `keys` names the slots of an item. With `before`, what is made of an earlier material, only slots with other items are made
    anew; `changed` are the keys of these.
    """

    def __init__(
        self, material: Material, keys: Callable[[Item, Material], Iterable[K]],
        make: Callable[[K, tuple[Item, ...], Material], R], *, before: Slotted[K, R] | None = None,
    ) -> None:
        self.material = material
        self.keys = keys
        lost: dict[K, set[Item]] = defaultdict(set)
        won: dict[K, list[Item]] = defaultdict(list)
        if before is None:
            come: tuple[Item, ...] = material.items
        else:
            step = material.since(before.material)
            come = step.come
            for item in step.gone:
                for key in keys(item, before.material):
                    lost[key].add(item)
        for item in come:
            for key in dict.fromkeys(keys(item, material)):
                won[key].append(item)
        self.items: dict[K, tuple[Item, ...]] = {} if before is None else dict(before.items)
        self.given: dict[K, R] = {} if before is None else dict(before.given)
        self.changed: Mapping[K, None] = dict.fromkeys((*lost, *won))
        for key in self.changed:
            self._remake(key, lost.get(key, frozenset()), won.get(key, ()), make)

    def _remake(
        self, key: K, lost: Iterable[Item], won: Iterable[Item], make: Callable[[K, tuple[Item, ...], Material], R],
    ) -> None:
        there = self.items.pop(key, ())
        self.given.pop(key, None)
        found = (*(item for item in there if item not in lost), *won) if there else tuple(won)
        if found:
            self.items[key] = tuple(sorted(found, key=_by_id)) if there else found
            given = make(key, self.items[key], self.material)
            if given:
                self.given[key] = given


def _by_id(item: Item) -> str:
    return item.claim.id

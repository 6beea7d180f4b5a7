"""Groups of claims that joins put together, kept from one material to the next: only what a change touches is made anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from crossread.comparison.groups import Groups
from crossread.comparison.parting import Join, parted
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted

Joins = Slotted[Any, tuple[Join, ...]]
R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Items that belong together, in the order of their ids, and the reasons, sorted."""

    items: tuple[Item, ...]
    reasons: tuple[str, ...]


class Joined:
    """The `groups` that joins make, by the id of the first claim of each. What hangs together by joins is a web; a web in which
    some cannot belong together is parted into several groups, and some of it may be left in none.

    Args:
        alone: whether an item that nothing is joined to is a group of its own.
        before: the same of an earlier material, with what the very same kinds of slots gave then.
    """

    def __init__(
        self, material: Material, joins: Sequence[Joins], *, alone: Callable[[Item], bool] = lambda item: False,
        before: Joined | None = None,
    ) -> None:
        self.material = material
        self.joins = joins
        self.items: dict[str, Item] = {} if before is None else dict(before.items)
        self.groups: dict[str, Group] = {} if before is None else dict(before.groups)
        self.group_of: dict[str, str] = {} if before is None else dict(before.group_of)  # the first claim of its group, by claim
        self.webs: dict[str, tuple[str, ...]] = {} if before is None else dict(before.webs)  # by each of its claims
        step = material.since(before.material) if before is not None else None
        for item in step.gone if step is not None else ():
            del self.items[item.claim.id]
        come = step.come if step is not None else material.items
        self.items.update((item.claim.id, item) for item in come)
        if before is None or step is None:
            around = {item.claim.id for item in come}
            found = [join for one in joins for given in one.given.values() for join in given]
        else:
            touched = {item.claim.id for item in (*step.gone, *step.come)} | self._rejoined(before)
            around = self._emptied(touched)
            found = [join for join in self._joins_of(around) if join[0] in around]
        self._gather(around, found, alone)

    def _rejoined(self, before: Joined) -> set[str]:
        """The claims that are joined otherwise than before."""
        found: set[str] = set()
        for now, then in zip(self.joins, before.joins, strict=True):
            for key in now.changed:
                for one, other, _ in set(now.given.get(key, ())) ^ set(then.given.get(key, ())):
                    found |= {one, other}
        return found

    def _emptied(self, touched: Iterable[str]) -> set[str]:
        """Undo the webs of some claims. Gives the claims that were in one of them, and those given."""
        around = set(touched)
        for id_ in tuple(around):
            around.update(self.webs.get(id_, ()))
        for id_ in around:
            self.webs.pop(id_, None)
            first = self.group_of.pop(id_, None)
            if first is not None:
                self.groups.pop(first, None)
        return around & self.items.keys()

    def _joins_of(self, claims: Iterable[str]) -> Iterable[Join]:
        items = [self.items[id_] for id_ in claims]
        for one in self.joins:
            for key in dict.fromkeys(key for item in items for key in one.keys(item, self.material)):
                yield from one.given.get(key, ())

    def _gather(self, around: set[str], joins: Iterable[Join], alone: Callable[[Item], bool]) -> None:
        webs: Groups[str] = Groups()
        strands = sorted(joins)
        for one, other, _ in strands:
            webs.join(one, other, reason="")
        of_web: dict[str, list[Join]] = defaultdict(list)
        ordered = sorted(around)
        for members, _ in webs.groups(ordered):
            self.webs.update(dict.fromkeys(members, tuple(members)))
        for join in strands:
            of_web[self.webs[join[0]][0]].append(join)
        for first, mine in of_web.items():
            for ids, reasons in parted({id_: self.items[id_] for id_ in self.webs[first]}, mine):
                self.groups[ids[0]] = Group(tuple(self.items[id_] for id_ in ids), reasons)
                self.group_of.update(dict.fromkeys(ids, ids[0]))
        for id_ in ordered:
            if id_ not in self.group_of and alone(self.items[id_]):
                self.groups[id_] = Group((self.items[id_],), ())
                self.group_of[id_] = id_


class Gathered(dict[str, R]):
    """What is made of each group, by the id of its first claim; with `before`, of groups that are no others it is what it was."""

    def __init__(self, joined: Joined, make: Callable[[Group, Material], R], *, before: Gathered[R] | None = None) -> None:
        super().__init__()
        self.joined = joined
        then = {} if before is None else before.joined.groups
        for first, group in joined.groups.items():
            self[first] = (
                before[first] if before is not None and then.get(first) is group else make(group, joined.material)
            )

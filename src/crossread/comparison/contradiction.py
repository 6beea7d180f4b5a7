"""Claims that cannot all be true, or that a reader would want side by side because they differ in scope, label or measure.

The rules stand in `contradiction_rules`; `quarrels` gathers what they give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from crossread.comparison.contradiction_rules import RULES, Clash, Rule, blame_clash, number_clash
from crossread.comparison.events import Happenings
from crossread.comparison.joined import Gathered, Group
from crossread.comparison.pairing import Traits, pairs
from crossread.comparison.quarrels import Quarrel, contradictions_of, quarrels
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted
from crossread.model.findings import Contradiction

_Clashing = Callable[[Item, Item, Material], Clash | None]


class Contradictions:
    """All of them, `found` with the sharpest first."""

    def __init__(self, material: Material, happenings: Happenings, *, before: Contradictions | None = None) -> None:
        self.rules: tuple[Slotted[tuple[str, ...], tuple[Quarrel, ...]], ...] = tuple(
            Slotted(material, partial(_keys, rule), partial(_of_slot, rule),
                    before=None if before is None else before.rules[at])
            for at, rule in enumerate(RULES)
        )
        self.groups: Gathered[tuple[Quarrel, ...]] = Gathered(
            happenings.joined, _of_happening, before=None if before is None else before.groups,
        )
        found = [one for rule in self.rules for given in rule.given.values() for one in given]
        self.found: tuple[Contradiction, ...] = contradictions_of(
            (*found, *(one for given in self.groups.values() for one in given))
        )


def contradictions(material: Material) -> tuple[Contradiction, ...]:
    """All of them, the sharpest first."""
    return Contradictions(material, Happenings(material)).found


def _keys(rule: Rule, item: Item, material: Material) -> Iterator[tuple[str, ...]]:
    if item.clear and (key := rule.slot(item)) is not None:
        yield key


def _of_slot(rule: Rule, key: tuple[str, ...], items: Sequence[Item], material: Material) -> tuple[Quarrel, ...]:
    return _found(items, rule.clash, material, traits=rule.traits)


def _of_happening(group: Group, material: Material) -> tuple[Quarrel, ...]:
    if len(group.items) < 2:
        return ()
    return (*_found(group.items, _numbers, material), *_found(group.items, blame_clash, material))


def _numbers(one: Item, other: Item, material: Material) -> Clash | None:
    return number_clash(one, other)


def _found(
    items: Sequence[Item], clash: _Clashing, material: Material, *, traits: Callable[[Item], Traits | None] | None = None,
) -> tuple[Quarrel, ...]:
    clashes = ((clash(one, other, material), one, other) for one, other in pairs(items, traits))
    return tuple(quarrels([
        (found, one, other) for found, one, other in clashes if found is not None and found.sides[0] != found.sides[1]
    ]))

"""Claims that cannot all be true, or that a reader would want side by side because they differ in scope, label or measure.

The rules stand in `contradiction_rules`; here their clashes are gathered under what each side says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from crossread.comparison.contradiction_rules import RULES, Clash, Rule, blame_clash, number_clash
from crossread.comparison.events import Happenings
from crossread.comparison.groups import Groups
from crossread.comparison.joined import Gathered, Group
from crossread.comparison.origins import identity
from crossread.comparison.slots import Item, Material, pairs
from crossread.comparison.slotted import Slotted
from crossread.model.findings import Contradiction, Strength

_Weighed = tuple[tuple[bool, int, str, str, str], Contradiction]  # a contradiction behind what it is sorted by
_Clashing = Callable[[Item, Item, Material], Clash | None]


class Contradictions:
    """All of them, `found` with hard ones first, then by how many documents they set against each other."""

    def __init__(self, material: Material, happenings: Happenings, *, before: Contradictions | None = None) -> None:
        self.rules: tuple[Slotted[tuple[str, ...], tuple[_Weighed, ...]], ...] = tuple(
            Slotted(material, partial(_keys, rule), partial(_clashing, rule),
                    before=None if before is None else before.rules[at])
            for at, rule in enumerate(RULES)
        )
        self.groups: Gathered[tuple[_Weighed, ...]] = Gathered(
            happenings.joined, _of_happening, before=None if before is None else before.groups,
        )
        weighed = [one for rule in self.rules for given in rule.given.values() for one in given]
        weighed += (one for given in self.groups.values() for one in given)
        unique: dict[str, Contradiction] = {}
        for _, one in sorted(weighed, key=lambda one: one[0]):
            unique.setdefault(one.id, one)
        self.found = tuple(unique.values())


def contradictions(material: Material) -> tuple[Contradiction, ...]:
    """All of them, hard ones first."""
    return Contradictions(material, Happenings(material)).found


def _keys(rule: Rule, item: Item, material: Material) -> Iterator[tuple[str, ...]]:
    if item.clear and (key := rule.slot(item)) is not None:
        yield key


def _clashing(rule: Rule, key: tuple[str, ...], items: Sequence[Item], material: Material) -> tuple[_Weighed, ...]:
    return tuple(_gathered(items, rule.clash, material))


def _of_happening(group: Group, material: Material) -> tuple[_Weighed, ...]:
    if len(group.items) < 2:
        return ()
    return (*_gathered(group.items, _numbers, material), *_gathered(group.items, blame_clash, material))


def _numbers(one: Item, other: Item, material: Material) -> Clash | None:
    return number_clash(one, other)


def _gathered(items: Sequence[Item], clash: _Clashing, material: Material) -> Iterator[_Weighed]:
    """The clashes of one slot, gathered under what each side says as far as they share a claim."""
    clashes: dict[tuple[str, ...], list[tuple[Clash, Item, Item]]] = defaultdict(list)
    for one, other in pairs(items):
        found = clash(one, other, material)
        if found is not None and found.sides[0] != found.sides[1]:
            clashes[found.kind, *_told(found), *_thing(found, one, other)].append((found, one, other))
    for together in clashes.values():
        groups: Groups[str] = Groups()
        for _, one, other in together:
            groups.join(one.claim.id, other.claim.id, reason="")
        ids = sorted({item.claim.id for _, *both in together for item in both})
        for members, _ in groups.groups(ids):
            mine = [each for each in together if each[1].claim.id in members]
            made = _contradiction(mine)
            documents = {item.claim.document for _, *both in mine for item in both}
            yield (made.strength != "hard", -len(documents), made.kind, made.id, made.explanation), made


def _contradiction(together: list[tuple[Clash, Item, Item]]) -> Contradiction:
    sides: dict[str, dict[str, Item]] = defaultdict(dict)
    for clash, one, other in together:
        for side, item in zip(clash.sides, (one, other), strict=True):
            sides[side][item.claim.id] = item
    found = [clash for clash, _, _ in together]
    labels = sorted(sides, key=lambda label: (float(label), "") if label[:1].isdigit() else (0.0, label))
    strength: Strength = "hard" if any(one.strength == "hard" for one in found) else "soft"
    parts = tuple(tuple(sorted(sides[label])) for label in labels)
    why = min(one.why for one in found if one.strength == strength)
    if len(labels) > 2 and found[0].kind == "number":
        why = f"{why.partition(':')[0]}: {' against '.join(labels)}"
    quotes = " against ".join(_voice_and_words(sides[label]) for label in labels)
    kind = found[0].kind
    return Contradiction(identity("x", kind, parts), kind, strength, parts, f"{why[0].upper()}{why[1:]}: {quotes}.")


def _told(clash: Clash) -> tuple[str, ...]:
    """What both sides say; numbers of one happening stand together, each a side of its own."""
    return () if clash.kind == "number" and clash.sides[0][:1].isdigit() else tuple(sorted(clash.sides))


def _thing(clash: Clash, one: Item, other: Item) -> tuple[str, ...]:
    """What a clash is about, so that two quarrels of one actor stay two; a number is the same however its dead are called."""
    same = one.claim.predicate == other.claim.predicate and clash.kind != "number"
    return (min(one.object_party, other.object_party),) if same else ()


def _voice_and_words(items: dict[str, Item]) -> str:
    first = min(items.values(), key=lambda item: (len(item.quote), item.claim.id))
    more = "" if len(items) == 1 else f" and {len(items) - 1} more"
    return f"{first.source.name} “{first.quote}”{more}"

"""Claims that cannot all be true, or that a reader would want side by side because they differ in scope, label or measure.

The rules stand in `contradiction_rules`; here their clashes are gathered under what each side says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from crossread.comparison.contradiction_rules import RULES, Clash, Rule, blame_clash, number_clash
from crossread.comparison.events import happenings
from crossread.comparison.groups import Groups
from crossread.comparison.origins import identity
from crossread.comparison.slots import Item, Material, pairs, slots
from crossread.model.findings import Contradiction, Strength


def contradictions(material: Material) -> tuple[Contradiction, ...]:
    """All of them, hard ones first, then by how many documents they set against each other."""
    found: list[Contradiction] = []
    for at, rule in enumerate(RULES):
        for key, items in slots((item for item in material.items if item.clear), key=rule.slot):
            found += _gathered((at, *key), pairs(items), _looking(rule, material))
    for items in happenings(material):
        found += _gathered(("number",), pairs(items), number_clash)
        found += _gathered(("role",), pairs(items), _blaming(material))
    unique = {one.id: one for one in found}
    documents = {item.claim.id: item.claim.document for item in material.items}
    return tuple(sorted(unique.values(), key=lambda one: (
        one.strength != "hard", -len({documents[id_] for side in one.sides for id_ in side}), one.kind, one.id,
    )))


def _looking(rule: Rule, material: Material) -> Callable[[Item, Item], Clash | None]:
    return lambda one, other: rule.clash(one, other, material)


def _blaming(material: Material) -> Callable[[Item, Item], Clash | None]:
    return lambda one, other: blame_clash(one, other, material)


def _gathered(
    key: tuple[object, ...], two: Iterable[tuple[Item, Item]], clash: Callable[[Item, Item], Clash | None],
) -> Iterator[Contradiction]:
    """The clashes of one slot, gathered under what each side says as far as they share a claim."""
    clashes: dict[tuple[str, ...], list[tuple[Clash, Item, Item]]] = defaultdict(list)
    for one, other in two:
        found = clash(one, other)
        if found is not None and found.sides[0] != found.sides[1]:
            clashes[found.kind, *_told(found), *_thing(found, one, other)].append((found, one, other))
    for together in clashes.values():
        groups: Groups[str] = Groups()
        for _, one, other in together:
            groups.join(one.claim.id, other.claim.id, reason="")
        ids = sorted({item.claim.id for _, *both in together for item in both})
        for members, _ in groups.groups(ids):
            yield _contradiction([each for each in together if each[1].claim.id in members])


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

"""Clashes of claims gathered into contradictions: under what each side says, one for each quarrel, the sharpest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.comparison.contradiction_rules import Clash
from crossread.comparison.groups import Groups
from crossread.comparison.origins import identity
from crossread.comparison.slots import BASES, Item
from crossread.model.findings import Contradiction, ContradictionKind, Strength

CRISP = 14  # words up to which a quote says little else than what it is quoted for
NARROW = 31  # days up to which a time tells when
WIDE_APART = 1.2  # times of the lower number from which two are no matter of a late death or two

Sides = Mapping[str, Mapping[str, Item]]  # the items of each side by claim id, under what the side says


@dataclass(frozen=True, slots=True, eq=False)
class Quarrel:
    """One contradiction before it is written: what each side says, by its label, and why that does not fit."""

    kind: ContradictionKind
    strength: Strength
    why: str
    sides: Sides


def quarrels(clashes: Sequence[tuple[Clash, Item, Item]]) -> Iterator[Quarrel]:
    """The clashes of one slot, gathered under what each side says as far as they share a claim."""
    alike: dict[tuple[str, ...], list[tuple[Clash, Item, Item]]] = defaultdict(list)
    for clash, one, other in clashes:
        alike[clash.kind, *_told(clash), *_thing(clash, one, other)].append((clash, one, other))
    for together in alike.values():
        groups: Groups[str] = Groups()
        for _, one, other in together:
            groups.join(one.claim.id, other.claim.id, reason="")
        ids = sorted({item.claim.id for _, *both in together for item in both})
        for members, _ in groups.groups(ids):
            yield _quarrel([each for each in together if each[1].claim.id in members])


def _quarrel(together: list[tuple[Clash, Item, Item]]) -> Quarrel:
    sides: dict[str, dict[str, Item]] = defaultdict(dict)
    for clash, one, other in together:
        for side, item in zip(clash.sides, (one, other), strict=True):
            sides[side][item.claim.id] = item
    found = [clash for clash, _, _ in together]
    strength: Strength = "hard" if any(one.strength == "hard" for one in found) else "soft"
    labels = sorted(sides, key=lambda label: (float(label), "") if label[:1].isdigit() else (0.0, label))
    why = min(one.why for one in found if one.strength == strength)
    if len(labels) > 2 and found[0].kind == "number":
        why = f"{why.partition(':')[0]}: {' against '.join(labels)}"
    return Quarrel(found[0].kind, strength, why, {label: sides[label] for label in labels})


def _told(clash: Clash) -> tuple[str, ...]:
    """What both sides say; numbers of one happening stand together, each a side of its own."""
    return () if clash.kind == "number" and clash.sides[0][:1].isdigit() else tuple(sorted(clash.sides))


def _thing(clash: Clash, one: Item, other: Item) -> tuple[str, ...]:
    """What a clash is about, so that two quarrels of one actor stay two; a number is the same however its dead are called."""
    same = one.claim.predicate == other.claim.predicate and clash.kind != "number"
    return (min(one.object_party, other.object_party),) if same else ()


def contradictions_of(found: Iterable[Quarrel]) -> tuple[Contradiction, ...]:
    """The contradictions that quarrels are, the sharpest first. Quarrels of one kind over the very same two passages are one:
    a sentence is often several claims."""
    ordered = sorted(found, key=lambda one: (one.kind, one.strength, one.why, [sorted(side) for side in one.sides.values()]))
    passages = _passages(ordered)
    same: dict[tuple[object, ...], list[Quarrel]] = defaultdict(list)
    for at, one in enumerate(ordered):
        keys = sorted(min(passages[id_] for id_ in side) for side in one.sides.values())
        apart = one.kind == "number" or len(set(keys)) < len(keys)
        same[(at,) if apart else (one.kind, *keys)].append(one)
    weighed = [(_weight(one), _contradiction(one)) for one in (_merged(each, passages) for each in same.values())]
    unique: dict[str, Contradiction] = {}
    for _, made in sorted(weighed, key=lambda each: (*each[0], each[1].kind, each[1].id, each[1].explanation)):
        unique.setdefault(made.id, made)
    return tuple(unique.values())


def _passages(found: Iterable[Quarrel]) -> dict[str, str]:
    """The passage of each claim, by the first claim of it: claims of one document whose words overlap."""
    items = {id_: item for one in found for side in one.sides.values() for id_, item in side.items()}
    groups: Groups[str] = Groups()
    last: tuple[str, int, str] = ("", 0, "")
    for document, start, end, id_ in sorted(
        (item.claim.document, part.start, part.end, id_) for id_, item in items.items() for part in item.claim.evidence
    ):
        groups.join(id_, last[2] if document == last[0] and start < last[1] else id_, reason="")
        last = (document, max(end, last[1]) if document == last[0] else end, id_)
    return {id_: members[0] for members, _ in groups.groups(sorted(items)) for id_ in members}


def _merged(same: Sequence[Quarrel], passages: Mapping[str, str]) -> Quarrel:
    """Quarrels over the same two passages as one."""
    first = min(same, key=lambda one: (one.strength != "hard", one.why))
    if len(same) == 1:
        return first
    labels = {min(passages[id_] for id_ in side): label for label, side in first.sides.items()}
    sides: dict[str, dict[str, Item]] = {label: {} for label in first.sides}
    for one in same:
        for side in one.sides.values():
            sides[labels[min(passages[id_] for id_ in side)]].update(side)
    return Quarrel(first.kind, first.strength, first.why, sides)


def _contradiction(one: Quarrel) -> Contradiction:
    parts = tuple(tuple(sorted(side)) for side in one.sides.values())
    quotes = " against ".join(_voice_and_words(side) for side in one.sides.values())
    return Contradiction(identity("x", one.kind, parts), one.kind, one.strength, parts,
                         f"{one.why[0].upper()}{one.why[1:]}: {quotes}.")


def _voice_and_words(side: Mapping[str, Item]) -> str:
    first = _plainest(side)
    more = "" if len(side) == 1 else f" and {len(side) - 1} more"
    return f"{first.source.name} “{first.quote}”{more}"


def _plainest(side: Mapping[str, Item]) -> Item:
    return min(side.values(), key=lambda item: (len(item.quote), item.claim.id))


def _weight(one: Quarrel) -> tuple[int, int, int]:
    """Where a quarrel stands in the output: hard ones first, then those that more speaks for, then those of more documents."""
    documents = {item.claim.document for side in one.sides.values() for item in side.values()}
    return int(one.strength != "hard"), -_sharpness(one), -len(documents)


def _sharpness(one: Quarrel) -> int:
    """How much speaks for two sides being about one thing, and wide apart: each question that is answered with yes counts one."""
    sides = [list(side.values()) for side in one.sides.values()]
    places = [{item.place for item in side} | {item.object for item in side if item.claim.object.entity} for side in sides]
    return sum((
        all(any(_dated(item) for item in side) for side in sides),
        not set.intersection(*({item.claim.document for item in side} for side in sides)),
        bool(set.intersection(*places) - {None}),
        all(len(_plainest(side).quote.split()) <= CRISP for side in one.sides.values()),
        all(any(len(item.claim.attribution) > 1 for item in side) for side in sides),
        one.kind != "number" or _wide_apart(sides),
    ))


def _dated(item: Item) -> bool:
    return item.claim.time.basis in BASES and (item.when.length or NARROW + 1) <= NARROW


def _wide_apart(sides: list[list[Item]]) -> bool:
    numbers = [
        item.claim.quantity.value for side in sides for item in side
        if item.claim.quantity and item.claim.quantity.value and not item.claim.quantity.approximate
    ]
    return len(numbers) > 1 and max(numbers) > WIDE_APART * min(numbers)

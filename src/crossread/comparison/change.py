"""What differs because the world changed: backing that began, cooled, ended or turned. The same slot as a contradiction, at
times that do not meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.comparison.periods import iso
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted
from crossread.model import Claim
from crossread.model.findings import Change, Turn

BACKING = frozenset({"supports", "arms", "finances", "trains", "recognises", "allied_with", "hosts"})
COOLING = frozenset({"condemns", "demands", "rejects", "threatens"})
ENDING = frozenset({"abandons", "betrays", "withdraws_from"})
ENMITY = frozenset({"fights", "attacks", "opposes", "rivals", "overthrows", "sanctions", "coerces"})

# By which turn later claims change what earlier ones say: earlier, later, the turn, in words.
TURNS: tuple[tuple[frozenset[str], frozenset[str], Turn, str], ...] = (
    (BACKING, ENDING, "ended", "backing that ended"),
    (BACKING, ENMITY, "turned", "backing that turned into enmity"),
    (BACKING, COOLING, "cooled", "backing that cooled"),
    (ENMITY, BACKING, "began", "enmity that gave way to backing"),
)


class Changes:
    """All changes between two parties, `found` by day."""

    def __init__(self, material: Material, *, before: Changes | None = None) -> None:
        self.slots: Slotted[tuple[str, str], tuple[Change, ...]] = Slotted(
            material, _pair, _turns, before=None if before is None else before.slots,
        )
        self.found = tuple(sorted((one for given in self.slots.given.values() for one in given), key=lambda one: (
            one.day or "9999", one.source.name, one.target.name, one.turn, one.after, one.before,
        )))


def changes(material: Material) -> tuple[Change, ...]:
    """All changes between two parties, by day."""
    return Changes(material).found


def _turns(key: tuple[str, str], items: Sequence[Item], material: Material) -> tuple[Change, ...]:
    return tuple(change for row in TURNS if (change := _change(items, row, material)) is not None)


def _pair(item: Item, material: Material) -> Iterator[tuple[str, str]]:
    if not (item.affirmed and item.settled and item.clear and item.claim.subject.entity and item.claim.object.entity):
        return
    if item.subject_party != item.object_party:
        yield item.subject_party, item.object_party


def _change(items: Sequence[Item], row: tuple[frozenset[str], frozenset[str], Turn, str], material: Material) -> Change | None:
    earlier, later, turn, words = row
    before = [item for item in items if item.claim.predicate in earlier and item.when.first is not None]
    after = [item for item in items if item.claim.predicate in later and item.when.first is not None]
    after = [item for item in after if any(_precedes(one, item) for one in before)]
    before = [item for item in before if any(_precedes(item, one) for one in after)]
    if not before or not after:
        return None
    first = min(after, key=lambda item: (item.when.first or 0, item.claim.id))
    last = max(before, key=lambda item: (item.when.first or 0, item.claim.id))
    return Change(
        material.party(first.subject_party, name=first.claim.subject.name),
        material.party(first.object_party, name=first.claim.object.name), turn, iso(first.when.first),
        tuple(item.claim.id for item in before), tuple(item.claim.id for item in after),
        f"{words[0].upper()}{words[1:]}: {last.source.name} “{last.quote}” ({_dated(last.claim)}), then "
        f"{first.source.name} “{first.quote}” ({_dated(first.claim)}).",
    )


def _precedes(one: Item, other: Item) -> bool:
    """Whether the one began clearly before the other, by more than the month in which both may be meant."""
    return one.when.first is not None and other.when.first is not None and one.when.first + 31 < other.when.first


def _dated(claim: Claim) -> str:
    """The day by which a claim's words date it."""
    time = claim.time
    return time.earliest or (f"by {time.latest}" if time.latest else "undated")

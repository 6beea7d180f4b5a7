"""What rests on each origin: its claims, its documents, and the ways by which it came into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.comparison.origins import origin_id
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted
from crossread.comparison.words import stems
from crossread.model.findings import Origin, Path


class Origins:
    """All origins, `found` with those of most documents first."""

    def __init__(self, material: Material, *, before: Origins | None = None) -> None:
        self.slots: Slotted[str, Origin] = Slotted(material, _source, _origin, before=None if before is None else before.slots)
        self.found = tuple(sorted(self.slots.given.values(), key=lambda origin: (
            -len(origin.documents), -len(origin.claims), origin.name, origin.id,
        )))


def _source(item: Item, material: Material) -> Iterator[str]:
    yield item.source.key


def _origin(key: str, items: Sequence[Item], material: Material) -> Origin:
    claims = [item.claim for item in items]
    chains = sorted({(claim.document, tuple(voice.name for voice in claim.attribution)) for claim in claims})
    return Origin(
        id=origin_id(key), name=_called(key, {item.source.name for item in items}, material),
        claims=tuple(sorted(claim.id for claim in claims)), documents=tuple(sorted({claim.document for claim in claims})),
        via=tuple(Path(document, chain) for document, chain in chains),
    )


def _called(key: str, names: set[str], material: Material) -> str:
    """The name of an origin: the actor's, or the fullest description."""
    actor = material.actors.get(key.removeprefix("actor "))
    return actor.name if actor is not None and actor.name else min(names, key=lambda name: (-len(stems(name)), len(name), name))

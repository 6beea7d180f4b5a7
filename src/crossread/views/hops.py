"""How an account came into a document, hop by hop: the outlet that has it, the earlier text that it repeats, then every voice
from the outermost to the innermost, and the origin in which they end."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.comparison.origins import origin_id
from crossread.comparison.slots import Item, Material
from crossread.model.findings import Hop, Lineage


def lineages(material: Material) -> tuple[Lineage, ...]:
    """The lineage of every claim, in the order of claim ids."""
    copied = {copy.document: copy.of for copy in material.copies}
    return tuple(
        Lineage(item.claim.id, item.claim.document, tuple(_hops(item, material, copied.get(item.claim.document))),
                origin_id(item.source.key), item.source.name)
        for item in material.items
    )


def _hops(item: Item, material: Material, first: str | None) -> Iterator[Hop]:
    document = material.documents.get(item.claim.document)
    outlet = document.outlet if document is not None else None
    yield Hop("has it", outlet or item.claim.document, None, item.claim.document)
    if first is not None:
        yield Hop("repeats", material.documents[first].outlet or first, None, first)
    for at, voice in enumerate(item.claim.attribution):
        if at or voice.name != outlet:
            yield Hop(voice.cue or "according to", voice.name, voice.entity, None)

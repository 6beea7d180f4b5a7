"""On whom an actor stands: the share of its documented backing by sponsor and kind, at a date, and what remains without each.

A share counts relations of backing that hold, each weighted by its origins. It measures what is documented, not what is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from crossread.model.findings import Party, Relation, Share

KINDS = frozenset({"supports", "arms", "finances", "trains", "recognises", "hosts", "allied_with"})


def dependence(relations: Iterable[Relation], *, on: str) -> tuple[Share, ...]:
    """The sponsors of the actor whose id is given, the largest share first. `remains` is the part of all backing that is left
    without that sponsor."""
    by_sponsor: dict[Party, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.target.id == on and relation.relation in KINDS and relation.stance > 0 and relation.status != "ended":
            by_sponsor[relation.source].append(relation)
    total = sum(one.origins * one.stance for found in by_sponsor.values() for one in found)
    shares = []
    for sponsor, found in by_sponsor.items():
        part = sum(one.origins * one.stance for one in found) / total
        shares.append(Share(
            sponsor, tuple(sorted({one.relation for one in found})), round(part, 4), round(1 - part, 4),
            tuple(sorted({id_ for one in found for id_ in one.claims})),
        ))
    return tuple(sorted(shares, key=lambda share: (-share.part, share.sponsor.name, share.sponsor.id or "")))

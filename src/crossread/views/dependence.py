"""On whom an actor stands: the share of its documented backing by sponsor and kind, at a date, and what remains without each.

A share counts relations of backing that hold, each weighted by its origins. It measures what is documented, not what is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from crossread.model.findings import Party, Relation, Share

KINDS = frozenset({"supports", "arms", "finances", "trains", "recognises", "hosts", "allied_with"})


def dependence(relations: Iterable[Relation], *, on: str) -> tuple[Share, ...]:
    """The sponsors of the actor whose id is given, the largest share first."""
    backing = _backing(relations).get(on)
    return () if backing is None else _shares(backing)


def dependences(relations: Iterable[Relation]) -> tuple[Share, ...]:
    """The sponsors of every actor, by the actors' names, the largest share first."""
    found = sorted(_backing(relations).values(), key=lambda backing: (backing[0].target.name, backing[0].target.id or ""))
    return tuple(share for backing in found for share in _shares(backing))


def _backing(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    """The relations of backing that hold, by the actor that is backed."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.target.id is not None and relation.relation in KINDS and relation.stance > 0 and relation.status != "ended":
            found[relation.target.id].append(relation)
    return found


def _shares(backing: list[Relation]) -> tuple[Share, ...]:
    by_sponsor: dict[Party, list[Relation]] = defaultdict(list)
    for relation in backing:
        by_sponsor[relation.source].append(relation)
    total = sum(one.origins * one.stance for found in by_sponsor.values() for one in found)
    shares = []
    for sponsor, found in by_sponsor.items():
        part = sum(one.origins * one.stance for one in found) / total
        shares.append(Share(
            backing[0].target, sponsor, tuple(sorted({one.relation for one in found})), round(part, 4), round(1 - part, 4),
            tuple(sorted({id_ for one in found for id_ in one.claims})),
        ))
    return tuple(sorted(shares, key=lambda share: (-share.part, share.sponsor.name, share.sponsor.id or "")))

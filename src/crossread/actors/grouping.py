"""Who is who in a whole set of documents at once: the same as what a case derives step by step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from crossread.actors.clustering import cluster
from crossread.actors.describing import identity
from crossread.model.actor import ActorGroup, DocumentEntity, Judged, Profile, Weighed, roughly


def group(entities: Iterable[DocumentEntity], judged: Iterable[Judged] = ()) -> tuple[ActorGroup, ...]:
    """The actors of all entities that have a profile, in the order of their ids. The order they come in changes nothing."""
    counts: Counter[Profile] = Counter(entity.profile for entity in entities if entity.profile is not None)
    return cluster([Weighed(profile, roughly(count)) for profile, count in counts.items()], judged)


def alone(entity: DocumentEntity) -> str:
    """The id of the actor that an entity is which its document never names: of that document alone."""
    return identity("unnamed", entity.document, entity.entity)

"""The functions of this room as a case takes them."""

from __future__ import annotations

from crossread.actors.clustering import cluster
from crossread.actors.grouping import alone
from crossread.actors.keys import called, keys_of
from crossread.actors.profiles import entities_of
from crossread.model.actor import Profile, Resolver


def _keys(profile: Profile) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key, _ in keys_of(profile)))


RESOLVER = Resolver(entities_of, _keys, called, cluster, alone)

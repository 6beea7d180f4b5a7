"""The functions of this room as a case takes them."""

from __future__ import annotations

from crossread.actors.clustering import cluster, tied
from crossread.actors.grouping import alone
from crossread.actors.keys import called, keys_of
from crossread.actors.profiles import entities_of
from crossread.model.actor import Profile, Resolver
from crossread.model.names import name_key

OWN = "i:"  # before the name that an actor may come to be called by, and have its id from


def _keys(profile: Profile) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(key for key, _ in keys_of(profile)), OWN + name_key(profile.known or profile.name))))


def _is_close(key: str) -> bool:
    """Whether a key is that of one and the same name."""
    return key.startswith(("k:", "n:", OWN))


RESOLVER = Resolver(entities_of, _keys, _is_close, tied, called, cluster, alone)

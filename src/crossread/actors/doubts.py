"""What resolution across documents was not sure of: joins that rest on a rule with known exceptions, and actors that something
speaks for joining and nothing against, but that stayed two, since others fit as well or the reason was too weak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from crossread.actors.apart import apart, summary_of
from crossread.actors.features import FEATURES, Name
from crossread.actors.keys import keys_of
from crossread.model.actor import Actor, Profile
from crossread.model.names import is_acronym, name_key
from crossread.ontology.gazetteer import known

SURE = 0.9  # the score from which a join is a rule of writing rather than one with exceptions
WIDEST = 40  # actors under one key that are compared: a name that so many share tells nobody from anybody


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two names of which it is not sure whether they are one actor's. `a` and `b` are actors' ids, the same where resolution
    has joined them; `score` is how sure it is that they are one (0 to 1), `reason` why."""

    a: str
    b: str
    names: tuple[str, str]
    score: float
    reason: str

    @property
    def joined(self) -> bool:
        """Whether they are one actor now."""
        return self.a == self.b


def doubts(actors: Iterable[Actor]) -> tuple[Doubt, ...]:
    """All doubts about some actors, in the order of their ids and names."""
    known_by = {actor.id: actor for actor in actors}
    found = [*_joined(known_by.values()), *_apart(known_by)]
    return tuple(sorted(found, key=lambda doubt: (doubt.a, doubt.b, doubt.names)))


def _joined(actors: Iterable[Actor]) -> Iterator[Doubt]:
    for actor in actors:
        seen: set[frozenset[str]] = set()
        for join in actor.joins:
            keys = frozenset((name_key(join.a), name_key(join.b)))
            if join.feature != "judgement" and join.score < SURE and len(keys) > 1 and keys not in seen:
                seen.add(keys)
                yield Doubt(actor.id, actor.id, (join.a, join.b), join.score, join.reason)


def _apart(actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    profiles = {id_: _profile(actor) for id_, actor in sorted(actors.items()) if actor.aliases and known(actor.name) is None}
    blocks: dict[str, dict[str, str]] = defaultdict(dict)
    for id_, profile in profiles.items():
        for key, name in keys_of(profile):
            blocks[key].setdefault(id_, name)
    best: dict[tuple[str, str], Doubt] = {}
    for key in sorted(blocks):
        entries = sorted(blocks[key].items())
        if len(entries) > WIDEST:
            continue
        for at, (a, first) in enumerate(entries):
            for b, second in entries[at + 1:]:
                doubt = _compared(a, b, Name(first, profiles[a]), Name(second, profiles[b]))
                if doubt is not None and doubt.score > (best[a, b].score if (a, b) in best else 0):
                    best[a, b] = doubt
    for (a, b), doubt in best.items():
        if apart(summary_of(profiles[a]), summary_of(profiles[b])) is None:
            yield doubt


def _profile(actor: Actor) -> Profile:
    """An actor as one profile with all of its names."""
    return Profile(
        actor.name, actor.type, True, tuple(sorted({alias.text for alias in actor.aliases})),
        countries=(actor.country,) if actor.country else (), sectors=(actor.sector,) if actor.sector else (),
    )


def _compared(a: str, b: str, one: Name, other: Name) -> Doubt | None:
    found: list[tuple[float, str]] = []
    for feature in FEATURES:
        said = feature.compare(one, other)
        if said is not None:
            found.append((said[0], f"it would be {said[1]}, were there no other that fits" if feature.alone else said[1]))
    if name_key(one.text) == name_key(other.text):
        reason = "the same acronym" if is_acronym(one.text) else "the same name"
        found.append((0.5, f"{reason}, of what may be different things"))
    if not found:
        return None
    score, reason = max(found)
    return Doubt(a, b, (one.text, other.text), score, reason)

"""All that is told between two actors: by origin, both ways, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from crossread.model.findings import Change, Contradiction, DoubleGame, Origin, Party
from crossread.ontology.predicates import predicates
from crossread.views.picture import Picture
from crossread.views.saying import UNDATED, day_of, in_time


@dataclass(frozen=True, slots=True)
class Stance:
    """What is said of one actor's stance towards another: how many origins say that it backs it, is hostile to it, or has to do
    with it in neither way, and how many deny any of it."""

    backing: int = 0
    hostile: int = 0
    neutral: int = 0
    denied: int = 0

    @property
    def told(self) -> bool:
        """Whether anything is said of it."""
        return bool(self.backing or self.hostile or self.neutral or self.denied)


@dataclass(frozen=True, slots=True)
class Account:
    """What one origin tells, from its first day: claims of the one about the other (`there`), and the other way (`back`)."""

    origin: Origin
    day: str | None
    there: tuple[str, ...]
    back: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Two actors, how each is said to stand to the other, and every account of it by the first day it speaks of."""

    one: Party
    other: Party
    there: Stance
    back: Stance
    accounts: tuple[Account, ...]
    contradictions: tuple[Contradiction, ...]
    changes: tuple[Change, ...]
    double_games: tuple[DoubleGame, ...]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(len(one.there) + len(one.back) for one in self.accounts)


def between(picture: Picture, one: str, other: str) -> Between:
    """All that is claimed of two actors, by their ids.

    Raises:
        KeyError: an actor is not in the case.
    """
    ids = frozenset(picture.claims_of_actor(one)) & frozenset(picture.claims_of_actor(other))
    there = [id_ for id_ in ids if picture.claims[id_].subject.entity == one and picture.claims[id_].object.entity == other]
    back = [id_ for id_ in ids if picture.claims[id_].subject.entity == other and picture.claims[id_].object.entity == one]
    rests = [picture.resting_on(id_) for id_ in (*there, *back)]
    pair = {one, other}
    return Between(
        one=Party(one, picture.actors[one].name), other=Party(other, picture.actors[other].name),
        there=_stance(there, picture), back=_stance(back, picture), accounts=_accounts(there, back, picture),
        contradictions=tuple(dict.fromkeys(found for rest in rests for found in rest.contradictions)),
        changes=tuple(sorted(
            {found for rest in rests for found in rest.changes if {found.source.id, found.target.id} == pair},
            key=lambda change: (change.day or UNDATED, change.explanation),
        )),
        double_games=tuple(dict.fromkeys(
            found for rest in rests for found in rest.double_games
            if found.actor.id in pair and pair & {found.side_a.id, found.side_b.id}
        )),
    )


def _stance(ids: list[str], picture: Picture) -> Stance:
    origins: dict[str, set[str]] = defaultdict(set)
    for id_ in ids:
        claim = picture.claims[id_]
        stance = predicates()[claim.predicate].stance
        kind = "denied" if claim.polarity == "denied" else "backing" if stance > 0 else "hostile" if stance < 0 else "neutral"
        origins[kind].add(picture.origin_of(id_).id)
    return Stance(*(len(origins[kind]) for kind in ("backing", "hostile", "neutral", "denied")))


def _accounts(there: list[str], back: list[str], picture: Picture) -> tuple[Account, ...]:
    together: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    origins: dict[str, Origin] = {}
    for at, ids in enumerate((there, back)):
        for id_ in ids:
            origin = picture.origin_of(id_)
            origins[origin.id] = origin
            together[origin.id][at].append(id_)
    found = []
    for key, (mine, theirs) in together.items():
        first = min(day_of(picture.claims[id_], picture) for id_ in (*mine, *theirs))
        documents = sorted({picture.claims[id_].document for id_ in (*mine, *theirs)})
        found.append(Account(
            origins[key], None if first == UNDATED else first, in_time(mine, picture), in_time(theirs, picture), tuple(documents),
        ))
    return tuple(sorted(found, key=lambda account: (account.day or UNDATED, account.origin.name, account.origin.id)))

"""Actors that back both sides of a hostile pair, or that are with and against one, in overlapping time.

Backing that ended before the other began is change, not a double game; see `change`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from crossread.comparison.periods import Period, hull, iso
from crossread.comparison.slots import ENMITY, Item, Material
from crossread.comparison.slotted import Slotted
from crossread.comparison.words import likeness, stem
from crossread.lexicon import table
from crossread.model.findings import DoubleGame, GameKind

DEEDS = frozenset({"supports", "arms", "finances", "trains", "hosts", "allied_with"})
WORDS = frozenset({"recognises"})
MUTUAL = frozenset({"instrument_of", "allied_with"})  # tie both ways
FOUNDS = frozenset({"creates"})  # by which a state or body stands behind what it founds
AGAINST = frozenset({"abandons", "opposes", "betrays", "fights", "attacks", "rivals", "overthrows", "sanctions"})
LEAVING = frozenset({"abandons"})
LATE = 31  # days before a report that somebody left in which a report of backing is of the same time
SLACK = 183  # days: a stance without an end outlasts its evidence by so much
FAR = 730  # days between a backing and what goes against it beyond which the world has changed
MANY = 3  # other documents that put two at enmity
SAME_WORDS = 0.8  # of the shorter quote that the longer one has too
NO_SIDE = frozenset({"place", "event", "agreement", "media"})  # types that nobody sides with
BODIES = frozenset({"armed_group", "government_body", "military_unit", "ngo", "state"})


_Weighed = tuple[tuple[int, int], DoubleGame]  # a game behind what it is sorted by


class DoubleGames:
    """All of them by the actor and the sides, `found` with those first whose weaker side most documents speak for."""

    def __init__(self, material: Material, *, before: DoubleGames | None = None) -> None:
        self.slots: Slotted[str, tuple[_Weighed, ...]] = Slotted(
            material, _actors, _games, before=None if before is None else before.slots,
        )
        weighed = (one for given in self.slots.given.values() for one in given)
        self.found = tuple(game for _, game in sorted(weighed, key=lambda each: (each[0], _told(each[1]))))


def double_games(material: Material) -> tuple[DoubleGame, ...]:
    """All of them, by the actor and the sides; those with the best evidence first."""
    return DoubleGames(material).found


def _told(game: DoubleGame) -> tuple[object, ...]:
    return (game.actor.name, game.kind, game.side_a.name, game.side_b.name, game.claims_a, game.claims_b, game.explanation)


def _actors(item: Item, material: Material) -> Iterator[str]:
    """Those whose game a claim may be part of, and those whose enemy it shows."""
    for actor, _ in _backs(item, material):
        yield actor
    if _is_against(item, material):
        yield item.subject_party
    if _is_enmity(item):
        yield item.subject_party
        yield item.object_party


def _games(actor: str, items: Sequence[Item], material: Material) -> tuple[_Weighed, ...]:
    """The games of one actor. Those whom a description alone tells may be several, who back one side each, or people of one
    side by other words."""
    backed: dict[str, list[Item]] = defaultdict(list)
    against: dict[str, list[Item]] = defaultdict(list)
    foes: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for who, side in _backs(item, material):
            if who == actor:
                backed[side].append(item)
        if item.subject_party == actor and _is_against(item, material):
            against[item.object_party].append(item)
        if _is_enmity(item):
            foes[item.object_party if item.subject_party == actor else item.subject_party].add(item.claim.document)
    sides = {side: backing for side, backing in backed.items() if not _is_slip(backing, foes.get(side, set()))}
    found: list[_Weighed] = []
    named = sorted(side for side, backing in sides.items() if any(_names_both(item, material) for item in backing))
    for one, other in combinations(named, 2):
        if material.hostile(one, other):
            found += _game(actor, (one, other), (sides[one], sides[other]), _kind(sides[one], sides[other]), material)
    for side, backing in sides.items():
        found += _game(actor, (side, side), (backing, against.get(side, [])), "with and against", material)
    return tuple(found)


def _names_both(item: Item, material: Material) -> bool:
    """Whether both ends of a claim are actors that some document names."""
    return all(key in material.actors and bool(material.actors[key].aliases) for key in (item.subject, item.object))


def _is_slip(backing: Sequence[Item], foes: set[str]) -> bool:
    """Whether the backing of a known enemy rests on one document that tells it in its own voice: rather a clause misread than
    a game. As somebody's charge it stands."""
    documents = {item.claim.document for item in backing}
    charged = any(len(item.claim.attribution) > 1 or item.claim.modality == "alleged" for item in backing)
    return len(documents) == 1 and not charged and len(foes - documents) >= MANY


def _is_enmity(item: Item) -> bool:
    return (item.claim.predicate in ENMITY and item.affirmed and item.settled and item.of_actors
            and item.subject_party != item.object_party)


def _is_against(item: Item, material: Material) -> bool:
    return item.claim.predicate in AGAINST and _counts(item, material)


def _counts(item: Item, material: Material) -> bool:
    return (item.affirmed and item.settled and item.clear and item.of_actors
            and item.subject_party != item.object_party
            and not {_type(item.subject, material), _type(item.object, material)} & NO_SIDE
            and not (item.claim.predicate == "attacks" and _type(item.object, material) == "state"))  # a state struck is a place


def _backs(item: Item, material: Material) -> Iterable[tuple[str, str]]:
    """Whom a claim shows behind whom."""
    if not _counts(item, material):
        return
    predicate = item.claim.predicate
    if predicate in WORDS and item.words & _condemning():
        return  # "recognised it as a terrorist group"
    founded = predicate in FOUNDS and _type(item.object, material) in BODIES and _type(item.subject, material) != "person"
    if predicate in DEEDS or predicate in WORDS or founded or predicate in MUTUAL:
        yield item.subject_party, item.object_party
    if predicate in MUTUAL:
        yield item.object_party, item.subject_party


@lru_cache(maxsize=1)
def _condemning() -> frozenset[str]:
    return frozenset(stem(word) for word in table("en", "comparison")["condemning"])


def _type(key: str, material: Material) -> str:
    actor = material.actors.get(key)
    return actor.type if actor is not None else "other"


def _kind(one: list[Item], other: list[Item]) -> GameKind:
    """Recognises the one and arms the other: its words differ from its deeds."""
    said = [all(item.claim.predicate in WORDS for item in items) for items in (one, other)]
    return "words and deeds" if said[0] != said[1] else "both sides"


def _game(
    actor: str, sides: tuple[str, str], evidence: tuple[list[Item], list[Item]], kind: GameKind, material: Material,
) -> Iterable[_Weighed]:
    """The game that two bundles of evidence show, cut to what overlaps in time."""
    one, other = evidence
    together = [
        (a, b) for a in one for b in other if a.claim.id != b.claim.id and not _same_words(a, b) and _overlap(a, b, kind)
    ]
    if not together:
        return
    mine, theirs = ({item.claim.id: item for item in part} for part in zip(*together, strict=True))
    when = hull([item.when for item in (*mine.values(), *theirs.values()) if item.when.known])
    if sides[0] == sides[1]:
        sides = (_face(sides[0], (*mine.values(), *theirs.values()), material),) * 2
    else:
        sides = _face(sides[0], mine.values(), material), _face(sides[1], theirs.values(), material)
    names = [material.name(key, name=key) for key in (actor, *sides)]
    said = {"both sides": f"{names[0]} stands with {names[1]} and with {names[2]}, who are enemies",
            "words and deeds": f"{names[0]} recognises one of {names[1]} and {names[2]}, who are enemies, and backs the other",
            "with and against": f"{names[0]} is said to be with {names[1]} and to have turned from or against it in one time"}
    fewest = min(len({item.claim.document for item in side.values()}) for side in (mine, theirs))
    yield (-fewest, -len(mine) * len(theirs)), DoubleGame(
        material.party(actor, name=actor), kind, material.party(sides[0], name=sides[0]), material.party(sides[1], name=sides[1]),
        tuple(sorted(mine)), tuple(sorted(theirs)), iso(when.first), iso(when.last),
        f"{said[kind]}: {_words(mine)}; {_words(theirs)}.",
    )


def _face(side: str, items: Iterable[Item], material: Material) -> str:
    """Of the actors of a party, the one that the evidence speaks of: one with a name, in most documents."""
    documents: dict[str, set[str]] = defaultdict(set)
    for item in items:
        documents[item.object if item.object_party == side else item.subject].add(item.claim.document)
    named = [key for key in documents if key in material.actors and material.actors[key].aliases]
    return min(named or documents, key=lambda key: (-len(documents[key]), key != side, key))


def _same_words(one: Item, other: Item) -> bool:
    """Whether two claims rest on the same words, of one document or of two that have them from one: one clause is never for
    and against."""
    return likeness(one.words, other.words) >= SAME_WORDS


def _overlap(one: Item, other: Item, kind: GameKind) -> bool:
    """Whether two stances may have been held at once. For and against one needs closer times than standing with two sides."""
    if kind != "with and against":
        return one.when.overlaps(other.when, slack=FAR)
    if other.claim.predicate in LEAVING and one.said.last is not None and other.said.first is not None:
        if one.said.last + LATE < other.said.first:
            return False  # who left since then has changed, and plays no game
    first, second = _stretch(one), _stretch(other)
    if not first.known or not second.known:
        return one.claim.document == other.claim.document
    return first.overlaps(second, slack=SLACK)


def _stretch(item: Item) -> Period:
    return item.when if item.when.known else item.said


def _words(items: dict[str, Item]) -> str:
    first = min(items.values(), key=lambda item: (len(item.quote), item.claim.id))
    return f"{first.source.name} “{first.quote}”"

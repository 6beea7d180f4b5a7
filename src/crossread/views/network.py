"""The network of a case at a day: who stood how to whom, between actors that are no places.

What relates two actors is one tie, whichever way it goes. A state ("arms") holds as `relations` has it. A deed ("attacks") is
over with its day, but parties who fought last month are no strangers: deeds are remembered for a year, and their age is told.

A case has more ties than can be looked at: those of the actors with most claims are kept, and what is left out is counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from crossread.comparison.periods import ordinal
from crossread.comparison.slots import named_of
from crossread.model.findings import Relation
from crossread.model.network import Network, NetworkQuestion, Node, Span, Tie, TieChange, TieKind, TieTurn
from crossread.ontology.predicates import predicates
from crossread.views.holding import BACKING, HOSTILE, MEMORY, SIDES, Day, Holding, wanted
from crossread.views.picture import Picture
from crossread.views.relations import Pair

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from crossread.views.holding import Flags, Numbers

    Indices = NDArray[np.intp]

NO_ACTORS = frozenset({"place", "facility", "event", "agreement"})
FEW = 3  # ties between named actors, below which those that are only described are shown as well
TIES_PER_NODE = 3  # beyond which a drawing becomes a hairball


@dataclass(frozen=True, slots=True)
class Calendar:
    """When what is claimed began, or else was published, as ISO days: of each claim, and of all claims of an actor in order."""

    of_claim: Mapping[str, str]
    of_actor: Mapping[str, tuple[str, ...]]

    def claims_by(self, actor: str, day: str) -> int:
        """How many claims concern an actor by a day, undated ones included."""
        days = self.of_actor.get(actor, ())
        return bisect_right(days, day)

    def last(self, claims: Iterable[str], day: str) -> str | None:
        """The latest day of some claims that is not after the given one."""
        return max((at for id_ in claims if "" < (at := self.of_claim.get(id_, "")) <= day), default=None)


def calendar(picture: Picture) -> Calendar:
    """The days of a picture's claims."""
    of_claim: dict[str, str] = {}
    of_actor: dict[str, list[str]] = defaultdict(list)
    for id_, claim in picture.claims.items():
        document = picture.documents.get(claim.document)
        published = document.published.earliest if document is not None else None
        of_claim[id_] = claim.time.earliest or published or claim.time.latest or ""
        for actor in {claim.subject.entity, claim.object.entity} - {None}:
            of_actor[actor or ""].append(of_claim[id_])
    return Calendar(of_claim, {actor: tuple(sorted(days)) for actor, days in of_actor.items()})


@dataclass(frozen=True, slots=True)
class Grounds:
    """What networks of any day are drawn from: a picture, its calendar, what holds between its actors, and the actors that some
    document names. `two` are the numbers of the two of each pair in `holding`, `people` the ids of these numbers, in order."""

    picture: Picture
    calendar: Calendar
    holding: Holding
    named: frozenset[str]
    people: tuple[str, ...]
    two: tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Differences:
    """What is different between two days: the first of it, and how much it is."""

    changes: tuple[TieChange, ...]
    total: int


def grounds(picture: Picture, *, days: Calendar) -> Grounds:
    """The grounds of all networks of a picture. `days` is its calendar."""
    actors = picture.actors
    holding = Holding(
        (pair for pair in picture.standings.pairs if all(
            id_ in actors and actors[id_].type not in NO_ACTORS for id_ in (pair.key[0], pair.key[2])
        )), day_of=days.of_claim,
    )
    people = tuple(sorted({id_ for two in holding.two for id_ in two}))
    number = {id_: at for at, id_ in enumerate(people)}
    first, second = (np.fromiter((number[two[way]] for two in holding.two), dtype=np.int32) for way in (0, 1))
    return Grounds(picture, days, holding, named_of(actors.values()), people, (first, second))


def network(on: Grounds, question: NetworkQuestion) -> Network:
    """The network on a day."""
    actors, days, (first, second) = on.picture.actors, on.calendar, on.two
    day = on.holding.on(question)
    pairs = _narrowed(day, on, question)
    shown = _flags(on, on.named | {question.focus})
    named = pairs[shown[first[pairs]] & shown[second[pairs]]]
    described = len(pairs) - len(named)
    everybody = question.described
    if everybody is None:
        everybody = len(named) < FEW
    found = pairs if everybody else named
    nodes = sorted(
        (Node(id_, actors[id_].name, actors[id_].type, max(1, days.claims_by(id_, question.day)), bool(actors[id_].aliases))
         for id_ in (on.people[at] for at in np.union1d(first[found], second[found]))),
        key=lambda node: (node.id != question.focus, not node.named, -node.claims, node.name, node.id),
    )
    kept = _flags(on, {node.id for node in nodes[: question.top]})
    inside = found[kept[first[found]] & kept[second[found]]]
    strongest = inside[np.lexsort((inside, -day.weight[inside], day.sides[inside] == 0))][: TIES_PER_NODE * question.top]
    ties = [_tie(two, day, on, question) for two in strongest.tolist()]
    tied = {id_ for tie in ties for id_ in (tie.a, tie.b)}
    return Network(
        question.day, tuple(node for node in nodes if node.id in tied), tuple(sorted(ties, key=_strength)), len(nodes),
        len(found) - len(ties), 0 if everybody else described,
    )


def tie_between(on: Grounds, question: NetworkQuestion, *, a: str, b: str) -> Tie | None:
    """All that relates two actors on the day, or nothing if nothing does."""
    pair = (min(a, b), max(a, b))
    day, two = on.holding.on(question), bisect_left(on.holding.two, pair)
    there = two < len(on.holding.two) and on.holding.two[two] == pair and day.between[two]
    return _tie(two, day, on, question) if there else None


def differences(on: Grounds, question: NetworkQuestion, *, before: str, most: int) -> Differences:
    """What is different on the day from an earlier one: sides that were taken, left or changed, between named actors first, then
    those of most origins; at most so many of them. Undated evidence makes no difference, since it holds on both days."""
    asked_before = replace(question, day=before)
    now, then = on.holding.on(question), on.holding.on(asked_before)
    changed = now.sides != then.sides
    first, second = on.two
    if question.focus is not None:
        focus = _flags(on, {question.focus})
        changed &= focus[first] | focus[second]
    pairs = np.flatnonzero(changed)
    named = _flags(on, on.named)
    weight = np.where(now.sides[pairs] == 0, then.weight[pairs], now.weight[pairs])
    order = np.lexsort((pairs, -weight, ~(named[first[pairs]] & named[second[pairs]])))
    made = []
    for two in pairs[order][:most].tolist():
        was, is_ = _kind(int(then.sides[two])), _kind(int(now.sides[two]))
        turn: TieTurn = "began" if was == "contact" else "ended" if is_ == "contact" else "turned"
        tie = _tie(two, then, on, asked_before) if turn == "ended" else _tie(two, now, on, question)
        made.append(TieChange(turn, tie, None if turn == "began" else was))
    return Differences(tuple(made), len(pairs))


def span(picture: Picture, *, days: Calendar, stretches: int = 80) -> Span | None:
    """The days between which nearly all dated claims lie, up to the last publication; nothing where no claim is dated.

    The earliest fiftieth is left out, since one look back at another war would leave no room for this one.
    """
    last = max((one.published.latest or "" for one in picture.documents.values()), default="") or "9999"
    dated = sorted(day for day in days.of_claim.values() if "" < day <= last)
    if not dated:
        return None
    first, end = (date.fromisoformat(day) for day in (dated[len(dated) // 50], last if last < "9999" else dated[-1]))
    first = min(first.replace(day=1), end - timedelta(days=1))
    counts = [0] * stretches
    for day in dated:
        at = (date.fromisoformat(day) - first).days * stretches // ((end - first).days + 1)
        if at >= 0:
            counts[at] += 1
    return Span(first.isoformat(), end.isoformat(), tuple(counts))


def _narrowed(day: Day, on: Grounds, question: NetworkQuestion) -> Indices:
    """The pairs of at least so many origins, and those around the actor in focus, by their numbers."""
    pairs = np.flatnonzero(day.between & (day.origins >= question.origins))
    if question.focus is None:
        return pairs
    first, second = (two[pairs] for two in on.two)
    focus = _flags(on, {question.focus})
    near = focus.copy()
    near[second[focus[first]]] = near[first[focus[second]]] = True
    return pairs[near[first] & near[second]]


def _flags(on: Grounds, ids: Collection[str | None]) -> Flags:
    """Which of the people are among some."""
    return np.fromiter((id_ in ids for id_ in on.people), dtype=np.bool_)


def _kind(sides: int) -> TieKind:
    return "mixed" if sides == BACKING + HOSTILE else "backing" if sides == BACKING else "hostile" if sides else "contact"


def _deed(pair: Pair, on: Grounds, day: str) -> Relation:
    """A deed as it was known on a day."""
    days = on.calendar.of_claim
    known = [item for item in pair.items if ordinal(at := days.get(item.claim.id)) is not None and (at or "") <= day]
    whole = on.picture.standings.relation(pair)
    assert whole is not None, "a pair without claims"
    for_, against = ({item.source.key for item in known if item.affirmed == way} for way in (True, False))
    sign, told = predicates()[whole.relation].stance, sorted(days[item.claim.id] for item in known)
    return replace(
        whole, stance=round(sign * (len(for_) - len(against)) / max(1, len(for_) + len(against)), 3) + 0.0,
        start=told[0], end=told[-1], until=f"a deed, remembered for {MEMORY} days",
        status="contested" if for_ and against else "denied" if against else "affirmed",
        claims=tuple(sorted(item.claim.id for item in known)), documents=len({item.claim.document for item in known}),
        origins=len(for_ | against),
    )


def _relations(two: int, day: Day, on: Grounds, question: NetworkQuestion) -> Iterator[Relation]:
    """What holds between the two of a number."""
    asked = wanted(question)
    for key in on.holding.keys_of(two):
        if day.holds[key]:
            pair = on.holding.pairs[key] if asked is None else on.holding.pairs[key].among(asked)
            if day.deed[key]:
                yield _deed(pair, on, question.day)
            elif (found := on.picture.standings.relation(pair, as_of=question.day)) is not None:
                yield found


def _tie(two: int, day: Day, on: Grounds, question: NetworkQuestion) -> Tie:
    a, b = on.holding.two[two]
    held = sorted(_relations(two, day, on, question), key=lambda one: (-one.origins, -one.documents, one.relation))
    forth, back = (tuple(one for one in held if one.source.id == source) for source in (a, b))
    found = (*forth, *back)
    sides = [one for one in found if predicates()[one.relation].family in SIDES and one.status != "denied"]
    weight = sum(one.origins for one in sides)
    last = on.calendar.last((id_ for one in found for id_ in one.claims), question.day)
    stance = round(sum(one.stance * one.origins for one in sides) / weight, 3) if weight else 0.0
    return Tie(
        a, b, kind=_kind(int(day.sides[two])), stance=stance,
        origins=int(day.origins[two]), documents=max(one.documents for one in found),
        contested=any(one.status in ("contested", "denied") for one in found),
        age=None if last is None else (date.fromisoformat(question.day) - date.fromisoformat(last)).days,
        forth=forth, back=back,
    )


def _strength(tie: Tie) -> tuple[int, int, int, str, str]:
    """Sides go before contact, then what has more origins."""
    return (tie.kind == "contact", -tie.origins, -tie.documents, tie.a, tie.b)

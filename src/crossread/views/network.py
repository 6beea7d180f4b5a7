"""The network of a case at a day: who stood how to whom, between actors that are no places.

What relates two actors is one tie, whichever way it goes. A state ("arms") holds as `relations` has it. A deed ("attacks") is
over with its day, but parties who fought last month are no strangers: deeds are remembered for a year, and their age is told.

A case has more ties than can be looked at: those of the actors with most claims are kept, and what is left out is counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain

from crossread.comparison.periods import ordinal
from crossread.model.findings import Relation
from crossread.model.network import Network, NetworkQuestion, Node, Span, Tie, TieChange, TieKind, TieTurn
from crossread.ontology.aspects import aspects
from crossread.ontology.predicates import predicates
from crossread.views.alive import Alive
from crossread.views.picture import Picture
from crossread.views.relations import Stretch

SIDES = frozenset({"backing", "hostility", "harm"})  # families that say on which side somebody is
NO_ACTORS = frozenset({"place", "facility", "event", "agreement"})
MEMORY = 365  # days for which a deed is shown
FEW = 3  # ties between named actors, below which those that are only described are shown as well
FOREVER = 10**7  # after any day
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
class Deed:
    """A relation that does not last: its claims in the order of their days."""

    relation: Relation
    days: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Something that relates two actors on some days, before anything is made of it: a relation, or a deed of which so many
    claims are known. `back` says that it goes from the second of the two to the first; `side` is the one it takes (1, 0, -1).
    """

    back: bool
    side: int
    origins: int
    of: Relation | Deed
    known: int

    @property
    def claims(self) -> tuple[str, ...]:
        return self.of.claims if isinstance(self.of, Relation) else self.of.claims[: self.known]


_Pair = tuple[str, str]
_Pairs = Mapping[_Pair, list[_Held]]
_Name = tuple[str | None, str, str | None]  # a relation by the ids of the two and its predicate
# The first day and the one after the last, as numbers, the predicate, the two, what relates them, and the name of what is no
# tie where a deed of this name is remembered.
_Shown = tuple[int, int, str, _Pair, _Held, _Name | None]
RECENT = 8  # days whose pairs are kept: a page asks for the same day more than once


@dataclass(frozen=True, slots=True)
class Grounds:
    """What networks of any day are drawn from: a picture, its calendar, the origin of each claim; deeds, by the days for which
    they are remembered, and relations, by those on which they hold, apart from relations that change on very many days; the
    actors that some document names."""

    picture: Picture
    calendar: Calendar
    origins: Mapping[str, str]
    deeds: Alive[_Shown]
    states: Alive[_Shown]
    busy: Callable[[int], list[Stretch]]
    named: frozenset[str]
    recent: dict[tuple[str, tuple[str, ...]], _Pairs] = field(default_factory=dict, compare=False)
    made: dict[int, _Shown | None] = field(default_factory=dict, compare=False)  # of busy relations, by the identity of each


@dataclass(frozen=True, slots=True)
class Differences:
    """What is different between two days: the first of it, and how much it is."""

    changes: tuple[TieChange, ...]
    total: int


def grounds(picture: Picture, question: NetworkQuestion, *, days: Calendar) -> Grounds:
    """The grounds for the outlet and the modalities of a question; the day and the rest of it make no difference. `days` is the
    calendar of the picture."""
    asked = _asked(picture, question)
    origins = {id_: origin.id for origin in asked.origins for id_ in origin.claims}
    deeds = [
        one for relation in asked.relations() if not aspects()[relation.relation].lasts and _between_actors(relation, asked)
        for one in _remembered(relation, asked, days, origins)
    ]
    ready, busy = asked.standings.stretches()
    states = (one for stretch in ready if (one := _state(stretch, asked)) is not None)
    return Grounds(
        asked, days, origins, Alive(deeds, days=_days), Alive(states, days=_days), busy, _named(asked),
    )


def _days(shown: _Shown) -> tuple[int, int]:
    return shown[0], shown[1]


def _remembered(relation: Relation, picture: Picture, days: Calendar, origins: Mapping[str, str]) -> Iterator[_Shown]:
    """A deed on all days for which it is remembered, with what is known of it then."""
    told = sorted((day, id_) for id_ in relation.claims if ordinal(day := days.of_claim.get(id_, "")) is not None)
    deed = Deed(relation, tuple(day for day, _ in told), tuple(id_ for _, id_ in told))
    predicate, (pair, back) = predicates()[relation.relation], _ends(relation)
    sign = predicate.stance if predicate.family in SIDES else 0
    for_, against = set[str](), set[str]()
    for at, (day, id_) in enumerate(told):
        (for_ if picture.claims[id_].polarity == "affirmed" else against).add(origins[id_])
        first = date.fromisoformat(day).toordinal()
        next_ = date.fromisoformat(told[at + 1][0]).toordinal() if at + 1 < len(told) else FOREVER
        if next_ > first:
            side = sign * _sign(len(for_) - len(against)) if for_ else 0
            held = _Held(back, side, len(for_ | against), deed, at + 1)
            yield first, min(next_, first + MEMORY + 1), relation.relation, pair, held, _name(relation)


def _named(picture: Picture) -> frozenset[str]:
    return frozenset(actor.id for actor in picture.actors.values() if actor.aliases)


def _name(relation: Relation) -> _Name:
    return relation.source.id, relation.relation, relation.target.id


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _between_actors(relation: Relation, picture: Picture) -> bool:
    source, target = relation.source.id, relation.target.id
    return source is not None and target is not None and (
        picture.actors[source].type not in NO_ACTORS and picture.actors[target].type not in NO_ACTORS
    )


def _asked(picture: Picture, question: NetworkQuestion) -> Picture:
    if question.outlet is None and not question.modalities:
        return picture
    return picture.among(frozenset(
        id_ for id_, claim in picture.claims.items()
        if (question.outlet is None or claim.attribution and claim.attribution[0].name == question.outlet)
        and (not question.modalities or claim.modality in question.modalities)
    ))


def network(on: Grounds, question: NetworkQuestion) -> Network:
    """The network on a day. The grounds are those of the question."""
    actors, days = on.picture.actors, on.calendar
    pairs = _narrowed(_pairs(on, question), on, question)
    shown = on.named | {question.focus}
    named = [pair for pair in pairs if pair[0] in shown and pair[1] in shown]
    described = len(pairs) - len(named)
    everybody = question.described
    if everybody is None:
        everybody = len(named) < FEW
    found = list(pairs) if everybody else named
    nodes = sorted(
        (Node(id_, actors[id_].name, actors[id_].type, max(1, days.claims_by(id_, question.day)), bool(actors[id_].aliases))
         for id_ in {id_ for pair in found for id_ in pair}),
        key=lambda node: (node.id != question.focus, not node.named, -node.claims, node.name, node.id),
    )
    kept = {node.id for node in nodes[: question.top]}
    inside = sorted(
        (pair for pair in found if pair[0] in kept and pair[1] in kept),
        key=lambda pair: (_kind(pairs[pair]) == "contact", -_weight(pairs[pair]), pair),
    )
    ties = [_tie(pair, pairs[pair], on, question.day) for pair in inside[: TIES_PER_NODE * question.top]]
    tied = {id_ for tie in ties for id_ in (tie.a, tie.b)}
    return Network(
        question.day, tuple(node for node in nodes if node.id in tied), tuple(sorted(ties, key=_strength)), len(nodes),
        len(found) - len(ties), 0 if everybody else described,
    )


def tie_between(on: Grounds, question: NetworkQuestion, *, a: str, b: str) -> Tie | None:
    """All that relates two actors on the day, or nothing if nothing does."""
    pair = (min(a, b), max(a, b))
    held = _pairs(on, question).get(pair)
    return None if held is None else _tie(pair, held, on, question.day)


def differences(on: Grounds, question: NetworkQuestion, *, before: str, most: int) -> Differences:
    """What is different on the day from an earlier one: sides that were taken, left or changed, between named actors first, then
    those of most origins; at most so many of them. Undated evidence makes no difference, since it holds on both days."""
    now, then = _pairs(on, question), _pairs(on, replace(question, day=before))
    found: list[tuple[TieTurn, tuple[str, str]]] = []
    for pair in now.keys() | then.keys():
        if question.focus is not None and question.focus not in pair:
            continue
        held, was = now.get(pair, ()), then.get(pair, ())
        if held != was and (new := _kind(held)) != (old := _kind(was)):
            found.append(("began" if old == "contact" else "ended" if new == "contact" else "turned", pair))
    found.sort(key=lambda one: (
        not on.named.issuperset(one[1]), -_weight((then if one[0] == "ended" else now)[one[1]]), one[1],
    ))
    made = []
    for turn, pair in found[:most]:
        held, day = (then[pair], before) if turn == "ended" else (now[pair], question.day)
        made.append(TieChange(turn, _tie(pair, held, on, day), None if turn == "began" else _kind(then[pair])))
    return Differences(tuple(made), len(found))


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


def _narrowed(pairs: _Pairs, on: Grounds, question: NetworkQuestion) -> _Pairs:
    """The pairs of at least so many origins, and those around the actor in focus."""
    if question.origins > 1:
        pairs = {
            pair: held for pair, held in pairs.items()
            if len({on.origins[id_] for one in held for id_ in one.claims}) >= question.origins
        }
    if question.focus is not None:
        near = {question.focus, *(id_ for pair in pairs if question.focus in pair for id_ in pair)}
        pairs = {pair: held for pair, held in pairs.items() if pair[0] in near and pair[1] in near}
    return pairs


def _pairs(on: Grounds, question: NetworkQuestion) -> _Pairs:
    """All that holds on a day, and the deeds of the year before it, by the two whom it relates."""
    key = (question.day, question.families)
    if key not in on.recent:
        if len(on.recent) >= RECENT:
            on.recent.clear()
        on.recent[key] = _find_pairs(on, question)
    return on.recent[key]


def _find_pairs(on: Grounds, question: NetworkQuestion) -> _Pairs:
    table, day = predicates(), date.fromisoformat(question.day).toordinal()
    asked = {name for name, one in table.items() if one.family in question.families}
    pairs: dict[_Pair, list[_Held]] = defaultdict(list)
    remembered: set[_Name | None] = set()
    for _, _, name, pair, held, named in on.deeds.on(day):
        if name in asked:
            remembered.add(named)
            pairs[pair].append(held)
    busy = [one for stretch in on.busy(day) if (one := _made(on, stretch)) is not None and day < one[1]]
    for _, _, name, pair, held, named in chain(on.states.on(day), busy):
        if name in asked and (named is None or named not in remembered):
            pairs[pair].append(held)
    return dict(pairs)


def _made(on: Grounds, stretch: Stretch) -> _Shown | None:
    if id(stretch) not in on.made:
        on.made[id(stretch)] = _state(stretch, on.picture)
    return on.made[id(stretch)]


def _state(stretch: Stretch, picture: Picture) -> _Shown | None:
    """A relation on the days on which it holds; nothing where it is no tie."""
    relation = stretch.relation
    if relation.status == "ended" or not _between_actors(relation, picture):
        return None
    pair, back = _ends(relation)
    sided = predicates()[relation.relation].family in SIDES and relation.status != "denied"
    held = _Held(back, _sign(relation.stance) if sided else 0, relation.origins, relation, 0)
    return (
        0 if stretch.first is None else stretch.first, FOREVER if stretch.end is None else stretch.end, relation.relation, pair,
        held, None if aspects()[relation.relation].lasts else _name(relation),
    )


def _ends(relation: Relation) -> tuple[tuple[str, str], bool]:
    """The ids of the two, in order, and whether the relation goes against it."""
    source, target = relation.source.id or "", relation.target.id or ""
    return ((target, source), True) if source > target else ((source, target), False)


def _kind(held: Iterable[_Held]) -> TieKind:
    for_ = against = False
    for one in held:
        if one.side > 0:
            for_ = True
        elif one.side < 0:
            against = True
    return "mixed" if for_ and against else "backing" if for_ else "hostile" if against else "contact"


def _weight(held: Iterable[_Held]) -> int:
    """About how much is told, for putting pairs in order."""
    return sum(one.origins for one in held)


def _strength(tie: Tie) -> tuple[int, int, int, str, str]:
    """Sides go before contact, then what has more origins."""
    return (tie.kind == "contact", -tie.origins, -tie.documents, tie.a, tie.b)


def _relation(held: _Held, picture: Picture) -> Relation:
    """The relation as it was known on its day."""
    if isinstance(held.of, Relation):
        return held.of
    deed, claims = held.of, [picture.claims[id_] for id_ in held.claims]
    for_, against = (
        {picture.origin_of(one.id).id for one in claims if one.polarity == polarity} for polarity in ("affirmed", "denied")
    )
    sign = predicates()[deed.relation.relation].stance
    return replace(
        deed.relation, stance=round(sign * (len(for_) - len(against)) / max(1, len(for_) + len(against)), 3) + 0.0,
        start=deed.days[0], end=deed.days[held.known - 1], until=f"a deed, remembered for {MEMORY} days",
        status="contested" if for_ and against else "denied" if against else "affirmed",
        claims=tuple(sorted(held.claims)), documents=len({one.document for one in claims}), origins=len(for_ | against),
    )


def _tie(pair: tuple[str, str], held: list[_Held], on: Grounds, day: str) -> Tie:
    forth, back = (
        sorted((_relation(one, on.picture) for one in held if one.back == way),
               key=lambda one: (-one.origins, -one.documents, one.relation))
        for way in (False, True)
    )
    found = [*forth, *back]
    sides = [one for one in found if predicates()[one.relation].family in SIDES and one.status != "denied"]
    weight = sum(one.origins for one in sides)
    claims = [id_ for one in found for id_ in one.claims]
    last = on.calendar.last(claims, day)
    return Tie(
        *pair, kind=_kind(held), stance=round(sum(one.stance * one.origins for one in sides) / weight, 3) if weight else 0.0,
        origins=len({on.origins[id_] for id_ in claims if id_ in on.origins}), documents=max(one.documents for one in found),
        contested=any(one.status in ("contested", "denied") for one in found),
        age=None if last is None else (date.fromisoformat(day) - date.fromisoformat(last)).days,
        forth=tuple(forth), back=tuple(back),
    )

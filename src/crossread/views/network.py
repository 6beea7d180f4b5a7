"""The network of a case at a day: who stood how to whom, between actors that are no places.

What relates two actors is one tie, whichever way it goes. A state ("arms") holds as `relations` has it. A deed ("attacks") is
over with its day, but parties who fought last month are no strangers: deeds are remembered for a year, and their age is told.

A case has more ties than can be looked at: those of the actors with most claims are kept, and what is left out is counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.model.findings import Origin, Relation
from crossread.model.network import Network, NetworkQuestion, Node, Span, Tie, TieChange, TieKind
from crossread.ontology.aspects import aspects
from crossread.ontology.predicates import predicates
from crossread.views.picture import Picture

SIDES = frozenset({"backing", "hostility", "harm"})  # families that say on which side somebody is
NO_ACTORS = frozenset({"place", "facility", "event", "agreement"})
MEMORY = 365  # days for which a deed is shown
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
    """A relation that does not last, with the days of its claims in order, and the claims in that order."""

    relation: Relation
    days: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What networks of any day are drawn from: a picture, its calendar, and its deeds by the months in which they are told."""

    picture: Picture
    calendar: Calendar
    deeds: Mapping[str, tuple[Deed, ...]]


def grounds(picture: Picture, question: NetworkQuestion, *, days: Calendar) -> Grounds:
    """The grounds for the outlet and the modalities of a question; the day and the rest of it make no difference. `days` is the
    calendar of the picture."""
    asked = _asked(picture, question)
    by_month: dict[str, list[Deed]] = defaultdict(list)
    for relation in asked.relations():
        if not aspects()[relation.relation].lasts:
            told = sorted((day, id_) for id_ in relation.claims if (day := days.of_claim.get(id_)))
            deed = Deed(relation, tuple(day for day, _ in told), tuple(id_ for _, id_ in told))
            for month in dict.fromkeys(day[:7] for day in deed.days):
                by_month[month].append(deed)
    return Grounds(asked, days, {month: tuple(found) for month, found in by_month.items()})


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
    found = [tie for tie in _ties(on, question) if tie.origins >= question.origins]
    actors, days = on.picture.actors, on.calendar
    if question.focus is not None:
        found = _around(found, question.focus)
    named = [tie for tie in found if all(actors[id_].aliases or id_ == question.focus for id_ in (tie.a, tie.b))]
    described = len(found) - len(named)
    everybody = question.described
    if everybody is None:
        everybody = len({id_ for tie in found for id_ in (tie.a, tie.b)}) <= question.top
    found = found if everybody else named
    told: dict[str, set[str]] = defaultdict(set)
    for tie in found:
        for id_ in (tie.a, tie.b):
            told[id_].update(tie.claims)
    nodes = sorted(
        (Node(id_, actors[id_].name, actors[id_].type, max(days.claims_by(id_, question.day), len(claims)),
              bool(actors[id_].aliases)) for id_, claims in told.items()),
        key=lambda node: (node.id != question.focus, not node.named, -node.claims, node.name, node.id),
    )
    kept = {node.id for node in nodes[: question.top]}
    inside = [tie for tie in found if tie.a in kept and tie.b in kept]
    shown = sorted(inside, key=_strength)[: TIES_PER_NODE * question.top]
    tied = {id_ for tie in shown for id_ in (tie.a, tie.b)}
    return Network(
        question.day, tuple(node for node in nodes if node.id in tied), tuple(shown), len(nodes), len(found) - len(shown),
        0 if everybody else described,
    )


def tie_between(on: Grounds, question: NetworkQuestion, *, a: str, b: str) -> Tie | None:
    """All that relates two actors on the day, or nothing if nothing does."""
    one, other = sorted((a, b))
    return next((tie for tie in _ties(on, question) if (tie.a, tie.b) == (one, other)), None)


def differences(on: Grounds, question: NetworkQuestion, *, before: str) -> tuple[TieChange, ...]:
    """What is different on the day from an earlier one: sides that were taken, left or changed, between named actors first, then
    those of most origins. Undated evidence makes no difference, since it holds on both days."""
    actors = on.picture.actors
    now = {(tie.a, tie.b): tie for tie in _ties(on, question)}
    then = {(tie.a, tie.b): tie for tie in _ties(on, replace(question, day=before))}
    found: list[TieChange] = []
    for pair in sorted(now.keys() | then.keys()):
        new, old = now.get(pair), then.get(pair)
        if question.focus is not None and question.focus not in pair:
            continue
        if new is not None and new.kind != "contact" and (old is None or old.kind == "contact"):
            found.append(TieChange("began", new, None))
        elif old is not None and old.kind != "contact" and (new is None or new.kind == "contact"):
            found.append(TieChange("ended", old, old.kind))
        elif new is not None and old is not None and new.kind != old.kind:
            found.append(TieChange("turned", new, old.kind))
    return tuple(sorted(found, key=lambda one: (
        not (actors[one.tie.a].aliases and actors[one.tie.b].aliases), one.tie.documents == 1, *_strength(one.tie),
    )))


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


def _around(ties: list[Tie], focus: str) -> list[Tie]:
    """The ties of an actor, and those among whom it has ties with."""
    near = {focus, *(id_ for tie in ties if focus in (tie.a, tie.b) for id_ in (tie.a, tie.b))}
    return [tie for tie in ties if tie.a in near and tie.b in near]


def _strength(tie: Tie) -> tuple[int, int, int, str, str]:
    """Sides go before contact, then what has more origins."""
    return (tie.kind == "contact", -tie.origins, -tie.documents, tie.a, tie.b)


def _relations(on: Grounds, day: str) -> Iterator[Relation]:
    """What held on a day, and the deeds of the year before it."""
    remembered: dict[tuple[str | None, str, str | None], Relation] = {}
    at = date.fromisoformat(day)
    first = date.fromordinal(max(1, at.toordinal() - MEMORY)).isoformat()
    for month in _months(first, day):
        for deed in on.deeds.get(month, ()):
            known, new = bisect_right(deed.days, day), bisect_left(deed.days, first)
            if known > new:
                one = deed.relation
                remembered[one.source.id, one.relation, one.target.id] = _by(deed, known, on.picture)
    for relation in on.picture.relations(as_of=day):
        if (relation.source.id, relation.relation, relation.target.id) not in remembered:
            yield relation
    yield from remembered.values()


def _by(deed: Deed, known: int, picture: Picture) -> Relation:
    """The relation as it was known when so many of its claims had been."""
    claims = [picture.claims[id_] for id_ in deed.claims[:known]]
    for_, against = (
        {picture.origin_of(one.id).id for one in claims if one.polarity == polarity} for polarity in ("affirmed", "denied")
    )
    sign = predicates()[deed.relation.relation].stance
    return replace(
        deed.relation, stance=round(sign * (len(for_) - len(against)) / max(1, len(for_) + len(against)), 3) + 0.0,
        start=deed.days[0], end=deed.days[known - 1], until=f"a deed, remembered for {MEMORY} days",
        status="contested" if for_ and against else "denied" if against else "affirmed",
        claims=tuple(sorted(deed.claims[:known])), documents=len({one.document for one in claims}), origins=len(for_ | against),
    )


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:7])
    while (at := f"{year:04}-{month:02}") <= last[:7]:
        yield at
        year, month = year + month // 12, month % 12 + 1


def _ties(on: Grounds, question: NetworkQuestion) -> list[Tie]:
    families, table, picture = frozenset(question.families), predicates(), on.picture
    pairs: dict[tuple[str, str], tuple[list[Relation], list[Relation]]] = defaultdict(lambda: ([], []))
    for relation in _relations(on, question.day):
        source, target = relation.source.id, relation.target.id
        if source is None or target is None or relation.status == "ended" or table[relation.relation].family not in families:
            continue
        if picture.actors[source].type in NO_ACTORS or picture.actors[target].type in NO_ACTORS:
            continue
        pairs[min(source, target), max(source, target)][source > target].append(relation)
    return [
        _tie(pair, _strongest(forth), _strongest(back), question.day, picture.origin_of, on.calendar)
        for pair, (forth, back) in sorted(pairs.items())
    ]


def _strongest(found: list[Relation]) -> list[Relation]:
    return sorted(found, key=lambda one: (-one.origins, -one.documents, one.relation))


def _tie(
    pair: tuple[str, str], forth: list[Relation], back: list[Relation], day: str, origin_of: Callable[[str], Origin],
    days: Calendar,
) -> Tie:
    found = [*forth, *back]
    sides = [one for one in found if predicates()[one.relation].family in SIDES and one.status != "denied"]
    weight = sum(one.origins for one in sides)
    claims = [id_ for one in found for id_ in one.claims]
    last = days.last(claims, day)
    signs = {one.stance > 0 for one in sides if one.stance}
    kind: TieKind = "contact" if not signs else "mixed" if len(signs) == 2 else "backing" if True in signs else "hostile"
    return Tie(
        *pair, kind=kind, stance=round(sum(one.stance * one.origins for one in sides) / weight, 3) if weight else 0.0,
        origins=len({origin_of(id_).id for id_ in claims}), documents=max(one.documents for one in found),
        contested=any(one.status in ("contested", "denied") for one in found),
        age=None if last is None else (date.fromisoformat(day) - date.fromisoformat(last)).days,
        forth=tuple(forth), back=tuple(back),
    )

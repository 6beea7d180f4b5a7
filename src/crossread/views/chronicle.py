"""What happened when and where: the timeline and the places of a case, narrowed to what a reader asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from crossread.model import Claim
from crossread.model.chronicle import Happening, Spot, Stretch
from crossread.model.findings import Moment
from crossread.model.network import TieKind
from crossread.ontology.predicates import predicates
from crossread.views.holding import SIDES
from crossread.views.picture import Picture

PLACES = frozenset({"place", "facility", "state"})  # kinds that a claim may have as the place where something was


def happenings(picture: Picture) -> tuple[Happening, ...]:
    """All that can be dated, earliest first."""
    return tuple(_happening(moment, picture) for moment in picture.timeline)


def between(found: Iterable[Happening], stretch: Stretch, *, picture: Picture) -> tuple[Happening, ...]:
    """Of what happened, that which a stretch asks for."""
    everybody = stretch.outlet is None and stretch.about is None
    return tuple(
        one for one in found
        if _within(one.earliest or one.latest, one.latest or one.earliest, stretch) and one.origins >= stretch.origins
        and (not stretch.families or one.family in stretch.families)
        and (everybody or any(_told(picture.claims[id_], stretch) for id_ in one.claims))
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim that speaks of places of known position, made ready to be asked for: `day` is when it is listed, `first` and
    `latest` are the days that it may speak of; `sign` says whether it is helpful (1), hostile (-1) or neither."""

    claim: Claim
    places: frozenset[str]
    family: str
    day: str
    first: str | None
    latest: str | None
    origin: str
    sign: int


def placed(picture: Picture, *, day_of: Callable[[str], str]) -> tuple[Placed, ...]:
    """The claims that speak of places on the map, by id. `day_of` gives the day of a claim, empty where it has none."""
    where, table = picture.positions.keys(), predicates()
    found = []
    for id_, claim in picture.claims.items():
        family = table[claim.predicate].family
        places = _places(claim, family, picture) & where
        if places:
            first = claim.time.earliest or day_of(id_) or None
            found.append(Placed(
                claim, frozenset(places), family, day_of(id_), first, claim.time.latest or first, picture.origin_of(id_).id,
                _sign(claim),
            ))
    return tuple(found)


def spots(picture: Picture, stretch: Stretch, *, told: Iterable[Placed]) -> tuple[Spot, ...]:
    """The places of a case with those of some claims that a stretch asks for, those of most claims first. A state is a place
    where something happens in it, not where it acts. Claims without a day are left out where the stretch has bounds."""
    where = picture.positions
    found: dict[str, list[Placed]] = defaultdict(list)
    families, everybody = stretch.families, stretch.outlet is None and stretch.about is None
    for one in told:
        if (not families or one.family in families) and (everybody or _told(one.claim, stretch)) and _within(
            one.first, one.latest, stretch,
        ):
            for place in one.places:
                found[place].append(one)
    points: dict[tuple[float, float, bool], list[str]] = defaultdict(list)
    for place in sorted(found, key=lambda id_: (-len(found[id_]), picture.actors[id_].name, id_)):
        at = where[place]
        points[at.latitude, at.longitude, at.certainty == "country"].append(place)
    made = [_spot(places, found, picture) for places in points.values()]
    return tuple(sorted(
        (one for one in made if one.origins >= stretch.origins), key=lambda one: (-len(one.claims), one.name, one.id),
    ))


def _happening(moment: Moment, picture: Picture) -> Happening:
    claims = [picture.claims[id_] for id_ in moment.claims]
    event = next((one for one in picture.resting_on(moment.claims[0]).events if one.claims == moment.claims), None)
    return Happening(
        moment.claims[0], moment.earliest, moment.latest, moment.text, predicates()[claims[0].predicate].family, _side(claims),
        moment.claims, len({one.document for one in claims}), len({picture.origin_of(id_).id for id_ in moment.claims}),
        None if event is None else event.id,
    )


def _places(claim: Claim, family: str, picture: Picture) -> set[str]:
    """The ids of what a claim speaks of as a place."""
    found = {claim.place.entity} if claim.place is not None else set()
    if family == "territory":
        found.add(claim.object.entity)
    for argument in (claim.subject, claim.object):
        actor = picture.actors.get(argument.entity or "")
        if actor is not None and actor.type != "state":
            found.add(actor.id)
    return {id_ for id_ in found if id_ is not None}


def _spot(places: list[str], found: Mapping[str, list[Placed]], picture: Picture) -> Spot:
    actor, *others = (picture.actors[place] for place in places)
    claims = found[actor.id]
    if others:
        claims = list({one.claim.id: one for place in places for one in found[place]}.values())
    return Spot(
        actor.id, actor.name, actor.type, picture.positions[actor.id], tuple(sorted([one.claim.id for one in claims])),
        len({one.claim.document for one in claims}), len({one.origin for one in claims}), _kind({one.sign for one in claims}),
        max([one.day for one in claims], default="") or None, tuple((one.id, one.name) for one in others),
    )


def _side(claims: Iterable[Claim]) -> TieKind:
    """Whether what is claimed is hostile or helpful."""
    return _kind({_sign(one) for one in claims})


def _sign(claim: Claim) -> int:
    """Whether a claim tells of what is helpful (1), hostile (-1) or neither; what is denied says nothing of it."""
    predicate = predicates()[claim.predicate]
    sided = predicate.family in SIDES or claim.predicate == "captures_place"
    return predicate.stance if sided and claim.polarity == "affirmed" else 0


def _kind(signs: set[int]) -> TieKind:
    signs = signs - {0}
    return "contact" if not signs else "mixed" if len(signs) == 2 else "backing" if 1 in signs else "hostile"


def _told(claim: Claim, stretch: Stretch) -> bool:
    by = stretch.outlet is None or bool(claim.attribution) and claim.attribution[0].name == stretch.outlet
    concerned = (claim.subject.entity, claim.object.entity, claim.place.entity if claim.place else None)
    return by and (stretch.about is None or stretch.about in concerned)


def _within(first: str | None, last: str | None, stretch: Stretch) -> bool:
    """Whether days may fall into a stretch; what has none falls into one without bounds alone."""
    if first is None and last is None:
        return stretch.start is None and stretch.end is None
    return (stretch.end is None or (first or last or "") <= stretch.end) and (
        stretch.start is None or (last or first or "9999") >= stretch.start
    )

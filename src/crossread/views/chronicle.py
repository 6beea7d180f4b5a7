"""What happened when and where: the timeline and the places of a case, narrowed to what a reader asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from crossread.model import Claim
from crossread.model.chronicle import Happening, Spot, Stretch
from crossread.model.findings import Moment
from crossread.model.network import TieKind
from crossread.ontology.predicates import predicates
from crossread.views.network import SIDES
from crossread.views.picture import Picture

PLACES = frozenset({"place", "facility", "state"})  # kinds that a claim may have as the place where something was


def happenings(picture: Picture) -> tuple[Happening, ...]:
    """All that can be dated, earliest first."""
    return tuple(_happening(moment, picture) for moment in picture.timeline)


def between(found: Iterable[Happening], stretch: Stretch, *, picture: Picture) -> tuple[Happening, ...]:
    """Of what happened, that which a stretch asks for."""
    return tuple(
        one for one in found
        if _within(one.earliest or one.latest, one.latest or one.earliest, stretch) and one.origins >= stretch.origins
        and (not stretch.families or one.family in stretch.families)
        and any(_told(picture.claims[id_], stretch) for id_ in one.claims)
    )


def spots(picture: Picture, stretch: Stretch, *, day_of: Callable[[str], str]) -> tuple[Spot, ...]:
    """The places of a case with the claims that a stretch asks for, those of most claims first. A state is a place where
    something happens in it, not where it acts. `day_of` gives the day of a claim, empty where it has none: such claims are left
    out where the stretch has bounds."""
    where = picture.positions
    found: dict[str, list[str]] = defaultdict(list)
    table = predicates()
    about = picture.actors.get(stretch.about or "")
    ids = picture.claims if about is None or about.type in PLACES else picture.claims_of_actor(about.id)
    for id_ in ids:
        claim = picture.claims[id_]
        family = table[claim.predicate].family
        places = _places(claim, family, picture) & where.keys()
        if not places or stretch.families and family not in stretch.families or not _told(claim, stretch):
            continue
        day = claim.time.earliest or day_of(id_) or None
        if _within(day, claim.time.latest or day, stretch):
            for place in places:
                found[place].append(id_)
    points: dict[tuple[float, float, bool], list[str]] = defaultdict(list)
    for place in sorted(found, key=lambda id_: (-len(found[id_]), picture.actors[id_].name, id_)):
        at = where[place]
        points[at.latitude, at.longitude, at.certainty == "country"].append(place)
    made = [_spot(places, found, picture, day_of) for places in points.values()]
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


def _spot(places: list[str], found: Mapping[str, list[str]], picture: Picture, day_of: Callable[[str], str]) -> Spot:
    actor, *others = (picture.actors[place] for place in places)
    ids = list(dict.fromkeys(id_ for place in places for id_ in found[place]))
    claims = [picture.claims[id_] for id_ in ids]
    return Spot(
        actor.id, actor.name, actor.type, picture.positions[actor.id], tuple(sorted(ids)), len({one.document for one in claims}),
        len({picture.origin_of(id_).id for id_ in ids}), _side(claims), max(map(day_of, ids), default="") or None,
        tuple((one.id, one.name) for one in others),
    )


def _side(claims: Iterable[Claim]) -> TieKind:
    """Whether what is claimed is hostile or helpful; what is denied says nothing of it."""
    table = predicates()
    signs = {
        table[one.predicate].stance for one in claims
        if one.polarity == "affirmed" and (table[one.predicate].family in SIDES or one.predicate == "captures_place")
    } - {0}
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

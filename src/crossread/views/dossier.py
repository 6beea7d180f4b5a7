"""All that a case has on one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from crossread.model import Claim
from crossread.model.actor import Actor
from crossread.model.findings import Contradiction, DoubleGame, Moment, Party, Prediction, Relation, Share
from crossread.model.names import name_key
from crossread.ontology.predicates import predicates
from crossread.views.picture import Picture
from crossread.views.saying import in_time, speaks

Side = Literal["backing", "hostile", "dealings"]

POSTS = frozenset({"leads", "commands", "holds_role", "promoted_to", "member_of"})
PARTS = frozenset({"leads", "commands", "member_of", "composed_of", "creates", "instrument_of", "successor_of"})
SIDES: dict[str, Side] = {"backing": "backing", "hostility": "hostile", "harm": "hostile", "diplomacy": "dealings"}
SETTLED = frozenset({"asserted", "reported", "alleged"})


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name of an actor, the documents that use it, and the outlets of these, those that use it most first."""

    text: str
    documents: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post, rank or membership, or another's in this body where `held` is false. `earliest` and `latest` bound the days that
    claims speak of, `seen` the days of the documents that say so; both are `None` where nothing is known."""

    predicate: str
    held: bool
    other: Party
    earliest: str | None
    latest: str | None
    seen: tuple[str, str] | None
    denied: bool
    origins: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an actor stands with another: `towards` it and `from_` it, by side. `origins` counts those of all relations at
    most once each relation."""

    other: Party
    side: Side
    towards: tuple[Relation, ...]
    from_: tuple[Relation, ...]
    origins: int

    @property
    def contested(self) -> bool:
        """Whether some claim denies what others say."""
        return any(one.status in ("contested", "denied") for one in (*self.towards, *self.from_))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Both ways."""
        return (*self.from_, *self.towards)

    @property
    def claims(self) -> tuple[str, ...]:
        """What all of it rests on, a claim of each relation first."""
        firsts = [one.claims[0] for one in self.relations]
        return tuple(dict.fromkeys((*firsts, *(id_ for one in self.relations for id_ in one.claims))))


@dataclass(frozen=True, slots=True)
class Dossier:
    """An actor at a day, or at all times. `backers` back it, `backs` are those it backs; `says` are the claims whose chain of
    voices ends in it, `said` those about it by others; all by time. `contradictions` are about it, `predictions` are its own."""

    actor: Actor
    names: tuple[NameUse, ...]
    posts: tuple[Post, ...]
    people: tuple[Post, ...]
    backers: tuple[Standing, ...]
    backs: tuple[Standing, ...]
    enemies: tuple[Standing, ...]
    dealings: tuple[Standing, ...]
    dependence: tuple[Share, ...]
    double_games: tuple[DoubleGame, ...]
    contradictions: tuple[Contradiction, ...]
    predictions: tuple[Prediction, ...]
    says: tuple[str, ...]
    said: tuple[str, ...]
    moments: tuple[Moment, ...]


def dossier(picture: Picture, actor: str, *, as_of: str | None = None) -> Dossier:
    """The dossier of an actor, by its id; with an ISO day, the relations that held on it. Everything else is of all time.

    Raises:
        KeyError: no actor of the case has this id.
    """
    about = picture.claims_of_actor(actor)
    claims = [picture.claims[id_] for id_ in about]
    own = frozenset(id_ for id_ in picture.claims_by_voice(actor) if speaks(picture.claims[id_], actor))
    relations = picture.relations_with(actor, as_of=as_of)
    return Dossier(
        actor=picture.actors[actor],
        names=_names(picture.actors[actor], picture),
        posts=_posts((one for one in claims if one.subject.entity == actor and one.predicate in POSTS), picture, held=True),
        people=_posts((one for one in claims if one.object.entity == actor and one.predicate in PARTS), picture, held=False),
        backers=_standings(relations, actor, side="backing", towards=False, from_=True),
        backs=_standings(relations, actor, side="backing", towards=True, from_=False),
        enemies=_standings(relations, actor, side="hostile", towards=True, from_=True),
        dealings=_standings(relations, actor, side="dealings", towards=True, from_=True),
        dependence=picture.dependence(actor, as_of=as_of),
        double_games=picture.double_games_of(actor),
        contradictions=picture.contradictions_of(actor), predictions=picture.predictions_by(actor),
        says=in_time(own, picture),
        said=in_time((id_ for id_ in about if id_ not in own), picture),
        moments=picture.moments_of(actor),
    )


def _names(actor: Actor, picture: Picture) -> tuple[NameUse, ...]:
    found = []
    for alias in actor.aliases:
        outlets: dict[str, int] = defaultdict(int)
        for id_ in alias.documents:
            document = picture.documents.get(id_)
            if document is not None and document.outlet:
                outlets[document.outlet] += 1
        found.append(NameUse(alias.text, alias.documents, tuple(sorted(outlets, key=lambda name: (-outlets[name], name)))))
    return tuple(found)


def _posts(claims: Iterable[Claim], picture: Picture, *, held: bool) -> tuple[Post, ...]:
    """Claims of posts gathered by what they say, in the order of time. What has no name is one post where it goes by the same
    words: "the US-led coalition" of many documents."""
    together: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality in SETTLED:
            other = claim.object if held else claim.subject
            actor = picture.actors.get(other.entity or "")
            key = actor.id if actor is not None and actor.aliases else name_key(other.name if actor is None else actor.name)
            together[claim.predicate, key, claim.polarity].append(claim)
    found = [_post(group, picture, held=held) for group in together.values()]
    return tuple(sorted(found, key=lambda post: (
        post.earliest or (post.seen[0] if post.seen else "9999"), post.other.name, post.predicate,
    )))


def _post(claims: list[Claim], picture: Picture, *, held: bool) -> Post:
    first = claims[0]
    other = first.object if held else first.subject
    actor = picture.actors.get(other.entity or "")
    published = [picture.documents[one.document].published for one in claims if one.document in picture.documents]
    seen = sorted(one.date for one in published if one.date)
    timed = [one.time for one in claims if one.time.basis in ("explicit", "relative")]
    return Post(
        predicate=first.predicate, held=held, other=Party(None, other.name) if actor is None else Party(actor.id, actor.name),
        earliest=min((one.earliest for one in timed if one.earliest), default=None),
        latest=max((one.latest for one in timed if one.latest), default=None),
        seen=(seen[0], seen[-1]) if seen else None, denied=first.polarity == "denied",
        origins=len({picture.origin_of(one.id).id for one in claims}), claims=in_time((one.id for one in claims), picture),
    )


def _standings(
    relations: Iterable[Relation], actor: str, *, side: Side, towards: bool, from_: bool,
) -> tuple[Standing, ...]:
    """The others with whom an actor has relations of one side, those of most origins first; those over, or only denied, last."""
    mine: dict[Party, list[Relation]] = defaultdict(list)
    theirs: dict[Party, list[Relation]] = defaultdict(list)
    for one in relations:
        if side_of(one) == side:
            if towards and one.source.id == actor:
                mine[one.target].append(one)
            elif from_ and one.target.id == actor:
                theirs[one.source].append(one)
    others = dict.fromkeys((*mine, *theirs))
    found = [
        Standing(other, side, tuple(mine[other]), tuple(theirs[other]),
                 max(one.origins for one in (*mine[other], *theirs[other])))
        for other in others
    ]
    return tuple(sorted(found, key=lambda one: (
        all(relation.status in ("ended", "denied") for relation in one.relations), -one.origins, -len(one.relations),
        one.other.name, one.other.id or "",
    )))


def side_of(relation: Relation) -> Side | None:
    """Whether a relation, were it so, is one of backing, of hostility, or of dealings; `None` where it is none of these."""
    return SIDES.get(predicates()[relation.relation].family)

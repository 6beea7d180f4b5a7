"""Facets: what claims have in common, counted, to narrow what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from crossread.model import Claim
from crossread.ontology.predicates import in_words, predicates
from crossread.views.picture import Picture

SHOWN = 12  # values of one facet


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what it is asked for by, what it is called, how many claims have it, and whether it was chosen."""

    key: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One question that divides claims, with its values, those of most claims first."""

    key: str
    title: str
    values: tuple[Value, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A facet before anything is counted: the values that a claim has, each with its label."""

    key: str
    title: str
    values: Callable[[Claim, Picture], Iterable[tuple[str, str]]]


def narrowed(claims: Iterable[str], picture: Picture, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The claims that have every value chosen, in the order given. Facets that do not exist choose nothing."""
    kinds = [(kind, chosen[kind.key]) for kind in KINDS if kind.key in chosen]
    if not kinds:
        return tuple(claims)
    return tuple(
        id_ for id_ in claims
        if all(any(key == wanted for key, _ in kind.values(picture.claims[id_], picture)) for kind, wanted in kinds)
    )


def facets(claims: Iterable[str], picture: Picture, chosen: Mapping[str, str]) -> tuple[Facet, ...]:
    """Each facet of some claims. A facet in which a value is chosen counts what any other of its values would give."""
    all_ = tuple(claims)
    found = []
    for kind in KINDS:
        others = {key: value for key, value in chosen.items() if key != kind.key}
        labels: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for id_ in narrowed(all_, picture, others):
            for key, label in dict.fromkeys(kind.values(picture.claims[id_], picture)):
                counts[key] += 1
                labels[key] = label
        ordered = sorted(counts, key=lambda key: (-counts[key], labels[key], key))
        shown = ordered[:SHOWN] + [key for key in ordered[SHOWN:] if key == chosen.get(kind.key)]
        values = tuple(Value(key, labels[key], counts[key], key == chosen.get(kind.key)) for key in shown)
        if len(values) > 1 or any(value.chosen for value in values):
            found.append(Facet(kind.key, kind.title, values, len(ordered) - len(shown)))
    return tuple(found)


def _actors(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    for argument in (claim.subject, claim.object):
        actor = picture.actors.get(argument.entity or "")
        if actor is not None:
            yield actor.id, actor.name


def _outlet(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    document = picture.documents.get(claim.document)
    name = (document.outlet if document else None) or (claim.attribution[0].name if claim.attribution else None)
    if name:
        yield name, name


def _voice(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    origin = picture.origin_of(claim.id)
    yield origin.id, origin.name


def _family(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    family = predicates()[claim.predicate].family
    yield family, family


def _predicate(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    yield claim.predicate, in_words(claim.predicate)


def _modality(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    yield claim.modality, claim.modality


def _polarity(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    yield claim.polarity, claim.polarity


def _year(claim: Claim, picture: Picture) -> Iterable[tuple[str, str]]:
    document = picture.documents.get(claim.document)
    day = claim.time.earliest or claim.time.latest or (document.published.earliest if document else None)
    if day:
        yield day[:4], day[:4]


KINDS: tuple[Kind, ...] = (
    Kind("actor", "Actor", _actors),
    Kind("outlet", "Outlet", _outlet),
    Kind("origin", "Origin", _voice),
    Kind("family", "Family", _family),
    Kind("predicate", "Predicate", _predicate),
    Kind("year", "Year it speaks of", _year),
    Kind("modality", "How firmly", _modality),
    Kind("polarity", "Polarity", _polarity),
)

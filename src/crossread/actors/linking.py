"""Which entry of an outside list an actor is: the comparisons that join actors across documents, looked at from outside.

Linked is only what fits well and alone: one entry, one actor. What fits several, fits by a surname or an acronym only, or is
against what the list says of countries, is left for a person to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crossread.actors.apart import apart, summary_of
from crossread.actors.features import FEATURES, Name
from crossread.actors.keys import keys_of
from crossread.actors.words import person_words
from crossread.model.actor import Actor, Profile
from crossread.model.names import is_acronym, name_key
from crossread.model.outside import Link, Listed, Match

SURE = 0.9  # from which a link is made
WORTH = 0.7  # from which it is shown to a person
NEAR = 0.05  # by which a second entry may be worse and still be meant
UNSURE = 0.75  # of what rests on a surname or an acronym alone


@dataclass(frozen=True, slots=True)
class _Fit:
    listed: Listed
    link: Link
    doubt: str


def matches(actors: Iterable[Actor], listed: Iterable[Listed], *, of: str) -> tuple[Match, ...]:
    """The actors of a case that a list may know, by name; `of` is what the list is called. Actors that are only described
    ("the rebels") are nobody's entry."""
    named = [actor for actor in actors if actor.aliases]
    profiles = {actor.id: _profile(actor) for actor in named}
    by_key: dict[str, set[str]] = defaultdict(set)
    for id_, profile in profiles.items():
        for key, _ in keys_of(profile):
            by_key[key].add(id_)
    fits: dict[str, list[_Fit]] = defaultdict(list)
    for entry in listed:
        there = _outside(entry)
        for id_ in sorted({id_ for key, _ in keys_of(there) for id_ in by_key.get(key, ())}):
            fit = _fit(profiles[id_], there, entry, of=of)
            if fit is not None:
                fits[id_].append(fit)
    wanted: dict[str, set[str]] = defaultdict(set)
    for id_, several in fits.items():
        for fit in several:
            if fit.link.score >= SURE:
                wanted[fit.listed.id].add(id_)
    found = [_match(actor, fits[actor.id], wanted) for actor in named if actor.id in fits]
    return tuple(sorted(found, key=lambda match: (match.state != "linked", -match.link.score, match.name, match.actor)))


def _profile(actor: Actor) -> Profile:
    names = tuple(sorted({actor.name, *(alias.text for alias in actor.aliases)}))
    return Profile(actor.name, actor.type, True, names, countries=(actor.country,) if actor.country else ())


def _outside(entry: Listed) -> Profile:
    return Profile(entry.names[0], entry.type or "ngo", entry.type is not None, tuple(sorted(entry.names)),
                   countries=entry.countries)


def _fit(here: Profile, there: Profile, entry: Listed, *, of: str) -> _Fit | None:
    """How well an actor and an entry fit, by their best names."""
    if apart(summary_of(here), summary_of(there)) is not None:
        return None
    best = max(
        (found for one in here.names for other in there.names if (found := _names_fit(one, other, here, there)) is not None),
        default=None,
    )
    if best is None or best[0] < WORTH:
        return None
    score, reason, name = best
    doubt = "" if score >= SURE else "too little to go by"
    if here.countries and there.countries and not set(here.countries) & set(there.countries):
        doubt = f"the list has another country: {', '.join(there.countries)}"
    return _Fit(entry, Link(of, entry.id, name, score, reason), doubt)


def _names_fit(one: str, other: str, here: Profile, there: Profile) -> tuple[float, str, str] | None:
    a, b = Name(one, here), Name(other, there)
    if name_key(one) == name_key(other):
        lone = len(person_words(one)) < 2 if here.type == "person" else is_acronym(one)
        return (UNSURE, "the same name, which others may have", other) if lone else (1.0, "the same name", other)
    found = [
        (min(score, UNSURE) if feature.alone else score, reason, other)
        for feature in FEATURES if (result := feature.compare(a, b)) is not None for score, reason in (result,)
    ]
    return max(found, default=None)


def _match(actor: Actor, fits: list[_Fit], wanted: dict[str, set[str]]) -> Match:
    best = min(fits, key=lambda fit: (-fit.link.score, bool(fit.doubt), fit.listed.id))
    near = sorted({fit.listed.id for fit in fits if fit.link.score >= best.link.score - NEAR} - {best.listed.id})
    others = wanted[best.listed.id] - {actor.id}
    why = best.doubt
    if near:
        why = f"others fit as well: {', '.join(near[:5])}"
    elif others:
        why = f"{len(others) + 1} actors of the case fit this entry"
    return Match(actor.id, actor.name, best.link, "review" if why else "linked", why or best.link.reason)

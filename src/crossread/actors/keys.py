"""Candidate keys: only names that share one are ever compared (blocking), so that a new name costs by its own keys.

    k:  the usual name of what the world knows          n:  the same name
    a:  an acronym, and the initials of longer names     s:  a surname, its consonants if there are three
    d:  a surname with one letter gone                   r:  the words that tell a body from others
    c:  a country and a kind of body it has one of       l:  who leads, and the kind of body
    b:  who stands behind it, the kind of body, the country
    p:  a place, as its transliterations have it
"""

from __future__ import annotations

from functools import lru_cache

from crossread.actors.explaining import shortens
from crossread.actors.forms import Form, form_of, spelled
from crossread.actors.words import actor_words, consonant_key, person_words, place_key
from crossread.model.actor import Profile
from crossread.model.names import initials, is_acronym, name_key

LONG_ACRONYM = 3  # letters from which an acronym is unlikely to fit a name by chance
LONG_SURNAME = 6  # letters from which one letter may be a slip
LONGEST_ACRONYM = 7
CONSONANTS = 3
PLACES = frozenset({"place", "facility"})  # types of what is somewhere


@lru_cache(maxsize=100_000)
def keys_of(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The keys of a profile, each with the name it comes from, sorted."""
    found: set[tuple[str, str]] = set()
    if profile.known is not None:
        found.add(("k:" + name_key(profile.known), profile.known))
        found.add(("n:" + name_key(profile.known), profile.known))
        return tuple(sorted(found))
    full = profile.type == "person" and any(len(person_words(name)) > 1 for name in profile.names)
    is_common = all(_is_common(name) for name in (*profile.names, *profile.makeshift))
    for name in (*profile.names, *profile.makeshift):
        if full and len(person_words(name)) == 1:
            continue  # a surname beside a full name adds nothing, and is others' surname as well
        if is_acronym(name) and not _is_own(name, profile):
            continue
        if not is_common and _is_common(name):
            continue  # "Army" or "the X army" beside a name of its own: others are called so too
        found.add(("n:" + name_key(name), name))
        if profile.type in PLACES and not is_acronym(name):
            found.add(("p:" + place_key(name), name))
        found.update((key, name) for key in _person_keys(profile, name))
        if profile.type != "person" or not profile.firm:
            found.update((key, name) for key in _body_keys(profile, name))
    return tuple(sorted(found))


def _is_common(name: str) -> bool:
    """Whether a name holds nothing but a kind of body and a country, or is one word that many have: "Army", "the X army"."""
    form = form_of(name)
    return not form.rest if form.family is not None else form.key in actor_words().generic


def _is_own(acronym: str, profile: Profile) -> bool:
    """Whether an acronym may be that of the longer names beside it, if there are any."""
    longer = [name for name in (*profile.names, *profile.makeshift) if not is_acronym(name)]
    return not longer or any(shortens(acronym, name) for name in longer)


def called(profile: Profile) -> tuple[str, ...]:
    """The keys of all that a profile is called, sorted: by these, judgements name it."""
    return tuple(sorted({key for name in (*profile.names, *profile.makeshift, profile.name) if (key := name_key(name))}))


def _person_keys(profile: Profile, name: str) -> set[str]:
    words = person_words(name)
    if profile.type != "person" and (len(words) > 3 or profile.firm or name in profile.makeshift or is_acronym(name)):
        return set()
    surname = words[-1]
    found = {"s:" + surname_key(surname), "n:" + " ".join(words)}
    if len(surname) >= LONG_SURNAME:
        found |= {"d:" + surname[:at] + surname[at + 1:] for at in range(len(surname))}
    if len(surname) >= LONG_SURNAME - 1:
        found.add("d:" + surname)
    return found


def surname_key(surname: str) -> str:
    """The consonants of a surname; the surname itself where they are too few."""
    key = consonant_key(surname)
    return key if len(key) >= CONSONANTS else surname


def headed_by(profile: Profile, form: Form) -> str | None:
    """The surname that a government is called after, if that is said to be its leader, and its country is told."""
    if form.family != "government" or len(form.rest) != 1 or form.countries or not profile.countries:
        return None
    return form.rest[0] if form.rest[0] in profile.leaders else None


def _body_keys(profile: Profile, name: str) -> set[str]:
    found: set[str] = set()
    form, single = form_of(name), actor_words().single
    if is_acronym(name) and len(name_key(name)) >= LONG_ACRONYM:
        found.add("a:" + name_key(name))
    else:
        ways = (initials(name), *spelled(name))
        found |= {"a:" + letters for letters in ways if LONG_ACRONYM <= len(letters) <= LONGEST_ACRONYM}
    if form.rest:
        found.add("r:" + " ".join(form.rest))
    countries = form.countries or (profile.countries if name in profile.makeshift else ())
    if not form.rest and form.family in single and len(countries) == 1:
        found.add(f"c:{next(iter(countries))} {form.family}")
    if headed_by(profile, form) is not None:
        found.add(f"c:{profile.countries[0]} {form.family}")
    if form.family is not None:
        if len(form.rest) == 1:
            found.add(f"l:{form.rest[0]} {form.family}")
        found |= {f"l:{leader} {form.family}" for leader in profile.leaders}
        found |= {f"b:{backer} {form.family} {country}" for backer in form.backers for country in countries}
    return found

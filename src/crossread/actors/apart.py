"""What speaks against two groups of names being one actor: a table of small functions, each giving a reason or nothing.

One reason is enough, and what blocks a pair blocks all that hangs on either side. Only a person's judgement overrules it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from crossread.actors.features import same_full_name, same_given, same_surname
from crossread.actors.forms import Form, form_of
from crossread.actors.words import actor_words, person_words
from crossread.model.actor import Profile
from crossread.model.names import is_acronym

KINDS: dict[str, str] = {
    "person": "person", "state": "state", "place": "place", "facility": "place",
    "armed_group": "body", "government_body": "body", "igo": "body", "ngo": "body", "media": "body", "company": "body",
    "military_unit": "body", "agreement": "text", "event": "event", "other": "other",
}


@dataclass(slots=True)
class Summary:
    """What is known of a group of profiles. `kinds` are those that are more than guesses; `people` the words of full names;
    `forms` the bodies' names taken apart, makeshift ones too."""

    kinds: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    people: set[tuple[str, ...]] = field(default_factory=set)
    forms: dict[str, Form] = field(default_factory=dict)
    scopes: set[str] = field(default_factory=set)

    def add(self, other: Summary) -> None:
        """Take up what is known of another group."""
        self.kinds |= other.kinds
        self.known |= other.known
        self.people |= other.people
        self.forms |= other.forms
        self.scopes |= other.scopes


def summary_of(profile: Profile) -> Summary:
    """What is known of one profile."""
    found = Summary()
    if profile.firm or profile.makeshift:
        found.kinds.add(KINDS[profile.type] if profile.firm else "body")
    if profile.scope is not None:
        found.scopes.add(profile.scope)
    if profile.known is not None:
        found.known.add(profile.known)
        return found
    if profile.type == "person":
        found.people.update(words for name in profile.names if len(words := person_words(name)) > 1)
    else:
        found.forms.update((name, form_of(name)) for name in (*profile.names, *profile.makeshift) if not is_acronym(name))
    return found


def kinds(a: Summary, b: Summary) -> str | None:
    """A person is no body, a town not its government, a state not a place in it."""
    if a.kinds and b.kinds and not a.kinds & b.kinds:
        return f"the one is a {min(a.kinds)}, the other a {min(b.kinds)}"
    return None


def well_known(a: Summary, b: Summary) -> str | None:
    """Two things that the world knows apart."""
    return "two that are known apart" if a.known and b.known and not a.known & b.known else None


def first_names(a: Summary, b: Summary) -> str | None:
    """One surname, two first names; or two surnames."""
    for one in sorted(a.people):
        for other in sorted(b.people):
            if same_surname(one[-1], other[-1]) and not same_full_name(one, other):
                if not same_given(one[0], other[0]):
                    return f"two first names: {one[0].title()}, {other[0].title()}"
    if a.people and b.people and not any(same_surname(one[-1], other[-1]) for one in a.people for other in b.people):
        return "two surnames"
    return None


def countries_apart(a: Summary, b: Summary) -> str | None:
    """Bodies of two countries, or what every state has in documents about two countries."""
    here = {code for form in a.forms.values() for code in form.countries} or a.scopes
    there = {code for form in b.forms.values() for code in form.countries} or b.scopes
    return f"two countries: {min(here)}, {min(there)}" if here and there and not here & there else None


def marks_apart(a: Summary, b: Summary) -> str | None:
    """ "the former X army" is not "the X army"; a rival government not the government."""
    here, there = {form.marks for form in a.forms.values()}, {form.marks for form in b.forms.values()}
    if here and there and not here & there:
        marks = sorted({mark for one in here ^ there for mark in one})
        return f"one is called {', '.join(marks)}" if marks else None
    return None


def families_apart(a: Summary, b: Summary) -> str | None:
    """A government is no army, a parliament no ministry."""
    members = actor_words().members
    here = {form.family for form in a.forms.values() if form.family is not None and form.family not in members}
    there = {form.family for form in b.forms.values() if form.family is not None and form.family not in members}
    return f"the one is a {min(here)}, the other a {min(there)}" if here and there and not here & there else None


# A new reason is a new row here.
AGAINST: tuple[Callable[[Summary, Summary], str | None], ...] = (
    kinds, well_known, first_names, countries_apart, marks_apart, families_apart,
)


def apart(a: Summary, b: Summary) -> str | None:
    """The first reason why two groups cannot be one actor, if there is one."""
    return next((reason for against in AGAINST if (reason := against(a, b)) is not None), None)

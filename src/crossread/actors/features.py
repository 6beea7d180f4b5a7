"""What speaks for two names being one actor's: a table of small functions, each giving a score and a reason, or nothing.

Scores are degrees of belief from 0 to 1, set by hand: 1 the same name, 0.9 and more a rule of writing, 0.8 and more a rule with
known exceptions. A feature marked `alone` speaks only where no other actor of the case could be meant as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from crossread.actors.forms import Form, form_of, spelled
from crossread.actors.keys import CONSONANTS, PLACES, headed_by, surname_key
from crossread.actors.words import actor_words, consonant_key, person_words, place_key
from crossread.model.actor import Profile
from crossread.model.names import initials, is_acronym, name_key, stands_for
from crossread.ontology.countries import countries

LONG = 5  # letters from which two spellings of a name may differ by one


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one profile."""

    text: str
    profile: Profile

    @property
    def makeshift(self) -> bool:
        return self.text in self.profile.makeshift

    @property
    def may_be_person(self) -> bool:
        """Whether it is a person's, or its type is a guess that a person's name could have led to."""
        return self.profile.known is None and not self.makeshift and (self.profile.type == "person" or not self.profile.firm)


Found = tuple[float, str] | None


@dataclass(frozen=True, slots=True)
class Feature:
    """A comparison under its name. `alone`: it holds only if one actor of the case, and no other, fits."""

    name: str
    compare: Callable[[Name, Name], Found]
    alone: bool = False


def same_person_words(a: Name, b: Name) -> Found:
    """ "Field Marshal Ana Petrak" and "Ana Petrak"; "Gen Petrak" and "Petrak"."""
    if not (a.may_be_person and b.may_be_person) or person_words(a.text) != person_words(b.text):
        return None
    if name_key(a.text) == name_key(b.text) or "person" not in (a.profile.type, b.profile.type):
        return None  # one name is no matter of spelling
    return 0.98, "the same name without titles"


def full_names(a: Name, b: Name) -> Found:
    """Two full names: spellings of one another, or one with a middle name more."""
    one, other = person_words(a.text), person_words(b.text)
    if not (a.may_be_person and b.may_be_person) or len(one) < 2 or len(other) < 2 or one == other:
        return None
    if "person" not in (a.profile.type, b.profile.type) or not same_full_name(one, other):
        return None
    if one[0] == other[0] and one[-1] == other[-1]:
        return 0.95, "the same first name and surname"
    if one[-1] == other[-1] and len(one) != len(other):
        return 0.9, "one is the other with another name in front or between"
    return 0.88, "two spellings of one name"


def lone_surname(a: Name, b: Name) -> Found:
    """A surname alone, and a full name that ends with it."""
    short, long = sorted((a, b), key=lambda name: len(person_words(name.text)))
    one, other = person_words(short.text), person_words(long.text)
    if not (a.may_be_person and b.may_be_person) or len(one) != 1 or len(other) < 2:
        return None
    if long.profile.type != "person" or not long.profile.firm:
        return None
    if one[0] == other[-1]:
        return 0.85, f"the only full name with the surname {long.text.split()[-1]}"
    if short.profile.type == "person" and same_surname(one[0], other[-1]) and other[-1] not in actor_words().male:
        return 0.8, f"a spelling of the surname of the only full name like it, {long.text}"
    return None


def lone_spelling(a: Name, b: Name) -> Found:
    """Two surnames alone that are spellings of one."""
    one, other = person_words(a.text), person_words(b.text)
    if not (a.may_be_person and b.may_be_person) or len(one) != 1 or len(other) != 1:
        return None
    if a.profile.type != "person" or b.profile.type != "person" or min(len(one[0]), len(other[0])) <= LONG:
        return None
    if any(word in actor_words().male or word in actor_words().female for word in (*one, *other)):
        return None  # first names are told apart by vowels
    return (0.8, "two spellings of one surname") if one != other and same_surname(one[0], other[0]) else None


def place_spelling(a: Name, b: Name) -> Found:
    """Two transliterations of one place: "Hasaka", "al-Hassakeh"."""
    if a.profile.type not in PLACES or b.profile.type not in PLACES or a.profile.known or b.profile.known:
        return None
    if name_key(a.text) == name_key(b.text) or place_key(a.text) != place_key(b.text):
        return None
    return 0.83, "two spellings of one place"


def other_order(a: Name, b: Name) -> Found:
    """The same words in another order, or by another of the words that translators use: "Government of Accord", "agreement
    government". Country and kind must be the same, or one of the two unsaid where the other words are not common ones."""
    one, other = form_of(a.text), form_of(b.text)
    if a.may_be_person and b.may_be_person and "person" in (a.profile.type, b.profile.type):
        return None
    if not one.rest or one.rest != other.rest or one.family != other.family or is_acronym(a.text) or is_acronym(b.text):
        return None
    if set(one.rest) <= actor_words().generic and _other_heads(one, other):
        return None  # "Network for Human Rights" and "Organisation for Human Rights" are two
    if one.countries == other.countries and (one.family is not None or len(one.rest) > 1):
        return 0.95, "the same words in another order or wording"
    distinct = len(one.rest) > 1 or not set(one.rest) <= actor_words().generic
    if distinct and not (one.countries and other.countries) and one.family is not None:
        return 0.88, "the same words, the country added"
    return None


def _other_heads(one: Form, other: Form) -> bool:
    """Whether two names of associations have head nouns of their own that differ."""
    nouns = [
        {word.replace("isation", "ization") for word in form.key.split() if actor_words().families.get(word) == "group"}
        for form in (one, other)
    ]
    return one.family == "group" and nouns[0].isdisjoint(nouns[1])


def unsaid_country(a: Name, b: Name) -> Found:
    """A common name such as "National Army", and the only one of a country that ends with it."""
    one, other = form_of(a.text), form_of(b.text)
    if not one.rest or one.rest != other.rest or one.family is None or one.family != other.family:
        return None
    if set(one.rest) <= actor_words().generic and _other_heads(one, other):
        return None
    scopes = {name.profile.scope for name in (a, b)} - {None}
    if scopes and not scopes & (one.countries | other.countries):
        return None
    return (0.82, "the only body of this name") if bool(one.countries) != bool(other.countries) else None


def member_noun(a: Name, b: Name) -> Found:
    """A group and its people: "X Group", "X fighters", "X"."""
    one, other, words = form_of(a.text), form_of(b.text), actor_words()
    if not one.rest or one.rest != other.rest or set(one.rest) <= words.generic or one.family == other.family:
        return None
    kinds = {one.family, other.family} - {None}
    if any(part in words.small for name in (a, b) for part in name_key(name.text).split()):
        return None
    if a.makeshift and b.makeshift and kinds == words.people:
        return 0.84, "the armed people of one body"
    armed = any(name.profile.type == "armed_group" or form_of(name.text).family == "group" for name in (a, b))
    if not kinds <= words.members or not armed:
        return None
    bare = [name for name in (a, b) if form_of(name.text).family is None]
    if any(name.profile.type not in words.member_types or name.profile.firm for name in bare):
        return None
    return 0.84, "a group, and what its people are called"


def country_and_kind(a: Name, b: Name) -> Found:
    """A country and a kind of body of which it has one: "the X army", "the X military"."""
    one, other = form_of(a.text), form_of(b.text)
    if one.rest or other.rest or one.family != other.family or one.family not in actor_words().single:
        return None
    if one.countries != other.countries or len(one.countries) != 1:
        return None
    return 0.88, f"the {one.family} of {countries()[next(iter(one.countries))].name}"


def same_leader(a: Name, b: Name) -> Found:
    """ "the X government", and a government that X is said to lead."""
    for short, long in ((a, b), (b, a)):
        one, other = form_of(short.text), form_of(long.text)
        fits = short.makeshift and long.text in long.profile.names and one.family == other.family
        if fits and len(one.rest) == 1 and one.rest[0] in long.profile.leaders:
            return 0.84, f"the {one.family} that {one.rest[0].title()} leads"
    return None


def same_head(a: Name, b: Name) -> Found:
    """ "the X government", X being the head of a country, and the government of that country."""
    for short, long in ((a, b), (b, a)):
        one, other = form_of(short.text), form_of(long.text)
        head = headed_by(short.profile, one)
        if head is not None and one.family == other.family and not other.rest and not other.marks and not one.marks:
            if other.countries == frozenset(short.profile.countries[:1]):
                return 0.82, f"the government of the country whose head {head.title()} is called"
    return None


def same_backer(a: Name, b: Name) -> Found:
    """Two descriptions by who stands behind a body of one kind and country, and nothing else."""
    one, other = form_of(a.text), form_of(b.text)
    if not (a.makeshift and b.makeshift and one.backers and one.backers == other.backers and one.family == other.family):
        return None
    if one.rest or other.rest:
        return None
    here, there = one.countries or frozenset(a.profile.countries), other.countries or frozenset(b.profile.countries)
    return (0.82, "the same kind of body, country and backer") if here and here == there else None


def spelled_out(a: Name, b: Name) -> Found:
    """An acronym that no document explains, and the only name with these initials."""
    for short, long in ((a, b), (b, a)):
        is_bare = is_acronym(short.text) and set(short.profile.names) == {short.text}
        if is_bare and not is_acronym(long.text) and long.profile.type != "person":
            letters = (initials(long.text), *spelled(long.text))
            if name_key(short.text) in letters and stands_for(short.text, spelled_words(long.text)):
                return 0.82, f"the only name with the initials {short.text}"
    return None


def spelled_words(name: str) -> str:
    """A name without the words that tell nothing: "self-proclaimed"."""
    return " ".join(word for word in name_key(name).split() if word not in actor_words().light)


# A new comparison is a new row here.
FEATURES: tuple[Feature, ...] = (
    Feature("titles", same_person_words),
    Feature("spelling", full_names),
    Feature("place", place_spelling),
    Feature("words", other_order),
    Feature("country", country_and_kind),
    Feature("leader", same_leader, alone=True),
    Feature("head", same_head, alone=True),
    Feature("members", member_noun),
    Feature("backer", same_backer),
    Feature("unsaid country", unsaid_country, alone=True),
    Feature("surname", lone_surname, alone=True),
    Feature("surnames", lone_spelling, alone=True),
    Feature("initials", spelled_out, alone=True),
)


def same_surname(one: str, other: str) -> bool:
    """Whether two surnames may be spellings of one: the same consonants, or a letter left out of a long one."""
    if one == other:
        return True
    if min(len(one), len(other)) < LONG - 1:
        return False
    apart = Levenshtein.distance(one, other, score_cutoff=3)
    if surname_key(one) == surname_key(other):
        return apart <= (2 if max(len(one), len(other)) > LONG else 1)
    long = max(one, other, key=len)
    if apart != 1 or len(one) == len(other) or one[0] != other[0]:
        return False
    return len(long) > LONG and len(consonant_key(long)) >= CONSONANTS


def same_given(one: str, other: str) -> bool:
    """Whether two first names may be one: an initial, or spellings of one, but not of the two sexes."""
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    words = actor_words()
    if one in words.nicknames.get(other, ()) or other in words.nicknames.get(one, ()):
        return True
    sexes = {word in words.female for word in (one, other) if word in words.female or word in words.male}
    if len(sexes) > 1 or min(len(one), len(other)) < LONG - 1:
        return False
    apart = Levenshtein.distance(one, other, score_cutoff=3)
    known = all(word in words.male or word in words.female for word in (one, other))
    if consonant_key(one) == consonant_key(other):
        return apart <= (1 if known else 2)
    return apart == 1 and not known and min(len(one), len(other)) > LONG and one[0] == other[0]


def same_full_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: one surname, and one first name or one among the other's names. At most one
    of the two may differ by more than vowels."""
    if not same_surname(one[-1], other[-1]):
        return False
    if one[-1] != other[-1] and one[0] != other[0] and not (
        consonant_key(one[0]) == consonant_key(other[0]) and consonant_key(one[-1]) == consonant_key(other[-1])
    ):
        return False
    return same_given(one[0], other[0]) or (len(one) != len(other) and (one[0] in other[1:-1] or other[0] in one[1:-1]))

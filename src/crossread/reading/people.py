"""Words for people: titles, role and kin nouns, given names, and the gender they tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from crossread.reading.coreference.candidates import Gender


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The vocabulary of one language. `titles` may stand before a name; `nouns` are all role and kin nouns."""

    titles: frozenset[str]
    offices: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    kin: frozenset[str]
    nouns: frozenset[str]
    endings: tuple[str, ...]
    crowds: frozenset[str]
    indefinite: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]

    def is_person(self, lemma: str) -> bool:
        """Whether a noun is one for people, by list or by its ending."""
        return lemma in self.nouns or lemma.endswith(self.endings)

    def gender(self, word: str) -> Gender | None:
        """The gender that a title, role or kin noun tells."""
        if word in self.male:
            return "male"
        return "female" if word in self.female else None

    def gender_of_name(self, given: str) -> Gender | None:
        """The gender that a given name tells; `None` for names of either."""
        is_male, is_female = given in self.male_names, given in self.female_names
        if is_male == is_female:
            return None
        return "male" if is_male else "female"


@lru_cache(maxsize=4)
def people_words(language: str = "en") -> PeopleWords:
    """The vocabulary of a language, read once a process."""
    data = table(language, "persons")
    titles, kin, roles = data["titles"], data["kin"], data["roles"]
    kin_words = {*kin["male"], *kin["female"], *kin["either"]}
    return PeopleWords(
        titles=frozenset((*titles["honorifics"], *titles["ranks"], *titles["offices"])),
        offices=frozenset((*titles["ranks"], *titles["offices"])),
        particles=frozenset(data["particles"]["words"]),
        suffixes=frozenset(data["particles"]["suffixes"]),
        kin=frozenset(kin_words),
        nouns=frozenset(kin_words | {*roles["male"], *roles["female"], *roles["either"]}),
        endings=tuple(roles["endings"]),
        crowds=frozenset(data["people"]["words"]),
        indefinite=frozenset(data["indefinite"]["words"]),
        male=frozenset((*titles["male"], *kin["male"], *roles["male"])),
        female=frozenset((*titles["female"], *kin["female"], *roles["female"])),
        male_names=frozenset(data["given"]["male"]),
        female_names=frozenset(data["given"]["female"]),
    )


def is_office(word: str) -> bool:
    """Whether a word in lower case is a rank or an office that one person holds ("governor"; not "foreign" or "prime")."""
    words = people_words()
    return word in words.offices and words.is_person(word)


def significant(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words without particles, unless it has no others."""
    particles = people_words().particles
    return tuple(word for word in words if word not in particles) or words

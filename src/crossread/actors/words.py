"""The vocabulary by which actors are compared, and keys of single words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crossread.lexicon import table
from crossread.model.names import name_key

# Letters that transliterations use for one another, longest first; after them vowels fall.
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ts", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("g", "k"), ("j", "s"), ("z", "s"), ("x", "ks"), ("v", "f"), ("w", "f"),
    ("d", "t"),
)
_VOWELS = re.compile("[aeiouy]")
_REPEATED = re.compile(r"(.)\1+")
# The same for places, whose vowels are kept: there are many short names of places.
_LETTERS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("gh", "g"), ("kh", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("q", "k"),
    ("c", "k"), ("y", "i"), ("w", "u"), ("o", "u"), ("e", "i"),
)
_ARTICLE = re.compile("[ae](?:l|sh|[szdrnt])")
_LAST_VOWEL = re.compile("[aeiouy]+h?$")
SHORT = 3  # letters of a place's name without its last vowel up to which that vowel tells places apart
_JOINED_ARTICLE = re.compile(r"^(?:al|el)(?=[^aeiou]{1}[a-z]{4,})")


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The vocabulary of one language. `families` has the longest head nouns first; see `lexicon/en/actors.toml`."""

    families: dict[str, str]
    single: frozenset[str]
    seated: frozenset[str]
    stationed: frozenset[str]
    ordinary: frozenset[str]
    people: frozenset[str]
    members: frozenset[str]
    member_types: frozenset[str]
    wording: dict[str, str]
    light: frozenset[str]
    generic: frozenset[str]
    creeds: frozenset[str]
    patronymics: frozenset[str]
    nicknames: dict[str, frozenset[str]]
    small: frozenset[str]
    marks: dict[str, str]
    backing: frozenset[str]
    inexact: frozenset[str]
    whereabouts: frozenset[str]
    partners: frozenset[str]
    sectors: dict[str, str]
    sector_of_type: dict[str, str]
    leads: frozenset[str]
    worn: frozenset[str]
    heads: frozenset[str]
    explaining: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    gendered: frozenset[str]
    site: re.Pattern[str]


@lru_cache(maxsize=4)
def actor_words(language: str = "en") -> ActorWords:
    """The vocabulary of a language, read once a process."""
    data, persons = table(language, "actors"), table(language, "persons")
    titles, given = persons["titles"], persons["given"]
    return ActorWords(
        families=_index(data["families"]), single=frozenset(data["single"]["families"]),
        nicknames={short: frozenset(full) for short, full in data["nicknames"].items()},
        seated=frozenset(data["seated"]["families"]), ordinary=frozenset(data["ordinary"]["families"]),
        stationed=frozenset(data["stationed"]["families"]),
        people=frozenset(data["people"]["families"]),
        members=frozenset(data["members"]["families"]), member_types=frozenset(data["members"]["types"]),
        wording=_index(data["wording"]), light=frozenset(data["light"]["words"]),
        generic=frozenset(data["generic"]["words"]), creeds=frozenset(data["creeds"]["words"]),
        patronymics=frozenset(data["patronymics"]["words"]),
        small=frozenset(data["light"]["small"]),
        marks=_index(data["marks"]), backing=frozenset(data["backing"]["words"]), inexact=frozenset(data["inexact"]["words"]),
        partners=frozenset(data["partners"]["words"]),
        whereabouts=frozenset(data["whereabouts"]["words"]), sectors=_index(data["sector"]),
        sector_of_type=dict(data["sector_of_type"]), leads=frozenset(data["leads"]["predicates"]),
        worn=frozenset(data["worn"]["words"]), heads=frozenset(data["heads"]["titles"]),
        explaining=frozenset(data["explaining"]["words"]),
        titles=frozenset((*titles["honorifics"], *titles["ranks"], *titles["offices"])),
        particles=frozenset(persons["particles"]["words"]),
        male=frozenset(given["male"]), female=frozenset(given["female"]),
        gendered=frozenset(form for form, (_, _, gender, _) in persons["pronouns"].items() if gender in ("male", "female")),
        site=_site(data["sites"]["articles"], data["sites"]["prepositions"]),
    )


def _site(articles: list[str], prepositions: list[str]) -> re.Pattern[str]:
    """A description of a building by its kind and the named place it stands in: article, one or two small words, preposition,
    name of up to three words."""
    return re.compile(
        rf"(?i:{'|'.join(articles)}) (?P<site>[a-z]+(?: [a-z]+)? (?:{'|'.join(prepositions)}) [A-Z]\w+(?:[ -][A-Z]\w+){{0,2}})"
    )


def _index(lists: dict[str, list[str]]) -> dict[str, str]:
    """Word -> the name of the first list that holds it, longest words first."""
    found: dict[str, str] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, name)
    return dict(sorted(found.items(), key=lambda row: (-row[0].count(" "), -len(row[0]), row[0])))


@lru_cache(maxsize=50_000)
def consonant_key(word: str) -> str:
    """What transliterations of a word have in common: kh/h, q/k/g, d/dh and the like made one, vowels and doubled letters
    dropped, an article that is written together too: Qadhafi, Gaddafi, Kadafi -> "ktf". A first vowel leaves no trace."""
    plain = _JOINED_ARTICLE.sub("", name_key(word).replace(" ", ""))
    for spelled, sound in _SOUNDS:
        plain = plain.replace(spelled, sound)
    return _REPEATED.sub(r"\1", _VOWELS.sub("", plain))


@lru_cache(maxsize=50_000)
def place_key(name: str) -> str:
    """What transliterations of a place have in common: the article, which of two like vowels is written, doubled letters and how
    a last vowel is spelled make no difference. "Al-Hasakah", "Hassakeh" -> "hasak"; "Odessa", "Odesa" -> "udis"."""
    parts = name_key(name.replace("'", "").replace("\u2019", "")).split()
    return " ".join(_place_word(part) for part in [part for part in parts if not _ARTICLE.fullmatch(part)] or parts)


def _place_word(word: str) -> str:
    stem = _LAST_VOWEL.sub("", word)
    ending = word[len(stem):]
    for spelled, sound in _LETTERS:
        stem = stem.replace(spelled, sound)
    stem = _REPEATED.sub(r"\1", stem)
    if len(stem) > SHORT or not ending:
        return stem
    return stem + ("a" if ending[0] in "ae" else "i" if ending[0] in "iy" else "u")


@lru_cache(maxsize=50_000)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles in front, particles, and single letters in the middle: given name first,
    surname last. "Gen. Khaled al-Amri" -> khaled, amri. A patronymic stays with its word: "Omar bin Sa'd" -> omar, bin sad."""
    words = actor_words()
    parts = name_key(name.replace("'", "").replace("\u2019", "")).split()
    while len(parts) > 1 and (parts[0] in words.titles or len(parts) > 2 and parts[0] in words.worn):
        parts = parts[1:]
    kept: list[str] = []
    for at, part in enumerate(parts):
        if part in words.particles or (len(part) == 1 and 0 < at < len(parts) - 1):
            continue
        kept.append(f"{parts[at - 1]} {part}" if at and parts[at - 1] in words.patronymics else part)
    return tuple(kept or parts)

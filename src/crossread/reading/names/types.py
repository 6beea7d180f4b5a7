"""What a name stands for, from its own words and from the words around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.cities import cities
from crossread.ontology.gazetteer import known
from crossread.reading.names.cues import is_persons
from crossread.reading.names.words import body_types, first_heads, index_of, name_heads
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from crossread.model.reading import EntityType
    from crossread.reading.names.raw import RawName

# What a name before a noun may be itself: "X fighters", "X party"; but the "X government" is not X.
_MEMBERS = ("armed_group", "ngo", "media", "company")
# What is called after persons with their full names.
_CALLED_AFTER = ("ngo", "government_body", "military_unit", "company", "facility")
_INNER = re.compile(r"\b(?:of|for|in|on|to|against|and)\b", re.IGNORECASE)
# Bodies that longer names may begin with; states and places begin the names of everything.
_OPENING = ("media", "igo", "ngo", "armed_group", "government_body", "company")
# What opens an Arabic man's name of several words: "Abu X al-Y", "Abdel X al-Y".
_OPENS_NAME = ("abu", "abd", "abdel", "abdul")
_HYPHENS = frozenset("-–")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4)
def _fighters(language: str = "en") -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lists = table(language, "bodies")["fighters"]
    return frozenset(lists["words"]), frozenset(lists["modifiers"]), frozenset(lists["bodies"])


def own_type(text: str, *, label: str) -> EntityType | None:
    """The type that a name's own words give it: the noun before its first preposition, else its last word.

    A single word gives a kind of government body or of troops at most ("Parliament", "Navy"). A place stays one whatever it is
    called after, unless its head names a building or an event. Buildings and waters may have their noun in front ("Hotel X",
    "Lake X").
    """
    words = [word.lower() for word in _WORD.findall(_INNER.split(text, maxsplit=1)[0])]
    heads = name_heads()
    found = heads.get(" ".join(words[-2:])) or heads.get(words[-1]) or heads.get(_singular(words[-1])) if words else None
    if not words or (len(words) == 1 and len(_WORD.findall(text)) == 1):
        found = _single_heads().get(text.lower(), found)
        return found if found in ("government_body", "military_unit") and label == "ORG" else None
    if found is None and len(words) > 1:
        found = first_heads().get(text.split(maxsplit=1)[0].lower())
    if len(words) > 1 and words[-1] in table("en", "bodies")["firms"]["words"]:
        return "company"
    if len(words) == 2 and words[0] in table("en", "bodies")["firms"]["of_states"] and known(text.split()[-1]) is not None:
        return "company"
    if found == "state":
        return None
    if found is not None and label in ("LOC", "GPE") and found not in ("facility", "event", "agreement", "place"):
        return "armed_group" if first_heads().get(text.split(maxsplit=1)[0].lower()) == "armed_group" else None
    if found is not None and label == "EVENT" and found not in ("agreement", "event"):
        return "event"
    return found


def is_body_noun(text: str) -> bool:
    """Whether a text is one word that many bodies have in their names ("Coalition")."""
    return name_heads().get(text.lower(), "state") != "state"


def is_called_after(text: str) -> bool:
    """Whether a name is a body's that is called after a person: three words and more, the last a noun for bodies."""
    return len(_WORD.findall(text)) > 2 and own_type(text, label="ORG") in _CALLED_AFTER


def opening_body(text: str) -> EntityType | None:
    """The type of the known body of two words or more that a longer name begins with ("Al Jazeera News")."""
    words = text.split(" ")
    for count in range(len(words) - 1, 1, -1):
        entry = known(" ".join(words[:count]))
        if entry is not None and entry.kind == "name" and entry.type in _OPENING:
            return entry.type
    return None


def is_ship(text: str) -> bool:
    """Whether a name is a warship's, by what navies write before it."""
    prefix, _, name = text.partition(" ")
    return prefix in table("en", "bodies")["ships"]["words"] and name[:1].isupper()


@lru_cache(maxsize=4)
def _single_heads(language: str = "en") -> dict[str, EntityType]:
    return index_of(table(language, "bodies")["single_heads"])


@lru_cache(maxsize=4)
def _before_persons(language: str = "en") -> tuple[frozenset[str], frozenset[str]]:
    """Titles that nothing but a person's name follows, and given names."""
    data = table(language, "persons")
    return frozenset(data["titles"]["sure"]), frozenset((*data["given"]["male"], *data["given"]["female"]))


def is_titled(doc: Doc, raw: RawName) -> bool:
    """Whether a name is a person's by the title before it or in it ("Gen X"), or by a common given name and a surname."""
    sure, given = _before_persons()
    words = [token.lower_.rstrip(".") for token in doc[raw.first : raw.last + 1]]
    if own_type(raw_text(doc, raw), label=raw.label) is not None:
        return False
    if raw.label == "ORG" and raw.first and doc[raw.first - 1].lower_ in ("a", "an"):  # "a General Dren subsidiary"
        return False
    opening = [word for word in words[:-1] if word in people_words().titles]
    if opening and words[0] == opening[0] and any(word in sure for word in opening):
        return True
    is_city = raw.label in ("LOC", "GPE") and raw_text(doc, raw) in cities()
    count = sum(word not in _HYPHENS for word in words)
    if count in (2, 3) and words[0] in given and doc[raw.last].is_title and not is_city:
        return True
    if words[0] in _OPENS_NAME and any(word in people_words().particles for word in words[2:]) and raw.label == "ORG":
        return True
    return (
        raw.first > 0
        and not doc[raw.first].is_sent_start
        and doc[raw.first - 1].lower_.rstrip(".") in sure
        and doc[raw.first - 1].is_title
    )


def is_trait(doc: Doc, raw: RawName) -> bool:
    """Whether a nationality word is half of a hyphenated one that says where something is from, or between or among which peoples
    it is ("a [Malian]-flagged ship", "[Malian]-[Nigerien] trade", "intra-[Malian]"), and so names no state that does anything."""
    entry = known(raw_text(doc, raw))
    after = doc[raw.last + 1 : raw.last + 3]
    made = len(after) == 2 and after[0].text in _HYPHENS and not doc[raw.last].whitespace_ and after[1].lower_ in _traits()
    if entry is not None and entry.type == "state" and made:
        return True  # "U.S.-made missiles"
    if entry is None or entry.kind != "demonym":
        return False
    if raw.first > 1 and doc[raw.first - 1].text in _HYPHENS and not doc[raw.first - 2].whitespace_:
        if doc[raw.first - 2].lower_ in table("en", "bodies")["compounds"]["prefixes"]:
            return True
    for first, other in ((raw.last, raw.last + 2), (raw.first - 2, raw.first - 2)):
        if 0 <= first < len(doc) - 2 and doc[first + 1].text in _HYPHENS:
            one = not doc[first].whitespace_ and not doc[first + 1].whitespace_
            if one and (doc[other].lower_ in _traits() or _is_demonym(doc[other].text)):
                return True
    return False


def _is_demonym(text: str) -> bool:
    entry = known(text)
    return entry is not None and entry.kind == "demonym"


@lru_cache(maxsize=4)
def _traits(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["compounds"]["traits"])


def opens_as_person(text: str) -> bool:
    """Whether the first word of a name is a title or a common given name."""
    return opens_with_title(text) or text.split(maxsplit=1)[0].lower() in _before_persons()[1]


def opens_with_title(text: str) -> bool:
    """Whether the first word of a name is a title."""
    return text.split(maxsplit=1)[0].lower().rstrip(".") in people_words().titles


def raw_text(doc: Doc, raw: RawName) -> str:
    """The characters of a raw name."""
    return doc[raw.first : raw.last + 1].text


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def surrounding_types(doc: Doc, raw: RawName) -> Iterator[EntityType]:
    """The types that the words around one occurrence speak for: what it is called ("the militant group X", "X, a militia", "X is
    a party"), whom it is set before ("X fighters") and what it does."""
    head = doc[raw.first : raw.last + 1].root
    if _is_state(doc, raw, head):
        yield "state"
    for noun in _descriptions(doc, raw, head):
        found = described_type(noun)
        if noun.i == raw.last + 1 and noun.lower_ in table("en", "bodies")["called"]["military_unit"]:
            yield "military_unit"
        elif found is not None and (noun.i < raw.first or noun.i > raw.last + 1 or found in _MEMBERS):
            yield found
    after = doc[raw.last + 1] if raw.last + 1 < len(doc) else head
    personal = table("en", "bodies")["personal"]
    of_person = (*personal["words"], *personal["offices"]) if raw.label == "PER" else personal["words"]
    if raw.label in ("ORG", "PER") and raw.first == raw.last and not head.is_upper and after.lemma_.lower() in of_person:
        yield "person"
    if raw.label in ("LOC", "GPE") and raw.first == raw.last and _is_ruler(after, head):
        yield "person"
    if raw.label in ("LOC", "GPE", "ORG") and is_persons(doc, raw):
        yield "person"
    if any(child.dep_ == "case" and child.lower_ in table("en", "bodies")["locative"]["words"] for child in head.children):
        yield "place"
    if head.dep_ in ("nmod", "obl") and any(child.lower_ == "against" for child in head.children):
        if head.head.lemma_.lower() in table("en", "bodies")["deeds"]["against"]:
            yield "armed_group"
    verb = head.head
    owns_up = any(
        child.lemma_.lower() in table("en", "bodies")["deeds"]["owned"] for child in verb.children if child.dep_ == "obj"
    )
    if head.dep_ == "nsubj" and (verb.lemma_.lower() in _armed_deeds() or owns_up):
        yield "armed_group"


def _is_ruler(after: Token, head: Token) -> bool:
    """Whether a regime is called after what a token heads: "the [X] regime", "the regime of [X]"."""
    words = table("en", "bodies")["ruled"]["words"]
    of = head.dep_ == "nmod" and any(child.lower_ == "of" for child in head.children)
    return after.lemma_.lower() in words or (of and head.head.lemma_.lower() in words)


def _is_state(doc: Doc, raw: RawName, head: Token) -> bool:
    """Whether an occurrence is that of a state: by what it has, what it is said to be, or how it is called."""
    words = table("en", "bodies")["statehood"]
    if raw.first > 0 and doc[raw.first - 1].lower_ in words["adjectives"]:
        return True
    outer = head.head
    owns = head.dep_ == "nmod:poss" or (head.dep_ == "nmod" and any(child.lower_ == "of" for child in head.children))
    if owns and outer.i != head.i:
        lemma = outer.lemma_.lower()
        departments = any(child.lower_ in words["departments"] for child in outer.children)
        return lemma in words["owned"] or (lemma in words["offices"] and departments)
    if head.dep_ == "nsubj" and any(child.dep_ == "cop" for child in outer.children):
        nouns = (outer, *(child for child in outer.children if child.dep_ == "nmod" and outer.lower_ == "one"))
        return any(noun.lemma_.lower() in words["nouns"] for noun in nouns)
    return False


def is_government_of(doc: Doc, raw: RawName) -> bool:
    """Whether a state's name stands for its government: it is set before an office or a body ("[U.S.] officials"), and the
    recogniser takes it for a body too."""
    head = doc[raw.first : raw.last + 1].root
    return doc[raw.first].ent_type_ == "ORG" and head.dep_ == "compound" and head.head.i > raw.last


def _descriptions(doc: Doc, raw: RawName, head: Token) -> Iterator[Token]:
    outer = head.head
    if head.dep_ in ("compound", "nmod", "amod") and outer.i == raw.last + 1 and outer.pos_ in ("NOUN", "PROPN"):
        yield outer
    elif raw.last + 1 < len(doc) and doc[raw.last + 1].lemma_.lower() in _fighters()[0]:
        yield doc[raw.last + 1]
    if raw.first > 0 and doc[raw.first - 1].pos_ == "NOUN" and outer.i == raw.first - 1:
        yield doc[raw.first - 1]
    elif (
        raw.first > 0
        and doc[raw.first - 1].pos_ == "NOUN"
        and doc[raw.first - 1].head.i == head.i
        and doc[raw.first - 1].dep_ == "compound"
    ):
        yield doc[raw.first - 1]
    if head.dep_ == "appos" and outer.pos_ == "NOUN" and outer.i < raw.first:
        yield outer
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i > raw.last:
            yield child
    if head.dep_ == "nsubj" and outer.pos_ == "NOUN" and any(child.dep_ == "cop" for child in outer.children):
        yield outer


def is_site(noun: Token) -> bool:
    """Whether a noun names what is fought over or struck by the word before it: "a firing position", "their supply routes"."""
    sites = table("en", "bodies")["sites"]
    return noun.lemma_.lower() in sites["words"] and any(child.lower_ in sites["modifiers"] for child in noun.lefts)


def described_type(noun: Token) -> EntityType | None:
    """The type of what a common noun with its modifiers describes: "rebel movement" is an armed group, "movement" is not."""
    lemma = noun.lemma_.lower()
    words, modifiers, bodies = _fighters()
    if lemma in words:
        return "armed_group"
    if lemma in bodies and any(child.i < noun.i and child.lemma_.lower() in modifiers for child in noun.children):
        return "armed_group"
    if is_site(noun):
        return "facility"
    if _is_called(noun, "powers"):
        return "state"
    if _is_called(noun, "units"):
        return "military_unit"
    return body_types().get(lemma) or body_types().get(noun.lower_)


def _is_called(noun: Token, kind: str) -> bool:
    """Whether a noun is of a kind by one of the modifiers that make it so: "foreign powers", "the multinational force"."""
    words = table("en", "bodies")[kind]
    return noun.lower_ in words["words"] and any(child.lower_ in words["modifiers"] for child in noun.lefts)


@lru_cache(maxsize=4)
def _armed_deeds(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["deeds"]["armed"])

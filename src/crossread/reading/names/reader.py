"""Names in a document and what they stand for.

Spans come from the pipeline's name recogniser, mended by a gazetteer and by the document itself (a name found once is a name
wherever it is written so). Types come, in this order, from the gazetteer, from the name's own head noun ("Ministry of ..."),
from the words around all its occurrences ("... militants"), and from the recogniser's label. A courtesy title or office that the
recogniser takes as part of a person's name stays in the span.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model.names import is_acronym, name_key
from crossread.ontology.cities import cities
from crossread.ontology.gazetteer import Kind, known
from crossread.reading.names.cues import called_body, is_called_place, listed_among, opens_as_place
from crossread.reading.names.parts import PERSON, PLACE
from crossread.reading.names.refused import is_no_name, is_portfolio
from crossread.reading.names.spans import raw_names
from crossread.reading.names.types import (
    is_body_noun,
    is_called_after,
    is_government_of,
    is_ship,
    is_titled,
    is_trait,
    opening_body,
    opens_as_person,
    opens_with_title,
    own_type,
    surrounding_types,
)
from crossread.reading.names.words import SMALL_WORDS
from crossread.reading.people import people_words, significant

if TYPE_CHECKING:
    from crossread.model.reading import EntityType
    from crossread.reading.names.raw import RawName
    from crossread.reading.parse import Parse


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """One name: code points `[start, end)`, the kind of thing named, and whether it is a nationality word ("Malian").

    `stands_for` is what the name stands for where that is not what it names: a state's name for its government.
    """

    start: int
    end: int
    type: EntityType
    kind: Kind = "name"
    stands_for: EntityType | None = None


_BY_LABEL: dict[str, EntityType] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "ngo",
    "LOC": "place",
    "GPE": "place",
    "FAC": "facility",
    "NORP": "other",
    "EVENT": "event",
    "WORK": "other",
    "WORK_OF_ART": "other",
}


_SITE = re.compile(r"\w[\w-]*\.(?:com|org|net|info)")  # a page on the net by its address
# What a recogniser's person is all the same if its own words say so: nobody is called X Front.
_NO_PERSONS = ("armed_group", "military_unit")


def read_names(parse: Parse) -> tuple[NamedSpan, ...]:
    """The names of a document in text order, none overlapping another; none in silent regions.

    One name has one type throughout a document, except where it is a person's here and something else's there. A body of
    which nothing is known but that it is one is an `ngo`.
    """
    every = raw_names(parse)
    inside = frozenset(
        parse.document.text[raw.start : raw.end]
        for raw in every
        if not parse.doc[raw.first].is_sent_start and parse.doc[raw.first].tag_.startswith("NNP")
    )
    found = [raw for raw in every if not is_no_name(parse.doc, raw, inside) and not is_trait(parse.doc, raw)]
    around: dict[str, Counter[EntityType]] = {}
    for raw in found:
        around.setdefault(_key(parse, raw), Counter()).update(surrounding_types(parse.doc, raw))
    typed = [_named(parse, raw, around[_key(parse, raw)]) for raw in found]
    return tuple(_consistent(parse, typed))


def _key(parse: Parse, raw: RawName) -> str:
    return name_key(parse.document.text[raw.start : raw.end])


def _named(parse: Parse, raw: RawName, around: Counter[EntityType]) -> NamedSpan:
    text = parse.document.text[raw.start : raw.end]
    entry = known(text) or (known(text.title()) if _is_shouted(text) else None)
    as_person = raw.label in ("PER", "PERSON") and entry is not None and (
        entry.type == "place"
        or entry.type == "state" and (text.lower() in table("en", "persons")["given"]["states"] or is_titled(parse.doc, raw))
    )
    if entry is not None and not (as_person and entry.kind == "name"):
        government = entry.type == "state" and entry.kind == "name" and is_government_of(parse.doc, raw)
        return NamedSpan(raw.start, raw.end, entry.type, entry.kind, "government_body" if government else None)
    if _is_creed(text):
        return NamedSpan(raw.start, raw.end, "other", "demonym" if raw.label == "NORP" else "name")
    if is_portfolio(parse.doc, raw):
        return NamedSpan(raw.start, raw.end, "government_body")
    if is_ship(text):
        return NamedSpan(raw.start, raw.end, "military_unit")
    if (
        raw.label in ("PER", "ORG")
        and _is_city(text)
        and not is_titled(parse.doc, raw)
        and not (around["person"] or around["military_unit"])
    ):
        return NamedSpan(raw.start, raw.end, "place")
    if around["state"] and entry is None and raw.label != "NORP" and not is_titled(parse.doc, raw):
        own = own_type(text, label=raw.label)
        if own == "ngo" or (own is None and not is_body_noun(text)):  # "Federation" and the like
            return NamedSpan(raw.start, raw.end, "state")
    if raw.label != "ORG" and (opening := opening_body(text)) is not None:
        return NamedSpan(raw.start, raw.end, own_type(text, label="ORG") or opening)
    if raw.label in ("PER", "LOC") and _is_body_acronym(text) and not around["place"] and not around["person"]:
        raw = replace(raw, label="ORG")
    type_ = _BY_LABEL.get(raw.label, "other")
    kind: Kind = "demonym" if raw.label == "NORP" else "name"
    own = own_type(text, label=raw.label)
    of_body = is_called_after(text) or (own in _NO_PERSONS and not opens_with_title(text))
    of_body = of_body or (own == "company" and not opens_as_person(text))
    titled = is_titled(parse.doc, raw)
    if type_ == "person" and not titled and (
        _is_whereabouts(text, around)
        or is_called_place(parse.doc, raw)
        or opens_as_place(text)
        or (listed_among(parse.doc, raw) in PLACE and not around["person"] and not opens_as_person(text))
    ):
        return NamedSpan(raw.start, raw.end, "place")
    if type_ != "other" and _SITE.fullmatch(text):
        return NamedSpan(raw.start, raw.end, "media")
    called = called_body(parse.doc, raw) if type_ != "other" and not titled and not around["person"] else None
    if called is not None and not opens_as_person(text) and not _is_city(text) and (type_ != "ngo" or own is None):
        return NamedSpan(raw.start, raw.end, own if called == "ngo" and own is not None else called)
    if (type_ == "person" and not of_body) or titled:
        return NamedSpan(raw.start, raw.end, "person")
    if own == "ngo" and around["armed_group"]:  # "group", "movement" and the like say little
        own = "armed_group"
    if own is not None:
        return NamedSpan(raw.start, raw.end, own)
    if type_ == "ngo" and is_called_place(parse.doc, raw):
        return NamedSpan(raw.start, raw.end, "place")
    if type_ == "place" and not _is_city(text) and (around["person"] or listed_among(parse.doc, raw) in PERSON):
        return NamedSpan(raw.start, raw.end, "person")
    best = _surrounded(around, type_, acronym=is_acronym(text))
    if best is not None:
        return NamedSpan(raw.start, raw.end, best)
    return NamedSpan(raw.start, raw.end, type_, kind)


def _is_creed(text: str) -> bool:
    """Whether several words are each one for a people or a creed: "Sunni Muslims"."""
    entries = [known(word) for word in text.split()]
    return len(entries) > 1 and all(entry is not None and entry.type == "other" for entry in entries)


def _is_body_acronym(text: str) -> bool:
    """Whether a text is an acronym, and neither dotted initials nor so long that it may be a surname in capitals."""
    return is_acronym(text) and "." not in text and len(text) < 5


def _is_whereabouts(text: str, around: Counter[EntityType]) -> bool:
    """Whether a single word that the recogniser takes for a person is a place by the prepositions before it: several of them, and
    nothing that tells of a person."""
    return " " not in text and around["place"] > 1 and not around["person"]


def _is_city(text: str) -> bool:
    """Whether a text is a city's name, be it in the capitals of a dateline."""
    return text in cities() or (_is_shouted(text) and text.title() in cities())


def _is_shouted(text: str) -> bool:
    """Whether a name is written in capitals and is too long for an acronym, as datelines and headlines have it."""
    return len(text) > 3 and text.isupper() and text.isalpha()


def _acronyms_as_spelled(parse: Parse, typed: list[NamedSpan]) -> list[NamedSpan]:
    """An acronym is what the one longer name of the document is that spells it, or that it stands behind in brackets."""
    texts = [parse.document.text[span.start : span.end] for span in typed]
    spelled: dict[str, list[EntityType]] = {}
    for text, span in zip(texts, typed, strict=True):
        words = name_key(text).split()
        if len(words) > 1 and span.type not in ("person", "other"):
            spelled.setdefault("".join(word[0] for word in words), []).append(span.type)
            spelled.setdefault("".join(word[0] for word in words if word not in SMALL_WORDS), []).append(span.type)
    for name, span, beside in zip(texts, typed, typed[1:], strict=False):  # "People's Protection Units (YPG)"
        between = parse.document.text[span.end : beside.start], parse.document.text[beside.end : beside.end + 1]
        if between == (" (", ")") and " " in name and span.type not in ("person", "other", "ngo", "place", "state"):
            spelled.setdefault(name_key(parse.document.text[beside.start : beside.end]), []).append(span.type)
    out = []
    for text, span in zip(texts, typed, strict=True):
        types = spelled.get(name_key(text)) if is_acronym(text) and known(text) is None else None
        out.append(replace(span, type=types[0]) if types and span.kind == "name" else span)
    return out


def _surrounded(around: Counter[EntityType], type_: EntityType, *, acronym: bool) -> EntityType | None:
    """What the words around all occurrences say, where that is more than the recogniser knows: a place needs two prepositions
    and nothing against it, an armed group that was taken for a place more deeds than whereabouts."""
    if not around:
        return None
    if type_ == "place":
        return "armed_group" if around["armed_group"] > around["place"] + (0 if acronym else 1) else None
    others = {each: count for each, count in around.items() if each != "place"}
    if type_ in ("ngo", "other") and others:
        return min(others, key=lambda each: (-others[each], each))
    return "place" if type_ == "ngo" and around["place"] > 1 and not acronym else None


def _surnames(parse: Parse, typed: list[NamedSpan]) -> frozenset[str]:
    """The last words of the document's full names of persons."""
    keys = [name_key(parse.document.text[span.start : span.end]).split() for span in typed if span.type == "person"]
    return frozenset(
        words[-1] for words in keys if len(words) > 1 and len(words[-1]) > 2 and words[-1] not in people_words().suffixes
    )


def surname_of(text: str) -> str:
    """The one word of a name without particles ("al-X" -> "x"); empty where it has several."""
    words = significant(tuple(name_key(text).split()))
    return words[0] if len(words) == 1 else ""


def _ends_in_surname(text: str, surnames: frozenset[str]) -> bool:
    """Whether a name nobody knows is a surname of the document's persons, or two or three words that end in one."""
    words = significant(tuple(name_key(text).split()))
    if not words or words[-1] not in surnames or known(text) is not None:
        return False
    return len(words) == 1 or (len(words) < 4 and own_type(text, label="ORG") is None and "and" not in words)


def _consistent(parse: Parse, typed: list[NamedSpan]) -> list[NamedSpan]:
    """A person's surname is a person, and the majority of a name's occurrences decides where the recogniser wavers."""
    surnames = _surnames(parse, typed)
    typed = _acronyms_as_spelled(parse, typed)
    votes: dict[str, Counter[EntityType]] = {}
    for at, span in enumerate(typed):
        text = parse.document.text[span.start : span.end]
        if span.kind == "name" and span.type in ("ngo", "place", "other", "military_unit") and _ends_in_surname(text, surnames):
            span = typed[at] = replace(span, type="person")
        if span.kind == "name":
            votes.setdefault(name_key(parse.document.text[span.start : span.end]), Counter())[span.type] += 1
    out = []
    for span in typed:
        count = votes.get(name_key(parse.document.text[span.start : span.end]))
        if span.kind == "name" and count is not None and len(count) > 1:
            best = min(count, key=lambda each: (-count[each], each == "ngo", each))
            armed = best == "armed_group" and span.type == "place" and count[best] == count[span.type]
            if armed or count[best] > count[span.type] or span.type == "ngo":
                span = replace(span, type=best)
        out.append(span)
    return out

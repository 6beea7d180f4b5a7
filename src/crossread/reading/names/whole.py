"""Pieces of one name that the recogniser left apart or outside, put together by what the parser takes for one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.cities import cities
from crossread.ontology.gazetteer import known
from crossread.reading.names.parts import DASHES, PERSON, PLACE, Part
from crossread.reading.names.raw import RawName
from crossread.reading.names.refused import is_title
from crossread.reading.names.words import name_heads
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COURTESY = frozenset(("mr", "mrs", "ms", "miss"))
_JOINED = frozenset((*PERSON, "ORG"))


def spans(doc: Doc) -> list[Part]:
    """The recogniser's spans in text order; two that touch are one where the parser has the second for more of the first's name
    ("[Marko Ana][Petrak]"), where the first is a title ("[Mr.][Petrak]"), or where only together they are a known place ("eastern
    [Sri][Lanka]")."""
    found: list[Part] = []
    for ent in doc.ents:
        part = Part(ent.start, ent.end - 1, ent.label_)
        joined = _joined(doc, found[-1], part) if found and found[-1].last + 1 == part.first else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(part)
    return found


def _joined(doc: Doc, one: Part, other: Part) -> Part | None:
    place = next((at for at in range(one.first, one.last + 1) if _is_place(doc, at, other.last)), None)
    if place is not None and {one.label, other.label} & PLACE:
        return Part(place, other.last, next(label for label in (one.label, other.label) if label in PLACE))
    if any(_is_known(doc, part) for part in (one, other)):
        return None
    if is_title(doc[one.first : one.last + 1].text) and doc[one.last].lower_.rstrip(".") in _before_names():
        return Part(one.first, other.last, "PER")
    if not {one.label, other.label} <= _JOINED or not _continues(doc, one, other.first):
        return None
    label = one.label if one.label in PERSON else other.label
    return Part(one.first, other.last, label)


def _before_names() -> frozenset[str]:
    """Titles that nothing but a person's name follows."""
    return frozenset(table("en", "persons")["titles"]["sure"])


def _is_place(doc: Doc, first: int, last: int) -> bool:
    entry = known(doc[first : last + 1].text) if first < last else None
    return entry is not None and entry.kind == "name" and entry.type in ("state", "place")


def _is_known(doc: Doc, part: Part) -> bool:
    text = doc[part.first : part.last + 1].text
    return known(text) is not None or text in cities()


def _continues(doc: Doc, part: Part, at: int) -> bool:
    """Whether a token is more of the name before it: flat, under a word of that name. Weekdays and months are more of none."""
    token = doc[at]
    if token.dep_ != "flat" or not part.first <= token.head.i < at or token.sent.start != doc[part.first].sent.start:
        return False
    return token.lower_ not in table("en", "bodies")["unnamed"]["calendar"]


def grown_person(doc: Doc, raw: RawName, *, free: list[bool]) -> RawName:
    """A person's name with the rest of it that the recogniser left out ("[Adil] al-Karim"), and the courtesy title before it; an
    office of which it took the end is left out: "Foreign [Minister Ana Petrak]"."""
    last, at = raw.last, raw.last + 1
    part = Part(raw.first, raw.last, raw.label)
    while at < len(doc) and free[at] and raw.label in (*PERSON, "ORG"):
        text = doc[at].text
        if text in DASHES and last == at - 1 and not doc[at].whitespace_ and not doc[last].whitespace_:
            at += 1
            continue
        if not _continues(doc, part, at) or not (text[:1].isupper() or text in people_words().particles) or not doc[at].is_alpha:
            break
        last, at = at, at + 1
    if raw.label not in PERSON and not (last > raw.last and _has_particle(doc, raw.last + 1, last)):
        last = raw.last
    while last > raw.last and not doc[last].text[:1].isupper():
        last -= 1
    first = _first(doc, raw, free=free)
    if (first, last) == (raw.first, raw.last):
        return raw
    free[first : last + 1] = [False] * (last + 1 - first)
    return RawName(doc[first].idx, doc[last].idx + len(doc[last]), first, last, raw.label)


def _has_particle(doc: Doc, first: int, last: int) -> bool:
    return any(doc[at].lower_ in people_words().particles for at in range(first, last + 1))


def _first(doc: Doc, raw: RawName, *, free: list[bool]) -> int:
    """Where a person's name begins: at the courtesy title before it, not in the middle of an office."""
    first, before = raw.first, raw.first - 1
    if before < 0:
        return first
    if free[before] and doc[before].is_title and doc[before].lower_.rstrip(".") in _COURTESY:
        return before
    if raw.label in PERSON and doc[first].dep_ == "flat" and doc[first].head.i == before and free[before]:
        word = doc[before].lower_
        whole = doc[before].tag_ == "NNP" and doc[before].is_alpha and doc[before].is_title and not doc[before].is_sent_start
        return before if whole and word not in name_heads() and not people_words().is_person(word) else first
    halves = table("en", "persons")["titles"]["halves"]
    if raw.label not in PERSON or not doc[before].is_title or doc[before].lower_ not in halves:
        return first
    titles = people_words().titles
    while first < raw.last and doc[first].lower_ in titles and doc[first].is_title:
        first += 1
    return first

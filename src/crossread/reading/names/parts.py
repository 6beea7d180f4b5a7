"""Spans that the recogniser drew around several names, cut into one span a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.cities import cities
from crossread.ontology.gazetteer import known
from crossread.reading.names.refused import is_title, portfolio_end, portfolios
from crossread.reading.names.words import first_heads, name_heads
from crossread.reading.people import is_office, people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = frozenset("-–—")
ARTICLES = frozenset(("the", "a", "an"))
PERSON = frozenset(("PER", "PERSON"))
PLACE = frozenset(("LOC", "GPE"))
_ACTING = ("state", "armed_group", "igo", "military_unit", "media")
_COMPASS = "Western"  # with a state's name, a part of it
_BREAKS = frozenset("•|[")
_QUOTES = frozenset("\"“”")
_GAP = 3  # characters of white space
_FINITE = frozenset(("VBZ", "VBD"))
_BODIES = frozenset(("government_body", "igo", "company", "media", "military_unit"))
_COMMAS = frozenset((",", "and", "&"))
_JOINTS = frozenset(("of", "for", "and", "the"))


@dataclass(frozen=True, slots=True)
class Part:
    """The tokens `[first, last]` of one name, and the label that it is read under."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Alone:
    """What the recogniser finds in a document with nothing beside it: full names, and persons with their surnames."""

    names: frozenset[str]
    people: frozenset[str]

    @classmethod
    def of(cls, doc: Doc) -> Alone:
        """The names of a document."""
        people = [ent.text for ent in doc.ents if ent.label_ in PERSON and ent.text.strip()]
        names = frozenset(ent.text for ent in doc.ents if not any(token.lower_ in _COMMAS for token in ent))
        return cls(names, frozenset((*people, *(text.split()[-1] for text in people))))


def parts(doc: Doc, whole: Part, alone: Alone) -> Iterator[Part]:
    """A span cut where several names were taken for one: at the ends of lines and what was taken out of the text, at the dots of
    a list and at a lone quotation mark; at strokes
    ("[Ana Petrak]/[Reuters]"); a list of known names at its commas; dashes between spaces; after "-backed" and the like; after an
    owner ("[Peru]'s [Navy]"); at "and", where it is a person's or what follows is the name of one ("the [Chamber and Petrak]'s
    rival"); and around a person's office ("[Red Cross] director [Ana Petrak]")."""
    inside = range(whole.first + 1, whole.last)
    lone = [at for at in inside if doc[at].text in _QUOTES]
    breaks = [at for at in inside if _is_gap(doc[at]) or doc[at].text in _BREAKS or [at] == lone]
    for first, last in _cut(whole.first, whole.last, breaks):
        yield from _parts(doc, Part(first, last, whole.label), alone)


def _is_gap(token: Token) -> bool:
    """Whether a token is white space that no name has inside: an end of a line, or a stretch that is not to be read."""
    return token.is_space and ("\n" in token.text or len(token) > _GAP)


def _parts(doc: Doc, whole: Part, alone: Alone) -> list[Part]:
    first, last = whole.first, whole.last
    credited = _cut(first, last, [at for at in range(first + 1, last) if doc[at].text == "/"])
    if len(credited) > 1:
        return list(_credits(doc, credited, whole.label))
    if known(doc[first : last + 1].text) is not None:
        return [whole]
    described = _described(doc, first, last)
    if described is not None:
        label = "PER" if people_words().is_person(doc[described].lower_) else whole.label  # "King Ivo", but "Foreign Office"
        return [Part(first, described - 1, "NORP"), *_around_office(doc, Part(described, last, label))]
    person = _after_post(doc, whole)
    if person is not None:
        return [Part(first, person - 1, "LOC"), *_around_office(doc, Part(person, last, "PER"))]
    second = _second(doc, whole, alone)
    if second is not None:
        return [Part(first, second.first - 1, whole.label), second]
    listed = _cut(first, last, [at for at in range(first + 1, last) if doc[at].lower_ in _COMMAS])
    if len(listed) > 1 and (
        all(_is_state(doc, *part) for part in listed) or all(_is_name(doc, *part, alone=alone) for part in listed)
    ):
        return [Part(*part, whole.label) for part in listed]
    acting = next((at for at in range(first + 1, last + 1) if doc[at].tag_ in _FINITE and doc[at].lower_ not in _heads()), None)
    if acting is not None and _is_name(doc, first, acting - 1, alone=alone):
        return [Part(first, acting - 1, whole.label)]  # a headline: "[Peru] Withdraws Troops"
    two = _two_bodies(doc, whole) if whole.label == "ORG" else None
    if two is not None:
        return [Part(first, two - 1, "ORG"), Part(two + 1, last, "ORG")]
    role = next((at for at in range(first + 1, last) if _is_role(doc, at)), None)
    if role is not None and whole.label in ("ORG", *PERSON):
        return [Part(first, role - 1, "ORG"), Part(role + 1, last, "PER")]
    found, start = [], first
    for at in range(first + 1, last):
        spaced = doc[at].text in DASHES and doc[at - 1].whitespace_ and doc[at].whitespace_
        joint = doc[at].lower_ in ("and", "&") and (doc[first].ent_type_ in PERSON or doc[at + 1 : last + 1].text in alone.people)
        if spaced or joint:
            found.append(Part(start, at - 1, whole.label))
            start = at + 1
        elif at > first + 1 and _is_backing(doc, at):
            found.append(Part(start, at, whole.label))
            start = at + 1
        elif _is_possessive(doc[at]) and _owns(doc, start, at - 1, label=whole.label, alone=alone):
            found.append(Part(start, at - 1, whole.label))
            start = at + 1
    return [*found, *_around_office(doc, Part(start, last, whole.label))]


def _two_bodies(doc: Doc, whole: Part) -> int | None:
    """Where "and" stands between the whole names of two bodies: "[Security Council] and [Justice Department]"; the head noun of
    "Committee on Trade and Industry" stands before it."""
    heads = name_heads()
    for at in range(whole.first + 2, whole.last - 1):
        ends = heads.get(doc[at - 1].lower_), heads.get(doc[whole.last].lower_)
        whole_names = all(end in _BODIES for end in ends) and not any(doc[k].lower_ in _JOINTS for k in range(whole.first, at))
        if doc[at].lower_ == "and" and whole_names:
            return at
    return None


def _is_role(doc: Doc, at: int) -> bool:
    """Whether a token is a common noun between a body's name and that of a person in its service: "[Dren Daily] editor [Ana
    Petrak]"."""
    token = doc[at]
    common = token.is_lower and token.tag_ == "NN" and people_words().is_person(token.lower_)
    return common and doc[at + 1].text[:1].isupper() and doc[at - 1].text[:1].isupper()


def _second(doc: Doc, whole: Part, alone: Alone) -> Part | None:
    """The name that begins right after a body's in a span drawn around both: "[Observatory for Human Rights][Ana Petrak]". It
    opens with a common given name, or both are known or stand elsewhere in the text."""
    people = people_words()
    for at in range(whole.first + 2, whole.last) if whole.label == "ORG" else ():
        one, other = doc[whole.first : at].text, doc[at : whole.last + 1].text
        entry = known(one)
        named = (one in alone.names and not is_title(one)) or (entry is not None and entry.kind == "name")
        if not doc[at].is_title or doc[at - 1].lower_ in _JOINTS:
            continue
        given = doc[at].lower_ in people.male_names | people.female_names and _is_persons(doc, at, whole.last)
        if given and (named or _is_cause(doc, whole.first, at - 1)):
            return Part(at, whole.last, "PER")
        if named and (other in alone.names or known(other) is not None):
            return Part(at, whole.last, "ORG")
    return None


def _is_cause(doc: Doc, first: int, last: int) -> bool:
    """Whether a piece is a body's whole name with what it is for: "Observatory for Human Rights"."""
    return doc[first].lower_ in name_heads() and any(doc[at].lower_ in ("of", "for") for at in range(first + 1, last))


def _cut(first: int, last: int, marks: list[int]) -> list[tuple[int, int]]:
    """The pieces of a range between marks, without empty ones (", and")."""
    edges = [first - 1, *marks, last + 1]
    return [(one + 1, other - 1) for one, other in zip(edges, edges[1:], strict=False) if other - one > 1]


def _described(doc: Doc, first: int, last: int) -> int | None:
    """Where a known name or a title begins within a span that opens with a nationality or creed: "Sunni [Taliban]"."""
    for at in range(first + 1, last + 1):
        before, name = known(doc[first:at].text), known(doc[at : last + 1].text)
        described = before is not None and before.kind == "demonym" and before.text != _COMPASS
        acting = name is not None and name.kind == "name" and name.type in _ACTING
        titled = at < last and doc[at].is_title and doc[at].lower_ in people_words().titles
        if described and (acting or titled):
            return at
    return None


def _after_post(doc: Doc, whole: Part) -> int | None:
    """Where a person's name begins that follows the place of his post without a comma: "envoy to [Peru] [Ana Petrak]"."""
    people = people_words()
    post = doc[whole.first].head
    if not whole.first or doc[whole.first - 1].tag_ not in ("IN", "TO") or not people.is_person(post.lemma_.lower()):
        return None
    for at in range(whole.first + 1, whole.last):
        before, given = known(doc[whole.first : at].text), doc[at].lower_ in people.male_names | people.female_names
        named = before is not None and before.kind == "name" and before.type == "state"
        if named and (given or whole.label in PERSON) and _is_persons(doc, at, whole.last):
            return at
    return None


def _credits(doc: Doc, pieces: list[tuple[int, int]], label: str) -> Iterator[Part]:
    """Who made a picture and for whom. Pages often write it twice in one line ("Ana Petrak/Reuters Ana Petrak/Reuters")."""
    first, last = pieces[0]
    yield Part(first, last, label)
    length, maker = last - first + 1, doc[first : last + 1].text
    for begin, end in pieces[1:]:
        again = end - length + 1
        if again > begin and doc[again : end + 1].text == maker:
            yield Part(begin, again - 1, "ORG")
            yield Part(again, end, label)
        else:
            yield Part(begin, end, "ORG")


def _bare(doc: Doc, first: int, last: int) -> str:
    """The text of a piece without its article."""
    return doc[first + (first < last and doc[first].lower_ in ARTICLES) : last + 1].text


def _is_state(doc: Doc, first: int, last: int) -> bool:
    entry = known(_bare(doc, first, last))
    return entry is not None and entry.type == "state" and entry.kind == "name"


def _is_name(doc: Doc, first: int, last: int, *, alone: Alone) -> bool:
    """Whether a piece is a name by itself: a known one, a city's, or one that the document has elsewhere."""
    text = _bare(doc, first, last)
    entry = known(text)
    return (entry is not None and entry.kind == "name") or text in cities() or text in alone.names


def _is_backing(doc: Doc, at: int) -> bool:
    """Whether a token ends a compound that says of what follows how it stands to the name before ("[X]-backed Y")."""
    token = doc[at]
    joined = doc[at - 1].text in DASHES and not doc[at - 2].whitespace_
    return joined and (token.lower_ in _backing() or (token.is_lower and token.tag_ == "VBN"))


@lru_cache(maxsize=4)
def _backing(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "actors")["backing"]["words"])


def _is_possessive(token: Token) -> bool:
    return token.tag_ == "POS" and not token.nbor(-1).whitespace_


def _owns(doc: Doc, first: int, last: int, *, label: str, alone: Alone) -> bool:
    """Whether a piece before a possessive ending is an owner of its own: "[Peru]'s Navy", not "[People]'s Army"."""
    if label in PERSON or label in PLACE or _is_name(doc, first, last, alone=alone) or doc[last].text in alone.people:
        return True
    return first < last and name_heads().get(doc[last].lower_) in ("company", "media")  # "[Dren Airways]' pilots"


def _around_office(doc: Doc, part: Part) -> Iterator[Part]:
    """A body's name, or a person's, into which both were taken: the two, without the office between them."""
    person = part.first + (portfolio_end(doc, part.first, part.last) if part.label == "ORG" else 0)
    if part.first < person <= part.last and doc[person].text[:1].isupper() and _is_persons(doc, person, part.last):
        yield Part(part.first, person - 1, part.label)
        yield Part(person, part.last, "PER")
        return
    sent = next((at for at in range(part.first, part.last) if is_office(doc[at].lower_) and doc[at + 1].lower_ == "to"), None)
    if sent is not None and part.label == "ORG":  # "[Peruvian] Ambassador to the [United Nations]"
        yield from (Part(*each, part.label) for each in ((part.first, sent - 1), (sent + 2, part.last)) if each[0] <= each[1])
        return
    office = _office_within(doc, part) if part.label in ("ORG", *PERSON) else None
    holder = None if office is None else _person_after(doc, office, part.last)
    if office is None or holder is None:
        yield part
        return
    if office > part.first:
        yield Part(part.first, office - 1, "ORG")
    yield Part(holder, part.last, "PER")


def _office_within(doc: Doc, part: Part) -> int | None:
    """Where inside a span a person's office begins; not at its first word, where it is a title, unless it is spelt out ("director
    of ...")."""
    titles = people_words().titles
    for at in range(part.first, part.last):
        if is_office(doc[at].lower_.rstrip(".")) or _is_role_of(doc, at):
            while at > part.first and doc[at - 1].lower_.rstrip(".") in titles:
                at -= 1
            return at if at > part.first or (part.label == "ORG" and doc[at + 1].lower_ in _JOINTS) else None
    return None


def _is_role_of(doc: Doc, at: int) -> bool:
    """Whether a noun for somebody stands before a common given name: "Orel News [Correspondent] Ana Petrak"."""
    words = people_words()
    return words.is_person(doc[at].lower_) and doc[at + 1].lower_ in words.male_names | words.female_names


def _person_after(doc: Doc, office: int, last: int) -> int | None:
    """Where the name of the office's holder begins, which goes on to the end of the span: after the office, or at a common given
    name ("secretary of state [Ana] ..."). No word of it is a body's."""
    words = people_words()
    given = words.male_names | words.female_names
    for at in range(office + 1, last + 1):
        before = doc[at - 1].lower_.rstrip(".")
        opened = is_office(before) or (at < last and doc[at].lower_ in given and before not in _JOINTS)
        if opened and doc[at].text[:1].isupper() and doc[at].lower_ not in words.titles and _is_persons(doc, at, last):
            return at
    return None


def _is_persons(doc: Doc, first: int, last: int) -> bool:
    """Whether no word of a name is a body's, nor what an office is for."""
    return all(token.lower_ not in _heads() and token.lower_ not in portfolios() for token in doc[first : last + 1])


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """Nouns that bodies have in their names, first or last, and what joins them to the rest."""
    return frozenset((*name_heads(), *first_heads())) | _JOINTS

"""What the words beside one name say of it in so many words: that it is a person's, a body's or a place's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.names.words import body_types, index_of
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from crossread.model.reading import EntityType
    from crossread.reading.names.raw import RawName

# What a noun in front of a name calls it, whatever the recogniser saw: "the newspaper X".
_CALLED = ("media", "company", "ngo", "armed_group")
_OF = frozenset(("of", "from", "in"))
_BESIDE = ("compound", "nmod:desc", "appos", "flat")


def is_persons(doc: Doc, raw: RawName) -> bool:
    """Whether a name is said to be one person's: by a role set before it or after it ("spokesman X", "X, a reporter", "X is a
    suspect"), by "who", or by what only people do ("X resigned")."""
    head = doc[raw.first : raw.last + 1].root
    if doc[raw.last].tag_ == "NNPS" or any(child.lower_ in ("a", "an") for child in head.children):
        return False
    if raw.label != "ORG" and _is_followed_by_who(doc, raw):
        return True
    if any(_is_role(noun) for noun in (*_in_front(doc, raw, head), *_behind(doc, raw, head), *_said(head))):
        return True
    if any(_has_who(child) for child in head.children if child.dep_ == "acl:relcl"):
        return True
    verbs = table("en", "bodies")["personal"]["verbs"]
    return head.dep_ in ("nsubj", "nsubj:pass") and head.head.pos_ == "VERB" and head.head.lemma_.lower() in verbs


def called_body(doc: Doc, raw: RawName) -> EntityType | None:
    """What kind of body a noun beside a name calls it: "the newspaper X", "the airline, X", "X, an oil firm", "the X daily"."""
    head = doc[raw.first : raw.last + 1].root
    for noun in (*_in_front(doc, raw, head), *_behind(doc, raw, head)):
        lemma, types = noun.lemma_.lower(), body_types()
        before = doc[noun.i - 1].lower_ if noun.i else ""
        found = types.get(f"{before} {lemma}", types.get(lemma))
        if found in _CALLED:
            return found
    after = doc[raw.last + 1] if raw.last + 1 < len(doc) else None
    if after is None or not after.is_lower or after.tag_ != "NN":
        return None
    return _taken_up().get(doc[after.i : after.i + 2].text) or (_taken_up().get(after.lower_) if head.head.i == after.i else None)


@lru_cache(maxsize=4)
def _taken_up(language: str = "en") -> dict[str, EntityType]:
    return index_of(table(language, "bodies")["taken_up"])


def listed_among(doc: Doc, raw: RawName) -> str | None:
    """The recogniser's label of all the other names of a list of three and more that a name stands in: "Orel, Dren and X"."""
    head = doc[raw.first : raw.last + 1].root
    top = head.head if head.dep_ == "conj" else head
    members = [top, *(child for child in top.children if child.dep_ == "conj")]
    labels = {token.ent_type_ for token in members if token.i != head.i}
    return labels.pop() if len(members) > 2 and len(labels) == 1 else None


def is_called_place(doc: Doc, raw: RawName) -> bool:
    """Whether a noun for places that a name identifies stands beside it: "the town of X", "X province"."""
    words = table("en", "bodies")["called"]
    after = doc[raw.last + 1] if raw.last + 1 < len(doc) else None
    if after is not None and after.lower_ in words["named_place"] and after.is_lower:
        return True
    return raw.first > 1 and doc[raw.first - 1].lower_ == "of" and doc[raw.first - 2].lower_ in words["named_place"]


def opens_as_place(text: str) -> bool:
    """Whether the first of several words of a name is one that places have: "Eastern X", "Jabal X"."""
    first, _, rest = text.partition(" ")
    return rest != "" and first.lower() in table("en", "bodies")["whereabouts"]["words"]


def _in_front(doc: Doc, raw: RawName, head: Token) -> Iterator[Token]:
    """The common noun before a name that stands for the same: "spokesman X", "the group's spokesman, X"."""
    before = doc[raw.first - 1] if raw.first else None
    if before is not None and before.pos_ == "NOUN" and before.is_lower:
        if head.head.i == before.i and head.dep_ in _BESIDE:
            yield before
        elif before.head.i == head.i and before.dep_ in _BESIDE:
            yield before
    if head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.i < raw.first - 1 and doc[raw.first - 1].text == ",":
        yield head.head


def _behind(doc: Doc, raw: RawName, head: Token) -> Iterator[Token]:
    """The common noun in apposition right behind a name; after "of X" it may as well be said of what stands before."""
    if raw.label in ("LOC", "GPE") and raw.first and doc[raw.first - 1].lower_ in _OF:
        return
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.left_edge.i in (raw.last + 1, raw.last + 2):
            yield child


def _said(head: Token) -> Iterator[Token]:
    """The noun that a name is said to be: "X is a suspect"."""
    outer = head.head
    if head.dep_ == "nsubj" and outer.pos_ in ("NOUN", "ADJ") and any(child.dep_ == "cop" for child in outer.children):
        yield outer


def _is_role(noun: Token) -> bool:
    """Whether a noun is one for a single person, and no word that bodies and states are called too ("an ally")."""
    lemma = noun.lemma_.lower()
    one = noun.tag_ == "NN" or (noun.tag_ == "JJ" and any(child.dep_ == "det" for child in noun.children))  # "a civilian"
    return one and people_words().is_person(lemma) and lemma not in _shared()


@lru_cache(maxsize=4)
def _shared(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["personal"]["shared"])


def _is_followed_by_who(doc: Doc, raw: RawName) -> bool:
    """Whether "who" stands right behind a name, wherever the parser hangs its clause: "the successor of X, who resigned"."""
    at = raw.last + 1
    at += at < len(doc) and doc[at].text == ","
    if at >= len(doc) or doc[at].lower_ != "who" or doc[at].dep_ not in ("nsubj", "nsubj:pass"):
        return False
    return doc[at].head.dep_ == "acl:relcl" and _has_who(doc[at].head)


def _has_who(verb: Token) -> bool:
    """Whether a relative clause opens with "who" and is said of one: "X, who was freed"."""
    opened = any(child.lower_ in ("who", "whom") for child in verb.children)
    first = next((child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")), verb)
    return opened and first.tag_ in ("VBZ", "VBD") and first.lower_ != "were"

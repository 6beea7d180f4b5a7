"""Speech tags that no comma sets off: "Nine were killed in the raid the observatory said", "… said the observatory", and in texts
without any comma also inserted ones: "The units the source added left the town"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.attribution.cues import Cue, CueLexicon
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import (
    Range,
    char_span,
    closes,
    is_day,
    is_mark,
    is_passive,
    noun_phrase,
    trimmed,
    verb_group,
)
from crossread.reading.names.types import described_type
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_SPEAKING_TAGS = frozenset({"VBD", "VBZ"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_BEHIND = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
# What may end what somebody says, right before him; after a preposition or a conjunction he speaks in a clause of it.
_ENDINGS = frozenset({"NOUN", "PROPN", "NUM", "ADV", "ADJ"})
_WITHIN = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PEOPLE = frozenset({"PERSON", "PER", "ORG"})
_BODIES = frozenset({"person", "media", "ngo", "igo", "government_body", "military_unit", "armed_group", "company", "party"})


def is_inverted(verb: Token, lexicon: CueLexicon) -> bool:
    """Whether a verb that only tags has nothing but a noun phrase behind it and no subject before: "… said the army"."""
    return (
        verb.tag_ in _SPEAKING_TAGS
        and lexicon.lemma(verb) in lexicon.tags
        and not any(child.dep_ in _SUBJECTS or child.dep_.startswith("aux") for child in verb.lefts)
        and any(child.dep_ in _BEHIND and child.left_edge.i == verb.i + 1 for child in verb.rights)
    )


def read_bare(verb: Token, cue: Cue, *, sent: SpacySpan, number: int, lexicon: CueLexicon, commas: bool) -> Found | None:
    """What a finite verb of speech says beside a speaker whom no comma parts from it. Where the text has `commas`, only a "said"
    that closes the sentence with its speaker counts, since else "the raid the army reported" is a raid."""
    if verb.tag_ not in _SPEAKING_TAGS or is_passive(verb) or not cue.quotes or "clause" not in cue.takes:
        return None
    if commas and (lexicon.lemma(verb) not in lexicon.tags or verb.dep_ == "acl:relcl" and verb.head.pos_ != "PROPN"):
        return None  # "the words the minister said"
    source = _before(verb, sent=sent, lexicon=lexicon)
    pieces = _around(verb, source, sent=sent, commas=commas) if source is not None else []
    if not pieces and (source := _after(verb, sent=sent, lexicon=lexicon)) is not None:
        pieces = _left(verb.doc, (sent.start, verb_group(verb)[0]))
    if source is None or not pieces:
        return None
    doc = verb.doc
    return Found(
        source=char_span(doc, source),
        cue=char_span(doc, verb_group(verb)),
        pieces=tuple(char_span(doc, piece) for piece in pieces),
        sent=number,
        quotes=True,
    )


def _before(verb: Token, *, sent: SpacySpan, lexicon: CueLexicon) -> Range | None:
    """The speaker right before a verb: its subject where the parse knows it, else the noun phrase that ends there."""
    doc, end = verb.doc, verb_group(verb)[0]
    head = next((child for child in reversed(list(verb.lefts)) if child.dep_ in _SUBJECTS), None)
    if head is None and end > sent.start and doc[end - 1].pos_ in _NOMINAL:
        head = doc[end - 1]
    if head is None or not _speaks(head, lexicon) or head.right_edge.i >= end and head.i != end - 1:
        return None
    start = noun_phrase(head, without=verb.i)[0] if head.dep_ in _SUBJECTS and head.head.i == verb.i else head.i
    while start == head.i > sent.start or start > sent.start and doc[start].pos_ != "DET":
        before = doc[start - 1]
        if before.pos_ not in _WITHIN and before.tag_ not in ("DT", "PRP$", "POS") or is_day(before):
            break
        start -= 1
        if doc[start].pos_ == "DET":
            break
    days = [token.i for token in doc[start : head.i] if is_day(token)]
    start = days[-1] + 1 if days else start
    return (start, end) if start > sent.start and not any(is_mark(token) for token in doc[start:end]) else None


def _after(verb: Token, *, sent: SpacySpan, lexicon: CueLexicon) -> Range | None:
    """The speaker right after a verb, with whom the sentence ends."""
    if any(child.dep_ in _SUBJECTS and child.i < verb.i for child in verb.children):
        return None
    head = next((child for child in verb.rights if child.dep_ in _BEHIND), None)
    if head is None or head.left_edge.i != verb.i + 1 or not _speaks(head, lexicon) or verb.dep_ == "ROOT":
        return None
    rest = [token for token in verb.doc[verb.i + 1 : sent.end] if not token.is_space]
    if any(token.tag_ in _FINITE_TAGS or token.text == "," or is_mark(token) for token in rest):
        return None
    return noun_phrase(head, without=verb.i)


def _speaks(head: Token, lexicon: CueLexicon) -> bool:
    """Whether a noun is one for who can speak."""
    if head.pos_ not in _NOMINAL:
        return False
    lemma = head.lemma_.lower()
    return (
        head.ent_type_ in _PEOPLE
        or lemma in lexicon.speakers
        or people_words().is_person(lemma)
        or described_type(head) in _BODIES
    )


def _around(verb: Token, source: Range, *, sent: SpacySpan, commas: bool) -> list[Range]:
    """What stands before a speaker who closes the sentence; before and behind one who is inserted after its subject."""
    doc = verb.doc
    left = (sent.start, source[0])
    if closes(verb, sent=sent):
        return _left(doc, left)
    following = doc[verb.i + 1] if verb.i + 1 < sent.end else verb
    finite = any(token.tag_ in _FINITE_TAGS for token in doc[left[0] : left[1]])
    if commas or finite or following.tag_ not in (*_FINITE_TAGS, "VBN"):
        return []
    before, right = trimmed(doc, left), trimmed(doc, (verb.i + 1, sent.end))
    return [before, right] if before is not None and right is not None and doc[before[1] - 1].pos_ in _NOMINAL else []


def _left(doc: Doc, tokens: Range) -> list[Range]:
    """The range as a content of its own: it ends as a sentence may, and is one."""
    kept = trimmed(doc, tokens)
    if kept is None or kept[1] != tokens[1] or is_mark(doc[kept[1] - 1]):
        return []
    last = doc[kept[1] - 1]
    if last.pos_ not in _ENDINGS and last.tag_ not in ("VBN", "PRP"):
        return []
    return [kept] if any(token.tag_ in _FINITE_TAGS for token in doc[kept[0] : kept[1]]) else []

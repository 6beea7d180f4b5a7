"""Speech tags read off the surface: "…, X said.", "…, said X.", "X, he said, is Y", "X said Y". For verbs of speech that the
parse leaves without content or speaker, as it does in long sentences and where a tag is inserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.attribution.cues import Cue
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import Range, char_span, is_mark, is_passive, trimmed, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SPEAKING_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_STOPS = frozenset({".", "?", "!"})
_FORCES = frozenset({"reported", "alleged", "asserted"})
# What may open an adverbial before the sentence proper, and what opens a clause inside a would-be speaker.
_OPENING = frozenset({"ADP", "SCONJ", "ADV", "VERB", "CCONJ"})
_CLAUSE_TAGS = frozenset({"WP", "WDT", "WRB"})
# The longest speaker without commas, and the farthest "that" after a verb, in tokens.
_LONGEST = 14
_THAT = 7


def read_plain(verb: Token, cue: Cue, *, sent: SpacySpan, number: int) -> Found | None:
    """What a finite verb of speech says, by the commas around it and its speaker; `None` where the surface shows no tag."""
    if verb.tag_ not in _SPEAKING_TAGS and not is_misread(verb) or is_passive(verb):
        return None
    if not cue.quotes or "clause" not in cue.takes:
        return None
    if cue.force.force not in _FORCES:
        return None
    doc = verb.doc
    group = verb_group(verb)
    tag = _tag(verb, group, sent=sent)
    said = (tag[0], _around(doc, tag[1], sent=sent)) if tag is not None else _opening(verb, cue, sent=sent)
    if said is None or not said[1]:
        return None
    source, pieces = said
    return Found(
        source=char_span(doc, source),
        cue=char_span(doc, group),
        pieces=tuple(char_span(doc, piece) for piece in pieces),
        sent=number,
        quotes=True,
    )


def is_misread(noun: Token) -> bool:
    """Whether a word read as a plural noun is a verb: "…, the Courier reports", where it has a subject."""
    return noun.tag_ == "NNS" and noun.dep_ in ("parataxis", "ROOT") and any(child.dep_ == "nsubj" for child in noun.lefts)


def _tag(verb: Token, group: Range, *, sent: SpacySpan) -> tuple[Range, Range] | None:
    """Speaker and extent of a tag that a comma opens and a comma or the sentence's end closes."""
    doc = verb.doc
    before = doc[group[0] - 1] if group[0] > sent.start else None
    if before is None:
        return None
    if before.text == ",":
        end = _phrase_end(doc, group[1], sent=sent)
        if end is not None:
            return (group[1], end), (before.i, end)
        name = _described(doc, before.i, sent=sent)
        end = _tag_end(verb, sent=sent)
        return (name, (name[0] - 1, end)) if name is not None and end is not None else None
    start = group[0] - 1
    while start > sent.start and doc[start - 1].text != "," and group[0] - start < _LONGEST:
        start -= 1
    if start <= sent.start or doc[start - 1].text != "," or not _is_phrase(doc, (start, group[0])):
        return None
    described = verb.dep_ == "acl:relcl" and start <= verb.head.i < verb.i
    if described or sum(child.dep_ == "nsubj" for child in verb.lefts) > 1:
        return None  # "…, a charge Peru denies"
    end = _tag_end(verb, sent=sent)
    return ((start, group[0]), (start - 1, end)) if end is not None else None


def _tag_end(verb: Token, *, sent: SpacySpan) -> int | None:
    """Where a tag ends behind its verb, `None` where the verb has a content of its own there."""
    doc = verb.doc
    end = verb.i + 1
    while end < sent.end and doc[end].text not in (",", *_STOPS):
        if doc[end].tag_ in _FINITE_TAGS or is_mark(doc[end]) or doc[end].text in (":", ";") or doc[end].lower_ == "that":
            return None
        end += 1
    return end


def _described(doc: Doc, comma: int, *, sent: SpacySpan) -> Range | None:
    """The name before a description that ends in the given comma: "…, Ana Petrak, a spokeswoman for the ministry, said"."""
    commas = [i for i in range(sent.start, comma) if doc[i].text == ","][-2:]
    if len(commas) < 2 or not _is_phrase(doc, (commas[1] + 1, comma)) or comma - commas[1] > _LONGEST:
        return None
    name = commas[0] + 1, commas[1]
    return name if name[0] < name[1] and all(token.pos_ == "PROPN" for token in doc[name[0] : name[1]]) else None


def _phrase_end(doc: Doc, start: int, *, sent: SpacySpan) -> int | None:
    """The end of the noun phrase that follows an inverted verb, up to a comma or the sentence's end."""
    end = start
    while end < sent.end and doc[end].text not in (",", *_STOPS):
        if is_mark(doc[end]) or doc[end].text in (":", ";"):
            return None
        if doc[end].tag_ in _FINITE_TAGS and not _in_relative(doc, start, end):
            return None
        end += 1
    return end if _is_phrase(doc, (start, end)) else None


def _in_relative(doc: Doc, start: int, at: int) -> bool:
    return any(token.tag_ in _CLAUSE_TAGS or token.pos_ == "SCONJ" for token in doc[start + 1 : at])


def _is_phrase(doc: Doc, tokens: Range) -> bool:
    """Whether a range can be a speaker: it opens as a noun phrase does, holds a noun and no verb of its own."""
    start, end = tokens
    if start >= end or doc[start].pos_ not in ("DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM") or doc[start].tag_ in _CLAUSE_TAGS:
        return False
    if end - start > 1 and doc[end - 1].tag_ == "PRP":
        return False
    return any(token.pos_ in _NOMINAL for token in doc[start:end]) and not any(
        is_mark(token) or token.tag_ in _FINITE_TAGS and not _in_relative(doc, start, token.i) for token in doc[start:end]
    )


def _around(doc: Doc, hole: Range, *, sent: SpacySpan) -> list[Range]:
    """The sentence around a tag. What follows it belongs to the content only where what precedes is no clause yet."""
    left = trimmed(doc, (sent.start, hole[0]))
    right = trimmed(doc, (hole[1], sent.end)) if hole[1] < sent.end else None
    if left is None:
        return []
    if _has_finite(doc, left):
        return [left] if right is None or doc[left[0]].pos_ not in _OPENING else []
    if right is None or not _has_finite(doc, right) or doc[left[0]].pos_ in _OPENING:
        return []
    return [left, right]


def _opening(verb: Token, cue: Cue, *, sent: SpacySpan) -> tuple[Range, list[Range]] | None:
    """Speaker and content of a sentence that begins with its speaker: "X said on Monday that …"."""
    doc = verb.doc
    group = verb_group(verb)
    start = sent.start
    comma = next((token.i for token in doc[sent.start : group[0]] if token.text == ","), None)
    if comma is not None and not _is_phrase(doc, (start, group[0])):
        start = comma + 1
    if verb.dep_.startswith("acl") or not _is_phrase(doc, (start, group[0])) or group[0] - start > _LONGEST:
        return None
    after = range(group[1], min(group[1] + _THAT, sent.end - 1))
    at = next((i for i in after if doc[i].lower_ == "that" and doc[i + 1].tag_ not in _FINITE_TAGS), None)
    if at is None and not cue.hearer and group[1] < sent.end and doc[group[1]].pos_ not in ("PUNCT", "VERB", "AUX", "PART"):
        at = group[1] if doc[group[1]].pos_ != "ADP" or "object" in cue.takes else None
    if at is None or any(token.is_punct for token in doc[group[1] : at]):
        return None
    content = trimmed(doc, (at, sent.end))
    if content is None:
        return None
    verbs = (token for token in doc[content[0] : content[1]] if token.tag_ in _FINITE_TAGS or token.tag_ in _CLAUSE_TAGS)
    first = next(verbs, None)
    return ((start, group[0]), [content]) if first is not None and first.tag_ in _FINITE_TAGS else None


def _has_finite(doc: Doc, tokens: Range) -> bool:
    return any(token.tag_ in _FINITE_TAGS for token in doc[tokens[0] : tokens[1]])

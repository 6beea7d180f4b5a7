"""Cues that are no verbs: nouns ("the claim that …"), adverbs, adjectives, and phrases that name a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.attribution.cues import Cue, CueLexicon
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import (
    Range,
    char_span,
    follows_comma,
    is_mark,
    noun_phrase,
    preposition,
    subtree,
    trimmed,
    without,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_CLAUSAL = frozenset({"acl", "acl:relcl", "ccomp", "advcl"})
_INSERTS = frozenset({",", "-", "–", "—", "--"})
_COPULAR = frozenset({"cop"})


def read_noun(noun: Token, cue: Cue, *, number: int) -> Found | None:
    """A noun with its content: "the ministry's claim that …", "reports of clashes", "a vow by the army to …"."""
    content = _noun_content(noun, cue)
    if content is None:
        return None
    source: Range | None = None
    for child in noun.children:
        if child.dep_ in ("nmod:poss", "nmod:desc") and child.i < noun.i and child.dep_ == "nmod:poss":
            source = noun_phrase(child, without=noun.i)
            break
        if child.dep_ == "nmod" and preposition(child) in ("by", "from", "among") and child.i < content[0]:
            source = noun_phrase(child, without=noun.i)
            source = trimmed(noun.doc, (max(source[0], child.left_edge.i + 1), min(source[1], content[0])))
            break
        if child.dep_ == "compound" and child.i == noun.i - 1 and child.pos_ == "PROPN" and noun.tag_ == "NNS":
            source = child.left_edge.i, noun.i
    if source is not None and noun.doc[source[1] - 1].tag_ == "POS" and source[1] - source[0] > 1:
        source = source[0], source[1] - 1
    doc = noun.doc
    kept = trimmed(doc, content)
    if kept is None:
        return None
    return Found(
        source=char_span(doc, source) if source else None,
        cue=char_span(doc, (noun.i, noun.i + 1)),
        pieces=(char_span(doc, kept),),
        sent=number,
    )


def _noun_content(noun: Token, cue: Cue) -> Range | None:
    for child in noun.children:
        if child.i <= noun.i:
            continue
        start, end = subtree(child)
        first = noun.doc[start].lower_
        if child.dep_ in _CLAUSAL:
            infinitive = any(c.tag_ == "TO" and c.i < child.i for c in child.children)
            if infinitive and "infinitive" in cue.takes:
                return start, end
            end = _until_participle(child, end)
            if "clause" in cue.takes and first in ("that", "whether") and not _is_relative(child):
                return start, end
            if first in cue.takes:
                return start + 1, end
        elif child.dep_ == "nmod" and (word := preposition(child)) and word in cue.takes and word not in ("by", "from"):
            return start + 1, end
    return None


def _until_participle(clause: Token, end: int) -> int:
    """The end of a clause before a participle after a comma, which is the narrator's: ", saying …"."""
    for child in clause.children:
        if child.i > clause.i and child.dep_ == "advcl" and child.tag_ == "VBG" and follows_comma(child):
            end = min(end, child.left_edge.i)
    return end


def _is_relative(child: Token) -> bool:
    """Whether "that" is the clause's own subject or object, so that it describes the noun and does not unfold it.
    One tagged as a conjunction is neither, wherever the parse hangs it."""
    return any(
        c.lower_ == "that" and c.dep_ in ("nsubj", "nsubj:pass", "obj") and c.pos_ != "SCONJ" for c in child.children
    )


def read_adverb(adverb: Token, *, sent: SpacySpan, number: int) -> Found | None:
    """ "Reportedly", "allegedly": the clause they stand in, without a source."""
    head = adverb.head
    if head.i == adverb.i:
        return None
    start, end = subtree(head)
    doc = adverb.doc
    while start < head.i and (doc[start].dep_ in ("cc", "mark") or doc[start].is_punct and not is_mark(doc[start])):
        start += 1
    if head.dep_ not in ("amod", "acl", "advmod") and head.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        for child in head.children:
            if child.i > adverb.i and child.dep_ in ("advcl", "parataxis") and child.left_edge.i > adverb.i:
                end = min(end, child.left_edge.i)
    if head.dep_ == "amod":
        start, end = subtree(head.head)
    pieces = [piece for part in without((start, end), (adverb.i, adverb.i + 1)) if (piece := trimmed(doc, part)) is not None]
    if not pieces:
        return None
    return Found(
        source=None,
        cue=char_span(doc, (adverb.i, adverb.i + 1)),
        pieces=tuple(char_span(doc, piece) for piece in pieces),
        sent=number,
    )


def read_adjective(adjective: Token, cue: Cue, *, number: int) -> Found | None:
    """ "Alleged" before a noun; "confident that …", "eager to …" said of somebody."""
    doc = adjective.doc
    if "noun" in cue.takes:
        if adjective.dep_ != "amod":
            return None
        start, end = subtree(adjective.head)
        kept = trimmed(doc, (max(start, adjective.i + 1), end))
        if kept is None:
            return None
        return Found(None, char_span(doc, (adjective.i, adjective.i + 1)), (char_span(doc, kept),), number)
    holder = next((child for child in adjective.children if child.dep_ == "nsubj"), None)
    if holder is None and adjective.dep_ == "conj":
        holder = next((child for child in adjective.head.children if child.dep_ == "nsubj"), None)
    if holder is None or holder.lower_ in ("it", "that", "this", "there"):
        return None
    for child in adjective.children:
        if child.i < adjective.i or child.dep_ not in ("ccomp", "xcomp", "advcl", "obl"):
            continue
        start, end = subtree(child)
        start = max(start, adjective.i + 1)
        infinitive = any(c.tag_ == "TO" for c in child.children)
        word = preposition(child)
        if infinitive and "infinitive" not in cue.takes:
            continue  # "is sure to be asked": nobody is sure there
        if child.dep_ != "obl" and infinitive or child.dep_ == "ccomp" and "clause" in cue.takes:
            kept = trimmed(doc, (start, end))
        elif word in cue.takes:
            kept = trimmed(doc, (start + 1, end))
        else:
            continue
        if kept is None:
            continue
        copula = [c.i for c in adjective.children if c.dep_ in _COPULAR and c.i < adjective.i]
        cue_range = (min([*copula, adjective.i]), adjective.i + 1)
        source = noun_phrase(holder, without=cue_range[0])
        return Found(char_span(doc, source), char_span(doc, cue_range), (char_span(doc, kept),), number)
    return None


def read_phrase(first: Token, length: int, *, sent: SpacySpan, number: int) -> Found | None:
    """ "According to X", "in the words of X": the source follows, the sentence around it is the content."""
    start, after = first.i, first.i + length
    head = _governed(first, after=after, sent=sent)
    if head is None:
        return None
    source = noun_phrase(head, without=after - 1)
    source = (max(source[0], after), source[1])
    dash = next(
        (i for i in range(head.i + 1, source[1]) if sent.doc[i].text in ("-", "–", "—", "--", ";") and sent.doc[i].whitespace_),
        source[1],
    )
    source = (source[0], dash)
    if source[0] >= source[1]:
        return None
    return _around(first, cue=(start, after), source=source, sent=sent, number=number)


def read_view(noun: Token, *, sent: SpacySpan, number: int, lexicon: CueLexicon) -> Found | None:
    """ "In X's view, …": the possessor is the source."""
    case = next((child for child in noun.children if child.dep_ == "case" and child.lower_ in lexicon.view_prepositions), None)
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
    if (
        case is None
        or owner is None
        or noun.dep_ not in ("obl", "nmod", "advmod", "parataxis")
        or any(child.i > noun.i and not child.is_punct for child in noun.children)
    ):
        return None
    doc = noun.doc
    alone = (
        case.i == sent.start
        or doc[case.i - 1].text in (",", "—", "–", "-")
        or noun.i + 1 < sent.end
        and doc[noun.i + 1].text == ","
    )
    if not alone or noun.i + 1 < sent.end and doc[noun.i + 1].text not in (",", ".", ":", "—", "–", "-"):
        return None
    source = noun_phrase(owner, without=noun.i)
    source = (max(source[0], case.i + 1), source[1])
    if source[1] - source[0] > 1 and doc[source[1] - 1].tag_ == "POS":
        source = source[0], source[1] - 1
    if source[0] >= source[1]:
        return None
    found = _around(case, cue=(case.i, noun.i + 1), source=(case.i, noun.i + 1), sent=sent, number=number)
    if found is None:
        return None
    return Found(char_span(doc, source), char_span(doc, (noun.i, noun.i + 1)), found.pieces, number)


def _governed(first: Token, *, after: int, sent: SpacySpan) -> Token | None:
    """The noun that a complex preposition governs."""
    if after >= sent.end:
        return None
    head = first.head
    if head.i >= after and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X") and head.i < sent.end:
        return head
    token = sent.doc[after]
    for _ in range(8):
        if token.pos_ in ("NOUN", "PROPN", "PRON") and (
            token.head.i < after or token.dep_ not in ("compound", "amod", "nmod:poss", "det", "nummod")
        ):
            return token
        if token.head.i <= token.i or token.head.i >= sent.end:
            break
        token = token.head
    return sent.doc[after] if sent.doc[after].pos_ in ("NOUN", "PROPN", "PRON") else None


def _around(first: Token, *, cue: Range, source: Range, sent: SpacySpan, number: int) -> Found | None:
    """The sentence around a phrase that names its source: all of it where the phrase opens or closes it, or is set off
    by commas; only the clause it stands in where it is not."""
    doc = first.doc
    hole = (min(cue[0], source[0]), max(cue[1], source[1]))
    before = trimmed(doc, (sent.start, hole[0])) if hole[0] > sent.start else None
    rest = trimmed(doc, (hole[1], sent.end)) if hole[1] < sent.end else None
    lead = all(not token.is_alpha or token.dep_ in ("cc", "advmod", "mark") for token in doc[sent.start : hole[0]])
    if before is None or lead:
        pieces = [rest] if rest else []
    elif rest is None:
        pieces = [before]
    else:
        tail = doc[hole[1]] if hole[1] < sent.end else None
        continues = any(
            before[0] <= token.i < before[1] and token.head.i >= rest[0] and not token.is_punct
            for token in doc[before[0] : before[1]]
        )
        new_clause = tail is not None and (
            tail.text in (";", ":") or doc[rest[0]].dep_ in ("cc",) or doc[rest[0]].tag_ in ("WDT", "WP", "WRB")
        )
        pieces = (
            [before, rest]
            if continues or not new_clause and tail is not None and tail.text in _INSERTS and doc[hole[0] - 1].text in _INSERTS
            else [before]
        )
    if not pieces:
        return None
    return Found(
        source=char_span(doc, source),
        cue=char_span(doc, cue),
        pieces=tuple(char_span(doc, piece) for piece in pieces),
        sent=number,
    )

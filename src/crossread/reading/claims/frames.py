"""All frames of a sentence: every pattern, in every place where it is met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.reading.claims import syntax
from crossread.reading.claims.adjective_frames import adjective_frames, undertaking_frames
from crossread.reading.claims.compound_frames import is_compounded, participle_frames, prefix_frames
from crossread.reading.claims.frame import Frame
from crossread.reading.claims.frame_parts import HYPHENS
from crossread.reading.claims.noun_frames import accompanying_frames, noun_frames
from crossread.reading.claims.patterns import PatternIndex
from crossread.reading.claims.preposition_frames import preposition_frames
from crossread.reading.claims.verb_frames import verb_frames

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan


def frames_of(sent: SpacySpan, index: PatternIndex, *, language: str = "en") -> Iterator[Frame]:
    """All frames of a sentence, in the order of their anchors, then of the lexicon. Two patterns may say the same of the same
    tokens, each for arguments of its own types."""
    for token in sent:
        if token.is_space or token.is_punct:
            continue
        found: list[Frame] = []
        if is_compounded(token):
            pass  # "Morland-backed", "rebel-held" are read as participles alone
        elif token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBN", "VBG", "VBD") or syntax.is_bare_predicate(token):
            found += verb_frames(token, index)
        gerund = token.tag_ == "VBG" and token.dep_ in syntax.SUBJECTS + syntax.PASSIVE_SUBJECTS
        if token.pos_ in ("NOUN", "PROPN") or gerund or (token.pos_ == "ADJ" and token.dep_ == "appos"):
            found += noun_frames(token, index, language)
        if token.pos_ in ("NOUN", "PROPN") or token.tag_ == "VBG":
            found += accompanying_frames(token, index, language)
        if token.pos_ in ("ADJ", "VERB"):
            found += adjective_frames(token, index)
        if token.pos_ in ("VERB", "NOUN"):
            found += undertaking_frames(token, index)
        if token.tag_ in ("VBN", "JJ", "VBD", "VBG"):
            found += participle_frames(token, index)
        if token.i + 2 < len(token.doc) and token.doc[token.i + 1].text in HYPHENS:
            found += prefix_frames(token, index)
        if token.dep_ == "case" or token.pos_ in ("ADP", "SCONJ"):
            found += preposition_frames(token, index)
        yield from found

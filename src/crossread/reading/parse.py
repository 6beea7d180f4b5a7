"""From a document to its parse: the one place where text meets the pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import SILENT_KINDS, Document, Region, Span
from crossread.reading.datelines import dateline_ends
from crossread.reading.mending import mend
from crossread.reading.readable import breaks, plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan


_STOPS = frozenset(".!?…")
_READ = ("HEAD", "DEP", "TAG", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE", "SENT_START")
_LONGEST_RUN = 250  # tokens: what reading costs grows with the square of a sentence


@dataclass(frozen=True, slots=True)
class Parse:
    """A document with its parse. Every `token.idx` is an offset into the text.

    `doc.text` is the text as `plain` makes it: quotations are cut from `document.text`.
    """

    document: Document
    doc: Doc
    sents: tuple[SpacySpan, ...]
    region_of: tuple[int, ...]  # per sentence: index into document.regions, -1 where no region covers it

    def region(self, sent: int) -> Region | None:
        """The region that a sentence (by number) lies in."""
        index = self.region_of[sent]
        return self.document.regions[index] if index >= 0 else None

    def is_silent(self, sent: int) -> bool:
        """Whether the sentence lies where nothing may be read: comments, widgets, bylines."""
        region = self.region(sent)
        return region is not None and region.kind in SILENT_KINDS


def parse_all(nlp: Language, documents: Iterable[Document]) -> Iterator[Parse]:
    """Parse documents one after another; regions bound sentences. Streams: holds one document at a time."""
    for document in documents:
        yield parse_document(nlp, document)


def parse_document(nlp: Language, document: Document) -> Parse:
    """Parse one document; regions, datelines and what is pasted between sentences bound them."""
    written = nlp.make_doc(plain(document.text))
    starts = {*(region.start for region in document.regions), *dateline_ends(document.text), *breaks(document.text)}
    _bound_sentences(written, sorted(starts))
    doc = with_stand_ins(written)
    for _, component in nlp.pipeline:
        doc = component(doc)
    doc = as_written(doc, written)
    for token in doc:
        if token.is_space:
            token.dep_ = "dep"  # treebanks have no white space: whatever relation the parser gives it means nothing
    return _parse(document, doc)


def with_stand_ins(written: Doc, language: str = "en") -> Doc:
    """The document with another acronym for each that the parser would take for a common word ("IS shelled the town"); itself
    where there is none. In a line of capitals nothing tells the two apart."""
    found = frozenset(_acronyms(written, language))
    if not found:
        return written
    stand_in = table(language, "layout")["acronyms"]["stand_in"]
    words = [stand_in if token.i in found else token.text for token in written]
    starts: list[bool | int | None] = [None if token.is_sent_start is None else bool(token.is_sent_start) for token in written]
    return type(written)(written.vocab, words, [bool(token.whitespace_) for token in written], sent_starts=starts)


def as_written(read: Doc, written: Doc) -> Doc:
    """What was read of the words that stood in, given to the words as they stand."""
    if read is written:
        return read
    for token in read:
        if token.text != written[token.i].text:
            token.lemma_ = written[token.i].text
    words, spaces = [token.text for token in written], [bool(token.whitespace_) for token in written]
    return type(read)(written.vocab, words, spaces).from_array(list(_READ), read.to_array(list(_READ)))  # type: ignore[arg-type]


def _acronyms(doc: Doc, language: str) -> Iterator[int]:
    rules = table(language, "layout")["acronyms"]
    for token in doc:
        if token.text in rules["words"]:
            before, after = (_word(doc, range(token.i + step, token.i + 4 * step, step)) for step in (-1, 1))
            shouted = any(word is not None and word.is_upper and len(word) > 1 for word in (before, after))
            if not shouted and (before is None or before.lower_ not in rules["stressed_after"]):
                yield token.i


def _word(doc: Doc, places: range) -> Token | None:
    """The first word among a few tokens of the document."""
    return next((doc[at] for at in places if 0 <= at < len(doc) and doc[at].is_alpha), None)


def _bound_sentences(doc: Doc, starts: list[int]) -> None:
    """Force a sentence to begin at each of `starts`, offsets in order, and within a run of words without a stop that no one
    would write as one sentence (a table, a list of names, a broken file); the parser keeps what is set."""
    position, run = 0, 0
    for token in doc:
        run = 0 if token.is_punct and token.text in _STOPS else run + 1
        if token.is_space:
            continue
        if run > _LONGEST_RUN:
            token.is_sent_start = True
            run = 0
        if position < len(starts) and token.idx >= starts[position]:
            token.is_sent_start = True
            run = 0
            while position < len(starts) and token.idx >= starts[position]:
                position += 1


def _parse(document: Document, doc: Doc) -> Parse:
    mend(doc)
    sents = tuple(sent for sent in doc.sents if any(not token.is_space for token in sent))
    regions = document.regions
    found: list[int] = []
    at = 0
    for sent in sents:
        while at < len(regions) and regions[at].end <= sent.start_char:
            at += 1
        inside = at < len(regions) and regions[at].start < sent.end_char
        found.append(at if inside else -1)
    return Parse(document, doc, sents, tuple(found))


def token_span(first: Token, last: Token) -> Span:
    """The characters from one token to another, both included."""
    return Span(first.idx, last.idx + len(last))


def trimmed(sent: SpacySpan) -> Span:
    """A sentence's characters without outer white space."""
    text = sent.text
    return Span(sent.start_char + len(text) - len(text.lstrip()), sent.end_char - (len(text) - len(text.rstrip())))

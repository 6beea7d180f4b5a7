"""Reading one document: the layers, in the order in which they build on each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossread.model import Attribution, Document, Mention, Reading, Span
from crossread.reading.attribution import read_attributions
from crossread.reading.attribution.cues import cue_lexicon
from crossread.reading.claims import read_claims
from crossread.reading.coreference import read_mentions
from crossread.reading.names import read_names
from crossread.reading.parse import Parse, parse_document, trimmed
from crossread.reading.people import people_words
from crossread.reading.quantities import read_quantities
from crossread.reading.times import read_times

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token


def read_parse(parse: Parse) -> Reading:
    """All layers over one parse.

    Order: names, attributions (spans alone), mentions and chains (which need to know who says "I"), the speakers of
    the attributions, times, quantities, claims.
    """
    names = read_names(parse)
    attributions = read_attributions(parse)
    mentions, entities = read_mentions(parse, names=names, attributions=attributions)
    attributions = with_speakers(attributions, mentions, doc=parse.doc)
    times = read_times(parse, attributions=attributions)
    quantities = read_quantities(parse, times=times)
    claims = read_claims(
        parse,
        mentions=mentions,
        entities=entities,
        attributions=attributions,
        times=times,
        quantities=quantities,
    )
    sentences = tuple(trimmed(sent) for sent in parse.sents)
    return Reading(parse.document, sentences, mentions, entities, attributions, times, quantities, claims)


@dataclass(frozen=True, slots=True)
class Reader:
    """A loaded pipeline, ready to read documents one after another. One thread at a time: the pipeline's strings are shared."""

    nlp: Language

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents in order; holds one at a time."""
        return map(self.read_one, documents)

    def read_one(self, document: Document) -> Reading:
        """Read a single document.

        The parse lives in a memory zone and goes with it: spaCy would otherwise keep every new word of every text for as
        long as the process runs. A reading holds plain strings and numbers, which stay.
        """
        with self.nlp.memory_zone():
            return read_parse(parse_document(self.nlp, document))


def with_speakers(
    attributions: tuple[Attribution, ...], mentions: tuple[Mention, ...], *, doc: Doc,
) -> tuple[Attribution, ...]:
    """Link each attribution to the entity of its source: the mention that is the source, else the one that opens it. Whoever is
    named in what describes the source ("recordings obtained by the Courier", "a source close to him") is not who speaks."""
    index = _by_start(mentions)
    return tuple(
        replace(attribution, speaker=_speaker(attribution.source[0], index, doc)) if attribution.source else attribution
        for attribution in attributions
    )


@dataclass(frozen=True, slots=True)
class _ByStart:
    """Mentions by where they begin, and the length of the longest."""

    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    longest: int


def _by_start(mentions: tuple[Mention, ...]) -> _ByStart:
    ordered = tuple(sorted(mentions, key=lambda mention: mention.start))
    longest = max((mention.end - mention.start for mention in ordered), default=0)
    return _ByStart(tuple(mention.start for mention in ordered), ordered, longest)


def _in_clause_about(mention: Mention, source: Span, doc: Doc) -> bool:
    """Whether a mention stands in a clause, or under an adjective, that describes the head of the source."""
    whole, part = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in (source, mention.span))
    if whole is None or part is None:
        return False
    token = part.root
    while token.i != whole.root.i and token.head.i != token.i:
        describes = token.dep_.partition(":")[0] == "acl" or token.dep_ == "amod" and token.i != part.root.i
        if describes and cue_lexicon().lemma(token) not in cue_lexicon().authoring:
            return True
        token = token.head
    return False


def _of_head(source: Span, inside: list[Mention], doc: Doc) -> Mention | None:
    """The mention that holds the head of a source, or what names it: "the Malian Arda Front" is the front, not the country;
    "Turkish state agency Lona" is Lona; "a report by the Lona Council" speaks for the council; "accounts from Lima" are
    nobody named there."""
    whole = doc.char_span(source.start, source.end, alignment_mode="expand")
    if whole is None:
        return None
    head = whole.root
    if (own := _holding(head, inside)) is not None:
        return own
    names = [child for child in head.children if child.dep_ in _NAMING and child.i > head.i]
    if (head.lemma_.lower(), "NOUN") in cue_lexicon().cues or head.lemma_.lower() in cue_lexicon().documents:
        names.extend(_authors(head))
    if people_words().is_person(head.lemma_.lower()):
        names.append(whole[-1])
    for word in names:
        found = _holding(word, inside)
        if found is not None and found.form == "name" and found.type != "place":
            return found
    return None


_NAMING = frozenset({"appos", "flat", "nsubj", "nmod:desc"})


def _authors(document: Token) -> Iterator[Token]:
    """Whose words a report, a statement or a film holds."""
    for child in document.children:
        by = any(word.dep_ == "case" and word.lower_ in ("by", "from") for word in child.children)
        if child.dep_ in ("nmod:poss", "compound") or child.dep_ == "nmod" and by:
            yield child
        elif child.dep_ == "acl" and cue_lexicon().lemma(child) in cue_lexicon().authoring:
            yield from (word for word in child.children if word.dep_ in ("obl:agent", "obl"))


def _holding(word: Token, inside: list[Mention]) -> Mention | None:
    """The widest mention that holds a word, a name before a description."""
    holding = [mention for mention in inside if mention.start <= word.idx < mention.end]
    return max(holding, key=lambda mention: (mention.form == "name", mention.end - mention.start), default=None)


def _speaker(source: Span, index: _ByStart, doc: Doc) -> str | None:
    first_inside = bisect_left(index.starts, source.start)
    inside = [
        mention
        for mention in index.mentions[first_inside : bisect_left(index.starts, source.end)]
        if source.contains(mention.span)
    ]
    if inside and not (inside := [mention for mention in inside if not _in_clause_about(mention, source, doc)]):
        return None
    if not inside:
        near = index.mentions[bisect_left(index.starts, source.end - index.longest) : bisect_right(index.starts, source.start)]
        around = [mention for mention in near if mention.span.contains(source)]
        return min(around, key=lambda m: (m.end - m.start, m.start)).entity if around else None
    whole = [mention for mention in inside if mention.span == source]
    if whole:
        return whole[0].entity
    own = _of_head(source, inside, doc)
    return own.entity if own is not None else None

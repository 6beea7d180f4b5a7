"""The chain of voices of a claim: outlet first, innermost voice last."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.model import Attribution, Document, Entity, Mention, Span, Voice
from crossread.model.names import is_acronym
from crossread.reading.attribution.cues import cue_lexicon
from crossread.reading.claims.base import publication_nouns
from crossread.reading.claims.force import is_aim, is_deed, is_unspoken
from crossread.reading.claims.known import ACTOR_TYPES
from crossread.reading.claims.syntax import case_of
from crossread.reading.parse import Parse, token_span
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADDED = re.compile(r"\s*\([^)]*\)$|\s+-\s+\w+$|\s+online(\s+\w+)?$")
_POINTING = frozenset({"it", "this", "that", "which", "these", "those"})


@dataclass(frozen=True, slots=True)
class _Content:
    """One span of an attribution's content: how far it and those that begin before it reach, the size of the whole content,
    and the number of its attribution."""

    start: int
    end: int
    reach: int
    size: int
    number: int


@dataclass(frozen=True, slots=True)
class Voices:
    """The attributions of a document as a tree, ready for look-up by offset."""

    document: Document
    base: tuple[Voice, ...]
    attributions: tuple[Attribution, ...]
    by_id: dict[str, Attribution]
    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]
    contents: tuple[_Content, ...]
    silent: frozenset[str]  # ids of attributions that say what somebody wants, or does not say, and add no voice
    interviewed: Voice | None

    def innermost(self, at: Span) -> Attribution | None:
        """The smallest attribution whose content holds the span; of equal ones the first."""
        last = bisect_right(self.contents, at.start, key=lambda content: content.start)
        holding: list[_Content] = []
        for content in (self.contents[number] for number in range(last - 1, -1, -1)):
            if content.reach < at.end:  # no content that begins earlier reaches as far as the span
                break
            if content.end >= at.end:
                holding.append(content)
        best = min(holding, key=lambda content: (content.size, content.number), default=None)
        return self.attributions[best.number] if best is not None else None

    def speaking(self, anchor: Token) -> Attribution | None:
        """The attribution whose words a token is. What a clause after a comma adds about somebody, and how a phrase describes
        him, is not the word of who judges him: "the minister praised the army, which had taken the town"."""
        found = self.innermost(token_span(anchor, anchor))
        added = _added(anchor)
        while found is not None and (added is not None and _is_aside(found, added) or _is_described(found, anchor)):
            found = self.by_id.get(found.parent) if found.parent else None
        return found

    def path(self, attribution: Attribution | None) -> tuple[Attribution, ...]:
        """From the outermost attribution to the given one."""
        found: list[Attribution] = []
        seen: set[str] = set()
        while attribution is not None and attribution.id not in seen:
            seen.add(attribution.id)
            found.append(attribution)
            attribution = self.by_id.get(attribution.parent) if attribution.parent else None
        return tuple(reversed(found))

    def chain(self, attribution: Attribution | None) -> tuple[Voice, ...]:
        """The voices down to an attribution; a voice that follows itself is one voice."""
        voices = list(self.base)
        for step in self.path(attribution):
            voice = self.voice(step) if step.id not in self.silent else None
            if voice is not None and not (voices and same_voice(voices[-1], voice)):
                voices.append(voice)
        return tuple(voices)

    def voice(self, attribution: Attribution) -> Voice | None:
        """Who speaks in one attribution; `None` where the text names nobody."""
        text = self.document.text
        cue = text[attribution.cue[0].start : attribution.cue[0].end] if attribution.cue else None
        if not attribution.source:
            return None
        span = attribution.source[0]
        source = text[span.start : span.end]
        credits = cue_lexicon().credits
        if cue == ":" and source.rstrip(".").casefold() in credits.question | credits.answer:
            return self.interviewed if source.rstrip(".").casefold() in credits.answer else None
        entity = self.entities.get(attribution.speaker) if attribution.speaker else None
        unnamed = entity is None or entity.name.casefold() in credits.own
        quoted_it = source.casefold() == "it" and attribution.kind != "indirect"
        if unnamed and source.casefold() in credits.own | _POINTING and not quoted_it:
            return None  # the author of the text, who is the base voice already
        if entity is not None and entity.type not in ACTOR_TYPES and source.casefold() in _POINTING and not _tells(entity.name):
            return None  # "the raid, which explains the council's silence": nobody speaks
        if len(self.base) > 1 and _is_retold(source, entity, self.base[-1]):
            return self.base[-1]
        name = entity.name if entity else text[span.start : span.end]
        return Voice(name, entity.id if entity else None, span.start, span.end, cue)


def _added(token: Token) -> Token | None:
    """The relative clause after a comma that a token stands in."""
    for each in (token, *token.ancestors):
        first = each.left_edge
        if each.dep_ == "acl:relcl" and "," in (first.text, first.doc[first.i - 1].text if first.i else ""):
            return each
    return None


def _is_aside(attribution: Attribution, clause: Token) -> bool:
    """Whether a clause after a comma describes something within words that a verb before them retells: whoever retells them adds
    it (Potts 2005). What "according to" or "he said" closes with is said to the end."""
    if attribution.kind != "indirect" or not attribution.cue:
        return False
    cue = clause.doc.char_span(attribution.cue[0].start, attribution.cue[0].end, alignment_mode="expand")
    spans = (clause.doc.char_span(part.start, part.end, alignment_mode="expand") for part in attribution.content)
    return cue is not None and cue.root.pos_ == "VERB" and any(
        span is not None and cue.end <= span.start <= clause.head.i < span.end for span in spans
    )


def _is_described(attribution: Attribution, anchor: Token) -> bool:
    """Whether a word tells who somebody is whom a verb of saying takes: in "urged the Peru-backed rebels to leave" and "warned
    the mayor, Ana Petrak," whoever retells it says who backs them and who she is."""
    if attribution.kind != "indirect" or not attribution.cue:
        return False
    token, person = anchor, people_words().is_person(anchor.lemma_.lower())
    while (token.dep_ in _DESCRIBING or person and token.dep_ in _WITHIN) and token.head.i != token.i:
        token = token.head
    if token.dep_ not in _TAKEN or token.i == anchor.i and not person:
        return False
    cue = anchor.doc.char_span(attribution.cue[0].start, attribution.cue[0].end, alignment_mode="expand")
    return cue is not None and cue.root.pos_ == "VERB" and cue.root.i == token.head.i


_DESCRIBING = frozenset({"amod", "appos", "compound", "flat", "nmod:poss", "nmod:desc"})
_WITHIN = frozenset({"nmod", "conj"})
_TAKEN = frozenset({"obj", "iobj", "obl"})


def _is_retold(source: str, entity: Entity | None, retold: Voice) -> bool:
    """ "The article", "the two authors", "the French Courier": what a retold publication is called."""
    if source.casefold().endswith(retold.name.casefold()):
        return True
    return _is_publication(source) and (entity is None or entity.type in ("other", "media") or _is_publication(entity.name))


def _tells(thing: str) -> bool:
    """Whether something can say things: an article, a statement, a letter."""
    word = thing.lower().split()[-1].removesuffix("s") if thing.strip() else ""
    return word in publication_nouns() or (word, "NOUN") in cue_lexicon().cues


def _is_publication(phrase: str) -> bool:
    words = phrase.lower().split()
    return bool(words) and words[0] in ("a", "an", "the") and words[-1].removesuffix("s") in publication_nouns()


def _called(name: str) -> str:
    """A name without what an archive adds to it, to compare: "The Courier" and "Courier (Online)"."""
    return _ADDED.sub("", name.casefold()).removeprefix("the ").strip()


def same_voice(first: Voice, second: Voice) -> bool:
    """Whether two links of a chain are one and the same voice."""
    if first.entity is not None and second.entity is not None:
        return first.entity == second.entity
    return _called(first.name) == _called(second.name) or _is_short_for(second.name, first.name)


def _is_short_for(name: str, full: str) -> bool:
    """ "AP", "AP Photo" for the Associated Press: an acronym that a name's capitals spell, alone or before what it supplies."""
    acronym = name.split(maxsplit=1)[0] if name.strip() else ""
    capitals = "".join(word[0] for word in full.split() if word[:1].isupper() and word.lower() != "the")
    return is_acronym(acronym) and len(capitals) > 1 and acronym.replace(".", "") == capitals


def _interviewed(document: Document, entities: dict[str, Entity], mentions: tuple[Mention, ...]) -> Voice | None:
    """Who answers in an interview whose turns are only lettered: the person that the text names first."""
    for mention in mentions:
        entity = entities.get(mention.entity)
        if mention.form == "name" and entity is not None and entity.type == "person" and entity.name != document.author:
            return Voice(entity.name, entity.id, mention.start, mention.end)
    return None


def make_voices(
    parse: Parse,
    *,
    attributions: tuple[Attribution, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    base: tuple[Voice, ...],
) -> Voices:
    """Index the attributions of a document; `base` are the voices of the document as a whole, outlet first."""
    by_id, known = {a.id: a for a in attributions}, {e.id: e for e in entities}
    doc = parse.doc
    silent = frozenset(
        a.id
        for a in attributions
        if is_aim(a, doc) or is_unspoken(a, doc) or is_deed(a, doc) and _acts(a, known, parse) or _happens(a, parse)
    )
    interviewed = _interviewed(parse.document, known, mentions)
    return Voices(parse.document, base, attributions, by_id, known, mentions, _contents(attributions), silent, interviewed)


def _acts(attribution: Attribution, known: dict[str, Entity], parse: Parse) -> bool:
    """Whether a source is a person or a body, and no picture or paper."""
    entity = known.get(attribution.speaker) if attribution.speaker else None
    source = attribution.source[0] if attribution.source else None
    words = parse.doc.char_span(source.start, source.end, alignment_mode="expand") if source is not None else None
    if entity is None or words is None or entity.type not in ACTOR_TYPES:
        return False
    head = words.root.lemma_.lower()
    return not _tells(head) and head not in cue_lexicon().documents


def _happens(attribution: Attribution, parse: Parse, language: str = "en") -> bool:
    """ "Clashes between the two show that": what happened tells nothing, though accounts of it may."""
    source = attribution.source[0] if attribution.source else None
    words = parse.doc.char_span(source.start, source.end, alignment_mode="expand") if source is not None else None
    if words is None:
        return False
    counted = listed(language, "partitive")
    of = next((child for child in words.root.children if child.dep_ == "nmod" and case_of(child) == "of"), None)
    head = of if of is not None and words.root.lemma_.lower() in counted else words.root
    return head.pos_ == "NOUN" and head.lemma_.lower() in listed(language, "deeds") | listed(language, "combat")


def _contents(attributions: tuple[Attribution, ...]) -> tuple[_Content, ...]:
    found: list[_Content] = []
    reach = 0
    for span, number in sorted(
        ((span, number) for number, each in enumerate(attributions) for span in each.content),
        key=lambda content: (content[0].start, content[0].end, content[1]),
    ):
        reach = max(reach, span.end)
        size = sum(part.end - part.start for part in attributions[number].content)
        found.append(_Content(span.start, span.end, reach, size, number))
    return tuple(found)

"""The mentions of a document, found by their tokens: who a token stands for, and of what type that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Entity, Mention
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


ACTOR_TYPES = frozenset(
    {"person", "armed_group", "government_body", "state", "igo", "ngo", "media", "company", "military_unit", "people"}
)
PLACE_TYPES = frozenset({"place", "facility", "state"})


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a document, by the token that heads each."""

    by_head: dict[int, Mention]
    covering: dict[int, Mention]
    entities: dict[str, Entity]
    named: frozenset[str]
    described: frozenset[str]
    pairs: Mapping[str, tuple[Mention, Mention]]  # by entity: the two whom "the two leaders" stands for

    def of(self, token: Token) -> Mention | None:
        """The mention that a token heads, or the name that the token is part of."""
        return self.by_head.get(token.i) or self.covering.get(token.i)

    def kind(self, mention: Mention) -> str:
        """The type of whom a mention stands for, which its own words may not tell."""
        entity = self.entities.get(mention.entity)
        return mention.type if entity is None else entity.type


def _is_joint(span: SpacySpan) -> bool:
    return any(child.dep_ == "conj" and child.i < span.end for child in span.root.children)


def index_mentions(parse: Parse, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]) -> Mentions:
    """Find the head token of each mention; where several share one, a name comes before a noun phrase, the longer first."""
    by_head: dict[int, Mention] = {}
    covering: dict[int, Mention] = {}
    spans = [(mention, parse.doc.char_span(mention.start, mention.end, alignment_mode="expand")) for mention in mentions]
    held = [(mention, span) for mention, span in spans if span is not None and len(span)]
    # "the army and the rebels" is headed by the army, but it is not the army
    held.sort(key=lambda each: (each[0].form != "name", _is_joint(each[1]), each[0].start - each[0].end, each[0].start))
    for mention, span in held:
        by_head.setdefault(span.root.i, mention)
        if mention.form == "name":
            for token in span:
                covering.setdefault(token.i, mention)
    names = {each.id: each.name for each in entities}
    return Mentions(
        by_head,
        covering,
        {entity.id: entity for entity in entities},
        frozenset(m.entity for m in mentions if m.form == "name"),
        # an entity that only pronouns stand for may still be known: the body that published the text
        frozenset(m.entity for m in mentions if m.form != "pronoun")
        | frozenset(each.id for each in entities) - frozenset(m.entity for m in mentions if m.text == names.get(m.entity)),
        _pairs(parse, by_head, {each.id: each for each in entities}),
    )


def _pairs(parse: Parse, by_head: Mapping[int, Mention], entities: Mapping[str, Entity]) -> dict[str, tuple[Mention, Mention]]:
    """Whom "the two leaders" and "both countries" stand for: the only two of that kind that are named there before it, in its
    own sentence and the one before. Abstains where there are more."""
    words = table("en", "frames")["pairs"]
    found: dict[str, tuple[Mention, Mention]] = {}
    for number, sent in enumerate(parse.sents):
        for noun in sent:
            mention = by_head.get(noun.i)
            if mention is None or mention.form != "nominal" or mention.entity in found or not _is_pair(noun):
                continue
            kind = next((kind for kind in ("person", "state") if noun.lemma_.lower() in words[kind]), None)
            start = parse.sents[max(0, number - 1)].start
            before = (by_head[at] for at in range(start, noun.i) if at in by_head)
            of_kind = {
                each.entity: each
                for each in before
                if each.form in ("name", "pronoun") and each.entity in entities and entities[each.entity].type == kind
            }
            if len(of_kind) == 2:
                first, second = of_kind.values()
                found[mention.entity] = first, second
    return found


def _is_pair(noun: Token) -> bool:
    before = [child.lower_ for child in noun.lefts if child.dep_ in ("det", "nummod", "amod", "compound", "nmod")]
    return before in (["the", "two"], ["both"], ["these", "two"], ["those", "two"], ["both", "the"])

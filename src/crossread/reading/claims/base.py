"""The voices of a document as a whole: its outlet, and the publication that it retells, if it does.

A press review ("Le Phare, in a long article, asked … The article adds …") and a copy on an aggregator's site ("he told
the Phare") speak with another publication's voice throughout; every claim of theirs goes through it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Entity, Mention, Voice
from crossread.reading.claims.arguments import Mentions
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

UNNAMED_OUTLET = "unnamed outlet"
LEAD_SENTENCES = 2
NEEDED_REPEATS = 2  # how often the text must come back to "the article" before the whole of it counts as retold
_DOMAIN = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)+$")


@lru_cache(maxsize=4)
def publication_nouns(language: str = "en") -> frozenset[str]:
    """Nouns that stand for a publication or those who wrote it: "the article", "the authors"."""
    return frozenset(table(language, "frames")["publication"]["words"])


def base_voices(
    parse: Parse, *, known: Mentions, mentions: tuple[Mention, ...], language: str = "en",
) -> tuple[Voice, ...]:
    """The chain that every claim of the document begins with: the outlet, then what it retells."""
    outlet = Voice(parse.document.outlet or UNNAMED_OUTLET)
    retold = _retold(parse, known, language) or _copied(parse, known)
    if retold is None or retold.name.casefold() == outlet.name.casefold():
        return (outlet,)
    first = next(mention for mention in mentions if mention.entity == retold.id)
    return (outlet, Voice(retold.name, retold.id, first.start, first.end))


def _media(token: Token, known: Mentions) -> Entity | None:
    mention = known.of(token)
    entity = known.entities.get(mention.entity) if mention is not None else None
    return entity if entity is not None and entity.type == "media" else None


def _retold(parse: Parse, known: Mentions, language: str) -> Entity | None:
    """The medium that is the subject of the lead, where the text keeps coming back to its article."""
    nouns = publication_nouns(language)
    lead = [sent for number, sent in enumerate(parse.sents) if not parse.is_silent(number)][:LEAD_SENTENCES]
    subject = next(
        (entity for sent in lead for token in sent if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and (entity := _media(token, known))), None,
    )
    if subject is None or not any(token.lemma_.lower() in nouns for sent in lead for token in sent):
        return None
    repeats = sum(
        token.lemma_.lower() in nouns and token.dep_ in ("nsubj", "nsubj:pass", "obl") and any(child.lower_ == "the" for child in token.children)
        for sent in parse.sents for token in sent
    )
    return subject if repeats >= NEEDED_REPEATS else None


def _copied(parse: Parse, known: Mentions) -> Entity | None:
    """On a site known only by its address: the one medium that people in the text spoke to."""
    outlet = parse.document.outlet
    if outlet is not None and not _DOMAIN.match(outlet):
        return None
    told: Counter[str] = Counter()
    for sent in parse.sents:
        for token in sent:
            if token.dep_ in ("obj", "iobj", "obl") and token.head.lemma_ in ("tell", "speak") and (entity := _media(token, known)):
                told[entity.id] += 1
    return known.entities[next(iter(told))] if len(told) == 1 else None

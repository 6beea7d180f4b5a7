"""The voices of a document as a whole: its outlet, and the publication that it retells, if it does.

A press review ("Le Phare, in a long article, asked … The article adds …") and a copy on an aggregator's site ("he told
the Phare") speak with another publication's voice throughout; every claim of theirs goes through it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.model import Entity, Mention, Voice
from crossread.model.reading import UNNAMED_OUTLET
from crossread.ontology.gazetteer import known
from crossread.reading.claims.known import Mentions
from crossread.reading.claims.syntax import case_of
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAD_SENTENCES = 2
NEEDED_REPEATS = 2  # how often the text must come back to "the article" before the whole of it counts as retold
_DOMAIN = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)+$")


@lru_cache(maxsize=4)
def publication_nouns(language: str = "en") -> frozenset[str]:
    """Nouns that stand for a publication or those who wrote it: "the article", "the authors"."""
    return listed(language, "publication")


def base_voices(
    parse: Parse,
    *,
    held: Mentions,
    mentions: tuple[Mention, ...],
    language: str = "en",
) -> tuple[Voice, ...]:
    """The chain that every claim of the document begins with: the outlet, then what it retells."""
    outlet = Voice(parse.document.outlet or UNNAMED_OUTLET)
    retold = _retold(parse, held, language) or _copied(parse, held, mentions)
    if retold is None or _is_same(outlet, retold, mentions):
        return (outlet,)
    return (outlet, retold)


def _is_same(outlet: Voice, retold: Voice, mentions: tuple[Mention, ...]) -> bool:
    """Whether a publication is the outlet itself, by any of its names: "AP" for the Associated Press."""
    entry = known(outlet.name)
    called = {each.text for each in mentions if each.entity == retold.entity and each.form == "name"} | {retold.name}
    return any(
        name.casefold() == outlet.name.casefold() or entry is not None and (other := known(name)) is not None and other == entry
        for name in called
    )


def _media(token: Token, held: Mentions) -> Entity | None:
    mention = held.of(token)
    entity = held.entities.get(mention.entity) if mention is not None else None
    return entity if entity is not None and entity.type == "media" else None


def _retold(parse: Parse, held: Mentions, language: str) -> Voice | None:
    """The publication that is the subject of the lead, where the text keeps coming back to its article.

    It need not be known as a medium: "Le Phare, in a long article, asked" says what it is. A body that
    says something in a report of its own ("the monitoring group said in a report") is a voice like others.
    """
    nouns = publication_nouns(language)
    press = frozenset(table(language, "frames")["publication"]["press"])
    lead = [sent for number, sent in enumerate(parse.sents) if not parse.is_silent(number)][:LEAD_SENTENCES]
    for subject in (token for sent in lead for token in sent if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"):
        medium = _media(subject, held)
        mention = held.of(subject)
        entity = held.entities.get(mention.entity) if mention is not None else None
        if medium is None and not any(token.lemma_.lower() in press and case_of(token) == "in" for token in subject.sent):
            continue
        if subject.pos_ == "PRON" or not any(token.lemma_.lower() in nouns for sent in lead for token in sent):
            continue
        repeats = sum(
            token.lemma_.lower() in nouns
            and token.dep_ in ("nsubj", "nsubj:pass", "obl")
            and any(child.lower_ == "the" for child in token.children)
            for sent in parse.sents
            for token in sent
        )
        if repeats >= NEEDED_REPEATS:
            if mention is None or entity is None or mention.form != "name":
                return Voice(subject.text, None, subject.idx, subject.idx + len(subject))
            return Voice(entity.name, entity.id, mention.start, mention.end)
    return None


def _copied(parse: Parse, held: Mentions, mentions: tuple[Mention, ...]) -> Voice | None:
    """On a site known only by its address: the one medium that people in the text spoke to. A text in which another medium says
    or finds something as well collects what several have, and copies none of them."""
    outlet = parse.document.outlet
    if outlet is not None and not _DOMAIN.match(outlet):
        return None
    told: Counter[str] = Counter()
    others: set[str] = set()
    for sent in parse.sents:
        for token in sent:
            if (token.dep_ == "nsubj" or case_of(token) == "by") and (entity := _media(token, held)):
                others.add(entity.id)
            if (
                token.dep_ in ("obj", "iobj", "obl")
                and token.head.lemma_ in ("tell", "speak")
                and (entity := _media(token, held))
            ):
                told[entity.id] += 1
    if len(told) != 1 or others - told.keys():
        return None
    entity = held.entities[next(iter(told))]
    first = next(mention for mention in mentions if mention.entity == entity.id)
    return Voice(entity.name, entity.id, first.start, first.end)

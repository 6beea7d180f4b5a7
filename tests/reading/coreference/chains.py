"""Reading a short text into its chains, for the tables of this folder."""

from __future__ import annotations

import re
from functools import lru_cache

from crossread.language.pipeline import load_pipeline
from crossread.model import Document, Entity, Mention, Region
from crossread.model.document import RegionKind
from crossread.reading.attribution import read_attributions
from crossread.reading.coreference import read_mentions
from crossread.reading.names import read_names
from crossread.reading.parse import Parse, parse_all

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@lru_cache(maxsize=512)
def parsed(text: str, kinds: tuple[RegionKind, ...] = ()) -> Parse:
    """The parse of a text whose lines are its regions; `kinds` names their kinds, body where it is too short."""
    lines = list(_LINE.finditer(text))
    body: RegionKind = "body"
    padded = (*kinds, *(body for _ in lines[len(kinds) :]))
    regions = tuple(Region(kind, line.start(), line.end()) for kind, line in zip(padded, lines, strict=True))
    return next(iter(parse_all(load_pipeline(), [Document(id="d", text=text, regions=regions)])))


def read(text: str, kinds: tuple[RegionKind, ...] = ()) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    parse = parsed(text, kinds)
    return read_mentions(parse, names=read_names(parse), attributions=read_attributions(parse))


def chains(text: str) -> list[list[str]]:
    """The texts of the mentions of each entity, in order."""
    mentions, entities = read(text)
    return [[mention.text for mention in mentions if mention.entity == entity.id] for entity in entities]


def together(text: str, one: str, other: str) -> bool:
    """Whether some mention written `one` and some written `other` are in one chain."""
    return any(one in chain and other in chain and (one != other or chain.count(one) > 1) for chain in chains(text))

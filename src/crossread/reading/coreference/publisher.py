"""Who "we" is in a text that a body publishes about itself: the statement of a ministry, a command, a movement.

A newspaper's "we" is nobody's side. A body is known by its name ("… Ministry", "… Command", a state's government) or by what it
does in the text's opening ("Peru strongly condemns the attack. We offer …").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model.names import name_key
from crossread.ontology.countries import country_of
from crossread.ontology.gazetteer import known
from crossread.reading.names.types import own_type

if TYPE_CHECKING:
    from crossread.model import Document
    from crossread.model.reading import EntityType
    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

_BODIES = ("government_body", "military_unit", "armed_group", "igo", "state")
_OPENING = 2  # sentences in which a body may show that the text is its own


@dataclass(frozen=True, slots=True)
class Publisher:
    """A body that speaks in its own text: its name, its type, and the candidate that stands for it in the text, if any."""

    name: str
    type: EntityType
    candidate: int | None


@lru_cache(maxsize=4)
def _performed(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["performed"]["verbs"])


def publisher_of(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> Publisher | None:
    """The body whose own text this is; `None` for a newspaper's or a person's."""
    opening = _performer(parse, chains, heads=heads)
    body = _outlet(parse.document)
    if body is None:
        if opening is None:
            return None
        each = chains.candidates[opening]
        return Publisher(parse.document.text[each.start : each.end], each.type, opening)
    name, type_ = body
    return Publisher(name, type_, opening if opening is not None else _in_text(parse, chains, name))


def _outlet(document: Document) -> tuple[str, EntityType] | None:
    name = document.outlet
    if not name:
        return None
    entry = known(name)
    type_ = entry.type if entry is not None else own_type(name, label="ORG")
    return (name, type_) if type_ in _BODIES and type_ is not None else None


def _performer(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> int | None:
    """The body that performs an act of state in the present tense at the text's beginning."""
    spoken = [sent for number, sent in enumerate(parse.sents) if not parse.is_silent(number)]
    for sent in spoken[:_OPENING]:
        verb = sent.root
        if verb.lemma_.lower() not in _performed() or verb.tag_ not in ("VBZ", "VBP"):
            continue
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i in heads and not any(part.dep_ == "conj" for part in child.children):
                each = chains.candidates[heads[child.i]]
                if each.kind == "name" and each.type in _BODIES:
                    return heads[child.i]
    return None


def _in_text(parse: Parse, chains: Chains, outlet: str) -> int | None:
    """The first mention of the publisher itself, else of the state whose government it is."""
    key = known(outlet)
    keys = {name_key(outlet), *([f"={key.canonical}"] if key is not None else [])}
    names = [(index, each) for index, each in enumerate(chains.candidates) if each.kind == "name"]
    own = next((index for index, each in names if each.key in keys), None)
    if own is not None:
        return own
    state = _state_in(outlet)
    return next((index for index, each in names if each.key == state and not _is_foreign(parse, each)), None)


def _state_in(outlet: str) -> str | None:
    words = outlet.split()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            entry = known(" ".join(words[at : at + size]))
            if entry is not None and entry.type in ("state", "igo"):
                return f"={entry.canonical}"
            country = country_of(" ".join(words[at : at + size]))
            if country is not None:
                return f"={country.name}"
    return None


def _is_foreign(parse: Parse, each: Candidate) -> bool:
    """Whether the state only stands inside a longer name or as the owner of something."""
    return parse.doc[each.head].dep_ in ("compound", "nmod:poss", "amod")

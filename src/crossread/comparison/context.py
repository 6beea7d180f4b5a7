"""The rare names and words around claims of harm. A count of dead seldom stands in one clause with its place; what is next to
it tells whether two reports speak of one attack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crossread.comparison.words import stems
from crossread.model import Claim, Document
from crossread.ontology.predicates import predicates

AROUND = 220  # characters before and after the evidence
COMMON = 0.08  # of the documents that have a name beyond which it tells nothing
KNOWN = 0.2  # the same for other words
FEW = 6  # documents that may have any name
_NAME = re.compile(r"\b[A-Z][\w\u2019'-]*[a-z][\w\u2019'-]*")
_LOWER = re.compile(r"\b[a-z]{4,}\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a claim and in few documents: names, lower case, and the stems of other words."""

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def contexts(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, Context]:
    """The context of each claim of harm."""
    harm = [claim for claim in claims if predicates()[claim.predicate].family == "harm" and claim.document in documents]
    texts = {id_: documents[id_].text for id_ in sorted({claim.document for claim in harm})}
    names = {id_: _names(text) for id_, text in texts.items()}
    counts = Counter(name for found in names.values() for name in found)
    words = Counter(word for text in texts.values() for word in set(_LOWER.findall(text)))
    few, some = max(FEW, int(COMMON * len(texts))), max(FEW, int(KNOWN * len(texts)))
    found: dict[str, Context] = {}
    for claim in harm:
        text = texts[claim.document]
        around = [text[max(0, part.start - AROUND) : part.end + AROUND] for part in claim.evidence]
        near = frozenset(_plain(name) for span in around for name in _NAME.findall(span)) & names[claim.document]
        small = {word for span in around for word in _LOWER.findall(span) if words[word] <= some}
        found[claim.id] = Context(frozenset(name for name in near if counts[name] <= few), stems(" ".join(sorted(small))))
    return found


def _names(text: str) -> frozenset[str]:
    """The capitalised words of a text that it never writes small."""
    small = set(_LOWER.findall(text))
    return frozenset(_plain(name) for name in _NAME.findall(text) if _plain(name) not in small)


def _plain(name: str) -> str:
    return name.replace("\u2019", "'").removesuffix("'s").casefold()

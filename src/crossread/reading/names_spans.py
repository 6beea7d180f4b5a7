"""Where the names are: the recogniser's spans, trimmed, and the names it missed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.ontology.gazetteer import known_names

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from crossread.reading.parse import Parse

_TRIM = frozenset("\"'“”‘’`()[]{},.;:!?-–—*•|/\n\t _")
_ARTICLES = frozenset(("the", "a", "an"))
# A word must be this long before the document's own use of it as a name is enough to make it one elsewhere.
_LONG = 4


@dataclass(frozen=True, slots=True)
class RawName:
    """A name before it is typed: code points, the tokens `[first, last]`, and the recogniser's label."""

    start: int
    end: int
    first: int
    last: int
    label: str


def raw_names(parse: Parse) -> list[RawName]:
    """All names in text order, without overlaps, outside silent regions."""
    doc = parse.doc
    silent = [False] * len(doc)
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            silent[sent.start : sent.end] = [True] * (sent.end - sent.start)
    taken = [False] * len(doc)
    found = []
    for ent in doc.ents:
        raw = None if silent[ent.start] else _trimmed(doc, ent.start, last=ent.end - 1, label=ent.label_)
        if raw is not None:
            found.append(raw)
            taken[raw.first : raw.last + 1] = [True] * (raw.last + 1 - raw.first)
    free = [not (held or quiet) for held, quiet in zip(taken, silent, strict=True)]
    found += _from_gazetteer(doc, free)
    found += _from_document(doc, found, free=free)
    return sorted(found, key=lambda raw: raw.start)


def _trimmed(doc: Doc, first: int, *, last: int, label: str) -> RawName | None:
    """Without outer marks, articles and possessive endings; `None` where no letter is left."""
    for index in range(first, last + 1):
        if "\n" in doc[index].text and index > first:
            last = index - 1
            break
    while first <= last and (doc[first].text in _TRIM or doc[first].is_space or doc[first].lower_ in _ARTICLES):
        if doc[first].lower_ in _ARTICLES and doc[first : last + 1].text in known_names() and doc[first].is_title:
            break
        first += 1
    while first <= last and (doc[last].is_space or doc[last].tag_ == "POS" or (doc[last].text in _TRIM)):
        last -= 1
    if first > last or not any(char.isalpha() for char in doc[first : last + 1].text):
        return None
    return RawName(doc[first].idx, doc[last].idx + len(doc[last]), first, last, label)


@lru_cache(maxsize=1)
def _gazetteer_index() -> dict[str, list[tuple[str, ...]]]:
    """Names that stand for themselves anywhere, by first word: countries, regions and bodies; longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for text, entry in known_names().items():
        words = tuple(text.split(" "))
        sure = entry.type in ("state", "igo") or (len(words) > 1 and entry.kind == "name")
        if sure and len(text) > 1 and words[0] != "The":
            index.setdefault(words[0], []).append(words)
    return {first: sorted(several, key=lambda words: (-len(words), words)) for first, several in sorted(index.items())}


def _from_gazetteer(doc: Doc, free: list[bool]) -> list[RawName]:
    index = _gazetteer_index()
    found = []
    for token in doc:
        if not free[token.i] or token.text not in index or token.pos_ not in ("PROPN", "ADJ", "NOUN", "X"):
            continue
        for words in index[token.text]:
            end = token.i + len(words)
            if end <= len(doc) and all(free[token.i : end]) and all(doc[token.i + k].text == word for k, word in enumerate(words)):
                label = "ORG"
                found.append(RawName(token.idx, doc[end - 1].idx + len(doc[end - 1]), token.i, end - 1, label))
                free[token.i : end] = [False] * (end - token.i)
                break
    return found


def _from_document(doc: Doc, found: list[RawName], *, free: list[bool]) -> list[RawName]:
    """Further occurrences of names that were recognised elsewhere in the same document."""
    seen: dict[str, tuple[tuple[str, ...], str]] = {}
    for raw in found:
        words = tuple(token.text for token in doc[raw.first : raw.last + 1])
        if raw.label in ("PER", "PERSON", "ORG", "LOC", "GPE") and words[0][:1].isupper() and (len(words) > 1 or len(words[0]) >= _LONG):
            seen.setdefault(words[0], (words, raw.label))
            if raw.label in ("PER", "PERSON") and words[-1][:1].isupper() and len(words[-1]) >= _LONG:
                seen.setdefault(words[-1], (words[-1:], raw.label))
    more = []
    for token in doc:
        if not free[token.i] or token.text not in seen or token.pos_ != "PROPN":
            continue
        words, label = seen[token.text]
        end = token.i + len(words)
        if end <= len(doc) and all(free[token.i : end]) and all(doc[token.i + k].text == word for k, word in enumerate(words)):
            more.append(RawName(token.idx, doc[end - 1].idx + len(doc[end - 1]), token.i, end - 1, label))
            free[token.i : end] = [False] * (end - token.i)
    return more

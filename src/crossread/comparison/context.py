"""The rare names and words around claims of harm. A count of dead seldom stands in one clause with its place; what is next to
it tells whether two reports speak of one attack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from crossread.comparison.words import stems
from crossread.lexicon import table
from crossread.model import Claim, Document, Evidence
from crossread.model.names import name_key
from crossread.ontology.predicates import predicates

AROUND = 220  # characters before and after the evidence
COMMON = 0.08  # of the documents that have a name beyond which it tells nothing
KNOWN = 0.2  # the same for other words
FEW = 6  # documents that may have any name
_NAME = re.compile(r"\b[A-Z][\w\u2019'-]*[a-z][\w\u2019'-]*")
_LOWER = re.compile(r"\b[a-z]{4,}\b")
_BREAK = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a claim and in few documents: names, lower case, and the stems of other words.

    `more`: its sentence says that it adds to what was told before ("it also reported"). `spans`: its sentence counts a stretch of
    time ("in two days of shelling", "since May")."""

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    more: bool = False
    spans: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """A document, the names in it, and its words in lower case."""

    document: Document
    names: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Around:
    """A claim with all names and words around it, common ones too, and what is rare of them."""

    claim: Claim
    names: frozenset[str]
    small: frozenset[str]
    rare: Context


class Contexts:
    """The context of each claim of harm, `found` by its id. With `before`, only those are made anew whose claims or documents
    are others, or around which something became rare or common."""

    def __init__(
        self, claims: Iterable[Claim], documents: Mapping[str, Document], *, before: Contexts | None = None,
    ) -> None:
        table = predicates()
        harm = [claim for claim in claims if table[claim.predicate].family == "harm" and claim.document in documents]
        texts = {} if before is None else before.texts
        self.texts: dict[str, _Words] = {
            id_: texts[id_] if id_ in texts and texts[id_].document is documents[id_] else _words(documents[id_])
            for id_ in sorted({claim.document for claim in harm})
        }
        gone = [was for id_, was in texts.items() if self.texts.get(id_) is not was]
        come = [now for id_, now in self.texts.items() if texts.get(id_) is not now]
        self.few, self.some = max(FEW, int(COMMON * len(self.texts))), max(FEW, int(KNOWN * len(self.texts)))
        self.names: Counter[str] = _counted(before.names if before is not None else {}, [one.names for one in gone],
                               [one.names for one in come])
        self.small: Counter[str] = _counted(before.small if before is not None else {}, [one.small for one in gone],
                               [one.small for one in come])
        names: frozenset[str] = frozenset()
        small: frozenset[str] = frozenset()
        if before is not None:
            names = _turned(self.names, before.names, (self.few, before.few), [*gone, *come], "names")
            small = _turned(self.small, before.small, (self.some, before.some), [*gone, *come], "small")
        moved = {one.document.id for one in gone}
        self.around: dict[str, _Around] = {}
        for claim in harm:
            was = before.around.get(claim.id) if before is not None else None
            if was is None or was.claim is not claim or claim.document in moved:
                self.around[claim.id] = self._found(claim)
            elif names.isdisjoint(was.names) and small.isdisjoint(was.small):
                self.around[claim.id] = was
            else:
                self.around[claim.id] = self._sifted(claim, was.names, was.small, (was.rare.more, was.rare.spans))
        self.found: Mapping[str, Context] = {id_: one.rare for id_, one in self.around.items()}

    def _found(self, claim: Claim) -> _Around:
        words = self.texts[claim.document]
        text = words.document.text
        around = [text[max(0, part.start - AROUND) : part.end + AROUND] for part in claim.evidence]
        names = frozenset(_plain(name) for span in around for name in _NAME.findall(span)) & words.names - _nameless()
        told = tuple(any(_told(text, part, kind) for part in claim.evidence[:1]) for kind in ("more", "spans"))
        return self._sifted(claim, names, frozenset(word for span in around for word in _LOWER.findall(span)), told)

    def _sifted(self, claim: Claim, names: frozenset[str], small: frozenset[str], told: tuple[bool, ...]) -> _Around:
        rare = Context(
            frozenset(name for name in names if self.names[name] <= self.few),
            stems(" ".join(sorted(word for word in small if self.small[word] <= self.some))), *told,
        )
        return _Around(claim, names, small, rare)


@lru_cache(maxsize=1)
def _nameless() -> frozenset[str]:
    """Words with a capital that name nothing: parts of dates, numbers, titles, articles of names."""
    return frozenset(table("en", "comparison")["nameless"])


@lru_cache(maxsize=2)
def _cues(kind: str) -> re.Pattern[str]:
    words = table("en", "comparison")["telling"][kind]
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b")


def _told(text: str, evidence: Evidence, kind: str) -> bool:
    """Whether the sentence of a claim says so: before its words that it adds something, anywhere that it spans a time."""
    before = _BREAK.split(text[max(0, evidence.start - AROUND) : evidence.start])[-1]
    if kind == "more":
        return _cues(kind).search(name_key(before)) is not None
    after = _BREAK.split(text[evidence.end : evidence.end + AROUND])[0]
    return _cues(kind).search(name_key(f"{before} {evidence.quote} {after}")) is not None


def _words(document: Document) -> _Words:
    return _Words(document, _names(document.text), frozenset(_LOWER.findall(document.text)))


def _counted(counts: Mapping[str, int], gone: list[frozenset[str]], come: list[frozenset[str]]) -> Counter[str]:
    """In how many texts each word is."""
    found = Counter(counts)
    for words in gone:
        found.subtract(words)
    for words in come:
        found.update(words)
    return +found if gone else found


def _turned(
    now: Mapping[str, int], then: Mapping[str, int], most: tuple[int, int], changed: list[_Words], kind: str,
) -> frozenset[str]:
    """The words that became rare or common."""
    words = {word for one in changed for word in (one.names if kind == "names" else one.small)}
    if most[0] != most[1]:
        words = {*now, *then}
    return frozenset(word for word in words if (now.get(word, 0) <= most[0]) != (then.get(word, 0) <= most[1]))


def _names(text: str) -> frozenset[str]:
    """The capitalised words of a text that it never writes small."""
    small = set(_LOWER.findall(text))
    return frozenset(_plain(name) for name in _NAME.findall(text) if _plain(name) not in small)


def _plain(name: str) -> str:
    return name.replace("\u2019", "'").removesuffix("'s").casefold()

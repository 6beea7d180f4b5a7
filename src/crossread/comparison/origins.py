"""Where accounts start. The origin of a claim is its innermost voice; without one, the first outlet that has its text.

`RULES` names an origin by the first that applies:
1. a voice that is an actor of the case is that actor, wherever it speaks;
2. a described voice that names an actor ("recordings obtained by the Courier") is that actor's source of its kind, wherever it
   is cited, and an outlet's reporter, a body's director or toll is the outlet or body;
3. a described voice that names nobody ("an official") is one with those of its kind whom the same voice before it cites;
4. without a voice, the outlet, and for copies of one text the outlet of the earliest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from crossread.lexicon import table
from crossread.model import Claim, Document, Voice
from crossread.model.names import name_key
from crossread.model.reading import UNNAMED_OUTLET

SEATED = "based"


@dataclass(frozen=True, slots=True)
class Source:
    """An origin before its claims are gathered: a key that is the same for the same origin, and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """What origins are told by: actors by the keys of their names, those that some document names, and for each document the
    first one of its text."""

    actors: Mapping[str, str]
    named: frozenset[str]
    first: Mapping[str, Document]


@lru_cache(maxsize=4)
def _kinds(language: str) -> dict[str, str]:
    return {word: kind for kind, words in sorted(table(language, "comparison")["sources"].items()) for word in words}


def _kind(text: str) -> str:
    words = name_key(text).split()
    kinds = _kinds("en")
    return next((kinds[word] for word in words if word in kinds), words[-1] if words else "")


def _as_actor(chain: tuple[Voice, ...], names: Names, document: str) -> Source | None:
    """Rule 1."""
    actor = _actor(chain[-1], names)
    return None if actor is None else Source(f"actor {actor}", chain[-1].name)


def _as_kind(chain: tuple[Voice, ...], names: Names, document: str) -> Source | None:
    """Rule 2."""
    inside, kind = _inside(chain[-1].name, names), _kind(chain[-1].name)
    if inside is None:
        return None
    own = kind in ("staff", "own") and SEATED not in name_key(chain[-1].name).split()  # "the Peru-based monitor" is not Peru
    return Source(f"actor {inside}" if own else f"of {inside} {kind}", chain[-1].name)


def _as_cited(chain: tuple[Voice, ...], names: Names, document: str) -> Source | None:
    """Rule 3."""
    by = "document " + names.first[document].id if document in names.first else document
    for voice in reversed(chain[1:-1]):
        before = _actor(voice, names)
        if before is not None:
            by = before
            break
    return Source(f"by {by} {_kind(chain[-1].name)}", chain[-1].name)


RULES: tuple[Callable[[tuple[Voice, ...], Names, str], Source | None], ...] = (_as_actor, _as_kind, _as_cited)


def _actor(voice: Voice, names: Names) -> str | None:
    """The actor that a voice is, if anything names it."""
    if voice.entity in names.named:
        return voice.entity
    return _itself(voice.name, names) or names.actors.get(name_key(voice.name))


def _told(claim: Claim, outlet: str | None) -> tuple[Voice, ...]:
    """The chain of a claim without what tells nothing at its end: "it", the outlet's own name, its reporter."""
    chain = claim.attribution
    nobody = frozenset(table("en", "comparison")["nobody"])
    while len(chain) > 1:
        words = name_key(chain[-1].name).split()
        own = " ".join(words) == name_key(outlet or "") or (_kind(chain[-1].name) == "staff" and len(words) <= 2)
        if not own and not set(words) <= nobody:
            break
        chain = chain[:-1]
    return chain


def _itself(text: str, names: Names) -> str | None:
    """The actor whose name a description ends with, if the words before it only modify it: "the Morland-based Relief Network"."""
    words, linking = name_key(text).split(), frozenset(table("en", "comparison")["linking"])
    proper = text.split()[-1][:1].isupper() if words else False
    for at in range(1, len(words)):
        actor = names.actors.get(" ".join(words[at:]))
        if actor in names.named and (len(words) - at > 1 or proper):
            return None if linking & set(words[:at]) else actor
    return None


def _inside(text: str, names: Names) -> str | None:
    """The actor named by the longest run of words in a description, if it is not all of it."""
    words = name_key(text).split()
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            found = names.actors.get(" ".join(words[start : start + length]))
            if found is not None and (length > 1 or len(words[start]) > 2):
                return found
    return None


def source_of(claim: Claim, names: Names) -> Source:
    """The origin of a claim."""
    document = names.first.get(claim.document)
    outlet = document.outlet if document is not None else None
    chain = _told(claim, outlet)
    if len(chain) > 1:
        for rule in RULES:
            source = rule(chain, names, claim.document)
            if source is not None:
                return source
    name = outlet or (chain[0].name if chain else "") or claim.document
    key = name_key(outlet or (chain[0].name if chain and chain[0].name != UNNAMED_OUTLET else ""))
    actor = names.actors.get(key) if key else None
    return Source(f"actor {actor}" if actor else f"outlet {key}" if key else f"document {claim.document}", name)


def origin_id(key: str) -> str:
    """The id of the origin of a source's key."""
    return identity("o", key)


def identity(letter: str, *parts: object) -> str:
    """A short id: a letter for the kind and a hash of what identifies."""
    return letter + hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:15]

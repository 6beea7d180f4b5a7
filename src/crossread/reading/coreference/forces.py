"""The forces of one commander: "his troops", "Marr's army" and the named army that he leads are one body in a document."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

_ARMED = ("military_unit", "armed_group")


@lru_cache(maxsize=4)
def _words(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["own_forces"][name])


def join_forces(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> None:
    """Join what a person's chain possesses under the plain words for an army, and the one named armed body that he or she is said
    to lead. Needs resolved pronouns, so it comes last.

    Does not join a part ("two of his soldiers"), a branch ("his air force") or what a state possesses, which may have several;
    and no name where the person leads two.
    """
    first: dict[int, int] = {}
    for index, each in enumerate(chains.candidates):
        head = parse.doc[each.head]
        if each.kind != "nominal" or head.lemma_.lower() not in _words("words"):
            continue
        if any(child.dep_ in ("nummod", "compound") for child in head.children):
            continue
        owner = _owner(head, heads)
        if owner is None or not _is_person(chains, owner):
            continue
        possessor = chains.find(owner)
        if possessor in first:
            chains.join(first[possessor], index, number=False)
        else:
            first[possessor] = index
    led: dict[int, set[int]] = {}
    for person, body in _led(parse, chains, heads=heads):
        led.setdefault(chains.find(person), set()).add(chains.find(body))
    for person, bodies in sorted(led.items()):
        if person in first and len(bodies) == 1:
            chains.join(bodies.pop(), first[person], number=False)


def _owner(head: Token, heads: dict[int, int]) -> int | None:
    return next((heads[child.i] for child in head.children if child.dep_ == "nmod:poss" and child.i in heads), None)


def _is_person(chains: Chains, index: int) -> bool:
    return any(chains.candidates[member].type == "person" for member in chains.members(index))


def _led(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Each person with each named armed body that the text calls his, or whose commander it calls him."""
    for index, each in enumerate(chains.candidates):
        if each.kind == "name" and each.type in _ARMED:
            head = parse.doc[each.head]
            owner = _owner(head, heads)
            if owner is not None and _is_person(chains, owner):
                yield owner, index
            above = head.head
            if head.dep_ == "obj" and above.lemma_.lower() in _words("verbs"):
                subject = next((heads[child.i] for child in above.children if child.dep_ == "nsubj" and child.i in heads), None)
                if subject is not None and _is_person(chains, subject):
                    yield subject, index
            if head.dep_ in ("nmod", "nmod:poss", "compound") and above.lemma_.lower() in _words("leaders"):
                person = _holder(above, heads)
                if person is not None and _is_person(chains, person):
                    yield person, index


def _holder(noun: Token, heads: dict[int, int]) -> int | None:
    """Whom a title stands for: itself, if it is a mention ("the commander of X"), else the name it stands before."""
    if noun.i in heads:
        return heads[noun.i]
    return heads.get(noun.head.i) if noun.head.i > noun.i else None

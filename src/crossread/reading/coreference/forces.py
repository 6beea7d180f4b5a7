"""The forces of one commander: "his troops", "Marr's army" and "the general's forces" are one body in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse


def join_forces(parse: Parse, chains: Chains, *, heads: dict[int, int], language: str = "en") -> None:
    """Join what a person's chain possesses under the plain words for an army. Needs resolved pronouns, so it comes last.

    Does not join a part ("two of his soldiers"), a branch ("his air force") or what a state possesses, which may have several.
    """
    plain = frozenset(table(language, "bodies")["own_forces"]["words"])
    first: dict[int, int] = {}
    for index, each in enumerate(chains.candidates):
        head = parse.doc[each.head]
        if head.lemma_.lower() not in plain or any(child.dep_ == "nummod" for child in head.children):
            continue
        owner = next((child for child in head.children if child.dep_ == "nmod:poss" and child.i in heads), None)
        if owner is None or any(child.dep_ == "compound" for child in head.children):
            continue
        possessor = chains.find(heads[owner.i])
        if not any(chains.candidates[member].type == "person" for member in chains.members(possessor)):
            continue
        if possessor in first:
            chains.join(first[possessor], index, number=False)
        else:
            first[possessor] = index

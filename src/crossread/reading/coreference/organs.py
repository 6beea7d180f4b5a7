"""Organs of a state and members of an armed group: descriptions that mean one body because they name one owner.

"The Peruvian government", "Peru's government" and "the government in Lima" are one; so are "the army" and "the armed forces" of
one state, and "X fighters" are the group X. "The militants" is the one armed group that was named.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.countries import state_of_capital
from crossread.reading.coreference.nominals import is_inside

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

_MODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "nmod:desc")
_FAR_MEMBERS = 8
_HYPHENS = ("-", "–", "‑")


@lru_cache(maxsize=4)
def _organs(language: str = "en") -> dict[str, str]:
    return {noun: organ for organ, nouns in table(language, "bodies")["organs"]["nouns"].items() for noun in nouns}


@lru_cache(maxsize=4)
def _words(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["organs"][name])


def join_organs(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> None:
    """Join what has one owner and one office. Abstains where anything but the owner tells the body from others of its kind
    ("the transitional government", "the UN-backed government", "two Peruvian soldiers"). Goes over the text once before pronouns
    are resolved and once after, for "its troops"."""
    first: dict[tuple[str, int], int] = {}
    groups: list[tuple[int, int]] = []
    others: list[tuple[int, str]] = []  # where fighters stand that belong to nobody named, and what they are called
    for index, each in enumerate(chains.candidates):
        if each.kind == "name" and each.type == "armed_group":
            if not is_inside(parse, each):
                groups.append((each.sent, index))
            continue
        head = parse.doc[each.head]
        if each.kind != "nominal" or each.definiteness in ("indefinite", "demonstrative"):
            if each.kind == "nominal" and each.number == "plural" and _is_member(head):
                others.append((each.sent, each.lemma))
            continue
        if each.lemma in _words("called") and _called(head, chains, index, heads=heads):
            continue
        owner = _owner(parse, chains, each, heads=heads)
        organ = _organs().get(each.lemma)
        if owner is not None and organ is not None and _is_state(chains, owner):
            key = (organ, chains.find(owner))
            if key in first:
                chains.join(first[key], index, number=False)
            else:
                first[key] = index
        elif (
            owner is not None and chains.candidates[owner].type == "armed_group" and each.number == "plural" and _is_member(head)
        ):
            chains.join(owner, index, number=False)
            groups.append((each.sent, owner))
        elif (
            each.lemma in _words("unnamed_members")
            and each.number == "plural"
            and not _content(head)
            and each.definiteness == "definite"
        ):
            near = {chains.find(group) for sent, group in groups if each.sent - sent <= _FAR_MEMBERS}
            if len(near) == 1 and not any(each.sent - sent <= _FAR_MEMBERS or lemma == each.lemma for sent, lemma in others):
                chains.join(near.pop(), index, number=False)
        elif each.number == "plural" and _is_member(head) and any(child.dep_ == "nummod" for child in head.children):
            others.append((each.sent, each.lemma))


def _called(head: Token, chains: Chains, index: int, *, heads: dict[int, int]) -> bool:
    """ "The X movement", whatever else is said of it: the one body whose name stands right before the noun. "The X-linked
    movement" is another."""
    linked = max((child.i for child in head.lefts if child.tag_ == "VBN"), default=-1)
    before = [child for child in head.lefts if child.dep_ == "compound" and child.i in heads and child.i > linked]
    if len(before) != 1 or head.tag_ == "NNS":
        return False
    name = chains.candidates[heads[before[0].i]]
    bodies = ("armed_group", "ngo", "military_unit")
    return name.kind == "name" and name.type in bodies and chains.join(heads[before[0].i], index, number=False)


def _content(head: Token) -> list[Token]:
    """What tells the thing from others of its kind."""
    return [
        child
        for child in head.children
        if child.dep_ in (*_MODIFIERS, "nummod", "acl", "acl:relcl", "flat", "appos") and child.lower_ not in _words("plain")
    ]


def _is_state(chains: Chains, owner: int) -> bool:
    return any(chains.candidates[member].type == "state" for member in chains.members(owner))


def _is_member(head: Token) -> bool:
    return head.lemma_.lower() in _words("members") | _words("unnamed_members")


def _owner(parse: Parse, chains: Chains, each: Candidate, *, heads: dict[int, int]) -> int | None:
    """The one named owner that stands with a noun, if nothing else stands with it."""
    content = [child for child in _content(parse.doc[each.head]) if child.dep_ not in ("acl", "acl:relcl", "appos")]
    if len(content) != 1 or content[0].i not in heads:
        return None
    child, index = content[0], heads[content[0].i]
    if child.i and child.nbor(-1).text in _HYPHENS:
        return None  # "anti-Marr rebels" are not his
    owner = chains.candidates[index]
    if owner.kind not in ("name", "demonym", "possessive") or any(grand.dep_ == "conj" for grand in child.children):
        return None
    case = next((grand.lower_ for grand in child.children if grand.dep_ == "case" and grand.i < child.i), None)
    if case == "in" and owner.type == "place":
        return _of_capital(chains, owner)
    return index if case in (None, "of") else None


def _of_capital(chains: Chains, owner: Candidate) -> int | None:
    state = state_of_capital(owner.key.removeprefix("="))
    found = (index for index, each in enumerate(chains.candidates) if state is not None and each.key == f"={state}")
    return next(found, None)

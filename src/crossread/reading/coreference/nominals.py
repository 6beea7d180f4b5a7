"""Passes over descriptions: the same head noun again, a role already given to somebody, a general noun for a named body."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.coreference.naming import head_word
from crossread.reading.names.types import described_type

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

# How many sentences back a description may reach.
_HOME = 3  # times that a text names the country in which it plays
_FAR_HEAD, _FAR_ROLE, _FAR_GENERIC, _FAR_AKIN = 40, 60, 4, 3
_FAR_COUNTED = 2  # sentences: "the people" are not the "22 people" of another paragraph
_BODIES = ("armed_group", "government_body", "military_unit", "ngo", "company")
_HYPHENS = ("-", "–", "‑")
_TAKES_UP = ("definite", "demonstrative")


def join_nominals(parse: Parse, chains: Chains) -> None:
    """Each description, in text order, to the surest antecedent before it."""
    by_head: dict[str, list[int]] = {}
    by_role: dict[str, list[int]] = {}
    by_type: dict[str, list[int]] = {}
    plurals: dict[tuple[str, ...], int] = {}
    for index, each in enumerate(chains.candidates):
        if each.kind == "nominal" and each.definiteness == "bare" and each.number == "plural" and each.lemma not in each.words:
            chains.join(plurals.setdefault((each.lemma, *each.words), index), index)
        takes_up = each.definiteness in _TAKES_UP or each.definiteness == "possessive"
        # "the city of X", "the newspaper X" say themselves which one it is
        if each.kind == "nominal" and takes_up and not chains.names(index) and not _is_followed_by_name(parse, each):
            _ = (
                _at_home(chains, index, by_type)
                or _same_head(parse, chains, index, by_head)
                or _role(parse, chains, index, by_role)
                or _generic(parse, chains, index, by_type)
                or _akin(chains, index, by_role)
            )
        if each.kind == "nominal":
            by_head.setdefault(each.lemma, []).append(index)
        elif each.kind == "name" and each.type != "person" and len(each.words) > 1:
            by_head.setdefault(head_word(each.words), []).append(index)
        if each.kind in ("name", "demonym") or (each.kind == "nominal" and each.definiteness != "bare" and each.type in _BODIES):
            by_type.setdefault(each.type, []).append(index)
        for role in each.roles if each.kind in ("name", "nominal") else ():
            by_role.setdefault(role, []).append(index)


def _is_followed_by_name(parse: Parse, each: Candidate) -> bool:
    after = parse.doc[each.last + 1 : each.last + 2]
    return bool(after) and after[0].pos_ == "PROPN" and each.last == each.head


@lru_cache(maxsize=4)
def _light(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "persons")["light"]["words"])


@lru_cache(maxsize=4)
def _kindred(language: str = "en") -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in table(language, "persons")["akin"].values():
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(others) for word, others in found.items()}


def _same_head(parse: Parse, chains: Chains, index: int, by_head: dict[str, list[int]]) -> bool:
    """The same noun, its modifiers all among the antecedent's, and the same owner if it has one."""
    each = chains.candidates[index]
    for other in reversed(by_head.get(each.lemma, ())):
        before = chains.candidates[other]
        if each.sent - before.sent > _FAR_HEAD:
            return False
        if (
            before.covers(each)
            or each.covers(before)
            or _differ_in_number(parse, before, each)
            or _is_gone(before) != _is_gone(each)
            or (before.definiteness not in _TAKES_UP and _is_killed(parse.doc[before.head]) and _acts(parse.doc[each.head]))
            or (_is_counted(parse, before) and not _is_counted(parse, each) and each.sent - before.sent > _FAR_COUNTED)
        ):
            continue
        if each.definiteness == "possessive" and (
            before.definiteness != "possessive" or _owner(parse, each) != _owner(parse, before)
        ):
            continue
        if each.definiteness != "possessive" and before.definiteness == "possessive" and each.type == "person" and each.words:
            continue
        if set(each.words) - _light() <= set(before.words) and chains.join(other, index):
            return True
    return False


def _differ_in_number(parse: Parse, before: Candidate, each: Candidate) -> bool:
    """ "Western governments" are not "the government"; the modifier in "a rebel attack" has no number of its own."""
    heads = parse.doc[before.head], parse.doc[each.head]
    plural = [head.tag_ in ("NNS", "NNPS") for head in heads]
    return plural[0] != plural[1] and all(head.dep_ != "compound" for head in heads)


def _is_gone(each: Candidate) -> bool:
    """ "The protesters" are not the dead ones."""
    return not _gone("words").isdisjoint(each.words)


@lru_cache(maxsize=8)
def _gone(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "persons")["gone"][name])


def _is_killed(token: Token) -> bool:
    """Whether somebody is said to have died: "ten soldiers were killed", also as some of those who did."""
    while token.dep_ == "conj" or token.dep_ == "nmod" and any(child.lower_ == "including" for child in token.children):
        token = token.head
    lemma = token.head.lemma_.lower()
    killed = token.dep_ in ("obj", "nsubj:pass") and lemma in _gone("killed")
    return killed or (token.dep_ == "nsubj" and lemma in _gone("died"))


def _acts(token: Token) -> bool:
    """Whether it is told what somebody did next: "the soldiers stormed the house"; not what they had done or were doing."""
    verb = token.head
    return token.dep_ == "nsubj" and verb.tag_ == "VBD" and verb.lemma_.lower() not in _gone("died")


def _is_counted(parse: Parse, each: Candidate) -> bool:
    return any(child.dep_ == "nummod" or child.tag_ == "CD" for child in parse.doc[each.head].children)


def _owner(parse: Parse, each: Candidate) -> str:
    owners = [child.lemma_.lower() for child in parse.doc[each.head].children if child.dep_ == "nmod:poss"]
    return owners[0] if owners else ""


def _role(parse: Parse, chains: Chains, index: int, by_role: dict[str, list[int]]) -> bool:
    """ "The general" to the person last called one."""
    each = chains.candidates[index]
    if each.type != "person" or each.number != "singular" or each.definiteness == "possessive" or not set(each.words) <= _light():
        return False
    holders: dict[int, int] = {}
    for other in reversed(by_role.get(each.lemma, ())):
        before = chains.candidates[other]
        if each.sent - before.sent > _FAR_ROLE:
            break
        if before.covers(each) or each.covers(before) or before.number != "singular":
            continue
        if before.kind == "name" and not _is_deputy(each, before) and chains.agree(other, index):
            holders.setdefault(chains.find(other), other)
    if not holders:
        return False
    nearest, *others = holders.items()
    topic = [one for one in holders.items() if _is_topic(parse, chains, one[0], before=index)] if others else []
    if len(topic) == 1:
        nearest = topic[0]
    elif others and each.sent - chains.candidates[nearest[1]].sent > 1:
        # of two presidents the one of whom the text speaks most
        ranked = sorted(holders.items(), key=lambda one: -len(chains.members(one[0])))
        if len(chains.members(ranked[0][0])) < 2 * len(chains.members(ranked[1][0])):
            return False
        nearest = ranked[0]
    return chains.join(nearest[1], index)


def _is_topic(parse: Parse, chains: Chains, root: int, *, before: int) -> bool:
    """Whether somebody is the subject of the sentence before a description."""
    sent = chains.candidates[before].sent - 1
    return any(
        chains.candidates[member].sent == sent and parse.doc[chains.candidates[member].head].dep_.startswith("nsubj")
        and parse.doc[chains.candidates[member].head].head.dep_ == "ROOT"
        for member in chains.members(root)
        if member < before
    )


def _is_deputy(each: Candidate, before: Candidate) -> bool:
    """ "The president" is not the vice president."""
    return any(role in _deputies() and role not in each.words for role in before.roles)


@lru_cache(maxsize=4)
def _deputies(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "persons")["deputies"]["words"])


def _akin(chains: Chains, index: int, by_role: dict[str, list[int]]) -> bool:
    """ "The commander" to the one person near by who holds a like role."""
    each = chains.candidates[index]
    if each.type != "person" or each.number != "singular" or each.definiteness == "possessive" or not set(each.words) <= _light():
        return False
    able = {
        chains.find(other): other
        for role in sorted(_kindred().get(each.lemma, ()))
        for other in by_role.get(role, ())
        if chains.candidates[other].kind == "name"
        and each.sent - chains.candidates[other].sent <= _FAR_AKIN
        and chains.agree(other, index)
    }
    return len(able) == 1 and chains.join(next(iter(able.values())), index)


def _at_home(chains: Chains, index: int, by_type: dict[str, list[int]]) -> bool:
    """ "The country" to the one in which the text plays."""
    each = chains.candidates[index]
    plain = each.definiteness == "definite" and each.number != "plural" and set(each.words) <= _light()
    home = _home(chains, index, by_type) if plain and each.lemma in table("en", "bodies")["generic"]["state"] else None
    return home is not None and chains.join(home, index, classes=False)


def _generic(parse: Parse, chains: Chains, index: int, by_type: dict[str, list[int]]) -> bool:
    """ "The group", "the country" to the one named body or place of that kind that is near."""
    each = chains.candidates[index]
    if each.number == "plural" or each.definiteness == "possessive" or not set(each.words) <= _light():
        return False
    near: list[int] = []
    for type_, lemmas in table("en", "bodies")["generic"].items():
        if each.lemma in lemmas:
            near += [other for other in by_type.get(type_, ())[-12:] if each.sent - chains.candidates[other].sent <= _FAR_GENERIC]
    near = [
        other
        for other in sorted(near)
        if other < index
        and chains.agree(other, index, classes=False)
        and not each.covers(chains.candidates[other])
        and not _rules_not(each, chains.candidates[other])
        and not is_inside(parse, chains.candidates[other])
        and not _of_visitors(parse, chains.candidates[other], each)
    ]
    if not near:
        return False
    near = [other for other in near if not _is_cited(parse, chains.candidates[other])] or near
    closest = [other for other in near if chains.candidates[other].sent == chains.candidates[near[-1]].sent]
    names = [other for other in closest if chains.candidates[other].kind == "name"] or closest
    roots = {chains.find(other) for other in names}
    if len(roots) == 1 or each.definiteness == "demonstrative":
        return chains.join(names[-1], index, classes=False)
    return False


def _rules_not(each: Candidate, name: Candidate) -> bool:
    """ "The administration" is none but one that is called so: no parliament, no ministry, no leadership of a party."""
    bodies = table("en", "bodies")["executive"]["nouns"]
    return each.lemma in bodies and name.lemma not in bodies and not any(word.lower() in bodies for word in name.words)


def is_inside(parse: Parse, name: Candidate) -> bool:
    """ "Extremists with links to the Front", "militants allied with it", "Front-linked militants": of the two bodies the text
    speaks of the others."""
    token = parse.doc[name.head]
    if not parse.doc[name.last].whitespace_ and parse.doc[name.last + 1 : name.last + 2].text in _HYPHENS:
        return True
    while token.dep_ in ("nmod", "obl", "acl") and token.head.i < token.i:
        if token.head.pos_ != "NOUN" and token.head.dep_ != "acl":
            return False
        token = token.head
        if described_type(token) in _BODIES and name.type in _BODIES:
            return True
    return False


def _is_cited(parse: Parse, each: Candidate) -> bool:
    """ "According to X": whose word it is, the sentence is not about."""
    return any(child.dep_ == "case" and child.lower_ == "according" for child in parse.doc[each.head].children)


def _of_visitors(parse: Parse, owner: Candidate, each: Candidate) -> bool:
    """ "Morland's troops withdrew from the country": it is not theirs."""
    holder = parse.doc[owner.head].head
    return (
        owner.sent == each.sent
        and owner.type == "state"
        and each.lemma in table("en", "bodies")["generic"]["state"]
        and parse.doc[owner.head].dep_ in ("compound", "amod", "nmod", "nmod:poss")
        and holder.dep_ in ("nsubj", "nsubj:pass")
        and described_type(holder) in ("military_unit", "armed_group")
    )


def _home(chains: Chains, index: int, by_type: dict[str, list[int]]) -> int | None:
    """The country in which a text plays, for "the country" where its sentence and the one before name no other: the state
    that it names at least twice as often as any other, so far."""
    each = chains.candidates[index]
    states = [other for other in by_type.get("state", ()) if chains.candidates[other].kind in ("name", "demonym")]
    if any(each.sent - chains.candidates[other].sent <= 1 and chains.candidates[other].kind == "name" for other in states):
        return None
    count = Counter(chains.find(other) for other in states)
    ranked = count.most_common(2)
    if not ranked or ranked[0][1] < _HOME or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]

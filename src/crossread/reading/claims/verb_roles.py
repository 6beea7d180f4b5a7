"""Who and what fills the roles of a verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.reading.claims import syntax
from crossread.reading.claims.frame_parts import HYPHENS, is_collective
from crossread.reading.claims.noun_roles import possessor

if TYPE_CHECKING:
    from spacy.tokens import Token


# Roles that are no prepositions.
_OWN = frozenset(
    {
        "agent", "agent?", "patient", "poss", "iobj", "comp", "xcomp", "comp_obj", "comp_of", "holder", "obliged", "aided",
        "unknown",
    }
)


def verb_role(verb: Token, roles: tuple[str, ...], light: Token | None, parts: list[str]) -> tuple[Token | None, str]:
    """The first of the roles that something fills, with what fills it; "unknown" where nobody need be named, else "".

    `light` is the noun that the verb leans on, `parts` are the words of the pattern.
    """
    for role in roles:
        if role == "unknown":
            return None, "unknown"
        found = _filler(verb, role, light, parts)
        if found is not None:
            return found, role
        if role == "agent?":
            return None, "unknown"
    return None, ""


def later_roles(verb: Token, roles: tuple[str, ...], first: str) -> tuple[tuple[Token, str], ...]:
    """What fills the prepositions after the first one that something fills, with their roles."""
    if first in _OWN or first not in roles:
        return ()
    found = ((syntax.oblique(verb, role), role) for role in roles[roles.index(first) + 1 :] if role not in _OWN)
    return tuple((token, role) for token, role in found if token is not None)


def _filler(verb: Token, role: str, light: Token | None, parts: list[str]) -> Token | None:
    """What fills one role; a role that is none of the verb's own is a preposition."""
    match role:
        case "agent" | "agent?":
            return syntax.agent(verb)
        case "patient":
            return _patient(verb, parts)
        case "poss":
            return possessor(light, set()) if light is not None else None
        case "iobj":
            return _recipient(verb, light)
        case "comp":
            return _complement(verb)
        case "xcomp":
            posts = ("NOUN",) if verb.dep_ == "acl" else ("NOUN", "PROPN")  # "a man named Marr" holds no post
            return next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in posts), None)
        case "comp_obj" | "comp_of":
            return _complement_argument(verb, role)
        case "holder":
            return _holder(verb)
        case "obliged":
            return _obliged(verb)
        case "aided":
            return _aided(verb, light)
    return _oblique(verb, role, light)


def _patient(verb: Token, parts: list[str]) -> Token | None:
    """To whom it is done; with a verb of several words also the phrase of the last ("called for a truce")."""
    found = syntax.patient(verb) or next(iter(syntax.children(verb, "iobj")), None)
    if len(parts) > 1 and (found is None or found.i < verb.i and not syntax.is_passive(verb)):
        return syntax.oblique(verb, parts[-1]) or found  # "the hope that we stand by them"
    return found


def _recipient(verb: Token, light: Token | None) -> Token | None:
    """ "Gave the rebels weapons", "the rebels were given weapons": to whom something is given."""
    found = next(iter(syntax.children(verb, "iobj")), None)
    objects = syntax.children(verb, "obj")
    if found is None and len(objects) == 2 and objects[1].i > objects[0].i > verb.i:
        found = objects[0]
    if found is None and syntax.is_passive(verb) and light is not None and light.i > verb.i:
        found = syntax.surface_subject(verb)
    return found


def _oblique(verb: Token, preposition: str, light: Token | None) -> Token | None:
    """A phrase of the verb, or of what it carries to somebody."""
    own = syntax.oblique(light, preposition) if light is not None and light.i > verb.i else None
    found = syntax.oblique(verb, preposition)
    if own is not None and found is not None and light is not None and (light.i < own.i < found.i or found.i < verb.i < own.i):
        found = own  # "issued a warrant for the general for his role", "on one front launched an attack on the town"
    for noun in _carried(verb, light) if found is None else ():
        found = found or syntax.oblique(noun, preposition)
    if found is None:
        host = syntax.patient(verb)
        if host is not None and light is None and not syntax.is_passive(verb):
            found = syntax.oblique(host, preposition)
    return found


def _complement(verb: Token) -> Token | None:
    """The clause that completes a verb, also where a date between the two made the parser take it for a purpose."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i:
            return child
    if syntax.children(verb, "obj", "iobj"):
        return None
    dated: frozenset[int] = verb.doc.user_data.get(syntax.DATED, frozenset())
    for child in verb.children:
        if child.dep_ == "advcl" and child.tag_ == "VB" and child.i > verb.i and syntax.children(child, "mark"):
            between = verb.doc[verb.i + 1 : child.left_edge.i]
            return child if between and all(word.i in dated or word.dep_ == "case" for word in between) else None
    return None


def _carried(verb: Token, light: Token | None) -> Iterator[Token]:
    """The nouns on which a phrase of the verb may hang: what it leans on with what is coordinated with it, that of which it is
    one ("a suspension of aid to"), what was laid on somebody ("restrictions imposed on"), and aid in which a sum comes ("two
    million in aid to")."""
    if light is None:
        return
    for noun in syntax.conjuncts(light):
        yield noun
        for child in noun.children:
            if (child.dep_ == "nmod" and syntax.case_of(child) == "of") or child.lemma_.lower() in listed("en", "laid"):
                yield child
    for child in (*verb.children, *light.children):
        if child.dep_ in ("obl", "nmod") and syntax.case_of(child) == "in" and child.lemma_.lower() in listed("en", "relief"):
            yield child


def _obliged(verb: Token) -> Token | None:
    """ "Says that the army must leave": of whom something is demanded."""
    for child in verb.children:
        if child.dep_ == "ccomp" and any(aux.lower_ == "must" for aux in child.children if aux.dep_ == "aux"):
            return syntax.own_subject(child) if not syntax.is_passive(child) else None
    return None


def _aided(verb: Token, light: Token | None) -> Token | None:
    """ "Gave two million to promote peace in Osten": where or for whom the sum is to be spent, by the first name there."""
    hosts = [verb] if light is None else [verb, light]
    purposes = [
        child for host in hosts for child in host.children if child.dep_ in ("advcl", "acl", "xcomp") and child.tag_ == "VB"
    ]
    named = [
        word
        for purpose in purposes
        for word in purpose.subtree
        if word.pos_ == "PROPN" and word.dep_ in ("obj", "obl", "nmod") and word.i > purpose.i
        and (word.dep_ == "obj" or syntax.case_of(word) in ("in", "for", "to"))
    ]
    return named[0] if named else None


def _holder(verb: Token) -> Token | None:
    """From whom a place is taken: "retook a town held by the rebels", "seized the rebel-held town"."""
    place = syntax.patient(verb)
    for child in place.children if place is not None else ():
        if child.lemma_.lower() not in listed("en", "held") or child.tag_ not in ("VBN", "VBD"):
            continue
        if child.dep_ == "acl":
            return syntax.agent(child)
        named = child.doc[child.i - 2] if child.i > 1 and child.doc[child.i - 1].text in HYPHENS else None
        if named is not None and (named.text[:1].isupper() or is_collective(named)):
            return named
    return None


def _complement_argument(verb: Token, role: str) -> Token | None:
    for child in verb.children:
        if child.dep_ == "xcomp" or (child.dep_ == "ccomp" and role == "comp_of"):
            if role == "comp_obj":
                found = syntax.patient(child) or next(
                    (syntax.oblique(child, word) for word in ("on", "against", "at") if syntax.oblique(child, word)), None
                )
            else:
                found = syntax.oblique(child, "of")
            if found is not None:
                return found
    return None

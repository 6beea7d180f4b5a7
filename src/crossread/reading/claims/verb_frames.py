"""Frames of verbs: whether a verb, with what it leans on, is meant as a pattern means it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.reading.claims import syntax
from crossread.reading.claims.frame import Frame
from crossread.reading.claims.frame_parts import is_with, target_of
from crossread.reading.claims.patterns import Pattern, PatternIndex
from crossread.reading.claims.verb_roles import later_roles, verb_role

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = ("obl", "obl:agent", "xcomp", "obj", "nmod", "amod")  # how what a pattern wants beside the object hangs on the verb


def verb_frames(verb: Token, index: PatternIndex) -> Iterator[Frame]:
    """The frames of a verb, in the order of the lexicon."""
    for word, pattern in index.verb(verb.lower_, verb.lemma_.lower()):
        parts = word.split("_")
        if len(parts) > 1 and not syntax.particle(verb, parts[1:]):
            continue
        if _is_phrasal(verb, parts[1:]) or ("finite" in pattern.flags and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj")):
            continue
        if ("noobj" in pattern.flags and syntax.children(verb, "obj")) or (
            "nocomp" in pattern.flags
            and (syntax.children(verb, "xcomp", "ccomp") or len(syntax.children(verb, "obj", "iobj")) > 1)
        ):
            continue
        if "noinf" in pattern.flags and any(
            child.tag_ == "VB" and child.i > verb.i for child in syntax.children(verb, "xcomp", "advcl")
        ):
            continue  # "the raid led the council to resign"
        if "bidding" in pattern.flags and not _is_bidding(verb):
            continue
        content = _content(verb)
        if "withobj" in pattern.flags and content is None:
            continue
        if not _wanted(verb, pattern, content):
            continue
        if (unless := pattern.wants("unless")) and is_with(verb, unless):
            continue
        if ("violent" in pattern.flags and not _is_violent(verb)) or ("spared" in pattern.flags and syntax.spares(verb)):
            continue
        light = content if pattern.wants("needs") else _means(verb, pattern.wants("needsobl"))
        subject, subject_role = verb_role(verb, pattern.subject, light, parts)
        object_, object_role = verb_role(verb, pattern.object, light, parts)
        if subject is None and "unknown" not in subject_role:
            continue
        if object_ is None and "mutual" not in pattern.flags:
            continue
        if (objneeds := pattern.wants("objneeds")) and not (_near(content, objneeds) or _near(object_, objneeds)):
            continue
        if object_ is not None and object_role == "patient" and _is_phrase_alone(verb, pattern, object_):
            continue
        if object_ is not None and pattern.predicate == "attacks":
            object_ = target_of(object_)
        if subject is not None and object_ is not None and subject.i == object_.i:
            continue
        held = pattern.predicate == "controls_place" and subject_role == "from"  # "failed to retake it from them": they have it
        others = later_roles(verb, pattern.object, object_role)
        yield Frame(pattern, verb, verb, subject, object_, light, subject_role, object_role, held, others)


def _is_bidding(verb: Token) -> bool:
    """Whether it is said what somebody is to do, or what for: "appealed to the allies to leave", "for help"."""
    return syntax.oblique(verb, "for") is not None or any(
        child.tag_ == "VB" and child.i > verb.i for child in syntax.children(verb, "xcomp", "advcl", "ccomp")
    )


def _wanted(verb: Token, pattern: Pattern, content: Token | None) -> bool:
    if (needs := pattern.wants("needs")) and not _near(content, needs):
        return False
    for name, preposition in (("withneeds", "with"), ("fromneeds", "from")):
        words = pattern.wants(name)
        if words and not _near(syntax.oblique(verb, preposition), words):
            return False
    words = pattern.wants("compneeds") | pattern.wants("needscomp")
    if words:
        found = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp", "acl", "advcl", "amod", "obl")]
        found += (
            [child for child in content.children if child.dep_ in ("acl", "amod", "xcomp", "appos")]
            if content is not None
            else []
        )
        if not any(_near(token, words) for token in found):
            return False
    words = pattern.wants("needsobl")
    return not words or any(_near(child, words) for child in verb.children if child.dep_ in _BESIDE)


def _is_phrase_alone(verb: Token, pattern: Pattern, object_: Token) -> bool:
    """ "Holding hostage ten sailors" may be parsed as the holding of a hostage: what the pattern wants beside the object is not
    the object itself."""
    words = pattern.wants("needsobl")
    if not words or not _near(object_, words) or syntax.children(object_, "compound"):
        return False  # in "holding ten sailors hostage" the sailors may hang on the hostage
    return not any(_near(child, words) for child in verb.children if child.i != object_.i and child.dep_ in _BESIDE)


def _is_violent(verb: Token, language: str = "en") -> bool:
    """Whether a death is one by violence: no illness is named, and it is told of several, or beside a deed, weapon or wound."""
    words = table(language, "frames")["dying"]
    beside = {token.lemma_.lower() for token in verb.subtree} | {verb.head.lemma_.lower()}
    if not beside.isdisjoint(words["natural"]):
        return False
    dead = syntax.own_subject(verb) or syntax.agent(verb)
    if dead is None or dead.pos_ == "VERB":
        return False
    if dead.tag_ in ("WP", "WDT"):
        dead = syntax.antecedent(dead) or dead
    several = dead.tag_ in ("NNS", "NNPS", "CD") or any(child.dep_ in ("nummod", "conj") for child in dead.children)
    return several or dead.lemma_.lower() in listed(language, "partitive") or not beside.isdisjoint(words["violent"])


def _is_phrasal(verb: Token, own: list[str], language: str = "en") -> bool:
    """Whether a particle that the pattern does not have makes another verb of it: "called out the minister" is no call."""
    particles = table(language, "frames")["phrasal"]["particles"]
    return verb.lemma_.lower() in listed(language, "phrasal") and any(
        child.dep_ == "compound:prt" and child.lower_ in particles and child.lower_ not in own for child in verb.children
    )


def _content(verb: Token) -> Token | None:
    """The noun that a light verb leans on: its object, or the subject of its passive; of "dozens of attacks" the attacks."""
    found = syntax.patient(verb)
    if found is not None and found.tag_ in ("WDT", "WP"):
        found = syntax.antecedent(found) or found  # "the atrocities that they committed"
    if syntax.is_passive(verb):  # "were given training": what is given stays behind
        found = next((child for child in verb.children if child.dep_ in ("obj", "xcomp") and child.pos_ == "NOUN"), found)
    objects = syntax.children(verb, "obj")
    if len(objects) == 2 and objects[1].i > objects[0].i > verb.i:
        found = objects[1]  # "dealt the rebels a defeat", where the parser makes two objects of both
    if found is not None and (found.pos_ in ("NUM", "SYM", "DET") or found.lemma_.lower() in listed("en", "partitive")):
        for child in found.children:
            if child.dep_ == "nmod" and child.pos_ == "NOUN":
                return child
    return found


def _means(verb: Token, words: frozenset[str]) -> Token | None:
    """The noun of a fixed phrase beside the verb: "came to the aid of the army", "remains in control of the town"."""
    return next((child for child in verb.children if child.dep_ in ("obl", "obl:agent", "xcomp") and _near(child, words)), None)


def _near(token: Token | None, words: frozenset[str]) -> bool:
    """Whether the phrase's head, what is coordinated with it, or a noun compounded with it, is one of the words."""
    if token is None:
        return False
    for part in syntax.conjuncts(token):
        if any(child.dep_ == "compound" and child.lower_ in listed("en", "public") for child in part.children):
            continue
        if part.lemma_.lower() in words or part.lower_ in words:
            return True
        if part.lemma_.lower() not in listed("en", "mere") and any(
            child.dep_ in ("compound", "nmod", "nummod", "amod") and (child.lemma_.lower() in words or child.lower_ in words)
            for child in part.children
        ):
            return True
    return False

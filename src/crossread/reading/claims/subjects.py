"""Who does what a frame says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.ontology.predicates import predicates
from crossread.ontology.towns import towns_called
from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.deeds import deed_of, is_deed
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.fitting import DEADLY, VIOLENT, fits
from crossread.reading.claims.frame import Frame
from crossread.reading.claims.free_text import free_text
from crossread.reading.claims.layers import Layers
from crossread.reading.claims.owners import lift
from crossread.reading.claims.seats import seated
from crossread.reading.claims.selection import can_be
from crossread.reading.claims.unsaid import is_nobody, is_none
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODILY = frozenset({"moves_to", "located_at"})  # a missile that reaches a town does not take its owner there

_PERSONAL = frozenset({"holds_role", "promoted_to", "member_of"})  # "his silence served as a smokescreen" is no post of his


@dataclass(frozen=True, slots=True)
class Subjects:
    """Those who do what a frame says, `None` for somebody who is not named. `mod`: "alleged" where only somebody's word makes
    them the doers, else `None`."""

    sides: tuple[Filled | None, ...]
    mod: str | None = None


def subjects_of(frame: Frame, layers: Layers) -> Subjects:
    """Who does what a frame says, in text order; no sides where somebody is named who cannot be the doer."""
    if frame.subject is None:
        deed = deed_of(frame.anchor) if frame.pattern.predicate in DEADLY else frame.anchor if is_deed(frame.anchor) else None
        return (_doers(deed, layers) if deed is not None else None) or Subjects((None,))
    sides = list(fill(frame.subject, layers.known, language=layers.language))
    if _is_titled(frame, frame.subject):
        sides = sides[:1]
    found, mod = _admitted(frame, frame.subject, sides, layers), None
    family = predicates()[frame.pattern.predicate].family
    if not found and (family in VIOLENT or frame.pattern.predicate == "supports"):
        doers = _doers(frame.subject, layers)
        if doers is not None:
            found, mod = [side for side in doers.sides if side is not None], doers.mod
    if family in VIOLENT and frame.subject_role == "poss" and _is_scene(frame.subject, sides):
        found = []
    sited = any(_is_location(side) for side in sides)
    found = [side for side in found if _can_act(side, frame, frame.subject, sited=sited, layers=layers)]
    if frame.subject.tag_ == "WDT" and any(_is_location(side) for side in found):
        found = list(seated(frame.subject, layers)) or found
    if frame.pattern.predicate in DEADLY:
        # "the attack on the market that killed ten": it was not the market
        found = [side for side in found if not _is_location(side)]
    elif not found and frame.pattern.predicate == "protests":
        found = _crowd(frame.subject, layers)
    if frame.pattern.kind == "f":
        found = [side for side in found if side.head.i <= frame.subject.i]
    struck = frame.pattern.predicate == "attacks" and not frame.pattern.wants("needs") | frame.pattern.wants("objtype")
    unnamed = not found and (frame.pattern.predicate in DEADLY or struck and _is_nobodys(frame.subject))
    return Subjects((None,) if unnamed else tuple(found), "alleged" if _is_labelled(frame) else mod)


def _doers(deed: Token, layers: Layers) -> Subjects | None:
    """Those who are known to have done a deed, by the deed's own words; `None` where the text does not tell."""
    doers = layers.deeds.of(deed)
    if doers is None:
        return None
    return Subjects(tuple(_standing_in(deed, side) for side in doers.sides), "alleged" if doers.claimed else None)


def _admitted(frame: Frame, subject: Token, sides: list[Filled], layers: Layers) -> list[Filled]:
    """Who is of a kind that the pattern admits: those named, else whose what is named is, or what sits in the place named."""
    pattern = frame.pattern
    # "anti-government protests" are not the government's
    bodily = pattern.predicate in _BODILY or pattern.predicate in _PERSONAL or pattern.kind == "f"
    found = [side for side in sides if fits(side, pattern, "subj")]
    harm = pattern.predicate in DEADLY or pattern.predicate == "coerces"
    war = harm and subject.lemma_.lower() in table(layers.language, "sets")["wars"]["words"] + ["situation", "crisis"]
    if not found and not bodily and not war:  # whom Morland's war has killed, Morland need not have killed
        owners = lift(subject, layers.known, language=layers.language)
        found = [side for side in owners if fits(side, pattern, "subj")]
    placed = all(side.type == "place" for side in sides)
    if placed and predicates()[pattern.predicate].family not in ("territory", "structure"):
        return list(seated(subject, layers)) or found
    return found


def _can_act(side: Filled, frame: Frame, subject: Token, *, sited: bool, layers: Layers) -> bool:
    """Whether somebody, or a place (`sited`: a place is named), can be who acts here."""
    if sited and subject.head.i != frame.anchor.i and _is_location(side):
        # a place acts where it is named as the doer ("Moscow withdrew"), never by control ("the town is vital for taking")
        return False
    described = frame.subject_role == "self" and frame.anchor.dep_ in ("appos", "conj") and subject.i < frame.anchor.i
    if described and side.head.i >= frame.anchor.i:
        return False
    nobody = is_none(subject) or is_nobody(side.head)
    return not nobody and can_be(side, frame.pattern.predicate, "subject", language=layers.language)


def _is_titled(frame: Frame, subject: Token) -> bool:
    """ "Founder Ivo Marr, father of Ana, and …": one title is said of the first name alone, not of what is listed after it."""
    anchor = frame.anchor
    behind = subject.head.i == anchor.i and subject.dep_ in ("appos", "flat")
    before = anchor.head.i == subject.i and anchor.i < subject.i
    return frame.subject_role == "self" and anchor.tag_ == "NN" and (behind or before) and not syntax.children(anchor, "cop")


def _is_nobodys(deed: Token) -> bool:
    """ "A drone strike hit the market": a deed or a missile of which nobody says whose it is."""
    words = listed("en", "striking")
    return deed.pos_ == "NOUN" and (is_deed(deed) or deed.lemma_.lower() in words) and not any(
        child.dep_ in ("nmod:poss", "nmod", "acl", "acl:relcl") or child.pos_ in ("PROPN", "ADJ") and child.text[:1].isupper()
        for child in deed.children
    )


def _is_location(side: Filled) -> bool:
    return side.type in ("place", "facility")


def _crowd(subject: Token, layers: Layers) -> list[Filled]:
    """ "Thousands protested": a number of people who are nobody's."""
    crowd = free_text(subject)
    lemma = subject.lemma_.lower()
    people = people_words().is_person(lemma) or lemma in listed(layers.language, "partitive")
    several = subject.tag_ == "CD" or subject.tag_ == "NNS" and people
    return [crowd] if several and can_be(crowd, "protests", "subject", language=layers.language) else []


def _is_scene(modifier: Token, sides: list[Filled]) -> bool:
    """ "The Osten attack": the town before a deed is where it was done, unless it is said to be the town's."""
    return modifier.dep_ != "nmod:poss" and any(side.type == "place" and towns_called(side.argument.name) for side in sides)


def _is_labelled(frame: Frame, language: str = "en") -> bool:
    """ "Calls Marr a puppet of Morland": only who calls him so says that he is one."""
    verb = frame.anchor.head
    named = frame.subject_role == "self" and frame.anchor.dep_ in ("xcomp", "obj", "obl", "advcl") and verb.pos_ == "VERB"
    return named and verb.lemma_.lower() in listed(language, "labelling")


def _standing_in(deed: Token, doer: Filled) -> Filled:
    """The doer of a deed where the deed's own words stand for it, as a pronoun would."""
    at, end = doer.argument.start, deed.sent.end_char
    if at is not None and deed.sent.start_char <= at < end:
        return doer
    return replace(doer, argument=replace(doer.argument, start=deed.idx, end=deed.idx + len(deed)), head=deed)

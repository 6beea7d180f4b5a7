"""To whom or what it is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.model.reading import Argument
from crossread.ontology.predicates import predicates
from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.deeds import is_deed, reaches_owner
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.fitting import LIFTED, TERRITORY, VIOLENT, fits, is_actor, takes_text
from crossread.reading.claims.frame import Frame
from crossread.reading.claims.free_text import free_text
from crossread.reading.claims.known import ACTOR_TYPES, PLACE_TYPES
from crossread.reading.claims.layers import Layers
from crossread.reading.claims.owners import lift
from crossread.reading.claims.patterns import Pattern
from crossread.reading.claims.seats import sited
from crossread.reading.claims.selection import can_be
from crossread.reading.claims.subjects import Subjects
from crossread.reading.claims.unsaid import is_nobody, is_none
from crossread.reading.names.types import is_site
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARDS = ("against", "on", "at", "into", "to", "with", "in", "from")
_GIVING = frozenset({"finances", "supports", "arms"})  # what is given to somebody's sector or region is given to him
_POSTS = frozenset({"holds_role", "promoted_to"})  # "serves as minister": what somebody is is nobody else
_CLAUSAL = frozenset({"comp", "cop_comp"})


def objects_of(frame: Frame, subjects: Subjects, layers: Layers) -> list[Filled]:
    """To whom or what it is done, in text order; none where nothing named can be the object."""
    assert frame.object is not None
    found = _objects(frame, frame.object, subjects, layers)
    for token, role in () if found else frame.others:
        found = found or _objects(replace(frame, object=token, object_role=role), token, subjects, layers)
    return found


def _objects(frame: Frame, noun: Token, subjects: Subjects, layers: Layers) -> list[Filled]:
    if is_none(noun) or (frame.object_role == "patient" and noun.pos_ == "PRON" and noun.lower_.endswith(("self", "selves"))):
        return []  # "defend themselves": nobody else is meant
    pattern, family = frame.pattern, predicates()[frame.pattern.predicate].family
    clausal = frame.object_role in _CLAUSAL
    sides = _completed(frame, noun, subjects, layers) if clausal else _named(frame, noun, layers)
    sides = [side for side in sides if _is_here(side, frame, noun)]
    if family in LIFTED and pattern.predicate != "violates" and not clausal:
        if family == "hostility":  # "attacked his judgment" is no attack on him
            sides = [side for side in sides if can_be(side, pattern.predicate, "object", language=layers.language, alone=True)]
        sides = [owner for side in sides for owner in _owners(side, pattern.predicate, layers)]
    if pattern.predicate == "creates":
        sides = _created(frame.anchor, sides, layers)
    if pattern.predicate in TERRITORY and pattern.predicate not in ("controls_place", "captures_place"):
        sides = [sited(side, layers) for side in sides]
    sides = [side for side in sides if fits(side, pattern, "obj") and (clausal or _can_be_done_to(side, pattern, layers))]
    if not sides and pattern.predicate == "supports" and (helped := _adjoined(frame.anchor)) is not None:
        return [side for side in fill(helped, layers.known, language=layers.language) if fits(side, pattern, "obj")]
    return sides


def _completed(frame: Frame, complement: Token, subjects: Subjects, layers: Layers) -> list[Filled]:
    """The clause that completes a verb, as text; of a threat, the others to whom the deed in it is to be done."""
    if frame.pattern.predicate == "threatens":
        own_side = {side.argument.entity for side in subjects.sides if side is not None}
        threatened = [
            side for side in _inside(complement, layers) if side.argument.entity not in own_side and not _is_own(side, frame)
        ]
        if threatened:
            return threatened
    if _is_cut_open(complement):
        return []
    return [side for side in [_clause(frame, complement)] if len(side.argument.name.split()) > 1]


def _is_own(side: Filled, frame: Frame) -> bool:
    """ "Threatens to send his troops": what is his own is not threatened."""
    owners = syntax.children(side.head, "nmod:poss")
    return bool(owners) and owners[0].pos_ == "PRON" and owners[0].i > frame.anchor.i


def _is_cut_open(complement: Token) -> bool:
    """ "What Marr pledged would be the largest march", "a town that the army is trying to capture": a clause of which a part
    stands before the verb is no text by itself."""
    if complement.left_edge.tag_ in ("MD", "VBD", "VBZ", "VBP"):
        return True
    verb = complement.head
    gaps = [child for child in (*verb.children, *complement.children) if child.dep_ == "obj" and child.tag_ in ("WDT", "WP")]
    relative = verb.dep_ in ("acl:relcl", "conj") and bool(gaps)
    return relative and not any(child.dep_ == "obj" and child.i > complement.i for child in complement.children)


def _named(frame: Frame, noun: Token, layers: Layers) -> list[Filled]:
    """What is named as the object, as the predicate takes it."""
    pattern, family = frame.pattern, predicates()[frame.pattern.predicate].family
    if pattern.predicate in _POSTS and noun.pos_ == "NOUN":
        return [_post(part, layers) for part in syntax.conjuncts(noun) if part.pos_ == "NOUN"]
    sides = list(fill(noun, layers.known, language=layers.language, text=takes_text(pattern)))
    if not sides and pattern.kind == "p" and pattern.predicate == "located_at" and noun.pos_ == "PROPN":
        sides = [replace(free_text(noun), type="place")]  # "the Arda-based league"
    if not sides and family in LIFTED and reaches_owner(noun):
        sides = list(lift(noun, layers.known, language=layers.language))
    if family == "harm" or pattern.predicate == "coerces":
        # "killed ten and injured others" may be parsed as two objects, "dying" is nobody
        sides = [_people(side) for side in sides if side.mention is not None or side.head.pos_ != "VERB"]
    if family == "harm":
        sides = [side for side in sides if side.type not in (None, "other") or _is_mortal(side.head, layers.language)]
    if family == "hostility" and any(is_actor(side) or side.type in PLACE_TYPES for side in sides):
        # "raids on the town and clashes": what is coordinated with somebody or a place is one as well
        sides = [side for side in sides if side.type not in (None, "event")]
    if needed := pattern.wants("compneeds"):
        sides = [_without_state(side, needed) for side in sides if _is_left(side.head, needed)]
    return [side for side in sides if _is_meant(side, frame, layers)]


def _post(noun: Token, layers: Layers) -> Filled:
    """A post in the words that describe it, without an article."""
    mention, side = layers.known.by_head.get(noun.i), free_text(noun)
    if mention is None or mention.form != "nominal":
        return side
    first, _, rest = mention.text.partition(" ")
    start = mention.start + (len(first) + 1 if first.lower() in ("a", "an", "the") else 0)
    return replace(side, argument=Argument(None, rest if start > mention.start else mention.text, start, mention.end))


def _is_waged(side: Filled, layers: Layers) -> bool:
    """ "Fought a long insurgency": a war of one's own, not whom one fights; "the insurgency" is somebody's."""
    wars = table(layers.language, "sets")["wars"]["words"]
    return side.head.lemma_.lower() in wars and any(child.lower_ in ("a", "an") for child in side.head.children)


def _is_meant(side: Filled, frame: Frame, layers: Layers) -> bool:
    """Whether what is named can be the object of this predicate in this role."""
    pattern, role = frame.pattern, frame.object_role
    if pattern.predicate == "publishes" and _is_set_free(frame, side):
        return False
    if pattern.predicate in ("seeks", "predicts") and side.type in ACTOR_TYPES | PLACE_TYPES and any(
        child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB" and child.i > side.head.i and side.head.i > frame.anchor.i
        for child in frame.anchor.children
    ):
        return False  # "wants Morland to leave": not Morland is wanted
    thing = (syntax.antecedent(side.head) or side.head) if side.head.tag_ == "WDT" else side.head
    if pattern.predicate == "attacks" and (is_deed(thing) or side.type == "agreement"):
        return False  # "claimed the attack", "the attack that he executed", "violated the truce"
    if pattern.predicate == "fights" and pattern.kind == "v" and _is_waged(side, layers):
        return False
    at_site = role in ("in", "compound") or (role == "at" and pattern.kind == "n")
    if at_site and predicates()[pattern.predicate].family == "hostility":
        # "a Morland raid" is no raid on it, and one in Morland is on somebody there
        return side.type in PLACE_TYPES - {"state"}
    if pattern.predicate == "commands" and role == "poss" and frame.object is not None and frame.object.dep_ == "compound":
        return side.type == "military_unit"  # "the League commander Ivo Marr" is one of its commanders
    titled = pattern.predicate == "leads" and role == "poss" and frame.anchor.dep_ in ("nmod", "flat", "compound")
    return not (titled and side.type == "state")  # "the Estavian leader Ivo Marr" only says who he is


def _is_set_free(frame: Frame, side: Filled) -> bool:
    """ "Released ten Christians", "will release Ivo": whoever has a name that stands for no known thing is no text."""
    named = side.head.tag_ in ("NNP", "NNPS") and side.head.dep_ in ("obj", "conj") and side.type in (None, "other")
    return side.head.tag_ == "NNPS" or named and frame.anchor.lemma_.lower() in ("release", "free")


def _is_here(side: Filled, frame: Frame, noun: Token) -> bool:
    """Whether what the words say reaches this one of several that are coordinated."""
    if noun.i < frame.anchor.i and frame.anchor.head.i == noun.i and side.head.i >= frame.anchor.i:
        return False  # "forces backed by Morland, and fighters of the front": what is said of the first closes before the second
    if frame.pattern.kind not in ("p", "f") or frame.object_role == "agent":
        return True
    # "Morland-backed rebels and Estavian troops": the compound speaks of its own noun alone
    return side.head.i == noun.i or _is_called(side, noun)


def _created(verb: Token, sides: list[Filled], layers: Layers) -> list[Filled]:
    """ "The head of the league resulting from the accord": a body comes to be, whatever the participle was hung on."""
    persons = bool(sides) and all(side.type == "person" for side in sides)
    if persons and verb.dep_ == "acl" and verb.i:
        return list(fill(verb.nbor(-1), layers.known, language=layers.language))
    return sides


def _can_be_done_to(side: Filled, pattern: Pattern, layers: Layers) -> bool:
    """ "Supports no party" is done to nobody, where the words stand as those of a mention; free text is cut to what is denied."""
    nobody = is_nobody(side.head) and (side.mention is not None or side.head.pos_ == "PRON")
    if predicates()[pattern.predicate].family in VIOLENT:  # "struck bases and allies": nobody knows whose
        nobody = nobody or side.argument.name.lower() in listed(layers.language, "related")
    return not nobody and can_be(side, pattern.predicate, "object", language=layers.language)


def _people(side: Filled) -> Filled:
    """ "ten Palestinians", killed or arrested, are people and not the state after which they are called."""
    noun = (syntax.antecedent(side.head) or side.head) if side.head.tag_ in ("WP", "WDT") else side.head
    one = any(child.lower_ in ("a", "an") for child in noun.children)  # "an American", "two French"
    several = one or noun.tag_ in ("NNS", "NNPS") or bool(syntax.children(noun, "nummod"))
    if side.type != "state" or not several or side.mention is None or " " in side.mention.text:
        return side
    return free_text(noun)


def _is_mortal(noun: Token, language: str) -> bool:
    """Whether a word without a mention can stand for people: a number of them, or what somebody is called."""
    lemma = noun.lemma_.lower().rpartition("-")[2]
    counted = noun.pos_ in ("NUM", "ADJ", "PRON", "DET", "PROPN") or noun.tag_ in ("CD", "JJ") or noun.lower_ == "others"
    counted = counted or lemma in listed(language, "partitive") | listed(language, "toll")
    return counted or people_words().is_person(lemma)


def _is_left(noun: Token, words: frozenset[str]) -> bool:
    """Whether it is of this one that a complement is said: in "left two dead and eight injured" the eight are not dead."""
    after = (child for child in noun.children if child.i > noun.i and child.dep_ in ("amod", "acl") and child.tag_ != "VBG")
    said = next(after, None)
    return said is None or said.lemma_.lower() in words or said.lower_ in words


def _without_state(side: Filled, words: frozenset[str]) -> Filled:
    """ "Shot dead two men": who was shot are two men."""
    first, _, rest = side.argument.name.partition(" ")
    written = side.head.doc.text[side.argument.start or 0 : side.argument.end or 0]
    if side.argument.start is None or first.lower() not in words or not rest or not written.startswith(first):
        return side
    return replace(side, argument=Argument(None, rest, side.argument.start + len(first) + 1, side.argument.end))


def _is_called(side: Filled, noun: Token) -> bool:
    """ "The Morland-held town of Arda": the town that the noun goes on to name."""
    return side.type in PLACE_TYPES and side.head.head.i == noun.i and side.head.dep_ == "nmod"


def _clause(frame: Frame, complement: Token) -> Filled:
    """A clause that completes a verb, with whoever is to act in it: "wants the army to leave"."""
    side = free_text(complement, clause=True)
    anchor, last = frame.anchor, complement.doc.char_span(0, side.argument.end or 0, alignment_mode="contract")
    doer = next((child for child in anchor.children if child.dep_ == "obj" and anchor.i < child.i < complement.i), None)
    if doer is None or last is None or frame.pattern.predicate not in ("seeks", "predicts"):
        return side
    first = doer.left_edge
    text = " ".join(first.doc[first.i : last.end].text.split())
    return replace(side, argument=Argument(None, text, first.idx, side.argument.end))


def _inside(verb: Token, layers: Layers) -> list[Filled]:
    """ "threatened to bomb the town": the actor or place that the threatened deed is done to."""
    deed = syntax.patient(verb)
    if verb.lemma_.lower() in listed(layers.language, "sent"):
        onward = next((child for child in verb.children if child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB"), None)
        if onward is not None:
            return _inside(onward, layers)  # "threatened to send troops to retake the town"
        deed = None  # "threatened to send troops into the town"
    for token in (deed, *(syntax.oblique(host, word) for host in (verb, deed) if host is not None for word in _TOWARDS)):
        if token is None:
            continue
        found = [*fill(token, layers.known, language=layers.language), *lift(token, layers.known, language=layers.language)]
        sides = [side for side in found if is_actor(side) or side.type in PLACE_TYPES]
        if sides:
            return sides
    return []


def _owners(side: Filled, predicate: str, layers: Layers) -> list[Filled]:
    """ "condemned Morland's methods", "struck militia vehicles": a thing stands for the actor whose it is, if one is named; what
    is struck at a position of theirs is both."""
    if side.type == "facility" and is_site(side.head):
        return [*lift(side.head, layers.known, language=layers.language), side]
    if side.type not in (None, "other") and not (predicate in _GIVING and side.type == "place"):
        return [side]
    if predicate == "coerces" and _is_mortal(side.head, layers.language):
        return [side]  # "banned Morland pilots": those who are made to do something are themselves
    return list(lift(side.head, layers.known, language=layers.language)) or [side]


def _adjoined(participle: Token) -> Token | None:
    """ "The army took the town, backed by Morland": who is helped, where the participle was hung on a place, is the doer."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or participle.nbor(-1).text != ",":
        return None
    verb = participle.head.head
    return syntax.agent(verb) if participle.head.dep_ in ("obj", "obl") and verb.pos_ == "VERB" else None

"""The claims layer: frames and posts, filled with mentions, voices, times, places and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Attribution, Claim, ClaimPlace, ClaimQuantity, Entity, Evidence, Mention, Quantity, TimeExpression
from crossread.model.reading import Argument
from crossread.ontology.plover import event_under
from crossread.ontology.predicates import predicates
from crossread.ontology.towns import towns_called
from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import ACTOR_TYPES, PLACE_TYPES, Filled, Mentions, fill, free_text, index_mentions, lift
from crossread.reading.claims.base import base_voices
from crossread.reading.claims.deeds import Deeds, deed_of, harming, index_deeds, is_deed, reaches_owner, unharmed
from crossread.reading.claims.force import reported_stance
from crossread.reading.claims.forecasts import Forecast, forecasts_of, said_of, whole
from crossread.reading.claims.frames import Frame, frames_of
from crossread.reading.claims.modality import stance_of
from crossread.reading.claims.patterns import Pattern, pattern_index
from crossread.reading.claims.posts import Post, posts_of
from crossread.reading.claims.selection import Side, can_be
from crossread.reading.claims.unsaid import is_nobody, is_unsaid
from crossread.reading.claims.voices import Voices, make_voices
from crossread.reading.claims.when import Times, index_times, time_of
from crossread.reading.names_people import people_words
from crossread.reading.names_types import is_site
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

UNKNOWN = Argument(None, "unspecified")
_CLAUSAL = frozenset({"comp", "cop_comp"})
# Predicates whose object may be a thing or a group that is no actor ("shelled a market", "arrested two men").
_OPEN = frozenset(
    {"attacks", "coerces", "condemns", "accuses", "threatens", "sanctions", "killed", "wounded", "captured_persons", "concedes"}
)
# Deeds that are told though nobody, or a thing, is named as the doer ("the blast killed ten").
_DEADLY = frozenset({"killed", "wounded"})
_TOWARDS = ("against", "on", "at", "to", "with", "in", "from")
_BODIES = frozenset({"armed_group", "government_body", "military_unit", "igo", "ngo", "company", "media"})
_GIVING = frozenset({"finances", "supports", "arms"})  # what is given to somebody's sector or region is given to him
_UNITS = frozenset({"military_unit", "armed_group"})
_GIVEN = ("the ", "its ", "his ", "her ", "their ")  # how a body begins that the reader is taken to know
_LIFTED = frozenset({"backing", "hostility"})
_VIOLENT = frozenset({"hostility", "harm"})
# What a more exact predicate of the same words already says.
_COVERS = {
    "attacks": "coerces",
    "killed": "attacks",
    "captured_persons": "coerces",
    "supports": "allied_with",
    "arms": "deploys_to",
    "instrument_of": "member_of",
}
# Of whom or what a forecast is kept; what a paper or site will do is its own business.
_FORETOLD = (ACTOR_TYPES | PLACE_TYPES | {"agreement", "event"}) - {"media"}
# What an event can do: "the uprising that toppled the king".
_BY_EVENTS = frozenset({"creates", "opposes", "mediates", "overthrows"})
# Said of the same verb more exactly by others: "lost the town to the army" is no failure besides.
_VAGUE = frozenset({"fails_at", "succeeds_at", "possesses", "has_attribute"})
_GENERAL = frozenset({"holds_role", "has_attribute"})
_POINTING = frozenset({"it", "that", "this"})  # with a noun after a copula they stand for what happened: "it was a mistake"
_BODILY = frozenset({"moves_to", "located_at"})  # a missile that reaches a town does not take its owner there
_TERRITORY = frozenset({"controls_place", "captures_place", "withdraws_from", "deploys_to", "moves_to", "located_at"})


@dataclass(frozen=True, slots=True)
class _Layers:
    """What the claims of one document are built from."""

    parse: Parse
    known: Mentions
    voices: Voices
    times: Times
    quantities: tuple[Quantity, ...]
    deeds: Deeds
    language: str


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before it has an id."""

    subject: Argument
    predicate: str
    object: Argument
    event: str | None
    anchor: Token
    clause: Token
    mod: str | None
    spans: tuple[Token, ...]
    counted: tuple[Token, ...]
    presupposed: bool = False
    sited: bool = False  # of territory: the object is a place


def read_claims(
    parse: Parse,
    *,
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    attributions: tuple[Attribution, ...],
    times: tuple[TimeExpression, ...],
    quantities: tuple[Quantity, ...],
) -> tuple[Claim, ...]:
    """All claims of a document in text order, with ids `c1`, `c2`, … Silent regions yield none."""
    language = "en"
    known = index_mentions(parse, mentions, entities)
    base = base_voices(parse, known=known, mentions=mentions, language=language)
    voices = make_voices(parse, attributions=attributions, entities=entities, mentions=mentions, base=base)
    layers = _Layers(parse, known, voices, index_times(parse, times), quantities, index_deeds(parse, known), language)
    index = pattern_index(language)
    claims: list[Claim] = []
    said: set[tuple[str, str, str]] = set()
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            continue
        drafts = [draft for frame in frames_of(sent, index, language=language) for draft in _from_frame(frame, layers)]
        drafts += [draft for post in posts_of(sent, language=language) for draft in _from_post(post, layers)]
        told = {token.i for draft in drafts for token in (draft.anchor, draft.clause)}
        for forecast in forecasts_of(sent, language=language):
            if told.isdisjoint(token.i for token in whole(forecast.predicate, language=language)):
                drafts += _from_forecast(forecast, layers)
        drafts.sort(key=lambda draft: draft.anchor.i)
        stated = [draft for draft in drafts if draft.presupposed or not is_unsaid(draft.clause, language=language)]
        for draft in _distinct(lumped(stated), said):
            claims.append(_claim(draft, layers, f"c{len(claims) + 1}"))
    return tuple(claims)


def _distinct(drafts: list[_Draft], said: set[tuple[str, str, str]]) -> Iterator[_Draft]:
    """One claim where several patterns say the same of the same two in one sentence, and a post only where nothing more
    exact was made of the same words. What a possessive takes for granted ("Marr's army") counts once a document."""
    seen: set[tuple[str, str, str]] = set()
    exact = {draft.anchor.i for draft in drafts if draft.predicate not in _GENERAL}
    threats = {draft.anchor.i for draft in drafts if draft.predicate == "threatens"}
    firm = {draft.anchor.i for draft in drafts if predicates()[draft.predicate].family not in ("attribute", "intent", "speech")}
    covered = {(draft.anchor.i, _COVERS.get(draft.predicate), *_sides(draft)) for draft in drafts}
    sited = {(draft.anchor.i, draft.predicate) for draft in drafts if draft.sited}
    for draft in drafts:
        if not draft.sited and (draft.anchor.i, draft.predicate) in sited:
            continue  # "deployed 14 jets to Osten": where, and not what
        if (draft.anchor.i, draft.predicate, *_sides(draft)) in covered:
            continue
        if draft.anchor.i in threats and draft.predicate in ("agrees", "declares"):
            continue  # "vowed to crush them" promises nothing else
        if draft.predicate in _VAGUE and draft.anchor.i in firm:
            continue
        subject, object_ = _sides(draft)
        key = (subject, draft.predicate, object_)
        if key in seen or (draft.predicate in _GENERAL and draft.anchor.i in exact) or (draft.presupposed and key in said):
            continue
        seen.add(key)
        said.add(key)
        yield draft


def _sides(draft: _Draft) -> tuple[str, str]:
    return draft.subject.entity or draft.subject.name, draft.object.entity or draft.object.name


def lumped(drafts: list[_Draft]) -> list[_Draft]:
    """ "were killed and captured": a number that covers both is neither the killed nor the captured."""
    killed = [draft for draft in drafts if draft.predicate == "killed"]
    captured = [draft for draft in drafts if draft.predicate == "captured_persons"]
    found: list[_Draft] = drafts
    for first in killed:
        for second in captured:
            if first.object == second.object and (
                second.anchor.head.i == first.anchor.i or first.anchor.head.i == second.anchor.i
            ):
                both = replace(first, predicate="killed_or_captured", event="ASSAULT", spans=first.spans + second.spans)
                found = [draft for draft in found if draft is not first and draft is not second] + [both]
    return found


# ------------------------------------------------------------------ frames


def _from_frame(frame: Frame, layers: _Layers) -> Iterator[_Draft]:
    pattern = frame.pattern
    if frame.subject is not None and pattern.predicate in _DEADLY:
        frame = replace(frame, subject=unharmed(harming(frame.subject, layers.known), frame.anchor))
    if frame.object is None:
        if "attribute" in pattern.flags and frame.subject is not None:
            yield from _attribute(frame, layers)
        elif "mutual" in pattern.flags and frame.subject is not None and _is_intransitive(frame) and not _is_named_after(frame):
            sides = [side for side in fill(frame.subject, layers.known, language=layers.language) if _is_actor(side)]
            for first, second in zip(sides, sides[1:], strict=False):
                yield _draft(frame, first.argument, second.argument, [first.head, second.head])
        return
    if (
        "mutual" in pattern.flags
        and frame.subject is not None
        and not _is_named_after(frame)
        and frame.object_role not in ("patient", "with", "against", "between")
        and (pattern.kind != "n" or frame.object_role not in ("poss", "of"))  # "both are the army's main allies"
    ):
        sides = [side for side in fill(frame.subject, layers.known, language=layers.language) if _is_actor(side)]
        for first, second in zip(sides, sides[1:], strict=False):
            yield _draft(frame, first.argument, second.argument, [first.head, second.head])
    if _is_own_description(frame, layers):
        return
    subjects: list[Filled | None] = [None]
    mod: str | None = None
    if frame.subject is not None:
        sides = list(fill(frame.subject, layers.known, language=layers.language))
        bodily = pattern.predicate in _BODILY or pattern.kind == "f"  # "anti-government protests" are not the government's
        owners = () if bodily else lift(frame.subject, layers.known, language=layers.language)
        subjects = [side for side in sides if _fits(side, pattern, "subj")] or [
            side for side in owners if _fits(side, pattern, "subj")
        ]
        placed = all(side.type == "place" for side in sides)
        if placed and predicates()[pattern.predicate].family not in ("territory", "structure"):
            subjects = list(_seated(frame.subject, layers)) or subjects
        if not subjects and (predicates()[pattern.predicate].family in _VIOLENT or pattern.predicate == "supports"):
            doers = layers.deeds.of(frame.subject)
            if doers is not None:
                subjects = [_standing_in(frame.subject, side) for side in doers.sides]
                mod = "alleged" if doers.claimed else None
        violent = predicates()[pattern.predicate].family in _VIOLENT
        if violent and frame.subject_role == "poss" and _is_scene(frame.subject, sides):
            subjects = []
        if any(side.type in ("place", "facility") for side in sides) and frame.subject.head.i != frame.anchor.i:
            # a place acts where it is named as the doer ("Moscow withdrew"), never by control ("the town is vital for taking")
            subjects = [side for side in subjects if side is not None and side.type not in ("place", "facility")]
        if frame.subject_role == "self" and frame.anchor.dep_ in ("appos", "conj") and frame.subject.i < frame.anchor.i:
            subjects = [side for side in subjects if side is None or side.head.i < frame.anchor.i]
        subjects = [side for side in subjects if side is not None and not is_nobody(side.head)]
        subjects = [side for side in subjects if side is not None and _can_be(side, pattern, "subject", layers)]
        mod = "alleged" if _is_labelled(frame) else mod
        if frame.subject.tag_ == "WDT" and any(side is not None and side.type in ("place", "facility") for side in subjects):
            subjects = list(_seated(frame.subject, layers)) or subjects
        if pattern.predicate in _DEADLY:
            # "the attack on the market that killed ten": it was not the market
            subjects = [side for side in subjects if side is not None and side.type not in ("place", "facility")] or [None]
        if not subjects and pattern.predicate == "protests" and frame.subject.tag_ in ("NNS", "CD"):
            crowd = free_text(frame.subject)  # "thousands protested"
            subjects = [crowd] if _can_be(crowd, pattern, "subject", layers) else []
    elif pattern.predicate in _DEADLY and (deed := deed_of(frame.anchor)) is not None:
        doers = layers.deeds.of(deed)
        if doers is not None:
            subjects = [_standing_in(deed, side) for side in doers.sides]
            mod = "alleged" if doers.claimed else None
    clausal = frame.object_role in _CLAUSAL
    open_text = "text" in pattern.flags or (pattern.predicate in _OPEN and not pattern.wants("objtype"))
    objects = list(fill(frame.object, layers.known, language=layers.language, text=open_text, clause=clausal))
    if not objects and predicates()[pattern.predicate].family in _LIFTED and reaches_owner(frame.object):
        objects = list(lift(frame.object, layers.known, language=layers.language))
    if predicates()[pattern.predicate].family == "harm" or pattern.predicate == "coerces":
        # "killed ten and injured others" may be parsed as two objects, "dying" is nobody
        objects = [_people(side) for side in objects if side.mention is not None or side.head.pos_ != "VERB"]
    if predicates()[pattern.predicate].family == "hostility":
        # "raids on the town and clashes": what is coordinated with somebody or a place is one as well
        sited = [side for side in objects if _is_actor(side) or side.type in PLACE_TYPES]
        objects = [side for side in objects if side.type not in (None, "event")] if sited else objects
    if needed := pattern.wants("compneeds"):
        objects = [_without_state(side, needed) for side in objects if _is_left(side.head, needed)]
    if pattern.predicate == "publishes":
        objects = [side for side in objects if side.head.tag_ != "NNPS"]  # "released ten Christians"
    if pattern.predicate == "attacks":
        # "claimed the attack", "violated the truce"
        objects = [side for side in objects if not is_deed(side.head) and side.type != "agreement"]
    sited_role = frame.object_role in ("in", "compound") or (frame.object_role == "at" and pattern.kind == "n")
    if sited_role and predicates()[pattern.predicate].family == "hostility":
        sites = PLACE_TYPES if frame.object_role != "compound" else PLACE_TYPES - {"state"}  # "a Morland raid" is no raid on it
        objects = [side for side in objects if side.type in sites]
    if pattern.predicate == "leads" and frame.object_role == "poss" and frame.anchor.dep_ in ("nmod", "flat", "compound"):
        objects = [side for side in objects if side.type != "state"]  # "the Estavian leader Ivo Marr" only says who he is
    if clausal:
        objects = [side for side in [_clause(frame)] if len(side.argument.name.split()) > 1]
        if pattern.predicate == "threatens":
            own_side = {side.argument.entity for side in subjects if side is not None}
            threatened = [side for side in _inside(frame.object, layers) if side.argument.entity not in own_side]
            objects = threatened or objects
    if frame.object.i < frame.anchor.i and frame.anchor.head.i == frame.object.i:
        # "forces backed by Morland, and fighters of the front": what is said of the first closes before the second
        objects = [side for side in objects if side.head.i < frame.anchor.i]
    if pattern.kind == "f":
        subjects = [side for side in subjects if side is None or frame.subject is None or side.head.i <= frame.subject.i]
    if pattern.kind in ("p", "f"):
        # "Morland-backed rebels and Estavian troops": the compound speaks of its own noun alone
        own = frame.object_role == "agent"
        objects = [side for side in objects if own or side.head.i == frame.object.i or _is_called(side, frame.object)]
    if predicates()[pattern.predicate].family in _LIFTED and pattern.predicate != "violates" and not clausal:
        objects = [owner for side in objects for owner in _owners(side, pattern.predicate, layers)]
    persons = bool(objects) and all(side.type == "person" for side in objects)
    if persons and pattern.predicate == "creates" and frame.anchor.dep_ == "acl" and frame.anchor.i:
        # "the head of the league resulting from the accord": a body comes to be, whatever the participle was hung on
        objects = list(fill(frame.anchor.nbor(-1), layers.known, language=layers.language))
    if pattern.predicate in _TERRITORY:
        objects = [_sited(side, layers) for side in objects]
    objects = [
        side
        for side in objects
        if _fits(side, pattern, "obj") and (clausal or _can_be(side, pattern, "object", layers) and not _is_none(side))
    ]
    if not objects and pattern.predicate == "supports" and (helped := _adjoined(frame.anchor)) is not None:
        objects = [side for side in fill(helped, layers.known, language=layers.language) if _fits(side, pattern, "obj")]
    if frame.subject_role == "between" and frame.object_role == "between":
        sides = [side for side in subjects if side is not None]
        for first, second in zip(sides, sides[1:], strict=False):
            yield _draft(frame, first.argument, second.argument, [first.head, second.head])
        return
    for subject in subjects:
        for object_ in objects:
            if subject is not None and subject.argument.entity is not None and subject.argument.entity == object_.argument.entity:
                continue
            heads = [object_.head] if subject is None else [subject.head, object_.head]
            draft = _draft(frame, UNKNOWN if subject is None else subject.argument, object_.argument, heads, mod=mod)
            yield replace(draft, sited=pattern.predicate in _TERRITORY and object_.type in PLACE_TYPES)


def _adjoined(participle: Token) -> Token | None:
    """ "The army took the town, backed by Morland": who is helped, where the participle was hung on a place, is the doer."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or participle.nbor(-1).text != ",":
        return None
    verb = participle.head.head
    return syntax.agent(verb) if participle.head.dep_ in ("obj", "obl") and verb.pos_ == "VERB" else None


def _is_scene(modifier: Token, sides: list[Filled]) -> bool:
    """ "The Benghazi attack": the town before a deed is where it was done, unless it is said to be the town's."""
    return modifier.dep_ != "nmod:poss" and any(side.type == "place" and towns_called(side.argument.name) for side in sides)


def _is_labelled(frame: Frame, language: str = "en") -> bool:
    """ "Calls Marr a puppet of Morland": only who calls him so says that he is one."""
    verb = frame.anchor.head
    named = frame.subject_role == "self" and frame.anchor.dep_ in ("xcomp", "obj", "obl") and verb.pos_ == "VERB"
    return named and verb.lemma_.lower() in table(language, "frames")["labelling"]["words"]


def _clause(frame: Frame) -> Filled:
    """A clause that completes a verb, with whoever is to act in it: "wants the army to leave"."""
    assert frame.object is not None
    side = free_text(frame.object, clause=True)
    anchor, last = frame.anchor, frame.object.doc.char_span(0, side.argument.end or 0, alignment_mode="contract")
    doer = next((child for child in anchor.children if child.dep_ == "obj" and anchor.i < child.i < frame.object.i), None)
    if doer is None or last is None or frame.pattern.predicate not in ("seeks", "predicts"):
        return side
    first = doer.left_edge
    text = " ".join(first.doc[first.i : last.end].text.split())
    return replace(side, argument=Argument(None, text, first.idx, side.argument.end))


def _standing_in(deed: Token, doer: Filled) -> Filled:
    """The doer of a deed where the deed's own words stand for it, as a pronoun would."""
    at, end = doer.argument.start, deed.sent.end_char
    if at is not None and deed.sent.start_char <= at < end:
        return doer
    return replace(doer, argument=replace(doer.argument, start=deed.idx, end=deed.idx + len(deed)), head=deed)


def _seated(pronoun: Token, layers: _Layers) -> Iterator[Filled]:
    """ "The parliament in Osten, which made an alliance": a body that has its seat in the place that the clause was hung on."""
    place = syntax.antecedent(pronoun) if pronoun.tag_ in ("WDT", "WP") else None
    if place is None or place.dep_ not in ("nmod", "obl") or syntax.case_of(place) not in ("in", "at"):
        return
    before = [place.head] if place.dep_ == "nmod" else [
        part for child in place.head.children if child.dep_ == "obj" for part in syntax.conjuncts(child)
    ]
    nearest = max((part for part in before if part.i < place.i and part.pos_ in ("NOUN", "PROPN")), key=_at, default=None)
    if nearest is not None:
        yield from (side for side in fill(nearest, layers.known, language=layers.language) if side.type in _BODIES)


def _at(token: Token) -> int:
    return token.i


def _inside(verb: Token, layers: _Layers) -> list[Filled]:
    """ "threatened to bomb the town": the actor or place that the threatened deed is done to."""
    deed = syntax.patient(verb)
    for token in (deed, *(syntax.oblique(host, word) for host in (verb, deed) if host is not None for word in _TOWARDS)):
        if token is None:
            continue
        found = [*fill(token, layers.known, language=layers.language), *lift(token, layers.known, language=layers.language)]
        sides = [side for side in found if _is_actor(side) or side.type in PLACE_TYPES]
        if sides:
            return sides
    return []


def _people(side: Filled) -> Filled:
    """ "ten Palestinians", killed or arrested, are people and not the state after which they are called."""
    several = side.head.tag_ in ("NNS", "NNPS") or bool(syntax.children(side.head, "nummod"))  # "two French"
    if side.type != "state" or not several or side.mention is None or " " in side.mention.text:
        return side
    return free_text(side.head)


def _is_intransitive(frame: Frame) -> bool:
    """Whether the verb of two who do something together has no object of its own ("A and B coordinate strikes" is no tie)."""
    return "jointly" in frame.pattern.flags or frame.content is not None or not syntax.children(frame.anchor, "obj")


def _is_named_after(frame: Frame) -> bool:
    """ "Its allies, Morland and Estavia": that each is an ally of somebody's makes them no allies of each other."""
    return frame.subject_role == "self" and frame.subject is not None and frame.subject.i >= frame.anchor.i


def _owners(side: Filled, predicate: str, layers: _Layers) -> list[Filled]:
    """ "condemned Morland's methods", "struck militia vehicles": a thing stands for the actor whose it is, if one is named; what
    is struck at a position of theirs is both."""
    if side.type == "facility" and is_site(side.head):
        return [*lift(side.head, layers.known, language=layers.language), side]
    if side.type not in (None, "other") and not (predicate in _GIVING and side.type == "place"):
        return [side]
    return list(lift(side.head, layers.known, language=layers.language)) or [side]


def _sited(side: Filled, layers: _Layers) -> Filled:
    """ "sat in his headquarters in Osten": of a site without a name, the town that it is said to be in."""
    if side.type not in ("facility", "place") or side.argument.entity in layers.known.named:
        return side
    if side.head.tag_ == "NNS":
        return side  # "areas in the north of Morland" are not all of it
    for preposition in ("in", "at", "near"):
        inner = syntax.oblique(side.head, preposition)
        for town in fill(inner, layers.known, language=layers.language) if inner is not None else ():
            if town.type in PLACE_TYPES and town.argument.entity in layers.known.named:
                return town
    return side


def _is_left(noun: Token, words: frozenset[str]) -> bool:
    """Whether it is of this one that a complement is said: in "left two dead and eight injured" the eight are not dead."""
    after = (child for child in noun.children if child.i > noun.i and child.dep_ in ("amod", "acl") and child.tag_ != "VBG")
    said = next(after, None)
    return said is None or said.lemma_.lower() in words or said.lower_ in words


def _without_state(side: Filled, words: frozenset[str]) -> Filled:
    """ "Shot dead two men": who was shot are two men."""
    first, _, rest = side.argument.name.partition(" ")
    if side.argument.start is None or first.lower() not in words or not rest:
        return side
    return replace(side, argument=Argument(None, rest, side.argument.start + len(first) + 1, side.argument.end))


def _is_called(side: Filled, noun: Token) -> bool:
    """ "The Morland-held town of Arda": the town that the noun goes on to name."""
    return side.type in PLACE_TYPES and side.head.head.i == noun.i and side.head.dep_ == "nmod"


def _is_own_description(frame: Frame, layers: _Layers) -> bool:
    """ "Marr's supporters marched": whoever they are, that they support him is their name, not a statement."""
    if frame.pattern.kind != "n":
        return False
    for role, token in ((frame.subject_role, frame.subject), (frame.object_role, frame.object)):
        if role == "self" and token is not None and token.i == frame.anchor.i and "possonly" not in frame.pattern.flags:
            mention = layers.known.of(token)
            entity = layers.known.entities.get(mention.entity) if mention is not None else None
            if entity is None or entity.id not in layers.known.named:
                return True
    return False


def _attribute(frame: Frame, layers: _Layers) -> Iterator[_Draft]:
    assert frame.subject is not None
    if frame.subject.i == frame.anchor.i or frame.subject.pos_ not in ("PROPN", "PRON"):
        return
    for subject in fill(frame.subject, layers.known, language=layers.language):
        said = _without(free_text(frame.anchor), frame.subject)
        if _is_actor(subject) and said is not None:
            yield _draft(frame, subject.argument, said, [subject.head, frame.anchor])


def _is_none(side: Filled) -> bool:
    """ "Supports no party", where the words stand as those of a mention; free text is cut to what is denied."""
    return is_nobody(side.head) and (side.mention is not None or side.head.pos_ == "PRON")


def _can_be(side: Filled, pattern: Pattern, which: Side, layers: _Layers) -> bool:
    return can_be(side, pattern.predicate, which, language=layers.language)


def _is_actor(side: Filled) -> bool:
    return side.type in ACTOR_TYPES and not _is_bare_pronoun(side)


def _is_bare_pronoun(side: Filled) -> bool:
    """A pronoun that was resolved to nothing with a name or description, or a phrase that hangs on one: abstain."""
    return side.unresolved or side.argument.name.lower().startswith(("whose ", "which "))


def _fits(side: Filled, pattern: Pattern, which: str) -> bool:
    """Whether an argument is of a kind that the pattern admits."""
    if side.type is None:
        open_ = "text" in pattern.flags or pattern.predicate in _OPEN
        return which == "obj" and open_ and not pattern.wants("objtype") and not _is_bare_pronoun(side)
    if _is_bare_pronoun(side):
        return False
    wanted = pattern.wants(f"{which}type")
    if wanted:
        creed = side.type in ("other", "people") and side.head.tag_ == "NNPS"  # "freed ten Christians"
        return side.type in wanted or (creed and "person" in wanted)
    if which == "subj":
        if predicates()[pattern.predicate].family == "structure" and pattern.predicate != "creates":
            return side.type in ACTOR_TYPES
        return side.type in ACTOR_TYPES or side.type in PLACE_TYPES or pattern.predicate in _BY_EVENTS
    if pattern.predicate in _TERRITORY:
        return side.type in PLACE_TYPES or side.type == "event" or "text" in pattern.flags
    if predicates()[pattern.predicate].family == "backing" and side.type in ("place", "facility"):
        return False
    if predicates()[pattern.predicate].family == "structure" and side.type == "other" and "text" not in pattern.flags:
        return False  # an army consists of brigades, not of tanks
    if pattern.predicate == "composed_of" and side.type == "facility":
        return False
    return (
        side.type in ACTOR_TYPES
        or side.type in PLACE_TYPES
        or "text" in pattern.flags
        or side.type in ("agreement", "event", "other")
    )


def _draft(frame: Frame, subject: Argument, object_: Argument, heads: list[Token], *, mod: str | None = None) -> _Draft:
    pattern = frame.pattern
    event = pattern.event or predicates()[pattern.predicate].plover
    spans = [frame.anchor, *heads]
    if frame.content is not None:
        spans.append(frame.content)
    return _Draft(
        subject,
        pattern.predicate,
        object_,
        event,
        frame.anchor,
        frame.clause,
        pattern.mod or mod,
        tuple(spans),
        # what is counted may be the light verb's object ("sent 14 jets to"), or what "of" hangs on ("two thousand of his men")
        # and a number before the first of several is not the others'
        tuple(
            token
            for token in (*heads, frame.object, frame.content)
            if token is not None and not any(head.dep_ == "conj" and head.head.i == token.i for head in heads)
        ),
        frame.presupposed or (predicates()[pattern.predicate].family in _VIOLENT and syntax.is_ceased(frame.anchor)),
    )


def _from_post(post: Post, layers: _Layers) -> Iterator[_Draft]:
    for holder in _holders(post, layers):
        if post.post.dep_ == "appos" and post.holder.i < post.post.i < holder.head.i:
            continue  # "A, the envoy, and B": what stands beside A is not said of B
        if post.predicate == "located_at":
            if any(child.lower_ == "no" for child in holder.head.children):
                continue  # "there is no safe place in the town"
            places = [_sited(place, layers) for place in fill(post.post, layers.known, language=layers.language)]
            for place in places:
                if (
                    place.type in PLACE_TYPES
                    and place.argument.entity != holder.argument.entity
                    and (_is_actor(holder) or holder.type in PLACE_TYPES)
                ):
                    yield _Draft(
                        holder.argument,
                        post.predicate,
                        place.argument,
                        None,
                        post.post,
                        post.clause,
                        None,
                        (holder.head, place.head),
                        (),
                    )
            continue
        if post.predicate in ("member_of", "composed_of"):
            yield from _membership(post, holder, layers)
            continue
        if post.post.pos_ in ("VERB", "ADJ"):
            yield from _characterised(post, holder)
            continue
        person = holder.type == "person"
        if (post.predicate == "holds_role" and not person) or not _is_actor(holder):
            continue
        if post.holder.lower_ in _POINTING:
            continue
        role = _without(free_text(post.post), holder.head)
        if role is None:
            continue
        yield _Draft(
            holder.argument,
            post.predicate,
            role,
            None,
            post.post,
            post.clause,
            None,
            (holder.head, post.post),
            (),
            post.post.dep_ == "appos" or post.holder.dep_ == "appos",
        )


def _from_forecast(forecast: Forecast, layers: _Layers) -> Iterator[_Draft]:
    """What will be so of an actor, a place or a happening, or of what is theirs ("the country's future")."""
    head, said = forecast.predicate, _said(forecast.predicate)
    if said is None or is_nobody(forecast.subject) or (_is_named(head) and forecast.subject.lower_ in _POINTING):
        return
    sides = [side for side in fill(forecast.subject, layers.known, language=layers.language) if side.type in _FORETOLD]
    owned = lift(forecast.subject, layers.known, language=layers.language)
    if not sides and forecast.subject.pos_ == "NOUN" and any(side.argument.entity for side in owned):
        sides = [free_text(forecast.subject)]
    for side in sides:
        if not _is_bare_pronoun(side) and head.lemma_.lower() != "be":  # "there will be elections" says nothing of them
            yield _Draft(side.argument, "has_attribute", said, None, head, head, "predicted", (side.head, head), ())


def _holders(post: Post, layers: _Layers) -> Iterator[Filled]:
    """Of whom something is said; what is judged in a thing of theirs ("the army's role was modest") is said of its owner."""
    sides = list(fill(post.holder, layers.known, language=layers.language))
    if post.post.pos_ in ("ADJ", "VERB") and not any(_is_actor(side) for side in sides):
        thing = syntax.antecedent(post.holder) if post.holder.tag_ == "WDT" else None
        thing = thing or post.holder
        sides = list(lift(thing, layers.known, language=layers.language))
        for part in (child for child in thing.children if child.dep_ == "nmod" and not sides):
            sides = list(lift(part, layers.known, language=layers.language))  # "the record of the army's role"
    yield from sides


def _characterised(post: Post, holder: Filled) -> Iterator[_Draft]:
    """What somebody, or a thing of his, is said to be like: with the thing, where it is not himself."""
    if not _is_actor(holder):
        return
    said = _said(post.post) if post.post.pos_ == "VERB" else free_text(post.post).argument
    if said is None:
        return
    if post.post.pos_ == "ADJ" and holder.head.i != post.holder.i and said.start is not None:
        said = Argument(None, f"{said.name} {free_text(post.holder).argument.name}", said.start, said.end)
    yield _Draft(holder.argument, "has_attribute", said, None, post.post, post.clause, None, (holder.head, post.post), ())


def _without(role: Filled, holder: Token) -> Argument | None:
    """ "Rebel leader Ana Petrak": what she is said to be, without her name; `None` where nothing is left before it."""
    said = role.argument
    if said.start is None or said.end is None or not said.start <= holder.idx < said.end:
        return said
    opening = min(holder.left_edge.i, holder.i) if holder.left_edge.i > role.head.i else holder.i
    last = holder.doc[opening - 1] if opening else holder
    if last.i < role.head.i or last.idx < said.start:
        return None
    return Argument(None, " ".join(holder.doc.text[said.start : last.idx + len(last)].split()), said.start, last.idx + len(last))


def _is_named(predicate: Token) -> bool:
    """Whether a predicate is a noun with a copula: "it was the first time"."""
    return predicate.pos_ in ("NOUN", "PROPN", "NUM", "PRON")


def _said(predicate: Token) -> Argument | None:
    """A predicate and what completes it, as free text; `None` where that says nothing."""
    found = said_of(predicate)
    if found is None:
        return None
    first, last = found
    return Argument(None, " ".join(predicate.doc[first.i : last.i + 1].text.split()), first.idx, last.idx + len(last))


def _membership(post: Post, holder: Filled, layers: _Layers) -> Iterator[_Draft]:
    """ "Ana Petrak of the Green Party", "the allies, especially Peru": a person and a body, a body and a named part of it."""
    from_unit = post.predicate == "member_of" and syntax.case_of(post.post) == "from"
    holders = (*_BODIES, "person") if from_unit else ("person",) if post.predicate == "member_of" else _BODIES
    if holder.type not in holders or holder.mention is None:
        return
    known = holder.mention.form == "name" if post.predicate == "member_of" else holder.mention.text.lower().startswith(_GIVEN)
    if not known or holder.head.lower_ in people_words().titles:
        return
    for side in fill(post.post, layers.known, language=layers.language):
        bodies = _BODIES if holder.type == "person" else _UNITS
        fits = side.type in bodies if post.predicate == "member_of" else _is_actor(side) and side.type != "person"
        named = side.mention is not None and side.mention.form == "name" and side.mention.start >= holder.mention.end
        if fits and named and side.argument.entity != holder.argument.entity:
            heads = (holder.head, side.head)
            yield _Draft(holder.argument, post.predicate, side.argument, None, post.post, post.clause, None, heads, (), True)


# ------------------------------------------------------------------ claims


def _claim(draft: _Draft, layers: _Layers, number: str) -> Claim:
    text = layers.parse.document.text
    attribution = layers.voices.speaking(draft.anchor)
    stance = stance_of(draft.anchor, draft.clause, presupposed=draft.presupposed, language=layers.language)
    polarity, modality = reported_stance(
        stance,
        layers.voices.path(attribution),
        anchor=draft.anchor,
        mod=draft.mod,
        presupposed=draft.presupposed or syntax.modifies(draft.clause),
    )
    counted = _counted(draft, layers)
    start, end = _evidence(draft, text, counted)
    event = draft.event
    if not draft.mod and not stance.purpose:
        event = event_under(event, polarity=stance.polarity, modality=stance.modality)
    return Claim(
        number,
        layers.parse.document.id,
        (Evidence(start, end, text[start:end]),),
        draft.subject,
        draft.predicate,
        draft.object,
        event,
        None,
        polarity,
        modality,
        layers.voices.chain(attribution),
        time_of(draft.anchor, draft.clause, layers.times, modality=modality, presupposed=draft.presupposed),
        _place(draft, layers),
        None if counted is None else ClaimQuantity(counted.value, counted.max, counted.unit, counted.approximate),
    )


def _evidence(draft: _Draft, text: str, counted: Quantity | None) -> tuple[int, int]:
    """From the first to the last word that the claim rests on, within its sentence; the number that it states among them."""
    sent = draft.anchor.sent
    starts = [token.idx for token in draft.spans] + [draft.clause.idx]
    ends = [token.idx + len(token) for token in draft.spans]
    for argument in (draft.subject, draft.object):
        if (
            argument.start is not None
            and argument.end is not None
            and sent.start_char <= argument.start
            and argument.end <= sent.end_char
        ):
            starts.append(argument.start)
            ends.append(argument.end)
    if counted is not None:
        starts.append(counted.start)
        ends.append(counted.end)
    start, end = max(min(starts), sent.start_char), min(max(ends), sent.end_char)
    if not text[start:end].strip():
        return sent.start_char, sent.end_char
    return start, end


def _place(draft: _Draft, layers: _Layers) -> ClaimPlace | None:
    taken = {draft.subject.entity, draft.object.entity}
    for host in (draft.anchor, draft.clause):
        for child in host.children:
            if child.dep_ in ("obl", "nmod") and syntax.case_of(child) in ("in", "at", "near", "inside", "outside", "around"):
                for place in fill(child, layers.known, language=layers.language):
                    if place.type in PLACE_TYPES and place.argument.entity is not None and place.argument.entity not in taken:
                        return ClaimPlace(place.argument.entity, place.argument.name)
    return None


def _counted(draft: _Draft, layers: _Layers) -> Quantity | None:
    for head in reversed(draft.counted):
        first, last = syntax.subtree_span(head, frozenset({"acl:relcl", "acl", "conj", "appos", "nmod"}))
        for quantity in layers.quantities:
            # "at least 31 people": the bound may hang outside the phrase, the number may not
            if first.idx < quantity.end <= last.idx + len(last) and _counts(quantity, head):
                return quantity
    return None


def _counts(quantity: Quantity, head: Token) -> bool:
    """Whether a number within a phrase says how many its head is, not something in a clause or name that describes it ("Marr,
    whose books have sold 38m copies", "a town 60 miles away")."""
    inside = head.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    word = inside.root if inside is not None else head
    while word.i != head.i and word.head.i != word.i:
        if word.pos_ in ("VERB", "AUX") or word.dep_ in ("appos", "parataxis", "obl:npmod", "obl:unmarked"):
            return False
        word = word.head
    return True

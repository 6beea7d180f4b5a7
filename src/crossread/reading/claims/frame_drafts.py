"""What frames say, with the mentions that fill them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from typing import TYPE_CHECKING

from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.deeds import harming, unharmed
from crossread.reading.claims.drafts import UNKNOWN, Draft, draft_of
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.fitting import DEADLY, TERRITORY, is_actor
from crossread.reading.claims.frame import Frame
from crossread.reading.claims.free_text import free_text
from crossread.reading.claims.known import PLACE_TYPES
from crossread.reading.claims.layers import Layers
from crossread.reading.claims.objects import objects_of
from crossread.reading.claims.subjects import subjects_of
from crossread.reading.claims.wording import said_without

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOGETHER = ("as", "for", "alongside", "under")


def frame_drafts(frame: Frame, layers: Layers) -> Iterator[Draft]:
    """What a frame says: each who does it, of each to whom it is done; of two who do it together, each of the next."""
    pattern = frame.pattern
    if frame.subject is not None and pattern.predicate in DEADLY:
        frame = replace(frame, subject=unharmed(harming(frame.subject, layers.known), frame.anchor))
    if frame.object is None:
        if "attribute" in pattern.flags and frame.subject is not None:
            yield from _attribute(frame, layers)
        elif "mutual" in pattern.flags and frame.subject is not None and _is_intransitive(frame) and not _is_named_after(frame):
            yield from _mutual(frame, frame.subject, layers)
        return
    if frame.subject is not None and _is_shared(frame):
        yield from _mutual(frame, frame.subject, layers)
    if _is_own_description(frame, layers):
        return
    if frame.subject is not None and syntax.is_each_other(frame.object):
        yield from _each_other(frame, frame.subject, layers)
        return
    subjects = subjects_of(frame, layers)
    if frame.subject_role == "between" and frame.object_role == "between":
        yield from _pairs(frame, [side for side in subjects.sides if side is not None])
        return
    for subject, object_ in product(subjects.sides, objects_of(frame, subjects, layers)):
        if subject is not None and subject.argument.entity is not None and subject.argument.entity == object_.argument.entity:
            continue
        if subject is None and pattern.predicate == "attacks" and (object_.type is None or object_.head.i != frame.object.i):
            continue  # "the attack on the cuts", "an assault on the dignity of": where nobody strikes, somebody must be struck
        heads = [object_.head] if subject is None else [subject.head, object_.head]
        doer = UNKNOWN if subject is None else subject.argument
        draft = draft_of(frame, doer, object_.argument, heads, mod=subjects.mod)
        yield replace(draft, sited=pattern.predicate in TERRITORY and object_.type in PLACE_TYPES)


def _mutual(frame: Frame, subject: Token, layers: Layers) -> Iterator[Draft]:
    """ "Marr and Petrak met": what the actors among the subjects do with each other."""
    yield from _pairs(frame, [side for side in fill(subject, layers.known, language=layers.language) if is_actor(side)])


def _each_other(frame: Frame, subject: Token, layers: Layers) -> Iterator[Draft]:
    """ "Marr and Petrak accused each other": what either of two does to the other, once where the pattern is of both."""
    sides = [side for side in fill(subject, layers.known, language=layers.language) if is_actor(side)]
    if len(sides) == 2:
        yield from _pairs(frame, sides)
        if "mutual" not in frame.pattern.flags:
            yield from _pairs(frame, sides[::-1])


def _pairs(frame: Frame, sides: list[Filled]) -> Iterator[Draft]:
    """What a frame says of each side and the next."""
    for first, second in pairwise(sides):
        yield draft_of(frame, first.argument, second.argument, [first.head, second.head])


def _is_shared(frame: Frame) -> bool:
    """Whether what is done to an object is done by several together as well. "Both are the army's main allies" does not make
    them each other's."""
    return (
        "mutual" in frame.pattern.flags
        and not _is_named_after(frame)
        and frame.object_role not in ("patient", "with", "against", "between")
        and (frame.pattern.kind != "n" or frame.object_role not in ("poss", "of"))
    )


def _is_intransitive(frame: Frame) -> bool:
    """Whether the verb of two who do something together has no object of its own ("A and B coordinate strikes" is no tie), and no
    cause or side on which they both are ("fought as part of the army")."""
    anchor = frame.anchor
    fight = frame.pattern.predicate == "fights" and frame.pattern.kind == "v"
    if fight and any(syntax.case_of(child) in _TOGETHER for child in syntax.children(anchor, "obl", "advcl")):
        return False
    if fight and anchor.tag_ in ("VBG", "NN") and not syntax.children(anchor, "aux") and anchor.dep_ != "ROOT":
        return False  # "the two armies promised to limit fighting"
    return "jointly" in frame.pattern.flags or frame.content is not None or not syntax.children(frame.anchor, "obj")


def _is_named_after(frame: Frame) -> bool:
    """ "Its allies, Morland and Estavia": that each is an ally of somebody's makes them no allies of each other."""
    return frame.subject_role == "self" and frame.subject is not None and frame.subject.i >= frame.anchor.i


def _is_own_description(frame: Frame, layers: Layers) -> bool:
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


def _attribute(frame: Frame, layers: Layers) -> Iterator[Draft]:
    """What a noun alone says of somebody with a name, without an object."""
    assert frame.subject is not None
    if frame.subject.i == frame.anchor.i or frame.subject.pos_ not in ("PROPN", "PRON"):
        return
    for subject in fill(frame.subject, layers.known, language=layers.language):
        said = said_without(free_text(frame.anchor), frame.subject)
        if is_actor(subject) and said is not None:
            yield draft_of(frame, subject.argument, said, [subject.head, frame.anchor])

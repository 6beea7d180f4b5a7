"""What posts and characterisations say, with the mentions that fill them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.model.reading import Argument
from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.drafts import Draft
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.fitting import BODY_TYPES, is_actor
from crossread.reading.claims.free_text import free_text
from crossread.reading.claims.known import PLACE_TYPES
from crossread.reading.claims.layers import Layers
from crossread.reading.claims.owners import lift
from crossread.reading.claims.posts import Post
from crossread.reading.claims.seats import sited
from crossread.reading.claims.selection import can_be
from crossread.reading.claims.wording import POINTING, said_as_text, said_without, says_nothing
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNITS = frozenset({"military_unit", "armed_group"})
_GIVEN = ("the ", "its ", "his ", "her ", "their ")  # how a body begins that the reader is taken to know


def post_drafts(post: Post, layers: Layers) -> Iterator[Draft]:
    """What a post or characterisation says of each of those who hold it."""
    for holder in _holders(post, layers):
        if post.post.dep_ == "appos" and post.holder.i < post.post.i < holder.head.i:
            continue  # "A, the envoy, and B": what stands beside A is not said of B
        if post.post.tag_ == "NN" and post.post.i < post.holder.i < holder.head.i:
            continue  # "envoy A and B's minister": one title is said of the first name alone
        if post.predicate == "located_at":
            yield from _located(post, holder, layers)
        elif post.predicate in ("member_of", "composed_of"):
            yield from _membership(post, holder, layers)
        elif post.post.pos_ in ("VERB", "ADJ"):
            yield from _characterised(post, holder)
        else:
            yield from _described(post, holder)


def _located(post: Post, holder: Filled, layers: Layers) -> Iterator[Draft]:
    """Who or what is where; not "there is no safe place in the town"."""
    if any(child.lower_ == "no" for child in holder.head.children):
        return
    for place in [sited(place, layers) for place in fill(post.post, layers.known, language=layers.language)]:
        if (
            place.type in PLACE_TYPES
            and can_be(place, post.predicate, "object", language=layers.language)
            and place.argument.entity != holder.argument.entity
            and (is_actor(holder) or holder.type in PLACE_TYPES)
        ):
            heads = (holder.head, place.head)
            yield Draft(holder.argument, post.predicate, place.argument, None, post.post, post.clause, None, heads, ())


def _described(post: Post, holder: Filled) -> Iterator[Draft]:
    """What somebody is by a noun: a post, which only a person holds, or what he is said to be."""
    if (post.predicate == "holds_role" and holder.type != "person") or not is_actor(holder):
        return
    if post.holder.lower_ in POINTING:
        return
    role = said_without(free_text(post.post), holder.head)
    if role is None or (post.predicate == "has_attribute" and says_nothing(role, holder.argument)):
        return
    apposed = post.post.dep_ == "appos" or post.holder.dep_ == "appos"
    heads = (holder.head, post.post)
    yield Draft(holder.argument, post.predicate, role, None, post.post, post.clause, None, heads, (), apposed)


def _holders(post: Post, layers: Layers) -> Iterator[Filled]:
    """Of whom something is said; what is judged in a thing of theirs ("the army's role was modest") is said of its owner."""
    sides = list(fill(post.holder, layers.known, language=layers.language))
    if post.post.pos_ in ("ADJ", "VERB") and not any(is_actor(side) for side in sides):
        thing = syntax.antecedent(post.holder) if post.holder.tag_ == "WDT" else None
        thing = thing or post.holder
        sides = _whose(thing, layers)
        spoken = thing.lemma_.lower() in listed(layers.language, "mere")  # "criticism of his report" is others'
        for part in (child for child in thing.children if child.dep_ == "nmod" and not sides and not spoken):
            sides = _whose(part, layers)  # "the record of the army's role"
    yield from sides


def _whose(thing: Token, layers: Layers) -> list[Filled]:
    """Whose a thing is by a possessive or a phrase; "Morland press coverage" is not Morland's."""
    return [side for side in lift(thing, layers.known, language=layers.language) if side.head.dep_ not in ("amod", "compound")]


def _characterised(post: Post, holder: Filled) -> Iterator[Draft]:
    """What somebody, or a thing of his, is said to be like: with the thing, where it is not himself."""
    if not is_actor(holder):
        return
    said = said_as_text(post.post) if post.post.pos_ == "VERB" else free_text(post.post).argument
    if said is None:
        return
    if post.post.pos_ == "ADJ" and holder.head.i != post.holder.i and said.start is not None:
        said = Argument(None, f"{said.name} {free_text(post.holder).argument.name}", said.start, said.end)
    yield Draft(holder.argument, "has_attribute", said, None, post.post, post.clause, None, (holder.head, post.post), ())


def _membership(post: Post, holder: Filled, layers: Layers) -> Iterator[Draft]:
    """ "Ana Petrak of the Green Party", "the allies, especially Peru": a person and a body, a body and a named part of it."""
    from_unit = post.predicate == "member_of" and syntax.case_of(post.post) == "from"
    holders = (*BODY_TYPES, "person") if from_unit else ("person",) if post.predicate == "member_of" else BODY_TYPES
    if holder.type not in holders or holder.mention is None:
        return
    known = holder.mention.form == "name" if post.predicate == "member_of" else holder.mention.text.lower().startswith(_GIVEN)
    if not known or holder.head.lower_ in people_words().titles:
        return
    for side in fill(post.post, layers.known, language=layers.language):
        bodies = BODY_TYPES if holder.type == "person" else _UNITS
        fits = side.type in bodies if post.predicate == "member_of" else is_actor(side) and side.type != "person"
        named = side.mention is not None and side.mention.form == "name" and side.mention.start >= holder.mention.end
        if fits and named and side.argument.entity != holder.argument.entity:
            heads = (holder.head, side.head)
            yield Draft(holder.argument, post.predicate, side.argument, None, post.post, post.clause, None, heads, (), True)

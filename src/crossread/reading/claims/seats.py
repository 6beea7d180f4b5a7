"""Places and what sits in them: the parliament in a town, the town of a headquarters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.fitting import BODY_TYPES
from crossread.reading.claims.known import PLACE_TYPES
from crossread.reading.claims.layers import Layers

if TYPE_CHECKING:
    from spacy.tokens import Token


def seated(pronoun: Token, layers: Layers) -> Iterator[Filled]:
    """ "The parliament in Osten, which made an alliance": a body that has its seat in the place that the clause was hung on."""
    place = syntax.antecedent(pronoun) if pronoun.tag_ in ("WDT", "WP") else None
    if place is None or place.dep_ not in ("nmod", "obl") or syntax.case_of(place) not in ("in", "at"):
        return
    before = [place.head] if place.dep_ == "nmod" else [
        part for child in place.head.children if child.dep_ == "obj" for part in syntax.conjuncts(child)
    ]
    nearest = max((part for part in before if part.i < place.i and part.pos_ in ("NOUN", "PROPN")), key=_at, default=None)
    if nearest is not None:
        yield from (side for side in fill(nearest, layers.known, language=layers.language) if side.type in BODY_TYPES)


def _at(token: Token) -> int:
    return token.i


def sited(side: Filled, layers: Layers) -> Filled:
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

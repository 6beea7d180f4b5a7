"""An argument with what is known of it: the token that heads it, the type, the mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.model import Argument, Mention
from crossread.reading.claims.known import Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Filled:
    """An argument with the token that heads it and, for an entity, its type."""

    argument: Argument
    head: Token
    type: str | None
    mention: Mention | None
    unresolved: bool = False  # a pronoun whose chain holds nothing but pronouns


def filled_by(token: Token, mention: Mention, known: Mentions) -> Filled:
    entity = known.entities.get(mention.entity)
    name = entity.name if entity else mention.text
    kind: str = entity.type if entity else mention.type
    if kind == "other" and mention.form == "name" and token.tag_ == "NNPS":
        kind = "people"  # "the Kurds": of no type of the contract, but they act
    unresolved = mention.form == "pronoun" and mention.entity not in known.described
    return Filled(
        Argument(mention.entity if entity else None, name, mention.start, mention.end), token, kind, mention, unresolved
    )

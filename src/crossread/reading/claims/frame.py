"""A frame: one pattern met in one place, with the tokens that fill its roles. No entities, no modality yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.reading.claims.patterns import Pattern

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern with its tokens. `subject` is `None` where nobody is named as the doer; `clause` is the token whose
    clause decides polarity, modality and time; `content` is the light verb's object, if any.

    `others`: further tokens that could fill the object's role, with their roles, for where the first one is nobody and nothing
    that the pattern admits ("arrived for talks in Osten").

    `presupposed`: the words take it for granted ("did not condemn the army's attack on Osten": there was an attack), so
    that the clause's negation and modality do not reach it.
    """

    pattern: Pattern
    anchor: Token
    clause: Token
    subject: Token | None
    object: Token | None
    content: Token | None = None
    subject_role: str = ""
    object_role: str = ""
    presupposed: bool = False
    others: tuple[tuple[Token, str], ...] = ()


def of_two(pattern: Pattern, anchor: Token, clause: Token, named: dict[str, Token], *, presupposed: bool = False) -> Frame:
    """The frame of a pattern whose two roles stand in fixed places."""
    subject, object_ = pattern.subject[0], pattern.object[0]
    return Frame(pattern, anchor, clause, named[subject], named[object_], None, subject, object_, presupposed)

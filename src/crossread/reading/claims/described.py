"""Whom a predicate noun or an apposition speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.model import Mention
from crossread.reading.claims import syntax
from crossread.reading.claims.known import ACTOR_TYPES, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token


_BODY, _SITE, _PERSON = frozenset({"body"}), frozenset({"site"}), frozenset({"person"})
# What a description can be of: a town is no body, a person no agreement; a state is both a body and a place.
_SORTS = (
    dict.fromkeys(ACTOR_TYPES, _BODY)
    | {"person": _PERSON, "place": _SITE, "facility": _SITE, "state": _BODY | _SITE}
    | {"agreement": frozenset({"agreement"}), "event": frozenset({"event"})}
)


def spoken_of(token: Token, known: Mentions, depth: int = 0) -> tuple[Token, Mention] | None:
    """Whom a predicate noun or an apposition speaks of: in "Arda is the only town held by the army" the town is Arda.

    A relative clause that was hung on a name of another kind belongs to the nearest name of its own kind before it.
    """
    copula = any(child.dep_ == "cop" for child in token.children)
    subject = syntax.own_subject(token) if copula else None
    relative = subject is not None and subject.tag_ in ("WDT", "WP")
    if subject is not None and relative:
        subject = syntax.antecedent(subject)
    if token.dep_ == "appos" and token.head.pos_ == "PROPN":
        subject = token.head
    if subject is None or depth > 2:
        return None
    found = spoken_of(subject, known, depth + 1)
    mention = known.of(subject)
    if found is None and mention is not None and mention.entity in known.named:
        found = subject, mention
    own = known.of(token)
    if found is None or own is None:
        return found
    sort = _SORTS.get("place" if token.lemma_.lower() in listed("en", "container") else own.type)
    other = _SORTS.get(known.kind(found[1]))
    donor = sort == _PERSON and not relative and not syntax.case_of(token)  # "Morland is the largest donor"
    if sort is None or other is None or sort & other or (donor and other >= _BODY):
        return found
    if not relative:
        return None
    return next(
        (
            (word, name)
            for word in reversed(token.doc[token.sent.start : token.left_edge.i])
            if (name := known.by_head.get(word.i)) is not None and name.form == "name" and known.kind(name) == own.type
        ),
        None,
    )

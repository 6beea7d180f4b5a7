"""Claims before they have ids: who, what and whom, on which words; one of those that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossread.model.names import UNSPECIFIED
from crossread.model.reading import Argument
from crossread.ontology.predicates import predicates
from crossread.reading.claims import syntax
from crossread.reading.claims.fitting import DEADLY, VIOLENT
from crossread.reading.claims.frame import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

# What a more exact predicate of the same words already says.
_COVERS = {
    "attacks": "coerces",
    "killed": "attacks",
    "captured_persons": "coerces",
    "supports": "allied_with",
    "signs": "agrees",
    "arms": "deploys_to",
    "instrument_of": "member_of",
}
# Said of the same verb more exactly by others: "lost the town to the army" is no failure besides.
_VAGUE = frozenset({"fails_at", "succeeds_at", "possesses", "has_attribute"})
_GENERAL = frozenset({"holds_role", "has_attribute"})
UNKNOWN = Argument(None, UNSPECIFIED)  # somebody who is not named


@dataclass(frozen=True, slots=True)
class Draft:
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


def draft_of(frame: Frame, subject: Argument, object_: Argument, heads: list[Token], *, mod: str | None = None) -> Draft:
    """What a frame says of two, who are headed by `heads`; `mod` is its modality where the pattern itself gives none."""
    pattern = frame.pattern
    event = pattern.event or predicates()[pattern.predicate].plover
    spans = [frame.anchor, *heads]
    if frame.content is not None:
        spans.append(frame.content)
    return Draft(
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
        frame.presupposed or (predicates()[pattern.predicate].family in VIOLENT and syntax.is_ceased(frame.anchor)),
    )


def attributed(drafts: list[Draft]) -> list[Draft]:
    """ "Ten died after being shot by the army": whoever did what they died of, in the clause that says so, killed them."""
    by_head = {draft.anchor.head.i: draft for draft in drafts if draft.anchor.dep_ == "advcl" and draft.predicate == "attacks"}
    return [
        replace(draft, subject=cause.subject, spans=draft.spans + cause.spans)
        if draft.predicate in DEADLY
        and draft.subject.name == UNKNOWN.name
        and (cause := by_head.get(draft.anchor.i)) is not None
        and cause.subject.name != UNKNOWN.name
        and _sides(cause)[1] == _sides(draft)[1]
        else draft
        for draft in drafts
    ]


def distinct(drafts: list[Draft], said: set[tuple[str, str, str]]) -> Iterator[Draft]:
    """One claim where several patterns say the same of the same two in one sentence, and a post only where nothing more
    exact was made of the same words. What a possessive takes for granted ("Marr's army") counts once a document."""
    seen: set[tuple[str, str, str]] = set()
    exact = {draft.anchor.i for draft in drafts if draft.predicate not in _GENERAL}
    threats = {draft.anchor.i for draft in drafts if draft.predicate == "threatens"}
    firm = {draft.anchor.i for draft in drafts if predicates()[draft.predicate].family not in ("attribute", "intent", "speech")}
    covered = {(draft.anchor.i, _COVERS.get(draft.predicate), *_sides(draft)) for draft in drafts}
    sited = {(draft.anchor.i, draft.predicate) for draft in drafts if draft.sited}
    told = {(draft.predicate, _sides(draft)[1]) for draft in drafts if draft.subject.name != UNKNOWN.name}
    for draft in drafts:
        if draft.subject.name == UNKNOWN.name and (draft.predicate, _sides(draft)[1]) in told:
            continue  # "held hostage by the army after being captured"
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
        general = draft.predicate in _GENERAL and draft.anchor.pos_ != "VERB"  # "was elected president of Morland" says both
        if key in seen or (general and draft.anchor.i in exact) or (draft.presupposed and key in said):
            continue
        seen.add(key)
        said.add(key)
        yield draft


def _sides(draft: Draft) -> tuple[str, str]:
    return draft.subject.entity or draft.subject.name, draft.object.entity or draft.object.name


def lumped(drafts: list[Draft]) -> list[Draft]:
    """ "were killed and captured": a number that covers both is neither the killed nor the captured."""
    killed = [draft for draft in drafts if draft.predicate == "killed"]
    captured = [draft for draft in drafts if draft.predicate == "captured_persons"]
    found: list[Draft] = drafts
    for first in killed:
        for second in captured:
            if first.object == second.object and (
                second.anchor.head.i == first.anchor.i or first.anchor.head.i == second.anchor.i
            ):
                both = replace(first, predicate="killed_or_captured", event="ASSAULT", spans=first.spans + second.spans)
                found = [draft for draft in found if draft is not first and draft is not second] + [both]
    return found

"""What the voice does to a claim: a charge is alleged, a denial denies, a report is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Attribution
from crossread.model.reading import Modality, Polarity
from crossread.reading.attribution import CueForce, cue_force
from crossread.reading.claims.modality import ORDER, Stance
from crossread.reading.claims.unsaid import is_denied, is_thought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


def reported_stance(
    stance: Stance, path: tuple[Attribution, ...], *, anchor: Token, mod: str | None, presupposed: bool
) -> tuple[Polarity, Modality]:
    """Polarity and modality of a claim under the attributions that hold it, outermost first.

    The innermost cue decides: "claims" makes an assertion alleged, "denies" turns it round; "says" leaves it as it is, since
    modality is the innermost voice's own and the chain already tells that it is hers. `mod` is what the pattern
    itself says ("seeks" is wished).
    """
    doc = anchor.doc
    found: list[Modality] = [stance.modality]
    polarity = stance.polarity
    found += [value for value in ORDER if value == mod]
    spoken = bool(path) and not is_aim(path[-1], doc) and not is_unspoken(path[-1], doc)
    force = _force(path[-1], doc) if spoken else None
    if force is not None and not presupposed and _is_raised(path[-1], anchor):
        polarity = "denied" if polarity == "affirmed" else "affirmed"
    if force is not None:
        if force.force != "reported" and (not presupposed or force.force == "alleged"):
            found.append(force.force)
        if force.denies and not presupposed and path[-1].kind != "direct":  # what is quoted is what is said, dismissively or not
            polarity = "denied" if polarity == "affirmed" else "affirmed"
    return polarity, min(found, key=ORDER.index)


def is_aim(attribution: Attribution, doc: Doc, *, language: str = "en") -> bool:
    """Whether an attribution only says what somebody wants, plans or refuses: its words are no voice of its own, and its
    mood is already read off the clause."""
    if attribution.kind != "indirect":
        return False
    aims = table(language, "modality")["aims"]
    return any(
        word.lemma_.lower() in aims["words"]
        or word.lemma_.lower() in aims["infinitive"]
        and any(child.dep_ == "xcomp" for child in word.children)
        for word in _cue_heads(attribution, doc)
    )


def _is_raised(attribution: Attribution, anchor: Token) -> bool:
    """ "Does not think that the army shelled it": the "not" of a thought is of what is thought, where that is a clause."""
    return any(
        word.sent.start == anchor.sent.start
        and is_denied(word)
        and is_thought(word)
        and any(child.dep_ == "ccomp" for child in word.children)
        for word in _cue_heads(attribution, anchor.doc)
    )


def is_unspoken(attribution: Attribution, doc: Doc) -> bool:
    """Whether an attribution says that somebody does not speak: "has not condemned the raids", "no group has claimed"."""
    return any(is_denied(word) and not is_thought(word) for word in _cue_heads(attribution, doc))


def _force(attribution: Attribution, doc: Doc) -> CueForce | None:
    """The force of an attribution's cue, looked up by the lemma of its head word."""
    for word in _cue_heads(attribution, doc):
        force = cue_force(word.lemma_.lower(), word.pos_)
        if force is not None:
            return force
    return None


def _cue_heads(attribution: Attribution, doc: Doc) -> Iterator[Token]:
    for cue in attribution.cue:
        span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
        if span is not None and len(span):
            yield span.root

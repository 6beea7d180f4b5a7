"""What the voice does to a claim: a charge is alleged, a denial denies, a report is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.model import Attribution
from crossread.model.reading import Modality, Polarity
from crossread.reading.attribution import CueForce, cue_force
from crossread.reading.claims.modality import ORDER, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc


def reported_stance(stance: Stance, path: tuple[Attribution, ...], *, doc: Doc, mod: str | None) -> tuple[Polarity, Modality]:
    """Polarity and modality of a claim under the attributions that hold it, outermost first.

    The innermost cue decides: "claims" makes an assertion alleged, "denies" turns it round; "says" leaves it as it is, since
    modality is the innermost voice's own and the chain already tells that it is hers. `mod` is what the pattern
    itself says ("seeks" is wished).
    """
    found: list[Modality] = [stance.modality]
    polarity = stance.polarity
    found += [value for value in ORDER if value == mod]
    force = _force(path[-1], doc) if path else None
    if force is not None:
        if force.force != "reported":
            found.append(force.force)
        if force.denies:
            polarity = "denied" if polarity == "affirmed" else "affirmed"
    return polarity, min(found, key=ORDER.index)


def _force(attribution: Attribution, doc: Doc) -> CueForce | None:
    """The force of an attribution's cue, looked up by the lemma of its head word."""
    for cue in attribution.cue:
        span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
        if span is not None and len(span):
            force = cue_force(span.root.lemma_.lower(), span.root.pos_)
            if force is not None:
                return force
    return None

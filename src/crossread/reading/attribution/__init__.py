"""Who says what: sources, cues and contents of a document, as a tree."""

from crossread.reading.attribution.cues import CueForce, cue_force
from crossread.reading.attribution.layer import read_attributions
from crossread.reading.attribution.quotes import Quotation, quotation_spans

__all__ = ["CueForce", "Quotation", "cue_force", "quotation_spans", "read_attributions"]

"""Claims: from predicate-argument structure to statements with polarity, modality, voices, time, place and number."""

from crossread.reading.claims.build import read_claims

__all__ = ["read_claims"]

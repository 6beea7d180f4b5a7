"""Who is meant: mentions and their chains within one document."""

from crossread.reading.coreference.resolve import read_mentions

__all__ = ["read_mentions"]

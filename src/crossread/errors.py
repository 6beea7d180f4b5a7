"""All errors that Crossread raises on purpose.

    CrossreadError
    ├── InputError      one input cannot be read; carries its name
    ├── CaseError       a case cannot be opened, or is not one
    ├── ModelError      the language model is missing or unfit
    └── LexiconError    a data file of vocabulary or ontology is malformed; carries file and line
"""

from __future__ import annotations


class CrossreadError(Exception):
    """Base of all of them; its text is what the user reads."""


class InputError(CrossreadError):
    """One input cannot be read. `name` is what the user called it, `reason` says why and what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class CaseError(CrossreadError):
    """A case cannot be opened, read or written."""


class ModelError(CrossreadError):
    """The language model is missing or unfit."""


class LexiconError(CrossreadError):
    """A data file is malformed."""

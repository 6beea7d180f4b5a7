"""Crossread reads news about a conflict into claims: who says that who did what to whom, with the exact words of each.

    import crossread

    reading = crossread.annotate(text, outlet="Harbour Post", published="2031-05-02")
    with crossread.Case("war.case") as case:
        case.read(["articles/"])

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from crossread._version import __version__

if TYPE_CHECKING:
    from crossread.api import Case, Progress, Summary, annotate, annotate_inputs
    from crossread.errors import CaseError, CrossreadError, InputError, LexiconError, ModelError
    from crossread.model import Claim, Document, Reading
    from crossread.model.actor import Actor

__all__ = [
    "__version__",
    "annotate", "annotate_inputs", "Case", "Progress", "Summary",
    "Actor", "Claim", "Document", "Reading",
    "CrossreadError", "CaseError", "InputError", "LexiconError", "ModelError",
]

_HOME = {
    **dict.fromkeys(("annotate", "annotate_inputs", "Case", "Progress", "Summary"), "crossread.api"),
    **dict.fromkeys(("CrossreadError", "CaseError", "InputError", "LexiconError", "ModelError"), "crossread.errors"),
    **dict.fromkeys(("Claim", "Document", "Reading"), "crossread.model"),
    "Actor": "crossread.model.actor",
}


def __getattr__(name: str) -> object:
    """Load a public name from its room."""
    if name not in _HOME:
        raise AttributeError(f"module 'crossread' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)

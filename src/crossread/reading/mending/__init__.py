"""What a parse gets wrong so often, and so recognisably, that it is mended before anything is read from it.

Each module sets heads, relations or lemmas anew in one kind of place, by rules that look at words, agreement and frames; every
later stage reads the mended tree. The order matters: subjects with titles are whole before phrases are hung on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.mending.aimed import mend_aimed
from crossread.reading.mending.attachment import mend_attachment
from crossread.reading.mending.lemmas import mend_lemmas
from crossread.reading.mending.objects import mend_objects
from crossread.reading.mending.titled import mend_titled

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["mend"]


def mend(doc: Doc) -> None:
    """Mend the tree of a document in place."""
    mend_lemmas(doc)
    mend_titled(doc)
    mend_aimed(doc)
    mend_attachment(doc)
    mend_objects(doc)

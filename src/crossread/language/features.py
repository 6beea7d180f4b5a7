"""What the parser sees of a token: the same lexical keys in training and in reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import LOWER, PREFIX, SHAPE, SUFFIX

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

# Form without case, first letter, last three letters, and the shape, which alone tells case and digits.
ATTRIBUTES = (LOWER, PREFIX, SUFFIX, SHAPE)


def keys(doc: Doc) -> NDArray[np.uint64]:
    """One row a token, one column an attribute: spaCy's hashes of the strings, the same on every machine."""
    return np.asarray(doc.to_array(list(ATTRIBUTES)), dtype=np.uint64)


def rows(known: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Places of keys in a sorted table, counted from 1; 0 for a key that is not in it."""
    places = np.searchsorted(known, wanted)
    places[places == len(known)] = 0
    return np.where(known[places] == wanted, places + 1, 0)

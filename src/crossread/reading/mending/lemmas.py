"""Lemmas of verbs that the rules of the lemmatizer give to a shorter verb: "hoped" is of "hope", and "hopped" of "hop"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A syllable that doubles its last letter before an ending: without the double letter it is another verb's.
_DOUBLES = re.compile(r"[^aeiou]+[aeiou][bdgklmnprt]")
_ENDINGS = ("ed", "es", "ing")


def mend_lemmas(doc: Doc) -> None:
    """Set the lemma of each verb anew whose form cannot be one of the verb that its lemma names."""
    for token in doc:
        if token.pos_ == "VERB" and (mended := lemma_of(token.lower_, token.lemma_)) != token.lemma_:
            token.lemma_ = mended


def lemma_of(form: str, lemma: str) -> str:
    """The lemma of an English verb form, mended where the given one would have doubled its last letter."""
    if form.startswith(lemma) and form[len(lemma) :] in _ENDINGS and _DOUBLES.fullmatch(lemma):
        return f"{lemma}e"
    return lemma

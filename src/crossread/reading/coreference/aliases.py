"""Second names given in so many words: "the northern army, also known as the People's Guard"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

_FARTHEST = 40  # characters between the two: the phrase and its punctuation


@lru_cache(maxsize=4)
def _between(language: str = "en") -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in table(language, "bodies")["also_known"]["phrases"])
    return re.compile(rf"[\s,(–—-]*(?:(?:is|are|was|were)\s+)?(?:{phrases})[\s“\"'‘]*(?:the\s+)?[“\"'‘]?", re.IGNORECASE)


def join_aliases(parse: Parse, chains: Chains) -> None:
    """Join two mentions that only such a phrase parts; one of them has to be a name."""
    text = parse.document.text
    ends = sorted((each.end, index) for index, each in enumerate(chains.candidates) if not each.is_pronoun)
    at = 0
    for index, each in enumerate(chains.candidates):
        if each.kind != "name":
            continue
        while at < len(ends) and ends[at][0] <= each.start:
            at += 1
        for end, other in reversed(ends[max(0, at - 4) : at]):
            if each.start - end > _FARTHEST:
                break
            if _between().fullmatch(text[end : each.start]):
                chains.join(other, index, number=False, classes=False, persons=False)
                break

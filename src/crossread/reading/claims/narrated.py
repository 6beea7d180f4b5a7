"""The date under which a sentence tells what its clauses without a time of their own say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.model import TimeExpression
from crossread.reading.claims.dated import borders, is_told_apart, keeps, recalls
from crossread.reading.claims.tense import AROUND, is_past, is_present
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

ABSOLUTE = re.compile(r"\b(1[5-9]|20)\d\d\b")
OPENS = frozenset({"since", "from", "after"})
CLOSES = frozenset({"until", "till", "by", "before"})
_REACH = 4  # sentences
_NOMINAL = ("obl", "nmod", "obl:unmarked", "nmod:unmarked", "compound", "conj", "obj", "nsubj", "nsubj:pass")


def narrated(parse: Parse, roots: dict[int, tuple[TimeExpression, Token]]) -> dict[int, TimeExpression]:
    """By token: the one year, month or day that the main clause above it names ("In 2014 he sent troops who took the town").

    It reaches over what hangs on that clause and, in a text without a date of its own, over the next sentences in the past. In a
    dated one the next sentence may be of another time, and mostly is.
    """
    told: dict[int, TimeExpression] = {}
    current: TimeExpression | None = None
    reach = 0
    for number, sent in enumerate(parse.sents):
        main = [roots[token.i] for token in sent if token.i in roots and _is_main(token)]
        reach -= 1
        if main or parse.is_silent(number) or not reach or not is_past(sent.root) or _moves_on(sent):
            current = None
        if current is not None:
            told.update((token.i, current) for token in sent)
        if len(main) != 1 or parse.is_silent(number):
            continue
        time, root = main[0]
        # a message's day is not that of what the text tells, nor is the year since which something has been so
        other = any("@" in token.text for token in sent) or is_present(sent.root)
        if not other and ABSOLUTE.search(time.text) and not _all_borders(root) & (OPENS | CLOSES):
            clause = next((word for word in root.ancestors if word.pos_ in ("VERB", "AUX")), sent.root)
            told.update((token.i, time) for token in clause.subtree)
            if parse.document.published.date is None:
                current, reach = time, _REACH
    return told


def _moves_on(sent: SpacySpan) -> bool:
    """Whether a sentence says that it is of another time: "a few months later", "after the killing"."""
    return any(
        token.lower_ in listed("en", "later")
        or token.lower_ in AROUND
        and token.dep_ in ("case", "mark")
        and token.head.head.i == sent.root.i
        and token.head.i < sent.root.i
        for token in sent
    )


def _all_borders(root: Token) -> set[str]:
    """The small words that open or close a time, also before the noun that it dates: "since its independence in 1956"."""
    words = borders(root)
    for above in root.ancestors:
        if above.pos_ not in ("NOUN", "PROPN"):
            break
        words |= borders(above) & {"since", "after", "before"}
    return words


def _is_main(root: Token) -> bool:
    """Whether a time stands in the main clause: between it and the root there are only nouns and coordinations."""
    if root.head.i == root.i:
        return True
    if root.i < root.head.i and root.head.pos_ in ("NOUN", "PROPN") and keeps(root.head):
        return False
    for ancestor in root.ancestors:
        if ancestor.dep_ == "ROOT":
            return True
        if is_told_apart(ancestor, root) or recalls(ancestor):
            return False
        if ancestor.dep_ not in _NOMINAL:
            return False
    return False

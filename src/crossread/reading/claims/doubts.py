"""How doubtful a claim is: the signs that it may be misread, and which claims are left out because of them.

How sure the parser is of its tree hardly tells right claims from wrong ones; where the words of a claim stand tells more. Each
sign has a weight in `doubts.toml`, learned from claims that readers judged (`docs/quality.md`). A claim whose signs weigh more
than `limit` is left out; one at or above `note` carries its signs as flags, so that an analyst is asked about it first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Argument, Claim
from crossread.reading.claims.drafts import Draft

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

_LONG = 25  # words of evidence, between which parts of several statements may lie
_FAR = 8  # words between a verb and its object
_MANY_VOICES = 3
_FIRM = frozenset({"asserted", "reported", "wished"})
# What these predicates say is said in words that say other things as often: "gave up", "left", "pushed", "brought down".
_MANY_SENSES = frozenset({"concedes", "withdraws_from", "fights", "coerces", "overthrows", "rejects"})


def doubts_of(draft: Draft, claim: Claim, *, language: str = "en") -> tuple[str, ...]:
    """The signs of a claim, in the order of `doubts.toml`, in words that can be shown."""
    return tuple(says for name, (says, _) in _signs(language).items() if _TESTS[name](draft, claim))


def weight_of(doubts: tuple[str, ...], *, language: str = "en") -> int:
    """What signs weigh together."""
    weights = dict(_signs(language).values())
    return sum(weights[each] for each in doubts)


def is_left_out(weight: int, *, language: str = "en") -> bool:
    """Whether a claim is so doubtful that nothing is said rather than it."""
    return weight > int(table(language, "doubts")["limit"])


def is_noted(weight: int, *, language: str = "en") -> bool:
    """Whether a claim is told with its doubts."""
    return weight >= int(table(language, "doubts")["note"])


@lru_cache(maxsize=4)
def _signs(language: str) -> dict[str, tuple[str, int]]:
    """Words and weight of each sign."""
    return {name: (sign["says"], int(sign["weight"])) for name, sign in table(language, "doubts")["signs"].items()}


def _above(draft: Draft, *labels: str) -> bool:
    """Whether the clause of a claim stands, at any depth, in a phrase or clause of these kinds."""
    return any(token.dep_ in labels for token in [draft.clause, *draft.clause.ancestors] if token.head.i != token.i)


def _is_far(draft: Draft, side: Argument) -> bool:
    if side.start is None:
        return False
    first, last = sorted((side.start, draft.anchor.idx))
    return sum(first <= token.idx < last for token in draft.anchor.sent if not token.is_space) >= _FAR


def _is_pronoun(sent: SpacySpan, side: Argument) -> bool:
    token = next((token for token in sent if token.idx == side.start), None)
    return token is not None and token.pos_ == "PRON" and side.end == token.idx + len(token)


_TESTS: dict[str, Callable[[Draft, Claim], bool]] = {
    "long": lambda draft, claim: sum(len(part.quote.split()) for part in claim.evidence) >= _LONG,
    "senses": lambda draft, claim: claim.predicate in _MANY_SENSES,
    "unsure": lambda draft, claim: claim.modality not in _FIRM,
    "denied": lambda draft, claim: claim.polarity == "denied",
    "far": lambda draft, claim: _is_far(draft, claim.object),
    "dated": lambda draft, claim: claim.time.text is not None,
    "within": lambda draft, claim: _above(draft, "obj", "obl"),
    "adverbial": lambda draft, claim: _above(draft, "advcl"),
    "doer": lambda draft, claim: _is_pronoun(draft.anchor.sent, claim.subject),
    "done": lambda draft, claim: _is_pronoun(draft.anchor.sent, claim.object),
    "participle": lambda draft, claim: draft.clause.tag_ == "VBG",
    "noun": lambda draft, claim: draft.anchor.pos_ == "NOUN",
    "voices": lambda draft, claim: len(claim.attribution) >= _MANY_VOICES,
}

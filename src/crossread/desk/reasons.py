"""The answers that review offers: one key each, with the reasons people give most, so that a reason costs one key more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the key that chooses it, what it says and does, and reasons to choose from. Where `at_once` is given the key
    alone is enough, and that is the reason kept."""

    verdict: str
    key: str
    title: str
    effect: str
    reasons: tuple[str, ...] = ()
    at_once: str | None = None


ACTORS: tuple[Answer, ...] = (
    Answer("same", "s", "Same", "They are one, whatever speaks against it.", (
        "two spellings of one name", "the documents say so", "the same post at the same time",
    )),
    Answer("different", "d", "Different", "They are two, and what hangs on each stays with it.", (
        "two people, or two bodies", "different places or times", "the documents tell them apart",
    )),
    Answer("unsure", "u", "Unsure", "It cannot be told: no rule joins these two names directly.",
           at_once="the documents do not tell"),
)

CLAIMS: tuple[Answer, ...] = (
    Answer("accept", "a", "Accept", "It stands, even if a later reading misses it.", at_once="the words say so"),
    Answer("reject", "r", "Reject", "It is shown and counted nowhere.", (
        "the words do not say this", "wrong subject or object", "denied, or only supposed", "another time",
        "somebody else says so",
    )),
)

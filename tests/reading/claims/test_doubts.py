"""What speaks against a claim: nothing, enough to note, or too much to tell it."""

from __future__ import annotations

import pytest

from crossread.lexicon import table
from crossread.model import Claim
from crossread.reading.claims import doubts
from tests.cases.claims import read

TESTED = frozenset(doubts._TESTS)


def claims_of(sentence: str, predicate: str) -> list[Claim]:
    return [claim for claim in read(sentence).claims if claim.predicate == predicate]


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("Egypt backs the rebels.", "supports"),
        ("The army did not attack the rebels.", "attacks"),  # one sign alone is no doubt
        ("The army attacked the rebels on 3 May 2030.", "attacks"),
    ],
)
def test_a_plain_claim_is_not_in_doubt(sentence: str, predicate: str) -> None:
    assert [claim.flags for claim in claims_of(sentence, predicate)] == [()]


@pytest.mark.parametrize(
    ("sentence", "predicate", "sign"),
    [
        ("Egypt will not attack Libya, nor will it help Turkey.", "supports", "denied"),
        ("The army may shell the town, killing the governor.", "killed", "adverbial"),
        ("Peru will support Iraqi forces in their campaign to defeat the rebels.", "fights", "doer"),
        ("The president would attack the rebels if Morland supported him.", "supports", "done"),
    ],
)
def test_several_signs_are_noted_in_words(sentence: str, predicate: str, sign: str) -> None:
    (claim,) = claims_of(sentence, predicate)
    assert table("en", "doubts")["signs"][sign]["says"] in claim.flags
    assert doubts.weight_of(claim.flags) >= table("en", "doubts")["note"]


def test_what_is_too_doubtful_is_left_out_and_the_rest_is_told() -> None:
    sentence = "Egypt and Libya met, and Egypt could lose the town if it tried fighting them in 2014."
    assert claims_of(sentence, "negotiates_with")
    assert not claims_of(sentence, "fights")


def test_each_sign_has_words_and_a_weight() -> None:
    lexicon = table("en", "doubts")
    assert set(lexicon["signs"]) == TESTED
    assert all(sign["weight"] > 0 and sign["says"] for sign in lexicon["signs"].values())
    assert len({sign["says"] for sign in lexicon["signs"].values()}) == len(TESTED)
    assert 0 < lexicon["note"] <= lexicon["limit"]

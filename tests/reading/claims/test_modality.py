"""Polarity and modality of a clause, and what becomes of its PLOVER event."""

from __future__ import annotations

from typing import cast

import pytest

from crossread.language.pipeline import load_pipeline
from crossread.model import Document
from crossread.model.reading import Modality, Polarity
from crossread.ontology.plover import event_under
from crossread.reading.claims.modality import Stance, stance_of
from crossread.reading.parse import parse_document


def stance(sentence: str, word: str) -> Stance:
    parse = parse_document(load_pipeline(), Document(id="d", text=sentence))
    token = next(token for token in parse.doc if token.text == word)
    return stance_of(token, token)


@pytest.mark.parametrize(
    ("sentence", "word", "polarity", "modality"),
    [
        ("The army attacked the rebels.", "attacked", "affirmed", "asserted"),
        ("The army did not attack the rebels.", "attack", "denied", "asserted"),
        ("The army never attacked the rebels.", "attacked", "denied", "asserted"),
        ("The army will attack the rebels.", "attack", "affirmed", "predicted"),
        ("The army may attack the rebels.", "attack", "affirmed", "possible"),
        ("The army will not attack the rebels.", "attack", "denied", "predicted"),
        ("The army allegedly attacked the rebels.", "attacked", "affirmed", "alleged"),
        ("The army reportedly attacked the rebels.", "attacked", "affirmed", "reported"),
        ("The army should attack the rebels.", "attack", "affirmed", "wished"),
        ("The army wants to attack the rebels.", "attack", "affirmed", "wished"),
        ("The army failed to attack the rebels.", "attack", "denied", "asserted"),
        ("The army would have attacked the rebels.", "attacked", "affirmed", "hypothetical"),
        ("If the army attacks the rebels, they will flee.", "attacks", "affirmed", "hypothetical"),
    ],
)
def test_stance_of_a_clause(sentence: str, word: str, polarity: str, modality: str) -> None:
    found = stance(sentence, word)
    assert (found.polarity, found.modality) == (polarity, modality)
    assert found.reasons == () or (polarity, modality) != ("affirmed", "asserted")


@pytest.mark.parametrize(
    ("event", "polarity", "modality", "expected"),
    [
        (None, "affirmed", "asserted", None),
        ("ASSAULT", "affirmed", "asserted", "ASSAULT"),
        ("ASSAULT", "affirmed", "alleged", "ASSAULT"),
        ("ASSAULT", "affirmed", "predicted", "THREATEN"),
        ("ASSAULT", "affirmed", "wished", "THREATEN"),
        ("ASSAULT", "denied", "asserted", None),
        ("CONSULT", "affirmed", "predicted", "AGREE"),
        ("CONSULT", "denied", "asserted", "REJECT"),
        ("CONSULT", "affirmed", "hypothetical", None),
        ("REQUEST", "affirmed", "hypothetical", "REQUEST"),
    ],
)
def test_events_under_modality(event: str | None, polarity: str, modality: str, expected: str | None) -> None:
    assert event_under(event, polarity=cast(Polarity, polarity), modality=cast(Modality, modality)) == expected

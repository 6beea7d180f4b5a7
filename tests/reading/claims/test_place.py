"""Where a claim holds."""

from __future__ import annotations

import pytest

from crossread.language.pipeline import load_pipeline
from crossread.model import Document, Region
from crossread.reading.parse import parse_document
from crossread.reading.reader import read_parse


@pytest.mark.parametrize(
    ("sentence", "predicate", "place"),
    [
        ("The army attacked the rebels in Lima.", "attacks", "Lima"),
        ("A fire broke out at a depot in Lima of the Norwegian-backed rebels.", "supports", None),
        ("Ana Petrak, a member of the Green Party in Lima, left.", "member_of", None),
    ],
)
def test_place_of_a_claim(sentence: str, predicate: str, place: str | None) -> None:
    document = Document("d", sentence, outlet="Harbour Post", regions=(Region("body", 0, len(sentence)),))
    claims = read_parse(parse_document(load_pipeline(), document)).claims
    found = [claim.place.name if claim.place else None for claim in claims if claim.predicate == predicate]
    assert found == [place]

"""Forecasts and what became of them."""

from __future__ import annotations

import pytest

from crossread.comparison.predictions import predictions, track_records
from crossread.model import Claim
from tests.comparison.made import claim, material

FORECAST = claim("1", "Free Army", "captures_place", "Orlesk", document="one", by=("Ana Bruk",), modality="predicted")

OUTCOMES = [
    pytest.param("open", (), [FORECAST], id="nothing more is heard"),
    pytest.param("came_true", ("2",), [
        FORECAST, claim("2", "Free Army", "captures_place", "Orlesk", document="two", time=("2031-07-01", "2031-07-01")),
    ], id="it came"),
    pytest.param("failed", ("2",), [
        FORECAST, claim("2", "Free Army", "captures_place", "Orlesk", document="two", polarity="denied", time=("2031-08-01",
            "2031-08-01")),
    ], id="it did not"),
    pytest.param("open", (), [
        FORECAST, claim("2", "Free Army", "captures_place", "Orlesk", document="two", time=("2029-07-01", "2029-07-01")),
    ], id="what came before is no outcome"),
    pytest.param("failed", ("2",), [
        claim("1", "Ana Bruk", "predicts", "elections held within seven months", by=("Ana Bruk",), modality="predicted"),
        claim("2", "elections within seven months", "has_attribute", "never materialised"),
    ], id="never materialised"),
    pytest.param("failed", ("2",), [
        claim("1", "Oskar Veln", "declares", "to drive the guard out of Orlesk", place="Sarn", time=("2031-01-01", "2031-01-02")),
        claim("2", "Oskar Veln", "fails_at", "Siege of Sarn", place="Sarn", time=("2031-05-01", "2031-05-01")),
    ], id="a pledge that failed"),
]


@pytest.mark.parametrize(("outcome", "by", "claims"), OUTCOMES)
def test_outcomes(outcome: str, by: tuple[str, ...], claims: list[Claim]) -> None:
    published = {"one": "2031-05-02", "two": "2031-09-01"}
    found = [one for one in predictions(material(claims, published=published)) if one.claim == "1"]
    assert [(one.outcome, one.resolved_by) for one in found] == [(outcome, by)]


def test_what_is_promised_is_a_forecast() -> None:
    promise = claim("1", "Oskar Veln", "declares", "wipe out the guard", quote="promised to wipe out the guard")
    assert [one.predictor.name for one in predictions(material([promise]))] == ["Oskar Veln"]
    assert predictions(material([claim("1", "Oskar Veln", "declares", "a day of rest", quote="announced a day of rest")])) == ()


def test_a_statement_of_fact_is_no_forecast() -> None:
    assert predictions(material([claim("1", "Free Army", "captures_place", "Orlesk")])) == ()


def test_track_records_count_by_voice() -> None:
    found = predictions(material([FORECAST, claim("2", "Free Army", "captures_place", "Orlesk", document="two",
        time=("2031-07-01",) * 2)]))
    assert [(one.predictor.name, one.came_true, one.failed) for one in track_records(found)] == [("Ana Bruk", 1, 0)]

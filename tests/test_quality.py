"""The quality gate: how many case rows there are over all layers, and the share of them that is read right, must not fall.

Rows of the claims table that the present model misreads stand in `cases/claims_known.tsv`, which a new reading may only shorten;
every other row of every layer is a test that fails by itself.
"""

from __future__ import annotations

import pytest

from tests.cases.claims import KNOWN, load_rows

ROWS = 400  # cases over all layers of reading, negatives included
CLAIM_ROWS = 170
READ_RIGHT = 0.96  # of the rows of the claims table


def test_the_share_of_claim_rows_that_are_read_right() -> None:
    rows = load_rows()
    misread = [line for line in KNOWN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(rows) >= CLAIM_ROWS
    assert 1 - len(misread) / len(rows) >= READ_RIGHT


def test_there_are_cases_for_every_layer(request: pytest.FixtureRequest) -> None:
    cases = [item.nodeid for item in request.session.items if item.nodeid.startswith("tests/reading/") and "[" in item.nodeid]
    if not any("tests/reading/claims" in case for case in cases) or len({case.split("::")[0] for case in cases}) < 10:
        pytest.skip("only a part of the tests is run")
    assert len(cases) >= ROWS
    for layer in ("attribution", "claims", "coreference", "test_names", "test_quantities", "test_times"):
        assert any(f"/{layer}" in case for case in cases), layer

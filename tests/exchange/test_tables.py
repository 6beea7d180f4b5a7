"""Rows for people and spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from crossread.exchange.tables import CLAIM_COLUMNS, Cell, harmless, when, write_csv
from crossread.model import ClaimQuantity, Evidence
from tests.readings import full_reading


@pytest.mark.parametrize(("cell", "expected"), [
    ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-x", "'-x"), ("@here", "'@here"), ("\t=1", "'\t=1"), ("  =1", "'  =1"),
    ("Halden", "Halden"), ("a=b", "a=b"), (-5, -5), (None, None), ("", ""),
])
def test_no_cell_is_a_formula(cell: Cell, expected: Cell) -> None:
    assert harmless(cell) == expected


@pytest.mark.parametrize(("earliest", "latest", "expected"), [
    ("2031-05-01", "2031-05-01", "2031-05-01"), ("2031-05-01", "2031-05-31", "2031-05-01..2031-05-31"), (None, "2031", "..2031"),
    (None, None, None),
])
def test_bounds_as_one_cell(earliest: str | None, latest: str | None, expected: str | None) -> None:
    assert when(earliest, latest) == expected


def test_a_claim_as_a_row() -> None:
    claim = replace(full_reading().claims[0], evidence=(Evidence(0, 4, "=two"), Evidence(9, 12, "lines\nhere")))
    out = io.StringIO()
    write_csv([claim], columns=CLAIM_COLUMNS, out=out)
    head, row = csv.reader(io.StringIO(out.getvalue()))
    cells = dict(zip(head, row, strict=True))
    assert cells["subject"] == "Ana Petrak"
    assert cells["according to"] == "Harbour Post > Ana Petrak"
    assert cells["quantity"] == "about 12-12.5 men"
    assert cells["quote"] == "'=two […] lines\nhere"


def test_a_number_that_is_not_given() -> None:
    claim = replace(full_reading().claims[0], quantity=ClaimQuantity(None, None, "men", True))
    out = io.StringIO()
    write_csv([claim], columns=CLAIM_COLUMNS, out=out)
    assert ",about men," in out.getvalue()

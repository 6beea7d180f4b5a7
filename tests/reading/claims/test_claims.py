"""The case table of claims: sentence in, claims out. `docs/lexicon.md` says how to add a row."""

from __future__ import annotations

import pytest

from tests.cases.claims import Row, faults, load_known, load_rows, read, shown

ROWS, KNOWN = load_rows(), load_known()


def _case(row: Row) -> object:
    marks = [pytest.mark.xfail(reason=KNOWN[row.sentence], strict=True)] if row.sentence in KNOWN else []
    return pytest.param(row, marks=marks, id=row.sentence)


@pytest.mark.parametrize("row", [_case(row) for row in ROWS])
def test_claims_of_a_sentence(row: Row) -> None:
    assert not faults(row), shown(read(row.sentence))


def test_what_is_known_to_be_misread_is_in_the_table() -> None:
    assert set(KNOWN) <= {row.sentence for row in ROWS}
    assert set(KNOWN.values()) <= {"parse", "names"}


def test_no_sentence_stands_twice() -> None:
    assert len({row.sentence for row in ROWS}) == len(ROWS)

"""How pages put days and codes."""

from __future__ import annotations

import pytest

from crossread.desk.wording import country, document_day, sector, span
from crossread.model import Document, Published

SPANS = [
    (None, None, "undated"), ("2031-05-02", "2031-05-02", "2031-05-02"),
    ("2031-01-01", "2031-12-31", "2031"), ("2031-02-01", "2031-02-28", "2031-02"),
    ("2031-02-03", "2031-05-02", "2031-02-03 – 2031-05-02"), ("2030-01-01", "2039-12-31", "2030 – 2039"),
    ("2031-01-01", "2031-05-02", "2031-01-01 – 2031-05-02"), ("2031-02-01", "2031-04-30", "2031-02 – 2031-04"),
    ("2031-01-01", None, "2031 or later"), ("2031-05-01", None, "2031-05 or later"), ("2031-05-02", None, "2031-05-02 or later"),
    (None, "2031-12-31", "2031 or earlier"), (None, "2032-02-29", "2032-02 or earlier"),
    (None, "2031-05-30", "2031-05-30 or earlier"),
]


@pytest.mark.parametrize(("earliest", "latest", "said"), SPANS)
def test_days_are_said_as_shortly_as_they_are_known(earliest: str | None, latest: str | None, said: str) -> None:
    assert span(earliest, latest) == said


@pytest.mark.parametrize(("published", "said"), [
    (Published("2031-05-02", "2031-05-02", "2031-05-02", "metadata"), "2031-05-02"), (Published(), None),
    (Published(None, "2031-01-01", None, "inferred"), "2031 or later"),
])
def test_the_day_of_a_document_is_said_as_it_is_known(published: Published, said: str | None) -> None:
    assert document_day(Document("one", "", published=published)) == said


def test_codes_are_said_in_words() -> None:
    assert (country("SYR"), country("ZZZ"), sector("MIL"), sector("ZZZ")) == ("Syria", "ZZZ", "military", "ZZZ")

"""Days in metadata, in print, and the range that a text allows."""

from __future__ import annotations

import pytest

from crossread.intake import document_of
from crossread.intake.dates import published
from crossread.intake.layout import layout


@pytest.mark.parametrize(
    ("value", "date", "earliest", "latest"),
    [
        ("2031-05-02", "2031-05-02", "2031-05-02", "2031-05-02"),
        ("2031-05-02T23:10:00+02:00", "2031-05-02", "2031-05-02", "2031-05-02"),
        ("20310502", "2031-05-02", "2031-05-02", "2031-05-02"),
        ("May 2, 2031", "2031-05-02", "2031-05-02", "2031-05-02"),
        ("Fri, 2 May 2031 10:00:00 GMT", "2031-05-02", "2031-05-02", "2031-05-02"),
        ("25.12.2031", "2031-12-25", "2031-12-25", "2031-12-25"),
        ("03/04/2031", None, "2031-03-04", "2031-04-03"),
        ("2031-02", None, "2031-02-01", "2031-02-28"),
        ("2031", None, "2031-01-01", "2031-12-31"),
        ("9999-12", None, "9999-12-01", "9999-12-31"),
    ],
)
def test_values(value: str, date: str | None, earliest: str, latest: str) -> None:
    found = published(value, layout=layout())
    assert found is not None
    assert (found.date, found.earliest, found.latest, found.basis) == (date, earliest, latest, "metadata")


@pytest.mark.parametrize("value", ["", "yesterday", "2031-13-01", "2031-02-30", "0000", "99/99/2031", "Foo 3, 2031"])
def test_no_dates(value: str) -> None:
    assert published(value, layout=layout()) is None


BODY = "The army of the north took the harbour of Salvo on Monday, and the governor left the city by boat with his whole family. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Published 3 May 2031\n\n{BODY}", ("2031-05-03", "2031-05-03", "text")),
        (f"May 3, 2031 {BODY}", ("2031-05-03", "2031-05-03", "text")),
        (f"{BODY}He had ruled since 2019, and was elected in March 2027.", (None, "2027-03-01", "inferred")),
        (f"{BODY}On 4 May 2030 he said that he will step down by 2040.", (None, "2030-05-04", "inferred")),
        (f"{BODY}Some 2000 men are left.", (None, None, "unknown")),
        (BODY, (None, None, "unknown")),
    ],
)
def test_from_the_text(text: str, expected: tuple[str | None, str | None, str]) -> None:
    when = document_of(text, language="en").published
    assert (when.date, when.earliest, when.basis) == expected


def test_captions_and_other_articles_do_not_date_a_text() -> None:
    elsewhere = "Last News\n\nTen books of 2035\n\nBest of May 2036"
    text = f"{BODY}{BODY}{BODY}\n\nHe was elected in 2027, when the harbour was new.\n\n{elsewhere}"
    assert document_of(text, language="en").published.earliest == "2027-01-01"

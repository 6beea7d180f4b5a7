"""Records in JSON, good ones among bad ones."""

from __future__ import annotations

import io
import json

import pytest

from crossread.errors import InputError
from crossread.intake import Loaded, load_inputs
from crossread.intake.jsonrecords import from_lines, from_whole


def told(found: list[Loaded | InputError]) -> list[str]:
    return [one.document.text if isinstance(one, Loaded) else str(one) for one in found]


def test_a_bad_line_among_good_ones() -> None:
    lines = [
        b'{"text": "One.", "id": 5}\n',
        b"{broken\n",
        b"\n",
        b'{"id": "x"}\n',
        b"[1]\n",
        '{"text": "Zwölf.\\r\\n"}\r\n'.encode(),
    ]
    found = list(from_lines(lines, name="a.jsonl"))
    assert told(found) == [
        "One.",
        "a.jsonl:2: is broken JSON: Expecting property name enclosed in double quotes at column 2",
        "a.jsonl:4: has no `text`",
        "a.jsonl:5: is no record: an object with a field `text` is needed",
        "Zwölf.\r\n",
    ]
    assert isinstance(found[0], Loaded)
    assert found[0].document.id == "5"
    assert found[0].original == b'{"text": "One.", "id": 5}'


def test_all_fields() -> None:
    record = {
        "id": "r1",
        "title": "T",
        "outlet": "O",
        "author": ["A. B", "C. D"],
        "published": "2031-05-02",
        "url": "u",
        "language": "en-GB",
        "text": "  Text as it is.\n",
    }
    (found,) = from_whole(json.dumps(record).encode(), name="r.json")
    assert isinstance(found, Loaded)
    document = found.document
    assert (document.id, document.title, document.outlet, document.author, document.url, document.language) == (
        "r1",
        "T",
        "O",
        "A. B, C. D",
        "u",
        "en-GB",
    )
    assert (document.published.date, document.text, document.path) == ("2031-05-02", "  Text as it is.\n", "r.json")


def test_lists_and_sequences() -> None:
    assert told(list(from_whole(b'[{"text": "One."},\n {"no": 1},\n {"text": "Two."}]', name="l.json"))) == [
        "One.",
        "l.json:2: has no `text`",
        "Two.",
    ]
    assert told(list(from_whole(b'{"text": "One."}\n{"text": "Two."}\n', name="s.json"))) == ["One.", "Two."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"[]", "holds no record"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": 5}', "not a string"),
        (b'{"text": "a b", "id": NaN}', "NaN"),
        (b'{"text": "a b", "title": {}}', "`title`"),
        (b'{"text": "a", "published": [1]}', "`published`"),
        (b'{"text": "half \\ud800 here"}', "surrogate"),
        (b'{"text": "a", "title": "\\udfff"}', "surrogate"),
        (b'{"text": "nul \\u0000"}', "NUL"),
        (b'{"text": ""}', "is empty"),
        (b'{"text": "a", "id": ' + b"9" * 9000 + b"}", "broken JSON"),
    ],
)
def test_refused(content: bytes, reason: str) -> None:
    found = told(list(from_whole(content, name="x.json")))
    assert len(found) == 1
    assert reason in found[0]


def test_a_broken_list_gives_what_stands_before() -> None:
    found = told(list(from_whole(b'[{"text": "One."} {"text": "Two."}]', name="x.json")))
    assert found[0] == "One."
    assert "comma" in found[1]


def test_standard_input_may_hold_records() -> None:
    found = list(load_inputs(["-"], stdin=io.BytesIO(b'{"text": "One.", "id": "a"}\n{"text": "Two.", "id": "b"}\n')))
    assert told(found) == ["One.", "Two."]


def test_a_date_that_is_none_costs_no_document() -> None:
    (found,) = from_whole(b'{"text": "He was elected in 2027, the bishop said.", "published": "three days ago"}', name="x.json")
    assert isinstance(found, Loaded)
    assert (found.document.published.basis, found.document.published.earliest) == ("inferred", "2027-01-01")

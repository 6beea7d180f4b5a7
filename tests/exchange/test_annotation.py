"""The annotation record: its shape, and that it loses nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import InputError
from crossread.exchange.annotation import dump, to_json, to_record
from crossread.exchange.from_annotation import from_record
from crossread.model import Document, Mention, Reading
from tests.readings import full_reading

DOCUMENT_ORDER = [
    "id", "path", "outlet", "title", "author", "url", "published", "language", "text", "regions", "sentences", "mentions",
    "entities", "attributions", "times", "quantities", "claims",
]
CLAIM_ORDER = [
    "id", "document", "evidence", "subject", "predicate", "object", "event", "mode", "polarity", "modality", "attribution",
    "time", "place", "quantity", "flags",
]


def test_fields_stand_in_the_order_that_other_programs_know() -> None:
    record = json.loads(to_json(full_reading()))
    assert list(record) == DOCUMENT_ORDER
    assert list(record["published"]) == ["date", "earliest", "latest", "basis"]
    assert list(record["mentions"][0]) == ["id", "start", "end", "text", "form", "type", "entity"]
    assert list(record["attributions"][0]) == ["id", "source", "cue", "content", "kind", "speaker", "parent"]
    assert list(record["times"][0]) == ["start", "end", "text", "type", "value", "earliest", "latest"]
    assert list(record["quantities"][0]) == ["start", "end", "text", "value", "max", "unit", "approximate"]
    claim = record["claims"][0]
    assert list(claim) == CLAIM_ORDER
    assert list(claim["subject"]) == ["entity", "name", "start", "end"]
    assert list(claim["attribution"][0]) == ["name", "entity", "start", "end", "cue"]
    assert list(claim["time"]) == ["text", "earliest", "latest", "basis"]
    assert list(claim["quantity"]) == ["value", "max", "unit", "approximate"]


def test_an_empty_reading_has_all_fields_too() -> None:
    assert list(to_record(Reading(Document("x", "")))) == DOCUMENT_ORDER


def test_letters_stay_as_they_are_and_whole_numbers_whole() -> None:
    line = to_json(full_reading())
    assert "🙂" in line
    assert '"value": 12,' in line
    assert "\n" not in line


def test_there_and_back_is_the_same() -> None:
    assert from_record(json.loads(to_json(full_reading()))) == full_reading()


@given(st.text(), st.data())
def test_there_and_back_for_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    mention = Mention("m1", start, end, text[start:end], "name", "other", "e1")
    reading = replace(full_reading(), document=Document("x", text), sentences=(), mentions=(mention,), attributions=(), times=(),
                      quantities=(), claims=(), entities=full_reading().entities)
    assert from_record(json.loads(to_json(reading))) == reading


def test_half_a_character_is_written_as_an_escape() -> None:
    assert dump({"text": "\udc80é"}) == '{"text": "\\udc80é"}'


def test_optional_fields_may_be_absent() -> None:
    reading = from_record({
        "id": "7", "text": "The League took Halden.", "entities": [{"id": "e1", "name": "League", "type": "armed_group"}],
        "claims": [{
            "id": "c1", "evidence": [{"start": 0, "end": 22, "quote": "The League took Halden"}],
            "subject": {"entity": "e1", "name": "League"}, "predicate": "captures_place",
            "object": {"entity": None, "name": "Halden"},
            "attribution": [{"name": "a paper"}], "time": {"text": None, "earliest": None, "latest": None, "basis": "none"},
            "place": None, "quantity": None,
        }],
    })
    assert reading.claims[0].document == "7"
    assert reading.claims[0].subject.start is None
    assert reading.claims[0].polarity == "affirmed"


def _change(record: dict[str, Any], path: list[str | int], value: object) -> None:
    inner: Any = record
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value


@pytest.mark.parametrize(("path", "value", "said"), [
    (["text"], 5, "text: a string is needed, not 5"),
    (["text"], None, "text: a string is needed, not nothing"),
    (["id"], "", "id: is empty"),
    (["claims", 0, "evidence", 0, "quote"], "We lost Halden", "claims[0].evidence[0].quote: the text has 'We took Halden"),
    (["claims", 0, "evidence", 0, "end"], 9999, "claims[0].evidence[0].start: [1, 9999) does not lie in the text"),
    (["claims", 0, "evidence"], [], "claims[0].evidence: is missing"),
    (["claims", 0, "subject"], None, "claims[0].subject: is missing"),
    (["claims", 0, "polarity"], "perhaps", "claims[0].polarity: one of affirmed, denied is needed, not 'perhaps'"),
    (["claims", 0, "document"], "other", "claims[0].document: is 'other', but this record is 'doc-1'"),
    (["claims", 0, "object", "entity"], "e9", "claims[0].object.entity: no entity 'e9' in this record"),
    (["mentions", 1, "start"], True, "mentions[1].start: a whole number is needed, not True"),
    (["mentions", 1, "text"], "Holden", "mentions[1].text: the text has 'Halden'"),
    (["mentions"], {"a": 1}, "mentions: a list is needed, not {'a': 1}"),
    (["sentences", 0], [4], "sentences[0]: [start, end] is needed, not [4]"),
    (["attributions", 0, "cue"], [[5, 2]], "attributions[0].cue: [5, 2) does not lie in the text"),
    (["quantities", 0, "value"], "12", "quantities[0].value: a number is needed, not '12'"),
    (["quantities", 0, "approximate"], 1, "quantities[0].approximate: true or false is needed, not 1"),
    (["published"], "2031", "published: an object is needed, not '2031'"),
])
def test_an_error_names_the_record_and_the_field(path: list[str | int], value: object, said: str) -> None:
    record = json.loads(to_json(full_reading()))
    _change(record, path, value)
    with pytest.raises(InputError) as caught:
        from_record(record, name="coded.jsonl:3")
    assert str(caught.value).startswith("coded.jsonl:3: ")
    assert said in caught.value.reason

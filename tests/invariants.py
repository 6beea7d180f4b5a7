"""What holds for every `annotation` record, whatever text it was read from: spans, ids, bounds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Record = dict[str, Any]


def violations(record: Record) -> Iterator[str]:
    """One line for each broken promise; nothing for a sound record."""
    yield from _spans(record)
    yield from _quotes(record)
    yield from _ids(record)
    yield from _bounds(record)


def _spans(record: Record) -> Iterator[str]:
    size = len(record["text"])
    for where, start, end in _all_spans(record):
        if start is None or end is None or not 0 <= start < end <= size:
            yield f"{where}: [{start}, {end}) is empty or outside a text of {size}"
    for kind in ("sentences", "regions"):
        spans = [span if kind == "sentences" else (span["start"], span["end"]) for span in record[kind]]
        for before, after in pairwise(spans):
            if before[1] > after[0]:
                yield f"{kind}: {before} and {after} overlap or stand in the wrong order"


def _all_spans(record: Record) -> Iterator[tuple[str, int | None, int | None]]:
    for kind in ("regions", "mentions", "times", "quantities"):
        for number, item in enumerate(record[kind]):
            yield f"{kind}[{number}]", item["start"], item["end"]
    for number, (start, end) in enumerate(record["sentences"]):
        yield f"sentences[{number}]", start, end
    for attribution in record["attributions"]:
        for part in ("source", "cue", "content"):
            for start, end in attribution[part]:
                yield f"attribution {attribution['id']} {part}", start, end
    for claim in record["claims"]:
        for evidence in claim["evidence"]:
            yield f"claim {claim['id']} evidence", evidence["start"], evidence["end"]
        for where, item in _arguments(claim):
            if item["start"] is not None or item["end"] is not None:
                yield where, item["start"], item["end"]


def _arguments(claim: Record) -> Iterator[tuple[str, Record]]:
    yield f"claim {claim['id']} subject", claim["subject"]
    yield f"claim {claim['id']} object", claim["object"]
    for number, voice in enumerate(claim["attribution"]):
        yield f"claim {claim['id']} attribution[{number}]", voice


def _quotes(record: Record) -> Iterator[str]:
    text = record["text"]
    for kind in ("mentions", "times", "quantities"):
        for item in record[kind]:
            if text[item["start"] : item["end"]] != item["text"]:
                yield f"{kind}: {item['text']!r} is not what stands at [{item['start']}, {item['end']})"
    for claim in record["claims"]:
        if not claim["evidence"]:
            yield f"claim {claim['id']}: no evidence"
        for part in claim["evidence"]:
            if text[part["start"] : part["end"]] != part["quote"]:
                yield f"claim {claim['id']}: {part['quote']!r} is not what stands at [{part['start']}, {part['end']})"


def _ids(record: Record) -> Iterator[str]:
    entities = [entity["id"] for entity in record["entities"]]
    attributions = {item["id"]: item for item in record["attributions"]}
    for kind in ("mentions", "entities", "attributions", "claims"):
        ids = [item["id"] for item in record[kind]]
        if len(set(ids)) != len(ids):
            yield f"{kind}: an id stands twice"
    known = set(entities)
    mentioned = {mention["entity"] for mention in record["mentions"]}
    for entity in entities:
        if entity not in mentioned:
            yield f"entity {entity}: no mention"
    for mention in record["mentions"]:
        if mention["entity"] not in known:
            yield f"mention {mention['id']}: no entity {mention['entity']}"
    for item in record["attributions"]:
        if item["speaker"] is not None and item["speaker"] not in known:
            yield f"attribution {item['id']}: no entity {item['speaker']}"
        if item["parent"] is not None and item["parent"] not in attributions:
            yield f"attribution {item['id']}: no parent {item['parent']}"
        if not item["content"]:
            yield f"attribution {item['id']}: no content"
        if _in_circle(item, attributions):
            yield f"attribution {item['id']}: is above itself"
    for claim in record["claims"]:
        places = [("place", claim["place"])] if claim["place"] else []
        for where, argument in [*_arguments(claim), *places]:
            if argument["entity"] is not None and argument["entity"] not in known:
                yield f"{where} of claim {claim['id']}: no entity {argument['entity']}"
            if not argument["name"]:
                yield f"{where} of claim {claim['id']}: no name"
        if claim["document"] != record["id"]:
            yield f"claim {claim['id']}: of another document"


def _in_circle(item: Record, attributions: dict[str, Record]) -> bool:
    seen = {item["id"]}
    while item["parent"] in attributions:
        item = attributions[item["parent"]]
        if item["id"] in seen:
            return True
        seen.add(item["id"])
    return False


def _bounds(record: Record) -> Iterator[str]:
    dated = [("published", record["published"])]
    dated += [(f"time {time['text']!r}", time) for time in record["times"]]
    dated += [(f"claim {claim['id']}", claim["time"]) for claim in record["claims"]]
    for where, time in dated:
        # a bound may have hours: days compare as their common beginning
        earliest, latest = time["earliest"], time["latest"]
        if earliest is not None and latest is not None and earliest[:10] > latest[:10]:
            yield f"{where}: {earliest} is after {latest}"
    counted = [(f"quantity {quantity['text']!r}", quantity) for quantity in record["quantities"]]
    counted += [(f"claim {claim['id']}", claim["quantity"]) for claim in record["claims"] if claim["quantity"]]
    for where, quantity in counted:
        if quantity["value"] is not None and quantity["max"] is not None and quantity["value"] > quantity["max"]:
            yield f"{where}: {quantity['value']} is above {quantity['max']}"

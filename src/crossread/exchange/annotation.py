"""The `annotation` record: one document with all that was read in it, as JSON.

Fields stand in a fixed order and all of them are always written, so the same reading gives the same bytes. Lists keep
the order of the reading. Offsets are code points into the record's own `text`, half open.
"""

from __future__ import annotations

import json

from crossread.model import Argument, Attribution, Claim, Document, Quantity, Reading, Span, TimeExpression, Voice

Record = dict[str, object]


def to_json(reading: Reading) -> str:
    """The record as one line of JSON, without the line's end."""
    return dump(to_record(reading))


def dump(record: Record) -> str:
    """A record as one line of JSON: letters of all scripts as they are, fields in the record's own order.

    A lone surrogate, which no encoding can carry, is written as an escape.
    """
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return line if line.isascii() else _encodable(line)


def to_record(reading: Reading) -> Record:
    """The record as plain values."""
    return {
        **document_fields(reading.document),
        "text": reading.document.text,
        "regions": [{"kind": region.kind, "start": region.start, "end": region.end} for region in reading.document.regions],
        "sentences": [_pair(sentence) for sentence in reading.sentences],
        "mentions": [
            {"id": mention.id, "start": mention.start, "end": mention.end, "text": mention.text, "form": mention.form,
             "type": mention.type, "entity": mention.entity}
            for mention in reading.mentions
        ],
        "entities": [{"id": entity.id, "name": entity.name, "type": entity.type} for entity in reading.entities],
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "times": [_time(time) for time in reading.times],
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "claims": [claim_record(claim) for claim in reading.claims],
    }


def document_fields(document: Document) -> Record:
    """What is known about a document, without its text."""
    published = document.published
    return {
        "id": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "title": document.title,
        "author": document.author,
        "url": document.url,
        "published": {
            "date": published.date, "earliest": published.earliest, "latest": published.latest, "basis": published.basis,
        },
        "language": document.language,
    }


def claim_record(claim: Claim) -> Record:
    """The `claim` record."""
    time, place, quantity = claim.time, claim.place, claim.quantity
    return {
        "id": claim.id,
        "document": claim.document,
        "evidence": [{"start": part.start, "end": part.end, "quote": part.quote} for part in claim.evidence],
        "subject": _argument(claim.subject),
        "predicate": claim.predicate,
        "object": _argument(claim.object),
        "event": claim.event,
        "mode": claim.mode,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attribution": [_voice(voice) for voice in claim.attribution],
        "time": {"text": time.text, "earliest": time.earliest, "latest": time.latest, "basis": time.basis},
        "place": None if place is None else {"entity": place.entity, "name": place.name},
        "quantity": None if quantity is None else {
            "value": number(quantity.value), "max": number(quantity.max), "unit": quantity.unit,
            "approximate": quantity.approximate,
        },
        "flags": list(claim.flags),
    }


def number(value: float | None) -> float | int | None:
    """A whole number without its fraction: 600, not 600.0."""
    return int(value) if value is not None and value == int(value) else value


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _argument(argument: Argument) -> Record:
    return {"entity": argument.entity, "name": argument.name, "start": argument.start, "end": argument.end}


def _voice(voice: Voice) -> Record:
    return {"name": voice.name, "entity": voice.entity, "start": voice.start, "end": voice.end, "cue": voice.cue}


def _attribution(attribution: Attribution) -> Record:
    return {
        "id": attribution.id,
        "source": [_pair(span) for span in attribution.source],
        "cue": [_pair(span) for span in attribution.cue],
        "content": [_pair(span) for span in attribution.content],
        "kind": attribution.kind,
        "speaker": attribution.speaker,
        "parent": attribution.parent,
    }


def _time(time: TimeExpression) -> Record:
    return {"start": time.start, "end": time.end, "text": time.text, "type": time.type, "value": time.value,
            "earliest": time.earliest, "latest": time.latest}


def _quantity(quantity: Quantity) -> Record:
    return {"start": quantity.start, "end": quantity.end, "text": quantity.text, "value": number(quantity.value),
            "max": number(quantity.max), "unit": quantity.unit, "approximate": quantity.approximate}


def _encodable(line: str) -> str:
    if not any("\ud800" <= character <= "\udfff" for character in line):
        return line
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in line)

"""Claims as rows: writing them, and finding them again with the actors of the case."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import cast

from sqlalchemy import ColumnElement, Connection, Row, Select, insert, select

from crossread.case import schema
from crossread.model import Argument, Claim, ClaimPlace, ClaimQuantity, ClaimTime, Evidence, Reading, Voice
from crossread.model.names import name_key
from crossread.model.reading import Credibility, Modality, Polarity, Standing, TimeBasis

BATCH = 400  # below SQLite's old limit of 999 parameters


def write_claims(connection: Connection, reading: Reading, *, document: int) -> None:
    """Write the claims of a reading, as `judged` gives it, under the number of its document."""
    if not reading.claims:
        return
    connection.execute(insert(schema.claim), [_values(claim, document, at) for at, claim in enumerate(reading.claims)])
    row = schema.claim.c
    numbers = connection.execute(select(row.number).where(row.document == document).order_by(row.position)).scalars()
    numbered = list(zip(numbers, reading.claims, strict=True))
    connection.execute(insert(schema.evidence), [
        {"claim": number, "position": at, "start": part.start, "end": part.end, "quote": part.quote}
        for number, claim in numbered for at, part in enumerate(claim.evidence)
    ])
    voices = [
        {"claim": number, "position": at, "name": voice.name, "entity": voice.entity, "start": voice.start, "end": voice.end,
         "cue": voice.cue}
        for number, claim in numbered for at, voice in enumerate(claim.attribution)
    ]
    if voices:
        connection.execute(insert(schema.voice), voices)


def _values(claim: Claim, document: int, position: int) -> dict[str, object]:
    """The columns of a claim's row. A dict, since that is what SQLAlchemy takes."""
    quantity = claim.quantity
    return {
        "id": claim.id, "judged": claim.judged, "grade": claim.grade, "document": document, "position": position,
        "predicate": claim.predicate, "event": claim.event, "mode": claim.mode,
        "polarity": claim.polarity, "modality": claim.modality,
        "subject_entity": claim.subject.entity, "subject_name": claim.subject.name, "subject_key": name_key(claim.subject.name),
        "subject_start": claim.subject.start, "subject_end": claim.subject.end,
        "object_entity": claim.object.entity, "object_name": claim.object.name, "object_key": name_key(claim.object.name),
        "object_start": claim.object.start, "object_end": claim.object.end,
        "time_text": claim.time.text, "time_earliest": claim.time.earliest, "time_latest": claim.time.latest,
        "time_basis": claim.time.basis,
        "place_entity": claim.place.entity if claim.place else None, "place_name": claim.place.name if claim.place else None,
        "quantity": quantity is not None,
        "quantity_value": quantity.value if quantity else None, "quantity_max": quantity.max if quantity else None,
        "quantity_unit": quantity.unit if quantity else None, "quantity_approximate": quantity.approximate if quantity else None,
        "flags": json.dumps(claim.flags, ensure_ascii=False),
    }


def claims(connection: Connection, query: Select[tuple[int]], *, order: Sequence[ColumnElement[object]]) -> Iterator[Claim]:
    """The claims whose numbers a query selects, in the order of their documents and of the text. Entities are actors of
    the case."""
    row = schema.claim.c
    subject, object_, place = (schema.member.alias(name) for name in ("subject_member", "object_member", "place_member"))
    statement = (
        select(
            schema.claim, schema.document.c.id.label("document_id"), subject.c.actor.label("subject_actor"),
            object_.c.actor.label("object_actor"), place.c.actor.label("place_actor"),
        )
        .join(schema.document, schema.document.c.number == row.document)
        .outerjoin(subject, (subject.c.document == row.document) & (subject.c.entity == row.subject_entity))
        .outerjoin(object_, (object_.c.document == row.document) & (object_.c.entity == row.object_entity))
        .outerjoin(place, (place.c.document == row.document) & (place.c.entity == row.place_entity))
        .where(row.number.in_(query))
        .order_by(*order, row.position)
    )
    found = iter(connection.execute(statement).yield_per(BATCH))
    while batch := list(islice(found, BATCH)):
        numbers = [one.number for one in batch]
        quotes, voices = _evidence(connection, numbers), _voices(connection, numbers)
        for one in batch:
            yield _claim(one, tuple(quotes[one.number]), tuple(voices[one.number]))


def _evidence(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Evidence]]:
    row = schema.evidence.c
    found: dict[int, list[Evidence]] = defaultdict(list)
    for one in connection.execute(select(schema.evidence).where(row.claim.in_(numbers)).order_by(row.claim, row.position)):
        found[one.claim].append(Evidence(one.start, one.end, one.quote))
    return found


def _voices(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Voice]]:
    row, member = schema.voice.c, schema.member.c
    statement = (
        select(schema.voice, member.actor)
        .join(schema.claim, schema.claim.c.number == row.claim)
        .outerjoin(schema.member, (member.document == schema.claim.c.document) & (member.entity == row.entity))
        .where(row.claim.in_(numbers)).order_by(row.claim, row.position)
    )
    found: dict[int, list[Voice]] = defaultdict(list)
    for one in connection.execute(statement):
        found[one.claim].append(Voice(one.name, one.actor, one.start, one.end, one.cue))
    return found


def _claim(row: Row[tuple[object, ...]], quotes: tuple[Evidence, ...], voices: tuple[Voice, ...]) -> Claim:
    return Claim(
        id=row.id, document=row.document_id, evidence=quotes,
        subject=Argument(row.subject_actor, row.subject_name, row.subject_start, row.subject_end),
        predicate=row.predicate,
        object=Argument(row.object_actor, row.object_name, row.object_start, row.object_end),
        event=row.event, mode=row.mode, polarity=cast(Polarity, row.polarity), modality=cast(Modality, row.modality),
        attribution=voices,
        time=ClaimTime(row.time_text, row.time_earliest, row.time_latest, cast(TimeBasis, row.time_basis)),
        place=None if row.place_name is None else ClaimPlace(row.place_actor, row.place_name),
        quantity=ClaimQuantity(row.quantity_value, row.quantity_max, row.quantity_unit, bool(row.quantity_approximate))
        if row.quantity else None,
        flags=tuple(json.loads(row.flags)), judged=cast("Standing | None", row.judged),
        grade=cast("Credibility | None", row.grade),
    )

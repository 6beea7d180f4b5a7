"""What stands of a document: its rows under the journal, written when it was read and again when an entry changes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select

from crossread.case import journal, schema
from crossread.case.claims import write_claims
from crossread.case.judged import Judged, identified, judged
from crossread.case.stamps import stamp
from crossread.case.touched import touch_members
from crossread.exchange.from_annotation import from_record
from crossread.model import Claim, Reading
from crossread.model.actor import Resolver
from crossread.model.names import name_key

T = TypeVar("T")


def as_read(connection: Connection, identity: str) -> Reading | None:
    """All that was read in a document, whatever people said of it."""
    row = schema.document.c
    found = connection.execute(select(row.record, row.text).where(row.id == identity)).first()
    return None if found is None else from_record({**json.loads(found.record), "text": found.text}, name=identity)


def write(connection: Connection, reading: Reading, *, document: int) -> None:
    """Write what stands of a reading under the number of its document."""
    found = _judged(connection, reading)
    _write_entities(connection, found.reading, document)
    write_claims(connection, found.reading, document=document)
    journal.write_worth(connection, reading.document.id, found.states)


def under_journal(connection: Connection, reading: Reading) -> Reading:
    """A reading as it stands."""
    return _judged(connection, reading).reading


def changing(connection: Connection, identity: str, act: Callable[[], T], resolver: Resolver) -> tuple[T, bool]:
    """Change the journal of a document by `act`, and write anew what it changes. Gives what `act` gives, and whether actors are
    to be derived anew: claims tell what entities are known by."""
    reading = as_read(connection, identity)
    if reading is None:
        return act(), False
    before = _judged(connection, reading).reading
    done = act()
    after = _judged(connection, reading)
    number = connection.execute(select(schema.document.c.number).where(schema.document.c.id == identity)).scalar_one()
    stale = before.entities != after.reading.entities or [*resolver.entities(before)] != [*resolver.entities(after.reading)]
    if stale:
        touch_members(connection, identity)
        connection.execute(delete(schema.settled).where(schema.settled.c.document == number))
        connection.execute(delete(schema.entity).where(schema.entity.c.document == number))
        _write_entities(connection, after.reading, number)
    if stale or before.claims != after.reading.claims:
        stamp(connection, "document", [identity])
    if before.claims != after.reading.claims:
        connection.execute(delete(schema.claim).where(schema.claim.c.document == number))
        write_claims(connection, after.reading, document=number)
    journal.write_worth(connection, identity, after.states)
    return done, stale


def claim_as_read(connection: Connection, id_: str) -> Claim | None:
    """A claim before anybody changed it, with entities of its document: as it was read last or, where that reading no longer
    makes it, as it was when it was judged first."""
    row, document = schema.claim.c, schema.document.c
    kept = journal.snapshot(connection, id_)
    identity = connection.execute(
        select(document.id).join(schema.claim, row.document == document.number).where(row.id == id_)
    ).scalar()
    reading = as_read(connection, identity or (kept.document if kept is not None else ""))
    made = next((claim for claim in identified(reading) if claim.id == id_), None) if reading is not None else None
    return made or kept


def _judged(connection: Connection, reading: Reading) -> Judged:
    return judged(reading, journal.standing(connection, reading.document.id))


def _write_entities(connection: Connection, reading: Reading, document: int) -> None:
    names: dict[str, dict[str, None]] = {entity.id: {} for entity in reading.entities}
    mentions = dict.fromkeys(names, 0)
    for mention in reading.mentions:
        if mention.entity in names:
            mentions[mention.entity] += 1
            if mention.form == "name":
                names[mention.entity][mention.text] = None
    entities = [
        {"document": document, "id": entity.id, "name": entity.name, "key": name_key(entity.name), "type": entity.type,
         "named": bool(names[entity.id]) or not mentions[entity.id], "mentions": mentions[entity.id]}
        for entity in reading.entities
    ]
    aliases = [
        {"document": document, "entity": entity, "text": text, "key": name_key(text)}
        for entity, texts in names.items() for text in texts
    ]
    if entities:
        connection.execute(insert(schema.entity), entities)
    if aliases:
        connection.execute(insert(schema.alias), aliases)

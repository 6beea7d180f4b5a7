"""Documents as rows: writing one with all that was read in it, finding them, forgetting one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, insert, select

from crossread.case import schema, standing
from crossread.case.stamps import stamp, unstamp
from crossread.case.touched import touch_members
from crossread.exchange.annotation import dump, to_record
from crossread.model import Document, Published, Reading
from crossread.model.document import DateBasis

Put = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a document came from, as they came, and what they are."""

    bytes: bytes
    media_type: str = "text/plain"

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.bytes).hexdigest()


def fingerprint(document: Document) -> str:
    """What identifies a document's content: everything known of it but where it lay."""
    known = (document.id, document.text, document.outlet, document.title, document.author, document.url, document.language,
             repr(document.published), repr(document.regions))
    return hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()


def is_known(connection: Connection, document: Document, *, reader: str) -> bool:
    """Whether the case has this document, read by this very reader."""
    found = connection.execute(
        select(schema.document.c.fingerprint, schema.document.c.reader).where(schema.document.c.id == document.id)
    ).first()
    return found is not None and tuple(found) == (fingerprint(document), reader)


def put(connection: Connection, reading: Reading, *, original: Original | None, reader: str) -> Put:
    """Write a reading. A document of the same id is replaced if anything in it differs; else nothing changes."""
    document = reading.document
    record = to_record(reading)
    del record["text"]
    line = dump(record)
    mark = fingerprint(document)
    there = connection.execute(
        select(schema.document.c.fingerprint, schema.document.c.reader, schema.document.c.record)
        .where(schema.document.c.id == document.id)
    ).first()
    if there is not None and tuple(there)[:2] == (mark, reader) and _same_record(there.record, line):
        return "same"
    if there is not None:
        _remove(connection, document.id)
    if original is not None and not connection.execute(
        select(schema.original.c.sha256).where(schema.original.c.sha256 == original.sha256)
    ).first():
        connection.execute(insert(schema.original).values(
            sha256=original.sha256, media_type=original.media_type, bytes=original.bytes,
        ))
    number = connection.execute(insert(schema.document).values(
        id=document.id, fingerprint=mark, reader=reader, original=None if original is None else original.sha256,
        path=document.path, outlet=document.outlet, title=document.title, author=document.author, url=document.url,
        published_date=document.published.date, published_earliest=document.published.earliest,
        published_latest=document.published.latest, published_basis=document.published.basis,
        language=document.language, text=document.text, words=len(document.text.split()), record=line,
    )).inserted_primary_key
    assert number is not None  # an insert into a table with a key of its own always gives one
    stamp(connection, "document", [document.id])
    standing.write(connection, reading, document=int(number[0]))
    return "new" if there is None else "changed"


def _same_record(there: str, line: str) -> bool:
    """Whether two records differ at most in where the document lay."""
    if there == line:
        return True
    return {**json.loads(there), "path": None} == {**json.loads(line), "path": None}


def forget(connection: Connection, identity: str) -> bool:
    """Remove a document and all that rested on it alone: what was read in it, its bytes, judgements on it. False where
    there is no such document. Actors are to be derived anew."""
    connection.execute(delete(schema.judgement).where(schema.judgement.c.document == identity))
    return _remove(connection, identity)


def _remove(connection: Connection, identity: str) -> bool:
    touch_members(connection, identity)
    unstamp(connection, "document", [identity])
    gone = connection.execute(delete(schema.document).where(schema.document.c.id == identity)).rowcount
    used = select(schema.document.c.original).where(schema.document.c.original.is_not(None))
    connection.execute(delete(schema.original).where(schema.original.c.sha256.not_in(used)))
    return bool(gone)


def original_of(connection: Connection, identity: str) -> Original | None:
    """What a document came from."""
    row = schema.original.c
    found = connection.execute(
        select(row.bytes, row.media_type).join(schema.document).where(schema.document.c.id == identity)
    ).first()
    return None if found is None else Original(found.bytes, found.media_type)


def in_order() -> tuple[ColumnElement[object], ...]:
    """The order of documents: by date, undated last, then by outlet and id. It does not depend on when each was read."""
    row = schema.document.c
    day = func.coalesce(row.published_earliest, "9999")
    return (cast(ColumnElement[object], day), cast(ColumnElement[object], func.coalesce(row.outlet, "")),
            cast(ColumnElement[object], row.id))


def documents(connection: Connection, query: Select[tuple[int]]) -> Iterator[Document]:
    """The documents whose numbers a query selects, without regions."""
    columns = schema.document.c
    found = connection.execute(select(schema.document).where(columns.number.in_(query)).order_by(*in_order()))
    for row in found.yield_per(200):
        yield _document(row)


def _document(row: Row[tuple[object, ...]]) -> Document:
    published = Published(row.published_date, row.published_earliest, row.published_latest, cast(DateBasis, row.published_basis))
    return Document(row.id, row.text, row.path, row.outlet, row.title, row.author, row.url, published, row.language)

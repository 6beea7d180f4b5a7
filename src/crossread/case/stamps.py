"""When documents, profiles and actors changed last: the revision of the case at which their rows were written. Who knows an
earlier state of the case reads anew only what changed since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection, delete, insert, select, update

from crossread.case import schema

Stamped = Literal["document", "profile", "actor"]
_REVISION = "revision"
_BATCH = 400  # below SQLite's old limit of 999 parameters


def revision(connection: Connection) -> int:
    """A number that grows with every change of the case."""
    return int(connection.execute(select(schema.state.c.value).where(schema.state.c.key == _REVISION)).scalar() or 0)


def count_up(connection: Connection) -> None:
    """Begin the next revision, at the end of a transaction that changes something."""
    number = revision(connection) + 1
    if number == 1:
        connection.execute(insert(schema.state).values(key=_REVISION, value="1"))
    else:
        connection.execute(update(schema.state).where(schema.state.c.key == _REVISION).values(value=str(number)))


def stamp(connection: Connection, kind: Stamped, ids: Iterable[str]) -> None:
    """Note what changes in this transaction: what documents say, whose profiles are, what actors go by."""
    wanted, number = sorted(set(ids)), revision(connection) + 1
    unstamp(connection, kind, wanted)
    if wanted:
        connection.execute(insert(schema.stamp), [{"kind": kind, "id": id_, "revision": number} for id_ in wanted])


def unstamp(connection: Connection, kind: Stamped, ids: Iterable[str]) -> None:
    """Forget the stamps of what is no more."""
    row, gone = schema.stamp.c, list(ids)
    for start in range(0, len(gone), _BATCH):
        connection.execute(delete(schema.stamp).where(row.kind == kind, row.id.in_(gone[start : start + _BATCH])))


def since(connection: Connection, kind: Stamped, number: int) -> tuple[str, ...]:
    """The ids of what changed after a revision, sorted."""
    row = schema.stamp.c
    found = connection.execute(select(row.id).where(row.kind == kind, row.revision > number).order_by(row.id))
    return tuple(found.scalars())

"""What is to be derived anew, noted before it changes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from crossread.case import schema


def touch_members(connection: Connection, identity: str) -> None:
    """Note which profiles and actors a document's entities have, before it goes."""
    member = schema.member.c
    number = select(schema.document.c.number).where(schema.document.c.id == identity).scalar_subquery()
    for kind, column in (("actor", member.actor), ("profile", member.profile)):
        ids = connection.execute(select(column).distinct().where(member.document == number)).scalars().all()
        touch(connection, kind, [id_ for id_ in ids if id_ is not None])


def touch(connection: Connection, kind: str, ids: Iterable[str]) -> None:
    """Note what lost a document or was judged: an actor, a profile, a name."""
    row = schema.touched.c
    for id_ in ids:
        if connection.execute(select(row.id).where(row.kind == kind, row.id == id_)).first() is None:
            connection.execute(insert(schema.touched).values(kind=kind, id=id_))

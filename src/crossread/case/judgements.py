"""Entries of the journal on actors.

An entry names each actor by the key of a name, so that it holds through every reading and for documents yet to come.
"""

from __future__ import annotations

import json
from typing import cast

from sqlalchemy import Connection, insert, select

from crossread.case import schema
from crossread.case.touched import touch
from crossread.model.actor import ActorJudgement, Judged, NewJudgement, Verdict
from crossread.model.judgement import Named
from crossread.model.names import name_key
from crossread.model.reading import EntityType

KIND = "actor"
UNDO = "undo"
NAMED = "j:"  # before a key: a name by which judgements know a profile; it connects nothing by itself


def append(connection: Connection, judgement: NewJudgement) -> int:
    """Add an entry; gives its number."""
    touch(connection, "name", dict.fromkeys((judgement.a, judgement.b)))
    return _add(connection, at=judgement.at, by=judgement.by, target=json.dumps([judgement.a, judgement.b], ensure_ascii=False),
                verdict=judgement.verdict, reason=judgement.why)


def undo(connection: Connection, number: int, *, at: str, by: str) -> bool:
    """Add an entry that takes another back, if that one is there and has not been taken back."""
    entry = next((one for one in journal(connection) if one.number == number), None)
    if entry is None or entry.undoes is not None or entry.state == "undone":
        return False
    touch(connection, "name", dict.fromkeys((entry.a, entry.b)))
    _add(connection, at=at, by=by, target=str(number), verdict=UNDO, reason=None)
    return True


def _add(connection: Connection, *, at: str, by: str, target: str, verdict: str, reason: str | None) -> int:
    key = connection.execute(insert(schema.judgement).values(
        at=at, by=by, kind=KIND, target=target, document=None, verdict=verdict, reason=reason,
    )).inserted_primary_key
    assert key is not None  # an insert into a table with a key of its own always gives one
    return int(key[0])


def journal(connection: Connection) -> tuple[ActorJudgement, ...]:
    """All entries in the order they were made. Of several on one pair, the last that stands is in force."""
    row = schema.judgement.c
    rows = connection.execute(select(schema.judgement).where(row.kind == KIND).order_by(row.number)).all()
    undone = {int(one.target) for one in rows if one.verdict == UNDO}
    entries: dict[int, tuple[str, str, Verdict]] = {}
    last: dict[frozenset[str], int] = {}
    for one in rows:
        if one.verdict != UNDO:
            a, b = json.loads(one.target)
            entries[one.number] = a, b, cast(Verdict, one.verdict)
            if one.number not in undone:
                last[frozenset((a, b))] = one.number
    found: list[ActorJudgement] = []
    for one in rows:
        undoes = int(one.target) if one.verdict == UNDO else None
        a, b, verdict = entries[one.number if undoes is None else undoes]
        if undoes is not None:
            state = "an undoing"
        elif one.number in undone:
            state = "undone"
        elif last[frozenset((a, b))] != one.number or not (_is_called(connection, a) and _is_called(connection, b)):
            state = "without effect"
        else:
            state = "in force"
        found.append(ActorJudgement(one.number, one.at, one.by, verdict, a, b, one.reason or "", undoes, state))
    return tuple(found)


def in_force(connection: Connection) -> tuple[Judged, ...]:
    """What holds now."""
    return tuple(Judged(one.a, one.b, one.verdict, one.why) for one in journal(connection) if one.state == "in force")


def _is_called(connection: Connection, name: str) -> bool:
    row = schema.profile_key.c
    return connection.execute(select(row.key).where(row.key == NAMED + name).limit(1)).first() is not None


def named(connection: Connection, name: str) -> Named:
    """What a person means by a name: an actor by its id or by a name that it goes by; free text where there is none."""
    row, member, key = schema.actor.c, schema.member.c, schema.profile_key.c
    own = connection.execute(select(row.name, row.type).where(row.id == name)).first()
    if own is not None:
        return Named(own.name, cast(EntityType, own.type))
    found = connection.execute(
        select(row.type).join(schema.member, member.actor == row.id).join(schema.profile_key, key.profile == member.profile)
        .where(key.key == NAMED + name_key(name)).order_by(row.id).limit(1)
    ).scalar()
    return Named(" ".join(name.split()), cast(EntityType | None, found))


def names_like(connection: Connection, name: str) -> tuple[str, ...]:
    """The key of an actor's name by the actor's id; else the key of a name that some actor goes by."""
    own = connection.execute(select(schema.actor.c.name).where(schema.actor.c.id == name)).scalar()
    key = name_key(own if own is not None else name)
    return (key,) if _is_called(connection, key) else ()

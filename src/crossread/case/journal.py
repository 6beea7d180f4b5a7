"""The journal of all judgements: rows are added and never changed; taking one back is one more row.

Entries on actors stand in `judgements`. Those on a claim name it by its id and keep it as it was read; what they do to their
document as it was read last is kept beside them and written anew with every reading and every entry. Grades of sources name
these by the key of their name, and so do entries that say where a place lies.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from sqlalchemy import Connection, Row, delete, insert, select

from crossread.case import judgements, schema
from crossread.exchange.judgements import about, coordinates_from, from_content
from crossread.exchange.outside import link_from
from crossread.model import Claim
from crossread.model.judgement import (
    CREDIBILITY,
    ClaimJudgement,
    ClaimVerdict,
    Entry,
    Grades,
    JudgementKind,
    NewEntry,
    Reliability,
    State,
)
from crossread.model.outside import Link
from crossread.model.place import Coordinates
from crossread.model.reading import Credibility

UNDO = judgements.UNDO
LINK = "link"


def add(connection: Connection, entry: NewEntry) -> int:
    """Add an entry; gives its number."""
    key = connection.execute(insert(schema.judgement).values(
        at=entry.at, by=entry.by, kind=entry.kind, target=entry.target, document=entry.document, verdict=entry.verdict,
        reason=entry.why, content=entry.content,
    )).inserted_primary_key
    assert key is not None  # an insert into a table with a key of its own always gives one
    return int(key[0])


def undo(connection: Connection, number: int, *, at: str, by: str) -> bool:
    """Add an entry that takes another back, if that one is there and has not been taken back."""
    row = schema.judgement.c
    found = connection.execute(select(schema.judgement).where(row.number == number)).first()
    if found is None or found.verdict == UNDO:
        return False
    if found.kind == judgements.KIND:
        return judgements.undo(connection, number, at=at, by=by)
    if number in _undone(connection, found.kind):
        return False
    add(connection, NewEntry(found.kind, str(number), UNDO, "", at, by, found.document))
    return True


def document_of(connection: Connection, number: int) -> str | None:
    """The id of the document that an entry rests on alone."""
    row = schema.judgement.c
    return connection.execute(select(row.document).where(row.number == number)).scalar()


def standing(connection: Connection, document: str) -> tuple[ClaimJudgement, ...]:
    """The entries on claims of a document that nobody took back, in their order."""
    row = schema.judgement.c
    rows = connection.execute(
        select(schema.judgement).where(row.kind == "claim", row.document == document).order_by(row.number)
    ).all()
    undone = {int(one.target) for one in rows if one.verdict == UNDO}
    return tuple(
        ClaimJudgement(one.number, cast(ClaimVerdict, one.verdict), *from_content(one.content))
        for one in rows if one.verdict != UNDO and one.number not in undone
    )


def write_worth(connection: Connection, document: str, states: Iterable[tuple[int, State]]) -> None:
    """Keep what the entries on a document's claims do to it."""
    row = schema.judgement.c
    mine = select(row.number).where(row.kind == "claim", row.document == document)
    connection.execute(delete(schema.worth).where(schema.worth.c.judgement.in_(mine)))
    rows = [{"judgement": number, "state": state} for number, state in states]
    if rows:
        connection.execute(insert(schema.worth), rows)


def snapshot(connection: Connection, claim: str) -> Claim | None:
    """A claim as the first entry on it keeps it."""
    row = schema.judgement.c
    content = connection.execute(
        select(row.content).where(row.kind == "claim", row.target == claim, row.verdict != UNDO).order_by(row.number).limit(1)
    ).scalar()
    return None if content is None else from_content(content)[0]


def grades(connection: Connection) -> Grades:
    """The grades in force."""
    found = [entry for entry in journal(connection) if entry.state == "in force"]
    sources = {one.target: cast(Reliability, one.verdict) for one in found if one.kind == "source"}
    items = {one.target: cast(Credibility, one.verdict) for one in found if one.kind == "claim" and one.verdict in CREDIBILITY}
    return Grades(tuple(sorted(sources.items())), tuple(sorted(items.items())))


def journal(connection: Connection) -> tuple[Entry, ...]:
    """All entries in the order they were made."""
    row = schema.judgement.c
    rows = connection.execute(select(schema.judgement).where(row.kind != judgements.KIND).order_by(row.number)).all()
    by_number = {one.number: one for one in rows}
    undone = {int(one.target) for one in rows if one.verdict == UNDO}
    last = {
        (one.kind, one.target): one.number for one in rows
        if one.kind != "claim" and one.verdict != UNDO and one.number not in undone
    }
    worth: dict[int, State] = {
        one.judgement: cast(State, one.state) for one in connection.execute(select(schema.worth))
    }
    found = list(_of_actors(connection))
    for one in rows:
        undoes = int(one.target) if one.verdict == UNDO else None
        of = one if undoes is None else by_number[undoes]
        state: State
        if undoes is not None:
            state = "an undoing"
        elif one.number in undone:
            state = "undone"
        elif one.kind != "claim":
            state = "in force" if last[one.kind, one.target] == one.number else "without effect"
        else:
            state = worth.get(one.number, "without effect")
        found.append(Entry(one.number, one.at, one.by, cast(JudgementKind, one.kind), of.verdict, of.target, _about(of),
                           one.reason or "", one.document, undoes, state))
    return tuple(sorted(found, key=lambda entry: entry.number))


def located(connection: Connection) -> dict[str, Coordinates]:
    """Where people say that places lie, by the keys of their names."""
    row = schema.judgement.c
    rows = connection.execute(select(schema.judgement).where(row.kind == "place").order_by(row.number)).all()
    undone = {int(one.target) for one in rows if one.verdict == UNDO}
    return {one.target: coordinates_from(one.content) for one in rows if one.verdict != UNDO and one.number not in undone}


def links(connection: Connection) -> tuple[tuple[str, Link, bool], ...]:
    """The links to outside lists that were ever made, in order: the key of the actor's name, the link, whether it is in force."""
    row = schema.judgement.c
    rows = connection.execute(select(schema.judgement).where(row.kind == LINK).order_by(row.number)).all()
    undone = {int(one.target) for one in rows if one.verdict == UNDO}
    last = {one.target: one.number for one in rows if one.verdict != UNDO and one.number not in undone}
    return tuple(
        (one.target.partition(" | ")[0], link_from(one.content), last.get(one.target) == one.number)
        for one in rows if one.verdict != UNDO
    )


def _about(row: Row[tuple[object, ...]]) -> str:
    if row.kind == LINK:
        link = link_from(row.content)
        return f"{row.target.partition(' | ')[0]}: {link.id}, {link.name} ({link.list})"
    if row.kind == "place":
        where = coordinates_from(row.content)
        return f"{row.target}: {where.latitude:g}, {where.longitude:g}"
    return about(*from_content(row.content)) if row.content is not None else str(row.target)


def _of_actors(connection: Connection) -> Iterable[Entry]:
    for one in judgements.journal(connection):
        yield Entry(one.number, one.at, one.by, "actor", one.verdict, f"{one.a} | {one.b}", f"{one.a}, {one.b}", one.why, None,
                    one.undoes, cast(State, one.state))


def _undone(connection: Connection, kind: str) -> set[int]:
    row = schema.judgement.c
    return {int(target) for target in connection.execute(
        select(row.target).where(row.kind == kind, row.verdict == UNDO)
    ).scalars()}

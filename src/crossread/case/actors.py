"""Entities of documents out of the case, for resolution; actors back into it, and read with all they go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import cast

from sqlalchemy import Connection, Select, delete, func, insert, select

from crossread.case import schema
from crossread.model.actor import Actor, ActorGroup, Alias, DocumentEntity
from crossread.model.reading import EntityType

BATCH = 5000


def entities(connection: Connection) -> Iterator[DocumentEntity]:
    """Every entity of every document, in the order of document ids."""
    row, alias = schema.entity.c, schema.alias.c
    statement = (
        select(schema.document.c.id.label("document_id"), row.id, row.name, row.type, row.named, alias.text)
        .join(schema.document, schema.document.c.number == row.document)
        .outerjoin(schema.alias, (alias.document == row.document) & (alias.entity == row.id))
        .order_by(schema.document.c.id, row.id, alias.text)
    )
    current: tuple[str, str, str, str, bool] | None = None
    aliases: list[str] = []
    for one in connection.execute(statement).yield_per(BATCH):
        head = (one.document_id, one.id, one.name, one.type, bool(one.named))
        if head != current:
            if current is not None:
                yield _entity(current, aliases)
            current, aliases = head, []
        if one.text is not None:
            aliases.append(one.text)
    if current is not None:
        yield _entity(current, aliases)


def _entity(head: tuple[str, str, str, str, bool], aliases: list[str]) -> DocumentEntity:
    document, entity, name, type_, named = head
    return DocumentEntity(document, entity, name, cast(EntityType, type_), named, tuple(aliases))


def replace_actors(connection: Connection, groups: Iterable[ActorGroup]) -> None:
    """Put these actors in place of those there are."""
    connection.execute(delete(schema.member))
    connection.execute(delete(schema.actor))
    numbers: dict[str, int] = {
        row.id: row.number for row in connection.execute(select(schema.document.c.id, schema.document.c.number))
    }
    actors: list[dict[str, object]] = []
    members: list[dict[str, object]] = []
    for group in groups:
        actors.append({"id": group.id, "name": group.name, "type": group.type, "reason": group.reason})
        members.extend(
            {"document": numbers[document], "entity": entity, "actor": group.id} for document, entity in group.members
        )
        if len(members) >= BATCH:
            _flush(connection, actors, members)
    _flush(connection, actors, members)


def _flush(connection: Connection, actors: list[dict[str, object]], members: list[dict[str, object]]) -> None:
    if actors:
        connection.execute(insert(schema.actor), actors)
    if members:
        connection.execute(insert(schema.member), members)
    actors.clear()
    members.clear()


def actors(connection: Connection, query: Select[tuple[str]]) -> Iterator[Actor]:
    """The actors whose ids a query selects, those named in most documents first."""
    row, member, entity = schema.actor.c, schema.member.c, schema.entity.c
    counts = (
        select(
            member.actor, func.sum(entity.mentions).label("mentions"), func.count(member.document.distinct()).label("documents"),
        )
        .join(schema.entity, (entity.document == member.document) & (entity.id == member.entity))
        .where(member.actor.in_(query)).group_by(member.actor).subquery()
    )
    statement = (
        select(schema.actor, counts.c.mentions).join(counts, counts.c.actor == row.id)
        .order_by(counts.c.documents.desc(), counts.c.mentions.desc(), row.name, row.id)
    )
    for batch in connection.execute(statement).partitions(400):
        ids = [one.id for one in batch]
        names, documents = _aliases(connection, ids), _documents(connection, ids)
        for one in batch:
            yield Actor(one.id, one.name, cast(EntityType, one.type), one.country, one.sector, names[one.id], int(one.mentions),
                        tuple(documents[one.id]))


def _documents(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    member = schema.member.c
    found: dict[str, list[str]] = defaultdict(list)
    for one in connection.execute(
        select(member.actor, schema.document.c.id).distinct()
        .join(schema.document, schema.document.c.number == member.document)
        .where(member.actor.in_(ids)).order_by(member.actor, schema.document.c.id)
    ):
        found[one.actor].append(one.id)
    return found


def _aliases(connection: Connection, ids: list[str]) -> dict[str, tuple[Alias, ...]]:
    """The names of each actor, those of most documents first. Where a document names an entity in no mention, the entity's
    own name is its name."""
    member, alias, entity = schema.member.c, schema.alias.c, schema.entity.c
    own = (
        select(member.actor, entity.name.label("text"), entity.document)
        .join(schema.entity, (entity.document == member.document) & (entity.id == member.entity))
        .where(member.actor.in_(ids), entity.named)
    )
    used = (
        select(member.actor, alias.text, alias.document)
        .join(schema.alias, (alias.document == member.document) & (alias.entity == member.entity))
        .where(member.actor.in_(ids))
    )
    names = own.union(used).subquery()
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in connection.execute(
        select(names.c.actor, names.c.text, schema.document.c.id)
        .join(schema.document, schema.document.c.number == names.c.document)
        .order_by(names.c.actor, names.c.text, schema.document.c.id)
    ):
        found[one.actor][one.text].append(one.id)
    return defaultdict(tuple, {
        actor: tuple(sorted((Alias(text, tuple(ids_)) for text, ids_ in texts.items()),
                            key=lambda alias_: (-len(alias_.documents), alias_.text)))
        for actor, texts in found.items()
    })

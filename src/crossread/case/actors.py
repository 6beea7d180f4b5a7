"""Entities of documents out of the case, for resolution; actors back into it, and read with all they go by."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Column, Connection, Select, Table, bindparam, delete, func, insert, select, update

from crossread.case import judgements, schema, stamps, standing
from crossread.model.actor import Actor, ActorGroup, Alias, DocumentEntity, Join, Judged, Profile, Resolver, Weighed, roughly
from crossread.model.names import name_key
from crossread.model.reading import EntityType

BATCH = 400  # below SQLite's old limit of 999 parameters


@dataclass(frozen=True, slots=True)
class _Settling:
    """An entity of a new document, under the document's number."""

    document: int
    entity: DocumentEntity


def settle(connection: Connection, resolver: Resolver) -> None:
    """Give the entities of new documents their actors, and derive anew what is tied, directly or in steps, to what came, went or
    was judged. The outcome is the same as if all documents had come at once, in any order."""
    coming = list(_coming(connection, resolver))
    new = {one.entity.profile.id: one.entity.profile for one in coming if one.entity.profile is not None}
    _write_profiles(connection, new.values(), resolver)
    judged = judgements.in_force(connection)
    arriving = Counter(one.entity.profile.id for one in coming if one.entity.profile is not None)
    start = _reweighed(connection, {*new, *_touched(connection, "profile")}, arriving) | _named_anew(connection)
    reached = _connected(connection, start, judged, resolver)
    groups = resolver.cluster(list(_weighed(connection, reached)), judged)
    actor_of = {profile: group.id for group in groups for profile in group.profiles}
    before = _current(connection, reached)
    _write_actors(connection, groups)
    moved = [profile for profile in sorted(actor_of) if before.get(profile, actor_of[profile]) != actor_of[profile]]
    for profile in moved:
        connection.execute(update(schema.member).where(schema.member.c.profile == profile).values(actor=actor_of[profile]))
    met = _write_members(connection, coming, {**_current(connection, {*new} - reached), **actor_of}, resolver)
    gone = {*before.values(), *_touched(connection, "actor")}
    stamps.stamp(connection, "document", _documents(connection, {one.document for one in coming}))
    stamps.stamp(connection, "profile", moved)
    stamps.stamp(connection, "actor", {*(group.id for group in groups), *gone, *met})
    _sweep(connection, actors=gone, profiles=start)
    connection.execute(delete(schema.touched))


def _coming(connection: Connection, resolver: Resolver) -> Iterator[_Settling]:
    """The entities of documents that are not settled, in the order of document ids."""
    row = schema.document.c
    waiting = connection.execute(
        select(row.number).where(row.number.not_in(select(schema.settled.c.document))).order_by(row.id)
    ).scalars().all()
    for number in waiting:
        reading = standing.as_read(connection, connection.execute(select(row.id).where(row.number == number)).scalar_one())
        assert reading is not None  # the document was found in the same transaction
        for entity in resolver.entities(standing.under_journal(connection, reading)):
            yield _Settling(number, entity)
        connection.execute(insert(schema.settled).values(document=number))


def _write_profiles(connection: Connection, profiles: Iterable[Profile], resolver: Resolver) -> None:
    by_id = {profile.id: profile for profile in profiles}
    there = _there(connection, schema.profile.c.id, sorted(by_id))
    new = {id_: profile for id_, profile in sorted(by_id.items()) if id_ not in there}
    _insert(connection, schema.profile, [
        {"id": id_, "record": json.dumps(astuple(profile), ensure_ascii=False)} for id_, profile in new.items()
    ])
    _insert(connection, schema.profile_key, [
        {"key": key, "profile": id_} for id_, profile in new.items()
        for key in (*resolver.keys(profile), *(judgements.NAMED + name for name in resolver.names(profile)))
    ])
    _write_ties(connection, new, resolver)


def _write_ties(connection: Connection, new: Mapping[str, Profile], resolver: Resolver) -> None:
    """Note to which profiles that share a key with new ones some comparison ties them."""
    row, done = schema.profile_key.c, set[str]()
    for id_, profile in new.items():
        done.add(id_)
        keys = [key for key in resolver.keys(profile) if not resolver.is_close(key)]
        near = {other for some in batched(keys) for other in
                connection.execute(select(row.profile).where(row.key.in_(some)).distinct()).scalars()} - done
        records = {
            one.id: one.record for ids in batched(sorted(near)) for one in
            connection.execute(select(schema.profile.c.id, schema.profile.c.record).where(schema.profile.c.id.in_(ids)))
        }
        tied = [other for other, record in sorted(records.items()) if resolver.tied(profile, _profile(record))]
        _insert(connection, schema.profile_tie, [
            {"one": one, "other": other} for mate in tied for one, other in ((id_, mate), (mate, id_))
        ])


def _there(connection: Connection, column: Column[str], ids: Sequence[str]) -> set[str]:
    """Those of some ids that a table has."""
    return {id_ for some in batched(ids) for id_ in connection.execute(select(column).where(column.in_(some))).scalars()}


def _insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _reweighed(connection: Connection, candidates: set[str], arriving: Mapping[str, int]) -> set[str]:
    """Those of some profiles that no entity has any more, or whose rough number of entities is another than when actors were
    derived; it is noted."""
    row, member = schema.profile.c, schema.member.c
    found: set[str] = set()
    for ids in batched(sorted(candidates)):
        counts: dict[str | None, int] = {
            one.profile: one.entities for one in connection.execute(
                select(member.profile, func.count().label("entities")).where(member.profile.in_(ids)).group_by(member.profile)
            )
        }
        for one in connection.execute(select(row.id, row.weight).where(row.id.in_(ids))).all():
            weight = roughly(counts.get(one.id, 0) + arriving.get(one.id, 0))
            if weight != one.weight or one.id not in counts:
                found.add(one.id)
            if weight != one.weight:
                connection.execute(update(schema.profile).where(row.id == one.id).values(weight=weight))
    return found


def _named_anew(connection: Connection) -> set[str]:
    """The profiles that go by a name that was judged."""
    row = schema.profile_key.c
    return {
        id_ for names in batched([judgements.NAMED + name for name in _touched(connection, "name")])
        for id_ in connection.execute(select(row.profile).where(row.key.in_(names))).scalars()
    }


def _touched(connection: Connection, kind: str) -> list[str]:
    row = schema.touched.c
    return list(connection.execute(select(row.id).where(row.kind == kind).order_by(row.id)).scalars())


def _connected(connection: Connection, start: set[str], judged: Sequence[Judged], resolver: Resolver) -> set[str]:
    """All profiles that are connected with some by equal names, ties or judgements."""
    row, tie = schema.profile_key.c, schema.profile_tie.c
    partners: dict[str, set[str]] = defaultdict(set)
    for one in judged:
        partners[judgements.NAMED + one.a].add(judgements.NAMED + one.b)
        partners[judgements.NAMED + one.b].add(judgements.NAMED + one.a)
    reached, edge, known = set(start), set(start), set[str]()
    while edge:
        keys: set[str] = set()
        near: set[str] = set()
        for ids in batched(sorted(edge)):
            keys.update(connection.execute(select(row.key).where(row.profile.in_(ids))).scalars())
            near.update(connection.execute(select(tie.other).where(tie.one.in_(ids))).scalars())
        keys |= {other for key in keys if key in partners for other in (key, *partners[key])}
        fresh = sorted(key for key in keys - known if key in partners or resolver.is_close(key))
        known |= keys
        for some in batched(fresh):
            near.update(connection.execute(select(row.profile).where(row.key.in_(some))).scalars())
        edge = near - reached
        reached |= edge
    return reached


def _weighed(connection: Connection, profiles: set[str]) -> Iterator[Weighed]:
    row = schema.profile.c
    for ids in batched(sorted(profiles)):
        for one in connection.execute(select(row.record, row.weight).where(row.id.in_(ids), row.weight > 0)):
            yield Weighed(_profile(one.record), one.weight)


@lru_cache(maxsize=20_000)
def _profile(record: str) -> Profile:
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in json.loads(record)]
    return Profile(*values)


def _current(connection: Connection, profiles: set[str]) -> dict[str, str]:
    """The actors that profiles have now: all entities of one have the same."""
    member, row = schema.member.c, schema.profile.c
    actor = select(member.actor).where(member.profile == row.id).limit(1).scalar_subquery()
    found: dict[str, str] = {}
    for ids in batched(sorted(profiles)):
        rows = connection.execute(select(row.id, actor.label("actor")).where(row.id.in_(ids)))
        found.update((one.id, one.actor) for one in rows if one.actor is not None)
    return found


def _write_actors(connection: Connection, groups: Iterable[ActorGroup]) -> None:
    row = schema.actor.c
    values: dict[str, dict[str, object]] = {
        group.id: {"name": group.name, "type": group.type, "country": group.country, "sector": group.sector,
                   "joins": json.dumps([astuple(join) for join in group.joins], ensure_ascii=False)}
        for group in groups
    }
    there = _there(connection, row.id, sorted(values))
    _insert(connection, schema.actor, [{"id": id_, **fields} for id_, fields in values.items() if id_ not in there])
    if there:
        statement = update(schema.actor).where(row.id == bindparam("actor_id"))
        connection.execute(statement, [{"actor_id": id_, **fields} for id_, fields in values.items() if id_ in there])


def _write_members(
    connection: Connection, coming: Iterable[_Settling], actor_of: Mapping[str, str], resolver: Resolver,
) -> set[str]:
    """Write whom the entities of new documents are; gives the ids of these actors."""
    actors_: list[dict[str, object]] = []
    members: list[dict[str, object]] = []
    makeshift: list[dict[str, object]] = []
    for one in coming:
        entity = one.entity
        if entity.profile is None:
            id_ = resolver.alone(entity)
            actors_.append({"id": id_, "name": entity.name, "type": entity.type, "joins": "[]"})
        else:
            id_ = actor_of[entity.profile.id]
            makeshift += [{"document": one.document, "entity": entity.entity, "text": text, "key": name_key(text)}
                          for text in entity.profile.makeshift]
        members.append({"document": one.document, "entity": entity.entity, "actor": id_,
                        "profile": None if entity.profile is None else entity.profile.id})
    there = _there(connection, schema.actor.c.id, [str(one["id"]) for one in actors_])
    _insert(connection, schema.actor, [one for one in actors_ if one["id"] not in there])
    _insert(connection, schema.member, members)
    _insert(connection, schema.makeshift, makeshift)
    return {str(one["actor"]) for one in members}


def _documents(connection: Connection, numbers: set[int]) -> set[str]:
    """The ids of the documents of some numbers."""
    row, listed = schema.document.c, sorted(numbers)
    return {
        id_ for start in range(0, len(listed), BATCH)
        for id_ in connection.execute(select(row.id).where(row.number.in_(listed[start : start + BATCH]))).scalars()
    }


def _sweep(connection: Connection, *, actors: set[str], profiles: set[str]) -> None:
    """Remove those of some actors and profiles that no entity has any more."""
    member = schema.member.c
    for ids in batched(sorted(actors)):
        used = select(member.actor).where(member.actor.in_(ids))
        connection.execute(delete(schema.actor).where(schema.actor.c.id.in_(ids), schema.actor.c.id.not_in(used)))
        stamps.unstamp(connection, "actor", set(ids) - _there(connection, schema.actor.c.id, ids))
    for ids in batched(sorted(profiles)):
        kept = select(member.profile).where(member.profile.in_(ids))
        connection.execute(delete(schema.profile).where(schema.profile.c.id.in_(ids), schema.profile.c.id.not_in(kept)))
        stamps.unstamp(connection, "profile", set(ids) - _there(connection, schema.profile.c.id, ids))


def batched(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """A list in pieces that fit into one statement."""
    for start in range(0, len(ids), BATCH):
        yield ids[start:start + BATCH]


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
        names, documents = _aliases(connection, ids), _documents_of(connection, ids)
        for one in batch:
            yield Actor(one.id, one.name, cast(EntityType, one.type), one.country, one.sector, names[one.id], int(one.mentions),
                        tuple(documents[one.id]), tuple(Join(*join) for join in json.loads(one.joins)))


def _documents_of(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
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
    described = schema.makeshift.c
    makeshift = (
        select(member.actor, described.text, described.document)
        .join(schema.makeshift, (described.document == member.document) & (described.entity == member.entity))
        .where(member.actor.in_(ids))
    )
    names = own.union(used, makeshift).subquery()
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

"""What part of a case is asked for, as steps of SQL that can be looked at one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from crossread.case import schema
from crossread.model.names import name_key


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; all that is given must hold.

    about: a name, or some words of one: claims with it as subject or object, actors that go by it, documents that name it.
    between: two names: claims with one as subject and the other as object.
    as_of: an ISO day: what begins later is left out, and what appeared later where no time is given.
    document: the id of a document.
    """

    about: str | None = None
    between: tuple[str, str] | None = None
    as_of: str | None = None
    document: str | None = None


def actor_ids(filters: Filters) -> Select[tuple[str]]:
    """Ids of the actors that are asked for. One that its document never names must take part in a claim."""
    row, member = schema.actor.c, schema.member.c
    query = select(row.id).where(row.id.in_(_named()) | row.id.in_(_taking_part()))
    if filters.about is not None:
        query = query.where(row.id.in_(called(filters.about)))
    if filters.between is not None:
        query = query.where(or_(*(row.id.in_(called(name)) for name in filters.between)))
    if filters.document is not None or filters.as_of is not None:
        query = query.where(row.id.in_(select(member.actor).where(member.document.in_(document_numbers(_only_when(filters))))))
    return query


def present(ids: Sequence[str]) -> Select[tuple[str]]:
    """Those of some actors that a case shows: all that some document names, or that take part in a claim."""
    row, member = schema.actor.c, schema.member.c
    return select(row.id).where(
        row.id.in_(ids), row.id.in_(_named().where(member.actor.in_(ids))) | row.id.in_(_taking_part(ids)),
    )


def document_numbers(filters: Filters) -> Select[tuple[int]]:
    """Numbers of the documents that are asked for."""
    row, member = schema.document.c, schema.member.c
    query = select(row.number)
    if filters.document is not None:
        query = query.where(row.id == filters.document)
    if filters.as_of is not None:
        query = query.where(func.coalesce(row.published_earliest, "") <= filters.as_of)
    for name in (*([filters.about] if filters.about is not None else []), *(filters.between or ())):
        query = query.where(row.number.in_(select(member.document).where(member.actor.in_(called(name)))))
    return query


def claim_numbers(filters: Filters) -> Select[tuple[int]]:
    """Numbers of the claims that are asked for."""
    row, document = schema.claim.c, schema.document.c
    query = select(row.number).join(schema.document, document.number == row.document)
    if filters.document is not None:
        query = query.where(document.id == filters.document)
    if filters.as_of is not None:
        query = query.where(func.coalesce(row.time_earliest, document.published_earliest, "") <= filters.as_of)
    if filters.about is not None:
        query = query.where(or_(_subject_is(filters.about), _object_is(filters.about)))
    if filters.between is not None:
        one, other = filters.between
        query = query.where(or_(and_(_subject_is(one), _object_is(other)), and_(_subject_is(other), _object_is(one))))
    return query


def called(name: str) -> Select[tuple[str]]:
    """Ids of the actors that go by a name: its words stand side by side in the actor's name or in one of its names. An actor's
    id stands for it as well."""
    member, alias, entity = schema.member.c, schema.alias.c, schema.entity.c
    by_alias = (
        select(member.actor)
        .join(schema.alias, (alias.document == member.document) & (alias.entity == member.entity))
        .where(_has_words(alias.key, name))
    )
    by_name = (
        select(member.actor)
        .join(schema.entity, (entity.document == member.document) & (entity.id == member.entity))
        .where(_has_words(entity.key, name), entity.named)
    )
    described = schema.makeshift.c
    by_makeshift = (
        select(member.actor)
        .join(schema.makeshift, (described.document == member.document) & (described.entity == member.entity))
        .where(_has_words(described.key, name))
    )
    by_id = select(schema.actor.c.id.label("actor")).where(schema.actor.c.id == name)
    return select(by_alias.union(by_name, by_makeshift, by_id).subquery().c.actor)


def _only_when(filters: Filters) -> Filters:
    return Filters(document=filters.document, as_of=filters.as_of)


def _subject_is(name: str) -> ColumnElement[bool]:
    row, member = schema.claim.c, schema.member.c
    joined = exists().where(
        member.document == row.document, member.entity == row.subject_entity, member.actor.in_(called(name))
    )
    return or_(joined, _has_words(row.subject_key, name))


def _object_is(name: str) -> ColumnElement[bool]:
    row, member = schema.claim.c, schema.member.c
    joined = exists().where(
        member.document == row.document, member.entity == row.object_entity, member.actor.in_(called(name))
    )
    return or_(joined, _has_words(row.object_key, name))


def _has_words(column: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether a key holds the words of a name, whole and in order. Keys hold nothing that LIKE would take for a wildcard."""
    return (" " + column + " ").like(f"% {name_key(name)} %")


def claims_naming(profiles: Sequence[str]) -> Select[tuple[int]]:
    """Numbers of the claims in which an entity of some profiles is subject, object, place or voice."""
    member, claim, voice = schema.member.c, schema.claim.c, schema.voice.c
    part = select(claim.number).join(
        schema.member,
        (member.document == claim.document)
        & or_(*(member.entity == side for side in (claim.subject_entity, claim.object_entity, claim.place_entity))),
    )
    speaking = (
        select(claim.number)
        .join(schema.voice, voice.claim == claim.number)
        .join(schema.member, (member.document == claim.document) & (member.entity == voice.entity))
    )
    chosen = member.profile.in_(profiles)
    return select(part.where(chosen).union(speaking.where(chosen)).subquery().c.number)


def _named() -> Select[tuple[str]]:
    member, entity = schema.member.c, schema.entity.c
    return (
        select(member.actor)
        .join(schema.entity, (entity.document == member.document) & (entity.id == member.entity))
        .where(entity.named)
    )


def _taking_part(ids: Sequence[str] | None = None) -> Select[tuple[str]]:
    """Actors, or some of them, that are subject, object or voice of a claim."""
    member, claim, voice = schema.member.c, schema.claim.c, schema.voice.c
    side = (
        select(member.actor).join(
            schema.claim,
            (claim.document == member.document)
            & or_(claim.subject_entity == member.entity, claim.object_entity == member.entity),
        )
    )
    speaking = (
        select(member.actor)
        .join(schema.claim, claim.document == member.document)
        .join(schema.voice, (voice.claim == claim.number) & (voice.entity == member.entity))
    )
    if ids is not None:
        side, speaking = side.where(member.actor.in_(ids)), speaking.where(member.actor.in_(ids))
    return select(side.union(speaking).subquery().c.actor)

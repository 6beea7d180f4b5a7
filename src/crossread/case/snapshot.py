"""All that findings are made of, as it stood at one revision, read whole or from an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, select

from crossread.case import actors, claims, documents, filters, journal, schema, stamps
from crossread.case.filters import Filters
from crossread.model import Claim, Document
from crossread.model.actor import Actor
from crossread.model.place import Coordinates

MANY = 0.25  # of the documents, or of the actors, beyond which all are read
T = TypeVar("T", Claim, Document, Actor)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Documents and actors by id, the claims of each document, and where people say that places lie, by the key of a name.
    `as_of` is the day by which claims are taken, if not all."""

    revision: int
    as_of: str | None
    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]
    claims: Mapping[str, tuple[Claim, ...]]
    places: Mapping[str, Coordinates]


def taken(connection: Connection, *, as_of: str | None, before: Snapshot | None) -> Snapshot:
    """A snapshot of the case, whose actors must be settled. What is as it was in an earlier one of the same day is the same
    object."""
    revision = stamps.revision(connection)
    then = before if before is not None and before.as_of == as_of and before.revision <= revision else None
    if then is None:
        texts = _by_id(_documents(connection, None), {})
        told = _by_document(_claims(connection, None, as_of), {})
        who = _by_id(_actors(connection, None), {})
    else:
        texts, told = _told(connection, then)
        who = _people(connection, told, then)
    return Snapshot(revision, as_of, texts, who, told, journal.located(connection))


def _told(connection: Connection, then: Snapshot) -> tuple[dict[str, Document], dict[str, tuple[Claim, ...]]]:
    """The documents and their claims: read where a document changed, or an entity that takes part in a claim is somebody
    else."""
    ids = connection.execute(select(schema.document.c.id)).scalars().all()
    stamped = set(stamps.since(connection, "document", then.revision))
    changed = [id_ for id_ in ids if id_ in stamped or id_ not in then.documents]
    whole = len(changed) > MANY * len(ids)
    every: list[Sequence[str] | None] = [None] if whole else [*actors.batched(changed)]
    texts = _by_id((one for some in every for one in _documents(connection, some)), then.documents)
    told = _by_document((one for some in every for one in _claims(connection, some, then.as_of)), then.claims)
    if not whole:
        texts = {id_: texts[id_] if id_ in texts else then.documents[id_] for id_ in ids}
        anew = set(changed)
        told = {id_: told.get(id_, ()) if id_ in anew else then.claims.get(id_, ()) for id_ in ids}
        moved = stamps.since(connection, "profile", then.revision)
        for id_, others in _by_document(_naming(connection, moved, then.as_of), told).items():
            by_id = {claim.id: claim for claim in others}
            told[id_] = tuple(by_id.get(claim.id, claim) for claim in told[id_])
    return texts, told


def _people(connection: Connection, told: Mapping[str, tuple[Claim, ...]], then: Snapshot) -> dict[str, Actor]:
    """The actors: read where one may be another than before, or be shown no longer."""
    there = set(connection.execute(select(schema.actor.c.id)).scalars())
    wanted = _concerned(told, stamps.since(connection, "actor", then.revision), then)
    if len(wanted) > MANY * len(there):
        return _by_id(_actors(connection, None), then.actors)
    found = _by_id(_actors(connection, sorted(wanted)), then.actors)
    return {**{id_: one for id_, one in then.actors.items() if id_ in there and id_ not in wanted}, **found}


def _concerned(told: Mapping[str, tuple[Claim, ...]], stamped: Iterable[str], then: Snapshot) -> set[str]:
    """The actors that changed, and those of claims that came or went."""
    found = set(stamped)
    for id_ in told.keys() | then.claims.keys():
        now, was = told.get(id_, ()), then.claims.get(id_, ())
        if now is not was:
            kept = {id(claim) for claim in now} & {id(claim) for claim in was}
            for claim in (claim for claim in (*now, *was) if id(claim) not in kept):
                found.update(entity for entity in (
                    claim.subject.entity, claim.object.entity, *(voice.entity for voice in claim.attribution),
                ) if entity is not None)
    return found


def _documents(connection: Connection, ids: Sequence[str] | None) -> Iterator[Document]:
    query = filters.document_numbers(Filters())
    yield from documents.documents(connection, query if ids is None else query.where(schema.document.c.id.in_(ids)))


def _claims(connection: Connection, ids: Sequence[str] | None, as_of: str | None) -> Iterator[Claim]:
    query = filters.claim_numbers(Filters(as_of=as_of))
    query = query if ids is None else query.where(schema.document.c.id.in_(ids))
    yield from claims.claims(connection, query, order=documents.in_order())


def _naming(connection: Connection, profiles: Sequence[str], as_of: str | None) -> Iterator[Claim]:
    """The claims in which an entity of some profiles takes part."""
    for some in actors.batched(profiles):
        query = filters.claim_numbers(Filters(as_of=as_of)).where(schema.claim.c.number.in_(filters.claims_naming(some)))
        yield from claims.claims(connection, query, order=documents.in_order())


def _actors(connection: Connection, wanted: list[str] | None) -> Iterator[Actor]:
    if wanted is None:
        yield from actors.actors(connection, filters.actor_ids(Filters()))
    else:
        for ids in actors.batched(wanted):
            yield from actors.actors(connection, filters.present(ids))


def _by_id(found: Iterable[T], then: Mapping[str, T]) -> dict[str, T]:
    return {one.id: _same(one, then.get(one.id)) for one in found}


def _by_document(found: Iterable[Claim], then: Mapping[str, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
    together: dict[str, list[Claim]] = {}
    for claim in found:
        together.setdefault(claim.document, []).append(claim)
    result = {}
    for document, some in together.items():
        was = {claim.id: claim for claim in then.get(document, ())}
        result[document] = tuple(_same(claim, was.get(claim.id)) for claim in some)
    return result


def _same(now: T, then: T | None) -> T:
    return then if then is not None and then == now else now

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

MANY = 0.25  # of the documents beyond which all are read
T = TypeVar("T", Claim, Document, Actor)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Documents and actors by id, the claims of each document, and where people say that places lie, by the key of a name.
    `stamps` tell of each document and actor when it changed last; `as_of` is the day by which claims are taken, if not all."""

    revision: int
    as_of: str | None
    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]
    claims: Mapping[str, tuple[Claim, ...]]
    places: Mapping[str, Coordinates]
    document_stamps: Mapping[str, int]
    actor_stamps: Mapping[str, int]


def taken(connection: Connection, *, as_of: str | None, before: Snapshot | None) -> Snapshot:
    """A snapshot of the case, whose actors must be settled. What is as it was in an earlier one of the same day is the same
    object."""
    ids = connection.execute(select(schema.document.c.id)).scalars().all()
    known, people = stamps.stamps(connection, "document"), stamps.stamps(connection, "actor")
    now = {id_: known.get(id_, 0) for id_ in ids}
    then = before if before is not None and before.as_of == as_of else None
    changed = [id_ for id_, stamp in now.items() if then is None or then.document_stamps.get(id_) != stamp]
    whole = then is None or len(changed) > MANY * len(now)
    every: list[Sequence[str] | None] = [None] if whole else [*actors.batched(changed)]
    texts = _by_id(_documents(connection, every), then.documents if then is not None else {})
    told = _by_document(_claims(connection, every, as_of), then.claims if then is not None else {})
    if then is None or whole:
        who = _by_id(_actors(connection, None), then.actors if then is not None else {})
    else:
        texts = {id_: texts[id_] if id_ in texts else then.documents[id_] for id_ in now}
        anew = set(changed)
        told = {id_: told.get(id_, ()) if id_ in anew else then.claims.get(id_, ()) for id_ in now}
        there = set(connection.execute(select(schema.actor.c.id)).scalars())
        wanted = _concerned(told, people, then)
        who = _by_id(_actors(connection, sorted(wanted)), then.actors)
        who = {**{id_: one for id_, one in then.actors.items() if id_ in there and id_ not in wanted}, **who}
    return Snapshot(stamps.revision(connection), as_of, texts, who, told, journal.located(connection), now, people)


def _concerned(told: Mapping[str, tuple[Claim, ...]], people: Mapping[str, int], then: Snapshot) -> set[str]:
    """The actors that may be others than before, or be shown no longer: those with another stamp, and those of claims that came
    or went."""
    found = {id_ for id_, stamp in people.items() if then.actor_stamps.get(id_) != stamp}
    for id_ in told.keys() | then.claims.keys():
        now, was = told.get(id_, ()), then.claims.get(id_, ())
        if now is not was:
            for claim in {*now} ^ {*was}:
                found.update(entity for entity in (
                    claim.subject.entity, claim.object.entity, *(voice.entity for voice in claim.attribution),
                ) if entity is not None)
    return found


def _documents(connection: Connection, every: list[Sequence[str] | None]) -> Iterator[Document]:
    for ids in every:
        query = filters.document_numbers(Filters())
        yield from documents.documents(connection, query if ids is None else query.where(schema.document.c.id.in_(ids)))


def _claims(connection: Connection, every: list[Sequence[str] | None], as_of: str | None) -> Iterator[Claim]:
    for ids in every:
        query = filters.claim_numbers(Filters(as_of=as_of))
        query = query if ids is None else query.where(schema.document.c.id.in_(ids))
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

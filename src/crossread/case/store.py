"""A case behind one class: everything above this room goes through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Column, Connection, Float, Select, delete, func, insert, select, text
from sqlalchemy.exc import DatabaseError

from crossread.case import actors, claims, documents, filters, journal, judgements, schema, stamps, standing
from crossread.case.connection import changes_so_far, open_engine, write_ahead
from crossread.case.documents import Original, Put
from crossread.case.filters import Filters
from crossread.case.snapshot import Snapshot, taken
from crossread.case.users import Users
from crossread.errors import CaseError, InputError
from crossread.model import Claim, Document, Reading
from crossread.model.actor import Actor, ActorJudgement, NewJudgement, Resolver
from crossread.model.judgement import Entry, Grades, Named, NewEntry
from crossread.model.outside import Link

__all__ = ["Counts", "Filters", "Original", "Put", "Snapshot", "Store"]

_STALE = "actors are stale"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a case holds."""

    documents: int
    claims: int
    actors: int


class Store:
    """An open case. Every document is one transaction; a process that dies loses nothing that was written.

    Raises:
        CaseError: on opening, see `open_engine`; later, when the file cannot be read or written.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = path
        self._engine = open_engine(path, create=create)
        write_ahead(self._engine)
        self.users = Users(self._reading, self._noting)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go. A closed store opens again by itself when it is used."""
        self._engine.dispose()

    def is_known(self, document: Document, *, reader: str) -> bool:
        """Whether this very document has been read by this very reader."""
        with self._reading() as connection:
            return documents.is_known(connection, document, reader=reader)

    def put(self, reading: Reading, *, original: Original | None = None, reader: str) -> Put:
        """Write a reading: "new", "changed" (in place of another of the same id) or "same" (nothing changed)."""
        try:
            with self._writing() as connection:
                done = documents.put(connection, reading, original=original, reader=reader)
                if done != "same":
                    _set_stale(connection)
                return done
        except UnicodeEncodeError as error:
            raise InputError(reading.document.id, f"holds half a character, which cannot be stored: {error}") from error

    def forget(self, document: str) -> bool:
        """Remove a document and all that rested on it alone, from the file as well. False if there was none of that id."""
        with self._writing() as connection:
            gone = documents.forget(connection, document)
            if gone:
                _set_stale(connection)
                for table in ("document_words", "evidence_words"):
                    connection.execute(text(f"INSERT INTO {table}({table}) VALUES ('optimize')"))  # noqa: S608 - our own names
        return gone

    def compact(self) -> None:
        """Give the space of what was removed back, so that no byte of it stays in the file."""
        with self._guarded():
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("VACUUM")
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    def refresh(self, resolver: Resolver) -> None:
        """Derive the actors that documents or judgements touched since they were derived; the others stay as they are."""
        with self._reading() as connection:
            if not _is_stale(connection):
                return
        with self._writing() as connection:
            actors.settle(connection, resolver)
            connection.execute(delete(schema.state).where(schema.state.c.key == _STALE))

    def judge(self, judgement: NewJudgement) -> int:
        """Add an entry on two actors to the journal; gives its number."""
        with self._writing() as connection:
            _set_stale(connection)
            return judgements.append(connection, judgement)

    def enter(self, entry: NewEntry, resolver: Resolver) -> int:
        """Add an entry on a claim, a source or a place to the journal; gives its number."""
        with self._writing() as connection:
            if entry.document is None:
                return journal.add(connection, entry)
            number, stale = standing.changing(connection, entry.document, lambda: journal.add(connection, entry), resolver)
            if stale:
                _set_stale(connection)
            return number

    def undo(self, number: int, resolver: Resolver, *, at: str, by: str) -> bool:
        """Add an entry that takes one back. False if there is none of that number that could be taken back."""
        with self._writing() as connection:
            document = journal.document_of(connection, number)
            if document is None:
                done = stale = journal.undo(connection, number, at=at, by=by)
            else:
                done, stale = standing.changing(
                    connection, document, lambda: journal.undo(connection, number, at=at, by=by), resolver,
                )
            if stale:
                _set_stale(connection)
            return done

    def journal(self) -> tuple[Entry, ...]:
        """All entries, in the order they were made, each with what it is worth now."""
        with self._reading() as connection:
            return journal.journal(connection)

    def grades(self) -> Grades:
        """The grades of sources and of claims in force."""
        with self._reading() as connection:
            return journal.grades(connection)

    def links(self) -> tuple[tuple[str, Link, bool], ...]:
        """The links to outside lists that were ever made, in order: the key of the actor's name, the link, whether it is in
        force."""
        with self._reading() as connection:
            return journal.links(connection)

    def named(self, name: str) -> Named:
        """What a person means by a name or an actor's id."""
        with self._reading() as connection:
            return judgements.named(connection, name)

    def claim(self, id_: str) -> Claim | None:
        """A claim as it stands."""
        query = select(schema.claim.c.number).where(schema.claim.c.id == id_)
        with self._reading() as connection:
            return next(claims.claims(connection, query, order=documents.in_order()), None)

    def claim_as_read(self, id_: str) -> Claim | None:
        """A claim before anybody changed it, with entities of its document."""
        with self._reading() as connection:
            return standing.claim_as_read(connection, id_)

    def claim_ids(self, start: str) -> tuple[str, ...]:
        """The ids of claims that stand, or were judged, and begin so."""
        row, entry = schema.claim.c, schema.judgement.c
        with self._reading() as connection:
            stand = connection.execute(select(row.id).where(row.id.startswith(start, autoescape=True))).scalars()
            judged = connection.execute(
                select(entry.target).where(entry.kind == "claim", entry.target.startswith(start, autoescape=True))
            ).scalars()
            return tuple(sorted({*stand, *judged}))

    def actor_journal(self) -> tuple[ActorJudgement, ...]:
        """All entries on actors, in the order they were made, each with what it is worth now."""
        with self._reading() as connection:
            return judgements.journal(connection)

    def names_like(self, name: str) -> tuple[str, ...]:
        """The keys by which an actor's id, or a name that some actor goes by, can be judged; none if nothing is called so."""
        with self._reading() as connection:
            return judgements.names_like(connection, name)

    def documents(self, wanted: Filters = Filters()) -> Iterator[Document]:  # noqa: B008 - frozen
        """Documents, by date; undated ones last."""
        with self._reading() as connection:
            yield from documents.documents(connection, filters.document_numbers(wanted))

    def actors(self, wanted: Filters = Filters()) -> Iterator[Actor]:  # noqa: B008 - frozen
        """Actors, those in most documents first."""
        with self._reading() as connection:
            yield from actors.actors(connection, filters.actor_ids(wanted))

    def claims(self, wanted: Filters = Filters()) -> Iterator[Claim]:  # noqa: B008 - frozen
        """Claims, in the order of documents and of their texts."""
        with self._reading() as connection:
            yield from claims.claims(connection, filters.claim_numbers(wanted), order=documents.in_order())

    def documents_with(self, words: str) -> tuple[str, ...]:
        """Ids of the documents whose title or text holds all these words, those that are most about them first."""
        quoted = _quoted(words)
        if not quoted:
            return ()
        found = text("SELECT rowid AS number, rank FROM document_words WHERE document_words MATCH :words")
        ranked = found.bindparams(words=quoted).columns(schema.document.c.number, Column("rank", Float)).subquery()
        query = select(schema.document.c.id).join(ranked, ranked.c.number == schema.document.c.number)
        with self._reading() as connection:
            return tuple(connection.execute(query.order_by(ranked.c.rank, schema.document.c.id)).scalars())

    def members(self, document: str) -> dict[str, str]:
        """The actor that each entity of a document is."""
        member = schema.member.c
        query = select(member.entity, member.actor).join(schema.document, schema.document.c.number == member.document)
        with self._reading() as connection:
            found = connection.execute(query.where(schema.document.c.id == document))
            return {row.entity: row.actor for row in found}

    def search(self, words: str) -> Iterator[Claim]:
        """Claims whose evidence holds all these words, in any order and form of accent or case."""
        if not _quoted(words):
            return
        with self._reading() as connection:
            yield from claims.claims(connection, _holding(words), order=documents.in_order())

    def claims_with(self, words: str) -> tuple[str, ...]:
        """The ids of the same claims, sorted."""
        row = schema.claim.c
        if not _quoted(words):
            return ()
        with self._reading() as connection:
            return tuple(connection.execute(select(row.id).where(row.number.in_(_holding(words))).order_by(row.id)).scalars())

    def reading(self, document: str) -> Reading | None:
        """All that was read in a document, or nothing if there is none of that id."""
        with self._reading() as connection:
            return standing.as_read(connection, document)

    def original(self, document: str) -> Original | None:
        """What a document came from, untouched; nothing for documents that came as annotations."""
        with self._reading() as connection:
            return documents.original_of(connection, document)

    def revision(self) -> int:
        """A number that grows with every change of the case, by whatever process."""
        with self._reading() as connection:
            return stamps.revision(connection)

    def snapshot(self, resolver: Resolver, *, as_of: str | None = None, before: Snapshot | None = None) -> Snapshot:
        """Documents and actors, and the claims of all time or by a day, all of one revision and with actors that are settled.
        With an earlier snapshot only what changed since is read."""
        while True:
            self.refresh(resolver)
            with self._reading() as connection:
                if not _is_stale(connection):
                    return taken(connection, as_of=as_of, before=before)

    def counts(self) -> Counts:
        """How many documents, claims and actors there are."""
        with self._reading() as connection:
            return Counts(
                documents=_count(connection, select(schema.document.c.number)),
                claims=_count(connection, select(schema.claim.c.number)),
                actors=_count(connection, filters.actor_ids(Filters())),
            )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._guarded(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _noting(self) -> Iterator[Connection]:
        """A transaction that changes nothing of what the case says."""
        with self._guarded(), self._engine.execution_options(write=True).begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._guarded(), self._engine.execution_options(write=True).begin() as connection:
            before = changes_so_far(connection)
            yield connection
            if changes_so_far(connection) != before:
                stamps.count_up(connection)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            raise CaseError(f"{self.path}: {error.orig}") from error


def _quoted(words: str) -> str:
    """Words as full text search takes them, none of them for an operator."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())


def _holding(words: str) -> Select[tuple[int]]:
    """Numbers of the claims whose evidence holds some words."""
    found = text("SELECT rowid AS number FROM evidence_words WHERE evidence_words MATCH :words").bindparams(words=_quoted(words))
    numbers = found.columns(schema.evidence.c.number).subquery()
    return select(schema.evidence.c.claim).where(schema.evidence.c.number.in_(select(numbers.c.number)))


def _count(connection: Connection, query: Select[tuple[int]] | Select[tuple[str]]) -> int:
    return int(connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())


def _set_stale(connection: Connection) -> None:
    if not _is_stale(connection):
        connection.execute(insert(schema.state).values(key=_STALE, value="yes"))


def _is_stale(connection: Connection) -> bool:
    return connection.execute(select(schema.state.c.key).where(schema.state.c.key == _STALE)).first() is not None

"""Opening a case: a SQLite file now; the SQL elsewhere in this room keeps to what PostgreSQL understands too, except for
full-text search, which stands in `migrations` and `claims.search`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from crossread.case import migrations
from crossread.errors import CaseError

# "Crsr": in the header of every case, so that another program's database is never taken for one.
APPLICATION_ID = 0x43727372
BUSY_SECONDS = 60
CONNECTIONS = 60  # beyond those that stay open: as many threads as serve pages may read at once


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """Connections to the case at a path, brought to today's tables; made new where there is none and `create` allows it.

    Raises:
        CaseError: there is no such case, the file is something else, or it cannot be opened.
    """
    if "://" in str(where):
        raise CaseError(f"{where}: a case is a file; databases on a server cannot be used yet")
    path = Path(where)
    if not create and not path.exists():
        raise CaseError(f"{path}: there is no such case; make one with: crossread read INPUT... --case {path}")
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, max_overflow=CONNECTIONS)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            _check(connection, path)
            behind = migrations.version(connection) != migrations.current()
        if behind:
            with engine.execution_options(write=True).begin() as connection:
                _bring_up(connection)
    except CaseError:
        engine.dispose()
        raise
    except DatabaseError as error:
        engine.dispose()
        raise CaseError(f"{path}: cannot be opened as a case: {error.orig}") from error
    return engine


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy begins them, schema changes included
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: one that finds it must write only later could not wait for it."""
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check(connection: Connection, path: Path) -> None:
    identity = connection.exec_driver_sql("PRAGMA application_id").scalar()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if tables and identity != APPLICATION_ID:
        raise CaseError(f"{path}: this is a database, but not a Crossread case")


def _bring_up(connection: Connection) -> None:
    if migrations.version(connection) == 0:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.create(connection)
    else:
        migrations.migrate(connection)


def changes_so_far(connection: Connection) -> int:
    """How many rows this connection has written since it was opened."""
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar() or 0)


def write_ahead(engine: Engine) -> None:
    """Let readers read while one writes. Kept in the file; where the file system cannot share memory, nothing changes."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    except (sqlite3.OperationalError, OperationalError):
        return
    finally:
        raw.close()

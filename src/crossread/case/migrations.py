"""How an older case becomes one of today.

A migration is a function that changes the tables of the version before it; all that a case still lacks run in order,
each in the caller's transaction. A new case gets the tables of `schema` as they are and counts as having run them all;
a test holds the two ways against each other.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, select, text

from crossread.case import schema
from crossread.errors import CaseError

Migration = Callable[[Connection], None]
MIGRATIONS: list[Migration] = []

# Full text is the one thing that databases do each in their own way.
_SQLITE_SEARCH = """
CREATE VIRTUAL TABLE document_words USING fts5(
  title, text, content='document', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER document_words_in AFTER INSERT ON document BEGIN
  INSERT INTO document_words(rowid, title, text) VALUES (new.number, new.title, new.text); END;
CREATE TRIGGER document_words_out AFTER DELETE ON document BEGIN
  INSERT INTO document_words(document_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END;
CREATE VIRTUAL TABLE evidence_words USING fts5(
  quote, content='evidence', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER evidence_words_in AFTER INSERT ON evidence BEGIN
  INSERT INTO evidence_words(rowid, quote) VALUES (new.number, new.quote); END;
CREATE TRIGGER evidence_words_out AFTER DELETE ON evidence BEGIN
  INSERT INTO evidence_words(evidence_words, rowid, quote) VALUES ('delete', old.number, old.quote); END;
"""


def migration(function: Migration) -> Migration:
    """Put a migration at the end of the list. The docstring says what it changes."""
    MIGRATIONS.append(function)
    return function


@migration
def profiles_of_actors(connection: Connection) -> None:
    """Actors are derived over profiles of entities. All of them anew: they rest on documents and judgements alone."""
    for table in ("member", "actor"):
        connection.execute(text(f"DROP TABLE {table}"))
    schema.metadata.create_all(connection)
    if connection.execute(select(schema.state.c.key).where(schema.state.c.key == "actors are stale")).first() is None:
        connection.execute(insert(schema.state).values(key="actors are stale", value="yes"))


@migration
def judgements_of_claims(connection: Connection) -> None:
    """Entries of the journal say what they change in a claim, and claims what was made of them."""
    connection.execute(text("ALTER TABLE judgement ADD COLUMN content TEXT"))
    connection.execute(text("ALTER TABLE claim ADD COLUMN judged TEXT"))
    schema.metadata.create_all(connection)


@migration
def accounts(connection: Connection) -> None:
    """People who may use the case through the desk."""
    schema.metadata.create_all(connection)


@migration
def ties_of_profiles(connection: Connection) -> None:
    """Profiles that a comparison would join are kept, and roughly how many entities have each. All actors anew."""
    for table in ("member", "makeshift", "profile_key", "profile", "actor", "settled", "touched"):
        connection.execute(text(f"DROP TABLE {table}"))
    schema.metadata.create_all(connection)
    if connection.execute(select(schema.state.c.key).where(schema.state.c.key == "actors are stale")).first() is None:
        connection.execute(insert(schema.state).values(key="actors are stale", value="yes"))


@migration
def grades_of_claims(connection: Connection) -> None:
    """Claims say how credible people hold them; those of documents with such entries get it with the next one, or reading."""
    connection.execute(text("ALTER TABLE claim ADD COLUMN grade TEXT"))


@migration
def stamps_of_documents_and_actors(connection: Connection) -> None:
    """Documents and actors tell when they changed last; those that did not change since have no stamp."""
    schema.metadata.create_all(connection)


def current() -> int:
    """The version of the tables of `schema`."""
    return len(MIGRATIONS) + 1


def version(connection: Connection) -> int:
    """How many migrations a case has; 0 where there is no case yet."""
    if not connection.dialect.has_table(connection, schema.state.name):
        return 0
    found = connection.execute(select(schema.state.c.value).where(schema.state.c.key == "version")).scalar()
    return int(found or 0)


def create(connection: Connection) -> None:
    """The tables of today in an empty database."""
    schema.metadata.create_all(connection)
    for statement in _statements(_SQLITE_SEARCH):
        connection.execute(text(statement))
    connection.execute(insert(schema.state).values(key="version", value=str(current())))


def migrate(connection: Connection) -> None:
    """Run what a case still lacks.

    Raises:
        CaseError: it was made by a newer version of Crossread.
    """
    have = version(connection)
    if have > current():
        raise CaseError("this case was made by a newer version of Crossread; install that one to open it")
    for function in MIGRATIONS[have - 1:]:
        function(connection)
    connection.execute(
        schema.state.update().where(schema.state.c.key == "version").values(value=str(current()))
    )


def _statements(script: str) -> list[str]:
    """The statements of a script in which each ends a line with a semicolon and triggers end with `END;`."""
    found, current = [], ""
    for line in script.strip().splitlines():
        current += line + "\n"
        if line.endswith(";") and ("TRIGGER" not in current or line.endswith("END;")):
            found.append(current)
            current = ""
    return found

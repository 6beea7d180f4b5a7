"""An older case becomes one of today."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from crossread.actors.resolver import RESOLVER
from crossread.case import Store, migrations
from crossread.case.connection import open_engine
from crossread.errors import CaseError
from tests.readings import full_reading


def tables(path: Path) -> list[str]:
    engine = open_engine(path, create=True)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
        found = [str(row[0]) for row in rows]
    engine.dispose()
    return found


def test_what_a_case_lacks_is_run_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(tmp_path / "a.case")
    ran: list[str] = []
    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, lambda connection: ran.append("one")])
    assert tables(tmp_path / "a.case") == before
    tables(tmp_path / "a.case")
    tables(tmp_path / "new.case")
    assert ran == ["one"]


def test_a_failed_migration_leaves_the_case_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(tmp_path / "a.case")

    def fail(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (x)"))
        raise CaseError("no further")

    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, fail])
    with pytest.raises(CaseError, match="no further"):
        tables(tmp_path / "a.case")
    monkeypatch.undo()
    assert tables(tmp_path / "a.case") == before


def test_a_case_of_a_newer_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, lambda connection: None])
    tables(tmp_path / "a.case")
    monkeypatch.undo()
    with pytest.raises(CaseError, match="newer version"):
        tables(tmp_path / "a.case")


def test_a_case_from_before_claims_were_judged_gets_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    tables(path)
    engine = open_engine(path, create=False)
    with engine.begin() as connection:
        for statement in ("DROP TABLE worth", "ALTER TABLE judgement DROP COLUMN content", "ALTER TABLE claim DROP COLUMN judged",
                          "ALTER TABLE claim DROP COLUMN grade",
                          "UPDATE state SET value = '2' WHERE key = 'version'"):
            connection.execute(text(statement))
    engine.dispose()
    with Store(path) as store:
        store.put(full_reading(), reader="test")
        store.refresh(RESOLVER)
        assert [claim.judged for claim in store.claims()] == [None]
        assert store.journal() == ()

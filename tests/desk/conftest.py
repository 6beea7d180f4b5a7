"""The sample case, read once, and the desk over it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from crossread.api import Case
from crossread.cli.app import app
from crossread.desk import create_app

# A case that was read already, to save the time of reading when only pages are worked on.
READY = os.environ.get("CROSSREAD_SAMPLE_CASE")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case as `crossread demo` keeps it. A test that changes it works on a copy."""
    where = tmp_path_factory.mktemp("sample") / "sample.case"
    if READY:
        where.write_bytes(Path(READY).read_bytes())
        return where
    done = CliRunner().invoke(app, ["demo", "--case", str(where)])
    assert done.exit_code == 0, done.output
    return where


@pytest.fixture(scope="session")
def client(sample: Path) -> Iterator[TestClient]:
    """A browser without scripts, over the sample case."""
    with Case(sample, create=False) as case, TestClient(create_app(case), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def copy(sample: Path, tmp_path: Path) -> Iterator[TestClient]:
    """The same over a case of one's own, to be changed."""
    where = tmp_path / "sample.case"
    where.write_bytes(sample.read_bytes())
    with Case(where, create=False) as case, TestClient(create_app(case), raise_server_exceptions=False) as made:
        yield made


def token(client: TestClient, page: str = "/") -> str:
    """The token that a page's forms carry."""
    found = re.search(r'name="csrf" content="([^"]+)"', client.get(page).text)
    assert found
    return found[1]

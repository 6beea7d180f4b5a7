"""`crossread lexicon check`: what it prints where, and its exit status."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from crossread.cli.app import app
from crossread.errors import LexiconError
from crossread.reading import checking
from crossread.reading.checking import Checked


def test_the_shipped_lexicon_passes() -> None:
    result = CliRunner().invoke(app, ["lexicon", "check"])
    assert result.exit_code == 0
    assert result.stdout.startswith("en: ")
    assert "errors: 0" in result.stdout


def test_errors_go_to_standard_error_and_make_status_1(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Checked(("rows.tsv:3: no words",), ("rows.tsv:9: twice",), 5, 7, 2)
    monkeypatch.setattr(checking, "check_lexicon", lambda language: found)
    result = CliRunner().invoke(app, ["lexicon", "check", "--language", "xx"])
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["crossread: rows.tsv:3: no words", "crossread: rows.tsv:9: twice (warning)"]
    assert result.stdout == "xx: 5 patterns with 7 words, in 2 files with the tables; errors: 1, warnings: 1\n"


def test_a_language_that_is_not_there() -> None:
    result = CliRunner().invoke(app, ["lexicon", "check", "--language", "tlh"])
    assert isinstance(result.exception, LexiconError)

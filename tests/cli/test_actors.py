"""`crossread actors`: judging who is who from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.app import app
from crossread.exchange.annotation import dump, to_record
from tests.readings import Said, reading


def crossread(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    coded = tmp_path / "coded.jsonl"
    readings = [
        reading("d1", [Said("Ana Petrak", "attacks", "Northern Front", "Ana Petrak attacked the Northern Front.")],
                types={"Ana Petrak": "person"}),
        reading("d2", [Said("Southern Front", "attacks", "Northern Front", "The Southern Front attacked the Northern Front.")]),
    ]
    coded.write_text("".join(dump(to_record(one)) + "\n" for one in readings), encoding="utf-8")
    crossread("read", coded, "--annotations", "--case", tmp_path / "a.case")
    return tmp_path / "a.case"


def names(case: Path) -> set[str]:
    lines = crossread("show", "actors", "--case", case, "--format", "jsonl").stdout.splitlines()
    return {json.loads(line)["name"] for line in lines}


def test_same_undo_and_journal(case: Path) -> None:
    assert names(case) == {"Ana Petrak", "Northern Front", "Southern Front"}
    judging = ("actors", "same", "Southern Front", "Northern Front", "--why", "renamed in May", "--by", "jb")
    result = crossread(*judging, "--case", case)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "judgement 1" in result.stderr
    assert len(names(case)) == 2
    assert crossread("actors", "undo", "1", "--by", "jb", "--case", case).exit_code == 0
    assert names(case) == {"Ana Petrak", "Northern Front", "Southern Front"}
    lines = crossread("actors", "journal", "--case", case, "--format", "jsonl").stdout.splitlines()
    journal = [json.loads(line) for line in lines]
    assert [(entry["number"], entry["verdict"], entry["why"], entry["undoes"], entry["state"]) for entry in journal] == [
        (1, "same", "renamed in May", None, "undone"), (2, "same", "", 1, "an undoing"),
    ]
    assert "renamed in May" in crossread("actors", "journal", "--case", case).stdout
    assert crossread("actors", "journal", "--case", case, "--format", "csv").stdout.splitlines()[0].startswith("number,at,by")


def test_what_cannot_be_judged_or_undone(case: Path) -> None:
    assert crossread("actors", "undo", "7", "--case", case).exit_code == 1
    assert crossread("actors", "different", "Northern Front", "Southern Front", "--case", case).exit_code == 2  # no reason given
    result = crossread("actors", "different", "Northern Front", "Western Front", "--why", "?", "--case", case)
    assert result.exit_code != 0

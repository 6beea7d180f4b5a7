"""`crossread claims`, `grade`, `journal` and `undo`: judging claims from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.app import app
from crossread.exchange.annotation import dump, to_record
from tests.readings import Said, reading

TEXT = "The Southern Front attacked the Northern Front."


def crossread(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    coded = tmp_path / "coded.jsonl"
    made = reading("d2", [Said("Southern Front", "attacks", "Northern Front", TEXT)])
    coded.write_text(dump(to_record(made)), encoding="utf-8")
    crossread("read", coded, "--annotations", "--case", tmp_path / "a.case")
    return tmp_path / "a.case"


def shown(case: Path, *command: str) -> list[dict[str, Any]]:
    result = crossread(*(command or ("show", "claims")), "--case", case, "--format", "jsonl")
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_reject_and_undo(case: Path) -> None:
    before, = shown(case)
    assert before["judged"] is None
    result = crossread("claims", "reject", before["id"], "--why", "misread", "--by", "jb", "--case", case)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"crossread: entry 1: reject {before['id']}, Southern Front attacks Northern Front; in force\n"
    assert shown(case) == []
    assert crossread("undo", "1", "--case", case).exit_code == 0
    assert shown(case) == [before]
    again = crossread("undo", "1", "--case", case)
    assert again.exit_code == 1
    assert "could be taken back" in again.stderr
    entries = shown(case, "journal")
    assert [(entry["verdict"], entry["by"], entry["why"], entry["undoes"], entry["state"]) for entry in entries[:1]] == [
        ("reject", "jb", "misread", None, "undone")]
    assert (entries[1]["undoes"], entries[1]["state"]) == (1, "an undoing")
    assert "misread" in crossread("journal", "--case", case).stdout
    assert crossread("journal", "--case", case, "--format", "csv").stdout.startswith("number,at,by,kind")


def test_edit_and_accept(case: Path) -> None:
    id_ = shown(case)[0]["id"]
    crossread("claims", "edit", id_, "--object", "River League", "--polarity", "denied", "--voice", "a witness", "--from",
              "2031-05-01", "--why", "the text says so", "--case", case)
    edited, = shown(case)
    assert (edited["id"], edited["object"]["name"], edited["polarity"]) == (id_, "River League", "denied")
    assert edited["judged"] == "edited"
    assert [voice["name"] for voice in edited["attribution"]] == ["Harbour Post", "a witness"]
    assert edited["time"]["earliest"] == "2031-05-01"
    crossread("claims", "edit", id_, "--outlet-says", "--undated", "--why", "no", "--case", case)
    edited, = shown(case)
    assert len(edited["attribution"]) == 1
    assert edited["time"]["earliest"] is None
    assert crossread("claims", "accept", id_, "--why", "now it is right", "--case", case).exit_code == 0
    assert crossread("claims", "accept", "c0", "--why", "?", "--case", case).exit_code != 0


def test_add_and_grade(case: Path) -> None:
    result = crossread("claims", "add", "d2", "19", "27", "--subject", "Southern Front", "--predicate", "fights", "--object",
                       "the north", "--why", "missed", "--case", case)
    assert result.exit_code == 0, result.stderr
    added = next(claim for claim in shown(case) if claim["judged"] == "added")
    assert added["evidence"] == [{"start": 19, "end": 27, "quote": "attacked"}]
    assert crossread("grade", "claim", added["id"], "2", "--why", "likely", "--case", case).exit_code == 0
    assert crossread("grade", "source", "Harbour Post", "b", "--why", "usually right", "--case", case).exit_code == 0
    assert [(entry["kind"], entry["verdict"], entry["target"]) for entry in shown(case, "journal")][1:] == [
        ("claim", "2", added["id"]), ("source", "B", "harbour post")]

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


def linked(case: Path) -> dict[str, list[str]]:
    lines = crossread("show", "actors", "--case", case, "--format", "jsonl").stdout.splitlines()
    return {record["name"]: [one["id"] for one in record["links"]] for record in map(json.loads, lines) if record["links"]}


def test_link_to_a_list_and_take_it_back(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    rows = ("id,name,aliases,type", "L1,PETRAK Ana,Ana Petrak,person", "L2,Northern Front,,", "L3,Northern Front,,")
    file.write_text("\n".join(rows), encoding="utf-8")
    result = crossread("actors", "link", file, "--by", "jb", "--case", case, "--format", "jsonl")
    assert result.exit_code == 0
    found = {record["name"]: record for record in map(json.loads, result.stdout.splitlines())}
    petrak = found["Ana Petrak"]
    assert (petrak["state"], petrak["link"]["id"], petrak["link"]["score"]) == ("linked", "L1", 1.0)
    assert (found["Northern Front"]["state"], found["Northern Front"]["why"]) == ("review", "others fit as well: L3")
    assert linked(case) == {"Ana Petrak": ["L1"]}
    again = crossread("actors", "link", file, "--case", case, "--format", "jsonl")
    assert "0 actors linked, 1 linked before" in again.stderr
    assert crossread("undo", "1", "--case", case).exit_code == 0
    assert linked(case) == {}
    after = crossread("actors", "link", file, "--case", case, "--format", "jsonl")
    assert "taken back before" in after.stdout
    assert linked(case) == {}
    picking = ("actors", "pick", "Northern Front", "L3", "--list", "list", "--why", "the seat")
    assert crossread(*picking, "--case", case).exit_code == 0
    assert linked(case) == {"Northern Front": ["L3"]}


def test_link_takes_followthemoney_and_names_bad_lines(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "entities.ftm.json"
    lines = [
        json.dumps({"id": "Q1", "schema": "Person", "caption": "Ana Petrak", "properties": {"name": ["Ana Petrak"]}}),
        "not json",
        json.dumps({"id": "v1", "schema": "Vessel", "properties": {"name": ["Northern Front"]}}),
        json.dumps({"id": "Q2", "schema": "Person", "properties": {}}),
        json.dumps(["a list"]),
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = crossread("actors", "link", file, "--list", "open", "--case", case, "--format", "jsonl")
    assert result.exit_code == 1
    assert linked(case) == {"Ana Petrak": ["Q1"]}
    assert [line.rpartition("/")[2].split(" ")[0] for line in result.stderr.splitlines()[:3]] == [
        "entities.ftm.json:2:", "entities.ftm.json:4:", "entities.ftm.json:5:"]
    assert "3 lines left out" in result.stderr


def test_link_of_a_file_that_cannot_be_used(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("name,place\nAna Petrak,x\n", encoding="utf-8")
    result = crossread("actors", "link", file, "--case", case)
    assert result.exit_code != 0
    assert "lacks the column id" in str(result.exception)
    file.write_bytes(b"id,name\n1,\xff\xfe\n")
    assert crossread("actors", "link", file, "--case", case).exit_code != 0
    assert crossread("actors", "link", tmp_path / "none.csv", "--case", case).exit_code != 0

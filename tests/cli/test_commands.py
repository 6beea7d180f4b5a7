"""The commands as a user meets them: what they print where, and their exit status. None of these needs a model."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread._version import __version__
from crossread.cli import read as read_command
from crossread.cli.app import app
from crossread.errors import CaseError
from crossread.exchange.annotation import to_json
from crossread.kinds import KINDS
from tests.readings import Said, full_reading, reading

COMMANDS = ("annotate", "read", "show", "forget", "demo")


def crossread(*arguments: str | Path, input: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=input)


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    path = tmp_path / "coded.jsonl"
    readings = [
        full_reading(),
        reading("2", [Said("Northern Front", "attacks", "River League", "Northern Front attacked the River League =1+1.")],
                outlet="=Dawn", published="2031-07-01"),
    ]
    path.write_text("".join(to_json(one) + "\n" for one in readings), encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, coded: Path) -> Path:
    path = tmp_path / "war.case"
    assert crossread("read", coded, "--annotations", "--case", path).exit_code == 0
    return path


def records(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_version() -> None:
    assert crossread("--version").stdout == f"crossread {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_itself(command: str) -> None:
    result = crossread(command, "--help")
    assert result.exit_code == 0
    assert command == "demo" or f"crossread {command}" in result.stdout
    assert command in crossread("--help").stdout


@pytest.mark.parametrize("arguments", [
    ["nonsense"], ["read", "x"], ["read", "--case", "x"], ["show", "nonsense", "--case", "x"], ["show", "claims"],
    ["show", "claims", "--case", "x", "--as-of", "May"], ["show", "claims", "--case", "x", "--format", "xml"],
    ["show", "claims", "--case", "x", "--between", "one"], ["annotate", "x", "--jobs", "0"],
])
def test_a_wrong_command_is_status_2(arguments: list[str]) -> None:
    result = crossread(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_one_summary_at_the_end(tmp_path: Path, coded: Path) -> None:
    first = crossread("read", coded, "--annotations", "--case", tmp_path / "a.case")
    assert first.stdout == ""
    assert first.stderr == "read: 2 new. The case has 2 documents, 2 claims, 4 actors.\n"
    second = crossread("read", coded, "--annotations", "--case", tmp_path / "a.case")
    assert second.stderr == "read: 0 new, 2 known already. The case has 2 documents, 2 claims, 4 actors.\n"


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path, coded: Path) -> None:
    with coded.open("a") as out:
        out.write("broken\n")
    result = crossread("read", coded, tmp_path / "gone.jsonl", "--annotations", "--case", tmp_path / "a.case")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        f"crossread: {coded}:3: is not JSON: Expecting value: line 1 column 1 (char 0)",
        f"crossread: {tmp_path}/gone.jsonl: No such file or directory",
        "read: 2 new, 2 could not be read. The case has 2 documents, 2 claims, 4 actors.",
    ]


def test_annotations_on_standard_input(tmp_path: Path) -> None:
    result = crossread("read", "-", "--annotations", "--case", tmp_path / "a.case", input=to_json(full_reading()).encode())
    assert "1 new" in result.stderr


def test_records_as_json_lines(case: Path) -> None:
    documents = records(crossread("show", "documents", "--case", case, "--format", "jsonl"))
    assert [list(document) for document in documents] == [
        ["id", "outlet", "title", "author", "published", "url", "language", "words", "copies_of"]
    ] * 2
    actors = records(crossread("show", "actors", "--case", case, "--format", "jsonl"))
    assert {tuple(actor) for actor in actors} == {
        ("id", "name", "type", "country", "sector", "aliases", "mentions", "documents", "reasons", "links")
    }
    claims = records(crossread("show", "claims", "--case", case, "--format", "jsonl"))
    assert [claim["predicate"] for claim in claims] == ["captures_place", "attacks"]
    ids = {actor["id"] for actor in actors}
    subject = claims[0]["subject"]
    assert isinstance(subject, dict)
    assert subject["entity"] in ids


def test_filters(case: Path) -> None:
    def predicates(*options: str) -> list[object]:
        found = crossread("show", "claims", "--case", case, "--format", "jsonl", *options)
        return [claim["predicate"] for claim in records(found)]

    assert predicates("--about", "front") == ["attacks"]
    assert predicates("--between", "league", "front") == ["attacks"]
    assert predicates("--as-of", "2031-05-31") == ["captures_place"]
    assert predicates("--document", "2") == ["attacks"]
    assert predicates("--about", "nobody") == []


# What two short documents need not give.
RARE = {
    "contradictions", "corroborations", "double-games", "predictions", "timeline", "changes", "track-records", "dependence",
    "balance",
}
NUMBER = re.compile(r"-?[0-9.]+")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_in_every_form(case: Path, kind: str) -> None:
    table = crossread("show", kind, "--case", case)
    assert table.exit_code == 0
    assert len(table.stdout.splitlines()) >= (1 if kind in RARE else 3)
    rows = list(csv.reader(io.StringIO(crossread("show", kind, "--case", case, "--format", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row if not NUMBER.fullmatch(cell))


def test_a_case_that_is_not_there(tmp_path: Path) -> None:
    result = crossread("show", "claims", "--case", tmp_path / "no.case")
    assert isinstance(result.exception, CaseError)
    assert not (tmp_path / "no.case").exists()


def test_forget(case: Path) -> None:
    assert crossread("forget", "2", "--case", case).exit_code == 0
    again = crossread("forget", "2", "--case", case)
    assert again.exit_code == 1
    assert "2: no document of this id" in again.stderr
    assert len(records(crossread("show", "documents", "--case", case, "--format", "jsonl"))) == 1


def test_counting() -> None:
    assert read_command._count(1, "claim") == "1 claim"
    assert read_command._count(0, "claim") == "0 claims"

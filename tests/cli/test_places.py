"""`crossread places`: telling a case where its places lie."""

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
    one = reading("d1", [Said("Northern Front", "captures_place", "Orlesk", "The Northern Front took Orlesk."),
                         Said("Northern Front", "captures_place", "Aleppo", "The Northern Front took Aleppo.")],
                  types={"Orlesk": "place", "Aleppo": "place"})
    coded.write_text(dump(to_record(one)) + "\n", encoding="utf-8")
    crossread("read", coded, "--annotations", "--case", tmp_path / "a.case")
    return tmp_path / "a.case"


def located(case: Path) -> dict[str, tuple[float, str]]:
    lines = crossread("places", "list", "--case", case, "--format", "jsonl").stdout.splitlines()
    return {(one := json.loads(line))["name"]: (one["latitude"], one["certainty"]) for line in lines}


def test_telling_and_undoing(case: Path) -> None:
    before = located(case)
    assert before["Aleppo"][1] == "town"
    assert "Orlesk" not in before
    assert crossread("places", "set", "Orlesk", "-29.5", "-14.6", "--why", "a map", "--case", case).exit_code == 0
    assert located(case)["Orlesk"] == (-29.5, "told")
    entry = json.loads(crossread("journal", "--case", case, "--format", "jsonl").stdout.splitlines()[0])
    assert (entry["kind"], entry["about"], entry["state"]) == ("place", "orlesk: -29.5, -14.6", "in force")
    assert crossread("undo", "1", "--case", case).exit_code == 0
    assert located(case) == before


def test_the_last_word_counts(case: Path) -> None:
    for latitude in ("1", "2"):
        crossread("places", "set", "Aleppo", latitude, "3", "--why", "a map", "--case", case)
    assert located(case)["Aleppo"] == (2.0, "told")
    crossread("undo", "2", "--case", case)
    assert located(case)["Aleppo"] == (1.0, "told")


@pytest.mark.parametrize(("name", "latitude", "longitude"), [("Orlesk", "91", "0"), ("Orlesk", "0", "181"), ("?!", "0", "0")])
def test_what_cannot_be(case: Path, name: str, latitude: str, longitude: str) -> None:
    result = crossread("places", "set", name, latitude, longitude, "--why", "x", "--case", case)
    assert result.exit_code != 0
    assert "Orlesk" not in located(case)


def test_a_file_of_places_with_bad_rows(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("name,latitude,longitude\nOrlesk,-29.5,-14.6\nMerdova,north,1\n,1,1\nKesh,95,1\n", encoding="utf-8")
    result = crossread("places", "load", file, "--why", "survey", "--case", case)
    assert result.exit_code == 1
    assert "1 places located, 3 rows left out" in result.stderr
    assert f"{file}:3:" in result.stderr
    assert located(case)["Orlesk"] == (-29.5, "told")


def test_a_file_that_is_no_list_of_places(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_bytes(b"\xff\xfe\x00")
    result = crossread("places", "load", file, "--why", "survey", "--case", case)
    assert result.exit_code != 0
    assert str(file) in f"{result.stderr}{result.exception}"

"""The whole way on the bundled sample case: bytes in, claims out, with the shipped model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "src" / "crossread" / "samples" / "articles"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def crossread(*arguments: str | Path, hash_seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", "from crossread.cli import main; main()", *map(str, arguments)],
        capture_output=True, env={**ENVIRONMENT, "PYTHONHASHSEED": hash_seed}, check=False,
    )


@pytest.fixture(scope="module")
def printed() -> bytes:
    found = crossread("annotate", ARTICLES)
    assert found.returncode == 0, found.stderr.decode()
    return found.stdout


def test_another_process_prints_the_same_bytes(printed: bytes) -> None:
    assert crossread("annotate", ARTICLES, hash_seed="1").stdout == printed


def test_every_span_is_the_words_it_says(printed: bytes) -> None:
    records: list[dict[str, Any]] = [json.loads(line) for line in printed.splitlines()]
    assert len(records) == len(list(ARTICLES.glob("*.json")))
    for record in records:
        text = record["text"]
        for span in [*record["mentions"], *record["times"], *record["quantities"]]:
            assert text[span["start"]:span["end"]] == span["text"], record["id"]
        for claim in record["claims"]:
            for part in claim["evidence"]:
                assert text[part["start"]:part["end"]] == part["quote"], record["id"]


def test_what_is_printed_can_be_read_back_as_annotations(printed: bytes, tmp_path: Path) -> None:
    (tmp_path / "sample.jsonl").write_bytes(printed)
    case = tmp_path / "sample.case"
    found = crossread("read", tmp_path / "sample.jsonl", "--annotations", "--case", case)
    assert found.returncode == 0, found.stderr.decode()
    claims = crossread("show", "claims", "--case", case, "--format", "jsonl").stdout.splitlines()
    assert len(claims) == sum(len(json.loads(line)["claims"]) for line in printed.splitlines())


def test_the_demo_answers_its_three_questions(tmp_path: Path) -> None:
    found = crossread("demo", "--case", tmp_path / "sample.case")
    assert found.returncode == 0, found.stderr.decode()
    said = found.stdout.decode()
    for heading in ("Who backs whom", "Who fights whom", "Who recognises whom", "How to go on"):
        assert heading in said
    assert "nothing was found" not in said
    assert "“" in said
    again = crossread("demo", "--case", tmp_path / "sample.case")
    assert again.stdout == found.stdout
    assert b"0 new, " in again.stderr


def test_two_processes_at_work_give_the_same_case(tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        assert crossread("read", ARTICLES, "--case", tmp_path / f"{jobs}.case", "--jobs", jobs).returncode == 0
    one, two = (crossread("show", "claims", "--case", tmp_path / f"{jobs}.case", "--format", "jsonl").stdout for jobs in "12")
    assert one == two

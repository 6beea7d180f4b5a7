"""The real command on what breaks programs: each bad input is named with its reason, the rest is read, status 1; and the same
bytes come out whatever a process's hash seed is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = str(Path(__file__).parents[2] / "src")
GOOD = "The army attacked the rebels on Friday. Morland backs the rebels, its envoy said."
RECORD = json.dumps({"id": "good", "text": GOOD})

# file name, bytes, and what standard error says of it after its name
REFUSED = [
    ("empty.txt", b"", ": is empty"),
    ("one-line.txt", GOOD.encode() * 250_000, ": has more than the 1,000,000 characters"),
    ("not-utf-8.txt", b"The army \xff\xfe attacked \xe2\x82 the rebels.", ": is not UTF-8 (byte 9)"),
    ("nul.txt", b"The army\x00 attacked the rebels.", ": holds a NUL character at offset 8"),
    ("blank.txt", b" \n\t\n", ": holds nothing but white space"),
    ("one-bad-line.jsonl", f'{RECORD}\n{{"text": broken\n{RECORD}\n'.encode(), ":2: is broken JSON"),
    ("cut-off.json", b'{"text": "abc"', ": is broken JSON"),
    ("deep.json", b"[" * 100_000, ":1: is nested too deeply"),
]
READ = [
    ("utf-16.txt", GOOD.encode("utf-16")),
    ("nesting.html", f"<html><body><div><p>{GOOD} <b>It <i>is</b> over.</i><p><table></span></body>".encode()),
]


def annotate(*inputs: Path, seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": SOURCE, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-m", "crossread", "annotate", *map(str, inputs)], capture_output=True, env=environment, check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("inputs")
    for name, content in [*((name, content) for name, content, _ in REFUSED), *READ]:
        (path / name).write_bytes(content)
    return path


@pytest.fixture(scope="module")
def outcome(folder: Path) -> subprocess.CompletedProcess[bytes]:
    return annotate(folder)


@pytest.mark.parametrize(("name", "reason"), [(name, reason) for name, _, reason in REFUSED])
def test_what_cannot_be_read_is_named(folder: Path, outcome: subprocess.CompletedProcess[bytes], name: str, reason: str) -> None:
    lines = [line for line in outcome.stderr.decode().splitlines() if f"{folder / name}{reason}" in line]
    assert len(lines) == 1


def test_the_rest_is_read(outcome: subprocess.CompletedProcess[bytes]) -> None:
    records = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert outcome.returncode == 1
    assert len(outcome.stderr.splitlines()) == len(REFUSED)
    assert [Path(record["path"]).name for record in records] == [
        "nesting.html", "one-bad-line.jsonl", "one-bad-line.jsonl", "utf-16.txt",
    ]
    assert all(record["claims"] for record in records)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    found = annotate(tmp_path)
    assert found.returncode == 1
    assert f"{locked}: may not be read: permission denied" in found.stderr.decode()
    assert len(found.stdout.splitlines()) == 1


def test_processes_with_other_hash_seeds_print_the_same_bytes(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{GOOD} The Northern Front (NF) took {number + 2} towns.", encoding="utf-8")
    one, other = annotate(tmp_path, seed="1"), annotate(tmp_path, seed="4242")
    assert one.returncode == 0
    assert one.stdout == other.stdout

"""The locks pin every package by hash, and name no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_and_has_a_hash(lock: Path) -> None:
    packages = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    for package in packages:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==[0-9][\w.]*", package), package[:60]
        assert "--hash=sha256:" in package, package[:60]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_address_is_named(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|@ ", lock.read_text(encoding="utf-8"))


def test_all_that_is_needed_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = set(re.findall(r"^([a-z0-9-]+)", (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8"), re.MULTILINE))
    assert {re.split(r"[\[<>=!~ ]", need)[0].lower() for need in project["dependencies"]} <= pinned

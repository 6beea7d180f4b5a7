"""What the documentation promises is there, and what is there is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from crossread.cli.app import app
from crossread.kinds import KINDS

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_stands_in_the_guide(command: str) -> None:
    assert f"crossread {command}" in GUIDE
    words = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    for option in sorted(set(re.findall(r"--[a-z][a-z-]+", words)) - {"--help"}):
        assert f"`{option}" in GUIDE or f" {option} " in GUIDE, option


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_record_stands_in_the_guide(kind: str) -> None:
    assert f"crossread show {kind}" in GUIDE


def test_every_command_line_of_the_documentation_is_one() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for command in re.findall(r"^crossread (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert command in COMMANDS, f"{page.name}: crossread {command}"


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"

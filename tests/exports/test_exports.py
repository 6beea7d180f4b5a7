"""Every format holds what `show` shows, no text in it does anything, and the same case gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from typer.testing import CliRunner

from crossread.actors.resolver import RESOLVER
from crossread.api import Case
from crossread.case import Store
from crossread.cli.app import app
from crossread.cli.export import FORMATS as NAMED
from crossread.errors import CaseError
from crossread.exports import FORMATS, export
from crossread.exports.formats import dossier_of
from crossread.exports.network import SPACE
from crossread.exports.printed import to_html, to_pdf
from crossread.exports.report import Report, Section, Statement
from crossread.kinds import KINDS
from crossread.model.reading import EntityType
from tests.readings import Said, reading

HOSTILE = "=cmd <b>&#42; #panic() $x$ \u202eevil @Front"
PETRAK = "Ana Petrak"
TYPES: dict[str, EntityType] = {PETRAK: "person"}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Store(tmp_path / "a.case") as store:
        store.put(reading("d1", [
            Said(PETRAK, "leads", "River League", "Ana Petrak leads the River League."),
            Said(HOSTILE, "supports", "River League", f"The {HOSTILE} backs the River League."),
        ], types=TYPES, outlet="=Dawn"), reader="test")
        store.put(reading("d2", [Said("River League", "attacks", PETRAK, "The River League attacked Ana Petrak.")], types=TYPES),
                  reader="test")
        store.refresh(RESOLVER)
    with Case(tmp_path / "a.case") as opened:
        yield opened


def test_the_command_offers_every_format() -> None:
    assert set(NAMED) == set(FORMATS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_as_records_and_as_a_table(case: Case, kind: str) -> None:
    expected = [KINDS[kind].record(one) for one in KINDS[kind].find(case)]
    assert [json.loads(line) for line in export(case, "jsonl", kind=kind).decode().splitlines()] == expected
    assert json.loads(export(case, "json", kind=kind)) == expected
    rows = list(csv.reader(io.StringIO(export(case, "csv", kind=kind).decode())))
    assert len(rows) == len(expected) + 1
    assert not [cell for row in rows for cell in row if re.match(r"[=+@]|-(?![\d.]+$)", cell)]  # a number may be negative


@pytest.mark.parametrize("to", ["csv", "jsonl", "json"])
def test_without_a_kind_all_kinds_are_in_one_archive(case: Case, to: str) -> None:
    with zipfile.ZipFile(io.BytesIO(export(case, to))) as made:
        assert made.namelist() == [f"{kind}.{to}" for kind in KINDS]
        assert made.read(f"claims.{to}") == export(case, to, kind="claims")


def test_a_part_of_a_case(case: Case) -> None:
    petrak = next(actor.id for actor in case.actors() if actor.name == PETRAK)
    by_name, by_id = (export(case, "jsonl", kind="claims", about=name) for name in (PETRAK, petrak))
    assert by_name == by_id
    assert len(by_id.splitlines()) == 2
    assert len(export(case, "jsonl", kind="claims", document="d2").splitlines()) == 1


def test_a_workbook_has_a_sheet_for_each_kind_and_no_formula(case: Case) -> None:
    with zipfile.ZipFile(io.BytesIO(export(case, "xlsx"))) as made:
        sheets = [name for name in made.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len(KINDS)
        assert not [name for name in sheets if b"<f>" in made.read(name)]
        assert b"=cmd" in made.read("xl/sharedStrings.xml")


def test_relations_as_a_graph(case: Case) -> None:
    root = etree.fromstring(export(case, "graphml"))
    nodes, edges = root.findall(f".//{{{SPACE}}}node"), root.findall(f".//{{{SPACE}}}edge")
    ids = {node.get("id") for node in nodes}
    assert len(edges) == len(list(case.relations()))
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} == ids
    names = {data.text for data in root.findall(f".//{{{SPACE}}}node/{{{SPACE}}}data") if data.get("key") == "node-name"}
    assert {PETRAK, "River League"} <= names


def test_a_dossier_numbers_its_quotes_and_sources(case: Case) -> None:
    case.grade_source("=Dawn", "C", why="fairly")
    made = dossier_of(case, "River League")
    assert [quote.number for quote in made.quotes] == list(range(1, len(made.quotes) + 1))
    assert {source.id for source in made.sources} == {"d1", "d2"}
    assert {source.grade for source in made.sources} == {"C", ""}
    numbers = {number for section in made.sections for statement in section.statements for number in statement.quotes}
    assert numbers == {quote.number for quote in made.quotes}
    assert {quote.source for quote in made.quotes} == {source.number for source in made.sources}
    hostile = next(section for section in made.sections if section.title == "Hostile")
    statement, = hostile.statements
    quote = made.quotes[statement.quotes[0] - 1]
    assert quote.words == "The River League attacked Ana Petrak."


def test_a_dossier_as_html_is_text_and_complete(case: Case) -> None:
    page = to_html(dossier_of(case, "River League")).decode()
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;#42; #panic()" in page
    anchors = set(re.findall(r'id="([qs]\d+)"', page))
    assert set(re.findall(r'href="#([qs]\d+)"', page)) == anchors
    assert "http" not in page


def test_arabic_names_have_letters_on_every_machine() -> None:
    arabic = "\u062e\u0644\u064a\u0641\u0629"
    made = Report(arabic, (f"{arabic}; person",), (Section("Names", (Statement(f"Veln is called {arabic}"),)),), (), ())
    assert b"Amiri" in to_pdf(made)
    assert b"Amiri" not in to_pdf(replace(made, title="Veln", lines=(), sections=()))


def test_a_dossier_as_pdf_takes_no_text_for_markup_and_is_the_same_twice(case: Case) -> None:
    made = dossier_of(case, "River League")
    assert to_pdf(made)[:5] == b"%PDF-"
    assert to_pdf(made) == to_pdf(made)


@pytest.mark.parametrize(("to", "asked", "said"), [
    ("doc", {}, "no format"), ("csv", {"kind": "ships"}, "no kind"), ("pdf", {}, "about one actor"),
    ("pdf", {"about": "Nobody"}, "no actor is called so"), ("xlsx", {"kind": "claims"}, "leave --kind out"),
    ("html", {"about": "River League", "kind": "claims"}, "about one actor"),
])
def test_what_makes_no_sense_is_refused(case: Case, to: str, asked: dict[str, str], said: str) -> None:
    with pytest.raises(CaseError, match=said):
        export(case, to, **asked)


def test_the_command_writes_files(case: Case, tmp_path: Path) -> None:
    arguments = ["export", "--case", str(case.path), "--to", "csv", "--kind", "claims"]
    assert CliRunner().invoke(app, [*arguments, "-o", str(tmp_path / "claims.csv")]).exit_code == 0
    assert (tmp_path / "claims.csv").read_bytes() == export(case, "csv", kind="claims")
    assert CliRunner().invoke(app, [*arguments, "-o", "-"]).stdout_bytes == export(case, "csv", kind="claims")
    failed = CliRunner().invoke(app, [*arguments, "-o", str(tmp_path / "no" / "folder.csv")])
    assert failed.exit_code == 1
    assert "No such file" in failed.stderr

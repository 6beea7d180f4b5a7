"""The program as a process: killed, cut off, started cold. None of these needs a model."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossread.api import Case
from crossread.exchange.annotation import claim_record, to_json
from crossread.exchange.records import actor_record, document_record
from tests.readings import Said, reading

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src"), "PYTHONWARNINGS": "error"}
PROGRAM = (sys.executable, "-c", "from crossread.cli import main; main()")


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
    )


def finish(*arguments: str | Path) -> tuple[int, str, str]:
    process = start(*arguments)
    out, err = process.communicate(timeout=60)
    return process.returncode, out.decode(), err.decode()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Annotation records of four hundred documents."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    names = ["Northern Front", "River League", "Halden", "Dawn Brigade"]
    pick = random.Random(7)
    with path.open("w", encoding="utf-8") as out:
        for number in range(400):
            one, other = pick.sample(names, 2)
            said = Said(one, "attacks", other, f"{one} attacked {other} for the {number}th time.")
            out.write(to_json(reading(f"d{number}", [said])) + "\n")
    return path


def shown(path: Path) -> list[object]:
    with Case(path) as case:
        return [*map(document_record, case.documents()), *map(actor_record, case.actors()), *map(claim_record, case.claims())]


def test_a_kill_at_any_moment_loses_nothing_that_was_written(tmp_path: Path, many: Path) -> None:
    killed, whole = tmp_path / "killed.case", tmp_path / "whole.case"
    kept = 0
    for wish in (1, 60, 200):
        process = start("read", many, "--annotations", "--case", killed)
        for _ in range(2000):
            if killed.exists() and killed.stat().st_size and _documents(killed) >= wish:
                break
            time.sleep(0.01)
        process.kill()
        process.communicate()
        with Case(killed) as case:
            found = list(case.documents())
            assert kept <= len(found) <= 400
            assert len(list(case.claims())) == len(found)
            assert all(case.reading(document.id) is not None for document in found)
            kept = len(found)
    code, _, err = finish("read", many, "--annotations", "--case", killed)
    assert code == 0
    assert f"{400 - kept} new" in err
    assert finish("read", many, "--annotations", "--case", whole)[0] == 0
    assert shown(killed) == shown(whole)


def _documents(path: Path) -> int:
    from crossread.errors import CaseError

    try:
        with Case(path, create=False) as case:
            return case.counts()[0]
    except CaseError:  # not yet a case: it is being made
        return 0


def test_an_interruption_says_how_to_go_on(tmp_path: Path, many: Path) -> None:
    case = tmp_path / "a.case"
    process = start("read", many, "--annotations", "--case", case)
    for _ in range(2000):
        if case.exists() and case.stat().st_size and _documents(case) >= 5:
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().startswith("crossread: interrupted; what was read is in ")
    assert _documents(case) >= 5


def test_a_reader_that_has_had_enough(tmp_path: Path, many: Path) -> None:
    case = tmp_path / "a.case"
    assert finish("read", many, "--annotations", "--case", case)[0] == 0
    process = start("show", "claims", "--case", case, "--format", "jsonl")
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"{")
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


def test_two_processes_print_the_same_bytes(tmp_path: Path, many: Path) -> None:
    case = tmp_path / "a.case"
    finish("read", many, "--annotations", "--case", case)
    for kind in ("documents", "actors", "claims"):
        arguments = ("show", kind, "--case", case, "--format", "jsonl")
        assert finish(*arguments) == finish(*arguments)


def test_errors_of_the_whole_are_one_line_and_status_2(tmp_path: Path) -> None:
    (tmp_path / "x.case").write_text("no database" * 500)
    code, out, err = finish("show", "claims", "--case", tmp_path / "x.case")
    assert (code, out) == (2, "")
    assert err.startswith("crossread: ")
    assert len(err.splitlines()) == 1


def test_without_a_model_the_command_fails_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The Front attacked Halden.")
    monkeypatch.setitem(ENVIRONMENT, "CROSSREAD_MODEL", str(tmp_path / "nowhere"))
    monkeypatch.setitem(ENVIRONMENT, "PYTHONWARNINGS", "default")
    for jobs in ("1", "2"):
        code, out, err = finish("annotate", tmp_path / "a.txt", "--jobs", jobs)
        assert (code, out) == (2, "")
        assert f"no language model can be loaded from {tmp_path / 'nowhere'}" in err


def test_help_and_show_do_not_load_what_reading_needs() -> None:
    code = "import sys; import crossread.cli.app; print(sorted({'spacy', 'numpy', 'thinc', 'lxml'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert found.stdout == "[]\n"


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys; import crossread; print([name for name in sys.modules if name.startswith('crossread.')])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert found.stdout == "['crossread._version']\n"

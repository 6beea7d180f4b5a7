"""Files of annotation records, good and bad."""

from __future__ import annotations

import io
import json
from pathlib import Path

from crossread.errors import InputError
from crossread.exchange.annotation import to_json, to_record
from crossread.exchange.annotation_files import load_annotations
from tests.readings import full_reading


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "coded.jsonl"
    good = to_json(full_reading())
    path.write_text(f'\ufeff{good}\n\nnot json\n["a"]\n{{"id": "x"}}\n{good}\n', encoding="utf-8")
    found = list(load_annotations([str(path)]))
    assert [found[0], found[-1]] == [full_reading()] * 2
    errors = [one for one in found if isinstance(one, InputError)]
    assert [error.name for error in errors] == [f"{path}:3", f"{path}:4", f"{path}:5 (x)"]


def test_one_record_or_a_list_of_them(tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(to_json(full_reading()), encoding="utf-8")
    many.write_text(json.dumps([to_record(full_reading()), 3]), encoding="utf-8")
    assert list(load_annotations([str(one)])) == [full_reading()]
    found = list(load_annotations([str(many)]))
    assert found[0] == full_reading()
    assert isinstance(found[1], InputError)
    assert found[1].name == f"{many}[1]"


def test_folders_are_walked_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.jsonl").write_text("x\n")
    (tmp_path / "a.jsonl").write_text("x\n")
    (tmp_path / "c.txt").write_text("not looked at")
    names = [one.name for one in load_annotations([str(tmp_path)]) if isinstance(one, InputError)]
    assert names == [f"{tmp_path}/a.jsonl:1", f"{tmp_path}/b/1.jsonl:1"]


def test_what_is_not_there_and_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe{}\n")
    (tmp_path / "deep.jsonl").write_text("[" * 100_000)
    (tmp_path / "empty").mkdir()
    found = list(load_annotations([str(tmp_path / name) for name in ("gone.jsonl", "bytes.jsonl", "deep.jsonl", "empty")]))
    reasons = [one.reason for one in found if isinstance(one, InputError)]
    assert reasons[0] == "No such file or directory"
    assert "is not UTF-8" in reasons[1]
    assert reasons[2] == "is nested too deeply"
    assert "no file in this folder" in reasons[3]


def test_standard_input() -> None:
    assert list(load_annotations(["-"], stdin=io.BytesIO(to_json(full_reading()).encode()))) == [full_reading()]

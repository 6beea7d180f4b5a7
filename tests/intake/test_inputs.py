"""Files, folders, standard input: what is read, in what order, and what is said of what cannot be."""

from __future__ import annotations

import gzip
import hashlib
import io
from pathlib import Path

import pytest

from crossread.errors import InputError
from crossread.intake import LONGEST, Given, Loaded, load_inputs

TEXT = "The army took the harbour.\r\nThe governor left.\n"


def told(*names: object) -> list[str]:
    return [
        one.document.text if isinstance(one, Loaded) else f"{Path(one.name).name}: {one.reason}"
        for one in load_inputs(map(str, names))
    ]


def test_a_text_is_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    (found,) = load_inputs([str(path)])
    assert isinstance(found, Loaded)
    assert (found.document.text, found.original, found.media_type) == (TEXT, TEXT.encode(), "text/plain")
    assert (found.document.id, found.document.path) == (hashlib.sha256(TEXT.encode()).hexdigest(), str(path))


def test_a_folder_in_name_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", ".hidden.txt", ".git/x.txt", "c.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "c.json"}' if name.endswith("json") else name, encoding="utf-8")
    assert told(tmp_path) == ["a/10.txt", "a/2.txt", "b.txt", "c.json"]


def test_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_bytes(b"a" * (20 * LONGEST))
    (tmp_path / "3.txt").write_bytes(b"bad \xff\xfe bytes")
    (tmp_path / "4.dat").write_bytes(bytes(range(256)))
    (tmp_path / "5.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "6").mkdir()
    (tmp_path / "6" / "back").symlink_to(tmp_path)
    (tmp_path / "7.txt").write_text("good", encoding="utf-8")
    (tmp_path / "8.txt.gz").write_bytes(gzip.compress(b"packed"))
    (tmp_path / "9.txt.gz").write_bytes(gzip.compress(b"packed" * 99)[:30])
    found = told(tmp_path, tmp_path / "missing", "bad\0name")
    for said, expected in zip(
        found,
        [
            "1.txt: is empty",
            "2.txt: has more than the 1,000,000 characters",
            "3.txt: is not UTF-8 (byte 4)",
            "4.dat: is not UTF-8",
            "5.txt: is a link to nothing",
            "back: is a link back",
            "good",
            "packed",
            "9.txt.gz: compressed file ended",
            "missing: there is no such",
            "bad\0name: embedded null byte",
        ],
        strict=True,
    ):
        assert said.startswith(expected)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_text("good", encoding="utf-8")

    def refuse(path: Path, *args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    import os

    walk = os.scandir
    monkeypatch.setattr(
        "crossread.intake.inputs.os.scandir", lambda path: refuse(path) if str(path).endswith("closed") else walk(path)
    )
    assert told(tmp_path) == ["closed: may not be read: permission denied", "good"]


def test_kinds_without_a_suffix(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(
        "<!DOCTYPE html><html><body><p>" + "The army took the harbour on Monday. " * 9 + "</p></body></html>", encoding="utf-8"
    )
    (tmp_path / "record").write_text('{"text": "A record."}', encoding="utf-8")
    (tmp_path / "text.xyz").write_text("A text.", encoding="utf-8")
    kinds = [one.media_type for one in load_inputs([str(tmp_path)]) if isinstance(one, Loaded)]
    assert kinds == ["text/html", "application/json", "text/plain"]


def test_standard_input() -> None:
    (found,) = load_inputs(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(found, Loaded)
    assert (found.document.text, found.document.path) == (TEXT, "-")


def test_an_address_that_cannot_be_reached() -> None:
    (found,) = load_inputs(["http://127.0.0.1:9/article"])
    assert isinstance(found, InputError)
    assert found.name == "http://127.0.0.1:9/article"
    assert "cannot be fetched" in found.reason


def test_content_given_with_a_name_is_read_as_a_file_of_that_name_would_be(tmp_path: Path) -> None:
    page = b"<html><body><p>The army took the harbour in the night, and the governor left the town.</p></body></html>"
    path = tmp_path / "page.html"
    path.write_bytes(page)
    (there,) = load_inputs([str(path)])
    for name, content in (("page.html", page), ("page.html.gz", gzip.compress(page))):
        (found,) = load_inputs([Given(name, content)])
        assert isinstance(found, Loaded)
        assert isinstance(there, Loaded)
        assert (found.document.text, found.document.id, found.media_type) == (there.document.text, there.document.id, "text/html")
        assert found.document.path == name


def test_a_given_name_is_never_looked_for_on_this_machine(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("The key lies under the stone.")
    (found,) = load_inputs([Given(str(path), b"")])
    assert isinstance(found, InputError)
    assert found.reason == "is empty"

"""Bytes that are text, bytes that are not, and what is said of them."""

from __future__ import annotations

import pytest

from crossread.errors import InputError
from crossread.intake.decoding import decode, fault
from crossread.intake.loaded import LONGEST

TEXT = "L’armée a pris le port lundi. The army took the harbour."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), name="x") == TEXT


def test_utf16_without_a_mark() -> None:
    assert decode("The army took the harbour.".encode("utf-16-le"), name="x") == "The army took the harbour."
    assert decode("The army took the harbour.".encode("utf-16-be"), name="x") == "The army took the harbour."


def test_line_ends_and_inner_marks_stay() -> None:
    assert decode("a\r\nb\rc\n\ufeffd".encode(), name="x") == "a\r\nb\rc\n\ufeffd"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"The army \xff\xfe took the harbour", "not UTF-8 (byte 9)"),
        (b"\xff\xfea", "UTF-16"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xff\xd8\xff\xe0 picture", "picture"),
        ("Армия взяла порт".encode("koi8-r"), "not UTF-8"),
    ],
)
def test_refused(content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match="x: ") as error:
        decode(content, name="x")
    assert reason in error.value.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        (" \n\t", "white space"),
        ("a" * (LONGEST + 1), "1,000,000"),
        ("a\x00b", "NUL"),
        ("a\ud800b", "surrogate"),
        ("\x01\x02\x03" * 20, "binary"),
    ],
)
def test_faults(text: str, reason: str) -> None:
    assert reason in (fault(text) or "")


def test_no_fault() -> None:
    assert fault("a\x0cb, \U0001f600 and \u0301") is None

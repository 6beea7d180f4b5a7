"""From bytes to characters: one encoding is known, or the input is refused with what to do about it.

In this order: a byte order mark (UTF-8, UTF-16, UTF-32), which marks the encoding and is no part of the text; UTF-8;
UTF-16 without a mark, where every other byte is zero; Windows-1252, where all bytes beyond ASCII are letters within words
or typographic signs, as in texts of older programs. Bytes that are none of these are refused, not guessed at: a wrong
guess would put words in the text that nobody wrote.
"""

from __future__ import annotations

import codecs
import re

from crossread.errors import InputError
from crossread.intake.loaded import LONGEST

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = 0.4  # share of zero bytes at even or at odd places that only UTF-16 of an alphabet has
_SIGNS = re.compile(rb"[\x80\x82\x84\x85\x8b\x91-\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xbb]")
_LETTERS = re.compile(rb"[\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xd6\xd8-\xdd\xdf-\xef\xf1-\xf6\xf8-\xfd]")
WAY_OUT = "split it, or give its articles as records of a .jsonl file"
_BEYOND = re.compile(rb"[\x80-\xff]")
_RARE = 0.2  # share of bytes beyond ASCII in a text of a Western language, at most
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "compressed"),
)


def decode(content: bytes, *, name: str) -> str:
    """The text in the bytes.

    Raises:
        InputError: they are in no known encoding, or are no text at all.
    """
    for start, what in _BINARY:
        if content.startswith(start):
            raise InputError(name, f"is {what}, which is not read; save its text as .txt")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(name, f"begins as {encoding.upper()} but is broken at byte {error.start + len(mark)}") from error
    wide = _wide(content)
    if wide is not None:
        try:
            return content.decode(wide)
        except UnicodeDecodeError:
            pass  # not that either; what follows says so
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_western(content):
            return content.decode("cp1252")
        reason = (
            f"is not UTF-8 (byte {error.start}) and in no other encoding that is certain; convert it to UTF-8, with iconv say"
        )
        raise InputError(name, reason) from error


def fault(text: str) -> str | None:
    """Why a text cannot be read as a document; nothing if it can."""
    if not text.strip():
        return "is empty" if not text else "holds nothing but white space"
    if len(text) > LONGEST:
        return f"has {len(text):,} characters, and one document may have {LONGEST:,}; {WAY_OUT}"
    if "\x00" in text:
        return f"holds a NUL character at offset {text.index(chr(0))}: it is no text, or a damaged one"
    control = len(_CONTROL.findall(text))
    if control > 8 and control * 50 > len(text):
        return "is binary: too many control characters"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"holds half a character (a lone surrogate) at offset {error.start}"
    return None


def _wide(content: bytes) -> str | None:
    head = content[:4096]
    half = len(head) // 2
    if half < 4:
        return None
    if head[1::2].count(0) > _WIDE * half and head[0::2].count(0) < half // 10:
        return "utf-16-le"
    if head[0::2].count(0) > _WIDE * half and head[1::2].count(0) < half // 10:
        return "utf-16-be"
    return None


def _is_western(content: bytes) -> bool:
    beyond = len(_BEYOND.findall(content))
    plausible = len(_SIGNS.findall(content)) + len(_LETTERS.findall(content))
    letters = re.findall(rb"(?<![\x80-\xff])[\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xff]{1,2}(?![\x80-\xff])", content)
    alone = sum(len(found) for found in letters) + len(_SIGNS.findall(content))
    return plausible == beyond and alone == beyond and beyond < _RARE * len(content) and b"\x00" not in content

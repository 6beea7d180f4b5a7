"""Records in JSON: one or a list of them in a `.json` file, one a line in a `.jsonl` file. Streams; a bad record is named
by file and line and the others are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from crossread.errors import InputError
from crossread.intake.dates import published as published_in
from crossread.intake.decoding import decode
from crossread.intake.layout import layout
from crossread.intake.loaded import LONGEST, Known, Loaded
from crossread.intake.making import make_document
from crossread.model import Published

LINE = 16 * LONGEST  # bytes of one record: every character escaped, and as much again for other fields
_NAMES = ("id", "title", "outlet", "author", "url", "language")
_SPACE = " \t\r\n"


def from_lines(lines: Iterable[bytes], *, name: str) -> Iterator[Loaded | InputError]:
    """The documents of a file of JSON lines."""
    for number, line in enumerate(lines, 1):
        where = f"{name}:{number}"
        if len(line) > LINE:
            yield InputError(
                where, f"a line of more than {LINE:,} bytes; its text is longer than the {LONGEST:,} characters of one document"
            )
            return
        if line.strip():
            yield _from_bytes(line, where, path=name)


def from_whole(content: bytes, *, name: str) -> Iterator[Loaded | InputError]:
    """The documents of a `.json` file: a record, a list of records, or records one after another."""
    try:
        text = decode(content, name=name)
    except InputError as error:
        yield error
        return
    at = _skip(text, 0)
    if at == len(text):
        yield InputError(name, "is empty")
        return
    listed = text[at] == "["
    single = not listed
    if listed:
        at = _skip(text, at + 1)
        if text[at : at + 1] == "]":
            yield InputError(name, "is an empty list: it holds no record")
            return
    line, counted = 1, 0
    while at < len(text) and not (listed and text[at] == "]"):
        line, counted = line + text.count("\n", counted, at), at
        where = name if single and at == _skip(text, 0) else f"{name}:{line}"
        try:
            record, end = _decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield InputError(where, _why(error))
            return
        original = (
            content
            if single and _skip(text, end) == len(text) and where == name
            else text[at:end].encode("utf-8", "surrogatepass")
        )
        yield _made(record, where, path=name, original=original)
        at = _skip(text, end)
        if listed and text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif listed and text[at : at + 1] != "]":
            yield InputError(f"{name}:{line}", "is broken JSON: a comma or the end of the list is missing after this record")
            return


def _from_bytes(line: bytes, where: str, *, path: str) -> Loaded | InputError:
    try:
        record = _decoder.decode(decode(line, name=where))
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return InputError(where, _why(error))
    return _made(record, where, path=path, original=line.rstrip(b"\r\n"))


def _made(record: Any, where: str, *, path: str, original: bytes) -> Loaded | InputError:
    try:
        if not isinstance(record, dict):
            raise InputError(where, "is no record: an object with a field `text` is needed")
        text = record.get("text")
        if not isinstance(text, str):
            raise InputError(where, "has no `text`" if text is None else "`text` is not a string")
        document = make_document(text, name=where, original=original, known=_known(record, where), path=path)
    except InputError as error:
        return error
    return Loaded(document, original, "application/json")


def _known(record: dict[str, Any], where: str) -> Known:
    found = {field: _string(record.get(field), field, where) for field in _NAMES}
    return Known(
        id=found["id"],
        title=found["title"],
        outlet=found["outlet"],
        author=found["author"],
        url=found["url"],
        language=found["language"],
        published=_published(record.get("published"), where, found["language"]),
    )


def _string(value: Any, field: str, where: str) -> str | None:
    """A field as a string: numbers as they are written, lists of strings joined by commas, blank ones as nothing."""
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(one.strip() for one in value if one.strip()) or None
    raise InputError(where, f"`{field}` is not a string")


def _published(value: Any, where: str, language: str | None) -> Published | None:
    """The date a record gives, as a string or as the record of an annotation. Nothing where its basis says it was only
    inferred, or where the string is no date ("three days ago"): the text is asked then."""
    if isinstance(value, dict):
        if value.get("basis") in ("inferred", "unknown"):
            return None
        value = value.get("date") or value.get("earliest")
    text = _string(value, "published", where)
    if text is None:
        return None
    primary = (language or "").split("-")[0].lower()
    return published_in(text, layout=layout(primary if primary.isalpha() else None))


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is broken JSON: {error.msg.removesuffix(' at')} at column {error.colno}"
    return "is nested too deeply" if isinstance(error, RecursionError) else f"is broken JSON: {str(error).split(':')[0]}"


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no value of JSON")


_decoder = json.JSONDecoder(parse_constant=_refuse)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at

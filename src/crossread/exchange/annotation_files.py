"""Files of `annotation` records: JSON lines, one JSON record, or a JSON list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from crossread.errors import InputError
from crossread.exchange.from_annotation import from_record
from crossread.model import Reading

SUFFIXES = (".json", ".jsonl", ".ndjson")
STDIN = "-"


def load_annotations(inputs: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Reading | InputError]:
    """The readings in files, folders (walked in name order) and `-` (`stdin`), one after another.

    What cannot be read comes out as the error that names it, at its place; the others go on.
    """
    for name in inputs:
        if name == STDIN and stdin is not None:
            yield from _lines(stdin, name)
            continue
        try:
            paths = _files(Path(name))
        except OSError as error:
            yield InputError(name, error.strerror or str(error))
            continue
        if not paths:
            yield InputError(name, f"no file in this folder ends in {', '.join(SUFFIXES)}")
        for path in paths:
            yield from _file(path)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(found for found in path.rglob("*") if found.suffix.lower() in SUFFIXES and found.is_file())


def _file(path: Path) -> Iterator[Reading | InputError]:
    try:
        with path.open("rb") as source:
            if path.suffix.lower() == ".json":
                yield from _whole(source.read(), str(path))
            else:
                yield from _lines(source, str(path))
    except OSError as error:
        yield InputError(str(path), error.strerror or str(error))


def _whole(content: bytes, name: str) -> Iterator[Reading | InputError]:
    value = _parsed(content, name)
    if isinstance(value, InputError):
        yield value
    elif isinstance(value, list):
        yield from (_reading(record, f"{name}[{index}]") for index, record in enumerate(value))
    else:
        yield _reading(value, name)


def _lines(source: Iterable[bytes], name: str) -> Iterator[Reading | InputError]:
    for count, line in enumerate(source, start=1):
        if line.strip():
            value = _parsed(line, f"{name}:{count}")
            yield value if isinstance(value, InputError) else _reading(value, f"{name}:{count}")


def _parsed(content: bytes, name: str) -> object:
    try:
        value: object = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return InputError(name, f"is not UTF-8: {error.reason} at byte {error.start}")
    except json.JSONDecodeError as error:
        return InputError(name, f"is not JSON: {error}")
    except RecursionError:
        return InputError(name, "is nested too deeply")
    return value


def _reading(value: object, name: str) -> Reading | InputError:
    if not isinstance(value, dict):
        return InputError(name, "an object is needed: one annotation record")
    try:
        return from_record(value, name=f"{name} ({value['id']})" if isinstance(value.get("id"), str) else name)
    except InputError as error:
        return error

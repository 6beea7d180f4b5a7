"""From what the user names to documents: files, folders, addresses, standard input. One bad input never stops the others."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from crossread.errors import InputError
from crossread.intake.decoding import WAY_OUT, decode
from crossread.intake.fetching import ADDRESS, fetch
from crossread.intake.html import LARGEST, html_document
from crossread.intake.jsonrecords import LINE, from_lines, from_whole
from crossread.intake.loaded import LONGEST, Given, Known, Loaded, MediaType, Public
from crossread.intake.making import make_document
from crossread.intake.markdown import front_matter, markdown_blocks

STDIN = "-"
RECORDS = "application/jsonl"  # one record a line; its documents are `application/json`
SUFFIXES: dict[str, str] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".jsonl": RECORDS,
    ".ndjson": RECORDS,
}
_PLAIN = 4 * LONGEST + 4  # bytes that the longest document can have
_WHOLE = 256_000_000  # bytes of a .json file: it is read as one
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<div", b"<p>")


def is_address(name: str) -> bool:
    """Whether a name is an `http` or `https` address rather than a file's."""
    return ADDRESS.fullmatch(name) is not None


def load_inputs(inputs: Iterable[str | Given | Public], *, stdin: BinaryIO | None = None) -> Iterator[Loaded | InputError]:
    """The documents of files, folders (walked in name order, hidden files skipped), `http(s)` addresses, standard input
    (`-`, one document or records) and contents given with a name, in input order. Holds one document at a time.

    An input, or a record of one, that cannot be read comes out as the error that names it and says why.
    """
    for name in inputs:
        if isinstance(name, Given):
            yield from _from_stream(_unpacked(name), name.name, _suffix(PurePath(name.name)))
        elif isinstance(name, Public):
            yield from _from_address(name.url, public=True)
        elif name == STDIN:
            yield from _from_stream(stdin or sys.stdin.buffer, STDIN, None)
        elif is_address(name):
            yield from _from_address(name)
        else:
            yield from _from_path(Path(name), within=())


def _from_path(path: Path, *, within: tuple[tuple[int, int], ...]) -> Iterator[Loaded | InputError]:
    name = str(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            yield from _from_folder(path, (found.st_dev, found.st_ino), within)
        elif not stat.S_ISREG(found.st_mode) and within:
            yield InputError(name, "is not a file")
        else:
            with _opened(path) as stream:
                yield from _from_stream(stream, name, _suffix(path))
    except FileNotFoundError:
        yield InputError(name, "is a link to nothing" if path.is_symlink() else "there is no such file or folder")
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        yield InputError(name, _reason(error))


def _from_folder(path: Path, identity: tuple[int, int], within: tuple[tuple[int, int], ...]) -> Iterator[Loaded | InputError]:
    if identity in within:
        yield InputError(str(path), "is a link back to a folder that holds it")
        return
    with os.scandir(path) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    if not names and not within:
        yield InputError(str(path), "is an empty folder")
    for name in names:
        yield from _from_path(path / name, within=(*within, identity))


def _unpacked(given: Given) -> BinaryIO:
    stream = BytesIO(given.content)
    return cast("BinaryIO", gzip.open(stream, "rb")) if given.name.lower().endswith(".gz") else stream


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path.suffix.lower() == ".gz":
        with gzip.open(path, "rb") as stream:
            yield cast("BinaryIO", stream)
    else:
        with path.open("rb") as stream:
            yield stream


def _from_stream(stream: BinaryIO, name: str, media_type: str | None) -> Iterator[Loaded | InputError]:
    try:
        if media_type == RECORDS:
            yield from from_lines(_lines(stream), name=name)
            return
        limit = {"application/json": _WHOLE, "text/html": LARGEST, None: _WHOLE}.get(media_type, _PLAIN)
        content = stream.read(limit + 1)
        kind = media_type or _sniffed(content)
        if len(content) > limit and kind in ("text/plain", "text/markdown"):
            yield InputError(name, f"has more than the {LONGEST:,} characters that one document may have; {WAY_OUT}")
        elif len(content) > limit:
            yield InputError(
                name, f"has more than {limit:,} bytes; give records one a line as .jsonl, or the text of a page as .txt"
            )
        else:
            yield from _from_content(content, name, kind)
    except (OSError, EOFError, zlib.error) as error:
        yield InputError(name, _reason(error))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LINE + 1):
        yield line


def _from_address(url: str, *, public: bool = False) -> Iterator[Loaded | InputError]:
    try:
        fetched = fetch(url, public=public)
    except InputError as error:
        yield error
        return
    kind = fetched.media_type if fetched.media_type in SUFFIXES.values() else _sniffed(fetched.content)
    yield from _from_content(fetched.content, url, kind, charset=fetched.charset, url=url)


def _from_content(
    content: bytes, name: str, media_type: str, *, charset: str | None = None, url: str | None = None
) -> Iterator[Loaded | InputError]:
    if media_type == RECORDS:
        yield from from_lines(content.splitlines(keepends=True), name=name)
        return
    if media_type == "application/json":
        yield from from_whole(content, name=name)
        return
    try:
        if not content:
            raise InputError(name, "is empty")
        blocks, known = None, Known(url=url)
        if media_type == "text/html":
            text, blocks, known = html_document(content, name=name, charset=charset, url=url)
        else:
            text = decode(content, name=name)
        if media_type == "text/markdown":
            blocks, known = markdown_blocks(text), front_matter(text)
        document = make_document(text, name=name, original=content, known=known, path=name, blocks=blocks)
    except InputError as error:
        yield error
    else:
        yield Loaded(document, content, cast("MediaType", media_type))


def _suffix(path: PurePath) -> str | None:
    inner = PurePath(path.stem) if path.suffix.lower() == ".gz" else path
    return SUFFIXES.get(inner.suffix.lower())


def _sniffed(content: bytes) -> str:
    """What bytes without a known suffix are, by their first characters; plain text where nothing says otherwise."""
    head = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(_HTML):
        return "text/html"
    if head.startswith((b'{"', b"{ ", b"{\n", b"{\r", b"[{", b"[\n", b"[ ")) and b'"text"' in content:
        return "application/json"
    return "text/plain"


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()

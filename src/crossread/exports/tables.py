"""Records as CSV and as JSON lines: one kind in a file, or every kind in an archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

from crossread.api import Case
from crossread.exchange.annotation import dump
from crossread.exchange.tables import write_csv
from crossread.kinds import KINDS, Kind

Write = Callable[[Kind, Iterable[Any]], bytes]
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest day of the format: the same case gives the same archive


def csv_bytes(kind: Kind, records: Iterable[Any]) -> bytes:
    """Records as CSV with a heading, for spreadsheets; what these would run as a formula has an apostrophe in front."""
    out = io.StringIO(newline="")
    write_csv(records, columns=kind.columns, out=out)
    return out.getvalue().encode("utf-8", "replace")


def jsonl_bytes(kind: Kind, records: Iterable[Any]) -> bytes:
    """The records of the contract, one a line."""
    return "".join(dump(kind.record(one)) + "\n" for one in records).encode("utf-8")


def json_bytes(kind: Kind, records: Iterable[Any]) -> bytes:
    """The same as one JSON list."""
    return ("[" + ",\n".join(dump(kind.record(one)) for one in records) + "]\n").encode("utf-8")


def archive(case: Case, write: Write, *, ending: str, filters: dict[str, Any]) -> bytes:
    """All kinds in a ZIP archive, one file each."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, kind in KINDS.items():
            entry = zipfile.ZipInfo(f"{name}.{ending}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, write(kind, kind.find(case, **filters)))
    return out.getvalue()

"""A spreadsheet with a sheet for each kind of record."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import xlsxwriter

from crossread.api import Case
from crossread.kinds import KINDS

LONGEST = 32_000  # characters of a cell; the format allows a few more
EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones; a fixed day makes the same case give the same file


def workbook(case: Case, *, filters: dict[str, Any]) -> bytes:
    """All kinds, one a sheet. Text is written as text: no cell is a formula or a link."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": EPOCH})
        heading = book.add_format({"bold": True})
        for name, kind in KINDS.items():
            sheet = book.add_worksheet(name)
            columns = [column for column in kind.columns if not column.only]
            sheet.write_row(0, 0, [column.name for column in columns], heading)
            sheet.freeze_panes(1, 0)
            last = 0
            for last, record in enumerate(kind.find(case, **filters), start=1):
                for at, column in enumerate(columns):
                    cell = column.cell(record)
                    if isinstance(cell, str):
                        sheet.write_string(last, at, cell.encode("utf-8", "replace").decode()[:LONGEST])
                    elif cell is not None:
                        sheet.write_number(last, at, cell)
            sheet.autofilter(0, 0, last, len(columns) - 1)
    return out.getvalue()

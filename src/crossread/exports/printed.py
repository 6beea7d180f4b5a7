"""A report as HTML and as PDF. What comes from documents is data in both: escaped in the one, strings that the typesetter never
reads as markup in the other."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import fontpkg
import typst
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crossread.exports.report import Report

FOLDER = Path(__file__).parent / "templates"
# The typesetter brings letters for Latin, Greek and Cyrillic; Arabic, with its joined forms, comes from here. What none of them
# has is looked for among the fonts of the machine.
FONTS = ("amiri",)
# What does not show but changes how other text shows, and characters that no font has.
_HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )


def to_html(report: Report) -> bytes:
    """A page of its own, with its style in it, made to be printed. Numbers are links."""
    return _environment().get_template("dossier.html").render(report=report).encode("utf-8", "replace")


def to_pdf(report: Report) -> bytes:
    """The same on A4, with page numbers. The same report gives the same bytes."""
    data = json.dumps(asdict(report), ensure_ascii=False)
    clean = json.dumps(_clean(json.loads(data)), ensure_ascii=False)
    fonts: list[Path] = [Path(fontpkg.path(name)).parent for name in FONTS]
    return typst.compile(FOLDER / "dossier.typ", root=FOLDER, font_paths=fonts, sys_inputs={"report": clean}, format="pdf")


def _clean(value: object) -> object:
    """The same without characters that hide or turn text around."""
    if isinstance(value, str):
        return _HIDDEN.sub("", value)
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value

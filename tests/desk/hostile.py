"""A case of documents that mean harm: markup, scripts and tricks of direction in every field that a page shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crossread.api import Case

SCRIPT = "<script>window.harmed = true</script>"
HANDLER = "<img src=x onerror=\"window.harmed = true\">"
BREAKOUT = "\"'><svg onload=window.harmed=true>"
LINK = "javascript:window.harmed=true"
TURNED = "\u202egnp.live\u2066"
ARABIC = "المجلس الأعلى"
LONG = "Very " * 60 + "Long Front"
TEMPLATE = "{{ 7 * 7 }}{% raw %}"

PAYLOADS = ("<script>window", "<img src=x", "<svg onload", 'href="javascript:', "49{%")


def write(where: Path) -> Path:
    """Make the case."""
    source = where.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(record) + "\n" for record in _records()), encoding="utf-8")
    with Case(where) as case:
        summary = case.read_annotations(source)
        assert not summary.failures, summary.failures[0]
    return where


def _records() -> Iterator[dict[str, Any]]:
    names = [SCRIPT, HANDLER, BREAKOUT, TURNED, ARABIC, LONG, TEMPLATE, "Harbour Guard"]
    for number, name in enumerate(names):
        other = names[(number + 1) % len(names)]
        words = f"{name} attacked {other} in Aleppo {SCRIPT}"
        second = len(name) + len(" attacked ")
        third = second + len(other) + len(" in ")
        entities = [
            {"id": "e1", "name": name, "type": "armed_group"}, {"id": "e2", "name": other, "type": "armed_group"},
            {"id": "e3", "name": "Aleppo", "type": "place"},
        ]
        spans = [(0, name, "e1"), (second, other, "e2"), (third, "Aleppo", "e3")]
        id_ = f"../{number}\"><script>"
        yield {
            "id": id_, "title": f"{name} {HANDLER}", "outlet": f"{BREAKOUT} {number % 2}", "author": SCRIPT,
            "url": LINK, "path": SCRIPT, "text": words, "language": "en",
            "published": {"date": "2031-05-02", "earliest": "2031-05-02", "latest": "2031-05-02", "basis": "metadata"},
            "regions": [{"kind": "body", "start": 0, "end": len(words)}], "sentences": [[0, len(words)]],
            "mentions": [
                {"id": f"m{at}", "start": start, "end": start + len(text), "text": text, "form": "name",
                 "type": entities[at]["type"], "entity": of}
                for at, (start, text, of) in enumerate(spans)
            ],
            "entities": entities, "attributions": [], "times": [], "quantities": [],
            "claims": [{
                "id": "c1", "document": id_, "evidence": [{"start": 0, "end": len(words), "quote": words}],
                "subject": {"entity": "e1", "name": name, "start": 0, "end": len(name)}, "predicate": "attacks",
                "object": {"entity": "e2", "name": other, "start": second, "end": second + len(other)},
                "event": "ASSAULT", "mode": None, "polarity": "affirmed", "modality": "asserted",
                "attribution": [
                    {"name": f"{BREAKOUT} {number % 2}", "entity": None, "start": None, "end": None, "cue": None},
                    {"name": HANDLER, "entity": None, "start": None, "end": None, "cue": SCRIPT},
                ],
                "time": {"text": SCRIPT, "earliest": "2031-05-01", "latest": "2031-05-01", "basis": "explicit"},
                "place": {"entity": "e3", "name": "Aleppo"}, "quantity": None,
            }],
        }

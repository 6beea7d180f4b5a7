"""Markdown stays as it is; its marks become regions."""

from __future__ import annotations

from crossread.intake.markdown import front_matter, markdown_blocks
from crossread.intake.regions import regions_of

TEXT = """---
title: Harbour falls
date: 2031-05-02
source: "Salvo Mirror"
---
# Harbour falls

The army of the north took the harbour of Salvo on Monday, a spokesman for the ministry said.

> We shall come back before the winter.

![a picture](harbour.png)

## No water ##

```
code = 1
```
"""


def test_kinds() -> None:
    regions = regions_of(TEXT, blocks=markdown_blocks(TEXT))
    assert [(region.kind, TEXT[region.start : region.end][:13]) for region in regions] == [
        ("boilerplate", "---\ntitle: Ha"),
        ("title", "Harbour falls"),
        ("body", "The army of t"),
        ("quote", "> We shall co"),
        ("boilerplate", "![a picture]("),
        ("title", "No water"),
        ("boilerplate", "```"),
        ("boilerplate", "code = 1"),
        ("boilerplate", "```"),
    ]


def test_front_matter() -> None:
    known = front_matter(TEXT)
    assert (known.title, known.outlet) == ("Harbour falls", "Salvo Mirror")
    assert known.published is not None
    assert known.published.date == "2031-05-02"
    assert front_matter("No front matter.\n---\n").title is None

"""Markdown: the text stays as it is; its marks say what its blocks are."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.intake.blocks import Block, blocks_of, piece
from crossread.intake.dates import published as published_in
from crossread.intake.layout import layout
from crossread.intake.loaded import Known

_HEADING = re.compile(r"(#{1,6})\s+(?P<text>.+?)\s*#*$", re.DOTALL)
_RULE = re.compile(r"([-*_=]\s*){3,}")
_DEFINITION = re.compile(r"\[[^\]]+\]:\s+\S+.*")
_PICTURE = re.compile(r"(\[?!\[[^\]]*\]\([^)]*\)\]?(\([^)]*\))?\s*)+")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+)\s*:\s*(?P<value>.*?)\s*")
_FENCE = ("```", "~~~")
# What fields of a front matter are called in records.
_CALLED = {"date": "published", "lang": "language", "source": "outlet", "publisher": "outlet", "link": "url"}


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text. Headings are titles, without their marks; quoted blocks are quotations; front matter,
    code, rules, link definitions and pictures are no text of the article."""
    front = _FRONT.match(text)
    start = front.end() if front else 0
    found: list[Block] = []
    if front and (block := piece(text, start=0, end=start, of=Block(0, start, "", 0, 0), hint="boilerplate")):
        found.append(block)
    fenced = False
    for block in blocks_of(text):
        if block.start < start:
            continue
        opens = block.text.startswith(_FENCE)
        if opens or fenced:
            found.append(replace(block, hint="boilerplate"))
            fenced = fenced != opens
        else:
            found.append(_hinted(text, block))
    return tuple(found)


def front_matter(text: str) -> Known:
    """What the front matter of a Markdown text says, in simple `name: value` lines."""
    front = _FRONT.match(text)
    fields: dict[str, str] = {}
    for line in (front["fields"] if front else "").splitlines():
        match = _FIELD.fullmatch(line)
        if match is not None:
            name = match["name"].lower()
            fields[_CALLED.get(name, name)] = match["value"].strip("\"'")
    language = fields.get("language") or None
    when = published_in(fields.get("published", ""), layout=layout())
    return Known(
        id=fields.get("id") or None,
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or None,
        author=fields.get("author") or None,
        published=when,
        url=fields.get("url") or None,
        language=language,
    )


def _hinted(text: str, block: Block) -> Block:
    heading = _HEADING.fullmatch(block.text)
    if heading is not None:
        start = block.start + heading.start("text")
        return piece(text, start=start, end=block.start + heading.end("text"), of=block, hint="title") or block
    if block.text.startswith(">"):
        return replace(block, hint="quote")
    if _RULE.fullmatch(block.text) or _DEFINITION.fullmatch(block.text) or _PICTURE.fullmatch(block.text):
        return replace(block, hint="boilerplate")
    return block

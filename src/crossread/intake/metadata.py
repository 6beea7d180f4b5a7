"""What a text says of itself: its title, author and outlet. Each abstains where the text does not say it plainly."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.intake.layout import Layout
from crossread.model import Region

_HEAD = 6  # blocks at the start, and at the end, in which bylines and notices stand
_NAME = 6  # words of a name
_LINE = 200  # characters of a block that can be a byline
_OPENING = 400  # characters at the start of a block in which an agency's mark can stand


def title_of(text: str, regions: Sequence[Region]) -> str | None:
    """The first block, if it is a title."""
    first = next((region for region in regions if region.kind not in ("byline", "boilerplate", "caption")), None)
    return " ".join(text[first.start : first.end].split()) if first is not None and first.kind == "title" else None


def author_of(text: str, regions: Sequence[Region], *, layout: Layout) -> str | None:
    """Who a byline names, unless it names a newsroom."""
    for line in _bylines(text, regions):
        for pattern in layout.author:
            match = pattern.match(line)
            if match is not None and layout.newsroom.fullmatch(match["name"].strip()) is None:
                return _name(match["name"], layout)
    return None


def outlet_of(text: str, regions: Sequence[Region], *, layout: Layout) -> str | None:
    """The outlet that names itself: in the byline of its newsroom, an agency's mark before the first sentence, a copyright
    line, or a phrase in which only the outlet speaks of itself. The first way that finds a name decides; two names found in
    the same way cancel each other."""
    for line in _bylines(text, regions):
        for pattern in layout.author:
            match = pattern.match(line)
            newsroom = layout.newsroom.fullmatch(match["name"].strip()) if match is not None else None
            if newsroom is not None:
                return _name(newsroom["name"], layout)
    blocks = [text[region.start : region.end] for region in regions if region.kind != "comment"]
    told = next((text[region.start : region.end][:_OPENING] for region in regions if region.kind == "body"), "")
    for pattern in layout.outlet:
        opening = pattern.pattern.startswith(r"\A")
        found = {_name(match["name"], layout) for block in ([told] if opening else blocks) for match in pattern.finditer(block)}
        names = sorted(name for name in found if name)
        if len(names) == 1:
            return names[0]
    return None


def _bylines(text: str, regions: Sequence[Region]) -> list[str]:
    edges = [*regions[:_HEAD], *regions[_HEAD:][-_HEAD:]]
    lines = [text[region.start : region.end] for region in edges if region.kind == "byline"]
    return [line for line in lines if len(line) <= _LINE]


def _name(raw: str, layout: Layout) -> str | None:
    words = raw.strip(" .,;:()|–—-").split()
    while words and words[0] in layout.outlet_trim:
        words = words[1:]
    while words and words[-1].strip(".,") in layout.outlet_trim:
        words = words[:-1]
    name = " ".join(words).removesuffix("'s").removesuffix("’s").rstrip(".,")
    return name if words and len(words) <= _NAME else None

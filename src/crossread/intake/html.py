"""From a web page to the text of its article: the extracted text is the document's text, and offsets count in it.

The main text is found by trafilatura, set to precision and without comments, after what calls itself frame (comments,
related articles, advertisements) is taken out; where it finds too little, the page's own paragraphs are taken. A page's
headings, quotations and captions become regions of that kind.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree, html
from lxml.html import HtmlElement

from crossread.errors import InputError
from crossread.intake.blocks import Block
from crossread.intake.dates import published as published_in
from crossread.intake.layout import layout
from crossread.intake.loaded import LONGEST, Known
from crossread.intake.pagemeta import page_metadata
from crossread.model import Published
from crossread.model.document import RegionKind

LARGEST = 8_000_000  # bytes of a page
_DEEPEST = 200  # levels of elements; a page made by hand or by a program has some 30
_MOST = 60_000  # elements
_ENOUGH = 25  # words below which the extraction is held to have failed
_FRAME_SHARE = 0.5  # of the page's words: nothing larger is taken out as frame
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
# What HTML can hold by a reference ("&#1;") and no tree lets be written again.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NEVER = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "svg",
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "object",
    "embed",
)
_KEPT = frozenset({"html", "body", "main", "article", "head"})
_KINDS: dict[str, RegionKind] = {"head": "title", "quote": "quote", "figcaption": "caption", "blockquote": "quote"}
_OWN = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption", "pre", "td")
_BLOCKS = ("p", "head", "item", "quote", "cell", "code", "figcaption")


def html_document(
    content: bytes, *, name: str, charset: str | None = None, url: str | None = None
) -> tuple[str, tuple[Block, ...], Known]:
    """The text of a page's article, its blocks, and what the page says of itself.

    Raises:
        InputError: the page is too large, nested beyond reason, or has no text.
    """
    if len(content) > LARGEST:
        raise InputError(name, f"is a page of more than {LARGEST:,} bytes; save its text as .txt")
    source = _decode(content, charset)
    tree = _tree(source, name)
    known = page_metadata(tree, url=url)
    parts = _extracted(tree) or _paragraphs(tree)
    if not parts:
        raise InputError(name, "no text was found in this page; save its text as .txt")
    text, blocks = _joined(parts)
    return text, blocks, known if known.published else _dated(known, source)


def _decode(content: bytes, charset: str | None) -> str:
    """As browsers do: a byte order mark, the server's word, the page's own, UTF-8, Windows-1252. Never fails: a page's broken
    characters are replaced."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    declared = _CHARSET.search(content[:4096])
    for encoding in (charset, declared[1].decode("ascii", "replace") if declared else None, "utf-8"):
        if encoding:
            try:
                return content.decode(encoding).removeprefix("\ufeff")
            except (LookupError, UnicodeDecodeError):
                continue
    return content.decode("cp1252" if not declared else "utf-8", "replace")


def _tree(source: str, name: str) -> HtmlElement:
    plain = _DECLARATION.sub("", source).replace("\x00", "")
    if not plain.strip():
        raise InputError(name, "is empty")
    _check_depth(plain, name)
    try:
        tree = html.document_fromstring(plain, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError(name, f"is no page that can be read: {error}") from error
    if not isinstance(tree, HtmlElement):
        raise InputError(name, "is no page that can be read")
    return tree


def _check_depth(source: str, name: str) -> None:
    """Refuse before parsing what would make it slow: parsers and extractors walk down every level."""
    if source.count("<") > 2 * _MOST:
        raise InputError(name, f"is a page of more than {2 * _MOST:,} tags; save its text as .txt")


def _extracted(tree: HtmlElement) -> list[tuple[RegionKind | None, str]]:
    from trafilatura import bare_extraction  # half a second to load: only for pages

    _hush("trafilatura")

    copy = _without_frame(tree)
    if _depth(copy) > _DEEPEST:
        return []
    try:
        found = bare_extraction(
            copy, include_comments=False, favor_precision=True, include_tables=True, with_metadata=False, include_images=False
        )
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, etree.LxmlError):
        return []  # hostile markup: the page's own paragraphs are taken instead
    body = getattr(found, "body", None)
    parts = list(_parts(body, _BLOCKS)) if body is not None else []
    return parts if sum(len(text.split()) for _, text in parts) >= _ENOUGH else []


def _paragraphs(tree: HtmlElement) -> list[tuple[RegionKind | None, str]]:
    """The page's own paragraphs, headings and list items, frame taken out; all its text where it has none."""
    bare = _without_frame(tree)
    parts = list(_parts(bare, _OWN)) if _depth(bare) <= _DEEPEST else []
    if not parts:
        texts = (" ".join(text.split()) for text in bare.itertext())
        parts = [(None, text) for text in texts if text]
    return parts


def _parts(root: etree._Element, tags: Iterable[str]) -> Iterator[tuple[RegionKind | None, str]]:
    """The text of each block element that holds no other, with what its tag, or that of what holds it, says it is."""
    names = frozenset(tags)
    for element in root.iter(*names):
        if any(True for _ in element.iter(*names) if _ is not element):
            own = " ".join((element.text or "").split())
            if len(own) > 1:
                yield _kind(element), own
            continue
        for line in _lines(element):
            yield _kind(element), line


def _lines(element: etree._Element) -> Iterator[str]:
    """A block's text, cut at line breaks (`lb` and `br`), white space made single."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.tag in ("lb", "br"):
                pieces.append("\n")
            pieces.append((node.text or "").replace("\n", " "))
        elif node is not element:
            pieces.append((node.tail or "").replace("\n", " "))
    for line in "".join(pieces).split("\n"):
        if text := " ".join(line.split()):
            yield text


def _kind(element: etree._Element) -> RegionKind | None:
    if str(element.tag) in ("h1", "h2", "h3", "h4"):
        return "title"
    node: etree._Element | None = element
    while node is not None:
        if str(node.tag) in _KINDS:
            return _KINDS[str(node.tag)]
        node = node.getparent()
    return None


def _without_frame(tree: HtmlElement) -> HtmlElement:
    """A copy of the page without scripts, navigation and what calls itself comments, related articles or advertisements.
    Nothing that holds half of the page's words is taken out, whatever it calls itself."""
    copy: HtmlElement = html.fromstring(html.tostring(tree, encoding="unicode"))
    for element in copy.iter():
        if element.text and _UNWRITABLE.search(element.text):
            element.text = _UNWRITABLE.sub(" ", element.text)
        if element.tail and _UNWRITABLE.search(element.tail):
            element.tail = _UNWRITABLE.sub(" ", element.tail)
    for element in list(copy.iter(*_NEVER)):
        if element.getparent() is not None:
            element.drop_tree()
    words = len(copy.text_content().split())
    frame = layout().frame
    for element in list(copy.iter()):
        if not isinstance(element.tag, str) or element.tag in _KEPT or element.getparent() is None:
            continue
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (
            marks.strip()
            and len(marks) < 500
            and frame.search(marks)
            and len(element.text_content().split()) <= _FRAME_SHARE * words
        ):
            element.drop_tree()
    return copy


def _depth(tree: etree._Element) -> int:
    deepest = level = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def _joined(parts: Iterable[tuple[RegionKind | None, str]]) -> tuple[str, tuple[Block, ...]]:
    blocks: list[Block] = []
    texts: list[str] = []
    at = 0
    for kind, part in parts:
        if texts and texts[-1] == part:
            continue
        blocks.append(Block(at, at + len(part), part, 1 if blocks else 0, 0, kind))
        texts.append(part)
        at += len(part) + 2
        if at > 2 * LONGEST:
            break
    return "\n\n".join(texts), tuple(blocks)


def _hush(library: str) -> None:
    """What a library says of pages that it cannot read is no concern of the user: the input is named as failed, or read."""
    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _dated(known: Known, source: str) -> Known:
    from htmldate import find_date

    _hush("htmldate")

    try:
        found = find_date(source, extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        found = None
    when = published_in(found, layout=layout()) if found else None
    return replace(known, published=Published(when.date, when.earliest, when.latest, "text")) if when else known

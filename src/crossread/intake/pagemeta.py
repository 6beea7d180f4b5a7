"""What a web page says of itself in its head: schema.org records (JSON-LD), Open Graph and other meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from crossread.intake.dates import published as published_in
from crossread.intake.layout import layout
from crossread.intake.loaded import Known

_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "Report",
    "LiveBlogPosting",
)
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name")
_AUTHORS = ("author", "article:author_name", "parsely-author", "dc.creator", "byl", "sailthru.author")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_LONGEST = 300  # characters of a field
_DEPTH = 6  # levels of a record that are looked at


def page_metadata(tree: HtmlElement, *, url: str | None = None) -> Known:
    """Title, outlet, author, date, address and language as the page's head gives them; JSON-LD before meta elements."""
    meta = _meta(tree)
    record = next(_articles(tree), {})
    title = _name(record.get("headline")) or _first(meta, _TITLES) or _clean(tree.findtext(".//title"))
    when = next(filter(None, (published_in(text, layout=layout()) for text in _dates(record, meta, tree))), None)
    canonical = next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    return Known(
        title=title,
        outlet=_name(record.get("publisher")) or _first(meta, _OUTLETS),
        author=_name(record.get("author")) or _author(meta),
        published=when,
        url=url or _clean(meta.get("og:url")) or _clean(canonical),
        language=_clean(tree.get("lang") or tree.get("xml:lang")),
    )


def _meta(tree: HtmlElement) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and name.strip().lower() not in found:
            found[name.strip().lower()] = content
    return found


def _articles(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() == "application/ld+json":
            try:
                yield from _records(json.loads(element.text_content()), depth=0)
            except (ValueError, RecursionError):
                continue  # a broken record says nothing; the meta elements may


def _records(value: Any, *, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _records(one, depth=depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(kind in _TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _records(value.get("@graph"), depth=depth + 1)
        yield from _records(value.get("mainEntity"), depth=depth + 1)


def _dates(record: Mapping[str, Any], meta: Mapping[str, str], tree: HtmlElement) -> Iterator[str]:
    for field in ("datePublished", "dateCreated"):
        if isinstance(record.get(field), str):
            yield record[field]
    yield from (meta[name] for name in _DATES if name in meta)
    for element in tree.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or element.text_content()


def _author(meta: Mapping[str, str]) -> str | None:
    name = _first(meta, _AUTHORS)
    return None if name is None or "://" in name else name


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((text for name in names if (text := _clean(meta.get(name)))), None)


def _name(value: Any) -> str | None:
    """The name in a schema.org value: a string, an object with a name, or a list of either."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return _name(value.get("name")) if not isinstance(value.get("name"), dict) else None
    if isinstance(value, list):
        names = [name for one in value if not isinstance(one, list) and (name := _name(one))]
        return ", ".join(names) or None
    return None


def _clean(value: str | None) -> str | None:
    text = " ".join((value or "").split())
    return text if text and len(text) <= _LONGEST and "\x00" not in text else None

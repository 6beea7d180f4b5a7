"""From a text and what is known of it to a document."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from crossread.errors import InputError
from crossread.intake.blocks import Block
from crossread.intake.dates import inferred, printed
from crossread.intake.dates import published as published_in
from crossread.intake.decoding import fault
from crossread.intake.language import language_of
from crossread.intake.layout import layout
from crossread.intake.loaded import Known
from crossread.intake.metadata import author_of, outlet_of, title_of
from crossread.intake.regions import regions_of
from crossread.model import Document, Published


def make_document(
    text: str, *, name: str, original: bytes, known: Known, path: str | None = None, blocks: Sequence[Block] | None = None
) -> Document:
    """A document. What is known of it stays as it is; the rest is looked for in the text.

    Args:
        name: what the user calls the input, for errors.
        original: the bytes it came from; their hash identifies it where nothing else does.
        blocks: what markup says of the text's parts.

    Raises:
        InputError: the text holds nothing to read, is too long, or is no text.
    """
    reason = fault(text) or _broken(known)
    if reason is not None:
        raise InputError(name, reason)
    language = known.language or language_of(text)
    words = layout(_primary(language))
    regions = regions_of(
        text, blocks=blocks, title=known.title, outlet=known.outlet, author=known.author, language=_primary(language)
    )
    when = known.published or printed(text, regions, layout=words) or inferred(text, regions, layout=words) or Published()
    return Document(
        id=known.id or hashlib.sha256(original).hexdigest(),
        text=text,
        path=path,
        outlet=known.outlet or outlet_of(text, regions, layout=words),
        title=known.title or title_of(text, regions),
        author=known.author or author_of(text, regions, layout=words),
        url=known.url,
        published=when,
        language=language,
        regions=regions,
    )


def document_of(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
    id: str | None = None,
) -> Document:
    """A document from a text in memory. `published` is an ISO day, month or year, or a day in words.

    Raises:
        InputError: the text holds nothing to read, is too long, or is no text; `published` is no date.
    """
    name = id or title or "text"
    when = published_in(published, layout=layout(_primary(language))) if published else None
    if published and when is None:
        raise InputError(name, f"published: {published!r} is no date")
    known = Known(id, title, outlet, author, when, url, language)
    return make_document(text, name=name, original=text.encode("utf-8", "surrogatepass"), known=known)


def _primary(language: str | None) -> str | None:
    """`en` of `en-GB`."""
    code = (language or "").replace("_", "-").split("-")[0].lower()
    return code if code.isalpha() else None


def _broken(known: Known) -> str | None:
    for field in (known.id, known.title, known.outlet, known.author, known.url, known.language):
        if field and (reason := fault(field)):
            return f"a field {reason}"
    return None

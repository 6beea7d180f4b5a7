"""The records of a case as `show` prints them, beside `claim`, which stands in `annotation`."""

from __future__ import annotations

from crossread.exchange.annotation import Record, document_fields
from crossread.model import Document
from crossread.model.actor import Actor


def document_record(document: Document) -> Record:
    """The `document` record. `copies_of` are the ids of documents whose text it repeats."""
    known = document_fields(document)
    return {
        "id": document.id, "outlet": document.outlet, "title": document.title, "author": document.author,
        "published": known["published"], "url": document.url, "language": document.language,
        "words": len(document.text.split()), "copies_of": [],
    }


def actor_record(actor: Actor) -> Record:
    """The `actor` record."""
    return {
        "id": actor.id, "name": actor.name, "type": actor.type, "country": actor.country, "sector": actor.sector,
        "aliases": [{"text": alias.text, "documents": list(alias.documents)} for alias in actor.aliases],
        "mentions": actor.mentions, "documents": list(actor.documents),
    }

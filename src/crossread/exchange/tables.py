"""Records as rows of plain cells: what a person sees in a terminal or opens in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TextIO, TypeVar

from crossread.exchange.annotation import number
from crossread.model import Claim, Document, Published
from crossread.model.actor import Actor, ActorJudgement
from crossread.model.judgement import Entry
from crossread.model.outside import Match
from crossread.model.place import Located
from crossread.ontology.predicates import in_words

T = TypeVar("T")
Cell = str | int | float | None

# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its heading, and the cell it takes from a record.

    In a terminal, `wide` ones get what room there is, and only those with `look` are shown; a file has all but those that
    say again what others say, which are for looking `only`.
    """

    name: str
    cell: Callable[[T], Cell]
    wide: bool = False
    look: bool = True
    only: bool = False


def write_csv(rows: Iterable[T], *, columns: tuple[Column[T], ...], out: TextIO) -> None:
    """Rows as CSV with a heading. Text that a spreadsheet would run as a formula gets an apostrophe in front."""
    columns = tuple(column for column in columns if not column.only)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([harmless(column.cell(row)) for column in columns])


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA) else cell


def when(earliest: str | None, latest: str | None) -> str | None:
    """Bounds as one cell: a day, a range, or an open one."""
    if earliest == latest:
        return earliest
    return f"{earliest or ''}..{latest or ''}"


def _published(published: Published) -> str | None:
    return published.date or when(published.earliest, published.latest)


def _quantity(claim: Claim) -> str | None:
    quantity = claim.quantity
    if quantity is None:
        return None
    ends = "-".join(str(number(end)) for end in (quantity.value, quantity.max) if end is not None)
    return " ".join(part for part in ("about" if quantity.approximate else "", ends, quantity.unit or "") if part)


def _does(claim: Claim) -> str:
    denied = "does not: " if claim.polarity == "denied" else ""
    return f"{denied}{in_words(claim.predicate)}" + ("" if claim.modality == "asserted" else f" ({claim.modality})")


DOCUMENT_COLUMNS: tuple[Column[Document], ...] = (
    Column("id", lambda document: document.id),
    Column("published", lambda document: _published(document.published)),
    Column("outlet", lambda document: document.outlet),
    Column("title", lambda document: document.title, wide=True),
    Column("author", lambda document: document.author, look=False),
    Column("language", lambda document: document.language),
    Column("words", lambda document: len(document.text.split())),
    Column("url", lambda document: document.url, look=False),
)

ACTOR_COLUMNS: tuple[Column[Actor], ...] = (
    Column("id", lambda actor: actor.id, look=False),
    Column("name", lambda actor: actor.name),
    Column("type", lambda actor: actor.type),
    Column("country", lambda actor: actor.country),
    Column("sector", lambda actor: actor.sector),
    Column("documents", lambda actor: len(actor.documents)),
    Column("mentions", lambda actor: actor.mentions),
    Column("aliases", lambda actor: "; ".join(alias.text for alias in actor.aliases if alias.text != actor.name), wide=True),
    Column("links", lambda actor: "; ".join(f"{link.list} {link.id}" for link in actor.links)),
)

MATCH_COLUMNS: tuple[Column[Match], ...] = (
    Column("state", lambda match: match.state),
    Column("actor", lambda match: match.name),
    Column("list", lambda match: match.link.list),
    Column("id", lambda match: match.link.id),
    Column("name", lambda match: match.link.name),
    Column("score", lambda match: match.link.score),
    Column("why", lambda match: match.why, wide=True),
)

JUDGEMENT_COLUMNS: tuple[Column[ActorJudgement], ...] = (
    Column("number", lambda entry: entry.number),
    Column("at", lambda entry: entry.at),
    Column("by", lambda entry: entry.by),
    Column("a", lambda entry: entry.a),
    Column("verdict", lambda entry: entry.verdict if entry.undoes is None else f"undoes {entry.undoes}"),
    Column("b", lambda entry: entry.b),
    Column("state", lambda entry: entry.state),
    Column("why", lambda entry: entry.why, wide=True),
)

ENTRY_COLUMNS: tuple[Column[Entry], ...] = (
    Column("number", lambda entry: entry.number),
    Column("at", lambda entry: entry.at),
    Column("by", lambda entry: entry.by),
    Column("kind", lambda entry: entry.kind),
    Column("verdict", lambda entry: entry.verdict if entry.undoes is None else f"undoes {entry.undoes}"),
    Column("about", lambda entry: entry.about, wide=True),
    Column("target", lambda entry: entry.target, look=False),
    Column("document", lambda entry: entry.document, look=False),
    Column("state", lambda entry: entry.state),
    Column("why", lambda entry: entry.why, wide=True),
)

PLACE_COLUMNS: tuple[Column[Located], ...] = (
    Column("id", lambda located: located.actor.id, look=False),
    Column("name", lambda located: located.actor.name),
    Column("type", lambda located: located.actor.type),
    Column("latitude", lambda located: located.position.latitude),
    Column("longitude", lambda located: located.position.longitude),
    Column("country", lambda located: located.position.country),
    Column("certainty", lambda located: located.position.certainty),
    Column("reason", lambda located: located.position.reason, wide=True),
)

CLAIM_COLUMNS: tuple[Column[Claim], ...] = (
    Column("id", lambda claim: claim.id, look=False),
    Column("document", lambda claim: claim.document, look=False),
    Column("subject", lambda claim: claim.subject.name),
    Column("predicate", lambda claim: claim.predicate, look=False),
    Column("does what", _does, only=True),
    Column("object", lambda claim: claim.object.name),
    Column("polarity", lambda claim: claim.polarity, look=False),
    Column("modality", lambda claim: claim.modality, look=False),
    Column("according to", lambda claim: " > ".join(voice.name for voice in claim.attribution)),
    Column("time", lambda claim: when(claim.time.earliest, claim.time.latest)),
    Column("place", lambda claim: claim.place.name if claim.place else None, look=False),
    Column("quantity", _quantity, look=False),
    Column("judged", lambda claim: claim.judged, look=False),
    Column("grade", lambda claim: claim.grade, look=False),
    Column("quote", lambda claim: " […] ".join(part.quote for part in claim.evidence), wide=True),
)

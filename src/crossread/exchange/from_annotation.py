"""From an `annotation` record, written by this program, by people or by others, to a reading.

Every span must lie inside the text, every quotation must be the text's own words, and every entity that is referred to
must be listed. Lists that are absent are empty; fields that may be null may be absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from crossread.exchange.fields import Fields
from crossread.model import (
    Argument,
    Attribution,
    Claim,
    ClaimPlace,
    ClaimQuantity,
    ClaimTime,
    Document,
    Entity,
    Evidence,
    Mention,
    Published,
    Quantity,
    Reading,
    Region,
    Span,
    TimeExpression,
    Voice,
)
from crossread.model.document import DateBasis, RegionKind
from crossread.model.reading import AttributionKind, EntityType, MentionForm, Modality, Polarity, TimeBasis, TimexType


def from_record(record: Mapping[str, object], *, name: str | None = None) -> Reading:
    """The reading that a record holds. `name` is what an error calls the record; its id, where not given.

    Raises:
        InputError: a field is missing or wrong; the error names the record and the field.
    """
    named = name or str(record.get("id") or "annotation")
    fields = Fields(named, "", record)
    source = _Source(_document(fields), frozenset(item.text("id") for item in fields.items("entities")))
    return Reading(
        document=source.document,
        sentences=source.spans(fields, "sentences"),
        mentions=tuple(source.mention(item) for item in fields.items("mentions")),
        entities=tuple(Entity(item.text("id"), item.text("name"), _type(item)) for item in fields.items("entities")),
        attributions=tuple(source.attribution(item) for item in fields.items("attributions")),
        times=tuple(source.time(item) for item in fields.items("times")),
        quantities=tuple(source.quantity(item) for item in fields.items("quantities")),
        claims=tuple(source.claim(item) for item in fields.items("claims")),
    )


def _document(fields: Fields) -> Document:
    text = fields.text("text")
    published = fields.inner("published")
    document = Document(
        id=fields.text("id"), text=text, path=fields.optional_text("path"), outlet=fields.optional_text("outlet"),
        title=fields.optional_text("title"), author=fields.optional_text("author"), url=fields.optional_text("url"),
        published=Published() if published is None else Published(
            date=published.optional_text("date"), earliest=published.optional_text("earliest"),
            latest=published.optional_text("latest"),
            basis=cast(DateBasis, published.one_of("basis", DateBasis, default="unknown")),
        ),
        language=fields.optional_text("language"),
        regions=tuple(
            Region(cast(RegionKind, item.one_of("kind", RegionKind)), *_bounds(item, len(text)))
            for item in fields.items("regions")
        ),
    )
    if not document.id:
        raise fields.error("id", "is empty")
    return document


def _bounds(fields: Fields, length: int) -> tuple[int, int]:
    start, end = fields.whole("start"), fields.whole("end")
    if not 0 <= start <= end <= length:
        raise fields.error("start", f"[{start}, {end}) does not lie in the text, which has {length} characters")
    return start, end


def _type(fields: Fields) -> EntityType:
    return cast(EntityType, fields.one_of("type", EntityType, default="other"))


@dataclass(frozen=True, slots=True)
class _Source:
    """What the layers of one record refer to."""

    document: Document
    entities: frozenset[str]

    def quoted(self, fields: Fields, name: str) -> tuple[int, int, str]:
        """Bounds and words of a span whose words the record repeats under `name`."""
        start, end = _bounds(fields, len(self.document.text))
        words = self.document.text[start:end]
        if fields.values.get(name) not in (words, None):
            raise fields.error(name, f"the text has {words[:60]!r} at [{start}, {end}), not {fields.text(name)[:60]!r}")
        return start, end, words

    def spans(self, fields: Fields, name: str) -> tuple[Span, ...]:
        length = len(self.document.text)
        for start, end in fields.pairs(name):
            if not 0 <= start <= end <= length:
                raise fields.error(name, f"[{start}, {end}) does not lie in the text, which has {length} characters")
        return tuple(Span(start, end) for start, end in fields.pairs(name))

    def entity(self, fields: Fields, name: str = "entity") -> str | None:
        identity = fields.optional_text(name)
        if identity is not None and identity not in self.entities:
            raise fields.error(name, f"no entity {identity!r} in this record")
        return identity

    def optional_bounds(self, fields: Fields) -> tuple[int | None, int | None]:
        if fields.optional_whole("start") is None or fields.optional_whole("end") is None:
            return None, None
        return _bounds(fields, len(self.document.text))

    def mention(self, fields: Fields) -> Mention:
        start, end, words = self.quoted(fields, "text")
        entity = self.entity(fields)
        if entity is None:
            raise fields.error("entity", "is missing")
        form = cast(MentionForm, fields.one_of("form", MentionForm))
        return Mention(fields.text("id"), start, end, words, form, _type(fields), entity)

    def attribution(self, fields: Fields) -> Attribution:
        return Attribution(
            id=fields.text("id"), source=self.spans(fields, "source"), cue=self.spans(fields, "cue"),
            content=self.spans(fields, "content"), kind=cast(AttributionKind, fields.one_of("kind", AttributionKind)),
            speaker=self.entity(fields, "speaker"), parent=fields.optional_text("parent"),
        )

    def time(self, fields: Fields) -> TimeExpression:
        start, end, words = self.quoted(fields, "text")
        return TimeExpression(start, end, words, cast(TimexType, fields.one_of("type", TimexType)), fields.text("value"),
                              fields.optional_text("earliest"), fields.optional_text("latest"))

    def quantity(self, fields: Fields) -> Quantity:
        start, end, words = self.quoted(fields, "text")
        return Quantity(start, end, words, fields.optional_number("value"), fields.optional_number("max"),
                        fields.optional_text("unit"), fields.truth("approximate"))

    def argument(self, fields: Fields) -> Argument:
        start, end = self.optional_bounds(fields)
        return Argument(self.entity(fields), fields.text("name"), start, end)

    def voice(self, fields: Fields) -> Voice:
        start, end = self.optional_bounds(fields)
        return Voice(fields.text("name"), self.entity(fields), start, end, fields.optional_text("cue"))

    def claim(self, fields: Fields) -> Claim:
        document = fields.optional_text("document")
        if document not in (None, self.document.id):
            raise fields.error("document", f"is {document!r}, but this record is {self.document.id!r}")
        evidence = tuple(Evidence(*self.quoted(item, "quote")) for item in fields.items("evidence"))
        if not evidence:
            raise fields.error("evidence", "is missing")
        time, place, quantity = fields.inner("time"), fields.inner("place"), fields.inner("quantity")
        return Claim(
            id=fields.text("id"), document=self.document.id, evidence=evidence,
            subject=self.argument(fields.needed("subject")), predicate=fields.text("predicate"),
            object=self.argument(fields.needed("object")), event=fields.optional_text("event"), mode=fields.optional_text("mode"),
            polarity=cast(Polarity, fields.one_of("polarity", Polarity, default="affirmed")),
            modality=cast(Modality, fields.one_of("modality", Modality, default="asserted")),
            attribution=tuple(self.voice(item) for item in fields.items("attribution")),
            time=ClaimTime() if time is None else ClaimTime(
                time.optional_text("text"), time.optional_text("earliest"), time.optional_text("latest"),
                cast(TimeBasis, time.one_of("basis", TimeBasis, default="none")),
            ),
            place=None if place is None else ClaimPlace(self.entity(place), place.text("name")),
            quantity=None if quantity is None else ClaimQuantity(
                quantity.optional_number("value"), quantity.optional_number("max"), quantity.optional_text("unit"),
                quantity.truth("approximate"),
            ),
            flags=fields.texts("flags"),
        )

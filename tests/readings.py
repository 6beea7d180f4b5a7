"""Readings made by hand, so that tests above the reading room need no model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from crossread.model.reading import EntityType


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in short: who, what, whom, in a sentence that has both names."""

    subject: str
    predicate: str
    object: str
    sentence: str


def reading(
    id: str, said: Sequence[Said], *, types: dict[str, EntityType] | None = None, outlet: str | None = "Harbour Post",
    published: str | None = "2031-05-02", path: str | None = None,
) -> Reading:
    """A document that holds these sentences and nothing else; every name is an entity of its own."""
    text = " ".join(one.sentence for one in said)
    names = sorted({name for one in said for name in (one.subject, one.object)})
    ids = {name: f"e{number}" for number, name in enumerate(names, start=1)}
    kinds: dict[str, EntityType] = types or {}
    mentions = tuple(
        Mention(f"m{number}", start, start + len(name), name, "name", kinds.get(name, "armed_group"), ids[name])
        for number, (start, name) in enumerate(sorted((text.index(name), name) for name in names), start=1)
    )
    day = Published(published, published, published, "metadata") if published else Published()
    document = Document(id, text, path, outlet, f"Title of {id}", None, None, day, "en", (Region("body", 0, len(text)),))
    return Reading(
        document=document,
        sentences=tuple(_span(text, one.sentence) for one in said),
        mentions=mentions,
        entities=tuple(Entity(ids[name], name, kinds.get(name, "armed_group")) for name in names),
        claims=tuple(_claim(f"c{number}", id, text, one, ids, outlet) for number, one in enumerate(said, start=1)),
    )


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _claim(id: str, document: str, text: str, one: Said, ids: dict[str, str], outlet: str | None) -> Claim:
    span, subject, object_ = (_span(text, words) for words in (one.sentence, one.subject, one.object))
    return Claim(
        id=id, document=document, evidence=(Evidence(span.start, span.end, one.sentence),),
        subject=Argument(ids[one.subject], one.subject, subject.start, subject.end), predicate=one.predicate,
        object=Argument(ids[one.object], one.object, object_.start, object_.end), event=None, mode=None, polarity="affirmed",
        modality="asserted", attribution=(Voice(outlet),) if outlet else (), time=ClaimTime(), place=None, quantity=None,
    )


def full_reading() -> Reading:
    """One document with something in every layer and every field."""
    text = "“We took Halden in May,” said Ana Petrak, who lost about 12 men.\nAnnonce 🙂"
    quote = "We took Halden in May"
    start = text.index(quote)
    petrak, halden, may, men = (_span(text, words) for words in ("Ana Petrak", "Halden", "in May", "about 12 men"))
    we = _span(text, "We")
    return Reading(
        document=Document(
            "doc-1", text, "petrak.txt", "Harbour Post", "Halden taken", "I. Brandt", "https://harbour.example/1",
            Published("2031-06-01", "2031-06-01", "2031-06-01", "text"), "en",
            (Region("body", 0, text.index("\n")), Region("boilerplate", text.index("\n") + 1, len(text))),
        ),
        sentences=(Span(0, text.index("\n")),),
        mentions=(
            Mention("m1", we.start, we.end, "We", "pronoun", "person", "e1"),
            Mention("m2", halden.start, halden.end, "Halden", "name", "place", "e2"),
            Mention("m3", petrak.start, petrak.end, "Ana Petrak", "name", "person", "e1"),
        ),
        entities=(Entity("e1", "Ana Petrak", "person"), Entity("e2", "Halden", "place")),
        attributions=(
            Attribution("a1", (petrak,), (_span(text, "said"),), (Span(start, start + len(quote)),), "direct", "e1", None),
        ),
        times=(TimeExpression(may.start, may.end, "in May", "DATE", "2031-05", "2031-05-01", "2031-05-31"),),
        quantities=(Quantity(men.start, men.end, "about 12 men", 12.0, None, "men", True),),
        claims=(
            Claim(
                "c1", "doc-1", (Evidence(start, start + len(quote), quote),), Argument("e1", "Ana Petrak", we.start, we.end),
                "captures_place", Argument("e2", "Halden", halden.start, halden.end), "ASSAULT", None, "affirmed", "asserted",
                (Voice("Harbour Post"), Voice("Ana Petrak", "e1", petrak.start, petrak.end, "said")),
                ClaimTime("in May", "2031-05-01", "2031-05-31", "relative"), ClaimPlace("e2", "Halden"),
                ClaimQuantity(12.0, 12.5, "men", True), ("the number may be another's",),
            ),
        ),
    )

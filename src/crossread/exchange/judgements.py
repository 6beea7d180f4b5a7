"""Entries of the journal as JSON: what one on a claim keeps, and the record that `journal` prints."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from crossread.exchange.annotation import Record, claim_record, dump
from crossread.model import Argument, Claim, ClaimPlace, ClaimQuantity, ClaimTime, Evidence, Voice
from crossread.model.judgement import Change, Entry, Named
from crossread.model.place import Coordinates
from crossread.ontology.predicates import in_words


def content_of(claim: Claim, change: Change) -> str:
    """A claim as it was read and what is to be changed in it, as one line of JSON."""
    time = change.time
    return dump({
        "claim": claim_record(claim), "judged": claim.judged,
        "change": {
            "subject": _named(change.subject), "predicate": change.predicate, "object": _named(change.object),
            "polarity": change.polarity, "modality": change.modality,
            "voices": None if change.voices is None else [_named(voice) for voice in change.voices],
            "time": None if time is None else {"text": time.text, "earliest": time.earliest, "latest": time.latest,
                                               "basis": time.basis},
            "place": _named(change.place), "quantity": None if change.quantity is None else asdict(change.quantity),
        },
    })


def _named(named: Named | None) -> Record | None:
    return None if named is None else {"name": named.name, "type": named.type}


def coordinates_content(where: Coordinates) -> str:
    """A point as one line of JSON."""
    return dump({"latitude": where.latitude, "longitude": where.longitude})


def coordinates_from(content: str) -> Coordinates:
    """What `coordinates_content` wrote."""
    return Coordinates(**json.loads(content))


def from_content(content: str) -> tuple[Claim, Change]:
    """What `content_of` wrote."""
    record = json.loads(content)
    change = record["change"]
    return _claim(record["claim"], record["judged"]), Change(
        subject=_maybe(Named, change["subject"]), predicate=change["predicate"], object=_maybe(Named, change["object"]),
        polarity=change["polarity"], modality=change["modality"],
        voices=None if change["voices"] is None else tuple(Named(**voice) for voice in change["voices"]),
        time=_maybe(ClaimTime, change["time"]), place=_maybe(Named, change.get("place")),
        quantity=_maybe(ClaimQuantity, change.get("quantity")),
    )


def _claim(record: dict[str, Any], judged: Any) -> Claim:
    return Claim(
        id=record["id"], document=record["document"], evidence=tuple(Evidence(**part) for part in record["evidence"]),
        subject=Argument(**record["subject"]), predicate=record["predicate"], object=Argument(**record["object"]),
        event=record["event"], mode=record["mode"], polarity=record["polarity"], modality=record["modality"],
        attribution=tuple(Voice(**voice) for voice in record["attribution"]), time=ClaimTime(**record["time"]),
        place=_maybe(ClaimPlace, record["place"]), quantity=_maybe(ClaimQuantity, record["quantity"]),
        flags=tuple(record["flags"]), judged=judged,
    )


def _maybe(make: Any, fields: dict[str, Any] | None) -> Any:
    return None if fields is None else make(**fields)


def entry_record(entry: Entry) -> Record:
    """An entry of the journal."""
    return {
        "number": entry.number, "at": entry.at, "by": entry.by, "kind": entry.kind, "verdict": entry.verdict,
        "target": entry.target, "about": entry.about, "why": entry.why, "document": entry.document, "undoes": entry.undoes,
        "state": entry.state,
    }


def about(claim: Claim, change: Change) -> str:
    """A claim in words, and what is changed in it."""
    denied = " (denied)" if claim.polarity == "denied" else ""
    parts = [f"{claim.subject.name} {in_words(claim.predicate)} {claim.object.name}{denied}"]
    predicate = change.predicate and in_words(change.predicate)
    for part, value in (
        ("subject", change.subject and change.subject.name), ("predicate", predicate),
        ("object", change.object and change.object.name), ("polarity", change.polarity), ("modality", change.modality),
        ("voices", None if change.voices is None else " > ".join(voice.name for voice in change.voices) or "the outlet's own"),
        ("time", change.time and (f"{change.time.earliest or ''}..{change.time.latest or ''}")),
        ("place", change.place and (change.place.name or "nowhere")), ("number", change.quantity and _counted(change.quantity)),
    ):
        if value:
            parts.append(f"{part}: {value}")
    return "; ".join(parts)


def _counted(quantity: ClaimQuantity) -> str:
    ends = " to ".join(f"{end:g}" for end in (quantity.value, quantity.max) if end is not None)
    parts = ("about" if quantity.approximate else "", ends, quantity.unit or "")
    return " ".join(part for part in parts if part) or "none"

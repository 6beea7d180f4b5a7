"""What happened when and where, as JSON."""

from __future__ import annotations

from crossread.exchange.annotation import Record
from crossread.model.chronicle import Happening, Spot


def happening_record(found: Happening) -> Record:
    """The `timeline` record, with what the timeline's picture shows beside it."""
    return {
        "id": found.id, "earliest": found.earliest, "latest": found.latest, "text": found.text, "family": found.family,
        "side": found.side, "claims": list(found.claims), "documents": found.documents, "origins": found.origins,
        "event": found.event,
    }


def spot_record(spot: Spot) -> Record:
    """A place: degrees north and east, how sure it is, and what rests on it."""
    return {
        "id": spot.id, "name": spot.name, "type": spot.type, "latitude": spot.position.latitude,
        "longitude": spot.position.longitude, "certainty": spot.position.certainty, "reason": spot.position.reason,
        "others": [{"id": id_, "name": name} for id_, name in spot.others], "claims": list(spot.claims),
        "documents": spot.documents, "origins": spot.origins, "side": spot.side, "last": spot.last,
    }

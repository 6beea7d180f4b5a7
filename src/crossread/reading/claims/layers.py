"""What was found in a document before its claims, by which they are made."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.model import Quantity
from crossread.reading.claims.deeds import Deeds
from crossread.reading.claims.known import Mentions
from crossread.reading.claims.voices import Voices
from crossread.reading.claims.when import Times
from crossread.reading.parse import Parse


@dataclass(frozen=True, slots=True)
class Layers:
    """What the claims of one document are built from."""

    parse: Parse
    known: Mentions
    voices: Voices
    times: Times
    quantities: tuple[Quantity, ...]
    deeds: Deeds
    language: str

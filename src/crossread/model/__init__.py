"""The records that every room speaks in: frozen, typed, importing nothing but the standard library."""

from crossread.model.document import SILENT_KINDS, Document, Published, Region, Span
from crossread.model.reading import (
    Argument,
    Attribution,
    Claim,
    ClaimPlace,
    ClaimQuantity,
    ClaimTime,
    Entity,
    Evidence,
    Mention,
    Quantity,
    Reading,
    TimeExpression,
    Voice,
)

__all__ = [
    "SILENT_KINDS", "Argument", "Attribution", "Claim", "ClaimPlace", "ClaimQuantity", "ClaimTime", "Document", "Entity",
    "Evidence", "Mention", "Published", "Quantity", "Reading", "Region", "Span", "TimeExpression", "Voice",
]

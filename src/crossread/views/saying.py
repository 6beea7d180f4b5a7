"""When a claim speaks and who speaks it: what lists of claims are ordered and parted by."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.model import Claim
from crossread.views.picture import Picture

UNDATED = "9999"  # sorts after all days


def day_of(claim: Claim, picture: Picture) -> str:
    """The day a claim is listed under: when what it claims began, else when its document appeared, else when what it claims
    was over; `UNDATED` where nothing is known."""
    document = picture.documents.get(claim.document)
    published = document.published.earliest or document.published.date if document else None
    return claim.time.earliest or published or claim.time.latest or UNDATED


def in_time(claims: Iterable[str], picture: Picture) -> tuple[str, ...]:
    """Claims of a picture by day, then by document and place in it; ids that it does not have are left out."""
    known = {id_: picture.claims[id_] for id_ in claims if id_ in picture.claims}
    return tuple(sorted(known, key=lambda id_: (
        day_of(known[id_], picture), known[id_].document, known[id_].evidence[0].start, id_,
    )))


def speaks(claim: Claim, actor: str) -> bool:
    """Whether the innermost voice of a claim is the actor."""
    return bool(claim.attribution) and claim.attribution[-1].entity == actor

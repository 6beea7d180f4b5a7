"""The identity of claims across readings."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from crossread.model import Claim


def identity(claim: Claim) -> str:
    """The id of a claim in a case: a hash of its document, its evidence and its structure, so that reading again gives the
    same id, and two cases agree. Time, place and number are no part of it: they may be understood better one day."""
    what = (
        claim.document, [(part.start, part.end, part.quote) for part in claim.evidence],
        claim.subject.name, claim.subject.start, claim.predicate, claim.object.name, claim.object.start,
        claim.polarity, claim.modality, [voice.name for voice in claim.attribution],
    )
    return "c" + hashlib.sha256(repr(what).encode("utf-8", "surrogatepass")).hexdigest()[:15]


def identities(found: Sequence[Claim]) -> Iterator[str]:
    """The ids of the claims of one document, in their order. Claims that cannot be told apart are numbered."""
    seen: Counter[str] = Counter()
    for claim in found:
        id_ = identity(claim)
        seen[id_] += 1
        yield id_ if seen[id_] == 1 else f"{id_}.{seen[id_]}"

"""Claims as lines of evidence: who has it from whom, the very words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from crossread.desk.wording import document_day, first_day, last_day, span
from crossread.model import Claim, Document
from crossread.model.actor import Actor
from crossread.model.findings import Origin, Prediction
from crossread.model.names import shown_name
from crossread.model.reading import Argument, Voice
from crossread.ontology.predicates import in_words, predicates
from crossread.views.picture import Picture


@dataclass(frozen=True, slots=True)
class Line:
    """One claim with what a reader must see beside it. Lines of one `origin` are not independent of each
    other."""

    claim: Claim
    document: Document | None
    subject: str
    object: str
    stance: int
    family: str
    origin: Origin

    @property
    def href(self) -> str:
        """The address of the sentence in its document."""
        return claim_href(self.claim)

    @property
    def outlet(self) -> str:
        """Who published it."""
        chain = self.claim.attribution
        return (chain[0].name if chain else None) or (self.document.outlet if self.document else None) or self.claim.document

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who speaks in the outlet, outermost first; none where the outlet itself says it."""
        return self.claim.attribution[1:]

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words, part by part."""
        return tuple(part.quote for part in self.claim.evidence)

    @property
    def published(self) -> str | None:
        """The day of the document, or the days that bound it."""
        return None if self.document is None else document_day(self.document)

    @property
    def when(self) -> str | None:
        """When it is said to have been; nothing where that only repeats when it was published."""
        time = self.claim.time
        if time.basis == "none" or not (time.earliest or time.latest):
            return None
        known = self.document.published if self.document else None
        if time.earliest is None:
            return None if known and time.latest == known.latest else f"by {last_day(time.latest or '')}"
        if time.latest is None:
            return None if known and time.earliest == known.earliest else f"since {first_day(time.earliest)}"
        if known and time.earliest == time.latest == known.date:
            return "of the same day"
        return f"of {span(time.earliest, time.latest)}"

    @property
    def does(self) -> str:
        """The predicate in words."""
        return in_words(self.claim.predicate)

    @property
    def day(self) -> str:
        """What lines are sorted by: when what is claimed began, else when it was published; undated lines last."""
        published = self.document.published.earliest if self.document else None
        return self.claim.time.earliest or published or self.claim.time.latest or "9999"


def lines(picture: Picture, ids: Iterable[str]) -> tuple[Line, ...]:
    """The claims of these ids that are in the case, by time, then by document and place in it."""
    found = [_line(picture, id_) for id_ in dict.fromkeys(ids) if id_ in picture.claims]
    return tuple(sorted(found, key=lambda one: (one.day, one.claim.document, one.claim.evidence[0].start, one.claim.id)))


def made_on(prediction: Prediction, picture: Picture) -> str | None:
    """When a forecast was made: the day, or what is known of it where its document has none."""
    claim = picture.claims.get(prediction.claim)
    document = picture.documents.get(claim.document) if claim else None
    if document is None or document.published.date or prediction.made != document.published.earliest:
        return prediction.made
    return document_day(document)


def _line(picture: Picture, id_: str) -> Line:
    claim = picture.claims[id_]
    predicate = predicates()[claim.predicate]
    return Line(
        claim, picture.documents.get(claim.document),
        _name(claim.subject, picture.actors), _name(claim.object, picture.actors),
        predicate.stance * (1 if claim.polarity == "affirmed" else -1), predicate.family, picture.origin_of(id_),
    )


def _name(argument: Argument, actors: Mapping[str, Actor]) -> str:
    actor = actors.get(argument.entity or "")
    return shown_name(argument.name) if actor is None else actor.name


def document_href(id_: str) -> str:
    """The address of a document."""
    return f"/documents/{quote(id_, safe='')}"


def claim_href(claim: Claim) -> str:
    """The address of a claim in its document."""
    return f"{document_href(claim.document)}#c{claim.id}"


def actor_href(id_: str) -> str:
    """The address of an actor's dossier."""
    return f"/actors/{quote(id_, safe='')}"


def event_href(claims: Iterable[str]) -> str:
    """The address of an event, by the first of its claims: it outlives claims that join it."""
    return f"/events/{quote(next(iter(claims)), safe='')}"


def origin_href(id_: str) -> str:
    """The address of an origin."""
    return f"/origins/{quote(id_, safe='')}"


def original_href(id_: str) -> str:
    """The address of the bytes that a document came from."""
    return f"/originals/{quote(id_, safe='')}"


def changes_href(documents: Iterable[str]) -> str:
    """The address of what documents bring into the picture."""
    return "/changes?" + urlencode([("document", id_) for id_ in documents])


def forget_href(id_: str) -> str:
    """The address of the question whether to forget a document."""
    return "/forget?" + urlencode({"document": id_})


def between_href(one: str, other: str) -> str:
    """The address of all accounts between two actors, by their ids."""
    return f"/between/{quote(one, safe='')}/{quote(other, safe='')}"

"""The records of a case as `show` prints them, beside `claim`, which stands in `annotation`."""

from __future__ import annotations

from crossread.exchange.annotation import Record, claim_record, document_fields
from crossread.model import Claim, Document
from crossread.model.actor import Actor, ActorJudgement
from crossread.model.outside import Link, Match


def document_record(document: Document) -> Record:
    """The `document` record. `copies_of` are the ids of documents whose text it repeats."""
    known = document_fields(document)
    return {
        "id": document.id, "outlet": document.outlet, "title": document.title, "author": document.author,
        "published": known["published"], "url": document.url, "language": document.language,
        "words": len(document.text.split()), "copies_of": list(document.copies_of),
    }


def actor_record(actor: Actor) -> Record:
    """The `actor` record. `reasons` say step by step why its names are held to be one actor's."""
    return {
        "id": actor.id, "name": actor.name, "type": actor.type, "country": actor.country, "sector": actor.sector,
        "aliases": [{"text": alias.text, "documents": list(alias.documents)} for alias in actor.aliases],
        "mentions": actor.mentions, "documents": list(actor.documents),
        "reasons": [{"a": join.a, "b": join.b, "feature": join.feature, "score": join.score, "reason": join.reason}
                    for join in actor.joins],
        "links": [link_record(link) for link in actor.links],
    }


def link_record(link: Link) -> Record:
    """An actor's entry in an outside list."""
    return {"list": link.list, "id": link.id, "name": link.name, "score": link.score, "reason": link.reason}


def match_record(match: Match) -> Record:
    """What became of an actor that an outside list may know."""
    return {"state": match.state, "actor": match.actor, "name": match.name, "link": link_record(match.link), "why": match.why}


def case_claim_record(claim: Claim) -> Record:
    """The `claim` record in a case. `judged` says what a person made of it: accepted, edited, added, or nothing; `grade` how
    credible a person held it."""
    return {**claim_record(claim), "judged": claim.judged, "grade": claim.grade}


def judgement_record(entry: ActorJudgement) -> Record:
    """An entry of the journal of actors."""
    return {
        "number": entry.number, "at": entry.at, "by": entry.by, "verdict": entry.verdict, "a": entry.a, "b": entry.b,
        "why": entry.why, "undoes": entry.undoes, "state": entry.state,
    }

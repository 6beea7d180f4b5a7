"""What people say of a case: who is who, which claims stand and how, how far sources and claims are to be trusted.

All of it goes into one journal, to which entries are only added. What a case shows follows from what was read and from the
entries that nobody took back, so that undoing is exact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import isfinite
from typing import Literal, TypeVar, get_args

from crossread.actors.linking import matches
from crossread.actors.resolver import RESOLVER
from crossread.case import Store
from crossread.case.judged import new_claim
from crossread.errors import CaseError
from crossread.exchange.judgements import content_of, coordinates_content
from crossread.exchange.outside import link_content
from crossread.model import Claim, ClaimQuantity, ClaimTime
from crossread.model.actor import ActorJudgement, NewJudgement, Verdict
from crossread.model.judgement import Change, Entry, Grades, Named, NewEntry, Reliability
from crossread.model.names import name_key
from crossread.model.outside import Link, Listed, Match
from crossread.model.place import Coordinates
from crossread.model.reading import Credibility, Modality, Polarity
from crossread.ontology.predicates import predicates

T = TypeVar("T", bound=str)
Days = tuple[str | None, str | None]


class Corrections:
    """The part of a case that takes judgements. `by` is who says so; `why` is kept in the journal. All that is given a number can
    be taken back by it.

    Claims are named by their ids, or by the first characters of one if these are no other's.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def judge(self, a: str, b: str, verdict: Verdict, *, why: str, by: str = "") -> int:
        """Say that two actors are the same, different, or that it cannot be told; gives the number of the entry in the journal.

        `a` and `b` are ids of actors or names that they go by. What is judged holds for these names from now on, in documents
        to come too, and goes before all that is derived. The last entry on a pair is in force.

        Raises:
            CaseError: nothing in the case is called so, or both are one name.
        """
        self._store.refresh(RESOLVER)
        keys = [self._store.names_like(name) for name in (a, b)]
        for name, found in zip((a, b), keys, strict=True):
            if not found:
                raise CaseError(f"{name}: no actor of this case goes by this name or id")
        if keys[0] == keys[1]:
            raise CaseError(f"{a} and {b} are one name")
        number = self._store.judge(NewJudgement(keys[0][0], keys[1][0], verdict, why, _now(), by))
        self._store.refresh(RESOLVER)
        return number

    def judge_claim(self, claim: str, verdict: Literal["accept", "reject"], *, why: str, by: str = "") -> int:
        """Say that a claim was read rightly, or that it was not: a rejected one is no longer shown or counted anywhere. Gives the
        number of the entry.

        Raises:
            CaseError: the case has no such claim.
        """
        return self._enter(self._as_read(claim), verdict, why=why, by=by)

    def edit_claim(
        self, claim: str, *, why: str, by: str = "", subject: str | None = None, predicate: str | None = None,
        object: str | None = None, polarity: Polarity | None = None, modality: Modality | None = None,
        voices: Sequence[str] | None = None, time: Days | None = None, place: str | None = None,
        quantity: ClaimQuantity | None = None,
    ) -> int:
        """Say what a claim says rightly; what is not given stays. Gives the number of the entry.

        Args:
            subject, object: an actor's id or a name that it goes by; else free text.
            voices: who says it, behind the outlet, innermost last; none for the outlet itself.
            time: the first and the last day (ISO); `None` where a bound is not known.
            place: an actor's id or a name; empty where the words say no place.
            quantity: how many; without number and unit where the words say none.

        Raises:
            CaseError: the case has no such claim, or nothing is to be changed, or something is not a predicate, a day and so on.
        """
        change = self._change(subject, predicate, object, polarity, modality, voices, time, place, quantity)
        if change == Change():
            raise CaseError(f"{claim}: say what is to be changed")
        return self._enter(self._as_read(claim), "edit", why=why, by=by, change=change)

    def add_claim(
        self, document: str, start: int, end: int, *, subject: str, predicate: str, object: str, why: str, by: str = "",
        polarity: Polarity = "affirmed", modality: Modality = "asserted", voices: Sequence[str] = (), time: Days | None = None,
        place: str | None = None, quantity: ClaimQuantity | None = None,
    ) -> int:
        """Add a claim that rests on the words `[start, end)` of a document; see `edit_claim`. The entry's target is its id.

        Raises:
            CaseError: there is no such document, or no words there, or the case has this claim.
        """
        change = self._change(subject, predicate, object, polarity, modality, voices, time, place, quantity)
        reading = self._store.reading(document)
        if reading is None:
            raise CaseError(f"{document}: no document of this id in the case")
        if not 0 <= start < end <= len(reading.document.text) or not reading.document.text[start:end].strip():
            raise CaseError(f"{document}: there are no words at [{start}, {end})")
        made = new_claim(reading, start, end, change)
        if self._store.claim(made.id) is not None:
            raise CaseError(f"{made.id}: this claim is in the case already")
        return self._enter(made, "add", why=why, by=by, change=change)

    def grade_claim(self, claim: str, grade: Credibility, *, why: str, by: str = "") -> int:
        """Grade a claim on the Admiralty scale, from 1 (confirmed) to 5 (improbable), or 6 (cannot be judged). Nothing derived
        depends on it.

        Raises:
            CaseError: the case has no such claim, or there is no such grade.
        """
        return self._enter(self._as_read(claim), _one_of(grade, Credibility, "a grade of a claim"), why=why, by=by)

    def grade_source(self, source: str, grade: Reliability, *, why: str, by: str = "") -> int:
        """Grade an outlet or a voice, by its name or its actor's id, from A (reliable) to E (unreliable); F: cannot be judged.

        Raises:
            CaseError: the name has no letters, or there is no such grade.
        """
        key = name_key(self._store.named(source).name)
        if not key:
            raise CaseError(f"{source!r} is no name")
        verdict = _one_of(grade, Reliability, "a grade of a source")
        return self._store.enter(NewEntry("source", key, verdict, why, _now(), by), RESOLVER)

    def locate(self, place: str, latitude: float, longitude: float, *, why: str, by: str = "") -> int:
        """Say where a place lies, by its name or its actor's id, in degrees north and east (WGS 84). It holds for this name in
        documents to come too, and goes before the gazetteer. Gives the number of the entry.

        Raises:
            CaseError: the name has no letters, or there is no such point on the earth.
        """
        key = name_key(self._store.named(place).name)
        if not key:
            raise CaseError(f"{place!r} is no name")
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise CaseError(f"{latitude:g}, {longitude:g} is no point in degrees north (-90 to 90) and east (-180 to 180)")
        where = coordinates_content(Coordinates(latitude, longitude))
        return self._store.enter(NewEntry("place", key, "located", why, _now(), by, content=where), RESOLVER)

    def link(self, actor: str, link: Link, *, why: str, by: str = "") -> int:
        """Say which entry of an outside list an actor is, by a name it goes by or its id. It holds for this name in documents
        to come too; the last entry on a name and a list is in force. Gives the number of the entry.

        Raises:
            CaseError: nothing in the case is called so, or the link has no id or list.
        """
        self._store.refresh(RESOLVER)
        keys = self._store.names_like(actor)
        if not keys:
            raise CaseError(f"{actor}: no actor of this case goes by this name or id")
        if not link.id.strip() or not link.list.strip():
            raise CaseError(f"{actor}: a link needs a list and an id in it")
        target = f"{keys[0]} | {link.list}"
        return self._store.enter(NewEntry("link", target, "linked", why, _now(), by, content=link_content(link)), RESOLVER)

    def link_to(self, listed: Iterable[Listed], *, of: str, by: str = "") -> tuple[Match, ...]:
        """Link the actors of the case to an outside list called `of`: those that one entry fits well, and no other. What
        is doubtful, or was taken back before, is left for review and not linked."""
        self._store.refresh(RESOLVER)
        past = self._store.links()
        force = {(key, link.list): link.id for key, link, holds in past if holds}
        refused = {(key, link.list, link.id) for key, link, holds in past if not holds}
        found: list[Match] = []
        for match in matches(list(self._store.actors()), listed, of=of):
            keys = self._store.names_like(match.actor)
            key = keys[0] if keys else ""
            if force.get((key, of)) == match.link.id:
                found.append(replace(match, state="known", why="linked before"))
            elif (key, of) in force:
                found.append(replace(match, state="review", why=f"linked to another entry before: {force[key, of]}"))
            elif match.state == "linked" and (key, of, match.link.id) in refused:
                found.append(replace(match, state="review", why="taken back before"))
            else:
                if match.state == "linked":
                    self.link(match.actor, match.link, why=match.link.reason, by=by)
                found.append(match)
        return tuple(found)

    def undo(self, number: int, *, by: str = "") -> bool:
        """Take an entry of the journal back by adding one more; all is then as if it had never been made. False if there is no
        such entry, or it has been taken back."""
        done = self._store.undo(number, RESOLVER, at=_now(), by=by)
        self._store.refresh(RESOLVER)
        return done

    def journal(self) -> tuple[Entry, ...]:
        """All that people said of the case, in order, each with what it is worth now."""
        self._store.refresh(RESOLVER)
        return self._store.journal()

    def actor_journal(self) -> tuple[ActorJudgement, ...]:
        """All that people said of actors, in order, each with what it is worth now."""
        self._store.refresh(RESOLVER)
        return self._store.actor_journal()

    def grades(self) -> Grades:
        """The grades in force; empty until somebody grades."""
        return self._store.grades()

    def claim(self, claim: str) -> Claim | None:
        """A claim as it stands; nothing if it was rejected or never made."""
        self._store.refresh(RESOLVER)
        return self._store.claim(claim)

    def claim_as_read(self, claim: str) -> Claim | None:
        """A claim before anybody changed or rejected it, with entities of its document; nothing if it was never made."""
        return self._store.claim_as_read(claim)

    def _as_read(self, claim: str) -> Claim:
        ids = self._store.claim_ids(claim) if claim else ()
        id_ = claim if claim in ids else ids[0] if len(ids) == 1 else None
        found = None if id_ is None else self._store.claim_as_read(id_)
        if found is None:
            several = f"several claims' ids begin so: {', '.join(ids[:5])}"
            raise CaseError(f"{claim}: {several if ids else 'no claim of this id in the case'}")
        return found

    def _enter(self, claim: Claim, verdict: str, *, why: str, by: str, change: Change = Change()) -> int:  # noqa: B008 - frozen
        number = self._store.enter(NewEntry(
            "claim", claim.id, verdict, why, _now(), by, claim.document, content_of(claim, change),
        ), RESOLVER)
        self._store.refresh(RESOLVER)
        return number

    def _change(
        self, subject: str | None, predicate: str | None, object: str | None, polarity: Polarity | None,
        modality: Modality | None, voices: Sequence[str] | None, time: Days | None, place: str | None,
        quantity: ClaimQuantity | None,
    ) -> Change:
        if predicate is not None and predicate not in predicates():
            raise CaseError(f"{predicate!r} is no predicate; these are: {', '.join(predicates())}")
        return Change(
            subject=None if subject is None else self._named(subject), predicate=predicate,
            object=None if object is None else self._named(object),
            polarity=None if polarity is None else _one_of(polarity, Polarity, "a polarity"),
            modality=None if modality is None else _one_of(modality, Modality, "a modality"),
            voices=None if voices is None else tuple(self._named(voice) for voice in voices),
            time=None if time is None else _time(*time), place=None if place is None else self._place(place),
            quantity=None if quantity is None else _quantity(quantity),
        )

    def _place(self, name: str) -> Named:
        """A place that no document names yet is one all the same: what happened there has it as its place."""
        if not name.strip():
            return Named("", None)
        found = self._named(name)
        return found if found.type is not None else Named(found.name, "place")

    def _named(self, name: str) -> Named:
        if not name_key(name):
            raise CaseError(f"{name!r} is no name")
        return self._store.named(name)


def _one_of(value: T, allowed: object, what: str) -> T:
    words = get_args(allowed)
    if value not in words:
        raise CaseError(f"{value!r} is not {what}; these are: {', '.join(words)}")
    return value


def _time(first: str | None, last: str | None) -> ClaimTime:
    for day in (first, last):
        try:
            dt.date.fromisoformat(day or "2031-05-02")
        except ValueError as error:
            raise CaseError(f"{day!r} is not a day such as 2031-05-02") from error
    if first and last and first > last:
        raise CaseError(f"{first} is later than {last}")
    return ClaimTime(None, first or None, last or None, "explicit" if first or last else "none")


def _quantity(given: ClaimQuantity) -> ClaimQuantity:
    ends = [end for end in (given.value, given.max) if end is not None]
    if any(not isfinite(end) or end < 0 for end in ends):
        raise CaseError("a number must be finite, and zero or more")
    if given.max is not None and (given.value is None or given.max < given.value):
        raise CaseError("the upper number must not be less than the lower")
    return replace(given, unit=" ".join((given.unit or "").split()) or None)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")

"""A reading under what people said of its claims: a pure function of both.

Entries on one claim add up in the order they were made: the last one decides whether it stands, every edit that is in force
changes it. A claim that a later reading no longer makes is found again by its words and structure; where it is not made at all,
one that a person accepted, edited or added stands as it was judged, as long as all of its words are still there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from crossread.case.identity import identities, identity
from crossread.model import Argument, Claim, ClaimPlace, ClaimQuantity, ClaimTime, Entity, Evidence, Reading, Voice
from crossread.model.judgement import CREDIBILITY, Change, ClaimJudgement, Named, State
from crossread.model.names import name_key
from crossread.model.reading import UNNAMED_OUTLET, Credibility, Standing
from crossread.ontology.plover import event_under
from crossread.ontology.predicates import predicates

_STANDING: dict[str, Standing] = {"accept": "accepted", "edit": "edited", "add": "added"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading with its claims as they stand, under the ids by which a case knows them, and what each entry is worth."""

    reading: Reading
    states: tuple[tuple[int, State], ...] = ()


def judged(reading: Reading, entries: Sequence[ClaimJudgement]) -> Judged:
    """The reading under some entries, which are those on its document that nobody took back, in the order of the journal."""
    claims = identified(reading)
    if not entries:
        return Judged(replace(reading, claims=claims))
    groups: dict[str, list[ClaimJudgement]] = defaultdict(list)
    for entry in entries:
        groups[entry.claim.id].append(entry)
    linker = _Linker(reading)
    standing: dict[str, Claim | None] = {claim.id: claim for claim in claims}
    added: list[Claim] = []
    states: dict[int, State] = {}
    free = [claim for claim in claims if claim.id not in groups]
    for id_, group in groups.items():
        made = standing.get(id_) or _found_again(group[0].claim, free)
        base = made or linker.placed(group[0].claim)
        if base is None:
            states |= {entry.number: "evidence gone" for entry in group}
            continue
        claim = _fold(base, group, linker, made=made is not None)
        states |= _states(group, stands=claim is not None)
        if made is not None:
            free = [one for one in free if one.id != made.id]
            standing[made.id] = None if claim is None else replace(claim, id=id_)
        elif claim is not None:
            added.append(claim)
    kept = [standing[claim.id] for claim in claims]
    found = replace(
        reading, entities=(*reading.entities, *linker.new),
        claims=tuple(_in_order([claim for claim in kept if claim is not None], added)),
    )
    return Judged(found, tuple(sorted(states.items())))


def identified(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a reading under the ids by which a case knows them."""
    return tuple(replace(claim, id=id_) for claim, id_ in zip(reading.claims, identities(reading.claims), strict=True))


def _states(group: Sequence[ClaimJudgement], *, stands: bool) -> Iterator[tuple[int, State]]:
    """What entries on one claim are worth. What changes or keeps a claim has no effect on one that does not stand, nor has a
    rejection on one that does; of several grades, or rejections, the last counts."""
    last = {_sort(entry): entry.number for entry in group}
    for entry in group:
        sort = _sort(entry)
        effect = not stands if sort == "reject" else stands
        counts = sort not in ("reject", "grade") or entry.number == last[sort]
        yield entry.number, "in force" if effect and counts else "without effect"


def _sort(entry: ClaimJudgement) -> str:
    return "grade" if entry.verdict in CREDIBILITY else entry.verdict


def _fold(claim: Claim, group: Sequence[ClaimJudgement], linker: _Linker, *, made: bool) -> Claim | None:
    """The claim as it stands after all entries on it; nothing where it was rejected last, or nobody keeps what the reading does
    not make. What hangs on an addition that was taken back keeps nothing."""
    standing: Standing | None = None
    rejected = False
    for entry in group:
        if entry.verdict == "edit" or (entry.verdict == "add" and not made):
            claim = linker.changed(claim, entry.change)
        if entry.verdict in _STANDING:
            keep = standing == "added" or (standing == "edited" and entry.verdict == "accept")
            standing = standing if keep else _STANDING[entry.verdict]
        rejected = entry.verdict == "reject" or (rejected and entry.verdict in CREDIBILITY)
    lost = not made and (standing is None or (group[0].claim.judged == "added" and standing != "added"))
    grades = [cast(Credibility, entry.verdict) for entry in group if entry.verdict in CREDIBILITY]
    return None if rejected or lost else replace(claim, judged=standing, grade=grades[-1] if grades else None)


def _found_again(wanted: Claim, among: Iterable[Claim]) -> Claim | None:
    """The claim of the same words about the same parties, if there is just one."""
    found = [claim for claim in among if _likeness(claim) == _likeness(wanted)]
    return found[0] if len(found) == 1 else None


def _likeness(claim: Claim) -> tuple[object, ...]:
    return ([part.quote for part in claim.evidence], name_key(claim.subject.name), claim.predicate, name_key(claim.object.name),
            claim.polarity, claim.modality)


def _in_order(claims: Sequence[Claim], added: Iterable[Claim]) -> list[Claim]:
    """Claims of the reading in its own order, each that was added before the first whose words come later."""
    found = list(claims)
    for claim in sorted(added, key=lambda one: (one.evidence[0].start, one.id)):
        start = claim.evidence[0].start
        at = next((at for at, other in enumerate(found) if other.evidence[0].start > start), len(found))
        found.insert(at, claim)
    return found


class _Linker:
    """Puts what people named into a reading: as an entity that the document has, or as a new one."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._outlet = reading.document.outlet or UNNAMED_OUTLET
        self._mentions = reading.mentions
        self._by_span = {(mention.start, mention.end): mention.entity for mention in reading.mentions}
        names = [mention for mention in reversed(reading.mentions) if mention.form == "name"]
        self._by_name = {name_key(mention.text): mention.entity for mention in names}
        self._by_name |= {name_key(entity.name): entity.id for entity in reversed(reading.entities)}
        self._taken = {entity.id for entity in reading.entities}
        self.new: list[Entity] = []

    def changed(self, claim: Claim, change: Change) -> Claim:
        """A claim with its parts changed. Its event follows from what it says now."""
        predicate, polarity = change.predicate or claim.predicate, change.polarity or claim.polarity
        modality = change.modality or claim.modality
        event, mode = claim.event, claim.mode
        if (predicate, polarity, modality) != (claim.predicate, claim.polarity, claim.modality):
            event = event_under(predicates()[predicate].plover, polarity=polarity, modality=modality)
            mode = mode if event == claim.event else None
        voices = claim.attribution
        if change.voices is not None:
            known = {name_key(voice.name): voice for voice in claim.attribution}
            inner = [known.get(name_key(one.name)) or Voice(one.name, self.entity(one)) for one in change.voices]
            voices = (*(claim.attribution[:1] or (Voice(self._outlet),)), *inner)
        return replace(
            claim, predicate=predicate, polarity=polarity, modality=modality, event=event, mode=mode, attribution=voices,
            subject=self._argument(change.subject, claim) or claim.subject,
            object=self._argument(change.object, claim) or claim.object, time=change.time or claim.time,
            place=self._place(change.place, claim.place), quantity=_quantity(change.quantity, claim.quantity),
        )

    def _place(self, change: Named | None, now: ClaimPlace | None) -> ClaimPlace | None:
        if change is None:
            return now
        return ClaimPlace(self.entity(change), change.name) if change.name else None

    def _argument(self, named: Named | None, claim: Claim) -> Argument | None:
        if named is None:
            return None
        entity = self.entity(named)
        return Argument(entity, named.name, *self._where(named.name, entity, claim.evidence))

    def _where(self, name: str, entity: str | None, evidence: Sequence[Evidence]) -> tuple[int | None, int | None]:
        """Where the evidence has the name, or else a mention of the entity."""
        for part in evidence:
            at = part.quote.find(name)
            if at >= 0:
                return part.start + at, part.start + at + len(name)
        for mention in self._mentions:
            if mention.entity == entity and any(part.start <= mention.start and mention.end <= part.end for part in evidence):
                return mention.start, mention.end
        return None, None

    def entity(self, named: Named) -> str | None:
        """The id of the entity that a name stands for in the document; free text stands for none."""
        key = name_key(named.name)
        if named.type is None or not key:
            return None
        if key not in self._by_name:
            id_ = next(f"j{number}" for number in range(1, len(self._taken) + 2) if f"j{number}" not in self._taken)
            self._taken.add(id_)
            self._by_name[key] = id_
            self.new.append(Entity(id_, named.name, named.type))
        return self._by_name[key]

    def placed(self, claim: Claim) -> Claim | None:
        """A claim as it was judged, in the text as it is now; nothing where its words are gone."""
        evidence = [self._still_there(part) for part in claim.evidence]
        there = tuple(part for part in evidence if part is not None)
        if len(there) < len(claim.evidence):
            return None
        place = claim.place
        return replace(
            claim, evidence=there, judged=None, grade=None,
            subject=self._moved(claim.subject, claim.evidence, there), object=self._moved(claim.object, claim.evidence, there),
            attribution=tuple(Voice(one.name, self._known(one.name, one.entity), cue=one.cue) for one in claim.attribution),
            place=None if place is None else ClaimPlace(self._known(place.name, place.entity), place.name),
        )

    def _still_there(self, part: Evidence) -> Evidence | None:
        """The same words at the same place, or else where the text has them nearest to it."""
        if self._text[part.start:part.end] == part.quote:
            return part
        before = self._text.rfind(part.quote, 0, part.start + len(part.quote))
        after = self._text.find(part.quote, part.start)
        found = [at for at in (before, after) if at >= 0]
        if not found or not part.quote:
            return None
        start = min(found, key=lambda at: (abs(at - part.start), at))
        return Evidence(start, start + len(part.quote), part.quote)

    def _moved(self, argument: Argument, before: Sequence[Evidence], now: Sequence[Evidence]) -> Argument:
        """An argument at the place that it had in the evidence; what lay outside loses its place."""
        start, end = argument.start, argument.end
        for old, new in zip(before, now, strict=True):
            if start is not None and end is not None and old.start <= start and end <= old.end:
                here = start + new.start - old.start, end + new.start - old.start
                known = self._by_span.get(here) if argument.entity is not None else None
                return Argument(known or self._known(argument.name, argument.entity), argument.name, *here)
        return Argument(self._known(argument.name, argument.entity), argument.name)

    def _known(self, name: str, was: str | None) -> str | None:
        """The entity that goes by a name, if it was one when the claim was judged."""
        return self.entity(Named(name, "other")) if was is not None else None


def _quantity(change: ClaimQuantity | None, now: ClaimQuantity | None) -> ClaimQuantity | None:
    if change is None:
        return now
    return None if change.value is None and change.unit is None else change


def new_claim(reading: Reading, start: int, end: int, change: Change) -> Claim:
    """A claim that rests on the words `[start, end)` and says what `change` gives; subject, predicate and object must be among
    it. Its id is that of the claim as it will stand."""
    document = reading.document
    assert change.subject is not None
    assert change.predicate is not None
    assert change.object is not None
    bare = Claim(
        id="", document=document.id, evidence=(Evidence(start, end, document.text[start:end]),),
        subject=Argument(None, change.subject.name), predicate=change.predicate, object=Argument(None, change.object.name),
        event=event_under(predicates()[change.predicate].plover, polarity="affirmed", modality="asserted"), mode=None,
        polarity="affirmed", modality="asserted", attribution=(Voice(document.outlet or UNNAMED_OUTLET),), time=ClaimTime(),
        place=None, quantity=None, judged="added",
    )
    return replace(bare, id=identity(_Linker(reading).changed(bare, change)))

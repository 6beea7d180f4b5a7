"""How two claims clash: one function each, one table of them.

Each rule sees two claims of one slot and gives a clash, or abstains. Never a clash: what differs because the world changed in
between; a denial against the charge it answers in the same document; numbers of different measures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from crossread.comparison.clashes import described, distance, like_numbers, numbers, opposed_directions, pole
from crossread.comparison.pairing import Traits, alike, opposed, within
from crossread.comparison.periods import FAR, Period
from crossread.comparison.sameness import ALIKE
from crossread.comparison.slots import BASES, Item, Material
from crossread.comparison.words import likeness
from crossread.lexicon import table
from crossread.model.findings import ContradictionKind, Strength
from crossread.model.names import name_key

BACKING = frozenset({"supports", "arms", "finances", "trains", "hosts", "allied_with"})
LEAVING = frozenset({"abandons", "betrays"})
DAYS = 3  # between two times that may still be meant as one
WEEK = 7  # days up to which a deed is told as one
WIDE = 62  # days from which an inferred time fixes nothing
LUMPED = 10  # times by which a count of killed and captured may exceed that of one of them and be of the same people
_WORD = re.compile(r"[\w']+")
LATE = 31  # days before somebody left in which backing is still meant as of that time


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims against each other: `sides` label what each says, so that all of one slot can be gathered under them."""

    kind: ContradictionKind
    strength: Strength
    sides: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to clash: the slot in which two claims are looked at, the look, and what claims must be for it to give anything."""

    slot: Callable[[Item], tuple[str, ...] | None]
    clash: Callable[[Item, Item, Material], Clash | None]
    traits: Callable[[Item], Traits | None]


def _denied(one: Item, other: Item, material: Material) -> Clash | None:
    """One says that it is so, the other that it is not, about one time."""
    if one.affirmed == other.affirmed or one.claim.modality != other.claim.modality and not (one.settled and other.settled):
        return None
    yes, no = (one, other) if one.affirmed else (other, one)
    if one.source.key == other.source.key or not one.settled or not _same_object(one, other) or not _of_one_time(yes, no):
        return None
    if _ceases(yes) or _ceases(no) or not _shows_denial(no):
        return None
    own = bool(no.claim.attribution) and material.acts_for(no.claim.attribution[-1].entity or "", no.subject)
    if yes.claim.document == no.claim.document and (own or _touch(yes, no)):
        return None
    soft = own or not one.when.known or not other.when.known or {one.claim.modality, other.claim.modality} != {"asserted"}
    return Clash("polarity", "soft" if soft else "hard", ("yes", "no") if one is yes else ("no", "yes"),
                 "one says that it is so, the other that it is not")


def _ceases(item: Item) -> bool:
    """Whether a claim's words tell of an end: who stopped did it until then."""
    return not set(name_key(item.quote).split()).isdisjoint(table("en", "comparison")["ceasing"])


def _shows_denial(item: Item) -> bool:
    """Whether the words of a denial deny: what is denied by words outside of them may be said of something else."""
    return not set(_WORD.findall(item.quote.casefold().replace("\u2019", "'"))).isdisjoint(table("en", "comparison")["denying"])


def _left(one: Item, other: Item, material: Material) -> Clash | None:
    """Backed and left at once, by different sources."""
    predicates = (one.claim.predicate, other.claim.predicate)
    leaving = next((item for item in (one, other) if item.claim.predicate in LEAVING), None)
    backing = next((item for item in (one, other) if item.claim.predicate in BACKING), None)
    if leaving is None or backing is None or not (one.affirmed and other.affirmed and one.settled and other.settled):
        return None
    if leaving.source.key == backing.source.key or not leaving.when.overlaps(backing.when):
        return None
    start, end = backing.when.first, leaving.when.first
    if start is None and backing.claim.time.basis == "inferred" and backing.claim.document == leaving.claim.document:
        start = backing.said.first  # told as lasting by the very text that quotes who says that it is over
    if start is None or end is None or start < end - LATE:
        return None
    labels = tuple("left" if predicate in LEAVING else "backs" for predicate in predicates)
    return Clash("characterisation", "soft", (labels[0], labels[1]), "said to back and to have left at the same time")


def _reversed(one: Item, other: Item, material: Material) -> Clash | None:
    """What cannot hold both ways round, told both ways round."""
    if one.claim.predicate != other.claim.predicate or not one.aspect.reversed or not (one.affirmed and other.affirmed):
        return None
    if not (one.settled and other.settled) or one.subject_party == other.subject_party or not one.when.overlaps(other.when):
        return None
    if not (_one_kind(one.subject, other.object, material) and _one_kind(one.object, other.subject, material)):
        return None  # a head and the body that he acts for, each way a person and a body
    soft = one.source.key == other.source.key or one.claim.modality != other.claim.modality
    sides = (one.subject_party, other.subject_party)
    return Clash("role", "soft" if soft else "hard", sides, "the roles are told the other way round")


def _one_kind(one: str, other: str, material: Material) -> bool:
    """Whether both are people, or neither is."""
    people = [actor is not None and actor.type == "person" for actor in (material.actors.get(one), material.actors.get(other))]
    return one == other or people[0] == people[1]


def _held(one: Item, other: Item, material: Material) -> Clash | None:
    """One place held by two who are enemies, at one time."""
    if not one.aspect.exclusive or one.claim.modality != other.claim.modality or not (one.affirmed and other.affirmed):
        return None
    if one.claim.predicate != "controls_place" or other.claim.predicate != "controls_place" or not _meant_together(one, other):
        return None
    if material.acts_for(one.subject, other.subject) or not _enemies(one, other, material) or _part(one) or _part(other):
        return None
    if _was_taken_from(one) or _was_taken_from(other):
        return None
    if one.claim.document != other.claim.document and not (one.when.length and other.when.length):
        return None  # who held it once, and who does now
    sides = (one.subject_party, other.subject_party)
    return Clash("place", "hard", sides, "two enemies are said to hold one place")


def _directions(one: Item, other: Item, material: Material) -> Clash | None:
    """The same distance from the same place, in opposite directions."""
    first, second = distance(one), distance(other)
    if first is None or second is None or not one.when.overlaps(other.when, slack=DAYS) or not (one.affirmed and other.affirmed):
        return None
    if not opposed_directions(first, second):
        return None
    return Clash("place", "hard", (first.direction, second.direction),
                 f"the same distance, but {first.direction} against {second.direction}")


def _dates(one: Item, other: Item, material: Material) -> Clash | None:
    """What happens once, at two times that share no day."""
    if one.claim.predicate != other.claim.predicate or not _happens_once(one, material) or not (one.affirmed and other.affirmed):
        return None
    if not (one.settled and other.settled) or not _same_object(one, other) or one.when.overlaps(other.when):
        return None
    if one.claim.time.basis not in BASES or other.claim.time.basis not in BASES:
        return None
    early, late = sorted((one, other), key=lambda item: item.when.first or item.when.last or 0)
    labels = ("earlier", "later") if one is early else ("later", "earlier")
    hard = {one.claim.modality, other.claim.modality} == {"asserted"}
    return Clash("date", "hard" if hard else "soft", labels,
                 f"what happens once is dated {_days(early)} and {_days(late)}")


def number_clash(one: Item, other: Item) -> Clash | None:
    """Two numbers of one measure for one happening, farther apart than "about" and "at least" allow."""
    found = numbers(one, other)
    if found is None or one.source.key == other.source.key:
        return None
    return Clash("number", found.strength, found.sides, found.why)


def blame_clash(one: Item, other: Item, material: Material) -> Clash | None:
    """One happening, laid at the doors of two enemies by two sources."""
    if one.source.key == other.source.key or not (one.claim.subject.entity and other.claim.subject.entity):
        return None
    if material.acts_for(one.subject, other.subject) or not _enemies(one, other, material):
        return None
    if not (one.names_doer and other.names_doer) or not like_numbers(one, other):
        return None
    asserted = {one.claim.modality, other.claim.modality} <= {"asserted", "alleged"}
    return Clash("role", "hard" if asserted else "soft", (one.subject_party, other.subject_party),
                 "one happening is laid at two enemies' doors")


def _lumped(one: Item, other: Item, material: Material) -> Clash | None:
    """A count of killed and captured together beside one of captured or killed alone, for the same people."""
    predicates = {one.claim.predicate, other.claim.predicate}
    if "killed_or_captured" not in predicates or len(predicates) != 2 or one.family != "harm" or other.family != "harm":
        return None
    if not one.when.overlaps(other.when) or likeness(one.about, other.about) < ALIKE or one.source.key == other.source.key:
        return None
    counts = [item.claim.quantity.value for item in (one, other) if item.claim.quantity and item.claim.quantity.value]
    if len(counts) != 2 or counts[0] == counts[1] or max(counts) > LUMPED * min(counts):
        return None
    return Clash("number", "soft", (one.claim.predicate, other.claim.predicate),
                 "killed and captured counted together beside a count of one of them: not the same measure")


def _characters(one: Item, other: Item, material: Material) -> Clash | None:
    """One actor judged in opposite ways in the same respect."""
    if "has_attribute" not in (one.claim.predicate, other.claim.predicate) or one.source.key == other.source.key:
        return None
    if not (one.settled and other.settled and one.affirmed and other.affirmed) or not one.when.overlaps(other.when):
        return None
    found = described(one, other, material)
    return None if found is None else Clash("characterisation", "hard" if found.topic else "soft", found.poles, found.why)


def _who(one: Item, other: Item, material: Material) -> Clash | None:
    """One deed, two doers who do not act together."""
    if one.claim.predicate != other.claim.predicate or not (one.settled and other.settled and one.affirmed and other.affirmed):
        return None
    if not (one.claim.subject.entity and other.claim.subject.entity) or material.acts_for(one.subject, other.subject):
        return None
    if one.source.key == other.source.key or not _enemies(one, other, material):
        return None
    lengths = (one.when.length, other.when.length)
    if any(length is None or length > WEEK for length in lengths) or not one.when.overlaps(other.when, slack=1):
        return None
    count = numbers(one, other)
    first, second = one.claim.quantity, other.claim.quantity
    if first is None or second is None or first.value != second.value or count is not None:
        return None
    return Clash("role", "hard", (one.subject_party, other.subject_party), "one deed is laid at two enemies' doors")


def _told(item: Item) -> bool:
    """Whether it is told as so, and as fact."""
    return item.settled and item.affirmed


def _settled_pair(item: Item) -> tuple[str, ...] | None:
    return (item.subject_party, item.claim.predicate) if item.claim.subject.entity else None


def _two(item: Item) -> tuple[str, ...] | None:
    if not item.claim.object.entity or not item.claim.subject.entity or item.subject_party == item.object_party:
        return None
    return tuple(sorted((item.subject_party, item.object_party)))


def _ordered(item: Item) -> tuple[str, ...] | None:
    return (item.subject_party, item.object_party) if item.claim.object.entity and item.claim.subject.entity else None


def _held_place(item: Item) -> tuple[str, ...] | None:
    return (item.object,) if item.family == "territory" and item.claim.object.entity else None


def _where(item: Item) -> tuple[str, ...] | None:
    return (item.subject_party,) if item.family == "territory" else None


def _actor(item: Item) -> tuple[str, ...] | None:
    return (item.subject,) if item.claim.subject.entity and pole(item) else None


def _victims(item: Item) -> tuple[str, ...] | None:
    return ("harm",) if item.family == "harm" and item.claim.quantity is not None else None


def _deed_there(item: Item) -> tuple[str, ...] | None:
    place = item.place or (item.object if item.claim.object.entity else None)
    return (item.claim.predicate, place) if item.family in ("harm", "hostility") and place else None


# Which claims are laid side by side, and how they are looked at. The order is that of kinds in the output of equal strength.
RULES: tuple[Rule, ...] = (
    Rule(_settled_pair, _denied, lambda item: opposed(item.settled and item.affirmed, item.settled)),
    Rule(_two, _reversed, lambda item: within(item.when) if _told(item) and item.aspect.reversed else None),
    Rule(_deed_there, _who, lambda item: within(item.when, slack=1) if _told(item) and _counts_in_days(item) else None),
    Rule(_held_place, _held, lambda item: alike(item.affirmed and item.claim.predicate == "controls_place")),
    Rule(_where, _directions, lambda item: within(item.when, slack=DAYS) if item.affirmed and distance(item) else None),
    Rule(_settled_pair, _dates, lambda item: alike(_told(item) and _may_happen_once(item) and item.claim.time.basis in BASES)),
    Rule(_actor, _characters, lambda item: (
        Traits(*((1, 3) if item.claim.predicate == "has_attribute" else (2, 1))) if _told(item) else None
    )),
    Rule(_ordered, _left, lambda item: (
        opposed(item.claim.predicate in LEAVING, item.claim.predicate in BACKING) if _told(item) else None
    )),
    Rule(_victims, _lumped, lambda item: opposed(item.claim.predicate == "killed_or_captured", True)),
)


def _same_object(one: Item, other: Item) -> bool:
    if one.object == other.object or one.object_party == other.object_party:
        return True
    if one.claim.object.entity and other.claim.object.entity:
        return False
    return len(one.about & other.about) >= 2 and likeness(one.about, other.about) >= ALIKE


def _of_one_time(yes: Item, no: Item) -> bool:
    """Whether a claim and its denial are about one time. What lasts is meant of the day on which it is told, where nothing else
    is said; a deed is denied by a denial that covers its day."""
    if not _meant_together(yes, no):
        return False
    if yes.aspect.lasts or yes.claim.document == no.claim.document:
        return True
    done, not_done = _told_of(yes), _told_of(no)
    return (done.length or 10**6) <= max(WEEK, not_done.length or 10**6)


def _meant_together(one: Item, other: Item) -> bool:
    """Whether two claims are about one time: by their own times, or, where one has none, because one document says both or
    both appeared within days. A time that is wide and merely inferred holds nothing fast."""
    first, second = _told_of(one), _told_of(other)
    if one.claim.document == other.claim.document:
        return one.when.known == other.when.known and (not one.when.known or first.overlaps(second))
    if not first.known or not second.known or _vague(one, other) or _vague(other, one):
        return False
    return first.overlaps(second, slack=0 if one.when.known and other.when.known and not one.aspect.lasts else DAYS)


def _told_of(item: Item) -> Period:
    """The days that a claim is about: those given, or else the day of its document; an open time reaches no farther back."""
    if item.when.length is not None or not item.dated:
        return item.when if item.when.known else item.said
    return item.said


def _vague(one: Item, other: Item) -> bool:
    """Whether a time is a mere guess, and many times as wide as the other."""
    mine, theirs = one.when.length or 0, other.when.length or 10**6
    return one.claim.time.basis == "inferred" and mine > WIDE and mine > 4 * theirs


def _part(item: Item) -> bool:
    """Whether but a part of a place is said to be held."""
    said = f" {name_key(item.quote)} "
    return any(f" {words} " in said for words in table("en", "comparison")["parts"])


def _was_taken_from(item: Item) -> bool:
    """Whether a holder is told of as who lost the place: "took Kesh from the league"."""
    start, evidence = item.claim.subject.start, item.claim.evidence[0]
    if start is None or not evidence.start <= start <= evidence.end:
        return False
    before = name_key(evidence.quote[: start - evidence.start]).split()
    return [word for word in before if word != "the"][-1:] == ["from"]


def _touch(one: Item, other: Item) -> bool:
    """Whether the evidence of two claims of one document shares words, as a denial does with the charge it quotes."""
    return any(a.start < b.end and b.start < a.end for a in one.claim.evidence for b in other.claim.evidence)


def _happens_once(item: Item, material: Material) -> bool:
    if item.claim.predicate == "killed":
        actor = material.actors.get(item.object)
        return actor is not None and actor.type == "person"
    return item.aspect.once


def _counts_in_days(item: Item) -> bool:
    return item.claim.quantity is not None and (item.when.length or FAR) <= WEEK


def _may_happen_once(item: Item) -> bool:
    return item.aspect.once or item.claim.predicate == "killed"


def _enemies(one: Item, other: Item, material: Material) -> bool:
    return material.hostile(one.subject_party, other.subject_party)


def _days(item: Item) -> str:
    time = item.claim.time
    return time.earliest or "" if time.earliest == time.latest else f"{time.earliest or '…'} to {time.latest or '…'}"

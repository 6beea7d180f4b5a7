"""Whether two claims speak of one happening, or of one standing. Each rule gives its reason, or abstains."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from weakref import WeakKeyDictionary

from crossread.comparison.joined import Joins
from crossread.comparison.pairing import Traits, pairs, within
from crossread.comparison.parting import Join
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted
from crossread.comparison.words import likeness, stem, stems
from crossread.lexicon import table
from crossread.ontology.countries import country_of

NARROW = 366  # days: a time that long or shorter places a happening
ALIKE = 0.5  # overlap of words from which two descriptions are of one thing
SAME_TIME = 0.8  # overlap of days from which two stretches are one
MEETINGS = frozenset({"discovers", "publishes"})  # the subject is a witness, not a part of what is found
ONE_DEED = (  # predicates by which different people name one deed
    frozenset({"attacks", "fights", "captures_place"}),
    frozenset({"killed", "wounded", "killed_or_captured", "captured_persons"}),
    frozenset({"supports", "arms", "finances", "trains", "hosts"}),
    frozenset({"commands", "leads"}),
    frozenset({"opposes", "rejects", "rivals"}),
    frozenset({"negotiates_with", "mediates"}),
)
_DEED = {name: min(names) for names in ONE_DEED for name in names}

SENDING = frozenset({"arms", "deploys_to", "supports"})
FIGHTING = frozenset({"fights", "attacks"})
ENDING = frozenset({"fails_at", "succeeds_at"})
SEASON = 92  # days between two reports that may tell of one delivery
REPEATED = frozenset({"harm", "hostility", "diplomacy"})  # what the same do to the same again and again
NIGHT = 1  # days between the reports of two days that may be of one night
WEEK = 7  # days within which a repeated deed is taken to be one

Rule = Callable[[Item, Item, Material], str | None]
Slot = Callable[[Item], tuple[str, ...] | None]


def deed(item: Item) -> str:
    """What predicates are compared by: the name of the first of those that name one deed."""
    return _DEED.get(item.claim.predicate, item.claim.predicate)


def same_time(one: Item, other: Item) -> bool:
    """Whether the times given may be one; a time that is not given may be any."""
    return one.when.overlaps(other.when)


def same_place(one: Item, other: Item) -> bool:
    """Whether the places given may be one: equal, or one of them a whole country or not given."""
    if one.place is None or other.place is None or one.place == other.place:
        return True
    names = [item.claim.place.name if item.claim.place else "" for item in (one, other)]
    return is_country(names[0]) != is_country(names[1])


def is_country(name: str) -> bool:
    """Whether a name is, or begins with, a country's."""
    words = name.replace("(", " ").split()
    return any(country_of(" ".join(words[:length])) is not None for length in range(1, min(4, len(words)) + 1))


def _whole(item: Item, material: Material) -> bool:
    """Whether the object is a whole country, by what it is or by its name."""
    actor = material.actors.get(item.object)
    return actor is not None and actor.type == "state" or is_country(item.claim.object.name)


def _same_object(one: Item, other: Item) -> bool:
    if one.object_party == other.object_party:
        return True
    if one.claim.object.entity and other.claim.object.entity:
        return False
    return len(one.about & other.about) >= 2 and likeness(one.about, other.about) >= ALIKE


def _happening(one: Item, other: Item, material: Material) -> str | None:
    """The same people are said to have done the same to the same, at times that may be one."""
    if deed(one) != deed(other) or not material.acts_for(one.subject, other.subject) or not same_time(one, other):
        return None
    if one.aspect.lasts != other.aspect.lasts or one.aspect.lasts or not _same_object(one, other) or not same_place(one, other):
        return None
    lengths = (one.when.length or 10**6, other.when.length or 10**6)
    placed = (min(lengths) if one.object == other.object else max(lengths)) <= NARROW
    if not placed and not (one.object == other.object and one.claim.object.entity and one.aspect.once):
        return None
    if one.family == "harm" and one.claim.subject.entity is None and not (one.place and one.place == other.place):
        return None
    if one.family in REPEATED and max(lengths) > WEEK and not _tokens(one, other, material):
        return None
    return "the same deed by the same towards the same, at times that agree"


def _tokens(one: Item, other: Item, material: Material) -> frozenset[str]:
    """What marks two claims as one of many like happenings: words that both use, beside the names of those concerned and
    those of the deed, or the number."""
    first, second = one.claim.quantity, other.claim.quantity
    if first is not None and second is not None and first.value is not None and first.value == second.value:
        return frozenset({f"{first.value:g}"})
    own = _names(one, material) | _names(other, material) | one.about | other.about
    return (one.words & other.words) - own - stems(one.claim.predicate.replace("_", " ")) - stems(other.claim.predicate)


def _once(one: Item, other: Item, material: Material) -> str | None:
    """What happens but once, done by one party within one narrow time, though its object is named in other words: as text, or
    as another entity at the same place."""
    if one.claim.predicate != other.claim.predicate or not one.aspect.once or not one.when.known or not other.when.known:
        return None
    if not material.acts_for(one.subject, other.subject) or not same_time(one, other):
        return None
    there = one.place is not None and one.place == other.place
    if one.claim.object.entity and other.claim.object.entity and not there:
        return None
    if max(one.when.length or 10**6, other.when.length or 10**6) > NARROW:
        return None
    if one.claim.predicate in ENDING and not there and not _tokens(one, other, material):
        return None  # one party wins and fails at many things in a year
    return "what happens once, by the same, within the same year"


def _grain(one: Item, other: Item, material: Material) -> str | None:
    """The same move or seat in the same time, once by the country and once by a place that may lie in it."""
    if one.claim.predicate != other.claim.predicate or one.family != "territory" or one.subject != other.subject:
        return None
    if one.when.likeness(other.when) < SAME_TIME or _whole(one, material) == _whole(other, material):
        return None
    return "the same movement in the same time, one naming the country, the other a place"


def _witnessed(one: Item, other: Item, material: Material) -> str | None:
    """Several found the same."""
    if one.claim.predicate != other.claim.predicate or one.claim.predicate not in MEETINGS or not same_time(one, other):
        return None
    shared = one.about & other.about
    return "found by several" if len(shared) >= 2 and likeness(one.about, other.about) >= ALIKE else None


def _occasion(one: Item, other: Item, material: Material) -> str | None:
    """One actor in one narrow time, in words that share what it is about."""
    if one.subject != other.subject or one.claim.subject.entity is None or one.claim.document == other.claim.document:
        return None
    if one.when.likeness(other.when) < SAME_TIME or (one.when.length or 10**6) > NARROW or one.stance * other.stance < 0:
        return None
    if one.claim.time.basis != "explicit" or other.claim.time.basis != "explicit":
        return None
    own = {word for item in (one, other) for word in _names(item, material)}
    shared = {word for word in one.words & other.words if not word.isdigit()} - own
    return f"the same time, and both about {', '.join(sorted(shared))}" if len(shared) >= 2 else None


def _founded(one: Item, other: Item, material: Material) -> str | None:
    """Two tell how one body came to be, whoever they say founded it; a body is founded once."""
    first, second = _foundling(one), _foundling(other)
    if first is None or first != second or not same_time(one, other):
        return None
    return "the founding of one body, at times that agree"


def _foundling(item: Item) -> str | None:
    """Whose founding a claim tells of: what is created, or what is "formed in May"."""
    if item.claim.predicate == "creates":
        return item.object if item.claim.object.entity else None
    founding = item.claim.predicate == "has_attribute" and item.about & _stems_of("founding")
    return item.subject if founding and item.claim.subject.entity else None


def _sent(one: Item, other: Item, material: Material) -> str | None:
    """The same sent arms or machines of one kind, at times that agree, as two outlets tell within a season."""
    shared = _kinds(one) & _kinds(other)
    if not shared or one.subject_party != other.subject_party or not same_time(one, other):
        return None
    if one.claim.document == other.claim.document or material.hostile(one.object_party, other.object_party):
        return None
    if not one.said.known or not other.said.known or not one.said.overlaps(other.said, slack=SEASON):
        return None
    return f"the same sent {', '.join(sorted(shared))}, at times that agree"


def _kinds(item: Item) -> frozenset[str]:
    """The kinds of arms and machines that somebody is said to send."""
    if item.claim.predicate not in SENDING or not item.affirmed:
        return frozenset()
    return frozenset(kind for kind, words in _materiel().items() if item.words & words)


@lru_cache(maxsize=1)
def _materiel() -> dict[str, frozenset[str]]:
    kinds = table("en", "comparison")["materiel"]
    return {kind: frozenset(stem(word) for word in words) for kind, words in sorted(kinds.items())}


@lru_cache(maxsize=4)
def _stems_of(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in table("en", "comparison")[name])


def _waged(one: Item, other: Item, material: Material) -> str | None:
    """One tells that somebody fought another, the other how that war went for them: "lost the war with Peru"."""
    for fought, ended in ((one, other), (other, one)):
        if fought.claim.predicate not in FIGHTING or ended.claim.predicate not in ENDING or not fought.claim.object.entity:
            continue
        if not fought.when.known or not ended.when.known or not same_time(one, other):
            continue
        against = _called(fought.object, fought.claim.object.name, material)
        if material.acts_for(one.subject, other.subject) and against <= ended.about and ended.about & _stems_of("wars"):
            return "a war between the same two, at times that agree"
    return None


def _called(key: str, name: str, material: Material) -> frozenset[str]:
    actor = material.actors.get(key)
    return stems(actor.name if actor is not None else name)


def _names(item: Item, material: Material) -> frozenset[str]:
    actor = material.actors.get(item.subject)
    names = (item.claim.subject.name, *((alias.text for alias in actor.aliases) if actor else ()))
    return frozenset(word for name in names for word in stems(name))


RULES: tuple[Rule, ...] = (_happening, _once, _grain, _witnessed, _occasion, _founded, _sent, _waged)

# What both claims must be for a rule to give anything; a rule that is not here looks at all pairs.
GATES: dict[Rule, Callable[[Item], bool]] = {
    _happening: lambda item: not item.aspect.lasts,
    _once: lambda item: item.aspect.once and item.when.known,
    _grain: lambda item: item.family == "territory",
    _witnessed: lambda item: item.claim.predicate in MEETINGS,
    _occasion: lambda item: item.claim.subject.entity is not None and item.claim.time.basis == "explicit",
    _founded: lambda item: _foundling(item) is not None,
    _sent: lambda item: bool(_kinds(item)),
    _waged: lambda item: item.claim.predicate in FIGHTING | ENDING and item.when.known,
}
_OPEN: WeakKeyDictionary[Item, int] = WeakKeyDictionary()  # by item the rules that may say something of it, a bit each


def _open(item: Item) -> int:
    found = _OPEN.get(item)
    if found is None:
        let = (1 << at for at, rule in enumerate(RULES) if rule not in GATES or GATES[rule](item))
        found = sum(let) if item.settled else 0
        _OPEN[item] = found
    return found


# What two claims must share before the rules look at them: the rules would abstain otherwise.
SLOTS: tuple[Slot, ...] = (
    lambda item: (item.subject_party, deed(item)) if item.claim.subject.entity else None,
    lambda item: (deed(item), item.place or item.object) if item.family in ("harm", "territory", "diplomacy") else None,
    lambda item: (deed(item), str(_year(item))) if item.aspect.once and _year(item) else None,
    lambda item: (item.claim.predicate,) if item.claim.predicate in MEETINGS else None,
    lambda item: (item.subject, str(_year(item))) if item.claim.time.basis == "explicit" and _year(item) else None,
    lambda item: (found,) if (found := _foundling(item)) else None,
    lambda item: (item.subject_party, *sorted(_kinds(item))[:1]) if _kinds(item) else None,
    lambda item: (item.subject_party,) if item.claim.predicate in FIGHTING | ENDING and item.when.known else None,
)


def _year(item: Item) -> int | None:
    """The year that a narrow time lies in."""
    length = item.when.length
    return None if length is None or length > NARROW or item.when.first is None else (item.when.first + length // 2) * 4 // 1461


class Candidates:
    """The `joins` of claims that may speak of one happening, by what they share.

    Args:
        which: the claims that are looked at.
        why: the reason for which two belong together, or none.
    """

    def __init__(
        self, material: Material, *, which: Callable[[Item], bool], why: Rule, before: Candidates | None = None,
    ) -> None:
        def given(key: tuple[str, ...], items: Sequence[Item], material: Material) -> tuple[Join, ...]:
            return joins_of(items, lambda one, other: why(one, other, material), traits=_traits)

        self.joins: tuple[Joins, ...] = tuple(
            Slotted(material, partial(_keys, slot, which), given, before=None if before is None else before.joins[at])
            for at, slot in enumerate(SLOTS)
        )


def joins_of(
    items: Sequence[Item], why: Callable[[Item, Item], str | None], *, traits: Callable[[Item], Traits | None],
) -> tuple[Join, ...]:
    """The joins among the items of a slot whose traits meet."""
    return tuple(
        (one.claim.id, other.claim.id, reason) for one, other in pairs(items, traits) if (reason := why(one, other)) is not None
    )


def _traits(item: Item) -> Traits | None:
    """Of claims that may speak of one happening a rule says something, they are both affirmed or both denied, and they share a
    day or come within one."""
    open_ = _open(item)
    return within(item.when, has=open_ if item.affirmed else open_ << len(RULES), slack=NIGHT) if open_ else None


def _keys(slot: Slot, which: Callable[[Item], bool], item: Item, material: Material) -> Iterator[tuple[str, ...]]:
    if item.settled and item.clear and which(item) and (key := slot(item)) is not None:
        yield key


def same_happening(one: Item, other: Item, material: Material) -> str | None:
    """Why two claims are held to speak of one happening; `None` where they are not."""
    both = _open(one) & _open(other)
    if not both or one.claim.polarity != other.claim.polarity:
        return None
    for at, rule in enumerate(RULES):
        if both >> at & 1:
            reason = rule(one, other, material)
            if reason is not None:
                return reason
    return None

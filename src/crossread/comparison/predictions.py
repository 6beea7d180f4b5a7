"""Forecasts and pledges: by whom, made when, about when, and what later claims made of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from crossread.comparison.periods import Period, iso
from crossread.comparison.sameness import deed
from crossread.comparison.slots import Item, Material
from crossread.comparison.slotted import Slotted
from crossread.comparison.words import likeness, stem, stems
from crossread.lexicon import table
from crossread.model.findings import Outcome, Party, Prediction, Record
from crossread.model.names import name_key, shown_name
from crossread.ontology.predicates import in_words

ALIKE = 0.6  # overlap of words from which a later claim speaks of what was forecast
FAILS = frozenset({"fails_at"})
FAILING = "fails"

Key = tuple[str, str, str]


@lru_cache(maxsize=4)
def _words(language: str) -> dict[str, frozenset[str]]:
    found = table(language, "comparison")["predictions"]
    return {name: frozenset(stem(word) for word in words) for name, words in sorted(found.items())}


_Index = Slotted[Key, None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A forecast with the slots that it was held against."""

    item: Item
    keys: tuple[Key, ...]
    prediction: Prediction


class Predictions:
    """All forecasts, `found` by the day they were made."""

    def __init__(self, material: Material, *, before: Predictions | None = None) -> None:
        self.index: _Index = Slotted(material, _resolving, lambda key, items, material: None,
                                      before=None if before is None else before.index)
        then, changed = {} if before is None else before.asked, self.index.changed.keys()
        self.asked: dict[str, _Asked] = {}
        for item in material.items:
            if is_prediction(item):
                was = then.get(item.claim.id)
                kept = was is not None and was.item is item and changed.isdisjoint(was.keys)
                self.asked[item.claim.id] = was if was is not None and kept else self._ask(item, material)
        found = (one.prediction for one in self.asked.values())
        self.found = tuple(sorted(found, key=lambda one: (one.made or "9999", one.predictor.name, one.claim)))

    def _ask(self, item: Item, material: Material) -> _Asked:
        keys = _asked(item, material)
        return _Asked(item, keys, _prediction(item, {
            other.claim.id: other for key in keys for other in self.index.items.get(key, ())
        }, material))


def predictions(material: Material) -> tuple[Prediction, ...]:
    """All forecasts, by the day they were made."""
    return Predictions(material).found


def _resolving(item: Item, material: Material) -> Iterable[Key]:
    """What a claim shares with a forecast that it may resolve; no forecast resolves another."""
    return _keys(item, material) if item.settled and not is_prediction(item) else ()


def _keys(item: Item, material: Material) -> set[Key]:
    """The party and its bodies with a deed and whom it is done to, or each word of it; the words of what is said of somebody."""
    parties = {item.subject_party, *material.bodies.get(item.subject, ())}
    found: set[Key] = {(party, *done) for party in parties for done in _done(item, item.claim.object.entity is not None)}
    if item.claim.predicate in FAILS:
        things = {item.object_party, *item.about, item.object, item.place or ""} - {""}
        found |= {(party, FAILING, thing) for party in parties for thing in things}
    if item.claim.predicate == "has_attribute":
        found |= {("", "has_attribute", word) for word in item.about | item.words}
    return found


def _asked(item: Item, material: Material) -> tuple[Key, ...]:
    """What claims that may resolve a forecast share with it. Two actors are one by who they are alone, never by words of their
    names."""
    parties = sorted({item.subject_party, *material.bodies.get(item.subject, ())})
    others = (False,) if item.claim.object.entity else (False, True)
    done = dict.fromkeys(each for named in others for each in _done(item, named))
    keys: list[Key] = [(party, *each) for party in parties for each in done]
    things = sorted({item.object_party, *item.about, item.object, item.place or ""} - {""})
    keys += [(party, FAILING, thing) for party in parties for thing in things]
    keys += [("", "has_attribute", word) for word in sorted(item.about)]
    return tuple(keys)


def _done(item: Item, named: bool) -> Iterator[tuple[str, str]]:
    """A deed with whom it is done to, and with each word of what it is done to: of a `named` actor, or of words alone."""
    yield deed(item), item.object_party
    for word in sorted(item.about):
        yield f"{deed(item)}, {'named' if named else 'in words'}", word


def is_prediction(item: Item) -> bool:
    """A claim put as a forecast, a pledge, or a risk."""
    words = _words("en")
    if item.claim.modality == "predicted":
        return True
    if item.claim.predicate == "declares" and item.affirmed:
        begins = name_key(item.claim.object.name).split()[:1]
        return bool(begins) and (stem(begins[0]) in words["pledges"] or bool(item.words & words["pledging"]))
    return item.claim.modality == "possible" and item.claim.predicate == "has_attribute" and bool(item.about & words["risks"])


def track_records(found: tuple[Prediction, ...]) -> tuple[Record, ...]:
    """How each voice's forecasts fared, those with most that are closed first."""
    by_voice: dict[Party, list[Prediction]] = defaultdict(list)
    for one in found:
        by_voice[one.predictor].append(one)
    records = []
    for who, theirs in by_voice.items():
        each = Counter(one.outcome for one in theirs)
        claims = tuple(sorted(one.claim for one in theirs))
        records.append(Record(who, each["open"], each["came_true"], each["failed"], each["mixed"], claims))
    return tuple(sorted(records, key=lambda one: (-(one.came_true + one.failed + one.mixed), -one.open, one.predictor.name)))


def _prediction(item: Item, near: Mapping[str, Item], material: Material) -> Prediction:
    speaker = item.claim.attribution[-1] if item.claim.attribution else None
    if speaker is None or (item.claim.predicate in ("declares", "predicts") and item.claim.subject.entity):
        who = material.party(item.subject, name=item.claim.subject.name)
    else:
        who = material.party(speaker.entity or "", name=speaker.name)
    topic, made = _topic(item), _made(item)
    judged = [
        (other, verdict) for other in near.values()
        if _later(item, other, made=made) and (verdict := _verdict(item, other, material, topic=topic)) is not None
    ]
    true = tuple(sorted(other.claim.id for other, verdict in judged if verdict))
    false = tuple(sorted(other.claim.id for other, verdict in judged if not verdict))
    outcome: Outcome = "mixed" if true and false else "came_true" if true else "failed" if false else "open"
    about = item.when
    return Prediction(
        claim=item.claim.id, predictor=who, content=_content(item), made=iso(made.first or made.last),
        about_from=iso(about.first), about_to=iso(about.last), outcome=outcome, resolved_by=tuple(sorted((*true, *false))),
        explanation=_explanation(outcome, true, false, near),
    )


def _made(item: Item) -> Period:
    """When a forecast was made: what is declared has its own time; else by the day of publication."""
    return item.when if item.claim.predicate in ("declares", "predicts") and item.when.known else item.said


def _content(item: Item) -> str:
    claim = item.claim
    if claim.predicate in ("declares", "predicts"):
        return claim.object.name
    denied = "not: " if claim.polarity == "denied" else ""
    return f"{denied}{shown_name(claim.subject.name)} {in_words(claim.predicate)} {shown_name(claim.object.name)}"


def _verdict(forecast: Item, other: Item, material: Material, *, topic: frozenset[str]) -> bool | None:
    """Whether a later claim says that the forecast came true; `None` where it says nothing of it. `topic` is the forecast's."""
    words = _words("en")
    if other.claim.predicate == "has_attribute" and len(topic & other.words) >= 2 and likeness(topic, other.words) >= ALIKE:
        if stems(other.claim.object.name) & words["failures"] or _raw(other) & words["failures"]:
            return not other.affirmed
        if _raw(other) & words["successes"]:
            return other.affirmed
    if not material.acts_for(forecast.subject, other.subject):
        return None
    if other.claim.predicate in FAILS and other.affirmed and forecast.affirmed:
        there = forecast.place is not None and other.place == forecast.place
        return False if there or other.object == forecast.object or len(topic & other.about) >= 2 else None
    if deed(other) != deed(forecast) or forecast.claim.predicate == "declares":
        return None
    same = other.object_party == forecast.object_party or (
        len(forecast.about & other.about) >= 2 and likeness(forecast.about, other.about) >= ALIKE
        and not (forecast.claim.object.entity and other.claim.object.entity)
    )
    return (other.affirmed == forecast.affirmed) if same else None


def _raw(item: Item) -> frozenset[str]:
    """The stems of all words of what is said of the subject, small ones too."""
    return frozenset(stem(word) for word in name_key(item.claim.object.name).split())


def _topic(forecast: Item) -> frozenset[str]:
    words = _words("en")
    return forecast.about - words["pledging"] - words["pledges"]


def _later(forecast: Item, other: Item, *, made: Period) -> bool:
    """Whether a claim can speak of what became of a forecast: about a time after it was `made`, or, without a time, in the
    document itself or in one that appeared later."""
    if other.when.known:
        start = other.when.first
        return made.last is not None and start is not None and start > made.last or _within(forecast, other)
    if other.claim.document == forecast.claim.document:
        return not forecast.when.known
    return made.last is not None and other.said.first is not None and other.said.first > made.last


def _within(forecast: Item, other: Item) -> bool:
    """A time that lies in the time the forecast is about."""
    apart = other.claim.document != forecast.claim.document
    return apart and forecast.when.length is not None and forecast.when.overlaps(other.when)


def _explanation(outcome: Outcome, true: tuple[str, ...], false: tuple[str, ...], near: Mapping[str, Item]) -> str:
    if outcome == "open":
        return "No claim of a later time says what became of it."
    said = [("borne out", id_) for id_ in true] + [("refuted", id_) for id_ in false]
    whole = "; ".join(f"{word} by {near[id_].source.name}: “{near[id_].quote}”" for word, id_ in said)
    return f"{whole[0].upper()}{whole[1:]}."

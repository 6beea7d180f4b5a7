"""What holds on a day: the columns of numbers say what the relations of that day say, one by one."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from crossread.comparison.slots import Item, Material
from crossread.model import Claim
from crossread.model.findings import Relation
from crossread.model.network import NetworkQuestion
from crossread.ontology.aspects import aspects
from crossread.ontology.predicates import predicates
from crossread.views.holding import BACKING, HOSTILE, MEMORY, SIDES, Day, Holding, wanted
from crossread.views.network import calendar
from crossread.views.picture import Picture
from crossread.views.relations import Standings, relations
from tests.comparison.made import claim, material

NAMES = ["Lorvia", "Free Army", "Harbour Guard"]
FIRST = date(2030, 1, 1)
DAYS = range(0, 650, 50)  # few, so that much falls on one day


def iso(days: int) -> str:
    return (FIRST + timedelta(days=days)).isoformat()


def told(number: int, chance: random.Random) -> Claim:
    """A claim that relates two of a few actors, in one of a few documents, with a time of any kind."""
    one, other = NAMES[:2] if chance.random() < 0.6 else chance.sample(NAMES, 2)
    start, end = sorted(chance.choices(DAYS, k=2))
    time = (chance.choice([None, iso(start)]), chance.choice([None, iso(end)]))
    return claim(
        f"{number:02}", one, chance.choice(["supports", "supports", "abandons", "opposes", "attacks", "negotiates_with"]), other,
        document=chance.choice(["one", "two", "three"]), by=chance.choice([(), ("Mara Tessen",), ("Oskar Veln",)]), time=time,
        basis=None if time == (None, None) else chance.choice(["explicit", "inferred"]),
        polarity=chance.choice(["affirmed", "affirmed", "denied"]),
        modality=chance.choice(["asserted", "asserted", "reported", "alleged", "possible"]),
    )


def asked(chance: random.Random) -> NetworkQuestion:
    """A question about a day on which something may just begin, end or be forgotten."""
    return NetworkQuestion(
        iso(chance.choice(DAYS) + chance.choice([-1, 0, 1, MEMORY, MEMORY + 1, 730])),
        outlet=chance.choice([None, None, "Outlet of one"]),
        modalities=chance.choice([(), (), ("asserted",), ("reported", "alleged")]),
        families=chance.choice([NetworkQuestion("").families, ("hostility",), ("backing", "diplomacy")]),
    )


def published(made: Iterable[Claim]) -> Material:
    return material(made, published={"one": iso(50), "two": iso(300), "three": iso(600)})


def among(made: Material, question: NetworkQuestion) -> list[Item]:
    asked = wanted(question)
    return [item for item in made.items if asked is None or asked(item)]


def remembered(found: Iterable[Relation], items: Iterable[Item], *, days: dict[str, str], day: str) -> dict[str, list[Item]]:
    """The claims of deeds that are known on a day and not forgotten, by what they say."""
    by_id = {item.claim.id: item for item in items}
    known: dict[str, list[Item]] = {}
    for one in found:
        done = [by_id[id_] for id_ in one.claims if "" < days[id_] <= day]
        last = max((date.fromisoformat(days[item.claim.id]) for item in done), default=date.min)
        if not aspects()[one.relation].lasts and (date.fromisoformat(day) - last).days <= MEMORY:
            known[f"{one.source.id} {one.relation} {one.target.id}"] = done
    return known


def expected(made: Material, question: NetworkQuestion) -> dict[frozenset[str], tuple[int, int, int]]:
    """Sides, origins and weight of each two, told by the relations of the claims that are asked for."""
    items, picture = among(made, question), Picture(made)
    narrowed = Material(tuple(items), made.documents, made.actors, made.folds, made.bodies, made.enemies, made.copies)
    deeds = remembered(
        relations(narrowed), items, days=dict(calendar(picture).of_claim), day=question.day,
    )
    by_id = {item.claim.id: item for item in items}
    holding = dict(deeds)
    for one in relations(narrowed, as_of=question.day):
        name = f"{one.source.id} {one.relation} {one.target.id}"
        if one.status != "ended" and name not in deeds:
            holding[name] = [by_id[id_] for id_ in one.claims]
    sources: dict[frozenset[str], set[str]] = defaultdict(set)
    sides: dict[frozenset[str], int] = defaultdict(int)
    weight: dict[frozenset[str], int] = defaultdict(int)
    for known in holding.values():
        first = known[0]
        predicate = predicates()[first.claim.predicate]
        if predicate.family not in question.families:
            continue
        two = frozenset({first.subject, first.object})
        for_, against = ({item.source.key for item in known if item.affirmed == way} for way in (True, False))
        sources[two] |= for_ | against
        weight[two] += len(for_ | against)
        side = predicate.stance * (len(for_) - len(against)) if predicate.family in SIDES and for_ else 0
        sides[two] |= BACKING if side > 0 else HOSTILE if side < 0 else 0
    return {two: (sides[two], len(sources[two]), weight[two]) for two in sources}


def of(day: Day, holding: Holding) -> dict[frozenset[str], tuple[int, int, int]]:
    return {
        frozenset(two): (int(day.sides[at]), int(day.origins[at]), int(day.weight[at]))
        for at, two in enumerate(holding.two) if day.between[at]
    }


def holding_of(made: Material) -> Holding:
    return Holding(Standings(made).pairs, day_of=calendar(Picture(made)).of_claim)


@pytest.mark.parametrize("seed", range(40))
def test_columns_say_what_relations_say(seed: int) -> None:
    chance = random.Random(seed)
    made = published([told(number, chance) for number in range(chance.randrange(1, 16))])
    holding = holding_of(made)
    for _ in range(30):
        question = asked(chance)
        assert of(holding.on(question), holding) == expected(made, question)


def test_a_state_that_ended_holds_no_more_and_a_denial_does_not_keep_it() -> None:
    made = published([
        claim("1", "Lorvia", "supports", "Free Army", time=(iso(0), iso(0))),
        claim("2", "Lorvia", "abandons", "Free Army", time=(iso(50), iso(50))),
        claim("3", "Lorvia", "supports", "Free Army", document="two", polarity="denied", time=(None, iso(90)), basis="inferred"),
    ])
    holding = holding_of(made)
    key = next(at for at, pair in enumerate(holding.pairs) if pair.key[1] == "supports")
    assert [bool(holding.on(NetworkQuestion(iso(day))).holds[key]) for day in (-1, 49, 50)] == [True, True, False]


def test_nothing_ends_on_the_day_of_its_first_evidence() -> None:
    made = published([
        claim("1", "Lorvia", "supports", "Free Army", time=(iso(0), iso(0))),
        claim("2", "Lorvia", "abandons", "Free Army", time=(iso(0), iso(0))),
    ])
    holding = holding_of(made)
    assert list(holding.on(NetworkQuestion(iso(1))).holds) == [True, True]


def test_a_case_without_ties_has_none() -> None:
    holding = holding_of(published([]))
    assert of(holding.on(NetworkQuestion(iso(0))), holding) == {}

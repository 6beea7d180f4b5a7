"""What lets a pair of claims through to a rule hides nothing that the rule would find."""

from __future__ import annotations

from itertools import combinations

import pytest

from benchmarks.made_cases import readings
from crossread.comparison import contradiction_rules, events, sameness
from crossread.comparison.pairing import pairs
from crossread.comparison.prepare import prepare
from crossread.comparison.sameness import GATES, RULES, same_happening
from crossread.comparison.slots import Material


@pytest.fixture(scope="module")
def material() -> Material:
    made = list(readings(40, claims=10, seed=3))
    return prepare(
        [claim for reading in made for claim in reading.claims], documents=[reading.document for reading in made], actors=[],
    )


def test_a_rule_finds_nothing_in_pairs_that_its_gate_turns_away(material: Material) -> None:
    found = dict.fromkeys(RULES, 0)
    for one, other in combinations(material.items, 2):
        for rule in RULES:
            if rule(one, other, material) is not None:
                found[rule] += 1
                assert GATES[rule](one), rule
                assert GATES[rule](other), rule
    assert found[sameness._happening] + found[sameness._once] > 0


def test_the_traits_by_which_pairs_are_made_hide_nothing(material: Material) -> None:
    clashes = happened = attacks = 0
    for both in combinations(material.items, 2):
        for rule in contradiction_rules.RULES:
            if rule.clash(*both, material) is not None:
                clashes += 1
                assert list(pairs(both, rule.traits)), rule
        if (both[0].affirmed and both[1].affirmed and events._why(*both, material)) or same_happening(*both, material):
            happened += 1
            assert list(pairs(both, sameness._traits))
        if events._one_attack(*both) is not None:
            attacks += 1
            assert list(pairs(both, events._reported))
    assert min(clashes, happened, attacks) > 0

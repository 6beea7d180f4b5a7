"""What lets a pair of claims through to a rule hides nothing that the rule would find."""

from __future__ import annotations

from itertools import combinations

from benchmarks.made_cases import readings
from crossread.comparison import sameness
from crossread.comparison.prepare import prepare
from crossread.comparison.sameness import GATES, RULES


def test_a_rule_finds_nothing_in_pairs_that_its_gate_turns_away() -> None:
    made = list(readings(40, claims=10, seed=3))
    material = prepare(
        [claim for reading in made for claim in reading.claims], documents=[reading.document for reading in made], actors=[],
    )
    found = dict.fromkeys(RULES, 0)
    for one, other in combinations(material.items, 2):
        for rule in RULES:
            if rule(one, other, material) is not None:
                found[rule] += 1
                assert GATES[rule](one), rule
                assert GATES[rule](other), rule
    assert found[sameness._happening] + found[sameness._once] > 0

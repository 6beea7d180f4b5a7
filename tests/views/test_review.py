"""The review queue: what is asked first, why, and that an answer takes the question away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.actors.resolver import RESOLVER
from crossread.api import Case
from crossread.case import Store
from crossread.model.reading import EntityType
from tests.readings import Said, reading

TYPES: dict[str, EntityType] = {
    **dict.fromkeys(("Ana Petrakova", "Petrakova", "Petrakowa", "Olga Petrak"), "person"), "River League": "armed_group",
}
READINGS = (
    reading("d1", [Said("Ana Petrakova", "leads", "River League", "Ana Petrakova leads the River League."),
                   Said("Halden Council", "supports", "River League", "Halden Council backs the River League.")], types=TYPES),
    reading("d2", [Said("Petrakova", "attacks", "Northern Front", "Petrakova attacked the Northern Front.")], types=TYPES,
            outlet="Dawn"),
    reading("d3", [Said("Halden Council", "supports", "River League", "Halden Council stands by the River League.")],
            outlet="Echo"),
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Store(tmp_path / "a.case") as store:
        for one in READINGS:
            store.put(one, reader="test")
        store.refresh(RESOLVER)
    with Case(tmp_path / "a.case") as opened:
        yield opened


def test_a_join_by_a_rule_with_exceptions_is_asked_about(case: Case) -> None:
    question = next(one for one in case.questions() if one.names is not None)
    assert set(question.names or ()) == {"Ana Petrakova", "Petrakova"}
    assert question.joined
    assert "the only full name with the surname" in question.doubts[0]
    assert question.hangs[0] == "1 claim in 1 document would change hands"
    case.judge("Ana Petrakova", "Petrakova", "unsure", why="the article does not say")
    assert not [one for one in case.questions() if one.names is not None and one.joined]


def test_what_one_claim_alone_carries_is_asked_about(case: Case) -> None:
    claims = {claim.id: claim for claim in case.claims()}
    asked = {claims[one.claim].predicate: one for one in case.questions() if one.claim is not None}
    assert set(asked) == {"leads", "attacks"}  # two outlets say that the council backs the league
    assert "the only claim that Ana Petrakova leads River League" in asked["leads"].hangs
    assert "no other account agrees with it" in asked["leads"].doubts
    number = case.judge_claim(asked["leads"].claim or "", "accept", why="plain")
    assert {one.claim for one in case.questions()} & {asked["leads"].claim} == set()
    case.undo(number)
    assert asked["leads"] in case.questions()


def test_the_weightiest_come_first_and_reasons_are_given(case: Case) -> None:
    questions = case.questions()
    assert [one.weight for one in questions] == sorted((one.weight for one in questions), reverse=True)
    assert all(one.doubts and one.hangs for one in questions)
    assert len({one.id for one in questions}) == len(questions)

"""Actors of a case that grows, shrinks and is judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.actors.resolver import RESOLVER
from crossread.api import Case
from crossread.case import Store
from crossread.errors import CaseError
from crossread.model import Reading
from crossread.model.actor import Actor
from crossread.model.reading import EntityType
from tests.readings import Said, reading

PEOPLE: tuple[str, ...] = ("Ana Petrak", "General Ana Petrak", "Petrak", "Ivo Petrak", "Anna Petrak")
TYPES: dict[str, EntityType] = dict.fromkeys(PEOPLE, "person")


def document(id: str, subject: str, object: str) -> Reading:
    return reading(id, [Said(subject, "attacks", object, f"Then {subject} attacked and {object} fled.")], types=TYPES)


READINGS = [
    document("d1", "Ana Petrak", "Northern Liberation Front"),
    document("d2", "General Ana Petrak", "NLF"),
    document("d3", "Petrak", "Halden Council"),
    document("d4", "Ivo Petrak", "Council of Halden"),
    document("d5", "National Labour Force", "NLF"),
    document("d6", "Anna Petrak", "Danish government"),
]


def settled(path: Path, readings: list[Reading]) -> Store:
    store = Store(path)
    for one in readings:
        store.put(one, reader="test")
        store.refresh(RESOLVER)
    return store


def actors(store: Store) -> list[Actor]:
    return list(store.actors())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(READINGS))))
def test_one_by_one_in_any_order_is_the_same_as_all_at_once(tmp_path_factory: pytest.TempPathFactory, order: list[int]) -> None:
    folder = tmp_path_factory.mktemp("case")
    with settled(folder / "a.case", [READINGS[at] for at in order]) as one, Store(folder / "b.case") as other:
        for reading_ in READINGS:
            other.put(reading_, reader="test")
        other.refresh(RESOLVER)
        assert actors(one) == actors(other)


@pytest.mark.parametrize("gone", [one.document.id for one in READINGS])
def test_what_is_forgotten_leaves_no_trace(tmp_path: Path, gone: str) -> None:
    with settled(tmp_path / "a.case", READINGS) as one:
        before = actors(one)
        one.forget(gone)
        one.refresh(RESOLVER)
        with settled(tmp_path / "b.case", [each for each in READINGS if each.document.id != gone]) as other:
            assert actors(one) == actors(other)
        one.put(next(each for each in READINGS if each.document.id == gone), reader="test")
        one.refresh(RESOLVER)
        assert actors(one) == before


def called(case: Case, name: str) -> set[str]:
    return {alias.text for actor in case.actors() for alias in actor.aliases if name in {each.text for each in actor.aliases}}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    settled(tmp_path / "a.case", READINGS[:2]).close()
    return Case(tmp_path / "a.case")


def test_a_judgement_parts_what_a_rule_joins_and_undoing_it_restores_all(case: Case) -> None:
    before = list(case.actors())
    assert called(case, "Ana Petrak") == {"Ana Petrak", "General Ana Petrak"}
    number = case.judge("Ana Petrak", "General Ana Petrak", "different", why="mother and daughter", by="jb")
    assert called(case, "Ana Petrak") == {"Ana Petrak"}
    assert case.undo(number)
    assert list(case.actors()) == before
    assert not case.undo(number)
    assert [(entry.state, entry.undoes) for entry in case.actor_journal()] == [("undone", None), ("an undoing", number)]


def test_a_judgement_joins_what_no_rule_would_and_says_why(case: Case) -> None:
    case.judge("Ana Petrak", "NLF", "same", why="a nom de guerre")
    assert called(case, "NLF") >= {"NLF", "Ana Petrak"}
    assert any(join.reason == "judged the same: a nom de guerre" for actor in case.actors() for join in actor.joins)


def test_a_judgement_survives_reading_again_and_waits_for_names_that_are_gone(case: Case, tmp_path: Path) -> None:
    case.judge("Ana Petrak", "General Ana Petrak", "different", why="two people")
    with Store(tmp_path / "a.case") as store:
        store.put(READINGS[1], reader="another reader")
        store.refresh(RESOLVER)
        assert called(case, "Ana Petrak") == {"Ana Petrak"}
        store.forget("d2")
        store.refresh(RESOLVER)
        assert [entry.state for entry in case.actor_journal()] == ["without effect"]
        store.put(READINGS[1], reader="test")
        store.refresh(RESOLVER)
    assert [entry.state for entry in case.actor_journal()] == ["in force"]
    assert called(case, "Ana Petrak") == {"Ana Petrak"}


def test_the_last_judgement_on_a_pair_holds(case: Case) -> None:
    case.judge("Ana Petrak", "General Ana Petrak", "different", why="first thought")
    case.judge("General Ana Petrak", "Ana Petrak", "same", why="second thought")
    assert called(case, "Ana Petrak") == {"Ana Petrak", "General Ana Petrak"}
    assert [entry.state for entry in case.actor_journal()] == ["without effect", "in force"]


def test_only_what_is_in_the_case_can_be_judged(case: Case) -> None:
    with pytest.raises(CaseError, match="no actor of this case"):
        case.judge("Ana Petrak", "Nobody", "same", why="?")
    with pytest.raises(CaseError, match="one name"):
        case.judge("Ana Petrak", "ana petrak", "different", why="?")


def test_country_and_sector(tmp_path: Path) -> None:
    with settled(tmp_path / "a.case", READINGS) as store:
        found = {actor.name: (actor.country, actor.sector) for actor in store.actors()}
    assert found["Danish government"] == ("DNK", "GOV")

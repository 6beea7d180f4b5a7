"""Which entries of an outside list are linked, and which are left to a person."""

from __future__ import annotations

import pytest

from crossread.actors.linking import matches
from crossread.model.actor import Actor, Alias
from crossread.model.outside import Listed
from crossread.model.reading import EntityType


def actor(name: str, kind: EntityType = "person", country: str | None = None) -> Actor:
    return Actor("a" + name, name, kind, country, None, (Alias(name, ("d1",)),), 1, ("d1",))


@pytest.mark.parametrize(("here", "there", "state"), [
    (actor("Ana Petrak"), Listed("1", ("General Ana Petrak",), "person"), "linked"),
    (actor("Ana Petrak"), Listed("1", ("Ana Petrac",), "person"), "review"),
    (actor("Petrak"), Listed("1", ("Ana Petrak",), "person"), "review"),
    (actor("River League", "armed_group"), Listed("1", ("League of the River",)), "linked"),
    (actor("River League", "armed_group", "PER"), Listed("1", ("River League",), None, ("CHL",)), "review"),
    (actor("Ana Petrak"), Listed("1", ("Ivo Petrak",), "person"), None),
    (actor("Ana Petrak"), Listed("1", ("Ana Petrak",), "company"), None),
    (Actor("a", "the rebels", "armed_group", None, None, (), 1, ("d1",)), Listed("1", ("the rebels",)), None),
])
def test_one_actor_and_one_entry(here: Actor, there: Listed, state: str | None) -> None:
    assert [match.state for match in matches([here], [there], of="list")] == ([] if state is None else [state])


def test_two_actors_of_one_entry_are_left_to_a_person() -> None:
    two = [actor("Ana Petrak"), actor("Ana M. Petrak")]
    found = matches(two, [Listed("1", ("Ana Petrak", "Ana M. Petrak"), "person")], of="list")
    assert [(match.state, match.why) for match in found] == [("review", "2 actors of the case fit this entry")] * 2

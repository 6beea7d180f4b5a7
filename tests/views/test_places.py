"""Where places lie."""

from __future__ import annotations

import pytest

from crossread.model.actor import Actor
from crossread.model.place import Coordinates
from crossread.model.reading import EntityType
from crossread.views.places import positions


def _actor(id_: str, name: str, type_: EntityType) -> Actor:
    return Actor(id=id_, name=name, type=type_, country=None, sector=None, aliases=(), mentions=1, documents=("d",), joins=())


def test_a_namesake_is_chosen_by_the_case() -> None:
    lebanon = positions([_actor("a", "Tripoli", "place"), _actor("b", "Sidon", "place"), _actor("c", "Beirut", "place")], told={})
    libya = positions([_actor("a", "Tripoli", "place"), _actor("b", "Benghazi", "place"), _actor("c", "Sirte", "place")], told={})
    assert (lebanon["a"].country, libya["a"].country) == ("LBN", "LBY")
    assert lebanon["a"].certainty == "chosen"
    assert "2 more towns of that name" in lebanon["a"].reason


@pytest.mark.parametrize(("name", "type_", "certainty"), [
    ("Mariupol", "place", "town"), ("port of Mariupol", "facility", "town"), ("Idlib province", "place", "area"),
    ("Peru", "state", "country"),
])
def test_how_sure_a_position_is(name: str, type_: EntityType, certainty: str) -> None:
    assert positions([_actor("a", name, type_)], told={})["a"].certainty == certainty


@pytest.mark.parametrize(("name", "type_"), [
    ("Orlesk", "place"), ("Aleppo", "person"), ("the town", "place"), ("Ruritania", "state"),
])
def test_what_has_no_position(name: str, type_: EntityType) -> None:
    assert positions([_actor("a", name, type_)], told={}) == {}


def test_what_people_say_goes_before_the_gazetteer() -> None:
    told = {"tripoli": Coordinates(1.0, 2.0), "orlesk": Coordinates(-3.5, 4.0)}
    found = positions([_actor("a", "Tripoli", "place"), _actor("b", "Orlesk", "government_body")], told=told)
    assert (found["a"].latitude, found["a"].certainty, found["b"].longitude) == (1.0, "told", 4.0)

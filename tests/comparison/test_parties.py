"""Who acts for whom."""

from __future__ import annotations

import pytest

from crossread.comparison.parties import folds
from crossread.model.actor import Actor, Alias
from crossread.model.reading import EntityType


def actor(name: str, type: EntityType, *, country: str | None = None, documents: int = 1) -> Actor:
    in_ = tuple(str(number) for number in range(documents))
    return Actor(name, name, type, country, None, (Alias(name, in_),), documents, in_)


@pytest.mark.parametrize(("actors", "expected"), [
    ([actor("Denmark", "state", country="DNK"), actor("Danish government", "government_body", country="DNK")],
     {"Danish government": "Denmark"}),
    ([actor("Denmark", "state", country="DNK"), actor("Danish government", "government_body", country="DNK"),
      actor("Danish Government of Accord", "government_body", country="DNK")], {}),
    ([actor("Denmark", "state", country="DNK"), actor("Danish troops", "military_unit", country="DNK", documents=10),
      actor("Free Danish Army", "armed_group", country="DNK")], {"Danish troops": "Denmark"}),
    ([actor("Ana Petrak", "person"), actor("Petrak government", "government_body")], {}),
    ([actor("Petrak", "person"), actor("Petrak government", "government_body"), actor("Petrak forces", "armed_group")],
     {"Petrak": "Petrak government", "Petrak forces": "Petrak government"}),
    ([actor("Denmark", "state", country="DNK"), actor("the military dictatorship in Denmark", "government_body")],
     {"the military dictatorship in Denmark": "Denmark"}),
    ([actor("Denmark", "state", country="DNK"), actor("a rival government in Denmark", "government_body")], {}),
    ([actor("his", "armed_group"), actor("his forces", "armed_group")], {}),
    ([actor("Petrak", "person"), actor("Petrak's border-guard army", "military_unit")], {"Petrak's border-guard army": "Petrak"}),
    ([actor("Petrak", "person"), actor("Petrak's former army", "military_unit")], {}),
    ([actor("Danish", "armed_group"), actor("Danish forces", "armed_group")], {}),
])
def test_whose_governments_and_forces_are(actors: list[Actor], expected: dict[str, str]) -> None:
    assert {id_: fold.party for id_, fold in folds([], {one.id: one for one in actors}).items()} == expected

"""How an account came into its document."""

from __future__ import annotations

from crossread.views.hops import lineages
from crossread.views.picture import Picture
from tests.comparison.made import claim, material

TEXT = " ".join(f"word{number}" for number in range(80))


def test_every_hop_from_the_outlet_to_the_origin() -> None:
    made = material(
        [claim("1", "Lorvia", "supports", "Free Army", document="two", by=("Harbour Post", "Oskar Veln"))],
        texts={"one": TEXT, "two": TEXT}, published={"one": "2031-05-01", "two": "2031-05-02"},
    )
    (found,) = lineages(made)
    assert [(hop.how, hop.name, hop.actor, hop.document) for hop in found.hops] == [
        ("has it", "Outlet of two", None, "two"), ("repeats", "Outlet of one", None, "one"),
        ("according to", "Harbour Post", "a harbour post", None), ("according to", "Oskar Veln", "a oskar veln", None),
    ]
    assert found.origin_name == "Oskar Veln"


def test_origins_and_lineages_agree() -> None:
    picture = Picture(material([
        claim("1", "Lorvia", "supports", "Free Army"), claim("2", "Lorvia", "arms", "Free Army", by=("Oskar Veln",)),
        claim("3", "Lorvia", "hosts", "Free Army", by=("Oskar Veln",)),
    ]))
    assert all(picture.origin_of(id_).id == one.origin for id_, one in picture.lineages.items())
    assert [origin.name for origin in picture.origins_of_document("one")] == ["Oskar Veln", "Outlet of one"]

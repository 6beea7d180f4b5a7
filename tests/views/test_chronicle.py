"""What happened when and where, and what of it a stretch asks for."""

from __future__ import annotations

from crossread.model.chronicle import Stretch
from crossread.model.place import Coordinates
from crossread.views.chronicle import between, happenings, placed, spots
from crossread.views.network import calendar
from crossread.views.picture import Picture
from tests.comparison.made import claim, material

TAKEN = claim("1", "Free Army", "captures_place", "Merdova", time=("2030-02-01", "2030-02-03"))
FOUGHT = claim("2", "Free Army", "attacks", "Harbour Guard", time=("2030-03-01", "2030-03-01"), place="Sarn")
BACKED = claim("3", "Lorvia", "supports", "Free Army", time=("2030-01-01", "2030-06-30"))
WENT = claim("4", "Oskar Veln", "moves_to", "Lorvia", time=("2030-05-01", "2030-05-01"))
UNDATED = claim("5", "Free Army", "attacks", "Merdova")
WHERE = {"merdova": Coordinates(1.0, 2.0), "sarn": Coordinates(3.0, 4.0), "lorvia": Coordinates(5.0, 6.0)}

PICTURE = Picture(material([TAKEN, FOUGHT, BACKED, WENT, UNDATED]), places=WHERE)


def told(stretch: Stretch) -> list[str]:
    return [one.id for one in between(happenings(PICTURE), stretch, picture=PICTURE)]


def on_map(stretch: Stretch) -> dict[str, tuple[str, ...]]:
    days = calendar(PICTURE).of_claim
    return {spot.name: spot.claims for spot in spots(PICTURE, stretch, told=placed(PICTURE, day_of=lambda id_: days[id_]))}


def test_what_may_lie_between_two_days_is_told() -> None:
    assert told(Stretch(start="2030-02-02", end="2030-03-01")) == ["3", "1", "2"]
    assert told(Stretch(start="2030-02-04", end="2030-02-28")) == ["3"]
    assert told(Stretch(start="2031-01-01")) == []


def test_what_is_asked_for_narrows_it() -> None:
    assert told(Stretch(families=("backing",))) == ["3"]
    assert told(Stretch(about="a lorvia")) == ["3", "4"]
    assert told(Stretch(outlet="Another outlet")) == []
    assert told(Stretch(origins=2)) == []


def test_sides_are_those_of_what_is_affirmed() -> None:
    sides = {one.id: one.side for one in happenings(PICTURE)}
    assert (sides["1"], sides["2"], sides["3"], sides["4"]) == ("hostile", "hostile", "backing", "contact")


def test_a_place_has_what_happened_there_and_what_happened_to_it() -> None:
    assert on_map(Stretch()) == {"Merdova": ("1", "5"), "Sarn": ("2",), "Lorvia": ("4",)}


def test_a_state_is_no_place_where_it_acts() -> None:
    assert "3" not in on_map(Stretch())["Lorvia"]


def test_the_days_of_a_stretch_hold_for_the_map() -> None:
    assert on_map(Stretch(end="2030-02-28")) == {"Merdova": ("1",)}


def test_spellings_of_one_place_are_one_spot() -> None:
    other = claim("6", "Free Army", "captures_place", "Merdowa", time=("2030-02-01", "2030-02-03"))
    picture = Picture(material([TAKEN, UNDATED, other]), places={**WHERE, "merdowa": WHERE["merdova"]})
    found = spots(picture, Stretch(), told=placed(picture, day_of=lambda id_: ""))
    assert [(one.name, one.others, one.claims) for one in found] == [("Merdova", (("a merdowa", "Merdowa"),), ("1", "5", "6"))]


def test_a_place_of_unknown_whereabouts_is_on_no_map() -> None:
    picture = Picture(material([TAKEN]))
    assert spots(picture, Stretch(), told=placed(picture, day_of=lambda id_: "")) == ()

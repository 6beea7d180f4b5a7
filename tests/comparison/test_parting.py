"""What hangs together by some claim that could be of either is still two happenings."""

from __future__ import annotations

from crossread.comparison.contradiction import contradictions
from crossread.comparison.corroboration import corroborations
from crossread.comparison.events import Events, Happenings
from crossread.model import Claim
from tests.comparison.made import claim, material

MONDAY, FRIDAY = ("2031-05-05", "2031-05-05"), ("2031-05-09", "2031-05-09")


def market(id: str, document: str, number: float, time: tuple[str | None, str | None]) -> Claim:
    return claim(id, "unspecified", "killed", "people at the market", document=document, place="Kesh", time=time, number=number,
                 unit="people")


def test_bombs_of_two_days_in_one_town_are_two_events() -> None:
    made = material([
        market("1", "one", 12, MONDAY), market("2", "two", 12, MONDAY), market("3", "three", 40, FRIDAY),
        market("4", "four", 40, FRIDAY), market("5", "five", 40, ("2031-05-01", "2031-05-09")),
    ])
    found = [set(event.claims) for event in Events(Happenings(made)).found]
    assert {"1", "2"} in found
    assert not any({"1", "3"} <= claims for claims in found)
    assert contradictions(made) == ()


def test_what_may_be_of_either_year_joins_neither() -> None:
    claims = [
        claim("1", "Oskar Veln", "moves_to", "Sarn", document="one", time=("2021-01-01", "2021-12-31")),
        claim("2", "Oskar Veln", "moves_to", "Sarn", document="two", time=("2024-01-01", "2024-12-31")),
        claim("3", "Oskar Veln", "moves_to", "Sarn", document="three"),
    ]
    assert corroborations(material(claims)) == ()
    assert [set(one.claims) for one in corroborations(material([claims[0], claims[2]]))] == [{"1", "3"}]


def test_two_numbers_of_one_source_in_one_text_are_of_two_things() -> None:
    made = material([
        market("1", "one", 15, MONDAY), market("2", "one", 8, MONDAY), market("3", "two", 15, MONDAY),
    ])
    assert [set(event.claims) for event in Events(Happenings(made)).found] == [{"1", "3"}, {"2"}]
    assert contradictions(made) == ()

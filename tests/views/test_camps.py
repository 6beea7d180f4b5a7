"""The two camps of a network: who is drawn in, who stands between, and who is only an enemy."""

from __future__ import annotations

from crossread.model import Claim
from crossread.model.network import NetworkQuestion
from crossread.views.camps import Camps, camps
from crossread.views.network import calendar, grounds, network
from crossread.views.picture import Picture
from tests.comparison.made import claim, material

WHEN = ("2030-01-01", "2030-06-30")
DAY = NetworkQuestion("2030-02-02")


def found(*claims: Claim) -> Camps | None:
    picture = Picture(material(list(claims)))
    return camps(network(grounds(picture, days=calendar(picture)), DAY))


def names(members: tuple[object, ...]) -> set[str]:
    return {member.node.name for member in members}  # type: ignore[attr-defined]


FOUGHT = claim("1", "Free Army", "fights", "Harbour Guard", time=WHEN)


def test_backers_and_commanders_stand_with_whom_they_back_and_command() -> None:
    made = found(
        FOUGHT, claim("2", "Lorvia", "arms", "Free Army", time=WHEN),
        claim("3", "Ana Bel", "commands", "Harbour Guard", time=WHEN),
    )
    assert made is not None
    sides = {frozenset(names(made.one)), frozenset(names(made.other))}
    assert sides == {frozenset({"Free Army", "Lorvia"}), frozenset({"Harbour Guard", "Ana Bel"})}
    assert {member.relation.relation for member in (*made.one, *made.other)} == {"fights", "arms", "commands"}


def test_the_enemy_of_one_side_does_not_belong_to_the_other() -> None:
    made = found(
        FOUGHT, claim("2", "Ana Bel", "commands", "Harbour Guard", time=WHEN),
        claim("3", "Red Band", "attacks", "Free Army", time=("2030-02-01", "2030-02-01")),
    )
    assert made is not None
    assert names(made.enemies) == {"Red Band"}
    assert "Red Band" not in names((*made.one, *made.other, *made.between))


def test_who_backs_both_stands_between() -> None:
    made = found(
        FOUGHT, claim("2", "Lorvia", "arms", "Free Army", time=WHEN),
        claim("3", "Lorvia", "finances", "Harbour Guard", time=WHEN),
    )
    assert made is not None
    assert names(made.between) == {"Lorvia"}


def test_without_enmity_there_are_no_camps() -> None:
    assert found(claim("2", "Lorvia", "arms", "Free Army", time=WHEN)) is None


def test_what_is_denied_draws_nobody_in() -> None:
    made = found(FOUGHT, claim("2", "Lorvia", "arms", "Free Army", polarity="denied", time=WHEN))
    assert made is not None
    assert "Lorvia" not in names((*made.one, *made.other, *made.between, *made.enemies))

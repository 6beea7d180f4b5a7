"""Actors on both sides."""

from __future__ import annotations

import pytest

from crossread.comparison.double_games import double_games
from crossread.model import Claim
from tests.comparison.made import claim, material

ENEMIES = claim("9", "Free Army", "fights", "Civil Guard")

GAMES = [
    pytest.param("both sides", [claim("1", "Lorvia", "supports", "Free Army"), claim("2", "Lorvia", "arms", "Civil Guard"),
        ENEMIES],
                 id="backs both"),
    pytest.param("words and deeds", [
        claim("1", "Lorvia", "recognises", "Civil Guard"), claim("2", "Lorvia", "arms", "Free Army"), ENEMIES,
    ], id="recognises one and arms the other"),
    pytest.param("with and against", [
        claim("1", "Lorvia", "finances", "Free Army"), claim("2", "Lorvia", "abandons", "Free Army"),
    ], id="pays and turns away"),
]
NONE = [
    pytest.param([claim("1", "Lorvia", "supports", "Free Army"), claim("2", "Lorvia", "arms", "Civil Guard")], id="no enemies"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army", time=("2021-01-01", "2021-12-31")),
        claim("2", "Lorvia", "abandons", "Free Army", time=("2031-01-01", "2031-12-31")),
    ], id="change"),
    pytest.param([claim("1", "Lorvia", "supports", "Sarn"), claim("2", "Lorvia", "attacks", "Sarn")], id="a place is no side"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army", modality="possible"), claim("2", "Lorvia", "arms", "Civil Guard"), ENEMIES,
    ], id="only possible"),
    pytest.param([
        claim("1", "Lorvia", "recognises", "Free Army", quote="Lorvia recognised the Free Army as a terrorist group"),
        claim("2", "Lorvia", "fights", "Free Army"),
    ], id="recognised as what it fights"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army", quote="Lorvia flew raids in support of the Free Army"),
        claim("2", "Lorvia", "attacks", "Free Army", quote="Lorvia flew raids in support of the Free Army"),
    ], id="one clause for both"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army"), claim("2", "Lorvia", "arms", "Civil Guard"), ENEMIES,
        claim("3", "Free Army", "allied_with", "Civil Guard", document="two"),
        claim("4", "Civil Guard", "supports", "Free Army", document="three"),
    ], id="more documents tie the two than part them"),
    pytest.param([
        claim("1", "Lorvia", "arms", "Free Army", document="one"),
        *(claim(str(at), "Lorvia", "fights", "Free Army", document=f"other {at}") for at in range(2, 5)),
    ], id="one outlet that makes a friend of a known enemy"),
    pytest.param([
        claim("1", "armed groups", "allied_with", "Free Army"), claim("2", "armed groups", "allied_with", "Civil Guard"), ENEMIES,
    ], id="groups that nothing names may be several"),
]


def test_a_charge_that_somebody_arms_his_enemy_stands() -> None:
    claims = [claim("1", "Lorvia", "arms", "Free Army", document="one", by=("Ana Bruk",)),
              *(claim(str(at), "Lorvia", "fights", "Free Army", document=f"other {at}") for at in range(2, 5))]
    assert [one.kind for one in double_games(material(claims))] == ["with and against"]


def test_games_of_which_both_sides_are_well_founded_come_first() -> None:
    claims = [
        claim("1", "Lorvia", "supports", "Free Army"), claim("2", "Lorvia", "arms", "Civil Guard"),
        claim("3", "Askar", "supports", "Free Army"), claim("4", "Askar", "supports", "Free Army", document="two"),
        claim("5", "Askar", "arms", "Civil Guard", document="one"), claim("6", "Askar", "arms", "Civil Guard", document="two"),
        claim("7", "Askar", "arms", "Grey League", document="one"), claim("8", "Civil Guard", "fights", "Grey League"), ENEMIES,
    ]
    first = double_games(material(claims))[0]
    assert (first.actor.name, first.side_a.name, first.side_b.name) == ("Askar", "Civil Guard", "Free Army")


def test_who_left_before_the_report_plays_no_game() -> None:
    claims = [claim("1", "Lorvia", "finances", "Free Army", document="early"),
              claim("2", "Lorvia", "abandons", "Free Army", document="late", time=("2031-01-01", "2031-10-01"))]
    assert double_games(material(claims, published={"early": "2031-05-02", "late": "2031-10-01"})) == ()
    assert len(double_games(material(claims, published={"early": "2031-09-20", "late": "2031-10-01"}))) == 1


@pytest.mark.parametrize(("kind", "claims"), GAMES)
def test_games(kind: str, claims: list[Claim]) -> None:
    found = double_games(material(claims))
    assert [(one.kind, one.actor.name) for one in found] == [(kind, "Lorvia")]
    assert found[0].claims_a != found[0].claims_b
    assert {*found[0].claims_a, *found[0].claims_b} == {"1", "2"}


@pytest.mark.parametrize("claims", NONE)
def test_no_games(claims: list[Claim]) -> None:
    assert double_games(material(claims)) == ()


def test_a_side_goes_by_the_one_that_the_evidence_speaks_of() -> None:
    claims = [
        claim("1", "Lorvia", "supports", "Oskar Veln", document="one"),
        claim("2", "Lorvia", "arms", "Oskar Veln", document="two"),
        claim("3", "Lorvia", "abandons", "Oskar Veln", document="three"),
        claim("4", "Oskar Veln", "commands", "Free Army"),
    ]
    game, = double_games(material(claims))
    assert (game.side_a.name, game.side_b.name) == ("Oskar Veln", "Oskar Veln")
    assert game.explanation.startswith("Lorvia is said to be with Oskar Veln ")

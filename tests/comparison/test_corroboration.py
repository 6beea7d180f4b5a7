"""Who agrees with whom, and from how many origins."""

from __future__ import annotations

import pytest

from crossread.comparison.corroboration import corroborations
from crossread.model import Claim
from tests.comparison.made import claim, material

AGREEMENT = [
    pytest.param(2, [
        claim("1", "Lorvia", "supports", "Free Army", document="one"), claim("2", "Lorvia", "arms", "Free Army", document="two"),
    ], id="two outlets on one backer"),
    pytest.param(1, [
        claim("1", "Lorvia", "supports", "Free Army", document="one", by=("Harbour Post",)),
        claim("2", "Lorvia", "supports", "Free Army", document="two", by=("Harbour Post",)),
    ], id="two outlets on one paper"),
    pytest.param(1, [
        claim("1", "Lorvia", "supports", "Free Army", document="one", by=("recordings obtained by Harbour Post",)),
        claim("2", "Lorvia", "supports", "Free Army", document="two", by=("Harbour Post", "leaked Harbour Post tapes")),
        claim("3", "Harbour Post", "publishes", "the tower"),
    ], id="two names of one leak"),
    pytest.param(2, [
        claim("1", "Lorvia", "supports", "Free Army", document="one"), claim("2", "Lorvia", "supports", "Oskar Veln",
              document="two"),
        claim("3", "Oskar Veln", "commands", "Free Army", document="two"),
    ], id="the army and its general"),
    pytest.param(2, [
        claim("1", "Free Army", "fights", "Civil Guard", document="one"),
        claim("2", "Free Army fighters", "fights", "Civil Guard", document="two"),
    ], id="a body and its fighters"),
    pytest.param(2, [
        claim("1", "Oskar Veln", "moves_to", "Sarn", document="one", time=("2031-01-01", "2031-12-31")),
        claim("2", "Oskar Veln", "moves_to", "France", document="two", time=("2031-01-01", "2031-12-31")),
    ], id="a town and the country it may lie in"),
    pytest.param(2, [
        claim("1", "Civil Guard", "discovers", "mass graves near the river", by=("Civil Guard",)),
        claim("2", "Grey League", "discovers", "eight mass graves", by=("Grey League",)),
    ], id="found by two"),
    pytest.param(1, [
        claim("1", "Lorvia", "supports", "Free Army", document="one",
              quote="Lorvia has long sent fuel and spare parts to the Free Army"),
        claim("2", "Lorvia", "supports", "Free Army", document="two",
              quote="Lorvia has long sent fuel and spare parts to the Free Army"),
    ], id="the very same words"),
    pytest.param(2, [
        claim("1", "Sarn Accord", "creates", "Civil Guard", document="one"),
        claim("2", "Civil Guard", "has_attribute", "formed last December", document="two", time=("2030-12-01", "2030-12-31")),
    ], id="the founding of one body"),
    pytest.param(2, [
        claim("1", "Lorvia", "arms", "Free Army", quote="Lorvia sent the Free Army two combat aircraft", document="one"),
        claim("2", "Lorvia", "deploys_to", "Kesh", quote="Lorvia deployed 14 fighter jets to Kesh", document="two"),
    ], id="arms of one kind by one sender"),
    pytest.param(2, [
        claim("1", "Lorvia", "attacks", "Belmere", document="one", time=("1980-01-01", "1989-12-31")),
        claim("2", "Lorvia", "fails_at", "the 1987 war with Belmere", document="two", time=("1987-01-01", "1987-12-31")),
    ], id="a war, and how it went"),
    pytest.param(1, [
        claim("1", "Lorvia", "supports", "Free Army", document="one", by=("the Sarn-based Grey Relief League",)),
        claim("2", "Lorvia", "supports", "Free Army", document="two", by=("Grey Relief League",)),
        claim("3", "Grey Relief League", "condemns", "Lorvia", document="two"),
    ], id="a body, and the body with words before its name"),
    pytest.param(1, [
        claim("1", "Lorvia", "supports", "Free Army", document="one", by=("a Grey Relief League tally",)),
        claim("2", "Lorvia", "supports", "Free Army", document="two", by=("Grey Relief League",)),
        claim("3", "Grey Relief League", "condemns", "Lorvia", document="two"),
    ], id="a body and its tally"),
    pytest.param(2, [
        claim("1", "Lorvia", "supports", "Free Army", document="one", by=("monitors close to Grey Relief",)),
        claim("2", "Lorvia", "supports", "Free Army", document="two", by=("the Belmere-based monitor",)),
        claim("3", "Belmere", "condemns", "Grey Relief", document="two"),
    ], id="a monitor based in a country is not the country"),
]
NONE = [
    pytest.param([
        claim("1", "Lorvia", "arms", "Free Army", quote="Lorvia sent the Free Army two combat aircraft", document="one"),
        claim("2", "Lorvia", "deploys_to", "Kesh", quote="Lorvia deployed 14 frigates to Kesh", document="two"),
    ], id="arms of two kinds"),
    pytest.param([
        claim("1", "Sarn Accord", "creates", "Civil Guard", document="one", time=("2019-01-01", "2019-12-31")),
        claim("2", "Civil Guard", "has_attribute", "formed last December", document="two", time=("2030-12-01", "2030-12-31")),
    ], id="founded at two times"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army", document="one", time=("2021-01-01", "2021-02-01")),
        claim("2", "Lorvia", "supports", "Free Army", document="two", time=("2031-01-01", "2031-02-01")),
    ], id="ten years apart"),
    pytest.param([
        claim("1", "unspecified", "killed", "five people", document="one", number=5),
        claim("2", "unspecified", "killed", "five people", document="two", number=5),
    ], id="nobody knows where"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army", document="one"),
        claim("2", "Lorvia", "supports", "Free Army", document="two", modality="possible"),
    ], id="one says it only might"),
    pytest.param([claim("1", "our", "supports", "it", document="one"), claim("2", "our", "supports", "it", document="two")],
        id="pronouns"),
]


@pytest.mark.parametrize(("origins", "claims"), AGREEMENT)
def test_claims_that_agree(origins: int, claims: list[Claim]) -> None:
    found = [one for one in corroborations(material(claims)) if {"1", "2"} <= set(one.claims)]
    assert [one.origins for one in found] == [origins]


@pytest.mark.parametrize("claims", NONE)
def test_claims_that_do_not_agree(claims: list[Claim]) -> None:
    assert corroborations(material(claims)) == ()

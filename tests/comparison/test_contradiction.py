"""Pairs of claims, and the clash they are, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.comparison.contradiction import contradictions
from crossread.model import Claim
from tests.comparison.made import claim, material

MAY = ("2031-05-01", "2031-05-02")
APRIL = ("2031-04-03", "2031-04-04")

CLASHES = [
    pytest.param("polarity", "hard", [
        claim("1", "Free Army", "attacks", "Merdova", document="one", time=MAY),
        claim("2", "Free Army", "attacks", "Merdova", document="two", time=MAY, polarity="denied",
              quote="the Free Army did not shell Merdova"),
    ], id="so and not so"),
    pytest.param("polarity", "soft", [
        claim("1", "Free Army", "attacks", "Merdova", document="one", time=MAY),
        claim("2", "Free Army", "attacks", "Merdova", document="two", time=MAY, polarity="denied", by=("Free Army",),
              quote="denied that it had shelled Merdova"),
    ], id="denied by the accused in another document"),
    pytest.param("role", "hard", [
        claim("1", "Oskar Veln", "betrays", "Mara Tessen", document="one"),
        claim("2", "Mara Tessen", "betrays", "Oskar Veln", document="two", time=MAY),
    ], id="who betrayed whom"),
    pytest.param("role", "soft", [
        claim("1", "Grey League", "instrument_of", "Free Army"), claim("2", "Free Army", "instrument_of", "Grey League"),
    ], id="one source weighs both ways round"),
    pytest.param("date", "hard", [
        claim("1", "Free Army", "fails_at", "Siege of Orlesk", time=MAY, basis="relative"),
        claim("2", "Free Army", "fails_at", "Siege of Orlesk", time=APRIL, basis="relative"),
    ], id="one failure, two dates"),
    pytest.param("place", "hard", [
        claim("1", "Free Army", "located_at", "Kesh", quote="camped 40 kilometres west of Sarn", place="Sarn", time=MAY),
        claim("2", "Free Army", "located_at", "Kesh", quote="now 40 kilometres east of Sarn", place="Sarn", time=MAY,
              by=("Ana Bruk",)),
    ], id="west and east"),
    pytest.param("place", "hard", [
        claim("1", "Free Army", "controls_place", "Sarn"), claim("2", "Civil Guard", "controls_place", "Sarn"),
        claim("3", "Free Army", "fights", "Civil Guard"),
    ], id="one town, two enemies"),
    pytest.param("characterisation", "hard", [
        claim("1", "Lorvia", "has_attribute", "modest part in the quarrel", quote="its part in the quarrel is modest",
              by=("Ana Bruk",)),
        claim("2", "Lorvia", "has_attribute", "great guilt in the quarrel", quote="its great guilt in the quarrel"),
    ], id="modest and great"),
    pytest.param("characterisation", "soft", [
        claim("1", "Lorvia", "supports", "Free Army", time=MAY), claim("2", "Lorvia", "abandons", "Free Army", time=MAY,
              by=("Ana Bruk",)),
    ], id="backs and has left"),
    pytest.param("characterisation", "soft", [
        claim("1", "Lorvia", "supports", "Free Army", time=(None, "2031-05-02"), basis="inferred"),
        claim("2", "Lorvia", "abandons", "Free Army", time=("2031-05-02", "2031-05-02"), basis="inferred", by=("Ana Bruk",)),
    ], id="backs since nobody says when, and has left, in one text"),
    pytest.param("number", "hard", [
        claim("1", "unspecified", "killed", "civilians", document="one", place="Merdova", time=MAY, number=31, unit="civilians"),
        claim("2", "unspecified", "killed", "civilians", document="two", place="Merdova", time=MAY, number=12, unit="civilians"),
    ], id="31 and 12"),
    pytest.param("number", "soft", [
        claim("1", "unspecified", "captured_persons", "soldiers of the guard", document="one", number=600),
        claim("2", "unspecified", "killed_or_captured", "soldiers of the guard", document="two", number=2000),
    ], id="lumped together"),
]

NONE = [
    pytest.param([
        claim("1", "Free Army", "attacks", "Merdova", time=MAY),
        claim("2", "Free Army", "attacks", "Merdova", time=MAY, polarity="denied", by=("Free Army",),
              quote="denied that it had shelled Merdova"),
    ], id="a denial and the charge it answers"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army", time=("2029-01-01", "2029-12-31")),
        claim("2", "Lorvia", "abandons", "Free Army", time=MAY, by=("Ana Bruk",)),
    ], id="a sponsor that left in between"),
    pytest.param([
        claim("1", "Free Army", "attacks", "Merdova", document="one", time=MAY),
        claim("2", "Free Army", "attacks", "Merdova", document="two", time=APRIL, polarity="denied",
              quote="the Free Army did not shell Merdova"),
    ], id="not at that time"),
    pytest.param([
        claim("1", "Free Army", "attacks", "Merdova", document="one", time=MAY),
        claim("2", "Free Army", "attacks", "Merdova", document="two", time=MAY, polarity="denied",
              quote="the Free Army stopped shelling Merdova, not a shot fell"),
    ], id="an end is no denial"),
    pytest.param([
        claim("1", "Free Army", "attacks", "Merdova", document="one", time=("2031-01-01", "2031-12-31")),
        claim("2", "Free Army", "attacks", "Merdova", document="two", time=MAY, polarity="denied",
              quote="the Free Army did not shell Merdova"),
    ], id="not on that day, though in that year"),
    pytest.param([
        claim("1", "Lorvia", "supports", "Free Army", document="one", time=MAY),
        claim("2", "Lorvia", "supports", "Free Army", document="two", time=MAY, polarity="denied",
              quote="violations in favour of the Free Army by Lorvia"),
    ], id="denied by words of another clause"),
    pytest.param([
        claim("1", "Oskar Veln", "leads", "Grey League", document="one", time=MAY),
        claim("2", "Ana Bruk", "leads", "Lorvian Guard", document="two", time=MAY),
        claim("3", "Oskar Veln", "member_of", "Lorvian Guard", document="one", time=MAY),
    ], id="two heads of two bodies"),
    pytest.param([
        claim("1", "unspecified", "killed", "people", document="one", place="Kesh", time=MAY, number=15),
        claim("2", "unspecified", "killed", "six more people", document="two", place="Kesh", time=MAY, number=6),
    ], id="six more"),
    pytest.param([
        claim("1", "unspecified", "killed", "people", document="one", place="Kesh", time=MAY, number=15),
        claim("2", "unspecified", "killed", "people", document="two", place="Kesh", time=("2031-04-20", "2031-05-02"), number=90),
    ], id="the dead of an attack and those of weeks"),
    pytest.param([
        claim("1", "unspecified", "wounded", "at least 48 people", quote="at least 48 people dead 100 injured", document="one",
              place="Kesh", time=MAY, number=48),
        claim("2", "unspecified", "wounded", "people", document="two", place="Kesh", time=MAY, number=140),
    ], id="the dead are not the wounded"),
    pytest.param([
        claim("1", "unspecified", "captured_persons", "soldiers", document="one", place="Kesh", time=MAY, number=600),
        claim("2", "unspecified", "killed", "soldiers", document="two", place="Kesh", time=MAY, number=40),
    ], id="captured is not killed"),
    pytest.param([
        claim("1", "unspecified", "killed", "people", quote="at least 20 people were killed", document="one", place="Kesh",
              time=MAY,
              number=20, about=True, unit="people"),
        claim("2", "unspecified", "killed", "people", document="two", place="Kesh", time=MAY, number=26, unit="people"),
    ], id="at least 20 may be 26"),
    pytest.param([
        claim("1", "Free Army", "controls_place", "Sarn", quote="holds parts of Sarn"), claim("2", "Civil Guard",
              "controls_place", "Sarn"),
        claim("3", "Free Army", "fights", "Civil Guard"),
    ], id="parts of a town"),
    pytest.param([
        claim("1", "Free Army", "controls_place", "Sarn", time=("2029-01-01", "2029-02-01")),
        claim("2", "Civil Guard", "controls_place", "Sarn", time=MAY), claim("3", "Free Army", "fights", "Civil Guard"),
    ], id="a town that changed hands"),
    pytest.param([
        claim("1", "Free Army", "controls_place", "Sarn", quote="the Free Army occupied Sarn", document="one"),
        claim("2", "Civil Guard", "controls_place", "Sarn", document="two"), claim("3", "Free Army", "fights", "Civil Guard"),
    ], id="who held it once, and who does now"),
    pytest.param([
        claim("1", "Lorvia", "has_attribute", "dictatorship"), claim("2", "Lorvia", "has_attribute", "republic", document="two"),
    ], id="other labels"),
    pytest.param([
        claim("1", "unspecified", "killed", "2 soldiers", document="one", number=2, time=MAY, place="Kesh"),
        claim("2", "unspecified", "killed", "90 injured", document="two", number=90, time=MAY, place="Kesh"),
    ], id="a count of another harm"),
    pytest.param([
        claim("1", "unspecified", "killed", "40 soldiers", document="one", number=40, time=MAY, place="Kesh"),
        claim("2", "unspecified", "killed", "another 9 soldiers", document="two", number=9, time=MAY, place="Kesh"),
    ], id="a count on top of another"),
    pytest.param([
        claim("1", "unspecified", "killed", "soldiers of the guard", document="one", number=2),
        claim("2", "unspecified", "killed_or_captured", "soldiers of the guard", document="two", number=2000),
    ], id="too far apart to be of the same people"),
    pytest.param([
        claim("1", "Free Army", "killed", "civilians in Kesh", document="one", number=50),
        claim("2", "Free Army", "has_attribute", "terrorists in Kesh", document="two"),
    ], id="what those harmed were judges nobody else"),
]


@pytest.mark.parametrize(("kind", "strength", "claims"), CLASHES)
def test_claims_that_clash(kind: str, strength: str, claims: list[Claim]) -> None:
    found = contradictions(material(claims))
    assert [(one.kind, one.strength) for one in found] == [(kind, strength)]
    assert {id_ for side in found[0].sides for id_ in side} == {"1", "2"}
    assert "“" in found[0].explanation


@pytest.mark.parametrize("claims", NONE)
def test_claims_that_do_not_clash(claims: list[Claim]) -> None:
    assert contradictions(material(claims)) == ()


def test_a_toll_that_rose_is_no_contradiction() -> None:
    claims = [
        claim("1", "unspecified", "killed", "people", document="one", place="Kesh", time=("2031-05-01", "2031-05-01"), number=12),
        claim("2", "unspecified", "killed", "people", document="two", place="Kesh", time=("2031-05-01", "2031-05-01"), number=19),
    ]
    assert contradictions(material(claims, published={"one": "2031-05-02", "two": "2031-05-04"})) == ()
    assert len(contradictions(material(claims, published={"one": "2031-05-04", "two": "2031-05-02"}))) == 1


def test_who_lost_a_place_does_not_hold_it() -> None:
    lost = claim("1", "Free Army", "controls_place", "Sarn", document="one", time=MAY, quote="took Sarn from the Free Army")
    claims = [
        replace(lost, subject=replace(lost.subject, start=19, end=28)),
        claim("2", "Civil Guard", "controls_place", "Sarn", document="two", time=MAY),
        claim("3", "Free Army", "fights", "Civil Guard"),
    ]
    assert contradictions(material(claims)) == ()
    assert len(contradictions(material([lost, *claims[1:]]))) == 1


def test_what_a_sentence_adds_is_no_other_count() -> None:
    claims = [
        claim("1", "unspecified", "killed", "people", quote="15 people were killed", document="one", place="Kesh", time=MAY,
              number=15),
        claim("2", "unspecified", "killed", "people", quote="8 people were killed", document="two", place="Kesh", time=MAY,
              number=8, at=19),
    ]
    assert contradictions(material(claims, texts={"two": "The group reported 8 people were killed in Kesh."}))
    assert contradictions(material(claims, texts={"two": "It also reported   8 people were killed in Kesh."})) == ()


def test_one_quarrel_is_told_once() -> None:
    claims = [
        claim("1", "Lorvia", "has_attribute", "modest part in the quarrel", by=("Ana Bruk",),
              quote="its part in the quarrel is modest"),
        claim("2", "Lorvia", "has_attribute", "modest part", by=("Ana Bruk",),
              quote="its part in the quarrel is modest and late"),
        claim("3", "Lorvia", "has_attribute", "great guilt in the quarrel", at=200,
              quote="its great guilt in the quarrel"),
    ]
    assert [one.sides for one in contradictions(material(claims))] == [(("3",), ("1", "2"))]


def test_numbers_of_one_happening_stand_together() -> None:
    (found,) = contradictions(material([
        claim(str(at), "unspecified", "killed", "civilians", document=str(at), place="Merdova", time=MAY, number=number,
              unit="civilians") for at, number in enumerate((12, 31, 60), start=1)
    ]))
    assert found.sides == (("1",), ("2",), ("3",))
    assert found.explanation.startswith("Killed: 12 against 31 against 60: ")


def test_one_happening_at_the_doors_of_two_enemies() -> None:
    claims = [
        claim("1", "Free Army", "killed", "civilians", document="one", place="Merdova", time=MAY, number=31),
        claim("2", "Civil Guard", "killed", "civilians", document="two", place="Merdova", time=MAY, number=31),
        claim("3", "Free Army", "fights", "Civil Guard"),
    ]
    assert [(one.kind, one.sides) for one in contradictions(material(claims))] == [("role", (("2",), ("1",)))]
    assert contradictions(material(claims[:2])) == ()

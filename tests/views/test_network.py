"""The network at a day: ties, their sides, what is left out, and what differs from another day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model import Claim
from crossread.model.network import NetworkQuestion
from crossread.views.holding import MEMORY
from crossread.views.network import Grounds, calendar, differences, grounds, network, span, tie_between
from crossread.views.picture import Picture
from tests.comparison.made import claim, material

BACKED = claim("1", "Lorvia", "supports", "Free Army", time=("2030-01-01", "2030-06-30"))
FOUGHT = claim("2", "Free Army", "attacks", "Harbour Guard", time=("2030-02-01", "2030-02-03"))
DENIED = claim("3", "Lorvia", "arms", "Free Army", polarity="denied", time=("2030-01-01", "2030-06-30"))
TALKED = claim("4", "Lorvia", "negotiates_with", "Harbour Guard", time=("2030-02-01", "2030-02-05"))
LEFT = claim("5", "Lorvia", "abandons", "Free Army", time=("2031-03-01", "2031-03-01"))


def drawn(found: Iterable[Claim], question: NetworkQuestion) -> list[tuple[str, str, str]]:
    picture = Picture(material(list(found)))
    made = network(grounds(picture, days=calendar(picture)), question)
    names = {node.id: node.name for node in made.nodes}
    return sorted((*sorted((names[tie.a], names[tie.b])), tie.kind) for tie in made.ties)  # type: ignore[misc]


def on(picture: Picture) -> Grounds:
    return grounds(picture, days=calendar(picture))


def test_a_tie_has_the_side_that_its_claims_take() -> None:
    found = drawn([BACKED, FOUGHT, TALKED], NetworkQuestion("2030-02-02"))
    assert found == [
        ("Free Army", "Harbour Guard", "hostile"), ("Free Army", "Lorvia", "backing"), ("Harbour Guard", "Lorvia", "contact"),
    ]


def test_talks_take_no_side_and_a_denial_is_no_enmity() -> None:
    assert drawn([DENIED], NetworkQuestion("2030-02-02")) == [("Free Army", "Lorvia", "contact")]


def test_what_is_denied_too_is_contested() -> None:
    picture = Picture(material([BACKED, DENIED]))
    tie = network(on(picture), NetworkQuestion("2030-02-02")).ties[0]
    assert tie.contested
    assert tie.kind == "backing"


def test_before_anything_was_said_there_is_nothing() -> None:
    assert drawn([BACKED, FOUGHT], NetworkQuestion("2029-12-31")) == []


def test_a_deed_is_remembered_for_a_year_with_its_age() -> None:
    assert drawn([FOUGHT], NetworkQuestion("2030-09-01")) == [("Free Army", "Harbour Guard", "hostile")]
    assert drawn([FOUGHT], NetworkQuestion("2031-01-31")) == [("Free Army", "Harbour Guard", "hostile")]
    assert drawn([FOUGHT], NetworkQuestion("2031-02-02")) == []
    tie = network(on(Picture(material([FOUGHT]))), NetworkQuestion("2030-03-03")).ties[0]
    assert tie.age == 30
    assert f"{MEMORY} days" in tie.relations[0].until


def test_later_evidence_of_a_deed_is_not_known_before() -> None:
    again = claim("7", "Free Army", "attacks", "Harbour Guard", document="two", time=("2030-06-01", "2030-06-01"))
    made = on(Picture(material([FOUGHT, again])))
    assert [len(network(made, NetworkQuestion(day)).ties[0].claims) for day in ("2030-05-31", "2030-06-01")] == [1, 2]


def test_filters_keep_what_they_name() -> None:
    found = [BACKED, FOUGHT, TALKED]
    question = NetworkQuestion("2030-02-02")
    assert drawn(found, replace(question, families=("diplomacy",))) == [("Harbour Guard", "Lorvia", "contact")]
    assert drawn(found, replace(question, origins=2)) == []
    assert drawn(found, replace(question, outlet="An outlet that is not there")) == []
    assert drawn(found, replace(question, modalities=("alleged",))) == []


def test_what_is_left_out_is_counted() -> None:
    picture = Picture(material([BACKED, FOUGHT, TALKED]))
    made = network(on(picture), NetworkQuestion("2030-02-02", top=2, described=True))
    assert (len(made.nodes), made.actors, len(made.ties), made.left_out) == (2, 3, 1, 2)


def test_focus_keeps_an_actor_and_whom_it_has_ties_with() -> None:
    other = claim("6", "Upper Town", "supports", "Lower Town", time=("2030-01-01", "2030-06-30"))
    picture = Picture(material([BACKED, FOUGHT, other]))
    focus = next(id_ for id_, actor in picture.actors.items() if actor.name == "Free Army")
    made = network(on(picture), NetworkQuestion("2030-02-02", focus=focus))
    assert {node.name for node in made.nodes} == {"Free Army", "Lorvia", "Harbour Guard"}
    assert made.nodes[0].id == focus


def test_what_differs_from_an_earlier_day() -> None:
    picture = Picture(material([BACKED, FOUGHT, LEFT]))
    question = NetworkQuestion("2030-02-02", described=True)
    first = differences(on(picture), question, before="2029-01-01", most=9).changes
    assert {(one.turn, one.tie.kind) for one in first} == {("began", "backing"), ("began", "hostile")}
    assert differences(on(picture), question, before="2030-02-02", most=9).changes == ()
    later = differences(on(picture), replace(question, day="2033-01-01"), before="2030-02-02", most=9).changes
    assert {one.turn for one in later} == {"ended"}


def test_the_accounts_of_a_tie_are_those_of_the_network() -> None:
    picture = Picture(material([BACKED, DENIED, FOUGHT]))
    question = NetworkQuestion("2030-02-02", described=True)
    for tie in network(on(picture), question).ties:
        assert tie_between(on(picture), question, a=tie.b, b=tie.a) == tie


def test_the_span_has_all_dated_claims_or_says_that_there_are_none() -> None:
    picture = Picture(material([BACKED, FOUGHT]))
    whole = span(picture, days=calendar(picture))
    assert whole is not None
    assert whole.first <= "2030-01-01"
    assert sum(whole.counts) == 2
    assert span(Picture(material([])), days=calendar(Picture(material([])))) is None


@settings(deadline=None)  # a busy machine is no error
@given(st.permutations([BACKED, FOUGHT, DENIED, TALKED, LEFT]), st.dates())
def test_order_of_claims_makes_no_difference(found: list[Claim], day: object) -> None:
    question = NetworkQuestion(str(day), described=True)
    assert drawn(found, question) == drawn([BACKED, FOUGHT, DENIED, TALKED, LEFT], question)

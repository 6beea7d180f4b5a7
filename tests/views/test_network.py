"""The network at a day: ties, their sides, what is left out, and what differs from another day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.model import Claim
from crossread.model.network import NetworkQuestion
from crossread.views.network import asked_of, calendar, differences, network, span, tie_between
from crossread.views.picture import Picture
from tests.comparison.made import claim, material

BACKED = claim("1", "Lorvia", "supports", "Free Army", time=("2030-01-01", "2030-06-30"))
FOUGHT = claim("2", "Free Army", "attacks", "Harbour Guard", time=("2030-02-01", "2030-02-03"))
DENIED = claim("3", "Lorvia", "arms", "Free Army", polarity="denied", time=("2030-01-01", "2030-06-30"))
TALKED = claim("4", "Lorvia", "negotiates_with", "Harbour Guard", time=("2030-02-01", "2030-02-05"))
LEFT = claim("5", "Lorvia", "abandons", "Free Army", time=("2031-03-01", "2031-03-01"))


def drawn(found: Iterable[Claim], question: NetworkQuestion) -> list[tuple[str, str, str]]:
    picture = Picture(material(list(found)))
    made = network(asked_of(picture, question), question, days=calendar(picture))
    names = {node.id: node.name for node in made.nodes}
    return sorted((*sorted((names[tie.a], names[tie.b])), tie.kind) for tie in made.ties)  # type: ignore[misc]


def test_a_tie_has_the_side_that_its_claims_take() -> None:
    found = drawn([BACKED, FOUGHT, TALKED], NetworkQuestion("2030-02-02"))
    assert found == [
        ("Free Army", "Harbour Guard", "hostile"), ("Free Army", "Lorvia", "backing"), ("Harbour Guard", "Lorvia", "contact"),
    ]


def test_talks_take_no_side_and_a_denial_is_no_enmity() -> None:
    assert drawn([DENIED], NetworkQuestion("2030-02-02")) == [("Free Army", "Lorvia", "contact")]


def test_what_is_denied_too_is_contested() -> None:
    picture = Picture(material([BACKED, DENIED]))
    tie = network(picture, NetworkQuestion("2030-02-02"), days=calendar(picture)).ties[0]
    assert tie.contested
    assert tie.kind == "backing"


def test_before_anything_was_said_there_is_nothing() -> None:
    assert drawn([BACKED, FOUGHT], NetworkQuestion("2029-12-31")) == []


def test_filters_keep_what_they_name() -> None:
    found = [BACKED, FOUGHT, TALKED]
    question = NetworkQuestion("2030-02-02")
    assert drawn(found, replace(question, families=("diplomacy",))) == [("Harbour Guard", "Lorvia", "contact")]
    assert drawn(found, replace(question, origins=2)) == []
    assert drawn(found, replace(question, outlet="An outlet that is not there")) == []
    assert drawn(found, replace(question, modalities=("alleged",))) == []


def test_what_is_left_out_is_counted() -> None:
    picture = Picture(material([BACKED, FOUGHT, TALKED]))
    made = network(picture, NetworkQuestion("2030-02-02", top=2, described=True), days=calendar(picture))
    assert (len(made.nodes), made.actors, len(made.ties), made.left_out) == (2, 3, 1, 2)


def test_focus_keeps_an_actor_and_whom_it_has_ties_with() -> None:
    other = claim("6", "Upper Town", "supports", "Lower Town", time=("2030-01-01", "2030-06-30"))
    picture = Picture(material([BACKED, FOUGHT, other]))
    focus = next(id_ for id_, actor in picture.actors.items() if actor.name == "Free Army")
    made = network(picture, NetworkQuestion("2030-02-02", focus=focus), days=calendar(picture))
    assert {node.name for node in made.nodes} == {"Free Army", "Lorvia", "Harbour Guard"}
    assert made.nodes[0].id == focus


def test_what_differs_from_an_earlier_day() -> None:
    picture = Picture(material([BACKED, FOUGHT, LEFT]))
    question = NetworkQuestion("2030-02-02", described=True)
    days = calendar(picture)
    first = differences(picture, question, before="2029-01-01", days=days)
    assert {(one.turn, one.tie.kind) for one in first} == {("began", "backing"), ("began", "hostile")}
    assert differences(picture, question, before="2030-02-02", days=days) == ()
    later = differences(picture, replace(question, day="2033-01-01"), before="2030-02-02", days=days)
    assert {one.turn for one in later} == {"ended"}


def test_the_accounts_of_a_tie_are_those_of_the_network() -> None:
    picture = Picture(material([BACKED, DENIED, FOUGHT]))
    question, days = NetworkQuestion("2030-02-02", described=True), calendar(picture)
    for tie in network(picture, question, days=days).ties:
        assert tie_between(picture, question, a=tie.b, b=tie.a, days=days) == tie


def test_the_span_has_all_dated_claims_or_says_that_there_are_none() -> None:
    picture = Picture(material([BACKED, FOUGHT]))
    whole = span(picture, days=calendar(picture))
    assert whole is not None
    assert whole.first <= "2030-01-01"
    assert sum(whole.counts) == 2
    assert span(Picture(material([])), days=calendar(Picture(material([])))) is None


@given(st.permutations([BACKED, FOUGHT, DENIED, TALKED, LEFT]), st.dates())
def test_order_of_claims_makes_no_difference(found: list[Claim], day: object) -> None:
    question = NetworkQuestion(str(day), described=True)
    assert drawn(found, question) == drawn([BACKED, FOUGHT, DENIED, TALKED, LEFT], question)

"""What resolution was not sure of."""

from __future__ import annotations

from crossread.actors.doubts import doubts
from crossread.model.actor import Actor, Alias, Join


def actor(id: str, name: str, *others: str, joins: tuple[Join, ...] = (), country: str | None = None) -> Actor:
    names = tuple(Alias(text, ("d1",)) for text in (name, *others))
    return Actor(id, name, "person", country, None, names, 1, ("d1",), joins)


def test_a_surname_that_two_full_names_share_is_a_doubt_about_both() -> None:
    found = doubts([actor("a1", "Ana Petrak"), actor("a2", "Ivo Petrak"), actor("a3", "Petrak")])
    assert {(one.a, one.b) for one in found} == {("a1", "a3"), ("a2", "a3")}
    assert all("were there no other that fits" in one.reason and not one.joined for one in found)


def test_what_is_known_to_be_apart_is_no_doubt() -> None:
    assert doubts([actor("a1", "Ana Petrak"), actor("a2", "Ivo Petrak")]) == ()
    assert doubts([actor("a1", "Ana Petrak"), actor("a2", "Milan Oravec")]) == ()


def test_joins_by_rules_with_exceptions_are_doubts_once() -> None:
    weak = Join("spelling", 0.8, "Petrak", "Petrack", "two spellings of one surname")
    sure = Join("words", 0.95, "Ana Petrak", "Petrak Ana", "the same words")
    said = Join("judgement", 0.5, "Ana Petrak", "The Heron", "judged the same")
    found = doubts([actor("a1", "Ana Petrak", "Petrak", "Petrack", joins=(weak, sure, weak, said))])
    assert [(one.names, one.joined, one.score) for one in found] == [(("Petrak", "Petrack"), True, 0.8)]

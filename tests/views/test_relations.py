"""Relations as of a date, and what stands on them."""

from __future__ import annotations

from crossread.comparison.balance import strained
from crossread.comparison.change import changes
from crossread.comparison.prepare import prepare
from crossread.model import Document, Published
from crossread.views.dependence import dependence, dependences
from crossread.views.relations import relations
from tests.comparison.made import actors, claim, material

BACKED = claim("1", "Lorvia", "supports", "Free Army", time=("2030-01-01", "2030-06-30"))
LEFT = claim("2", "Lorvia", "abandons", "Free Army", time=("2031-03-01", "2031-03-01"))


def states(day: str) -> list[tuple[str, str, str]]:
    found = relations(material([BACKED, LEFT]), as_of=day)
    return [(one.relation, one.status, one.until.split(" ")[0].rstrip(":")) for one in found]


def test_a_state_lasts_until_something_ends_it_or_its_horizon() -> None:
    assert states("2029-12-31") == []
    assert states("2030-03-01") == [("supports", "affirmed", "last")]
    assert states("2031-01-01") == [("supports", "affirmed", "last")]
    assert ("supports", "ended", "ended") in states("2031-04-01")
    assert relations(material([BACKED]), as_of="2034-01-01") == ()


def test_bounds_and_claims_are_given() -> None:
    (found,) = relations(material([BACKED]), as_of="2030-03-01")
    assert (found.start, found.end, found.claims, found.stance) == ("2030-01-01", "2031-06-30", ("1",), 1.0)


def test_denied_and_contested() -> None:
    denied = claim("3", "Lorvia", "supports", "Free Army", document="two", polarity="denied", time=("2030-01-01", "2030-06-30"))
    (found,) = relations(material([denied]))
    assert (found.status, found.stance) == ("denied", -1.0)
    (found,) = relations(material([BACKED, denied]))
    assert (found.status, found.stance, found.origins) == ("contested", 0.0, 2)


def test_change_is_told_apart() -> None:
    (found,) = changes(material([BACKED, LEFT]))
    assert (found.turn, found.day, found.before, found.after) == ("ended", "2031-03-01", ("1",), ("2",))


def test_dependence_says_what_remains() -> None:
    claims = [
        BACKED, claim("3", "Belmere", "arms", "Free Army", time=("2030-01-01", "2030-06-30")),
        claim("4", "Belmere", "finances", "Free Army", time=("2030-01-01", "2030-06-30")),
    ]
    shares = dependence(relations(material(claims), as_of="2030-03-01"), on="a free army")
    assert [(one.sponsor.name, round(one.part, 2), round(one.remains, 2)) for one in shares] == [
        ("Belmere", 0.67, 0.33), ("Lorvia", 0.33, 0.67),
    ]
    assert shares[0].kinds == ("arms", "finances")


def test_a_friend_of_two_enemies_strains_the_triangle() -> None:
    claims = [
        claim("1", "Lorvia", "supports", "Free Army"), claim("2", "Lorvia", "arms", "Civil Guard"),
        claim("3", "Free Army", "fights", "Civil Guard"),
    ]
    (found,) = strained(relations(material(claims)))
    assert {party.name for party in found.actors} == {"Lorvia", "Free Army", "Civil Guard"}
    assert sorted(found.signs) == [-1, 1, 1]
    assert strained(relations(material(claims[:2]))) == ()


def test_the_parts_of_all_sponsors_make_the_whole() -> None:
    claims = [BACKED, claim("3", "Belmere", "arms", "Free Army", time=("2030-01-01", "2030-06-30")),
              claim("4", "Lorvia", "arms", "Civil Guard", time=("2030-01-01", "2030-06-30"))]
    found = dependences(relations(material(claims), as_of="2030-03-01"))
    assert [(one.actor.name, one.sponsor.name, one.part) for one in found] == [
        ("Civil Guard", "Lorvia", 1.0), ("Free Army", "Belmere", 0.5), ("Free Army", "Lorvia", 0.5),
    ]


def test_a_text_without_a_date_begins_nothing() -> None:
    undated = Document("one", "", published=Published(None, "2029-01-01", "2031-12-31", "inferred"))
    claims = [claim("1", "Lorvia", "supports", "Free Army", time=("2029-01-01", "2031-12-31"), basis="inferred"),
              claim("2", "Lorvia", "arms", "Free Army"), claim("3", "Lorvia", "hosts", "Free Army", time=("2030-01-01", None))]
    found = relations(prepare(claims, documents=[undated], actors=actors(claims)))
    assert {one.relation: one.start for one in found} == {"supports": None, "arms": None, "hosts": "2030-01-01"}

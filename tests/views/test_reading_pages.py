"""What the pages that are read show: dossier, accounts, an event side by side, lineage, facets, what a document brings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.comparison.prepare import prepare
from crossread.model import Argument, Claim, Document
from crossread.views.accounts import Stance, between
from crossread.views.brought import brought
from crossread.views.dossier import dossier
from crossread.views.facets import facets, narrowed
from crossread.views.lineage import lineage, stands_alone
from crossread.views.picture import Picture
from crossread.views.side_by_side import event_of, side_by_side
from tests.comparison.made import actors, claim, material

LORVIA, ARMY, VELN = "a lorvia", "a free army", "a oskar veln"
BACKED = claim("1", "Lorvia", "supports", "Free Army", time=("2030-01-01", "2030-06-30"))
DENIED = claim("2", "Lorvia", "supports", "Free Army", document="two", by=("Mara Tessen",), polarity="denied",
               quote="Lorvia did not support the Free Army", time=("2030-01-01", "2030-06-30"))
HIT = claim("3", "Free Army", "attacks", "Lorvia", document="two", time=("2030-03-01", "2030-03-01"))
POST = claim("4", "Oskar Veln", "commands", "Free Army", document="two", time=("2029-01-01", "2029-12-31"))
SAID = claim("5", "Lorvia", "fails_at", "war", document="three", by=("Oskar Veln",))
ALL = (BACKED, DENIED, HIT, POST, SAID)


def picture(*claims: Claim, **given: dict[str, str]) -> Picture:
    return Picture(material(claims or ALL, **given))


def test_a_dossier_parts_backers_enemies_posts_and_words() -> None:
    army = dossier(picture(), ARMY)
    assert [(one.other.name, one.contested) for one in army.backers] == [("Lorvia", True)]
    assert [one.other.name for one in army.enemies] == ["Lorvia"]
    assert army.backs == ()
    assert [(post.predicate, post.held, post.other.name) for post in army.people] == [("commands", False, "Oskar Veln")]
    veln = dossier(picture(), VELN)
    assert [(post.other.name, post.earliest, post.latest, post.denied) for post in veln.posts] == [
        ("Free Army", "2029-01-01", "2029-12-31", False),
    ]
    assert veln.says == ("5",)
    assert veln.said == ("4",)


def test_what_has_no_name_is_one_post_where_it_goes_by_the_same_words() -> None:
    one = claim("1", "Oskar Veln", "leads", "Coast Patrol")
    other = replace(one, id="2", document="two", object=Argument("another", "the Coast Patrol"))
    veln, patrol = sorted(actors([one]), key=lambda actor: actor.name == "Coast Patrol")
    documents = [Document("one", ""), Document("two", "")]
    posts = {}
    for aliases in ((), patrol.aliases):
        known = [veln, replace(patrol, aliases=aliases), replace(patrol, id="another", aliases=aliases)]
        found = dossier(Picture(prepare([one, other], documents=documents, actors=known)), VELN).posts
        posts[bool(aliases)] = sorted(post.claims for post in found)
    assert posts == {False: [("1", "2")], True: [("1",), ("2",)]}


def test_a_dossier_at_a_day_has_the_relations_of_that_day() -> None:
    assert dossier(picture(), ARMY, as_of="2029-06-01").backers == ()
    assert [one.other.name for one in dossier(picture(), ARMY, as_of="2030-03-01").backers] == ["Lorvia"]


def test_an_unknown_actor_has_no_dossier() -> None:
    with pytest.raises(KeyError):
        dossier(picture(), "nobody")


def test_accounts_between_two_are_by_origin_and_both_ways() -> None:
    found = between(picture(), LORVIA, ARMY)
    assert [(account.origin.name, account.there, account.back) for account in found.accounts] == [
        ("Mara Tessen", ("2",), ()), ("Outlet of one", ("1",), ()), ("Outlet of two", (), ("3",)),
    ]
    assert (found.there, found.back) == (Stance(backing=1, denied=1), Stance(hostile=1))
    turned = between(picture(), ARMY, LORVIA)
    assert (turned.there, turned.back) == (found.back, found.there)


def attack(id_: str, document: str, number: float, *, by: tuple[str, ...] = (), about: bool = False) -> Claim:
    return claim(id_, "Free Army", "killed", "people", document=document, number=number, by=by, about=about, unit="people",
                 place="Merdova", time=("2031-03-10", "2031-03-10"))


def test_an_event_has_a_column_an_origin_and_marks_what_differs() -> None:
    made = picture(attack("1", "one", 31), attack("2", "two", 31), attack("3", "three", 12, by=("Mara Tessen",)))
    found = side_by_side(made, "1")
    assert [column.origin.name for column in found.columns] == ["Outlet of one", "Mara Tessen", "Outlet of two"]
    rows = {row.question: row for row in found.rows}
    given = [[answer.text for answer in cell.answers] for cell in rows["How many"].cells]
    assert given == [["31 people"], ["12 people"], ["31 people"]]
    assert [cell.differs for cell in rows["How many"].cells] == [False, True, False]
    assert not rows["Where"].differs
    assert not rows["According to whom"].differs
    assert event_of(made, found.event.id) == found.event


def test_origins_that_give_a_number_come_first() -> None:
    silent = claim("1", "Free Army", "killed", "villagers", document="one", place="Merdova", time=("2031-03-10", "2031-03-10"))
    found = side_by_side(picture(silent, attack("2", "two", 31)), "1")
    assert [column.origin.name for column in found.columns] == ["Outlet of two", "Outlet of one"]


def test_where_no_answer_has_more_behind_it_all_are_marked() -> None:
    found = side_by_side(picture(attack("1", "one", 31), attack("2", "two", 12)), "1")
    row = next(row for row in found.rows if row.question == "How many")
    assert [cell.differs for cell in row.cells] == [True, True]


def test_an_outlet_may_rest_on_the_voice_that_its_own_text_quotes() -> None:
    made = picture(attack("1", "one", 31), attack("2", "one", 31, by=("Mara Tessen",)), attack("3", "two", 31, by=("Ana Bruk",)))
    found = side_by_side(made, "1")
    assert {column.origin.name: column.may_rest_on for column in found.columns} == {
        "Outlet of one": ("Mara Tessen",), "Mara Tessen": (), "Ana Bruk": (),
    }
    assert found.independent == 2


def test_a_claim_stands_alone_unless_another_origin_agrees() -> None:
    one = claim("1", "Lorvia", "supports", "Free Army", time=("2030-01-01", "2030-06-30"))
    other = claim("2", "Lorvia", "arms", "Free Army", document="two", time=("2030-02-01", "2030-06-30"))
    assert stands_alone(picture(one), "1")
    assert not stands_alone(picture(one, other), "1")


TEXT = " ".join(f"word{number}" for number in range(60))


def test_a_lineage_leads_from_the_first_voice_to_documents_and_folds_copies() -> None:
    by = ("Radio Sarn", "Ana Bruk")
    told = [claim(name, "Lorvia", "supports", "Free Army", document=name, by=by) for name in ("one", "two")]
    direct = claim("three", "Lorvia", "arms", "Free Army", document="three", by=("Ana Bruk",))
    made = picture(*told, direct, texts={"one": TEXT, "two": TEXT, "three": "other"},
                   published={"one": "2031-01-01", "two": "2031-01-02"})
    origin = made.origin_of("one")
    found = lineage(made, origin.id)
    assert found.root.name == "Ana Bruk"
    assert [(step.name, sorted(step.documents)) for step in found.root.steps] == [("Radio Sarn", ["one", "two"])]
    assert [leaf.document for leaf in found.root.leaves] == ["three"]
    assert [(leaf.document, leaf.copies) for leaf in found.root.steps[0].leaves] == [("one", ("two",))]
    assert set(found.alone) == {"one", "three"}
    assert found.repeated == ("two",)
    assert {one.relation for one in found.relations} == {"supports", "arms"}


def test_facets_count_what_choosing_would_leave() -> None:
    made = picture()
    ids = tuple(made.claims)
    found = {facet.key: facet for facet in facets(ids, made, {"polarity": "denied"})}
    assert narrowed(ids, made, {"polarity": "denied"}) == ("2",)
    assert {value.key: (value.count, value.chosen) for value in found["polarity"].values} == {
        "affirmed": (4, False), "denied": (1, True),
    }
    assert "family" not in found  # one value left: nothing to choose
    assert narrowed(ids, made, {"nothing": "x"}) == ids


def test_what_a_document_brings_is_what_is_not_there_without_it() -> None:
    found = brought(picture(), ["two"])
    assert {one.relation for one in found.relations} == {"attacks", "commands"}
    assert [(grown.relation.relation, grown.claims, grown.new_origins, grown.contests) for grown in found.grown] == [
        ("supports", ("2",), 1, True),
    ]
    assert {one.name for one in found.origins} == {"Mara Tessen", "Outlet of two"}
    assert len(found.contradictions) == len(picture().contradictions) > 0
    assert brought(picture(), ["nowhere"]).claims == ()

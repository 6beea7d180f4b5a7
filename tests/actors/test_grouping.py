"""Who is who: tables of names in, groups out. All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.actors.grouping import group
from crossread.model.actor import ActorGroup, DocumentEntity, Judged, Profile
from crossread.model.reading import EntityType

FIRM: frozenset[EntityType] = frozenset(("state", "government_body"))


def entity(
    document: str, name: str, *more: str, type: EntityType = "armed_group", makeshift: tuple[str, ...] = (),
    firm: bool | None = None, leaders: tuple[str, ...] = (), countries: tuple[str, ...] = (), scope: str | None = None,
) -> DocumentEntity:
    """An entity that goes by these names; a person of two names or more, a state and a government body are no guess."""
    names = tuple(sorted({name, *more})) if name not in makeshift else tuple(sorted(more))
    sure = firm if firm is not None else type in FIRM or (type == "person" and " " in name)
    profile = Profile(name, type, sure, names, makeshift, leaders=leaders, countries=countries, scope=scope)
    return DocumentEntity(document, f"e-{name}", name, type, profile)


def makeshift(
    document: str, name: str, *, type: EntityType = "government_body", countries: tuple[str, ...] = (),
) -> DocumentEntity:
    return entity(document, name, type=type, makeshift=(name,), firm=False, countries=countries)


def names(groups: tuple[ActorGroup, ...], *entities: DocumentEntity) -> list[list[str]]:
    """The groups, each as the names of its entities."""
    by_profile = {one.profile.id: one.name for one in entities if one.profile is not None}
    return sorted(sorted(by_profile[profile] for profile in actor.profiles) for actor in groups)


JOINED = [
    ("the same name", entity("a", "Northern Front"), entity("b", "The Northern Front")),
    ("the same name, one type a guess", entity("a", "Ostmark", type="place"), entity("b", "Ostmark", type="state")),
    ("titles", entity("a", "Ana Petrak", type="person"), entity("b", "General Ana Petrak", type="person")),
    ("what stands before a title", entity("a", "retired Major General Ana Petrak", type="person"),
     entity("b", "Field Marshal Ana Petrak", type="person")),
    ("an article written apart", entity("a", "Omar al-Daleri", type="person"), entity("b", "Omar Daleri", type="person")),
    ("transliterations", entity("a", "Khaled Qadromi", type="person"), entity("b", "Khalid Kadromi", type="person")),
    ("transliterations of a place", entity("a", "Meraba", type="place"), entity("b", "al-Merrabeh", type="place")),
    ("a middle name", entity("a", "Ivo Markus Brandl", type="person"), entity("b", "Ivo Brandl", type="person")),
    ("a short first name", entity("a", "Mike Brandl", type="person"), entity("b", "Michael Brandl", type="person")),
    ("a surname alone", entity("a", "Ana Petrak", type="person"), entity("b", "Petrak", type="person")),
    ("a surname taken for a place", entity("a", "Ana Petrak", type="person"), entity("b", "Petrak", type="place")),
    ("an acronym", entity("a", "Northern Liberation Front", "NLF"), entity("b", "NLF")),
    ("an acronym that nobody explains", entity("a", "Northern Liberation Front"), entity("b", "NLF")),
    ("an acronym with its small words", makeshift("a", "United Zorn mission in Denmark"), entity("b", "UZMID", type="igo")),
    ("another wording", entity("a", "Government of Valley Accord", type="government_body"),
     makeshift("b", "valley agreement government")),
    ("the country added", entity("a", "Peruvian Dawn Brigade"), entity("b", "Dawn Brigade")),
    ("a country's one army", makeshift("a", "Danish army", type="military_unit"),
     makeshift("b", "Danish troops", type="military_unit")),
    ("who leads it", entity("a", "Government of Valley Accord", type="government_body", leaders=("petrak",)),
     makeshift("b", "Petrak government")),
    ("the country of its head", makeshift("a", "Danish government"),
     entity("b", "Petrak regime", type="government_body", leaders=("petrak",), countries=("DNK",))),
    ("a group and its people", entity("a", "Zorn Group"), makeshift("b", "Zorn fighters", type="armed_group")),
    ("who stands behind it", makeshift("a", "UN-backed government", countries=("DNK",)),
     makeshift("b", "United Nations-sponsored government", countries=("DNK",))),
]

APART = [
    ("two towns", entity("a", "Bara", type="place"), entity("b", "Bari", type="place")),
    ("a town and a group of its sound", entity("a", "Meraba", type="place"), entity("b", "Merrabeh", type="armed_group")),
    ("two first names", entity("a", "Ana Petrak", type="person"), entity("b", "Ivo Petrak", type="person")),
    ("two sexes", entity("a", "Maria Petrakov", type="person"), entity("b", "Mario Petrakov", type="person")),
    ("two surnames", entity("a", "Ana Petrak", type="person"), entity("b", "Ana Brandl", type="person")),
    ("a person and a state", entity("a", "Jordan", type="person"), entity("b", "Jordan", type="state")),
    ("a town and its government", entity("a", "Halden", type="place", firm=True), makeshift("b", "government in Halden")),
    ("two countries", entity("a", "Danish Unity Party", type="ngo"), entity("b", "Peruvian Unity Party", type="ngo")),
    ("a former body", entity("a", "Valley Army", type="military_unit"), entity("b", "former Valley Army", type="military_unit")),
    ("a rival body", makeshift("a", "Danish government"), makeshift("b", "rival Danish government")),
    ("two kinds of body", makeshift("a", "Petrak government"), makeshift("b", "Petrak army", type="military_unit")),
    ("the same office in two countries", entity("a", "Interior Ministry", type="government_body", scope="DNK"),
     entity("b", "Interior Ministry", type="government_body", scope="PER")),
    ("an acronym of another name", entity("a", "Northern Front", "UN"), entity("b", "UN", type="igo")),
    ("two letters fit too much", entity("a", "Umber Network", type="ngo"), entity("b", "UN", type="igo")),
    ("what many are called", entity("a", "Valley Brigade", "Army"), entity("b", "Hill Brigade", "Army")),
    ("a state's army in the chain of another", entity("a", "Free Danish Army", makeshift=("Danish army",), type="military_unit"),
     makeshift("b", "Danish army", type="military_unit")),
    ("son of the same name", entity("a", "Omar bin Daler", type="person"), entity("b", "Daler", type="person")),
    ("two associations for one cause", entity("a", "Danish Network for Human Rights", type="ngo"),
     entity("b", "Danish Organisation for Human Rights", type="ngo")),
    ("an association and a description", entity("a", "Danish Network for Human Rights", type="ngo"),
     makeshift("b", "human rights group", type="ngo")),
    ("a mercenary band and the state that is told apart", entity("a", "Zorn Army"), entity("b", "Zorn Parliament")),
]


@pytest.mark.parametrize(("what", "one", "other"), JOINED, ids=[row[0] for row in JOINED])
def test_joined(what: str, one: DocumentEntity, other: DocumentEntity) -> None:
    assert len(group([one, other])) == 1, what


@pytest.mark.parametrize(("what", "one", "other"), APART, ids=[row[0] for row in APART])
def test_apart(what: str, one: DocumentEntity, other: DocumentEntity) -> None:
    assert len(group([one, other])) == 2, what


def test_a_surname_of_two_people_stays_alone() -> None:
    people = [("a", "Ana Petrak"), ("b", "Ivo Petrak"), ("c", "Petrak")]
    assert len(group([entity(document, name, type="person") for document, name in people])) == 3


def test_a_slip_of_the_pen_is_joined_where_it_is_rare() -> None:
    known = [entity(f"a{number}", "Ana Petrakov", type="person") for number in range(4)]
    assert len(group([*known, entity("b", "Gen Petrkov", type="person")])) == 1
    assert len(group([known[0], entity("b", "Gen Petrkov", type="person")])) == 2


def test_a_surname_of_two_people_goes_to_the_one_far_more_common() -> None:
    common = [entity(f"a{number}", "Ana Petrak", type="person") for number in range(20)]
    rare, lone = entity("b", "Ivo Petrak", type="person"), entity("c", "Petrak", type="person")
    groups = group([*common, rare, lone])
    assert names(groups, common[0], rare, lone) == [["Ana Petrak", "Petrak"], ["Ivo Petrak"]]
    assert any("times as common" in join.reason for actor in groups for join in actor.joins)


def test_an_acronym_of_two_readings_stays_alone() -> None:
    assert len(group([entity("a", "Northern Liberation Front", "NLF"), entity("b", "National Labour Federation", "NLF"),
                      entity("c", "NLF")])) == 3


def test_an_actor_is_called_by_its_fullest_usual_name_and_says_why_its_names_are_one() -> None:
    found = group([entity("a", "Northern Liberation Front", "NLF"), entity("b", "NLF"), entity("c", "NLF")])
    assert [actor.name for actor in found] == ["Northern Liberation Front"]
    assert {join.reason for actor in found for join in actor.joins} == {"the same name"}


def test_people_decide() -> None:
    ana, ivo = (entity(document, name, type="person") for document, name in [("a", "Ana Petrak"), ("b", "Ivo Petrak")])
    front = entity("c", "Northern Front")
    same = Judged("ana petrak", "ivo petrak", "same", "an alias")
    assert len(group([ana, ivo, front], [same])) == 2
    title = entity("d", "General Ana Petrak", type="person")
    assert len(group([ana, title])) == 1
    assert len(group([ana, title], [Judged("ana petrak", "general ana petrak", "different", "mother and daughter")])) == 2
    assert len(group([ana, title], [Judged("ana petrak", "general ana petrak", "unsure", "?")])) == 2


def test_what_is_judged_apart_keeps_apart_what_hangs_on_it() -> None:
    long, short = entity("a", "Northern Liberation Front"), entity("b", "NLF")
    bare = entity("c", "Liberation Front of Northern")
    found = group([long, short, bare], [Judged("northern liberation front", "nlf", "different", "")])
    assert len(group([long, short, bare])) == 1
    assert names(found, long, short, bare) == [["Liberation Front of Northern", "Northern Liberation Front"], ["NLF"]]


ENTITIES = [
    entity("a", "Northern Liberation Front", "NLF"), entity("b", "NLF"), entity("c", "NLF", type="other"),
    entity("c", "Halden", type="place"), entity("d", "halden", type="facility"), entity("d", "Ana Petrak", type="person"),
    entity("e", "Petrak", type="person"), entity("f", "Gen Petrak", type="person"), entity("g", "Ivo Petrak", type="person"),
    makeshift("h", "Petrak government"), entity("h", "Halden", type="person"),
]


@given(st.permutations(ENTITIES))
def test_order_changes_nothing(shuffled: list[DocumentEntity]) -> None:
    assert group(shuffled) == group(ENTITIES)


WORDS = ["Ana", "Petrak", "NLF", "Northern", "Front", "Danish", "army", "government", "of", "former", "General"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
TYPES: list[EntityType] = ["person", "place", "armed_group", "other"]


@given(st.lists(st.builds(entity, st.sampled_from("abc"), NAMES, NAMES, type=st.sampled_from(TYPES))))
def test_everyone_is_in_exactly_one_group(entities: list[DocumentEntity]) -> None:
    groups = group(entities)
    assert sorted(profile for actor in groups for profile in actor.profiles) == sorted(
        {one.profile.id for one in entities if one.profile is not None}
    )
    assert len({actor.id for actor in groups}) == len(groups)

"""Who is who by exact name and by acronym."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crossread.actors.grouping import group
from crossread.model.actor import DocumentEntity
from crossread.model.reading import EntityType


def entity(document: str, name: str, *aliases: str, type: EntityType = "armed_group", named: bool = True) -> DocumentEntity:
    return DocumentEntity(document, f"e-{name}", name, type, named, aliases)


def together(*entities: DocumentEntity) -> list[list[str]]:
    """The groups, each as documents and names."""
    return sorted(sorted(f"{document}:{id[2:]}" for document, id in actor.members) for actor in group(entities))


def test_the_same_name_in_two_documents() -> None:
    assert together(entity("a", "Northern Front"), entity("b", "The Northern Front"), entity("b", "Southern Front")) == [
        ["a:Northern Front", "b:The Northern Front"], ["b:Southern Front"],
    ]


def test_the_same_name_of_two_kinds_of_thing() -> None:
    assert len(group([entity("a", "Jordan", type="person"), entity("b", "Jordan", type="state")])) == 2


def test_place_and_state_are_one_kind_and_the_unknown_joins_the_only_known_one() -> None:
    assert len(group([entity("a", "Ostmark", type="place"), entity("b", "Ostmark", type="state"),
                      entity("c", "Ostmark", type="other")])) == 1


def test_an_acronym_joins_its_expansion() -> None:
    found = group([entity("a", "Northern Liberation Front", "Northern Liberation Front", "NLF"), entity("b", "NLF", "NLF")])
    assert [actor.name for actor in found] == ["Northern Liberation Front"]
    assert found[0].reason == "the same name, or its acronym"


def test_an_acronym_of_two_readings_stays_alone() -> None:
    assert len(group([entity("a", "Northern Liberation Front", "NLF"), entity("b", "National Labour Federation", "NLF"),
                      entity("c", "NLF")])) == 3


def test_an_acronym_that_no_document_explains_joins_the_only_name_it_fits() -> None:
    front, north = entity("a", "Northern Liberation Front"), entity("b", "National Labour Federation")
    assert len(group([front, entity("c", "NLF")])) == 1
    assert len(group([front, north, entity("c", "NLF")])) == 3
    assert len(group([entity("a", "United Nations", type="igo"), entity("b", "UN", type="igo")])) == 2


def test_what_is_not_an_acronym_of_the_name_joins_nothing() -> None:
    assert len(group([entity("a", "Northern Front", "UN"), entity("b", "UN", type="igo")])) == 2


def test_the_unnamed_are_apart() -> None:
    assert len(group([entity("a", "the minister", named=False), entity("b", "the minister", named=False)])) == 2


ENTITIES = [
    entity("a", "Northern Liberation Front", "NLF"), entity("b", "NLF"), entity("c", "NLF", type="other"),
    entity("c", "Halden", type="place"), entity("d", "halden", type="facility"), entity("d", "they", named=False),
]


@given(st.permutations(ENTITIES))
def test_order_changes_nothing(shuffled: list[DocumentEntity]) -> None:
    assert group(shuffled) == group(ENTITIES)


@given(st.lists(st.builds(entity, st.sampled_from("abc"), st.text(max_size=5), st.text(max_size=3)), unique=True))
def test_everyone_is_in_exactly_one_group(entities: list[DocumentEntity]) -> None:
    members = [member for actor in group(entities) for member in actor.members]
    assert sorted(members) == sorted((one.document, one.entity) for one in entities)

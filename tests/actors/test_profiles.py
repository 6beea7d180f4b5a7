"""What the entities of a document are known by. Sentences are our own; the mentions in them are marked by hand."""

from __future__ import annotations

import pytest

from crossread.actors.profiles import entities_of
from crossread.model import Document, Entity, Mention, Reading, Span
from crossread.model.actor import Profile
from crossread.model.reading import EntityType, MentionForm


def profile(text: str, *mentions: tuple[str, MentionForm], name: str, type: EntityType) -> Profile | None:
    """The profile of one entity that these phrases of a text stand for."""
    found = tuple(
        Mention(f"m{number}", text.index(phrase), text.index(phrase) + len(phrase), phrase, form, type, "e1")
        for number, (phrase, form) in enumerate(mentions, start=1)
    )
    reading = Reading(Document("d", text), (Span(0, len(text)),), found, (Entity("e1", name, type),))
    return next(iter(entities_of(reading))).profile


@pytest.mark.parametrize(("text", "state"), [
    ("The rebels talked with Vienna.", "Austria"),
    ("A pact between Oslo and Vienna fell apart.", "Austria"),
    ("They met in Vienna.", None),
    ("They met in Oslo and Vienna.", None),
    ("Vienna is large.", None),
])
def test_a_capital_is_its_state_where_it_acts_and_nobody_is_in_it(text: str, state: str | None) -> None:
    found = profile(text, ("Vienna", "name"), name="Vienna", type="place")
    assert found is not None
    assert (found.known if found.type == "state" else None) == state


@pytest.mark.parametrize(("phrase", "makeshift"), [
    ("the Petrak government", "Petrak government"), ("the Danish army", "Danish army"), ("a Danish government", None),
    ("the government", None), ("Danish rebels", None), ("the Zorn fighters", "Zorn fighters"), ("the armed forces", None),
    ("the Danish army on Monday", "Danish army"), ("the army in Denmark", None),
    ("the Zorn mission in Denmark", "Zorn mission in Denmark"), ("three Danish governments", None),
])
def test_descriptions_that_serve_as_names(phrase: str, makeshift: str | None) -> None:
    found = profile(f"Then {phrase} withdrew.", (phrase, "nominal"), name=phrase, type="government_body")
    assert (found.makeshift if found is not None else ()) == ((makeshift,) if makeshift else ())


def test_titles_and_offices_tell_country_and_sector() -> None:
    phrase = "Danish Foreign Minister Ana Petrak"
    found = profile(f"{phrase} left.", (phrase, "nominal"), ("Ana Petrak", "name"), name="Ana Petrak", type="person")
    assert found is not None
    assert (found.countries, found.sectors, found.firm) == (("DNK",), ("GOV",), True)


def test_a_country_by_a_slip_of_the_pen() -> None:
    found = profile("Danmark, or Denmark, left.", ("Danmark", "name"), ("Denmark", "name"), name="Danmark", type="place")
    assert found is not None
    assert found.known == "Denmark"


def test_another_person_in_the_chain_is_left_out() -> None:
    both: tuple[tuple[str, MentionForm], ...] = (("Ana Petrak", "name"), ("Ivo Brandl", "name"))
    found = profile("Ana Petrak met Ivo Brandl.", *both, name="Ana Petrak", type="person")
    assert found is not None
    assert found.names == ("Ana Petrak",)


def test_a_new_body_is_not_its_namesake() -> None:
    found = profile("They drove the new NLF out.", ("NLF", "name"), name="NLF", type="armed_group")
    assert found is not None
    assert found.names == ("new NLF",)


def test_who_is_never_named_has_no_profile() -> None:
    assert profile("The minister left.", ("The minister", "nominal"), name="The minister", type="person") is None


def test_a_name_in_brackets_is_another_name_of_the_same() -> None:
    phrase = "Harbour Accord Council (HAC)"
    found = profile(f"The {phrase} met.", (phrase, "name"), name=phrase, type="government_body")
    assert found is not None
    assert (found.name, found.names) == ("Harbour Accord Council", ("HAC", "Harbour Accord Council"))


@pytest.mark.parametrize(("text", "names"), [
    ("The Harbour State (HS or Dasra) fell.", ("Dasra", "HS", "Harbour State")),
    ("The Harbour State of Coast and Valley (HSCV) fell.", ("HSCV", "Harbour State")),
    ("The Harbour State group (HS) fell.", ("HS", "Harbour State")),
    ("The Harbour State terrorist group also known as Dasra fell.", ("Dasra", "Harbour State")),
    ("The Harbour State (Vienna) fell.", ("Harbour State",)),
    ("The Harbour State (Dasra) fell.", ("Harbour State",)),
    ("The Harbour State (NLF) fell.", ("Harbour State",)),
    ("The Harbour State (which fell) rose.", ("Harbour State",)),
])
def test_names_in_brackets_behind_a_name(text: str, names: tuple[str, ...]) -> None:
    found = profile(text, ("Harbour State", "name"), name="Harbour State", type="armed_group")
    assert found is not None
    assert found.names == names


def test_a_government_is_of_the_country_whose_head_it_is_called_after() -> None:
    text = "Danish President Ana Petrak fled. The Petrak regime fell."
    head = Mention("m1", text.index("Ana"), text.index("Ana") + 10, "Ana Petrak", "name", "person", "e1")
    regime = Mention("m2", text.index("Petrak regime"), text.index(" fell"), "Petrak regime", "name", "government_body", "e2")
    entities = (Entity("e1", "Ana Petrak", "person"), Entity("e2", "Petrak regime", "government_body"))
    reading = Reading(Document("d", text), (Span(0, len(text)),), (head, regime), entities)
    found = [one.profile for one in entities_of(reading)][1]
    assert found is not None
    assert (found.leaders, found.countries) == (("petrak",), ("DNK",))


def test_a_place_has_no_name_of_something_else() -> None:
    found = profile("They left Halden for Dasra.", ("Halden", "name"), ("Dasra", "name"), name="Halden", type="place")
    assert found is not None
    assert found.names == ("Halden",)

"""Names taken apart, keys of spellings, and which spellings may be one."""

from __future__ import annotations

import pytest

from crossread.actors.features import same_full_name, same_surname
from crossread.actors.forms import form_of, is_ordinary
from crossread.actors.words import consonant_key, person_words, place_key


@pytest.mark.parametrize(("name", "countries", "family", "rest"), [
    ("Danish National Army", {"DNK"}, "army", ("national",)),
    ("Government of Valley Accord", set(), "government", ("accord", "valley")),
    ("valley agreement government", set(), "government", ("accord", "valley")),
    ("the Petrak regime", set(), "government", ("petrak",)),
    ("President Ana Petrak's government", set(), "government", ("petrak",)),
    ("Danish Armed Forces", {"DNK"}, "army", ()),
    ("parliament in Halden", set(), "parliament", ("halden",)),
    ("Zorn mercenaries", set(), "fighters", ("zorn",)),
    ("Northern Front", set(), "front", ("northern",)),
    ("North Korean air force", {"PRK"}, "airforce", ()),
    ("Jabhat al-Orel", set(), "front", ("orel",)),
    ("Army of Orel", set(), "army", ("orel",)),
    ("Jaysh al-Orel", set(), "army", ("orel",)),
    ("al-Orel", set(), None, ("orel",)),
    ("Kurdish XYZ militia", set(), "fighters", ("xyz",)),
    ("extremist XYZ group", set(), "group", ("xyz",)),
    ("Kurdish Front", set(), "front", ("kurdish",)),
])
def test_forms(name: str, countries: set[str], family: str | None, rest: tuple[str, ...]) -> None:
    form = form_of(name)
    assert (form.countries, form.family, form.rest) == (frozenset(countries), family, rest)


def test_backers_and_marks() -> None:
    assert form_of("UN-backed government").backers == form_of("United Nations-sponsored government").backers == {"united nations"}
    assert form_of("the former Valley Army").marks == {"former"}
    assert is_ordinary("Interior Ministry")
    assert not is_ordinary("Danish Interior Ministry")


@pytest.mark.parametrize(("name", "words"), [
    ("Gen. Khaled al-Amri", ("khaled", "amri")), ("Ana B. Petrak", ("ana", "petrak")), ("Omar bin Daler", ("omar", "bin daler")),
    ("General", ("general",)), ("al-Amri", ("amri",)),
])
def test_words_of_people(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


@pytest.mark.parametrize(("one", "other"), [
    ("Qadromi", "Kadhromi"), ("Khalif", "Halif"), ("Zorensky", "Zorenskiy"), ("Darouch", "Darush"),
])
def test_transliterations_share_a_key(one: str, other: str) -> None:
    assert consonant_key(one) == consonant_key(other)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("petrakov", "petrakow", True), ("qadromi", "kadromi", True), ("saleh", "salem", False), ("brandl", "brandt", False),
    ("amri", "omari", False), ("daraa", "daraya", False),
])
def test_surnames(one: str, other: str, same: bool) -> None:
    assert same_surname(one, other) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    (("khaled", "amri"), ("khalid", "amri"), True), (("a", "petrak"), ("ana", "petrak"), True),
    (("hassan", "amri"), ("hussein", "amri"), False), (("ivo", "markus", "brandl"), ("markus", "brandl"), True),
    (("ana", "petrak"), ("ivo", "petrak"), False),
])
def test_full_names(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert same_full_name(one, other) is same


@pytest.mark.parametrize(("one", "other"), [
    ("Meraba", "al-Merrabeh"), ("Qesra", "Kesrah"), ("Odesa", "Odessa"), ("Orel az-Zour", "Orel al-Zor"), ("Sarnoun", "Sarnun"),
    ("Kemani", "Kemane"),
])
def test_transliterations_of_one_place(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(("one", "other"), [("Bara", "Bari"), ("Sana", "Sina"), ("Orel", "Oral"), ("Upper Kesh", "Lower Kesh")])
def test_places_that_differ_by_more_than_spelling(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)

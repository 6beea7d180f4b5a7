"""Who is meant. A row is a text and two mentions that are, or are not, in one chain. Texts are invented.

Add a row for each construction that comes up; a row that must not hold is worth as much as one that must.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from crossread.reading.coreference.chains import Chains
from crossread.reading.coreference.mentions import candidates
from crossread.reading.names import read_names
from tests.reading.coreference.chains import chains, parsed, read, together

SAME: list[tuple[str, str, str]] = [
    # names
    ("President Ana Petrak met the envoys. Petrak said nothing.", "President Ana Petrak", "Petrak"),
    ("Khaled Al-Masri spoke. Masri said the war was over.", "Khaled Al-Masri", "Masri"),
    ("Peru sent aid. The Peruvian army carried it.", "Peru", "Peruvian"),
    ("The United Nations condemned it. The UN said so.", "United Nations", "UN"),
    ("The Northern Liberation Front (NLF) took the town. The NLF said so.", "Northern Liberation Front", "NLF"),
    (
        "The Morland Institute for Human Rights counted the dead. The Morland Institute asked for help.",
        "Morland Institute for Human Rights",
        "Morland Institute",
    ),
    (
        "The Government of National Unity fell. The National Unity Government had ruled.",
        "Government of National Unity",
        "National Unity Government",
    ),
    ("The Observatory for Human Rights counted. The Observatory knew.", "Observatory for Human Rights", "The Observatory"),
    # whose what stands beside somebody is
    ("Peru will not attack Bolivia, nor will it help Chile.", "Peru", "it"),
    ("Morland and its allies left. The allies went home.", "Morland", "its"),
    ("Ana Petrak, who saw officials leave her party, resigned.", "Ana Petrak", "her"),
    # syntax
    ("The minister, Ivo Kral, signed the agreement.", "The minister", "Ivo Kral"),
    ("Ana Petrak is the leader of the Green Party.", "Ana Petrak", "the leader of the Green Party"),
    ("The soldiers who guarded the bridge fled.", "The soldiers", "who"),
    ("Maria Lopez saw herself in the mirror.", "Maria Lopez", "herself"),
    ("They left the town of Orel. Orel was empty.", "the town of Orel", "Orel"),
    ("Marko Dren met Luis Soto, with whom he shares a hatred of the rebels.", "Luis Soto", "whom"),
    ("The governor of Orel province, Ana Petrak, was killed.", "The governor of Orel province", "Ana Petrak"),
    # descriptions
    ("The militia attacked the base. The militia then left.", "The militia", "The militia"),
    ("The militia attacked the base. The group then left.", "The militia", "The group"),
    ("General Marko Dren ordered the attack. The general was calm.", "General Marko Dren", "The general"),
    ("Peru closed its border. The country had no choice.", "Peru", "The country"),
    # pronouns
    ("Ana Petrak left early. She was tired.", "Ana Petrak", "She"),
    ("Marko Dren said he would stay.", "Marko Dren", "he"),
    ("Marko Dren met Ivo Kral. Kral told him to wait.", "Marko Dren", "him"),
    ("The rebels said they had won.", "The rebels", "they"),
    ("The United Nations condemned the attack. The UN said its staff had left.", "UN", "its"),
    ("In her speech, Ana Petrak thanked the army.", "her", "Ana Petrak"),
    ("Marko Dren sold his house.", "Marko Dren", "his"),
    ("Bolivia and Peru signed a treaty. They will exchange prisoners.", "Bolivia and Peru", "They"),
    # speech
    ('The army\'s spokesman, Colonel Ivo Kral, said: "We control the port."', "We", "The army"),
    ('"I will fight," Marko Dren told Reuters.', "I", "Marko Dren"),
    ('Ana Petrak said: "My country is at peace."', "Ana Petrak", "My"),
    ('"We reject this," the United Nations said.', "We", "United Nations"),
]

APART: list[tuple[str, str, str]] = [
    # a list is no apposition
    ("Groups there include the Arda Front, Morland-backed Hezbollah, and the Northern League.", "Arda Front", "Hezbollah"),
    # who speaks does not say "he" of himself
    ("Ivo Marr rules the north. Petr Hagel spoke on Monday. “Well, he’s the leader,” Hagel said.", "Petr Hagel", "he"),
    # people that are counted, in another paragraph
    (
        "At least 22 people were killed. Shells fell. Fires broke out. The road was cut. The people of Osten want peace.",
        "At least 22 people",
        "The people of Osten",
    ),
    (
        "Protesters held the square. She left with three protesters. Shots fell. It rained. He spoke. He accused the protesters.",
        "three protesters",
        "the protesters",
    ),
    # of two who hold an office neither, where nothing tells
    (
        "President Ivo Marr met President Ana Petrak. The town was quiet. It rained. The president left.",
        "President Ana Petrak",
        "The president",
    ),
    ("Marko Dren and Josip Dren fled. Josip Dren was arrested.", "Marko Dren", "Josip Dren"),
    ("Marko Dren and his brother Josip Dren fled the city.", "Marko Dren", "Josip Dren"),
    ("Mr Dren said that Mrs Dren was ill.", "Mr Dren", "Mrs Dren"),
    ("Peru and Bolivia signed a treaty.", "Peru", "Bolivia"),
    ("They shelled the city of Orel. The city of Halden was spared.", "Orel", "Halden"),
    ("North Korea and South Korea met.", "North Korea", "South Korea"),
    ("The European Union and the African Union met in Lima.", "European Union", "African Union"),
    ("Marko Dren saw him in Lima.", "Marko Dren", "him"),
    ("Ana Petrak met Marko Dren. She was late.", "Marko Dren", "She"),
    ("Marko Dren arrived in Lima. It was dark.", "Marko Dren", "It"),
    ("The two armies met. The army of the east won.", "The two armies", "The army of the east"),
    ("The minister of Peru met the minister of Bolivia.", "The minister of Peru", "the minister of Bolivia"),
    ("His brother saw Marko Dren.", "His brother", "Marko Dren"),
    ('"I will fight," Marko Dren said. Ivo Kral heard it.', "I", "Ivo Kral"),
    ("Marko Dren met Luis Soto, with whom he shares a hatred of the rebels.", "Luis Soto", "he"),
    ("Washington warned Moscow.", "Washington", "Moscow"),
    ("The president of Peru met Marko Dren.", "The president of Peru", "Marko Dren"),
    ("The violence was criticised by Western governments. The interim government resigned.", "Western governments",
     "The interim government"),
    ("The war in Iraq ended. U.S. troops withdrew from the country.", "U.S.", "the country"),
]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Peru warned Bolivia.", "Peru", "Bolivia"),
        ("Peruvian forces fought Bolivian ones.", "Peruvian", "Bolivian"),
        ("Marko Dren met Luis Soto.", "Marko Dren", "Luis Soto"),
    ],
)
def test_nothing_joins_two_states_or_two_full_names_that_share_nothing(text: str, one: str, other: str) -> None:
    parse = parsed(text)
    made = Chains(candidates(parse, names=read_names(parse)))
    at = {text[each.start : each.end]: index for index, each in enumerate(made.candidates)}
    assert not made.join(at[one], at[other], number=False, classes=False)


@pytest.mark.parametrize(("text", "one", "other"), SAME)
def test_same(text: str, one: str, other: str) -> None:
    assert together(text, one, other), chains(text)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_apart(text: str, one: str, other: str) -> None:
    assert not together(text, one, other), chains(text)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Dren spoke. Field Marshal Marko Dren was late. President Dren agreed.", "Marko Dren", "person"),
        ("The NLF took Orel. The Northern Liberation Front (NLF) rules there.", "Northern Liberation Front", "armed_group"),
        ("Russian troops moved.", "Russia", "state"),
        ("The retired general spoke. He was calm.", "The retired general", "person"),
        ("The town of Orel fell.", "Orel", "place"),
    ],
)
def test_an_entity_has_its_fullest_name_and_type(text: str, name: str, type_: str) -> None:
    assert (name, type_) in [(entity.name, entity.type) for entity in read(text)[1]]


@pytest.mark.parametrize("text", ["It is clear that the talks failed.", "It seems that nobody knew.", "There were no survivors."])
def test_nothing_is_meant(text: str) -> None:
    assert not {"It", "There"} & {mention.text for mention in read(text)[0]}


def test_silent_regions_have_no_mentions() -> None:
    text = "Marko Dren spoke.\nHe is a fool, Peter Lund writes."
    mentions, _ = read(text, ("body", "comment"))
    assert {mention.text for mention in mentions} == {"Marko Dren"}


WORDS = st.lists(
    st.sampled_from(
        [
            "Ana",
            "Petrak",
            "he",
            "she",
            "they",
            "it",
            "who",
            "the",
            "militia",
            "of",
            "Peru",
            "said",
            "and",
            ",",
            ".",
            "\n",
            '"',
            "(",
            ")",
            "UN",
            "his",
            "general",
            "I",
            "we",
            "that",
            "met",
            "herself",
            "Peruvian",
            "’s",
            "is",
        ]
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
@example("Petrak general Ana Ana")
def test_records_hold_together(text: str) -> None:
    mentions, entities = read(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert [mention.id for mention in mentions] == [f"m{number}" for number in range(1, len(mentions) + 1)]
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)
    assert len({(mention.start, mention.end) for mention in mentions}) == len(mentions)
    order = list(dict.fromkeys(mention.entity for mention in mentions))
    assert order == [entity.id for entity in entities] == [f"e{number}" for number in range(1, len(entities) + 1)]
    assert all(entity.name.strip() for entity in entities)
    assert read(text) == (mentions, entities)

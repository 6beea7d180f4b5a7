"""What a name stands for, and the descriptions that one owner makes one: organs of a state, fighters of a group, offices."""

from __future__ import annotations

import pytest

from crossread.language.pipeline import load_pipeline
from crossread.model import Document
from crossread.reading.attribution import read_attributions
from crossread.reading.coreference import read_mentions
from crossread.reading.names import read_names
from crossread.reading.parse import parse_all
from tests.reading.coreference.chains import read, together

JOINED = [
    ("Peru sent troops. Lima accused its neighbours of lying.", "Peru", "Lima"),
    ("Peru has close ties with Bolivia. Ties with Lima improved.", "Peru", "Lima"),
    ("The Peruvians have left him, and Peru will not come back.", "Peruvians", "Peru"),
    (
        "The Peruvian government agreed. The government of Peru met on Monday.",
        "The Peruvian government",
        "The government of Peru",
    ),
    ("The government in Lima agreed. Peru's government met on Monday.", "The government in Lima", "Peru's government"),
    ("The Peruvian army left. Peru's armed forces came back.", "The Peruvian army", "Peru's armed forces"),
    ("The Hezbollah movement left. Hezbollah came back.", "The Hezbollah movement", "Hezbollah"),
    ("Peru is at war. Peru and Peru's army are tired. Ana Petrak spoke. A man ate. The country is tired.", "Peru", "The country"),
    ("General Ivo Marrak left Osten. Gen Marak came back.", "General Ivo Marrak", "Gen Marak"),
    ("The Green Party, which is the only group in Osten, left.", "Green Party", "the only group in Osten"),
    ("The rebels left. A rebel offensive began on Monday.", "The rebels", "rebel"),
    ("Peruvian forces left. Peru said its forces came back.", "Peruvian forces", "its forces"),
    ("The Taliban left Herat. Taliban fighters came back.", "Taliban", "Taliban fighters"),
    ("The Taliban attacked Herat. The militants burned a school.", "Taliban", "The militants"),
    ("Halim Doran, Peru's president, met Ivo Marr. The Peruvian leader was glad.", "Halim Doran", "The Peruvian leader"),
    (
        "Prime Minister Adil Karim left. The embattled prime minister denounced the rebels.",
        "Adil Karim",
        "The embattled prime minister",
    ),
    ("Ivo Marr, the president of Peru, left. The Peruvian president came back.", "Ivo Marr", "The Peruvian president"),
]
APART = [
    ("Peru sent troops. A bomb exploded in Lima.", "Peru", "Lima"),
    ("Peru sent troops. Many Peruvians protested.", "Peru", "Peruvians"),
    (
        "The government of Peru met. Peru's transitional government left.",
        "The government of Peru",
        "Peru's transitional government",
    ),
    ("The Peruvian army left. The Chilean army came back.", "The Peruvian army", "The Chilean army"),
    ("Taliban fighters left. Two Taliban fighters came back.", "Taliban fighters", "Two Taliban fighters"),
    ("The army killed four militants. The Taliban left Herat. The militants came back.", "Taliban", "The militants"),
    ("The allies, especially Peru, left. The allies came back.", "Peru", "The allies"),
    ("Peruvian president Halim Doran left. The Chilean leader was glad.", "Halim Doran", "The Chilean leader"),
    ("Peru's president Halim Doran left. The former Peruvian president slept.", "Halim Doran", "The former Peruvian president"),
    ("President Dan Brown met Vice President Mike Hill. Hill left. The president stayed.", "Mike Hill", "The president"),
]


@pytest.mark.parametrize(("text", "one", "other"), JOINED)
def test_joined(text: str, one: str, other: str) -> None:
    assert together(text, one, other)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_apart(text: str, one: str, other: str) -> None:
    assert not together(text, one, other)


def test_a_capital_keeps_the_type_of_its_name_and_its_entity_is_the_state() -> None:
    mentions, entities = read("Lima accused the rebels of lying.")
    assert (mentions[0].text, mentions[0].type) == ("Lima", "place")
    assert (entities[0].name, entities[0].type) == ("Peru", "state")


def _we(text: str, outlet: str | None) -> str:
    """The name of the entity that "We" stands for in a document of an outlet."""
    parse = next(iter(parse_all(load_pipeline(), [Document(id="d", text=text, outlet=outlet)])))
    mentions, entities = read_mentions(parse, names=read_names(parse), attributions=read_attributions(parse))
    names = {entity.id: entity.name for entity in entities}
    return next(names[mention.entity] for mention in mentions if mention.text == "We")


@pytest.mark.parametrize(
    ("text", "outlet", "name"),
    [
        ("Peru strongly condemns the attack. We offer our condolences to the families.", None, "Peru"),
        ("Peru strongly condemns the attack. We offer our condolences to the families.", "Peruvian Foreign Ministry", "Peru"),
        ("The talks ended on Monday. We will continue to strike the militia.", "Northern Command", "Northern Command"),
        ("The talks ended on Monday. We will see what comes of them.", "The Osten Gazette", "We"),
    ],
)
def test_we_in_a_text_that_a_body_publishes_is_that_body(text: str, outlet: str | None, name: str) -> None:
    assert _we(text, outlet) == name


def test_a_possessive_in_a_relative_clause_is_its_subjects() -> None:
    mentions, entities = read("Karl Veln wrote to Ivo Marr, who sat in his office.")
    names = {entity.id: entity.name for entity in entities}
    assert [names[mention.entity] for mention in mentions if mention.text == "his"] == ["Ivo Marr"]


@pytest.mark.parametrize(
    ("author", "name"), [("Ana Petrak", "Ana Petrak"), (None, "I"), ("The Osten Gazette and Ana Petrak", "I")]
)
def test_i_outside_quotations_is_the_author(author: str | None, name: str) -> None:
    document = Document(id="d", text="I met General Ivo Marr in Osten.", author=author)
    parse = next(iter(parse_all(load_pipeline(), [document])))
    _, entities = read_mentions(parse, names=read_names(parse), attributions=read_attributions(parse))
    assert entities[0].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DRENFA wants to find out what he did to provoke the Peruvian player.", "DRENFA"),
        ("Speaking from the Peruvian Embassy in the capital, Lima, where he has taken refuge, he told reporters so.", "Embassy"),
    ],
)
def test_no_pronoun_makes_a_person_of_an_acronym_or_of_a_body_called_by_its_noun(text: str, name: str) -> None:
    assert [mention.type for mention in read(text)[0] if mention.text == name] not in ([], ["person"])

"""Who speaks for a span: the smallest content that holds it, the way up to the outlet, voices that follow themselves."""

from __future__ import annotations

import pytest

from crossread.api import annotate
from crossread.language.pipeline import load_pipeline
from crossread.model import Attribution, Document, Entity, Span, Voice
from crossread.reading.claims.voices import Voices, make_voices
from crossread.reading.parse import parse_document

TEXT = "Petrak said the envoy claimed the army attacked. Osten is quiet."
ENTITIES = (Entity("e1", "Ana Petrak", "person"), Entity("e2", "the envoy", "person"))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


OUTER = Attribution(
    "a1", (span("Petrak"),), (span("said"),), (span("the envoy claimed the army attacked"),), "indirect", "e1", None
)
INNER = Attribution("a2", (span("the envoy"),), (span("claimed"),), (span("the army attacked"),), "indirect", "e2", "a1")


def voices(*attributions: Attribution) -> Voices:
    parse = parse_document(load_pipeline(), Document("d", TEXT, outlet="Harbour Post"))
    return make_voices(parse, attributions=attributions, entities=ENTITIES, mentions=(), base=(Voice("Harbour Post"),))


@pytest.mark.parametrize("order", [(OUTER, INNER), (INNER, OUTER)])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("attacked", ["Harbour Post", "Ana Petrak", "the envoy"]),
        ("claimed", ["Harbour Post", "Ana Petrak"]),
        ("quiet", ["Harbour Post"]),
        ("said", ["Harbour Post"]),
    ],
)
def test_the_chain_of_a_span(order: tuple[Attribution, ...], words: str, expected: list[str]) -> None:
    found = voices(*order)
    assert [voice.name for voice in found.chain(found.innermost(span(words)))] == expected


def test_a_voice_has_its_words_and_its_cue() -> None:
    found = voices(OUTER, INNER)
    assert found.chain(found.innermost(span("attacked")))[-1] == Voice("the envoy", "e2", 12, 21, "claimed")


def test_a_later_content_does_not_hide_an_earlier_one_that_reaches_further() -> None:
    short = Attribution("a3", (span("the envoy"),), (), (span("the army"),), "indirect", "e2", None)
    found = voices(OUTER, short)
    assert found.innermost(span("attacked")) == OUTER
    assert found.innermost(span("army")) == short


def test_nobody_speaks() -> None:
    assert voices().innermost(span("attacked")) is None
    assert voices().chain(None) == (Voice("Harbour Post"),)


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        ('"It is over," Ana Petrak told Reuters. The rebels shelled Lima.', "copies.example", ["copies.example", "Reuters"]),
        ('"It is over," Ana Petrak told Reuters. The rebels shelled Lima.', "Harbour Post", ["Harbour Post"]),
        ('"It is over," Ana Petrak told Reuters. The BBC saw it. The rebels shelled Lima.', "copies.example", ["copies.example"]),
        ("The rebels shelled Lima. Tapes obtained by the BBC exist. He told Reuters so.", "copies.example", ["copies.example"]),
    ],
)
def test_whom_a_site_without_a_name_copies(text: str, outlet: str, expected: list[str]) -> None:
    shelled = [claim for claim in annotate(text, outlet=outlet).claims if claim.predicate == "attacks"]
    assert [[voice.name for voice in claim.attribution] for claim in shelled] == [expected]


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        ("When the minister visited a camp in Osten, angry victims demanded compensation.", "visited", ["Harbour Post"]),
        ("Ana Petrak called Ivo Marr, and the president asked him about the attack.", "called", ["Harbour Post"]),
        ("The government has not condemned the army's attack on the rebels.", "attack", ["Harbour Post"]),
        ("As we have reported, the army attacked the rebels.", "attacked", ["Harbour Post"]),
        ("The government condemned the army's attack on the rebels.", "attack", ["Harbour Post", "The government"]),
        ("The raid, which explains the army's attack on the rebels, failed.", "attack", ["Harbour Post"]),
        ("Troops, which experts said were backed by Peru, besieged the town.", "backed", ["Harbour Post", "experts"]),
        ("Ivo Marr has condemned the move saying that the army attacked the rebels.", "attacked", ["Harbour Post", "Ivo Marr"]),
        ("A letter saying that the army attacked the rebels was found.", "attacked", ["Harbour Post", "A letter"]),
        ("The minister praised the army, which had taken Aleppo.", "taken", ["Harbour Post"]),
        ("The minister said the army, which had attacked the rebels, would leave.", "attacked", ["Harbour Post"]),
        ("Men fled to Osten, where troops attacked the rebels, the envoy said.", "attacked", ["Harbour Post", "the envoy"]),
        ("The council condemned the raid in which the army killed ten men.", "killed", ["Harbour Post", "The council"]),
        (
            "Ten soldiers in Osten were attacked by the rebels, Ana Petrak, a spokeswoman for the ministry, said.",
            "attacked", ["Harbour Post", "Ana Petrak"],
        ),
        ("Ivo Marr, a minister, said last week that the army attacked the rebels.", "attacked", ["Harbour Post", "Ivo Marr"]),
        ("Ivo Marr has asserted without proof that the army attacked the rebels.", "attacked", ["Harbour Post", "Ivo Marr"]),
        ("The rebels accuse the army of undermining the council, as expressed at the polls.", "accuse", ["Harbour Post"]),
        ("The army attacked the rebels, as reported by the Osten Post.", "attacked", ["Harbour Post", "Osten Post"]),
        (
            "Ivo Marr -- a leader who was a critic of Luka Petrak -- resigned on Friday, saying the army attacked the rebels.",
            "attacked", ["Harbour Post", "Ivo Marr"],
        ),
        ("Ivo Marr hopes to attack the rebels.", "to attack", ["Harbour Post"]),
        ("Ivo Marr hopes that the army attacked the rebels.", "attacked", ["Harbour Post", "Ivo Marr"]),
        ("Luka Doran spoke. “Ivo Marr attacked the rebels,” he said.", "attacked", ["Harbour Post", "Luka Doran"]),
        ("Ivo Marr condemned the raid, as he and other officials vowed to bring peace.", "condemned", ["Harbour Post"]),
        ("The Harbour Post reported that the army attacked the rebels.", "attacked", ["Harbour Post"]),
        ("The army attacked the rebels, Colonel Ivo Marr, a spokesman, told Reuters.", "attacked", ["Harbour Post", "Ivo Marr"]),
        ("Ivo Marr confirmed that there was a deal: the army attacked the rebels.", "attacked", ["Harbour Post", "Ivo Marr"]),
        ("The army attacked the rebels, as Ivo Marr had requested.", "attacked", ["Harbour Post"]),
        ("The aid came, Luka Doran said. The army attacked the rebels, he added.", "attacked", ["Harbour Post", "Luka Doran"]),
        ("The army attacked Lima, a senior official confirmed to Fox News.", "attacked", ["Harbour Post", "a senior official"]),
        ("The army attacked Lima, a town mentioned in the report.", "attacked", ["Harbour Post"]),
        ("The army attacked Ivo Marr, an official reported missing.", "attacked", ["Harbour Post"]),
        (
            "Ana Petrak told the president the rebels were ready to attack Lima, Ivo Marr testified.",
            "attack", ["Harbour Post", "Ivo Marr", "Ana Petrak"],
        ),
        ("Ana Petrak is sure to attack the rebels.", "attack", ["Harbour Post"]),
        ("Ana Petrak said, “we are,” adding that the army attacked the rebels.", "attacked", ["Harbour Post", "Ana Petrak"]),
    ],
)
def test_a_voice_is_of_who_speaks(text: str, words: str, voices: list[str]) -> None:
    reading = annotate(text, outlet="Harbour Post")
    found = [claim for claim in reading.claims if words in claim.evidence[0].quote]
    claim = min(found, key=lambda claim: len(claim.evidence[0].quote))
    assert [voice.name for voice in claim.attribution] == voices


@pytest.mark.parametrize(
    ("outlet", "expected"), [("Associated Press", ["Associated Press"]), ("Harbour Post", ["Harbour Post", "AP"])]
)
def test_an_agency_that_credits_itself_by_its_acronym_is_one_voice(outlet: str, expected: list[str]) -> None:
    reading = annotate("OSTEN (AP) — Rebels shelled the town on Monday.", outlet=outlet, published="2031-05-04")
    assert [[voice.name for voice in claim.attribution] for claim in reading.claims] == [expected]

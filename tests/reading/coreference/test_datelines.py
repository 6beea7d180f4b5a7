"""An agency in the brackets of a dateline is not the place before it."""

from __future__ import annotations

import crossread


def test_the_agency_of_a_dateline_is_the_voice() -> None:
    text = "GAZA CITY, Gaza Strip (AP) - The army attacked the rebels on Thursday. The rebels left the town."
    reading = crossread.annotate(text, outlet="Harbour Post", published="2031-05-02")
    assert {tuple(voice.name for voice in claim.attribution) for claim in reading.claims} == {("Harbour Post", "AP")}


def test_a_state_spelled_in_brackets_is_one() -> None:
    reading = crossread.annotate("The Democratic Republic of Congo (DRC) signed the accord. The DRC then left it.")
    chains = {mention.text: mention.entity for mention in reading.mentions}
    assert chains["DRC"] == chains["Democratic Republic of Congo"]


def test_an_agency_after_a_state_is_not_the_state() -> None:
    text = "OSTEN, North Korea (AP) - North Korea condemned Japan. Japan left the talks."
    reading = crossread.annotate(text, outlet="Harbour Post", published="2031-05-02")
    assert {tuple(voice.name for voice in claim.attribution) for claim in reading.claims} == {("Harbour Post", "AP")}

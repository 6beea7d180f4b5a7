"""Voices that the layout gives."""

from __future__ import annotations

from tests.reading.attribution.reading import rows


def test_labels_before_a_colon_speak_their_line() -> None:
    text = "MARTA OLEN: Did the army warn the villagers?\nJON BREK: They never came to the village at all."
    assert rows(text) == [
        ("MARTA OLEN", ":", "Did the army warn the villagers?"),
        ("JON BREK", ":", "They never came to the village at all."),
    ]


def test_labels_that_are_no_speaker_say_nothing() -> None:
    assert rows("Photo: The bridge over the river in spring.") == []


def test_answers_belong_to_who_was_introduced_before_the_first_question() -> None:
    text = "Analyst Lee Marsh believes that the front has moved.\nWhat comes next?\nNothing will be done for free this year."
    assert ("Analyst Lee Marsh", "", "Nothing will be done for free this year.") in rows(
        text, kinds=("body", "question", "answer")
    )


def test_a_pasted_quotation_belongs_to_the_voice_before_it() -> None:
    text = "The observatory said the village had been emptied.\nForty families left on foot before dawn."
    assert rows(text, kinds=("body", "quote")) == [
        ("The observatory", "said", "the village had been emptied"),
        ("The observatory", "said", "Forty families left on foot before dawn."),
    ]


def test_an_agency_in_brackets_tells_the_whole_text() -> None:
    text = "NORDHAVEN (Reuters) - The army said it had taken the port.\nShips left the harbour in the night."
    assert rows(text) == [
        ("Reuters", "", "The army said it had taken the port. … Ships left the harbour in the night."),
        ("The army", "said", "it had taken the port"),
    ]


def test_silent_regions_say_nothing() -> None:
    assert rows("The mayor said the bridge was safe.", kinds=("comment",)) == []


def test_a_statement_below_its_announcement_is_the_speakers_own_words() -> None:
    text = "Foreign Minister Lena Dorn said:\nI am shocked by the attack.\nWe will help the villagers.\nThe border lies far off."
    assert ("Foreign Minister Lena Dorn", "said", "I am shocked by the attack. … We will help the villagers.") in rows(text)


def test_a_list_below_a_colon_is_nobodys_words() -> None:
    text = "The council said:\nThe border lies to the north.\nThe bridge is closed."
    assert rows(text) == []

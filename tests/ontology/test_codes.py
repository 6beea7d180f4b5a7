"""Codes in words."""

from __future__ import annotations

from crossread.ontology.codes import country_in_words, sector_in_words, type_in_words


def test_codes_are_said_in_words_and_unknown_ones_stay() -> None:
    assert [country_in_words("SYR"), country_in_words("ZZZ")] == ["Syria", "ZZZ"]
    assert [sector_in_words("MIL"), sector_in_words("ZZZ")] == ["military", "ZZZ"]
    assert [type_in_words("igo"), type_in_words("armed_group")] == ["international body", "armed group"]

"""The cue lexicon and its accessor."""

from __future__ import annotations

import pytest

from crossread.reading.attribution import CueForce, cue_force
from crossread.reading.attribution.cues import Force, cue_lexicon


@pytest.mark.parametrize(
    ("lemma", "pos", "force", "denies"),
    [
        ("say", "VERB", "reported", False),
        ("announce", "VERB", "asserted", False),
        ("claim", "VERB", "alleged", False),
        ("accuse", "VERB", "alleged", False),
        ("believe", "VERB", "possible", False),
        ("predict", "VERB", "predicted", False),
        ("vow", "VERB", "predicted", False),
        ("want", "VERB", "wished", False),
        ("seek", "VERB", "wished", False),
        ("urge", "VERB", "wished", False),
        ("deny", "VERB", "asserted", True),
        ("reject", "VERB", "asserted", True),
        ("refute", "VERB", "asserted", True),
        ("dispute", "VERB", "asserted", True),
        ("allegation", "NOUN", "alleged", False),
        ("denial", "NOUN", "asserted", True),
        ("reportedly", "ADV", "reported", False),
        ("allegedly", "ADV", "alleged", False),
        ("alleged", "ADJ", "alleged", False),
        ("according", "ADP", "reported", False),
    ],
)
def test_force(lemma: str, pos: str, force: Force, denies: bool) -> None:
    found = cue_force(lemma, pos)
    assert found == CueForce(force, denies)


@pytest.mark.parametrize(("lemma", "pos"), [("walk", "VERB"), ("river", "NOUN"), ("slowly", "ADV"), ("say", "NOUN")])
def test_no_cue(lemma: str, pos: str) -> None:
    assert cue_force(lemma, pos) is None


def test_every_entry_is_well_formed() -> None:
    for (lemma, pos), cue in cue_lexicon().cues.items():
        assert lemma == lemma.lower()
        assert pos in {"VERB", "NOUN", "ADV", "ADJ"}
        assert isinstance(cue.force, CueForce)

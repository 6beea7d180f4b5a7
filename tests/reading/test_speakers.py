"""Who speaks in a source: whoever its head names, not whoever is named in what describes it."""

from __future__ import annotations

import pytest

from tests.cases.claims import read


@pytest.mark.parametrize(("sentence", "voice"), [
    ("Morland armed the rebels, according to recordings obtained by the Courier.", "recordings obtained by the Courier"),
    ("Morland armed the rebels, according to a report seen by the Courier.", "a report seen by the Courier"),
    ("According to emails leaked to the Courier, Morland armed the rebels.", "emails leaked to the Courier"),
    ("Morland armed the rebels, according to a report published by Casualty Watch.", "Casualty Watch"),
    ("The Peruvian Centre for Human Rights said that Morland armed the rebels.", "Peruvian Centre for Human Rights"),
    ("The Peruvian Casualty Watch said that Morland armed the rebels.", "Casualty Watch"),
    ("A source close to General Ivo Marr said that Morland armed the rebels.", "A source"),
    ("General Ivo Marr, who was wounded in May, said that Morland armed the rebels.", "Ivo Marr"),
    ("According to Ana Petrak, a lawyer hired by the Courier, Morland armed the rebels.", "Ana Petrak"),
])
def test_who_speaks(sentence: str, voice: str) -> None:
    found = [claim for claim in read(sentence).claims if claim.predicate == "arms"]
    assert [claim.attribution[-1].name for claim in found] == [voice]

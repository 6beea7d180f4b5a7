"""Clauses that are hung anew: which word they belong to afterwards."""

import pytest

from crossread.language.pipeline import load_pipeline
from crossread.reading.mending.attachment import mend_attachment

CASES = (
    # a clause, what it hung on, what it hangs on afterwards
    ("There was a battle between the king and the rebels, who accuse him of fraud.", "accuse", "battle", "rebels", "acl:relcl"),
    ("The legions that form the army, which is weak, are led by Marr.", "weak", "legions", "army", "acl:relcl"),
    ("He assured the settlers that the government condemned the raid.", "condemned", "settlers", "assured", "ccomp"),
    ("She said that Peru will help Chile but declined to comment.", "declined", "help", "said", "conj"),
    ("A spokesman for the militia fighting the army resigned.", "fighting", "spokesman", "militia", "acl"),
    # neither number nor tense tells the two apart: nothing moves
    ("The leader of the group who left the town resigned.", "left", "leader", "leader", "acl:relcl"),
    ("She said that Peru helped Chile but declined to pay.", "declined", "helped", "helped", "conj"),
    ("A spokesman for the militia speaking to reporters resigned.", "speaking", "spokesman", "spokesman", "acl"),
)


@pytest.mark.parametrize(("sentence", "clause", "before", "after", "relation"), CASES)
def test_a_clause_hangs_where_its_words_say(sentence: str, clause: str, before: str, after: str, relation: str) -> None:
    doc = load_pipeline()(sentence)
    word = next(token for token in doc if token.text == clause)
    word.head = next(token for token in doc if token.text == before)
    word.dep_ = "conj" if relation == "conj" else "acl" if relation == "acl" else "acl:relcl"
    mend_attachment(doc)
    assert (word.head.text, word.dep_) == (after, relation)

"""What holds for every text: whatever is read in it stands where the record says, every id leads somewhere, and a second
reading gives the same bytes. Texts are made of what articles are made of, and of what breaks programs."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from crossread.api import annotate
from crossread.exchange.annotation import to_json
from crossread.intake.decoding import fault
from tests.invariants import Record, violations

SENTENCES = (
    "General Ivo Marr, who commands the Northern Front, said on Monday that Estavia had attacked the town of Osten.",
    "“We lost about 40 to 60 men last week,” Petrak told the Harbour Post, adding: “They will be back.”",
    "According to the Lorvian Relief Union (LRU), more than two thousand people have fled since May 2031.",
    "Morland's support for the rebels, its envoy denied having promised anything, angered President Halim Doran.",
    "The LRU called on both sides to stop; neither did, a spokesman said.",
    "Russian-backed fighters shelled the U.S. base at 3:30 p.m., killing at least five soldiers and wounding dozens.",
    "“Who gave the order?” he asked. “Nobody,” she said.",
    "By Ana Reis",
    "Q: Is the ceasefire dead?",
    "– No. He promised me that it is not.",
    "> The army says that it never left Osten.",
    "3 May 2031",
)
NOISE = (
    "\n", "\n\n", "\r\n", "\t", "    ", "\u00a0", "\u2009", "\u2028", "\x00", "\x85", "“", "”", '"', "'", "’s", "«", "»", "…",
    "--", "—", "(", ")", "[", "1,000,000", "½", "١٢", "31/02/2031", "0000-00-00", "99th", "$", "%", "é", "e\u0301", "\U0001f600",
    "\u202eabc\u202c", "ﬁ", "İstanbul", "ß", ".", "?!", "said", "that", "who", "U.S.", "http://a.example/x?y=1",
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(NOISE), st.text(max_size=8)), min_size=1, max_size=14,
).map(" ".join).filter(lambda text: fault(text) is None)


def read(text: str) -> tuple[str, Record]:
    line = to_json(annotate(text, outlet="Harbour Post", published="2031-05-05", language="en"))
    record: Record = json.loads(line)
    return line, record


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example(" ".join(SENTENCES))
@example("\n".join(SENTENCES))
@example("The UN has warned\u00a0that Estavia attacked\u00a0Osten.")
@example("”“said")
def test_all_that_is_read_stands_in_the_text(text: str) -> None:
    line, record = read(text)
    assert record["text"] == text
    assert list(violations(record)) == []
    assert read(text)[0] == line


@pytest.mark.parametrize("text", [sentence for sentence in SENTENCES if "attacked" in sentence or "support" in sentence])
def test_the_texts_are_such_that_something_is_read(text: str) -> None:
    _, record = read(text)
    assert record["mentions"]
    assert record["claims"]


def test_a_broken_record_is_told_from_a_sound_one() -> None:
    _, record = read(SENTENCES[0])
    assert list(violations(record)) == []
    record["mentions"][0]["start"] += 1
    assert any("is not what stands at" in line for line in violations(record))
    record["mentions"][0]["entity"] = "e99"
    assert any("no entity e99" in line for line in violations(record))
    record["sentences"][0] = [0, 10_000]
    assert any("outside" in line for line in violations(record))

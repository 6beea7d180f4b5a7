"""What the demo says."""

from __future__ import annotations

from dataclasses import replace

from crossread.cli.demo import answers
from crossread.model import Voice
from tests.readings import Said, reading

BACKS = frozenset({"supports"})


def lines(*said: Said, denied: bool = False) -> list[str]:
    claims = [
        replace(claim, document=f"d{number}", polarity="denied" if denied else "affirmed")
        for number, claim in enumerate(reading("d", said).claims)
    ]
    return [line.plain.strip() for line in answers(claims, predicates=BACKS, outlets={f"d{n}": "Dawn" for n in range(9)})]


def test_who_backs_whom_according_to_whom_with_the_words() -> None:
    assert lines(Said("Ostmark", "supports", "Front", "Ostmark backs the Front.")) == [
        "Ostmark  supports  Front   according to Harbour Post", "“Ostmark backs the Front.”",
    ]


def test_other_predicates_are_left_out() -> None:
    assert lines(Said("Ostmark", "attacks", "Front", "Ostmark hit the Front.")) == ["nothing was found"]


def test_a_denial_says_so() -> None:
    assert lines(Said("Ostmark", "supports", "Front", "Ostmark does not back the Front."), denied=True)[0].startswith(
        "Ostmark  NOT supports  Front"
    )


def test_pairs_of_most_documents_come_first() -> None:
    found = lines(
        Said("Ostmark", "supports", "Front", "Ostmark backs the Front."),
        Said("Westmark", "supports", "League", "Westmark backs League."),
        Said("Westmark", "supports", "League", "League has Westmark behind it."),
    )
    assert found[0].startswith("Westmark  supports  League")


def test_voices_within_voices() -> None:
    claim = reading("d", [Said("Ostmark", "supports", "Front", "Ostmark backs the Front.")]).claims[0]
    chain = replace(claim, attribution=(Voice("Dawn"), Voice("a minister")))
    line = next(answers([chain, replace(claim, attribution=())], predicates=BACKS, outlets={"d": "Dusk"}))
    assert line.plain.endswith("according to Dawn, quoting a minister; Dusk")

"""What the demo says."""

from __future__ import annotations

from dataclasses import replace

from crossread.cli.demo import answers
from crossread.model import Claim, Voice
from tests.readings import Said, reading

BACKS = frozenset({"supports"})


def lines(*said: Said, denied: bool = False) -> list[str]:
    claims = [
        replace(claim, document=f"d{number}", polarity="denied" if denied else "affirmed")
        for number, claim in enumerate(reading("d", said).claims)
    ]
    return [line.plain.strip() for line in answers(claims, predicates=BACKS, names=names_of(claims))]


def names_of(claims: list[Claim]) -> dict[str, str]:
    """What the actors of claims are called, by their ids."""
    return {side.entity or "": side.name.upper() for claim in claims for side in (claim.subject, claim.object)}


def test_who_backs_whom_according_to_whom_with_the_words() -> None:
    assert lines(Said("Ostmark", "supports", "Front", "Ostmark backs the Front.")) == [
        "OSTMARK supports FRONT, according to Harbour Post", "“Ostmark backs the Front.”",
    ]


def test_other_predicates_are_left_out() -> None:
    assert lines(Said("Ostmark", "attacks", "Front", "Ostmark hit the Front.")) == ["nothing was found"]


def test_a_denial_says_so() -> None:
    found = lines(Said("Ostmark", "supports", "Front", "Ostmark does not back the Front."), denied=True)
    assert found[0] == "OSTMARK supports FRONT (denied), according to Harbour Post"


def test_pairs_of_most_documents_come_first() -> None:
    found = lines(
        Said("Ostmark", "supports", "Front", "Ostmark backs the Front."),
        Said("Westmark", "supports", "League", "Westmark backs League."),
        Said("Westmark", "supports", "League", "League has Westmark behind it."),
    )
    assert found[0].startswith("WESTMARK supports LEAGUE")


def test_voices_within_voices() -> None:
    claim = reading("d", [Said("Ostmark", "supports", "Front", "Ostmark backs the Front.")]).claims[0]
    chain = replace(claim, attribution=(Voice("Dawn"), Voice("a minister")))
    line = next(answers([chain, replace(claim, attribution=())], predicates=BACKS, names=names_of([claim])))
    assert line.plain.endswith("according to Dawn, quoting a minister; d")


def test_who_has_no_name_is_left_out() -> None:
    claim = reading("d", [Said("Ostmark", "supports", "Front", "Ostmark backs the Front.")]).claims[0]
    found = answers([claim], predicates=BACKS, names={claim.subject.entity or "": "Ostmark"})
    assert [line.plain for line in found] == ["  nothing was found"]

"""The case table of claims, `claims.tsv`: its rows, and what reading makes of them.

A row is a sentence and the claims that must be found in it; the first line of the table says how they are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from crossread.language.pipeline import load_pipeline
from crossread.model import Argument, Document, Reading, Region
from crossread.reading.parse import parse_document
from crossread.reading.reader import read_parse

TABLE = Path(__file__).with_name("claims.tsv")
KNOWN = Path(__file__).with_name("claims_known.tsv")
ARTICLES = ("the ", "a ", "an ")

Reason = Literal["parse", "names"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that a row speaks of; `found` is false for one that must not be there."""

    subject: str
    predicate: str
    object: str
    denied: bool = False
    modality: str = "asserted"
    found: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; no claims wanted means that there must be none."""

    sentence: str
    wanted: tuple[Wanted, ...]


def load_rows(path: Path = TABLE) -> tuple[Row, ...]:
    """The rows of the table, in file order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple(Row(sentence, _wanted(claims)) for sentence, claims in columns)


def load_known(path: Path = KNOWN) -> dict[str, str]:
    """The sentences that the present model misreads, with the layer that goes wrong."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return dict(line.split("\t") for line in lines if line.strip() and not line.startswith("#"))


def _wanted(claims: str) -> tuple[Wanted, ...]:
    return () if claims.strip() == "-" else tuple(_one(claim.strip()) for claim in claims.split(";"))


def _one(claim: str) -> Wanted:
    found = not claim.startswith("!")
    claim, _, modality = claim.removeprefix("!").partition("~")
    subject, predicate, object_ = (part.strip() for part in claim.split("|"))
    denied = subject.startswith("not ")
    return Wanted(subject.removeprefix("not "), predicate, object_, denied, modality.strip() or "asserted", found)


@lru_cache(maxsize=256)
def read(sentence: str, *, outlet: str = "Harbour Post") -> Reading:
    """All layers over one sentence in the body of an article."""
    document = Document(id="d", text=sentence, outlet=outlet, regions=(Region("body", 0, len(sentence)),))
    return read_parse(parse_document(load_pipeline(), document))


def shown(reading: Reading) -> list[str]:
    """The claims of a reading as the table writes them."""
    return [
        f"{'not ' if claim.polarity == 'denied' else ''}{claim.subject.name} | {claim.predicate} | {claim.object.name}"
        f"{'' if claim.modality == 'asserted' else f' ~{claim.modality}'}"
        for claim in reading.claims
    ]


def faults(row: Row) -> list[str]:
    """What is wrong with the reading of a row; nothing where it is as wanted."""
    reading = read(row.sentence)
    wrong = [f"must find nothing, found {claim}" for claim in shown(reading) if not row.wanted]
    return wrong + [
        f"{'misses' if wanted.found else 'must not find'} {wanted}"
        for wanted in row.wanted
        if _is_met(wanted, reading) != wanted.found
    ]


def reason(row: Row) -> Reason:
    """Which layer a misread row points to: names, where an argument of a wanted claim is no mention at all; else the parse."""
    reading = read(row.sentence)
    known = {_plain(mention.text) for mention in reading.mentions} | {_plain(entity.name) for entity in reading.entities}
    named = {_plain(side) for wanted in row.wanted for side in (wanted.subject, wanted.object) if side[:1].isupper()}
    return "names" if named - known else "parse"


def _is_met(wanted: Wanted, reading: Reading) -> bool:
    return any(
        claim.predicate == wanted.predicate
        and _plain(wanted.subject) in _names(claim.subject, reading)
        and _plain(wanted.object) in _names(claim.object, reading)
        and (not wanted.found or ((claim.polarity == "denied") == wanted.denied and claim.modality == wanted.modality))
        for claim in reading.claims
    )


def _names(argument: Argument, reading: Reading) -> set[str]:
    """By what an argument may be called: its name, its words, every mention of its entity."""
    found = {argument.name}
    if argument.start is not None and argument.end is not None:
        found.add(reading.document.text[argument.start : argument.end])
        # "twelve civilians" may be called "civilians": the number is the claim's quantity
        found.update(each.unit for each in reading.quantities if each.unit and each.start == argument.start)
    if argument.entity is not None:
        found.update(mention.text for mention in reading.mentions if mention.entity == argument.entity)
    return {_plain(name) for name in found}


def _plain(name: str) -> str:
    name = " ".join(name.casefold().split())
    return next((name.removeprefix(article) for article in ARTICLES if name.startswith(article)), name)

"""`crossread claims`: what people say of single claims."""

from __future__ import annotations

from typing import Annotated, Literal, cast

import typer

from crossread.api import Case
from crossread.cli.options import By, CaseFile, Why, user
from crossread.cli.output import complain
from crossread.corrections import Days
from crossread.model import ClaimQuantity
from crossread.model.reading import Modality, Polarity

app = typer.Typer(no_args_is_help=True, help="Say which claims stand, and how; add what was missed.")

Id = Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or as much of its beginning as no other has.")]
Subject = Annotated[str | None, typer.Option("--subject", metavar="NAME", help="Who: a name or id of an actor, or other words.")]
Predicate = Annotated[str | None, typer.Option("--predicate", metavar="WORD", help="Does what: one of the list of predicates.")]
Object = Annotated[str | None, typer.Option("--object", metavar="NAME", help="To whom or what.")]
Denied = Annotated[str | None, typer.Option("--polarity", metavar="WORD", help="affirmed or denied.")]
Firm = Annotated[
    str | None, typer.Option("--modality", metavar="WORD", help="asserted, reported, alleged, possible, predicted, …")
]
Voices = Annotated[
    list[str] | None, typer.Option("--voice", metavar="NAME", help="Who says so, behind the outlet; again for a voice behind it.")
]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day.")]
Where = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where; empty where the words say no place.")]
Least = Annotated[float | None, typer.Option("--number", metavar="N", min=0, help="How many, or the lower of two numbers.")]
Most = Annotated[float | None, typer.Option("--at-most", metavar="N", min=0, help="The upper of two numbers.")]
Unit = Annotated[str | None, typer.Option("--unit", metavar="WORDS", help="Of what.")]
About = Annotated[bool, typer.Option("--about", help="The number is about so many.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day.")]


@app.command("accept", no_args_is_help=True)
def accept(claim: Id, why: Why, case: CaseFile, by: By = None) -> None:
    """A claim was read rightly: it stands, even if a later reading misses it."""
    _judge(claim, "accept", why, case, by)


@app.command("reject", no_args_is_help=True)
def reject(claim: Id, why: Why, case: CaseFile, by: By = None) -> None:
    """A claim was read wrongly: it is not shown or counted anywhere."""
    _judge(claim, "reject", why, case, by)


def _judge(claim: str, verdict: Literal["accept", "reject"], why: str, case: CaseFile, by: str | None) -> None:
    with Case(case, create=False) as opened:
        _report(opened, opened.judge_claim(claim, verdict, why=why, by=by if by is not None else user()))


def _report(case: Case, number: int) -> None:
    entry = next(one for one in case.journal() if one.number == number)
    complain(f"entry {number}: {entry.verdict} {entry.target}, {entry.about}; {entry.state}")


@app.command("edit", no_args_is_help=True)
def edit(
    claim: Id, why: Why, case: CaseFile, subject: Subject = None, predicate: Predicate = None, object: Object = None,
    polarity: Denied = None, modality: Firm = None, voice: Voices = None,
    outlet_says: Annotated[bool, typer.Option("--outlet-says", help="Nobody behind the outlet says so.")] = False,
    first: From = None, last: To = None,
    undated: Annotated[bool, typer.Option("--undated", help="The text does not say when.")] = False, place: Where = None,
    number: Least = None, at_most: Most = None, unit: Unit = None, about: About = False,
    uncounted: Annotated[bool, typer.Option("--uncounted", help="The text does not say how many.")] = False, by: By = None,
) -> None:
    """A claim was read in part wrongly: say what it says. What is not given stays; what was read stays in the journal."""
    with Case(case, create=False) as opened:
        entry = opened.edit_claim(
            claim, why=why, by=by if by is not None else user(), subject=subject, predicate=predicate, object=object,
            polarity=cast(Polarity | None, polarity), modality=cast(Modality | None, modality),
            voices=() if outlet_says else voice or None, time=(None, None) if undated else _days(first, last), place=place,
            quantity=ClaimQuantity(None, None, None, False) if uncounted else _amount(number, at_most, unit, about),
        )
        _report(opened, entry)


@app.command("add", no_args_is_help=True)
def add(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, as `show documents` prints it.")],
    start: Annotated[int, typer.Argument(help="Where the words begin: characters from the start of the text.")],
    end: Annotated[int, typer.Argument(help="Where they end.")],
    why: Why, case: CaseFile,
    subject: Annotated[str, typer.Option("--subject", metavar="NAME", help="Who.")],
    predicate: Annotated[str, typer.Option("--predicate", metavar="WORD", help="Does what.")],
    object: Annotated[str, typer.Option("--object", metavar="NAME", help="To whom or what.")],
    polarity: Denied = "affirmed", modality: Firm = "asserted", voice: Voices = None, first: From = None, last: To = None,
    place: Where = None, number: Least = None, at_most: Most = None, unit: Unit = None, about: About = False, by: By = None,
) -> None:
    """A claim was missed: say which words of a document make it, and what it says."""
    with Case(case, create=False) as opened:
        entry = opened.add_claim(
            document, start, end, subject=subject, predicate=predicate, object=object, why=why,
            by=by if by is not None else user(), polarity=cast(Polarity, polarity), modality=cast(Modality, modality),
            voices=voice or (), time=_days(first, last), place=place or None, quantity=_amount(number, at_most, unit, about),
        )
        _report(opened, entry)


def _amount(number: float | None, at_most: float | None, unit: str | None, about: bool) -> ClaimQuantity | None:
    return None if number is None and unit is None else ClaimQuantity(number, at_most, unit, about)


def _days(first: str | None, last: str | None) -> Days | None:
    return (first, last) if first or last else None

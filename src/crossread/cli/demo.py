"""`crossread demo`: the bundled sample case, and what it says about who backs, fights and recognises whom."""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from crossread.api import Case
from crossread.cli.output import WIDE, answering, printable, progress
from crossread.cli.read import report
from crossread.model import Claim

# What the demo asks of the case: the heading, and the predicates that answer it.
QUESTIONS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Who backs whom", frozenset({"supports", "arms", "finances", "trains", "allied_with", "hosts"})),
    ("Who fights whom", frozenset({"fights", "attacks", "overthrows", "opposes", "rivals", "betrays"})),
    ("Who recognises whom", frozenset({"recognises"})),
)
SHOWN = 8  # pairs under one heading
QUOTE = 150  # characters of a quotation that fit beside the rest

Pair = tuple[str, str, str, str]  # subject, predicate, object, polarity


def demo(
    case: Annotated[Path | None, typer.Option("--case", metavar="CASE", help="Keep the sample in this case.")] = None,
) -> None:
    """Read the bundled sample case and print who backs, fights and recognises whom, according to whom.

    The conflict, its actors and its newspapers are invented.
    """
    where = case or Path(tempfile.mkdtemp(prefix="crossread-")) / "sample.case"
    articles = resources.files("crossread") / "samples" / "articles"
    with resources.as_file(articles) as folder, Case(where) as opened, progress() as watch:
        summary = opened.read(folder, watch=watch)
        counts = opened.counts()
        outlets = {document.id: document.outlet or document.id for document in opened.documents()}
        claims = list(opened.claims())
    report(summary, counts=counts)
    with answering():
        _print(claims, outlets=outlets, where=where)
    if summary.failures:
        raise typer.Exit(1)


def _print(claims: list[Claim], *, outlets: dict[str, str], where: Path) -> None:
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE, highlight=False)
    for heading, predicates in QUESTIONS:
        console.print()
        console.print(Text(heading, style="bold"))
        for line in answers(claims, predicates=predicates, outlets=outlets):
            console.print(line)
    console.print()
    for advice in going_on(where):
        console.print(Text(advice))


def answers(claims: Iterable[Claim], *, predicates: frozenset[str], outlets: dict[str, str]) -> Iterator[Text]:
    """What claims with these predicates say, one pair of actors after another: those of most documents first, each with the
    voices that say so and the first one's words."""
    pairs: dict[Pair, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.predicate in predicates and claim.subject.entity and claim.object.entity:
            pairs[claim.subject.entity, claim.predicate, claim.object.entity, claim.polarity].append(claim)
    ranked = sorted(pairs.values(), key=lambda together: (-len({claim.document for claim in together}), -len(together)))
    for together in ranked[:SHOWN]:
        first = together[0]
        denied = "NOT " if first.polarity == "denied" else ""
        relation = f"{first.subject.name}  {denied}{first.predicate.replace('_', ' ')}  {first.object.name}"
        voices = dict.fromkeys(_voices(claim, outlets) for claim in together)
        yield Text.assemble("  ", (printable(relation), "bold"), "   according to ", printable("; ".join(voices)))
        yield Text(f"      “{_short(first)}”", style="dim")
    if not ranked:
        yield Text("  nothing was found")
    elif len(ranked) > SHOWN:
        yield Text(f"  and {len(ranked) - SHOWN} more")


def _voices(claim: Claim, outlets: dict[str, str]) -> str:
    names = [voice.name for voice in claim.attribution] or [outlets[claim.document]]
    return ", quoting ".join(names)


def _short(claim: Claim) -> str:
    quote = printable(" […] ".join(part.quote for part in claim.evidence))
    return quote if len(quote) <= QUOTE else f"{quote[:QUOTE].rsplit(' ', 1)[0]} …"


def going_on(case: Path) -> Iterator[str]:
    """What to try next."""
    yield "How to go on:"
    yield f"  crossread show claims --case {case} --about NAME     every claim about one of them"
    yield f"  crossread show actors --case {case}                  who is in it"
    yield "  crossread read YOUR-ARTICLES/ --case my.case         a case of your own"
    yield "  crossread --help                                     all commands"

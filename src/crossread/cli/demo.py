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
from crossread.errors import InputError
from crossread.exchange.places import read_places
from crossread.model import Claim
from crossread.model.names import name_key

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
    samples = resources.files("crossread") / "samples"
    with resources.as_file(samples) as folder, Case(where) as opened, progress() as watch:
        summary = opened.read(folder / "articles", watch=watch)
        _locate(opened, folder / "places.csv")
        counts = opened.counts()
        actors = list(opened.actors())
        names = {actor.id: actor.name for actor in actors}
        named = frozenset(actor.id for actor in actors if actor.aliases)
        claims = list(opened.claims())
    report(summary, counts=counts)
    with answering():
        _print([claim for claim in claims if _is_about(claim, named)], names=names, where=where)
    if summary.failures:
        raise typer.Exit(1)


def _locate(case: Case, places: Path) -> None:
    """No gazetteer knows an invented country: its places are told, once."""
    known = {entry.target for entry in case.journal() if entry.kind == "place"}
    for place in read_places(places):
        if not isinstance(place, InputError) and name_key(place.name) not in known:
            case.locate(place.name, place.where.latitude, place.where.longitude, why="map of the sample case", by="sample")


def _is_about(claim: Claim, named: frozenset[str]) -> bool:
    """Whether a claim is put as a fact, a report, a charge or its denial, and somebody with a name stands on one side of it."""
    return claim.modality in ("asserted", "reported", "alleged") and bool({claim.subject.entity, claim.object.entity} & named)


def _print(claims: list[Claim], *, names: dict[str, str], where: Path) -> None:
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE, highlight=False)
    for heading, predicates in QUESTIONS:
        console.print()
        console.print(Text(heading, style="bold"))
        for line in answers(claims, predicates=predicates, names=names):
            console.print(line)
    console.print()
    for advice in going_on(where):
        console.print(Text(advice))


def answers(claims: Iterable[Claim], *, predicates: frozenset[str], names: dict[str, str]) -> Iterator[Text]:
    """What claims with these predicates say of pairs of actors, one pair after another: those of most documents
    first, each with the voices that say so and the first one's words."""
    pairs: dict[Pair, list[Claim]] = defaultdict(list)
    for claim in claims:
        subject, object_ = names.get(claim.subject.entity or ""), names.get(claim.object.entity or "")
        if claim.predicate in predicates and subject and object_ and subject != object_:
            pairs[subject, claim.predicate, object_, claim.polarity].append(claim)
    ranked = sorted(pairs, key=lambda pair: (-len({claim.document for claim in pairs[pair]}), -len(pairs[pair])))
    for pair in ranked[:SHOWN]:
        subject, predicate, object_, polarity = pair
        relation = f"{subject} {predicate.replace('_', ' ')} {object_}{' (denied)' if polarity == 'denied' else ''}"
        voices = dict.fromkeys(_voices(claim) for claim in pairs[pair])
        yield Text.assemble("  ", (printable(relation), "bold"), ", according to ", printable("; ".join(voices)))
        yield Text(f"      “{_short(pairs[pair][0])}”", style="dim")
    if not ranked:
        yield Text("  nothing was found")
    elif len(ranked) > SHOWN:
        yield Text(f"  and {len(ranked) - SHOWN} more")


def _voices(claim: Claim) -> str:
    return ", quoting ".join(voice.name for voice in claim.attribution) or claim.document


def _short(claim: Claim) -> str:
    quote = printable(" […] ".join(part.quote for part in claim.evidence))
    return quote if len(quote) <= QUOTE else f"{quote[:QUOTE].rsplit(' ', 1)[0]} …"


def going_on(case: Path) -> Iterator[str]:
    """What to try next."""
    yield "How to go on:"
    commands = {
        f"crossread serve --case {case}": "the same in a browser: network, map, timeline, every line with its words",
        f"crossread show claims --case {case} --about NAME": "every claim about one of them",
        f"crossread show actors --case {case}": "who is in it",
        "crossread read YOUR-ARTICLES/ --case my.case": "a case of your own",
        "crossread --help": "all commands",
    }
    width = max(map(len, commands))
    yield from (f"  {command.ljust(width)}   {meaning}" for command, meaning in commands.items())

"""Precision by eye: a seeded sample of claims beside their sentences for a reader to judge, and the count of what he judged.

    python -m benchmarks.eye draw INPUT... --seed N [--articles 20] [--claims 200] > sample.tsv
    python -m benchmarks.eye count sample.tsv

Every INPUT (a file of records, a folder) is one set. Articles are drawn from the sets in turn, so that a large set does not
push out the others; claims are drawn from all that was read in these articles. The reader writes into the first column `1`
(subject, predicate, object, polarity, modality, voices and any time are right) or `0`, into the second which kinds of error
there are: doer, whom, sense, coreference, span, polarity, modality, voice, time, place, quantity. The last column, the doubts of
the reading itself, is not for the reader's eyes. The same seed draws the same articles; it draws the same claims as long as
nothing else is read in them.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.api import make_reader
from crossread.errors import InputError
from crossread.intake import load_inputs
from crossread.model import Argument, Claim, Document, Reading

COLUMNS = (
    "right", "error", "number", "set", "document", "subject", "predicate", "object", "polarity", "modality", "voices", "time",
    "place", "quantity", "words", "sentence", "before", "doubts",
)
ENGLISH = ("en", None)


def articles(inputs: Sequence[str], *, wanted: int, chance: random.Random) -> list[tuple[str, Document]]:
    """Documents in English with the name of their set, drawn from the sets in turn until enough were drawn."""
    sets: dict[str, list[Document]] = {}
    for name in inputs:
        loaded = (one.document for one in load_inputs([name]) if not isinstance(one, InputError))
        found = [document for document in loaded if document.language in ENGLISH]
        chance.shuffle(found)
        sets[Path(name).stem] = found
    names = list(sets)
    chance.shuffle(names)
    drawn: list[tuple[str, Document]] = []
    while len(drawn) < wanted and any(sets.values()):
        drawn += [(name, sets[name].pop()) for name in names if sets[name]]
    return drawn[:wanted]


def rows(of: str, reading: Reading, claims: Iterable[Claim]) -> Iterator[tuple[str, ...]]:
    """One line for each claim, without its number."""
    text = reading.document.text
    starts = [sentence.start for sentence in reading.sentences]
    for claim in claims:
        at = claim.evidence[0]
        number = bisect_right(starts, at.start) - 1
        sentence, before = reading.sentences[max(number, 0)], reading.sentences[max(number - 1, 0)]
        time = f"{claim.time.earliest}..{claim.time.latest} {claim.time.basis}"
        yield (
            of, reading.document.id, _side(claim.subject, text), claim.predicate, _side(claim.object, text), claim.polarity,
            claim.modality, " < ".join(f"{voice.name} ({voice.cue})" if voice.cue else voice.name for voice in claim.attribution),
            f"{time}: {claim.time.text}" if claim.time.text else time,
            claim.place.name if claim.place else "",
            f"{claim.quantity.value} {claim.quantity.unit}" if claim.quantity else "",
            " … ".join(each.quote for each in claim.evidence), text[sentence.start : sentence.end],
            text[before.start : before.end] if number else "", "; ".join(claim.flags),
        )


def _side(side: Argument, text: str) -> str:
    """The name, and the words that stand for it where they are others."""
    written = side.name if side.start is None or side.end is None else text[side.start : side.end]
    return side.name if written == side.name else f"{side.name} <{written}>"


def draw(inputs: Sequence[str], *, seed: int, wanted: int, claims: int) -> Iterator[tuple[str, ...]]:
    """The lines of a sample, each article's together."""
    chance = random.Random(seed)
    read = make_reader()
    readings = [(of, read(document)) for of, document in articles(inputs, wanted=wanted, chance=chance)]
    every = [(number, claim) for number, (_, reading) in enumerate(readings) for claim in reading.claims]
    sys.stderr.write(f"{len(readings)} articles of {len({of for of, _ in readings})} sets, {len(every)} claims\n")
    chosen = sorted(chance.sample(range(len(every)), min(claims, len(every))))
    for number, at in enumerate(chosen, 1):
        of, reading = readings[every[at][0]]
        for row in rows(of, reading, [every[at][1]]):
            yield ("", "", str(number), *row)


# Kinds of error beside what is claimed: a claim with no other kind has the right who, what, whom, whether and how surely.
LIMITS = frozenset({"voice", "time", "place", "quantity"})


@dataclass(frozen=True, slots=True)
class Counted:
    """How many lines were judged and right, how many right but for voice, time, place and number, how many of those without
    a note of doubt were judged and right; and how often each kind of error was met."""

    judged: int
    right: int
    core: int
    firm: int
    firm_right: int
    errors: Counter[str]


def count(paths: Iterable[Path]) -> Counted:
    """What readers made of samples. A line may name several kinds of error, between commas."""
    judged: list[dict[str, str]] = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            judged += (row for row in csv.DictReader(stream, delimiter="\t") if row["right"] in ("0", "1"))
    firm = [row for row in judged if not row.get("doubts")]
    return Counted(
        judged=len(judged),
        right=sum(map(_is_right, judged)),
        core=sum(_is_right(row) or bool(_kinds(row)) and _kinds(row) <= LIMITS for row in judged),
        firm=len(firm),
        firm_right=sum(map(_is_right, firm)),
        errors=Counter(kind for row in judged for kind in _kinds(row)),
    )


def _is_right(row: Mapping[str, str]) -> bool:
    return row["right"] == "1"


def _kinds(row: Mapping[str, str]) -> frozenset[str]:
    """The kinds of error that the reader named."""
    return frozenset(kind for each in row["error"].split(",") if (kind := each.strip()))


def main() -> None:
    """Draw or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="write a sample to judge")
    drawing.add_argument("inputs", nargs="+", metavar="INPUT", help="what `crossread annotate` takes; each is one set")
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--articles", type=int, default=20)
    drawing.add_argument("--claims", type=int, default=200)
    counting = commands.add_parser("count", help="count what was judged")
    counting.add_argument("samples", type=Path, nargs="+", metavar="SAMPLE")
    args = parser.parse_args()
    if args.command == "draw":
        writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in draw(args.inputs, seed=args.seed, wanted=args.articles, claims=args.claims):
            writer.writerow(" ".join(cell.split()) for cell in row)
        return
    found = count(args.samples)
    if not found.judged:
        sys.exit("nothing was judged: the first column holds neither 1 nor 0")
    print(f"{found.right} of {found.judged} right: {found.right / found.judged:.3f}")
    print(f"{found.core} with the right claim, voices and times apart: {found.core / found.judged:.3f}")
    if 0 < found.firm < found.judged:
        print(f"{found.firm_right} of {found.firm} without a note of doubt right: {found.firm_right / found.firm:.3f}")
    for error, times in found.errors.most_common():
        print(f"{times:4} {error}")


if __name__ == "__main__":
    main()

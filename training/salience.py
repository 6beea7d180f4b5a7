"""Fit the weights of pronoun resolution to annotated text: `python -m training.salience TRAIN.jsonl.gz`.

A log-linear choice among the antecedents of each third person pronoun and "none of them", trained by AdaGrad with a fixed seed;
the records are those of the coreference corpora (`text`, `genre`, `mentions` with `start`, `end`, `head`, `chain`). Writes the
lexicon's `salience.toml`. Only genres whose texts allow any use are learnt from.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from crossread.language.pipeline import load_pipeline
from crossread.lexicon import FOLDER
from crossread.model import Document, Region
from crossread.reading.attribution import read_attributions
from crossread.reading.coreference.candidates import Candidate
from crossread.reading.coreference.chains import Chains
from crossread.reading.coreference.mentions import candidates
from crossread.reading.coreference.naming import join_names
from crossread.reading.coreference.nominals import join_nominals
from crossread.reading.coreference.pronouns import antecedents, features
from crossread.reading.coreference.speakers import Voices, join_speakers
from crossread.reading.coreference.structure import heads_of, join_structure, set_arguments_apart
from crossread.reading.names import read_names
from crossread.reading.parse import Parse, parse_all

GENRES = ("news", "interview", "bio", "voyage", "academic", "speech", "textbook", "court")
SORTS = ("he", "it", "they")
# How much a pronoun without a reachable antecedent teaches abstention.
ABSTENTION = {"he": 0.25, "it": 1.0, "they": 0.5}
# Annotated text rarely takes up "X and Y" as a whole; news does.
FLOORS = {"they.form.coordination": -0.3}
EPOCHS, RATE, DECAY, SEED = 12, 0.1, 2e-4, 0
HEADER = """\
# How much each observation speaks for an antecedent of a third person pronoun; `he`, `it` and `they` stand for all forms
# of their gender or number. Fitted by training on annotated text; what is not listed weighs nothing.

[weights]
"""

Choice = tuple[str, list[tuple[list[str], bool]]]  # sort of pronoun; features of each antecedent, and whether it is right


def main(path: str) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as source:
        records = [record for record in map(json.loads, source) if record["genre"] in GENRES]
    documents = [Document(id=record["id"], text=record["text"], regions=_lines(record["text"])) for record in records]
    parses = parse_all(load_pipeline(), documents)
    choices = [choice for record, parse in zip(records, parses, strict=True) for choice in _choices(parse, record["mentions"])]
    _write(_fitted(choices), FOLDER / "en" / "salience.toml")
    print(f"{len(choices)} pronouns of {len(records)} documents")


def _lines(text: str) -> tuple[Region, ...]:
    return tuple(Region("body", line.start(), line.end()) for line in re.finditer(r"[^\n]*\S[^\n]*", text))


def _choices(parse: Parse, gold: list[dict[str, Any]]) -> Iterator[Choice]:
    """Each pronoun of a document that earlier passes leave open; joined to what is right for those after it."""
    chains = Chains(candidates(parse, names=read_names(parse)))
    heads = heads_of(chains.candidates)
    voices = Voices(read_attributions(parse), chains.candidates, text=parse.document.text)
    join_names(parse, chains)
    join_structure(parse, chains, heads=heads)
    set_arguments_apart(parse, chains, heads=heads)
    join_speakers(parse, chains, voices=voices, heads=heads)
    join_nominals(parse, chains)
    right = _gold_chains(parse, chains.candidates, gold)
    by_sent: dict[int, list[int]] = {}
    for index, each in enumerate(chains.candidates):
        by_sent.setdefault(each.sent, []).append(index)
    for index, each in enumerate(chains.candidates):
        if each.person != 3 or each.kind not in ("personal", "possessive") or chains.members(index)[0] < index:
            continue
        options, true = [], None
        for other in antecedents(parse, chains, index, by_sent=by_sent):
            is_right = right[index] is not None and right[other] == right[index]
            options.append((list(features(parse, chains, index, other, voices=voices, heads=heads)), is_right))
            true = other if is_right and true is None else true
        yield "they" if each.number == "plural" else "it" if each.gender == "neuter" else "he", options
        if true is not None:
            chains.join(true, index, number=each.number != "plural")


def _gold_chains(parse: Parse, found: list[Candidate], gold: list[dict[str, Any]]) -> list[str | None]:
    """The annotated chain of each candidate: that of the shortest annotated mention with its head."""
    shortest_first = sorted(gold, key=lambda mention: (mention["end"] - mention["start"], mention["start"]))
    chains: list[str | None] = []
    for each in found:
        at = parse.doc[each.head].idx
        chains.append(
            next(
                (
                    m["chain"]
                    for m in shortest_first
                    if m["head"][0] <= at < m["head"][1] and m["start"] <= each.start and each.end <= m["end"]
                ),
                None,
            )
        )
    return chains


def _fitted(choices: list[Choice]) -> dict[str, float]:
    names = sorted({name for _, options in choices for given, _ in options for name in given})
    place = {name: number for number, name in enumerate(names)}
    none = {sort: len(names) + number for number, sort in enumerate(SORTS)}
    weights, squares = np.zeros(len(names) + len(SORTS)), np.full(len(names) + len(SORTS), 1e-6)
    shuffled = random.Random(SEED)
    rows = [(sort, [(np.array([place[name] for name in given]), right) for given, right in options]) for sort, options in choices]
    for _ in range(EPOCHS):
        shuffled.shuffle(rows)
        for sort, options in rows:
            scores = np.array([*(weights[given].sum() for given, _ in options), weights[none[sort]]])
            wanted = np.array([*(float(right) for _, right in options), 0.0])
            much = 1.0
            if not wanted.any():
                wanted[-1], much = 1.0, ABSTENTION[sort]
            share = np.exp(scores - scores.max())
            share /= share.sum()
            target = share * wanted
            step = (target / target.sum() - share) * much
            gradient = -DECAY * weights
            for (given, _), amount in zip(options, step, strict=False):
                np.add.at(gradient, given, amount)
            gradient[none[sort]] += step[-1]
            squares += gradient**2
            weights += RATE * gradient / np.sqrt(squares)
    fitted = {name: float(weights[place[name]]) for name in names}
    fitted.update({name: max(floor, fitted.get(name, floor)) for name, floor in FLOORS.items()})
    for sort in SORTS:  # every antecedent has one distance: what "none" weighs goes there, and the threshold is 0
        for distance in range(4):
            name = f"{sort}.distance.{distance}"
            fitted[name] = fitted.get(name, 0.0) - float(weights[none[sort]])
    return fitted


def _write(weights: dict[str, float], path: Path) -> None:
    rows = [f'"{name}" = {weights[name]:.2f}\n' for name in sorted(weights) if abs(weights[name]) >= 0.005]
    path.write_text(HEADER + "threshold = 0.00\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

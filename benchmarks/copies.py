"""How many planted copies are found among many articles, and how many are taken for copies that are none.

    python -m benchmarks.copies FILE... [--articles 2000] [--planted 400] [--seed 7]

FILE holds one JSON record a line with `text` (gzipped or not). Of some articles copies are planted: whole; cut from the bottom by
40 per cent; under another title; with 5 per cent of the words changed. Recall is the share of these that are found as copies of
their article; precision the share of right ones among all that are said to be copies. Articles that repeat one another by
themselves are named, so that they can be looked at: they count as errors.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from crossread.comparison.copies import copies
from crossread.model import Document, Published

SHORTEST = 120  # words of an article
KEPT, CHANGED = 0.6, 0.05


def articles(files: list[Path], *, wanted: int) -> Iterator[Document]:
    """The first so many articles of some length, in turn from each file, each dated by its place in the row."""
    rows = [iter(_texts(file)) for file in files]
    number = 0
    while rows and number < wanted:
        for row in list(rows):
            text = next(row, None)
            if text is None:
                rows.remove(row)
            elif number < wanted:
                yield Document(f"a{number}", text, outlet=f"Outlet {number % 40}",
                               published=Published("2031-01-01", "2031-01-01", "2031-01-01", "metadata"))
                number += 1


def _texts(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as source:
        for line in source:
            text = json.loads(line)["text"]
            if len(text.split()) >= SHORTEST:
                yield text


def whole(text: str, chance: random.Random) -> str:
    """As it is."""
    return text


def cut(text: str, chance: random.Random) -> str:
    """Without the last two fifths of its words."""
    words = text.split(" ")
    return " ".join(words[: round(len(words) * KEPT)])


def retitled(text: str, chance: random.Random) -> str:
    """Under another first line."""
    return f"What is known of {chance.randrange(1000)} hours of talks\n{text}"


def edited(text: str, chance: random.Random) -> str:
    """With one word in twenty changed."""
    return " ".join("otherwise" if chance.random() < CHANGED else word for word in text.split(" "))


KINDS: tuple[Callable[[str, random.Random], str], ...] = (whole, cut, retitled, edited)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--planted", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    own = list(articles(args.files, wanted=args.articles))
    later = Published("2031-01-02", "2031-01-02", "2031-01-02", "metadata")
    planted: dict[str, tuple[str, str]] = {}
    more: list[Document] = []
    for number, article in enumerate(chance.sample(own, min(args.planted, len(own)))):
        kind = KINDS[number % len(KINDS)]
        copy = replace(article, id=f"c{number}", text=kind(article.text, chance), outlet=f"Copier {number % 9}", published=later)
        planted[copy.id] = (article.id, kind.__name__)
        more.append(copy)
    begin = time.process_time()
    found = copies([*own, *more])
    took = time.process_time() - begin
    of = {copy.document: copy.of for copy in found}
    right = {id_ for id_, (article, _) in planted.items() if of.get(id_) in (article, of.get(article))}
    kinds = Counter(name for _, name in planted.values())
    hits = Counter(planted[id_][1] for id_ in right)
    for name in kinds:
        print(f"{name:10} {hits[name]} of {kinds[name]}")
    share = len(right) / max(1, len(found))
    print(f"recall {len(right) / len(planted):.3f}, precision {share:.3f}, {took:.1f} s for {len(own)} articles")
    for one in found:
        if one.document not in right:
            print(f"  not planted: {one.document} of {one.of}, share {one.share}")


if __name__ == "__main__":
    main()

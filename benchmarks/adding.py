"""What one more article costs in a small and in a large case, and what any day costs on a date slider.

    python -m benchmarks.adding [--small 500] [--large 5000] [--articles 40] [--pictures]

Two cases about one invented war are made, the one with many times the articles of the other; then the same articles go into
both, one by one, in turn: written to the store, with who is who brought up to date. The figure is the ratio of processor time
(medians), reading apart. Then relations are asked for on many days, after one has been asked for. With `--pictures` the same is
told of all that follows from a case: derived from nothing, and again after one more article.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.made_cases import DAYS, FIRST_DAY, readings
from crossread.actors.resolver import RESOLVER
from crossread.api import Case
from crossread.case import Store
from crossread.model import Reading

SLIDER = 60  # days that are asked for


def made(path: Path, articles: Iterable[Reading]) -> Store:
    """A case of some articles, with all actors derived."""
    store = Store(path)
    for one in articles:
        store.put(one, reader="made")
    store.refresh(RESOLVER)
    return store


def seconds(store: Store, article: Reading) -> float:
    """What it costs to add an article to a case."""
    begin = time.process_time()
    store.put(article, reader="made")
    store.refresh(RESOLVER)
    return time.process_time() - begin


def renamed(article: Reading) -> Reading:
    """An article under an id that no other has."""
    id_ = f"one-more-{article.document.id}"
    claims = tuple(replace(claim, document=id_) for claim in article.claims)
    return replace(article, document=replace(article.document, id=id_), claims=claims)


def follows(case: Case) -> float:
    """What it costs to derive all that follows from a case as it is now."""
    begin = time.process_time()
    picture = case.picture()
    for kind in (
        picture.relations(), picture.events, picture.contradictions, picture.corroborations, picture.origins,
        picture.double_games, picture.predictions, picture.timeline, picture.changes,
    ):
        assert isinstance(kind, tuple)
    return time.process_time() - begin


def pictures(path: Path, more: Iterable[Reading]) -> tuple[float, float]:
    """The seconds of all that follows from a case: from nothing, and after each of some more articles (the median)."""
    with Case(path) as case, Store(path) as store:
        whole = follows(case)
        costs = []
        for article in more:
            store.put(article, reader="made")
            store.refresh(RESOLVER)
            costs.append(follows(case))
    return whole, statistics.median(costs)


def slider(path: Path) -> tuple[int, list[float]]:
    """How many claims a case has, and the seconds that each of many days takes."""
    with Case(path) as case:
        picture = case.picture()
        picture.relations(as_of=FIRST_DAY.isoformat())
        found = []
        for number in range(SLIDER):
            day = FIRST_DAY.fromordinal(FIRST_DAY.toordinal() + number * DAYS // SLIDER)
            begin = time.process_time()
            picture.relations(as_of=day.isoformat())
            found.append(time.process_time() - begin)
        return len(picture.claims), found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=500, help="articles of the small case")
    parser.add_argument("--large", type=int, default=5000, help="articles of the large case")
    parser.add_argument("--articles", type=int, default=40, help="articles that are added to both")
    parser.add_argument("--pictures", action="store_true", help="what follows from the cases as well")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole = list(readings(args.large + args.articles))
        more = [renamed(one) for one in whole[args.large:]]
        paths = Path(folder) / "small.case", Path(folder) / "large.case"
        stores = made(paths[0], whole[: args.small]), made(paths[1], whole[: args.large])
        costs = [[seconds(store, article) for store in stores] for article in more]
        small, large = (statistics.median(column) for column in zip(*costs, strict=True))
        print(f"adding an article to {args.large} / to {args.small}: {large / small:.2f}  "
              f"({large * 1000:.0f} ms / {small * 1000:.0f} ms)")
        for store in stores:
            store.close()
        claims, days = slider(paths[1])
        print(f"relations of a day, {claims} claims: median {statistics.median(days) * 1000:.0f} ms, "
              f"most {max(days) * 1000:.0f} ms")
        for path, size in zip(paths, (args.small, args.large), strict=True) if args.pictures else ():
            anew, after = pictures(path, [renamed(one) for one in more[:7]])
            print(f"all that follows from {size} articles: {anew:.2f} s; after one more {after:.2f} s, {after / anew:.3f} of it")


if __name__ == "__main__":
    main()

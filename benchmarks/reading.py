"""What reading costs beside its bare parse, whether memory stays flat over a long stream, and how long a start takes.

    python -m benchmarks.reading [--documents N] [--stream N]

The bare parse and the reading run over the same documents, in turn, in one process; the figure is their ratio.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice

from crossread.intake import Loaded, load_inputs
from crossread.language.pipeline import load_pipeline
from crossread.model import Document
from crossread.reading.parse import parse_all
from crossread.reading.reader import Reader, read_parse
from crossread.samples import samples_folder


def sample_documents() -> list[Document]:
    """The articles of the bundled case."""
    with samples_folder() as folder:
        return [item.document for item in load_inputs([str(folder)]) if isinstance(item, Loaded)]


def ratio(count: int) -> tuple[float, float, float]:
    """Seconds of bare parse, seconds of reading (parse included), and their ratio, best of three rounds."""
    nlp = load_pipeline()
    documents = list(islice(cycle(sample_documents()), count))
    best: tuple[float, float, float] | None = None
    for _ in range(3):
        begin = time.perf_counter()
        parses = list(parse_all(nlp, documents))
        middle = time.perf_counter()
        for parse in parses:
            read_parse(parse)
        end = time.perf_counter()
        found = (middle - begin, end - begin, (end - begin) / (middle - begin))
        best = found if best is None or found[2] < best[2] else best
    assert best is not None
    return best


def memory_growth(count: int) -> tuple[int, int]:
    """Peak resident size in MiB after a tenth of the stream and after all of it."""
    documents = cycle(sample_documents())

    def numbered() -> Iterator[Document]:
        for number, document in enumerate(islice(documents, count)):
            # a new word in each text, so that a growing table of strings would show
            yield Document(
                f"{document.id}-{number}", f"{document.text}\nItem {number} of Qx{number:06d}ra.", outlet=document.outlet
            )

    early = 0
    for number, _ in enumerate(Reader(load_pipeline()).read(numbered())):
        if number == count // 10:
            early = _peak()
    return early, _peak()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def start_up() -> float:
    """Seconds from the shell to the first record: `crossread annotate -` on one sentence."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "crossread", "annotate", "-"],
        input=b"The army left Osten on Friday.",
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - begin


def main() -> None:
    """Print the three figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60, help="documents in each round of the ratio")
    parser.add_argument("--stream", type=int, default=10_000, help="documents in the memory stream")
    args = parser.parse_args()
    bare, whole, times = ratio(args.documents)
    print(f"reading / bare parse: {times:.2f}  ({whole:.2f} s / {bare:.2f} s for {args.documents} documents)")
    early, late = memory_growth(args.stream)
    print(f"peak memory after a tenth of {args.stream} documents: {early} MiB, after all: {late} MiB, ratio {late / early:.2f}")
    print(f"start to first record: {start_up():.1f} s")


if __name__ == "__main__":
    main()

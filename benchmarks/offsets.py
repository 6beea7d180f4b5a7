"""Whether the records of any inputs keep what they promise: every quotation is what stands there, every id leads somewhere,
every second reading is the same.

    python -m benchmarks.offsets INPUT... [--again EVERY]

Prints each violation with its document, then the counts. Exit status 1 if there was one, or an input could not be read.
"""

from __future__ import annotations

import argparse
import json
import sys

from crossread.api import annotate_inputs, make_reader
from crossread.errors import InputError
from crossread.exchange.annotation import to_json
from tests.invariants import violations


def main() -> int:
    """Read, check, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="what `crossread annotate` takes")
    parser.add_argument("--again", type=int, default=20, metavar="EVERY", help="read every so many documents a second time")
    args = parser.parse_args()
    documents = characters = claims = broken = unread = 0
    again = make_reader()
    for reading in annotate_inputs(args.inputs):
        if isinstance(reading, InputError):
            unread += 1
            print(f"could not be read: {reading}")
            continue
        line = to_json(reading)
        record = json.loads(line)
        found = list(violations(record))
        if documents % args.again == 0 and to_json(again(reading.document)) != line:
            found.append("a second reading differs")
        for violation in found:
            print(f"{reading.document.id}: {violation}")
        broken += len(found)
        documents += 1
        characters += len(record["text"])
        claims += len(record["claims"])
        if documents % 50 == 0:
            sys.stderr.write(f"{documents} documents\n")
    print(f"{documents} documents, {characters} characters, {claims} claims: {broken} violations, {unread} inputs not read")
    return 1 if broken or unread else 0


if __name__ == "__main__":
    sys.exit(main())

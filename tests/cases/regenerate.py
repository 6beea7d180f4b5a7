"""Write anew which rows of the case table the present model misreads: `python -m tests.cases.regenerate`.

To be run after a change of model, and never to silence a row that a change of rules broke.
"""

from __future__ import annotations

import sys

from tests.cases.claims import KNOWN, faults, load_rows, reason

HEAD = "# sentence\tlayer that misreads it; made by `python -m tests.cases.regenerate`, after a change of model\n"


def main() -> None:
    """Read every row, keep those that come out wrong."""
    rows = load_rows()
    wrong = [row for row in rows if faults(row)]
    KNOWN.write_text(HEAD + "".join(f"{row.sentence}\t{reason(row)}\n" for row in wrong), encoding="utf-8")
    sys.stdout.write(f"{len(wrong)} of {len(rows)} rows are misread\n")


if __name__ == "__main__":
    main()

"""Times: TIMEX3 expressions (ISO-TimeML) with type, value and the days they can denote.

    sentence → items → matches → meanings, seen from an anchor
    `grammar`    words to classes, rules over classes
    `abstaining` matches that are no times
    `meaning`, `relative`, `spans`   what a match denotes
    `anchoring`  the day it is said on, the way its clause looks
"""

from __future__ import annotations

from crossread.reading.times.anchoring import Anchor, date_of_anchor
from crossread.reading.times.reader import read_times

__all__ = ["Anchor", "date_of_anchor", "read_times"]

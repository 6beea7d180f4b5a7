"""What a matched time expression denotes: TIMEX3 type, value and days, seen from an anchor.

One small function for each `make` of the grammar. They know nothing of the parse: tense comes as `direction`, the story's last
date as `focus`. A function returns `None` where it abstains.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from crossread.model.reading import TimexType
from crossread.reading import calendar
from crossread.reading.calendar import Period
from crossread.reading.times.grammar import Match


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands: the day it is said on, which way its clause looks (-1 past, 1 future, 0 unknown), the
    last period that the story named, and the year of the story where the words just before name one."""

    day: date
    direction: int = 0
    focus: Period | None = None
    story_year: int | None = None
    pasted: bool = False  # in a passage taken from elsewhere, which the document's own day says nothing of


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value and days. `focus` is the period the story now stands at; `items` narrows the match to some of its
    items; `named_year` tells that the words themselves name the year."""

    type: TimexType
    value: str
    first: date | None = None
    last: date | None = None
    focus: Period | None = None
    items: tuple[int, int] | None = None
    named_year: bool = False


Maker = Callable[[Match, Context], "Meaning | tuple[Meaning, ...] | None"]


def dated(
    whole: Period | None, match: Match | None = None, *, context: Context | None = None, named: bool = False
) -> Meaning | None:
    """The meaning of a period of the calendar; "early", "the end of", "later" narrow its days, not its value."""
    if whole is None:
        return None
    first, last = whole.first, whole.last
    if match is not None:
        fuzzy = match.get("fz", "fz2")
        if fuzzy is not None:
            first, last = calendar.third(whole, int(fuzzy.value))
        if context is not None and first <= context.day <= last:
            if match.get("rel0"):
                last = context.day
            if match.get("rel1"):
                first = context.day
    return Meaning("DATE", whole.value, first, last, whole, named_year=named)


def relative_year(match: Match, context: Context) -> int | None:
    """The year that "of last year", "this year", "that year" names."""
    if match.get("yl"):
        return context.day.year - 1
    if match.get("yn"):
        return context.day.year + 1
    if match.get("yt"):
        return context.day.year
    if match.get("sy", "sy2") and context.focus:
        return context.focus.first.year
    named = match.get("y")
    return int(named.value) if named else None


def replace_focus(meaning: Meaning | None, focus: Period | None) -> Meaning | None:
    """The same meaning, with the story left where it stands."""
    return replace(meaning, focus=focus) if meaning else None

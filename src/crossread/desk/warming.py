"""What pages ask for first, derived before anybody asks."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

from crossread.desk.pages.situation import sharpest
from crossread.desk.questions import Parts, days_of, grounds_of, question, span_of
from crossread.desk.state import State
from crossread.desk.stretches import happenings_of, outlets_of
from crossread.model.chronicle import Stretch
from crossread.views.picture import Picture

# In the order of the pages that need it.
Derive = Callable[[State, Picture], object]
FIRST: tuple[Derive, ...] = (
    days_of,
    span_of,
    lambda desk, picture: grounds_of(desk, picture, question(desk, picture, Parts())),
    lambda desk, picture: picture.relations(as_of=question(desk, picture, Parts()).day),
    lambda desk, picture: picture.changes,
    sharpest,
    lambda desk, picture: picture.double_games,
    outlets_of,
    lambda desk, picture: happenings_of(desk, picture, Stretch()),
    lambda desk, picture: picture.positions,
    lambda desk, picture: picture.corroborations,
    lambda desk, picture: picture.predictions,
    lambda desk, picture: desk.case.questions(),
)


def warm(desk: State, *, only: tuple[Derive, ...] = FIRST) -> None:
    """Derive all of it, for the case as it is now."""
    picture = desk.picture()
    for derive in only:
        if desk.case.revision() != picture.revision:
            return
        derive(desk, picture)
    gc.collect()
    gc.freeze()  # what was derived stays: looking through all of it for garbage would hold up a page for seconds


def start_warming(desk: State) -> threading.Thread:
    """The same beside whatever else goes on; the program may end before it is done."""
    thread = threading.Thread(target=warm, args=(desk,), daemon=True)
    thread.start()
    return thread

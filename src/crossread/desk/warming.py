"""What pages ask for first, derived before anybody asks."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from crossread.desk.pages.situation import sharpest
from crossread.desk.questions import Parts, days_of, grounds_of, question, span_of
from crossread.desk.state import State
from crossread.desk.stretches import happenings_of, outlets_of
from crossread.errors import CrossreadError
from crossread.model.chronicle import Stretch
from crossread.views.picture import Picture

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """Something to derive, and what somebody who waits for it is told."""

    said: str
    derive: Callable[[State, Picture], object]


SETTLE = "Settling who is who in new documents"
READ = "Reading the claims of the case, and what they can be compared by"
# In the order of the pages that need it.
FIRST: tuple[Step, ...] = (
    Step("Ordering the claims by day", days_of),
    Step("Looking for the days that the case spans", span_of),
    Step("Deriving who stands how to whom", grounds_of),
    Step("Deriving relations", lambda desk, picture: picture.relations(as_of=question(desk, picture, Parts()).day)),
    Step("Looking for changes of side", lambda desk, picture: picture.changes),
    Step("Gathering what tells of one happening", lambda desk, picture: picture.events),
    Step("Looking for contradictions", sharpest),
    Step("Looking for double games", lambda desk, picture: picture.double_games),
    Step("Counting outlets", outlets_of),
    Step("Laying out the timeline", lambda desk, picture: happenings_of(desk, picture, Stretch())),
    Step("Placing what happened on the map", lambda desk, picture: picture.positions),
    Step("Looking for accounts that agree", lambda desk, picture: picture.corroborations),
    Step("Following up forecasts", lambda desk, picture: picture.predictions),
    Step("Weighing what to review first", lambda desk, picture: desk.case.questions()),
)


def warm(desk: State, *, only: tuple[Step, ...] = FIRST) -> None:
    """Derive all of it, for the case as it is now. Until it is done the desk is not ready."""
    readiness = desk.readiness
    readiness.begin([SETTLE, READ, *(step.said for step in only)])
    gc.disable()  # nearly all that is made now stays: to look through it again and again would take a fifth of the time
    try:
        documents, claims, _ = desk.case.counts()
        readiness.weigh(documents=documents, claims=claims)
        readiness.advance()
        picture = desk.picture()
        for step in only:
            readiness.advance()
            if desk.case.revision() != picture.revision:
                return
            step.derive(desk, picture)
    finally:
        gc.collect()
        gc.freeze()  # nor is it looked through later, which would hold up a page for seconds
        gc.enable()
        readiness.end()


def _told(desk: State) -> None:
    try:
        warm(desk)
    except CrossreadError as error:  # each page tells it too, in its own way
        LOG.error("%s", error)


def start_warming(desk: State) -> threading.Thread:
    """The same beside whatever else goes on; the program may end before it is done."""
    desk.readiness.begin([SETTLE])
    thread = threading.Thread(target=_told, args=(desk,), daemon=True)
    thread.start()
    return thread

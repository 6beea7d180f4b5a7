"""The open questions of a case, for somebody who answers one after another.

Every answer changes the case, and all that follows from it is derived anew. Where that takes long, the queue goes on with the
questions as they were, less those that were answered since, and takes the new ones when they are there.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

from crossread.api import Case
from crossread.model.judgement import Entry
from crossread.views.picture import Picture
from crossread.views.review import Question, still_open

PATIENCE = 0.5  # seconds of work that somebody waits for after an answer


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions and the picture that they are about; `fresh` says whether it is the case as it is now."""

    picture: Picture
    questions: tuple[Question, ...]
    fresh: bool


class Queue:
    """The questions of one case. Safe to use from many threads."""

    def __init__(self, case: Case, *, patience: float = PATIENCE) -> None:
        self._case = case
        self._patience = patience
        self._lock = threading.Lock()
        self._kept: tuple[Picture, tuple[Question, ...]] | None = None
        self._cost = 0.0
        self._thread: threading.Thread | None = None

    def now(self, journal: tuple[Entry, ...]) -> Asked:
        """What is to be asked now; `journal` is that of the case."""
        with self._lock:
            kept, waiting = self._kept, self._thread is not None and self._thread.is_alive()
            fresh = kept is not None and kept[0].revision == self._case.revision()
            if kept is not None and not fresh and self._cost > self._patience:
                if not waiting:
                    self._thread = threading.Thread(target=self._derive, daemon=True)
                    self._thread.start()
                return Asked(kept[0], still_open(kept[1], journal), False)
        if fresh and kept is not None:
            return Asked(*kept, True)
        return Asked(*self._derive(), True)

    def _derive(self) -> tuple[Picture, tuple[Question, ...]]:
        start = time.thread_time()
        made = self._case.picture(), self._case.questions()
        cost = time.thread_time() - start
        with self._lock:
            self._kept, self._cost = made, max(cost, self._cost / 2)  # what another request has derived costs nothing here
        return made

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

PATIENCE = 0.8  # seconds that somebody waits after an answer


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
        self._thread: threading.Thread | None = None

    def now(self, journal: tuple[Entry, ...]) -> Asked:
        """What is to be asked now; `journal` is that of the case."""
        until = time.monotonic() + self._patience
        while True:
            kept = self._kept or self._derive()
            if kept[0].revision == self._case.revision():
                return Asked(*kept, True)
            working, left = self._working(), until - time.monotonic()
            if left <= 0:
                return Asked(kept[0], still_open(kept[1], journal), False)
            working.join(left)

    def _working(self) -> threading.Thread:
        """The thread that derives the questions, started if there is none."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._derive, daemon=True)
                self._thread.start()
            return self._thread

    def _derive(self) -> tuple[Picture, tuple[Question, ...]]:
        self._kept = self._case.picture(), self._case.questions()
        return self._kept

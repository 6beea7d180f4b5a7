"""Reading that goes on behind the pages: one after another in a thread of its own, so that the case has one writer."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from queue import Queue
from typing import Literal

from crossread.api import Case, Progress
from crossread.errors import CrossreadError
from crossread.intake import Given, Public

LOG = logging.getLogger(__name__)
KEPT = 100  # jobs that are remembered
Stage = Literal["waiting", "reading", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """One thing that was asked to be read, and how far it is. `documents` are the ids of those read so far, in order; `failures`
    are inputs with the reason why they could not be read; `why` is what stopped it."""

    number: int
    what: str
    stage: Stage = "waiting"
    documents: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    new: int = 0
    changed: int = 0
    same: int = 0
    why: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.stage in ("done", "failed")


class Jobs:
    """The jobs of one case. The thread starts with the first of them, and ends with the process."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._lock = threading.Lock()
        self._jobs: OrderedDict[int, Job] = OrderedDict()
        self._waiting: Queue[tuple[int, Sequence[Given | Public | str]]] = Queue()
        self._thread: threading.Thread | None = None
        self._last = 0

    def start(self, inputs: Sequence[Given | Public | str], *, what: str) -> Job:
        """Ask for something to be read; addresses as text or as public ones, contents with their names."""
        with self._lock:
            self._last += 1
            job = Job(self._last, what)
            self._jobs[job.number] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
                self._thread.start()
        self._waiting.put((job.number, inputs))
        return job

    def job(self, number: int) -> Job | None:
        """A job as it stands."""
        with self._lock:
            return self._jobs.get(number)

    def running(self) -> tuple[Job, ...]:
        """The jobs that are not over, in the order they were asked for."""
        with self._lock:
            return tuple(job for job in self._jobs.values() if not job.over)

    def _work(self) -> None:
        while True:
            number, inputs = self._waiting.get()
            self._change(number, stage="reading")
            try:
                summary = self._case.read(inputs, watch=lambda progress: self._watch(number, progress))  # noqa: B023 - used at once
            except CrossreadError as error:
                self._change(number, stage="failed", why=str(error))
            except Exception as error:
                LOG.error("reading failed", exc_info=error)
                self._change(number, stage="failed", why="The reader failed; the reason is in the log of the program.")
            else:
                self._change(
                    number, stage="done", failures=tuple(str(error) for error in summary.failures),
                    new=summary.new, changed=summary.changed, same=summary.same,
                )

    def _watch(self, number: int, progress: Progress) -> None:
        job = self.job(number)
        if job is not None and progress.done > len(job.documents):
            self._change(number, documents=(*job.documents, progress.document))

    def _change(self, number: int, **parts: object) -> None:
        with self._lock:
            job = self._jobs.get(number)
            if job is not None:
                self._jobs[number] = replace(job, **parts)  # type: ignore[arg-type]

"""What the desk knows of a case: its present picture, and answers that follow from it, kept until the case changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from crossread.api import Case
from crossread.desk.jobs import Jobs
from crossread.desk.readiness import Readiness
from crossread.views.picture import Picture

T = TypeVar("T")
KEPT = 64  # answers that are kept, the latest of them


@dataclass(slots=True)
class _Answer:
    lock: threading.RLock = field(default_factory=threading.RLock)
    done: bool = False
    found: object = None


class State:
    """A case, shared by all requests. Safe to use from many threads; another process may write to the case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.jobs = Jobs(case)
        self.readiness = Readiness()
        self._lock = threading.RLock()
        self._answers: OrderedDict[tuple[int, Hashable], _Answer] = OrderedDict()

    def picture(self) -> Picture:
        """All that follows from the case as it is now."""
        return self.case.picture()

    def answer(self, picture: Picture, question: Hashable, work_out: Callable[[], T]) -> T:
        """What follows from a picture and a question (a day, a filter), worked out once; the latest answers are kept."""
        key = (picture.revision, question)
        with self._lock:
            answer = self._answers.setdefault(key, _Answer())
            self._answers.move_to_end(key)
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        with answer.lock:  # who asks the same waits for it, who asks something else does not
            if not answer.done:
                answer.found, answer.done = work_out(), True
            return cast(T, answer.found)

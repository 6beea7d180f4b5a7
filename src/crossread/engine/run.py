"""A stream of items through a function: in order, one after another or in several processes, holding few at a time.

An item that fails does not stop the others: it comes out as `Failed`, at its place. So does one whose process dies.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

from crossread.errors import CrossreadError, InputError, ModelError

Item = TypeVar("Item")
Argument = TypeVar("Argument")
Result = TypeVar("Result")

AHEAD = 4  # items under way per process: enough to keep all busy, few enough to keep memory flat


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """An item and what came of it."""

    item: Item
    result: Result


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """An item that nothing came of, and why."""

    item: Item
    reason: str


def run(
    items: Iterable[Item], *, make: Callable[[], Callable[[Argument], Result]], argument: Callable[[Item], Argument],
    jobs: int = 1,
) -> Generator[Done[Item, Result] | Failed[Item], None, None]:
    """Put each item's argument through the function that `make` gives, and yield the results in the order of the items.

    `make` is called when the first item is there, once in every process, so it is the place to load a model. With more than
    one job it, the arguments and the results must be such as can be sent to another process.

    Raises:
        ModelError: `make` could not load what it needs.
    """
    if jobs <= 1:
        yield from _here(items, make=make, argument=argument)
    else:
        yield from _in_processes(items, make=make, argument=argument, jobs=jobs)


def _here(
    items: Iterable[Item], *, make: Callable[[], Callable[[Argument], Result]], argument: Callable[[Item], Argument],
) -> Generator[Done[Item, Result] | Failed[Item], None, None]:
    work: Callable[[Argument], Result] | None = None
    for item in items:
        work = work or make()
        result, reason = _tried(work, argument(item))
        yield Failed(item, reason) if reason is not None else Done(item, result)


def _in_processes(
    items: Iterable[Item], *, make: Callable[[], Callable[[Argument], Result]], argument: Callable[[Item], Argument],
    jobs: int,
) -> Generator[Done[Item, Result] | Failed[Item], None, None]:
    source = iter(items)
    pool = _pool(make, jobs)
    waiting: deque[tuple[Item, Future[tuple[Any, str | None]]]] = deque()
    try:
        while True:
            while len(waiting) < jobs * AHEAD and (following := next(source, _END)) is not _END:
                item: Item = following  # type: ignore[assignment]
                waiting.append((item, _submit(pool, argument(item))))
            if not waiting:
                return
            item, future = waiting.popleft()
            try:
                result, reason = future.result()
            except BrokenProcessPool:  # one of those under way killed its process; each alone shows which
                pool.shutdown()
                result, reason = _alone(make, argument(item))
                pool = _pool(make, jobs)
                waiting = deque((one, _submit(pool, argument(one))) for one, _ in waiting)
            yield Failed(item, reason) if reason is not None else Done(item, result)
    finally:
        pool.shutdown(cancel_futures=True)


_END = object()


def _pool(make: Callable[[], Callable[[Argument], Result]], jobs: int) -> ProcessPoolExecutor:
    # spawned, not forked: a copy of a process with open files and threads is not safe to go on in
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_prepare, initargs=(make,))


def _submit(pool: ProcessPoolExecutor, argument: object) -> Future[tuple[Any, str | None]]:
    try:
        return pool.submit(_work, argument)
    except BrokenProcessPool as error:
        broken: Future[tuple[Any, str | None]] = Future()
        broken.set_exception(error)
        return broken


def _alone(make: Callable[[], Callable[[Argument], Result]], argument: object) -> tuple[Any, str | None]:
    with _pool(make, 1) as pool:
        try:
            return pool.submit(_work, argument).result()
        except BrokenProcessPool:
            return None, "the process that read it died, perhaps for want of memory"


# What one worker process holds: the function, made once.
_made: list[Callable[[Any], Any]] = []
_made_not: list[CrossreadError] = []


def _prepare(make: Callable[[], Callable[[Any], Any]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is for the process that reads the results
    try:
        _made.append(make())
    except CrossreadError as error:  # an error raised here would break the pool without its reason
        _made_not.append(error)


def _work(argument: object) -> tuple[Any, str | None]:
    if _made_not:
        raise ModelError(str(_made_not[0]))
    return _tried(_made[0], argument)


def _tried(work: Callable[[Argument], Result], argument: Argument) -> tuple[Result | Any, str | None]:
    """The result, or why there is none."""
    try:
        return work(argument), None
    except InputError as error:
        return None, error.reason
    except CrossreadError:
        raise
    except Exception as error:  # noqa: BLE001 - one document out of thousands must not stop the others; it is named instead
        return None, f"reading it failed ({type(error).__name__}: {error}); please report this"

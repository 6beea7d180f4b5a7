"""Functions that worker processes import by name."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from crossread.errors import InputError, ModelError


def make() -> Callable[[int], int]:
    return work


def make_nothing() -> Callable[[int], int]:
    raise ModelError("no model")


def work(number: int) -> int:
    if number == 3:
        raise InputError("three", "is odd")
    if number == 5:
        raise ZeroDivisionError("five")
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number

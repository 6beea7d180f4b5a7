"""How far the desk is with a case that was just opened, and what is answered until it is ready.

What follows from a large case takes minutes to derive. Until then every page is one that says how far it is and asks again by
itself; programs are told when to ask again. Logging in and the look of the pages wait for nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from crossread.desk.problems import answer

PATIENCE = 1.0  # seconds that a request waits before it is told that the case is not ready
AGAIN = 2  # seconds after which to ask again
PART = "/ready"  # how far it is, for a page that asks by itself
OPEN = ("/static/", "/login", "/logout", "/theme", PART)


@dataclass(frozen=True, slots=True)
class Progress:
    """The steps of getting ready, how many of them are done, seconds since the first began, and how much the case holds; 0
    until that is known."""

    steps: tuple[str, ...]
    done: int
    seconds: float
    documents: int = 0
    claims: int = 0

    @property
    def now(self) -> str:
        """The step that is being done."""
        return self.steps[min(self.done, len(self.steps) - 1)] if self.steps else ""


class Readiness:
    """Whether a case is ready to be shown. It is, unless somebody began to get it ready. Safe to use from many threads."""

    def __init__(self) -> None:
        self._ready = threading.Event()
        self._ready.set()
        self._steps: tuple[str, ...] = ()
        self._done = 0
        self._began = 0.0
        self._size = (0, 0)

    def begin(self, steps: Sequence[str]) -> None:
        """From now on the case is not ready; these steps lie ahead, in words."""
        self._steps, self._done, self._began = tuple(steps), 0, time.monotonic()
        self._ready.clear()

    def weigh(self, *, documents: int, claims: int) -> None:
        """Note how much the case holds."""
        self._size = documents, claims

    def advance(self) -> None:
        """One more step is done."""
        self._done += 1

    def end(self) -> None:
        """The case is ready, or will not become so."""
        self._ready.set()

    def wait(self, seconds: float) -> bool:
        """Whether the case is ready, or becomes so within some seconds."""
        return self._ready.wait(seconds)

    @property
    def ready(self) -> bool:
        """Whether it is ready now."""
        return self._ready.is_set()

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return Progress(self._steps, self._done, time.monotonic() - self._began, *self._size)


class Waiting:
    """Middleware: answers in place of the pages until the case is ready."""

    def __init__(self, app: ASGIApp, readiness: Readiness, patience: float = PATIENCE) -> None:
        self._app = app
        self._readiness = readiness
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        wanted = scope["type"] == "http" and not scope["path"].startswith(OPEN)
        if wanted and not self._readiness.ready and not await run_in_threadpool(self._readiness.wait, self._patience):
            await _not_yet(Request(scope), self._readiness.progress)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _not_yet(request: Request, progress: Progress) -> Response:
    headers = {"retry-after": str(AGAIN)}
    if request.url.path.startswith("/api/v1/"):
        said = f"{progress.now}: step {progress.done + 1} of {len(progress.steps)}. Ask again in {AGAIN} seconds."
        return answer(request, 503, "The case is not ready yet", said, headers=headers)
    if request.headers.get("hx-request") == "true":
        return Response(status_code=503, headers={**headers, "hx-refresh": "true"})
    from crossread.desk.templating import page  # as errors are shown

    again = AGAIN if request.method in ("GET", "HEAD") else None
    made = page(request, "waiting.html", progress=progress, again=again, ready=False, files=(), status_code=503)
    made.headers.update(headers)
    return made

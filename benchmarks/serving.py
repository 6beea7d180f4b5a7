"""The desk served by a thread of this process, to a browser on the same machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI

from crossread.desk.server import listen, server


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The application at an address of its own, until the block ends."""
    at = listen("127.0.0.1", 0)
    running = server(app)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    try:
        while not running.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{at.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(10)
        at.close()

"""The application: routes, middleware and errors, put together in one visible place."""

from __future__ import annotations

from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from crossread._version import __version__
from crossread.api import Case
from crossread.desk import api, judging, problems
from crossread.desk.accounts import Gate, Throttle, allow
from crossread.desk.assets import SERVED, STATIC, load_assets
from crossread.desk.pages import NAV, ROUTERS
from crossread.desk.queue import Queue
from crossread.desk.readiness import Waiting
from crossread.desk.security import Guard, Sessions, protect
from crossread.desk.state import State

# Names that a browser on this machine has for it: any other would be another site's name bent to our address.
LOCAL = ("127.0.0.1", "localhost", "[::1]", "testserver")


def create_app(
    case: Case, *, secret: str | None = None, hosts: tuple[str, ...] = LOCAL, login: bool = False,
) -> FastAPI:
    """The desk over an open case.

    Args:
        case: closed by whoever opened it.
        secret: signs sessions; without one they end with the process.
        hosts: names under which the desk answers; `("*",)` for any.
        login: whether everybody needs an account of the case.
    """
    sessions, desk = Sessions(secret), State(case)
    app = FastAPI(
        title="Crossread", version=__version__, summary="The records of a case",
        openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None, dependencies=[Depends(allow), Depends(protect)],
        middleware=[
            Middleware(Guard, sessions=sessions),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(Gate, users=case.users, login=login),
            Middleware(Waiting, readiness=desk.readiness),
            # Within one machine, packing takes longer than sending.
            *([Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)] if login else []),
        ],
    )
    app.state.desk = desk
    app.state.queue = Queue(case)
    app.state.sessions = sessions
    app.state.login = login
    app.state.throttle = Throttle()
    app.state.assets = load_assets()
    app.state.nav = NAV
    app.state.case_name = Path(case.path).stem
    problems.handle(app)
    app.include_router(api.router)
    app.include_router(judging.router)
    for router in ROUTERS:
        app.include_router(router)
    app.mount(SERVED, StaticFiles(directory=STATIC), name="static")
    return app

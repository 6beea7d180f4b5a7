"""Who asks: the person at this machine, an account that has logged in, or a program with a key; and what each may do.

On this machine nobody logs in. Elsewhere every page and every record needs an account; only static files and the login page do
not. What only looks needs a reader, what changes something an analyst, unless `needs` says otherwise of a route.
"""

from __future__ import annotations

import datetime as dt
import getpass
from collections import OrderedDict
from collections.abc import Callable
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from crossread.case import Users
from crossread.desk.problems import Problem, answer
from crossread.desk.security import SAFE
from crossread.model.account import Account, Role

COOKIE = "crossread_login"
LASTS = dt.timedelta(hours=12)  # a session, from the moment of logging in
PUBLIC = ("/login", "/static/")
KEY = "bearer "

E = TypeVar("E", bound=Callable[..., Any])
_NEEDS: dict[Callable[..., Any], Role] = {}


def needs(role: Role) -> Callable[[E], E]:
    """Say what role a route needs, where its method does not say it."""

    def marked(endpoint: E) -> E:
        _NEEDS[endpoint] = role
        return endpoint

    return marked


def need_of(endpoint: Callable[..., Any] | None, method: str) -> Role:
    """The role that a route needs."""
    return _NEEDS.get(endpoint, "reader" if method in SAFE else "analyst") if endpoint is not None else "reader"


def now() -> dt.datetime:
    """The time, in UTC."""
    return dt.datetime.now(dt.UTC)


class Gate:
    """Middleware: puts who asks into `request.state.user`, and turns away who must log in first. `request.state.by_key` says
    that a program asks with a key, which no other site can make a browser send."""

    def __init__(self, app: ASGIApp, users: Users, login: bool) -> None:
        self._app = app
        self._users = users
        self._login = login
        self._local = Account(_name(), "admin", "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        state = scope.setdefault("state", {})
        given = request.headers.get("authorization", "")
        state["by_key"] = given.lower().startswith(KEY)
        if state["by_key"]:
            state["user"] = await run_in_threadpool(self._users.by_token, given[len(KEY):].strip())
        elif not self._login:
            state["user"] = self._local
        else:
            shown = request.cookies.get(COOKIE)
            state["user"] = None if shown is None else await run_in_threadpool(self._users.logged_in, shown, now=now())
        if state["user"] is None and (state["by_key"] or not scope["path"].startswith(PUBLIC)):
            await _turned_away(request)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _turned_away(request: Request) -> Response:
    if request.url.path.startswith("/api/") or request.state.by_key:
        said = "Send a key: Authorization: Bearer KEY."
        return answer(request, 401, "Log in first", said, headers={"www-authenticate": "Bearer"})
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    to = f"/login?back={quote(back if request.method == 'GET' else '/', safe='')}"
    if request.headers.get("hx-request") == "true":
        return Response(status_code=401, headers={"hx-redirect": to})
    return RedirectResponse(to, status_code=303)


def _name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # as in some containers
        return "local"


async def allow(request: Request) -> None:
    """Refuse what the role of who asks does not allow.

    Raises:
        Problem: 403, another role is needed.
    """
    user: Account | None = request.state.user
    need = need_of(request.scope.get("endpoint"), request.method)
    if user is not None and not user.may(need):
        raise Problem(403, f"This needs the role of {need}", f"{user.name} is a {user.role}. An admin can change that.")


def asking(request: Request) -> Account:
    """Who asks."""
    user: Account | None = request.state.user
    if user is None:
        raise Problem(401, "Log in first")
    return user


User = Annotated[Account, Depends(asking)]


class Throttle:
    """Slows guessing down: from the fifth failure on, each name and each address must wait, twice as long every time.

    What it knows is lost with the process; a few thousand names and addresses are kept, the latest ones.
    """

    FREE = 4
    LONGEST = 900.0  # seconds
    KEPT = 5000

    def __init__(self) -> None:
        self._failures: OrderedDict[str, tuple[int, dt.datetime]] = OrderedDict()

    def wait(self, *keys: str, now: dt.datetime) -> int:
        """How many seconds somebody must still wait; 0 for none."""
        left = 0.0
        for key in keys:
            failures, last = self._failures.get(key, (0, now))
            if failures > self.FREE:
                pause = min(2.0 ** (failures - self.FREE), self.LONGEST)
                left = max(left, pause - (now - last).total_seconds())
        return int(left) + 1 if left > 0 else 0

    def failed(self, *keys: str, now: dt.datetime) -> None:
        """Note a failure."""
        for key in keys:
            failures, _ = self._failures.pop(key, (0, now))
            self._failures[key] = failures + 1, now
        while len(self._failures) > self.KEPT:
            self._failures.popitem(last=False)

    def succeeded(self, *keys: str) -> None:
        """Forget the failures."""
        for key in keys:
            self._failures.pop(key, None)

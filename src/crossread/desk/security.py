"""What keeps a page to itself: headers, a session, and tokens on everything that changes something.

Documents are hostile: nothing in a page may run but our own scripts, and nothing may be loaded from elsewhere. A request that
changes something must come from a page of ours (`Origin`) and carry the token of its session (Barth, Jackson, Mitchell 2008).
"""

from __future__ import annotations

import secrets
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from itsdangerous import BadSignature, Signer
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crossread.desk.problems import Problem

COOKIE = "crossread_session"
FIELD = "csrf"
HEADER = "x-csrf-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'",
    "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
))
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Sessions:
    """Signed names of sessions, and the token that belongs to each. Without a secret, sessions end with the process."""

    def __init__(self, secret: str | None = None) -> None:
        secret = secret or secrets.token_urlsafe(32)
        self._session = Signer(secret, salt="crossread.session")
        self._token = Signer(secret, salt="crossread.csrf")

    def new(self) -> str:
        """The value of the cookie of a new session."""
        return self._session.sign(secrets.token_urlsafe(18)).decode()

    def holds(self, cookie: str | None) -> bool:
        """Whether a cookie is one of ours."""
        return cookie is not None and self._session.validate(cookie)

    def token(self, cookie: str) -> str:
        """The token of a session, to be put into its forms."""
        return self._token.sign(cookie).decode()

    def agrees(self, token: str | None, cookie: str | None) -> bool:
        """Whether a token belongs to the session."""
        if token is None or cookie is None or not self.holds(cookie):
            return False
        try:
            return self._token.unsign(token).decode() == cookie
        except BadSignature:
            return False


class Guard:
    """Middleware: gives every answer its headers and every browser a session, in `request.state.session`."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self._app = app
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cookie = _cookie(Headers(scope=scope), COOKIE)
        known = self._sessions.holds(cookie)
        session = cookie if known and cookie is not None else self._sessions.new()
        scope.setdefault("state", {})["session"] = session
        wants_session = not known and not scope["path"].startswith(("/static/", "/api/"))
        secure = "; Secure" if scope.get("scheme") == "https" else ""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("cache-control", "no-store")
                if wants_session:
                    headers.append("set-cookie", f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax{secure}")
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _cookie(headers: Headers, name: str) -> str | None:
    for part in headers.get("cookie", "").split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return None


async def protect(request: Request) -> None:
    """Refuse a request that changes something unless it comes from a page of ours, or brings a key.

    Raises:
        Problem: 403, another origin or no token of this session.
    """
    if request.method in SAFE or request.state.by_key:
        return
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Problem(403, "This request comes from another site", "Only pages of this desk may change the case.")
    token = request.headers.get(HEADER)
    if token is None and "form" in request.headers.get("content-type", ""):
        value = (await request.form()).get(FIELD)
        token = value if isinstance(value, str) else None
    sessions: Sessions = request.app.state.sessions
    if not sessions.agrees(token, request.cookies.get(COOKIE)):
        raise Problem(403, "This page is out of date", "Its session has ended. Load the page again and repeat what you did.")


Protected = Annotated[None, Depends(protect)]

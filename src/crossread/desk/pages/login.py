"""Logging in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from crossread.desk.accounts import COOKIE, LASTS, Throttle, needs, now
from crossread.desk.api import Desk
from crossread.desk.problems import Problem
from crossread.desk.templating import here, page

router = APIRouter(include_in_schema=False)


@router.get("/login")
def ask(request: Request, back: Annotated[str, Query()] = "/") -> Response:
    """The form to log in with."""
    return page(request, "login.html", back=here(back), name="", wrong="")


@router.post("/login")
@needs("reader")
def log_in(
    request: Request, desk: Desk, name: Annotated[str, Form(max_length=200)], password: Annotated[str, Form(max_length=2000)],
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Log in, and go to the page that was asked for."""
    throttle: Throttle = request.app.state.throttle
    keys = f"name {name}", f"address {request.client.host if request.client else ''}"
    wait = throttle.wait(*keys, now=now())
    if wait:
        raise Problem(429, "Too many attempts", f"Try again in {wait} seconds.")
    account = desk.case.users.check(name, password)
    if account is None:
        throttle.failed(*keys, now=now())
        return page(request, "login.html", status_code=401, back=here(back), name=name, wrong="Name or password is wrong.")
    throttle.succeeded(*keys)
    desk.case.users.sweep(now=now())
    answer = RedirectResponse(here(back), status_code=303)
    answer.set_cookie(
        COOKIE, desk.case.users.log_in(account.name, until=now() + LASTS), max_age=int(LASTS.total_seconds()), httponly=True,
        samesite="lax", secure=request.url.scheme == "https",
    )
    return answer


@router.post("/logout")
@needs("reader")
def log_out(request: Request, desk: Desk) -> Response:
    """End the session."""
    shown = request.cookies.get(COOKIE)
    if shown is not None:
        desk.case.users.log_out(shown)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer

"""Light or dark: kept in a cookie, so that no script must run before the page is drawn."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from crossread.desk.accounts import needs
from crossread.desk.problems import Problem
from crossread.desk.templating import THEMES, here

router = APIRouter(include_in_schema=False)
YEAR = 365 * 24 * 3600  # seconds


@router.post("/theme")
@needs("reader")
def choose(theme: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Keep the choice, and go back to the page it was made on."""
    if theme not in THEMES:
        raise Problem(422, "There is no such look", f"One of {', '.join(THEMES)} is needed.")
    answer = RedirectResponse(here(back), status_code=303)
    answer.set_cookie("theme", theme, max_age=YEAR, samesite="strict", httponly=True)
    return answer

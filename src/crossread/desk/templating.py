"""Templates: everything is escaped, nothing is taken for markup, and a name that a page was not given is an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crossread._version import __version__
from crossread.desk.exporting import links
from crossread.desk.lines import (
    actor_href,
    between_href,
    changes_href,
    claim_href,
    document_href,
    event_href,
    forget_href,
    origin_href,
    original_href,
)
from crossread.desk.wording import count, document_day, first_day, label, span
from crossread.model.names import shown_name
from crossread.ontology.codes import country_in_words, sector_in_words, type_in_words
from crossread.ontology.predicates import predicates

FOLDER = Path(__file__).parent / "templates"
THEMES = ("auto", "light", "dark")
SCREEN = 24_000  # characters of a page that fill a screen
PIECE = 100_000  # characters of it that are sent at once after that


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates with their filters."""
    made = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )
    made.filters.update(
        words=type_in_words, country=country_in_words, sector=sector_in_words, shown_name=shown_name, label=label, span=span,
        first_day=first_day, count=count,
    )
    made.globals.update(
        actor_href=actor_href, between_href=between_href, claim_href=claim_href, document_href=document_href,
        event_href=event_href, origin_href=origin_href, original_href=original_href, changes_href=changes_href,
        forget_href=forget_href, document_day=document_day,
        with_query=with_query, version=__version__, predicates=predicates(),
    )
    return made


def page(request: Request, template: str, *, status_code: int = 200, **given: Any) -> HTMLResponse:
    """A page, or a part of one, filled in."""
    return HTMLResponse(environment().get_template(template).render(_filled(request, given)), status_code=status_code)


def streamed(request: Request, template: str, **given: Any) -> Response:
    """A long page that is sent as it is filled in, so that its beginning can be read while the rest is made."""
    parts = environment().get_template(template).generate(_filled(request, given))
    return StreamingResponse(_gathered(parts), media_type="text/html")


def _gathered(parts: Iterable[str]) -> Iterator[str]:
    """Parts of a page in pieces worth sending, the first of them as much as a screen shows."""
    most, held, length = SCREEN, list[str](), 0
    for part in parts:
        held.append(part)
        length += len(part)
        if length >= most:
            yield "".join(held)
            most, held, length = PIECE, [], 0
    yield "".join(held)


def _filled(request: Request, given: dict[str, Any]) -> dict[str, Any]:
    """What every page is given beside what is its own."""
    state = request.app.state
    theme = request.cookies.get("theme", "auto")
    return {
        "request": request, "path": request.url.path, "query": dict(request.query_params), "assets": state.assets,
        "nav": state.nav, "case_name": state.case_name, "theme": theme if theme in THEMES else "auto",
        "csrf": state.sessions.token(request.state.session), "user": request.state.user, "login": state.login,
        "files": links(request.url.path, request.query_params), **given,
    }


def is_part(request: Request) -> bool:
    """Whether htmx asks for a part of a page rather than the whole."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") != "true"


def here(address: str) -> str:
    """An address on this desk, or else the first page: where a form may lead back to."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"


def with_query(request: Request, *, path: str | None = None, **changes: Any) -> str:
    """The address of the page, or of another that understands the same, with parts of its query changed; `None` takes a part
    away."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changes]
    kept += [(name, str(value)) for name, value in changes.items() if value is not None]
    query = urlencode([(name, value) for name, value in kept if value])
    return (path or request.url.path) + (f"?{query}" if query else "")

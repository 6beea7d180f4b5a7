"""Templates: everything is escaped, nothing is taken for markup, and a name that a page was not given is an error."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crossread._version import __version__
from crossread.desk.exporting import links
from crossread.desk.lines import (
    actor_href,
    between_href,
    changes_href,
    claim_href,
    document_day,
    document_href,
    event_href,
    forget_href,
    origin_href,
    original_href,
)
from crossread.ontology.predicates import predicates

FOLDER = Path(__file__).parent / "templates"
THEMES = ("auto", "light", "dark")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates with their filters."""
    made = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )
    made.filters.update(words=words, span=span, count=count)
    made.globals.update(
        actor_href=actor_href, between_href=between_href, claim_href=claim_href, document_href=document_href,
        event_href=event_href, origin_href=origin_href, original_href=original_href, changes_href=changes_href,
        forget_href=forget_href, document_day=document_day,
        with_query=with_query, version=__version__, predicates=predicates(),
    )
    return made


def page(request: Request, template: str, *, status_code: int = 200, **given: Any) -> HTMLResponse:
    """A page, or a part of one, filled in."""
    state = request.app.state
    theme = request.cookies.get("theme", "auto")
    html = environment().get_template(template).render(
        request=request, path=request.url.path, query=dict(request.query_params), assets=state.assets, nav=state.nav,
        case_name=state.case_name, theme=theme if theme in THEMES else "auto",
        csrf=state.sessions.token(request.state.session), user=request.state.user, login=state.login,
        **{"files": links(request.url.path, request.query_params), **given},
    )
    return HTMLResponse(html, status_code=status_code)


def is_part(request: Request) -> bool:
    """Whether htmx asks for a part of a page rather than the whole."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") != "true"


def here(address: str) -> str:
    """An address on this desk, or else the first page: where a form may lead back to."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"


def words(name: str) -> str:
    """A predicate, family or kind as words."""
    return name.replace("_", " ")


def span(earliest: str | None, latest: str | None) -> str:
    """Bounds as a reader has them: one day, a range, or an open one."""
    if earliest is None and latest is None:
        return "undated"
    if earliest == latest:
        return earliest or ""
    if earliest is None:
        return f"until {latest}"
    if latest is None:
        return f"from {earliest}"
    return _whole(earliest, latest) or f"{earliest} – {latest}"


def _whole(earliest: str, latest: str) -> str | None:
    """A whole year or month in its short form."""
    if earliest[:4] == latest[:4] and earliest.endswith("-01-01") and latest.endswith("-12-31"):
        return earliest[:4]
    if earliest[:7] == latest[:7] and earliest.endswith("-01"):
        first = date.fromisoformat(earliest)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        if (after - date.fromisoformat(latest)).days == 1:
            return earliest[:7]
    return None


def count(number: int, thing: str, things: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def with_query(request: Request, *, path: str | None = None, **changes: Any) -> str:
    """The address of the page, or of another that understands the same, with parts of its query changed; `None` takes a part
    away."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changes]
    kept += [(name, str(value)) for name, value in changes.items() if value is not None]
    query = urlencode([(name, value) for name, value in kept if value])
    return (path or request.url.path) + (f"?{query}" if query else "")

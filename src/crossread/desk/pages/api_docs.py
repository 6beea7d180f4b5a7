"""The page that shows the HTTP API: Swagger UI from our own files."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crossread.desk.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/api/docs")
def docs(request: Request) -> HTMLResponse:
    """What can be asked of the API, to be tried from the page."""
    return page(request, "api_docs.html", operations=_operations(request))


def _operations(request: Request) -> list[tuple[str, str, str]]:
    """Method, path and summary of all operations, for readers without scripts."""
    return [
        (method.upper(), path, operation.get("summary", ""))
        for path, methods in request.app.openapi()["paths"].items() for method, operation in methods.items()
    ]

"""One shape of errors: `application/problem+json` (RFC 9457) for programs, a page of the same words for people."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from crossread.errors import CaseError, InputError

LOG = logging.getLogger(__name__)
MEDIA = "application/problem+json"


class Problem(HTTPException):
    """Something that the user is told: what, and what to do about it."""

    def __init__(self, status: int, title: str, detail: str = "") -> None:
        super().__init__(status_code=status, detail=detail)
        self.title = title


def not_found(what: str) -> Problem:
    """The answer where a link leads to something that is not, or no longer, in the case."""
    return Problem(404, f"{what} is not in this case", "It may have been forgotten, or the link belongs to another case.")


def handle(app: FastAPI) -> None:
    """Answer all errors of an application in that shape."""

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Response:
        title = error.title if isinstance(error, Problem) else HTTPStatus(error.status_code).phrase
        detail = str(error.detail or "")
        if error.status_code == 404 and not isinstance(error, Problem) and not request.url.path.startswith("/api/"):
            title, detail = "There is no such page", "The address may be cut short, or mistyped."
        return answer(request, error.status_code, title, "" if detail == title else detail, headers=error.headers)

    @app.exception_handler(RequestValidationError)
    async def of_input(request: Request, error: RequestValidationError) -> Response:
        wrong = "; ".join(f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors())
        return answer(request, 422, "The request is not right", wrong)

    @app.exception_handler(InputError)
    async def of_document(request: Request, error: InputError) -> Response:
        return answer(request, 422, "This cannot be read", str(error))

    @app.exception_handler(CaseError)
    async def of_case(request: Request, error: CaseError) -> Response:
        return answer(request, 409, "The case cannot do this", str(error))

    @app.exception_handler(Exception)
    async def of_ours(request: Request, error: Exception) -> Response:
        LOG.error("%s %s", request.method, request.url.path, exc_info=error)
        return answer(request, 500, "Something went wrong here", "The error is in the log of the program.")


def answer(request: Request, status: int, title: str, detail: str, *, headers: Mapping[str, str] | None = None) -> Response:
    """The error in the shape that the asker reads."""
    if request.url.path.startswith("/api/"):
        record = {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": request.url.path}
        return JSONResponse(record, status_code=status, media_type=MEDIA, headers=headers)
    from crossread.desk.templating import page  # templates show errors, and errors are raised while they are filled

    made = page(request, "error.html", title=title, detail=detail, status=status, status_code=status, files=())
    for name, value in (headers or {}).items():
        made.headers[name] = value
    return made

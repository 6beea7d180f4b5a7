"""The page that shows the HTTP API: what can be asked, with what, and what comes back, read from its own description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crossread.desk.templating import page

router = APIRouter(include_in_schema=False)

Schema = Mapping[str, Any]  # of JSON, as OpenAPI has it


@dataclass(frozen=True, slots=True)
class Field:
    """Something that an operation takes: `kind` is the type in words, `where` is "path", "query" or "body"."""

    name: str
    where: str
    kind: str
    what: str
    required: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked. `answers` are statuses with what they mean."""

    method: str
    path: str
    summary: str
    what: str
    fields: tuple[Field, ...]
    answers: tuple[tuple[str, str], ...]

    @property
    def example(self) -> str | None:
        """An address that asks it as it stands; none where something is changed by it, or has to be said."""
        if self.method != "GET" or any(one.required for one in self.fields):
            return None
        return self.path + ("?limit=10" if any(one.name == "limit" for one in self.fields) else "")


@router.get("/api/docs")
def docs(request: Request) -> HTMLResponse:
    """What can be asked of the API."""
    described = request.app.openapi()
    groups: dict[str, list[Operation]] = {}
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            groups.setdefault(told["tags"][0], []).append(_operation(method, path, told, described))
    return page(request, "api_docs.html", groups=groups)


def _operation(method: str, path: str, told: Schema, described: Schema) -> Operation:
    taken = [
        Field(one["name"], one["in"], _kind(one["schema"], described), one.get("description", ""), one["required"])
        for one in told.get("parameters", ())
    ]
    answers = [(status, one["description"]) for status, one in sorted(told["responses"].items())]
    return Operation(
        method.upper(), path, told.get("summary", ""), told.get("description", ""), (*taken, *_body(told, described)),
        tuple((status, "what was asked for" if status == "200" else meaning) for status, meaning in answers),
    )


def _body(told: Schema, described: Schema) -> Iterator[Field]:
    """What the body of a request has in it."""
    for content in told.get("requestBody", {}).get("content", {}).values():
        schema = _resolved(content["schema"], described)
        for name, one in schema.get("properties", {}).items():
            yield Field(name, "body", _kind(one, described), one.get("description", ""), name in schema.get("required", ()))


def _kind(schema: Schema, described: Schema) -> str:
    """A type in words: "integer", "list of strings", "one of A, B"."""
    schema = _resolved(schema, described)
    if "anyOf" in schema:
        return " or ".join(_kind(one, described) for one in schema["anyOf"] if one.get("type") != "null")
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}), described)}"
    words = {"date": "day", "date-time": "time"}.get(schema.get("format", ""))
    return words or str(schema.get("type", "anything"))


def _resolved(schema: Schema, described: Schema) -> Schema:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Schema = described["components"]["schemas"][reference.rpartition("/")[2]]
    return found

"""Walking through the desk as a browser without scripts would, and looking at what its pages are made of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from fastapi.testclient import TestClient
from lxml import etree, html


class Answer(Protocol):
    """What a request is answered with."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def text(self) -> str: ...


HERE = "http://testserver"
# Elements that run, load or embed something. Scripts and style sheets are looked at one by one.
NEVER = frozenset({"iframe", "object", "embed", "img", "svg", "video", "audio", "base", "style", "math", "template", "frame"})


def walk(client: TestClient, starts: Iterable[str], *, most: int) -> dict[str, Answer]:
    """The pages that links lead to, each once, breadth first."""
    found: dict[str, Answer] = {}
    waiting = deque(starts)
    while waiting and len(found) < most:
        path = waiting.popleft()
        if path in found:
            continue
        answer = client.get(path)
        found[path] = answer
        if "text/html" in answer.headers.get("content-type", ""):
            waiting.extend(link for link in links(answer, path) if link not in found)
    return found


def links(answer: Answer, path: str) -> list[str]:
    """The addresses on this desk that a page links to, without fragments."""
    hrefs = html.fromstring(answer.text).xpath("//a/@href")
    whole = (urlsplit(urljoin(HERE + path, href)) for href in hrefs)
    return [one.path + (f"?{one.query}" if one.query else "") for one in whole if one.netloc == "testserver"]


def faults(page: str) -> list[str]:
    """What a page has that could run, load from elsewhere or lead astray: none of it may come from a document."""
    tree = html.fromstring(page)
    wrong = []
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if tag in NEVER:
            wrong.append(f"<{tag}>")
        if tag == "script" and not (element.get("src", "").startswith("/static/") and not element.text):
            wrong.append("<script>")
        for name, value in element.attrib.items():
            if str(name).startswith("on") or str(name) == "style":
                wrong.append(f"{tag} {name}")
            if str(name) in ("href", "src", "action", "formaction") and not str(value).startswith(("/", "#", "?")):
                wrong.append(f"{tag} {name}={value}")
    return wrong

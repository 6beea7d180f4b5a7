"""The pages, in the order of the navigation. A new page is a module with a `router`, and a row here."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from crossread.desk.pages import api_docs, atlas, claims, exports, journal, login, review, situation, theme, timeline


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the navigation."""

    title: str
    href: str


ROUTERS: tuple[APIRouter, ...] = (
    situation.router,
    timeline.router,
    atlas.router,
    api_docs.router,
    exports.router,
    review.router,
    claims.router,
    journal.router,
    theme.router,
    login.router,
)

NAV: tuple[Entry, ...] = (
    Entry("Situation", "/"),
    Entry("Timeline", "/timeline"),
    Entry("Map", "/map"),
    Entry("Review", "/review"),
    Entry("API", "/api/docs"),
)

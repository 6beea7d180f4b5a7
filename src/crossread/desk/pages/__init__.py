"""The pages, in the order of the navigation. A new page is a module with a `router`, and a row here."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from crossread.desk.pages import (
    actors,
    adding,
    api_docs,
    atlas,
    claims,
    disputes,
    documents,
    events,
    exports,
    journal,
    login,
    origins,
    review,
    search,
    situation,
    theme,
    timeline,
    waiting,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the navigation."""

    title: str
    href: str


ROUTERS: tuple[APIRouter, ...] = (
    situation.router,
    timeline.router,
    atlas.router,
    actors.router,
    events.router,
    origins.router,
    disputes.router,
    search.router,
    adding.router,
    documents.router,
    api_docs.router,
    exports.router,
    review.router,
    claims.router,
    journal.router,
    theme.router,
    login.router,
    waiting.router,
)

NAV: tuple[Entry, ...] = (
    Entry("Situation", "/"),
    Entry("Timeline", "/timeline"),
    Entry("Map", "/map"),
    Entry("Actors", "/actors"),
    Entry("Events", "/events"),
    Entry("Origins", "/origins"),
    Entry("Contradictions", "/contradictions"),
    Entry("Predictions", "/predictions"),
    Entry("Search", "/search"),
    Entry("Documents", "/documents"),
    Entry("Review", "/review"),
    Entry("API", "/api/docs"),
)

"""Long lists in pages, each with an address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Query

T = TypeVar("T")
PageNumber = Annotated[int, Query(ge=1, le=1_000_000, alias="page")]


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """Some of a list: page `number` of `pages`, from 1. `key` is what its address calls the page."""

    items: Sequence[T]
    number: int
    pages: int
    total: int
    key: str = "page"


def paged(found: Sequence[T], number: int, *, size: int, key: str = "page") -> Paged[T]:
    """A page of a list; the last one where the list is not that long."""
    pages = max(1, -(-len(found) // size))
    number = min(number, pages)
    return Paged(found[(number - 1) * size : number * size], number, pages, len(found), key)

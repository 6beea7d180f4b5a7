"""The words that mark what stands around an article, compiled once a language from `lexicon/*/layout.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from crossread.errors import LexiconError
from crossread.lexicon import table

DEFAULT = "en"

# What entries may name instead of spelling it out again.
_NAMES = r"(?-i:[A-Z])[\w\x27’.-]*(?:,? (?:(?-i:[A-Z])[\w\x27’.-]*|and|de|al|van|bin|ibn|von|el|the|of))*"
_NAME = r"(?<!\w)(?:[Tt]he )?[A-Z][\w\x27’&-]{0,30}(?:\.com)?(?: (?:[A-Z][\w\x27’&-]{0,30}|of)){0,4}?"
_DATE = (
    r"(?:(?:[a-z]{3,9}day|mon|tue|wed|thu|fri|sat|sun),? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})|\d{1,2}[:.]?\d{0,2} ?(?:[ap]\.?m\.?)?(?: (?-i:[A-Z]{2,4}))?"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Compiled patterns. Those named by a plural noun match a whole block; the others are searched for."""

    widgets: re.Pattern[str]
    tails: re.Pattern[str]
    advertising: re.Pattern[str]
    reader: re.Pattern[str]
    sidebars: re.Pattern[str]
    threads: re.Pattern[str]
    commenters: re.Pattern[str]
    dated: re.Pattern[str]
    buttons: re.Pattern[str]
    captions: re.Pattern[str]
    credit: re.Pattern[str]
    reporting: re.Pattern[str]
    scene: re.Pattern[str]
    bylines: re.Pattern[str]
    author: tuple[re.Pattern[str], ...]
    newsroom: re.Pattern[str]
    outlet: tuple[re.Pattern[str], ...]
    outlet_trim: frozenset[str]
    summary: re.Pattern[str]
    introduction: re.Pattern[str]
    signature: re.Pattern[str]
    asks: re.Pattern[str]
    answers: re.Pattern[str]
    conversation: re.Pattern[str]
    edited: re.Pattern[str]
    no_speakers: re.Pattern[str]
    first_person: re.Pattern[str]
    second_person: re.Pattern[str]
    future: re.Pattern[str]
    year: re.Pattern[str]
    published: re.Pattern[str]
    stamp: re.Pattern[str]
    months: Mapping[str, int]
    frame: re.Pattern[str]


@lru_cache(maxsize=8)
def layout(language: str | None = None) -> Layout:
    """The layout words of a language; English where there are none for it.

    Raises:
        LexiconError: a pattern is malformed.
    """
    name = language or DEFAULT
    try:
        words = table(name, "layout")
    except LexiconError:
        if name == DEFAULT:
            raise
        return layout(DEFAULT)
    try:
        return _compiled(words, _months(name))
    except (re.error, KeyError) as error:
        raise LexiconError(f"layout.toml ({name}): {error}") from error


def _months(language: str) -> Mapping[str, int]:
    classes = table(language, "time")["classes"]
    return {**classes["MONTH"], **classes["MON"]}


def _compiled(words: Mapping[str, Any], months: Mapping[str, int]) -> Layout:
    month = _any(sorted(months, key=lambda word: (-len(word), word)))
    day = (
        rf"(?:\w{{3,9}},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {month}\b\.?,? \d{{4}}|{month}\b\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
        r"|\d{4}-\d\d-\d\d|\d\d?[./-]\d\d?[./-]\d{4})"
    )
    label = _any(words["dates"]["published"])
    agency = _any(words["captions"]["agencies"])
    return Layout(
        widgets=_whole(words["boilerplate"]["whole"]),
        tails=re.compile(rf"(?:(?<=[.!?\"”’)…])|(?<=\.\.\.))\s+(?:\d+ )?{_any(words['boilerplate']['tails'])}", re.IGNORECASE),
        advertising=_words(words["boilerplate"]["advertising"]),
        reader=_words(words["boilerplate"]["reader"]),
        sidebars=_whole(words["sidebar"]["headings"]),
        threads=_whole(words["comments"]["headings"]),
        commenters=_whole(words["comments"]["names"]),
        dated=_whole(words["comments"]["dated"]),
        buttons=_whole(words["comments"]["buttons"]),
        captions=_whole(words["captions"]["whole"]),
        credit=re.compile(
            rf"(?:^|[-–—|(\[/]|\bvia)\s*{agency}(?:\s*(?:[/,|]|via)\s*[A-Z][\w. -]{{1,40}}){{0,3}}\s*[)\]]?\s*\.?$"
            r"|\S\s+[-–—]\s*[A-Z]{2,6}$"
        ),
        reporting=_words(words["captions"]["reporting"]),
        scene=re.compile(rf"^(?:[\w\x27’,().-]+ ){{1,9}}?{_any(words['captions']['scenes'])}\b", re.IGNORECASE),
        bylines=_whole(words["bylines"]["whole"]),
        author=tuple(re.compile(rf"\W*{pattern}\W*(?:$|[,|])") for pattern in words["bylines"]["author"]),
        newsroom=re.compile(_any(words["bylines"]["newsroom"])),
        outlet=tuple(re.compile(pattern.replace("{name}", _NAME)) for pattern in words["outlet"]["phrases"]),
        outlet_trim=frozenset(words["outlet"]["trim"]),
        summary=re.compile(rf"{_any(words['titles']['openings'])}\b", re.IGNORECASE),
        introduction=re.compile(rf"\b{_any(words['quotations']['introductions'])}\b"),  # not in headings, with their capitals
        signature=re.compile(rf"{_any(words['quotations']['signatures'])}\s*$"),
        asks=re.compile(rf"\W*{_any(words['interview']['question'])}", re.IGNORECASE),
        answers=re.compile(rf"\W*{_any(words['interview']['answer'])}", re.IGNORECASE),
        conversation=_words(words["interview"]["announcements"]),
        edited=_words(words["interview"]["edited"]),
        no_speakers=_whole(words["interview"]["no_speakers"]),
        first_person=re.compile(rf"\b{_any(words['interview']['first_person'])}\b"),
        second_person=_words(words["interview"]["second_person"]),
        future=re.compile(
            rf"\b(?:{_any(words['dates']['future'])}\b|{_any(words['dates']['bounding'])} (?:the end of )?$)", re.IGNORECASE
        ),
        year=re.compile(
            rf"\b{_any(words['dates']['year_before'])}[ -](?P<year>(?:1[89]|2[01])\d\d)\b(?![-,.]?\d)(?! [a-z]+s\b)",
            re.IGNORECASE,
        ),
        published=re.compile(rf"\W*(?:{label}\b\W*(?:on |at )?)?(?P<date>{day})", re.IGNORECASE),
        stamp=re.compile(
            rf"\W*(?:{label}\b\W*)?(?P<date>{day})(?: *\(?{label}\b[^)]{{0,40}}\)?)?(?: *\d\d?[:.]\d\d)?"
            r"\W{0,3}(?=\w|[\"“‘\x27])",
            re.IGNORECASE,
        ),
        months=months,
        frame=re.compile(rf"(?:^|[\s_-]){_any(words['html']['frame'])}(?:$|[\s_-])", re.IGNORECASE),
    )


def _any(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns).replace("{names}", _NAMES).replace("{date}", f"(?:{_DATE})") + ")"


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_any(patterns), re.IGNORECASE | re.DOTALL)


def _words(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{_any(patterns)}\b", re.IGNORECASE)

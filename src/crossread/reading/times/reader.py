"""The layer itself: goes through a document in text order and keeps what the story's time is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crossread.model import Attribution, Span, TimeExpression
from crossread.reading.calendar import Period
from crossread.reading.lexemes import lexemes
from crossread.reading.parse import Parse
from crossread.reading.times.abstaining import abstains
from crossread.reading.times.anchoring import Anchor, TenseWords, TokenIndex, date_of_anchor, direction, tense_words, token_index
from crossread.reading.times.days import DAY_MAKERS
from crossread.reading.times.grammar import Match, grammar, items, matches
from crossread.reading.times.hours import HOUR_MAKERS
from crossread.reading.times.meaning import Context, Maker, Meaning
from crossread.reading.times.periods import PERIOD_MAKERS
from crossread.reading.times.relative import RELATIVE_MAKERS
from crossread.reading.times.spans import SPAN_MAKERS

MAKERS: Mapping[str, Maker] = {**DAY_MAKERS, **PERIOD_MAKERS, **HOUR_MAKERS, **RELATIVE_MAKERS, **SPAN_MAKERS}
_STORY_REACH = 2  # sentences after one that names a year in which bare months still mean that year
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class _Story:
    """What the story stands at, seen from one day: the last period named, the last year named in words and its sentence."""

    focus: Period | None = None
    year: int | None = None
    year_sentence: int = -9


def read_times(parse: Parse, *, attributions: tuple[Attribution, ...] = ()) -> tuple[TimeExpression, ...]:
    """All time expressions of a document, in text order, without overlaps; none from silent regions.

    Relative words count from the document's date; inside a quotation whose cue has a day of its own, from that day. Where
    only a range of dates is known, `value` keeps what is certain (`X` for the rest) and the days cover the range; where
    nothing is known, expressions that depend on it have no days.
    """
    own = date_of_anchor(parse.document)
    tokens = token_index(parse.doc)
    found = _read(parse, tokens, own, voices=())
    voices = _voices(parse, tokens, found, attributions=attributions)
    return tuple(_read(parse, tokens, own, voices=voices) if voices else found)


def _read(parse: Parse, tokens: TokenIndex, own: Anchor, *, voices: Sequence[tuple[Span, Anchor]]) -> list[TimeExpression]:
    rules = grammar("en")
    words = tense_words("en")
    text = parse.document.text
    found: list[TimeExpression] = []
    low, high = _Story(), _Story()
    for first, last in _blocks(parse):
        block = items(tuple(lexemes(text, parse.sents[first].start_char, end=parse.sents[last].end_char)), text, rules=rules)
        until, number = -1, first
        for match in matches(block, rules=rules):
            start = block[match.first].start
            while number < last and parse.sents[number].end_char <= start:
                number += 1
            if match.first <= until or abstains(match, tokens):
                continue
            anchor = next((anchor for span, anchor in voices if span.start <= start < span.end), own)
            way = _way(match, tokens, words=words)
            region = parse.region(number)
            pasted = region is not None and region.kind == "quote"
            one = _meanings(match, anchor.low, low, way=way, sentence=number, pasted=pasted)
            two = one
            if not anchor.exact or low != high:
                two = _meanings(match, anchor.high, high, way=way, sentence=number, pasted=pasted)
            if not one or len(one) != len(two):
                continue
            for early, late in zip(one, two, strict=True):
                found.append(_expression(match, early, late, anchor=anchor, text=text))
            frame = number if _opens(match, parse.sents[number].start_char) else None
            low, high = _moved(low, one[-1], frame=frame), _moved(high, two[-1], frame=frame)
            until = match.last
    return found


def _blocks(parse: Parse) -> list[tuple[int, int]]:
    """Runs of sentences on one line: an abbreviation that the parser took for an end must not cut "10 p.m. Friday"."""
    runs: list[tuple[int, int]] = []
    text = parse.document.text
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            continue
        if runs and runs[-1][1] == number - 1 and parse.region_of[number] == parse.region_of[number - 1]:
            before = parse.sents[number - 1]
            gap = text[before.start_char + len(before.text.rstrip()) : sent.start_char]
            if "\n" not in gap:
                runs[-1] = (runs[-1][0], number)
                continue
        runs.append((number, number))
    return runs


def _way(match: Match, tokens: TokenIndex, *, words: TenseWords) -> int:
    if match.word_before in words.past_before:
        return -1
    way = direction(tokens.at(match.items[match.last].start), words=words)
    return 1 if way == 0 and match.word_before in words.future_before else way


def _opens(match: Match, start: int) -> bool:
    """Whether an expression opens its sentence ("In 2014, ..."): such adverbials set the frame for what follows
    (Charolles 2005, framing adverbials)."""
    return sum(1 for item in match.items[max(match.first - 3, 0) : match.first] if item.start >= start) <= 2


def _meanings(match: Match, day: date, story: _Story, *, way: int, sentence: int, pasted: bool) -> tuple[Meaning, ...]:
    near = sentence - story.year_sentence <= _STORY_REACH and (story.year or day.year) < day.year
    context = Context(day, way, story.focus, story.year if near and way <= 0 else None, pasted)
    made = MAKERS[match.make](match, context)
    return () if made is None else made if isinstance(made, tuple) else (made,)


def _moved(story: _Story, meaning: Meaning, *, frame: int | None) -> _Story:
    focus = meaning.focus or story.focus
    if frame is not None and meaning.named_year and meaning.focus is not None and meaning.focus.unit not in ("century", "decade"):
        return _Story(focus, meaning.focus.first.year, frame)
    return _Story(focus, story.year, story.year_sentence)


def _expression(match: Match, low: Meaning, high: Meaning, *, anchor: Anchor, text: str) -> TimeExpression:
    first, last = low.items or (match.first, match.last)
    start, end = match.items[first].start, match.items[last].end
    fixed = low == high
    earliest = low.first if fixed or anchor.low_known else None
    latest = high.last if fixed or anchor.high_known else None
    if low.type in ("DURATION", "SET"):
        earliest = latest = None
    value = common_value(low.value, high.value)
    weekday = match.get("wd")
    if weekday is not None and value.startswith("XXXX-XX-XX"):
        value = f"XXXX-WXX-{int(weekday.value) + 1}{value[10:]}"
    return TimeExpression(
        start, end, text[start:end], low.type, value,
        earliest.isoformat() if earliest else None, latest.isoformat() if latest else None,
    )


def common_value(one: str, two: str) -> str:
    """What two values agree on: parts that differ, and all figures after a part that differs only by chance, become `X`."""
    if one == two:
        return one
    parts, others = one.split("-"), two.split("-")
    if len(parts) != len(others):
        return re.sub(r"\d", "X", one)
    agreed = []
    for part, other in zip(parts, others, strict=True):
        agreed.append(part if part == other else re.sub(r"\d", "X", part.split("T")[0]) + part[len(part.split("T")[0]):])
    return "-".join(agreed)


def _voices(
    parse: Parse, tokens: TokenIndex, times: Sequence[TimeExpression], *, attributions: tuple[Attribution, ...]
) -> tuple[tuple[Span, Anchor], ...]:
    """Quotations whose cue has a day of its own ("said on 18 March 2011"): their words count from that day. Innermost first."""
    days = [time for time in times if time.type == "DATE" and _DAY.fullmatch(time.value)]
    found: list[tuple[Span, Anchor]] = []
    for attribution in attributions:
        if attribution.kind == "indirect" or not attribution.cue or not attribution.content:
            continue
        cue = tokens.at(attribution.cue[0].start)
        for time in days:
            inside = any(span.start <= time.start < span.end for span in attribution.content)
            if not inside and abs(time.start - attribution.cue[0].start) < 200 and _hangs_on(tokens, time.start, cue.i):
                day = date.fromisoformat(time.value)
                found.extend((span, Anchor(day, day)) for span in attribution.content)
                break
    found.sort(key=lambda row: (row[0].end - row[0].start, row[0].start))
    return tuple(found)


def _hangs_on(tokens: TokenIndex, offset: int, cue: int) -> bool:
    token = tokens.at(offset)
    for _ in range(4):
        if token.i == cue:
            return True
        token = token.head
    return False

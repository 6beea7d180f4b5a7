"""Rules for conversations: which block asks, which one answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from crossread.intake.page import BULLET, WHOLE, Page
from crossread.model.document import RegionKind

Found = Iterator[tuple[int, RegionKind]]

_QUESTION = 60  # words that a question has at most
_BARE = 45  # words, where neither mark nor label shows the turns
_QUESTION_ALONE = 100  # words, where the text says that it is an interview and nothing else
_HEAD = 4  # blocks at the start in which it says so
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.\x27’ -]{1,39}|[A-Z][\w.\x27’-]+(?: [A-Z][\w.\x27’-]+){0,3})\s?:\s+\S")
_NAME_ALONE = re.compile(r"[\w.\x27’-]+(?: [\w.\x27’-]+){0,3}")
_TURNS = 4
_NAME_WORDS = 5
_DIALOGUE = 0.5  # share of blocks, from the first turn to the last, that begin with a speaker's name
_MONOLOGUE = 0.2  # the same where names are in capitals, which nothing but a transcript has
_MARKS = tuple('"“‘\x27')


def interview(page: Page) -> Found:
    """The turns of an interview, by the first of these that the text shows: "Q:" and "A:"; speakers' names before the
    turns, in front of a colon or on a line of their own; dashes and bullets; bare questions. A block without a mark
    belongs to the turn before it, up to the first that is no speech. Abstains where no two turns of each kind are found."""
    for way, least in ((_lettered, 2), (_named, 0), (_name_lines, 0), (_dashed, 2), (_bare, 1)):
        turns = way(page)
        kinds = Counter(kind for _, kind in turns)
        if kinds["answer"] >= max(1, least) and kinds["question"] >= least:
            yield from turns
            return


def _lettered(page: Page) -> Sequence[tuple[int, RegionKind]]:
    marked: dict[int, RegionKind] = {}
    for index, block in enumerate(page.blocks):
        if page.layout.asks.match(block.text):
            marked[index] = "question"
        elif page.layout.answers.match(block.text) and marked:
            marked[index] = "answer"
    return _continued(page, marked)


def _named(page: Page) -> Sequence[tuple[int, RegionKind]]:
    names: dict[int, str] = {}
    others: set[int] = set()
    for index, block in enumerate(page.blocks):
        match = _LABEL.match(block.text)
        if match is None or page.matches(page.layout.widgets, index) or len(match["name"].split()) > _NAME_WORDS:
            continue
        if page.layout.no_speakers.fullmatch(match["name"]) is None:
            names[index] = match["name"]
        else:
            others.add(index)
    times = Counter(names.values())
    speakers = {name for name, count in times.items() if count >= 2 or (name.isupper() and len(name) > 2)}
    turns = [index for index, name in names.items() if name in speakers]
    if len(turns) < _TURNS or len({names[index] for index in turns}) < 2 or max(times.values()) < 2:
        return ()
    share = _MONOLOGUE if all(names[index].isupper() for index in turns) else _DIALOGUE
    if len(turns) < share * (max(turns) - min(turns) + 1):
        return ()
    first = min(turns)
    spoken = {index: name for index, name in names.items() if index >= first}
    kinds = _asked_by_most(page, spoken)
    if share == _DIALOGUE and "question" not in kinds.values():
        return ()  # a table of facts, with its terms before colons, has the same shape
    return _continued(page, kinds, stop=frozenset(others))


def _name_lines(page: Page) -> Sequence[tuple[int, RegionKind]]:
    lines = Counter(block.text for block in page.blocks if _NAME_ALONE.fullmatch(block.text))
    speakers = {line for line, count in lines.items() if count >= 3}
    names: dict[int, str] = {}
    for index, block in enumerate(page.blocks[:-1]):
        if (
            block.text in speakers
            and page.blocks[index + 1].text not in speakers
            and not page.matches(page.layout.widgets, index)
        ):
            names[index + 1] = block.text.casefold()
    if len(names) < _TURNS or len(set(names.values())) < 2 or len(names) * 5 < len(page.blocks):
        return ()
    labels: list[tuple[int, RegionKind]] = [
        (index, "byline") for index, block in enumerate(page.blocks) if block.text in speakers
    ]
    turns = _continued(page, _asked_by_most(page, names), stop=frozenset(index for index, _ in labels))
    return sorted([*labels, *turns])


def _asked_by_most(page: Page, names: dict[int, str]) -> dict[int, RegionKind]:
    """Turns by speaker: all of the one who asks most are questions, if a third of what that speaker says asks."""
    turns = Counter(names.values())
    asking = Counter(name for index, name in names.items() if "?" in page.blocks[index].text)
    host = max(asking, key=lambda name: (asking[name] / turns[name], asking[name]), default=None)
    if host is not None and (asking[host] < 2 or asking[host] * 3 < turns[host]):
        host = None
    return {index: "question" if name == host else "answer" for index, name in names.items()}


def _dashed(page: Page) -> Sequence[tuple[int, RegionKind]]:
    marks = {index: match.group().strip() for index, block in enumerate(page.blocks) if (match := BULLET.match(block.text))}
    asking = Counter(mark for index, mark in marks.items() if _asks(page, index))
    if sum(asking.values()) < 2 or sum(asking.values()) * 4 < len(marks) or not all(mark[0] in "–—-•‣◦▪●*·" for mark in asking):
        return ()
    question_mark = asking.most_common(1)[0][0]
    found: dict[int, RegionKind] = {}
    asked = False
    one_mark = set(marks.values()) == {question_mark}
    for index, mark in marks.items():
        is_question = mark == question_mark and page.blocks[index].words <= _QUESTION and (_asks(page, index) or not asked)
        if one_mark:
            is_question = _asks(page, index) and not asked
        found[index] = "question" if is_question else "answer"
        asked = is_question
    return _continued(page, found)


def _bare(page: Page) -> Sequence[tuple[int, RegionKind]]:
    edited = any(page.layout.edited.search(block.text[:WHOLE]) for block in page.blocks[:_HEAD])
    longest = _QUESTION_ALONE if edited else _BARE
    questions = [
        index
        for index, block in enumerate(page.blocks)
        if block.words <= longest and block.text.endswith("?") and not block.text.startswith(_MARKS)
    ]
    if not questions or questions[0] > len(page.blocks) // 2:
        return ()
    asking = frozenset(questions)
    following = [index + 1 for index in questions if index + 1 < len(page.blocks) and index + 1 not in asking]
    turns: dict[int, RegionKind] = {index: "question" if index in asking else "answer" for index in (*questions, *following)}
    if edited:
        return _continued(page, turns, to_end=True)
    if len(questions) < 3 or len(questions) * 5 > len(page.blocks) * 3:
        return ()
    announced = any(page.layout.conversation.search(block.text) for block in page.blocks[: questions[0]])
    addressed = [index for index in questions if page.layout.second_person.search(page.blocks[index].text)]
    personal = [index for index in following if page.layout.first_person.search(page.blocks[index].text)]
    if len(personal) * (3 if announced else 2) < len(following) or len(addressed) * (4 if announced else 2) < len(questions):
        return ()
    return _continued(page, turns)


def _asks(page: Page, index: int) -> bool:
    return "?" in page.blocks[index].text and page.blocks[index].words <= _QUESTION


def _continued(
    page: Page, marked: dict[int, RegionKind], *, stop: frozenset[int] = frozenset(), to_end: bool = False
) -> Sequence[tuple[int, RegionKind]]:
    """The turns, each with the unmarked blocks of running text that follow it; the last answer ends with its block, for what
    follows may be the article again, unless the conversation is known to be all there is."""
    found: list[tuple[int, RegionKind]] = []
    last = max(marked, default=-1)
    if to_end or (marked and marked[last] == "question"):
        last = len(page.blocks)
    kind: RegionKind | None = None
    for index in range(len(page.blocks)):
        if index in stop:
            kind = None
        elif index in marked:
            kind = marked[index]
            found.append((index, kind))
        elif kind is not None and index < last and page.prose[index]:
            kind = "answer" if kind == "question" else kind
            found.append((index, kind))
    return found

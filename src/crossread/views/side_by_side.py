"""One happening as each origin tells it: a column an origin, a row a question.

`QUESTIONS` are the rows: what a claim answers, and when two answers are the same. An origin that is silent differs from nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from crossread.comparison.events import MEASURES
from crossread.comparison.periods import Period, ordinal
from crossread.comparison.words import likeness, stems
from crossread.lexicon import table
from crossread.model import Argument, Claim, ClaimPlace, ClaimQuantity
from crossread.model.findings import Copy, Event, Origin
from crossread.model.names import name_key
from crossread.ontology.predicates import in_words
from crossread.views.picture import Picture
from crossread.views.saying import in_time

ALIKE = 0.5  # overlap of words from which two descriptions are taken for one


@dataclass(frozen=True, slots=True)
class Answer:
    """What claims of one origin answer: words as a reader sees them, the id of the actor where there is one, and the bounds of
    a number or of days where that is what was asked."""

    text: str
    claims: tuple[str, ...]
    actor: str | None = None
    measure: str | None = None
    low: float | None = None
    high: float | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one origin answers to one question. It `differs` if it agrees with less of the others than another answer does, or
    if no answer has more behind it than another."""

    answers: tuple[Answer, ...]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One question and every origin's answer, in the order of the columns."""

    question: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether origins disagree."""
        return any(cell.differs for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    """One origin: its claims about the happening, the documents that carry them, and which of these copy which. `may_rest_on`
    names the voices that the same documents quote where it is an outlet that speaks in its own name."""

    origin: Origin
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    copies: tuple[Copy, ...]
    may_rest_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A happening with all that is told of it, by origin: those that give a number first, then by time."""

    event: Event
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def independent(self) -> int:
        """How many origins do not, as far as their own documents tell, rest on another of them."""
        return sum(not column.may_rest_on for column in self.columns)


@dataclass(frozen=True, slots=True)
class Question:
    """A row: its name, what a claim answers, and whether two answers are one. `compared` is false where every origin has its own
    answer by its nature."""

    name: str
    answer: Callable[[Claim, Picture], Answer | None]
    same: Callable[[Answer, Answer], bool]
    compared: bool = True


def side_by_side(picture: Picture, event: str) -> SideBySide:
    """An event by its own id, or by the id of any claim about it.

    Raises:
        KeyError: there is no such event.
    """
    found = event_of(picture, event)
    if found is None:
        raise KeyError(event)
    together: dict[str, list[str]] = {}
    origins: dict[str, Origin] = {}
    for id_ in in_time(found.claims, picture):
        origin = picture.origin_of(id_)
        origins[origin.id] = origin
        together.setdefault(origin.id, []).append(id_)
    ordered = sorted(together.items(), key=lambda one: not any(_counts(picture.claims[id_]) for id_ in one[1]))
    columns = _with_voices([_column(origins[key], ids, picture) for key, ids in ordered], picture)
    rows = (_row(question, columns, picture) for question in QUESTIONS)
    return SideBySide(found, columns, tuple(row for row in rows if any(cell.answers for cell in row.cells)))


def event_of(picture: Picture, id_: str) -> Event | None:
    """The event of an id, or the one that a claim of that id speaks of."""
    if id_ in picture.claims:
        return next(iter(picture.resting_on(id_).events), None)
    return next((one for one in picture.events if one.id == id_), None)


def _column(origin: Origin, claims: list[str], picture: Picture) -> Column:
    documents = tuple(dict.fromkeys(picture.claims[id_].document for id_ in claims))
    held = frozenset(documents)
    copies = tuple(copy for copy in picture.copies if copy.document in held)
    return Column(origin, tuple(claims), documents, copies)


def _with_voices(columns: list[Column], picture: Picture) -> tuple[Column, ...]:
    """The columns, outlets' own with the voices that they quote on the same happening, in the same text or its copies."""
    first = {copy.document: copy.of for copy in picture.copies}
    texts = [{first.get(id_, id_) for id_ in column.documents} for column in columns]
    quoted = [any(len(picture.claims[id_].attribution) > 1 for id_ in column.claims) for column in columns]
    return tuple(
        column if own else replace(column, may_rest_on=tuple(
            other.origin.name for at, other in enumerate(columns) if quoted[at] and texts[at] & mine
        ))
        for column, own, mine in zip(columns, quoted, texts, strict=True)
    )


def _row(question: Question, columns: Iterable[Column], picture: Picture) -> Row:
    cells = [Cell(_answers(question, column.claims, picture)) for column in columns]
    return Row(question.name, tuple(_marked(cells, question) if question.compared else cells))


def _answers(question: Question, claims: Iterable[str], picture: Picture) -> tuple[Answer, ...]:
    """The different answers of one origin, each with the claims that give it."""
    found: list[Answer] = []
    for id_ in claims:
        given = question.answer(picture.claims[id_], picture)
        if given is None:
            continue
        at = next((at for at, one in enumerate(found) if _key(one) == _key(given)), None)
        if at is None:
            found.append(given)
        else:
            found[at] = replace(found[at], claims=(*found[at].claims, id_))
    return tuple(found)


def _key(answer: Answer) -> tuple[object, ...]:
    return (answer.actor or name_key(answer.text) or answer.text, answer.measure, answer.low, answer.high, answer.earliest,
            answer.latest)


def _marked(cells: list[Cell], question: Question) -> list[Cell]:
    """The cells with those marked that fewer others agree with than with another; all, if there is no such other."""
    spoken = [cell for cell in cells if cell.answers]
    behind = [sum(_agree(one, other, question) for other in spoken) for one in spoken]
    if not spoken or min(behind) == len(spoken):
        return cells
    most = max(behind)
    leading = behind.count(most) > 1 and all(
        _agree(one, other, question) for one, mine in zip(spoken, behind, strict=True) if mine == most
        for other, theirs in zip(spoken, behind, strict=True) if theirs == most
    )
    marks = iter([count < most or not leading for count in behind])
    return [Cell(cell.answers, next(marks)) if cell.answers else cell for cell in cells]


def _agree(one: Cell, other: Cell, question: Question) -> bool:
    """Whether two origins have an answer in common. Numbers must agree in each measure that both give."""
    pairs = [(a, b) for a in one.answers for b in other.answers if a.measure == b.measure]
    measures = {a.measure for a, _ in pairs}
    return all(any(question.same(a, b) for a, b in pairs if a.measure == measure) for measure in measures)


def _party(argument: Argument | ClaimPlace | None, claim: Claim, picture: Picture) -> Answer | None:
    if argument is None or set(name_key(argument.name).split()) <= set(table("en", "comparison")["nobody"]):
        return None
    actor = picture.actors.get(argument.entity or "")
    if actor is None or not actor.aliases:  # what no document names is known by these words alone
        return Answer(argument.name, (claim.id,))
    return Answer(actor.name, (claim.id,), actor.id)


def _who(claim: Claim, picture: Picture) -> Answer | None:
    return _party(claim.subject, claim, picture)


def _what(claim: Claim, picture: Picture) -> Answer | None:
    words = in_words(claim.predicate)
    hedged = "" if claim.modality in ("asserted", "reported") else f" ({claim.modality})"
    return Answer(("denied: " if claim.polarity == "denied" else "") + words + hedged, (claim.id,))


def _whom(claim: Claim, picture: Picture) -> Answer | None:
    return _party(claim.object, claim, picture)


def _how_many(claim: Claim, picture: Picture) -> Answer | None:
    if claim.quantity is None or (claim.quantity.value is None and claim.quantity.unit is None):
        return None
    quantity = claim.quantity
    measure = MEASURES.get(claim.predicate)
    return Answer(_counted(quantity), (claim.id,), measure=measure, low=quantity.value,
                  high=quantity.value if quantity.max is None else quantity.max)


def _counts(claim: Claim) -> bool:
    """Whether a claim gives a number of what the happening is counted by."""
    return claim.predicate in MEASURES and claim.quantity is not None and claim.quantity.value is not None


def _counted(quantity: ClaimQuantity) -> str:
    if quantity.value is None:
        return quantity.unit or ""
    most = "" if quantity.max in (None, quantity.value) else f" – {quantity.max:,.10g}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{'about ' if quantity.approximate else ''}{quantity.value:,.10g}{most}{unit}"


def _where(claim: Claim, picture: Picture) -> Answer | None:
    return _party(claim.place, claim, picture)


def _when(claim: Claim, picture: Picture) -> Answer | None:
    if claim.time.basis not in ("explicit", "relative") or not (claim.time.earliest or claim.time.latest):
        return None
    return Answer(claim.time.text or "", (claim.id,), earliest=claim.time.earliest, latest=claim.time.latest)


def _according(claim: Claim, picture: Picture) -> Answer | None:
    actors = [picture.actors.get(voice.entity or "") for voice in claim.attribution]
    names = [voice.name if actor is None else actor.name for voice, actor in zip(claim.attribution, actors, strict=True)]
    return Answer(" → ".join(names), (claim.id,)) if names else None


def _same_party(one: Answer, other: Answer) -> bool:
    if one.actor and other.actor:
        return one.actor == other.actor
    words = stems(one.text), stems(other.text)
    return name_key(one.text) == name_key(other.text) or likeness(*words) >= ALIKE


def _same_text(one: Answer, other: Answer) -> bool:
    return one.text == other.text


def _same_number(one: Answer, other: Answer) -> bool:
    if one.low is None or other.low is None:
        return True
    return one.low == other.low and one.high == other.high


def _same_days(one: Answer, other: Answer) -> bool:
    mine, theirs = (Period(ordinal(answer.earliest), ordinal(answer.latest)) for answer in (one, other))
    return mine.overlaps(theirs)


QUESTIONS: tuple[Question, ...] = (
    Question("Who", _who, _same_party),
    Question("Did what", _what, _same_text),
    Question("To whom", _whom, _same_party),
    Question("How many", _how_many, _same_number),
    Question("Where", _where, _same_party),
    Question("When", _when, _same_days),
    Question("According to whom", _according, _same_text, compared=False),
)

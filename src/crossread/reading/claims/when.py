"""When a claim holds: the time expression that its clause governs, widened or narrowed by "since", "until", "by"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.model import ClaimTime, Document, TimeExpression
from crossread.model.reading import Modality, TimeBasis
from crossread.reading.claims.dated import borders, governors
from crossread.reading.claims.narrated import ABSOLUTE, CLOSES, OPENS, narrated
from crossread.reading.claims.posts import role_nouns
from crossread.reading.claims.syntax import DATED
from crossread.reading.claims.tense import AROUND, is_done, is_past, is_present, is_set_off, opens_with
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_NOUN = ("nmod", "nmod:unmarked", "nmod:poss", "compound", "amod", "nummod")
_NEAR = 5  # words within which the second of two times stands
_STATED = ("asserted", "reported", "alleged")
_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Times:
    """Dated expressions of a document by the token that governs each."""

    document: Document
    by_governor: dict[int, tuple[tuple[TimeExpression, Token], ...]]
    roots: dict[int, tuple[TimeExpression, Token]]
    told: dict[int, TimeExpression]  # by token: the date under which its sentence tells it


def index_times(parse: Parse, times: tuple[TimeExpression, ...]) -> Times:
    """Find the predicate or noun that each dated expression hangs on, and mark the tokens of all expressions on the parse.
    Durations and sets date nothing."""
    found: dict[int, list[tuple[TimeExpression, Token]]] = {}
    roots: dict[int, tuple[TimeExpression, Token]] = {}
    dated: set[int] = set()
    for time in times:
        span = parse.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or not parse.doc.text[time.start : time.end].strip():
            continue  # the stamp over an entry, which is no word of the text
        dated.update(token.i for token in span)
        if time.earliest is None and time.latest is None:
            continue
        root = next((token for token in span if token.dep_ != "det" and token.head not in span), span.root)
        roots[root.i] = time, root
        for governor in governors(root, named=time.value in _REFERENCES):
            found.setdefault(governor.i, []).append((time, root))
    parse.doc.user_data[DATED] = frozenset(dated)
    return Times(parse.document, {key: tuple(value) for key, value in found.items()}, roots, narrated(parse, roots))


def time_of(
    anchor: Token, clause: Token, times: Times, *, parts: tuple[Token, ...], modality: Modality, presupposed: bool
) -> ClaimTime:
    """The time of a claim: on the later of several things first ("and five in Lima on Tuesday"), then on its own noun, then its
    clause, then the clause it is embedded in without a tense. `parts` are the words that the claim is made of.

    Without an expression the tense bounds it: what is told as being so now holds while the document appears, what is told
    as done came before, what is forecast comes after.
    """
    after = [part for part in parts if any(root.i > part.i for _, root in times.by_governor.get(part.i, ()))]
    joined = [part for part in after if part.dep_ == "conj"]
    for place in (*joined, *(_places(anchor, clause) if not presupposed else _noun_places(anchor))):
        near = sorted(times.by_governor.get(place.i, ()), key=lambda each: _depth(each[1], place))
        found = next((each for each in near if ABSOLUTE.search(each[0].text)), next(iter(near), None))
        found = found or times.roots.get(place.i)
        if presupposed and found is not None and anchor.lemma_.lower() in role_nouns() and _is_day(found[0]):
            continue  # "a call with the president, Ivo Marr, on Monday"
        if found is not None and modality in _STATED and is_past(clause) and _is_after(found[0], times.document):
            continue  # "shelled a rally for the June 3 poll"
        if found is not None and not (modality == "predicted" and found[0].value == "PRESENT_REF"):
            return _bounded(*found, times, of=place)
    published = times.document.published
    told = times.told.get(anchor.i)
    narrated = told is not None and not presupposed and modality not in ("predicted", "hypothetical") and is_past(clause)
    if told is not None and narrated and not is_set_off(clause):
        return ClaimTime(told.text, told.earliest, told.latest, "inferred")
    if modality == "predicted":
        earliest = next((found[0].earliest for found in _above(clause, times) if found[0].earliest), published.earliest)
        return ClaimTime(None, earliest, None, "inferred") if earliest else ClaimTime()
    done = not presupposed or anchor.lemma_.lower() in listed("en", "deeds")
    if modality not in ("asserted", "reported", "alleged") or not done:
        return ClaimTime()
    if presupposed:
        return ClaimTime(None, None, published.latest, "inferred") if published.latest else ClaimTime()
    now = is_present(clause) and not opens_with(clause, AROUND) and not (is_done(clause) and published.latest)
    opened = published.earliest if now else None
    return ClaimTime(None, opened, published.latest, "inferred") if opened or published.latest else ClaimTime()


def _is_after(time: TimeExpression, document: Document) -> bool:
    """Whether a time without a year begins only after the document appeared: nothing told in the past is of then."""
    published = document.published.latest or document.published.date
    late = time.earliest is not None and published is not None and time.earliest > published
    return late and not ABSOLUTE.search(time.text)


def _above(clause: Token, times: Times) -> Iterator[tuple[TimeExpression, Token]]:
    """The times of the clause that a clause is the content of: what was forecast last year is to come since then."""
    if clause.dep_ in ("ccomp", "xcomp"):
        yield from times.by_governor.get(clause.head.i, ())


def _is_day(time: TimeExpression) -> bool:
    """Whether a time is a day or a part of one; not "now"."""
    return time.earliest == time.latest and time.value not in _REFERENCES


def _depth(root: Token, governor: Token) -> int:
    """How many steps a time stands below what it dates."""
    steps = 0
    while root.i != governor.i and root.head.i != root.i:
        root, steps = root.head, steps + 1
    return steps


def _noun_places(anchor: Token) -> list[Token]:
    """Where the time of something taken for granted stands: on the noun, or on the noun that a participle modifies."""
    found = [anchor]
    while found[-1].dep_ in ("amod", "compound", "acl", "nmod") and found[-1].head.i > found[-1].i and len(found) < 4:
        found.append(found[-1].head)
    return found


def _places(anchor: Token, clause: Token) -> list[Token]:
    found = [anchor]
    if clause.i != anchor.i:
        found.append(clause)
    token = clause
    for _ in range(3):
        when = any(child.tag_ == "WRB" for child in token.children)
        purpose = token.dep_ == "advcl" and token.tag_ == "VB"
        if not (token.dep_ in ("xcomp", "conj", "acl") or when or purpose) or token.head.i == token.i:
            break
        if token.dep_ == "xcomp" and any(child.lower_ == "have" for child in token.children):
            break  # "are now known to have died"
        opens = {child.dep_ for child in token.children} | {child.lower_ for child in token.children if child.dep_ == "cc"}
        if token.dep_ == "conj" and opens & {"nsubj", "nsubj:pass", "aux", "but"}:
            break
        token = token.head
        found.append(token)
    for child in clause.children:
        if child.dep_ == "xcomp":
            found.append(child)
    return found


def _bounded(time: TimeExpression, root: Token, times: Times, *, of: Token) -> ClaimTime:
    """The bounds that a time sets to what `of` says. "Before the raid of 2001" is not in 2001, though the raid is; "between 1996
    and 2019" reaches to the second."""
    words = borders(root)
    above = root.head
    if root.dep_ in _BEFORE_NOUN and above.i != of.i and above.dep_ in ("obl", "nmod"):
        words |= borders(above) & AROUND
    basis: TimeBasis = "explicit" if ABSOLUTE.search(time.text) else "relative"
    published = times.document.published.latest or times.document.published.date
    second = _other_end(root, times, opened=bool(words & OPENS))
    if second is not None and ("between" in words or words & OPENS):
        return ClaimTime(time.text, time.earliest, second.latest, basis)
    if words & OPENS and "to" not in words:
        latest = published if published and (time.earliest is None or published >= time.earliest) else None
        return ClaimTime(time.text, time.earliest, latest, basis)
    if words & CLOSES:
        return ClaimTime(time.text, None, time.latest, basis)
    return ClaimTime(time.text, time.earliest, time.latest, basis)


def _other_end(root: Token, times: Times, *, opened: bool) -> TimeExpression | None:
    """The second of two times between which something is so: "between 1996 and 2019", "from 1996 to 2019", "since 1996 until
    2019". It stands right behind the first."""
    for token in root.doc[root.i + 1 : root.i + 1 + _NEAR]:
        time, end = times.roots.get(token.i, (None, root))
        if time is None or end.i == root.i:
            continue
        joined = end.dep_ == "conj" and end.head.i == root.i
        closes = opened and borders(end) & (CLOSES | {"to"}) and end.head.i in (root.i, root.head.i)
        return time if joined or closes else None
    return None

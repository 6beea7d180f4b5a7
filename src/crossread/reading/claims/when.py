"""When a claim holds: the time expression that its clause governs, widened or narrowed by "since", "until", "by"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import ClaimTime, Document, TimeExpression
from crossread.model.reading import Modality, TimeBasis
from crossread.reading.attribution import cue_force
from crossread.reading.claims.syntax import DATED, case_of, is_perfect
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_NARRATIVE = 4  # how many sentences a narrative's date reaches
_NOMINAL = ("obl", "nmod", "obl:unmarked", "nmod:unmarked", "compound", "conj", "obj", "nsubj", "nsubj:pass")
_OPENS = frozenset({"since", "from", "after"})
_DURING = frozenset({"", "in", "during", "at", "on", "amid"})
_CLOSES = frozenset({"until", "till", "by", "before"})
_AROUND = frozenset({"since", "after", "before", "until", "till"})
_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_ABSOLUTE = re.compile(r"\b(1[5-9]|20)\d\d\b")


@lru_cache(maxsize=4)
def deeds(language: str = "en") -> frozenset[str]:
    """Nouns of what has happened if it is taken for granted ("the attack on the town")."""
    return frozenset(table(language, "frames")["deeds"]["words"])


@lru_cache(maxsize=4)
def _later(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "frames")["later"]["words"])


@lru_cache(maxsize=4)
def _occasions(language: str = "en") -> frozenset[str]:
    """Verbs that are of the same time as what they take: "won the election"."""
    return frozenset(table(language, "frames")["occasions"]["words"])


@dataclass(frozen=True, slots=True)
class Times:
    """Dated expressions of a document by the token that governs each."""

    document: Document
    by_governor: dict[int, tuple[tuple[TimeExpression, Token], ...]]
    roots: dict[int, tuple[TimeExpression, Token]]
    told: dict[int, TimeExpression]  # by token: the date under which a narrative tells the sentence


def index_times(parse: Parse, times: tuple[TimeExpression, ...]) -> Times:
    """Find the predicate or noun that each dated expression hangs on, and mark the tokens of all expressions on the parse.
    Durations and sets date nothing."""
    found: dict[int, list[tuple[TimeExpression, Token]]] = {}
    roots: dict[int, tuple[TimeExpression, Token]] = {}
    dated: set[int] = set()
    for time in times:
        span = parse.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        dated.update(token.i for token in span)
        if time.earliest is None and time.latest is None:
            continue
        root = span.root
        roots[root.i] = time, root
        for governor in _governors(root, named=time.value in _REFERENCES):
            found.setdefault(governor.i, []).append((time, root))
    parse.doc.user_data[DATED] = frozenset(dated)
    return Times(parse.document, {key: tuple(value) for key, value in found.items()}, roots, _told(parse, roots))


def _told(parse: Parse, roots: dict[int, tuple[TimeExpression, Token]]) -> dict[int, TimeExpression]:
    """The date of each past-tense sentence that a narrative tells under a year, month or day named before it.

    A date reaches from the main clause or title-like fragment that names it ("In 2014, …", "Fast-forward to 2011.")
    over the next sentences in the past, until another time is named or the tense changes; in a dated text, which mostly tells
    of its own day, not into another paragraph.
    """
    told: dict[int, TimeExpression] = {}
    current: TimeExpression | None = None
    reach = 0
    for number, sent in enumerate(parse.sents):
        here = [roots[token.i] for token in sent if token.i in roots]
        main = [(time, root) for time, root in here if _is_main(root)]
        if parse.is_silent(number):
            current = None
            continue
        if main:
            time, root = main[0]
            # a message's day is not that of what the text tells, nor is the year since which something has been so
            other = any("@" in token.text for token in sent) or _is_present(sent.root)
            plain = len(main) == 1 and not other and _ABSOLUTE.search(time.text) and not _all_borders(root) & (_OPENS | _CLOSES)
            current, reach = (time if plain else None), _NARRATIVE
        elif current is not None:
            reach -= 1
            between = parse.document.text[parse.sents[number - 1].end_char : sent.start_char]
            fresh = "\n" in between and parse.document.published.date is not None
            spoken = parse.document.published.date is not None and cue_force(sent.root.lemma_.lower(), "VERB") is not None
            if reach == 0 or fresh or spoken or not _is_past(sent.root) or _moves_on(sent):
                current = None
        if current is not None:
            told.update((token.i, current) for token in sent)
    return told


def _moves_on(sent: SpacySpan) -> bool:
    """Whether a sentence says that it is of another time: "a few months later", "after the killing"."""
    return any(
        token.lower_ in _later()
        or token.lower_ in _AROUND
        and token.dep_ in ("case", "mark")
        and token.head.head.i == sent.root.i
        and token.head.i < sent.root.i
        for token in sent
    )


def _all_borders(root: Token) -> set[str]:
    """The small words that open or close a time, also before the noun that it dates: "since its independence in 1956"."""
    words = _borders(root)
    for above in root.ancestors:
        if above.pos_ not in ("NOUN", "PROPN"):
            break
        words |= _borders(above) & {"since", "after", "before"}
    return words


def _is_main(root: Token) -> bool:
    """Whether a time stands in the main clause: between it and the root there are only nouns and coordinations."""
    if root.head.i == root.i:
        return True
    if root.i < root.head.i and root.head.pos_ in ("NOUN", "PROPN") and _keeps(root.head):
        return False
    for ancestor in root.ancestors:
        if ancestor.dep_ == "ROOT":
            return True
        if _is_told_apart(ancestor, root):
            return False
        if ancestor.dep_ not in _NOMINAL:
            return False
    return False


def _is_past(clause: Token) -> bool:
    """Whether what a clause says is told in the past; a clause without a tense goes by the one above it."""
    for _ in range(4):
        finite = [child for child in clause.children if child.dep_ in ("aux", "aux:pass", "cop")] or [clause]
        if finite[0].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return finite[0].tag_ == "VBD"
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return clause.dep_ == "ROOT" and clause.tag_ in ("VBD", "VBN")


def _governors(root: Token, *, named: bool) -> list[Token]:
    """The nouns and the first predicate above an expression. `named`: one without a date of its own, which as an attribute tells
    of its noun alone ("asked the current leader")."""
    if named and root.dep_ == "amod":
        return [root.head]
    found: list[Token] = []
    within = root.dep_ in ("compound", "amod", "nummod", "nmod", "nmod:unmarked", "nmod:poss") and root.i < root.head.i
    below = root
    for ancestor in root.ancestors:
        if _is_told_apart(below, root):
            break
        below = ancestor
        if within and found and _keeps(found[-1]):
            break  # "testified about the 2016 election", "investigated the 2016 election": the year is the election's alone
        found.append(ancestor)
        if ancestor.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in ancestor.children):
            break
    return found


def _keeps(noun: Token) -> bool:
    """Whether a noun keeps the time before it from its verb."""
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in _occasions():
        return False
    if noun.dep_ in ("obj", "nsubj", "nsubj:pass", "nmod", "appos"):
        return noun.lemma_.lower() not in deeds()
    return noun.dep_ == "obl" and case_of(noun) not in _DURING | _AROUND


def _is_told_apart(noun: Token, root: Token) -> bool:
    """Whether a noun keeps a time that describes it from the clause: "Marr's opponent in the election of 2016 called for it".
    A time right after a subject is the clause's ("the army on Monday left"), and so is that of a deed ("the attack on the town
    on Monday killed two")."""
    if noun.i == root.i or noun.dep_ not in ("nsubj", "nsubj:pass", "appos"):
        return False
    return noun.dep_ == "appos" or (root.head.i != noun.i and noun.lemma_.lower() not in deeds())


def time_of(anchor: Token, clause: Token, times: Times, *, modality: Modality, presupposed: bool) -> ClaimTime:
    """The time of a claim: on its own noun first, then its clause, then the clause it is embedded in without a tense.

    Without an expression the tense bounds it: what is told as being so now holds while the document appears, what is told
    as done came before, what is forecast comes after.
    """
    for place in _places(anchor, clause) if not presupposed else _noun_places(anchor):
        near = sorted(times.by_governor.get(place.i, ()), key=lambda each: _depth(each[1], place))
        found = next((each for each in near if _ABSOLUTE.search(each[0].text)), next(iter(near), None))
        found = found or times.roots.get(place.i)
        if found is not None and not (modality == "predicted" and found[0].value == "PRESENT_REF"):
            return _bounded(*found, times, of=place)
    published = times.document.published
    told = times.told.get(anchor.i)
    narrated = told is not None and not presupposed and modality not in ("predicted", "hypothetical") and _is_past(clause)
    if told is not None and narrated and not _is_set_off(clause):
        return ClaimTime(told.text, told.earliest, told.latest, "inferred")
    if modality == "predicted":
        return ClaimTime(None, published.earliest, None, "inferred") if published.earliest else ClaimTime()
    if modality not in ("asserted", "reported", "alleged") or (presupposed and anchor.lemma_.lower() not in deeds("en")):
        return ClaimTime()
    if presupposed:
        return ClaimTime(None, None, published.latest, "inferred") if published.latest else ClaimTime()
    now = _is_present(clause) and not (_is_done(clause) and published.latest)
    earliest = published.earliest if now else None
    return ClaimTime(None, earliest, published.latest, "inferred") if earliest or published.latest else ClaimTime()


def _is_set_off(clause: Token) -> bool:
    """ "Took it in 2014, before losing it": what stands in a clause of before or after is of another time."""
    return any(
        child.dep_ in ("mark", "case") and child.lower_ in _AROUND
        for word in (clause, *clause.ancestors)
        if word.dep_ in ("advcl", "acl")
        for child in word.children
    )


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


def _is_present(clause: Token) -> bool:
    """Whether the clause speaks of now: its finite verb, or the auxiliary or copula that carries the tense, is present."""
    finite = [child for child in clause.children if child.dep_ in ("aux", "aux:pass", "cop")] or [clause]
    return finite[0].tag_ in ("VBZ", "VBP")


def _is_done(clause: Token) -> bool:
    """ "Have left the country", "have been killed since": done by now, nobody says on what day."""
    return is_perfect(clause) and clause.tag_ == "VBN"


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
        if token.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubj:pass") for child in token.children):
            break
        token = token.head
        found.append(token)
    for child in clause.children:
        if child.dep_ == "xcomp":
            found.append(child)
    return found


def _borders(root: Token) -> set[str]:
    """The small words that open or close a time: "since", "until"."""
    return {child.lower_ for child in root.children if child.dep_ in ("case", "mark", "advmod")}


def _bounded(time: TimeExpression, root: Token, times: Times, *, of: Token) -> ClaimTime:
    """The bounds that a time sets to what `of` says. "Before the raid of 2001" is not in 2001, though the raid is; "between 1996
    and 2019" reaches to the second."""
    words = _borders(root)
    above = root.head
    if root.dep_ in ("nmod", "nmod:unmarked", "compound", "amod", "nummod") and above.i != of.i and above.dep_ in ("obl", "nmod"):
        words |= _borders(above) & _AROUND
    basis: TimeBasis = "explicit" if _ABSOLUTE.search(time.text) else "relative"
    published = times.document.published.latest or times.document.published.date
    second = next((times.roots[child.i][0] for child in root.children if child.dep_ == "conj" and child.i in times.roots), None)
    if "between" in words and second is not None:
        return ClaimTime(time.text, time.earliest, second.latest, basis)
    if words & _OPENS and "to" not in words:
        latest = published if published and (time.earliest is None or published >= time.earliest) else None
        return ClaimTime(time.text, time.earliest, latest, basis)
    if words & _CLOSES:
        return ClaimTime(time.text, None, time.latest, basis)
    return ClaimTime(time.text, time.earliest, time.latest, basis)

"""Where the names are: the recogniser's spans, trimmed, and the names it missed."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.countries import state_of_capital
from crossread.ontology.gazetteer import known, known_names
from crossread.reading.names.edges import JOINTS, is_within, trimmed
from crossread.reading.names.parts import ARTICLES, DASHES, PLACE, Alone, parts
from crossread.reading.names.raw import RawName
from crossread.reading.names.whole import grown_person, spans
from crossread.reading.names.words import body_types, name_heads
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from crossread.reading.parse import Parse

# A word must be this long before the document's own use of it as a name is enough to make it one elsewhere.
_LONG = 4


def raw_names(parse: Parse) -> list[RawName]:
    """All names in text order, without overlaps, outside silent regions."""
    doc = parse.doc
    silent = [False] * len(doc)
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            silent[sent.start : sent.end] = [True] * (sent.end - sent.start)
    taken = [False] * len(doc)
    found = _whole_names(doc, [not quiet for quiet in silent])
    alone = Alone.of(doc)
    for whole in found:
        taken[whole.first : whole.last + 1] = [True] * (whole.last + 1 - whole.first)
    for span in spans(doc):
        if any(taken[span.first : span.last + 1]):
            continue
        for part in () if silent[span.first] else parts(doc, span, alone):
            raw = trimmed(doc, part.first, last=part.last, label=part.label)
            if raw is not None:
                found.append(raw)
                taken[raw.first : raw.last + 1] = [True] * (raw.last + 1 - raw.first)
    free = [not (held or quiet) for held, quiet in zip(taken, silent, strict=True)]
    found = _with_nationality(doc, [grown_person(doc, _grown(doc, raw, free=free), free=free) for raw in found])
    found += _from_gazetteer(doc, free)
    found += _from_compounds(doc, free)
    found += _from_given_names(doc, free)
    found += _from_document(doc, found, free=free)
    if not any(token.tag_ == "POS" and len(token) > 1 for token in doc):
        found = [_without_ending(raw, doc) for raw in found]
    return sorted(found, key=lambda raw: raw.start)


def _without_ending(raw: RawName, doc: Doc) -> RawName:
    """A name without the ending of a possessive that lost its apostrophe ("[Peru]s army"), in a text that has none."""
    text = doc[raw.first : raw.last + 1].text
    bare = known(text[:-1]) if text.endswith("s") and known(text) is None else None
    return replace(raw, end=raw.end - 1) if bare is not None and bare.kind == "name" else raw


def _grown(doc: Doc, raw: RawName, *, free: list[bool]) -> RawName:
    """A body's name with what the recogniser left outside: its head noun before "of" or "for" ("Ministry of [Defence]"), or the
    capitalised words that a nationality word opens ("[Malian] Armed Forces"), up to a head noun."""
    first, last, label = _with_particle(doc, raw.first, free=free), raw.last, raw.label
    heads = name_heads()
    if label in ("ORG", "EVENT", "WORK"):
        at = first - 1
        while at > 0 and free[at] and doc[at].lower_ in ARTICLES:
            at -= 1
        if (
            at > 0
            and free[at]
            and free[at - 1]
            and doc[at].lower_ in JOINTS
            and doc[at - 1].is_title
            and doc[at - 1].lower_ in heads
        ):
            first = at - 1
            while (
                first > 0
                and free[first - 1]
                and doc[first - 1].is_title
                and doc[first - 1].pos_ == "PROPN"
                and not doc[first].is_sent_start
            ):
                first -= 1
    elif label in PLACE and _names_body(doc, last, free=free):
        last, label = last + 1, "ORG"
    elif label == "NORP":
        end = last
        while (
            end + 1 < len(doc)
            and free[end + 1]
            and doc[end + 1].is_title
            and doc[end + 1].is_alpha
            and not doc[end + 1].is_sent_start
        ):
            end += 1
        if end > last + 1 and doc[end].lower_ in heads and doc[end].lower_ not in _titles():
            last, label = end, "ORG"
    if (first, last) == (raw.first, raw.last):
        return raw
    free[first : last + 1] = [False] * (last + 1 - first)
    return RawName(doc[first].idx, doc[last].idx + len(doc[last]), first, last, label)


def _names_body(doc: Doc, last: int, *, free: list[bool]) -> bool:
    """Whether the word after a place is the head noun of a body that is called after it: "[Orel] University"."""
    at = last + 1
    if at >= len(doc) or not free[at] or not doc[at].is_title or doc[last].head.i != at or doc[last].dep_ != "compound":
        return False
    return name_heads().get(doc[at].lower_) in ("ngo", "media", "company") and doc[at].pos_ == "PROPN"


def _with_nationality(doc: Doc, found: list[RawName]) -> list[RawName]:
    """The names of charities, companies and the like with the nationality word that opens them ("[Peruvian Observatory for Human
    Rights]", "[Peruvian Airlines]").
    A state's own bodies are the state's: "[Peruvian] [Ministry of Defence]"."""
    ends = {raw.last: raw for raw in found if raw.label == "NORP"}
    taken: set[RawName] = set()
    whole = []
    for raw in found:
        opening = ends.get(raw.first - 1)
        joint = raw.first < raw.last and doc[raw.first + 1].lower_ in JOINTS and name_heads().get(doc[raw.first].lower_) == "ngo"
        joint = joint or raw.first == raw.last and name_heads().get(doc[raw.first].lower_) == "company"  # "[Peruvian] [Airlines]"
        if opening is not None and joint and raw.label == "ORG":
            taken.add(opening)
            raw = replace(raw, start=opening.start, first=opening.first)
        whole.append(raw)
    return [raw for raw in whole if raw not in taken]


def _with_particle(doc: Doc, first: int, *, free: list[bool]) -> int:
    """Where a name begins that is written with a particle and a hyphen, of which the recogniser took the end: "el-[Amin]"."""
    at = first - 2
    joined = at >= 0 and doc[first - 1].text in DASHES and not doc[at].whitespace_ and not doc[first - 1].whitespace_
    return at if joined and free[at] and free[at + 1] and doc[at].lower_ in people_words().particles else first


def _whole_names(doc: Doc, free: list[bool]) -> list[RawName]:
    """Known names of three words and more, and of states ("Russian Federation"), which the recogniser may take apart."""
    free = list(free)
    return [*_from_gazetteer(doc, free, words=3), *(raw for raw in _from_gazetteer(doc, free, words=2) if _is_state(doc, raw))]


def _is_state(doc: Doc, raw: RawName) -> bool:
    """Whether a name of two words is a state's that a nationality word opens: "Russian Federation"."""
    entry, first = known(doc[raw.first : raw.last + 1].text), known(doc[raw.first].text)
    called = doc[raw.last].lower_ in table("en", "bodies")["called"]["state"]
    return called and entry is not None and entry.type == "state" and first is not None and first.kind == "demonym"


def _from_given_names(doc: Doc, free: list[bool]) -> list[RawName]:
    """A common given name and the capitalised words after it, at most three."""
    given = _given()
    found = []
    for token in doc:
        if not (free[token.i] and token.is_title and token.lower_ in given and token.pos_ == "PROPN"):
            continue
        end = token.i
        while (
            end + 1 < len(doc)
            and end < token.i + 3
            and free[end + 1]
            and doc[end + 1].pos_ == "PROPN"
            and doc[end + 1].text[:1].isupper()
            and not doc[end + 1].is_sent_start
        ):
            end += 1
            if (
                end + 2 < len(doc)
                and doc[end + 1].text in DASHES
                and not doc[end].whitespace_
                and doc[end + 2].text[:1].isupper()
            ):
                end += 2 * (free[end + 1] and free[end + 2] and not doc[end + 1].whitespace_)
        end = _after_particle(doc, end, free=free)
        if end > token.i and not _is_called_after(doc, end):
            first = _double(doc, token.i, free=free)
            found.append(RawName(doc[first].idx, doc[end].idx + len(doc[end]), first, end, "PER"))
            free[first : end + 1] = [False] * (end + 1 - first)
    return found


def _double(doc: Doc, at: int, *, free: list[bool]) -> int:
    """Where a given name begins that is the second half of a double one: "Jan-[Marko]"."""
    joined = at > 1 and doc[at - 1].text in DASHES and not doc[at - 2].whitespace_ and not doc[at - 1].whitespace_
    return at - 2 if joined and free[at - 2] and doc[at - 2].is_title and doc[at - 2].pos_ == "PROPN" else at


def _is_called_after(doc: Doc, end: int) -> bool:
    """Whether what a common given name opens is a thing called after a person: "the Oscar Awards", "the Ana Petrak dam"."""
    after = doc[end + 1] if end + 1 < len(doc) else None
    site = after is not None and after.is_lower and after.tag_ == "NN" and body_types().get(after.lower_) == "facility"
    return doc[end].tag_ == "NNPS" and doc[end].dep_ != "flat" or site


def _after_particle(doc: Doc, end: int, *, free: list[bool]) -> int:
    """The last token of a name that goes on with a particle in lower case ("[Adil] al-Karim")."""
    at = end + 1
    if at + 1 >= len(doc) or doc[at].text not in people_words().particles or not free[at]:
        return end
    at += 1 + (at + 2 < len(doc) and doc[at + 1].text in DASHES)
    return at if free[at] and doc[at].text[:1].isupper() and doc[at].pos_ == "PROPN" else end


@lru_cache(maxsize=4)
def _given(language: str = "en") -> frozenset[str]:
    given = table(language, "persons")["given"]
    return frozenset((*given["male"], *given["female"]))


@lru_cache(maxsize=4)
def _titles(language: str = "en") -> frozenset[str]:
    titles = table(language, "persons")["titles"]
    return frozenset((*titles["honorifics"], *titles["ranks"], *titles["offices"]))


@lru_cache(maxsize=1)
def _gazetteer_index() -> dict[str, list[tuple[str, ...]]]:
    """Names that stand for themselves anywhere, by first word: countries, regions and bodies; longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for text, entry in known_names().items():
        words = tuple(text.split(" "))
        people = entry.type == "other" and text in (entry.canonical, f"{entry.canonical}s") and text.endswith("s")  # "Kurds"
        sure = entry.type in ("state", "igo", "armed_group") or people or (len(words) > 1 and entry.kind == "name")
        if sure and len(text) > 1 and words[0] != "The":
            index.setdefault(words[0], []).append(words)
    return {first: sorted(several, key=lambda words: (-len(words), words)) for first, several in sorted(index.items())}


def _from_gazetteer(doc: Doc, free: list[bool], *, words: int = 1) -> list[RawName]:
    """Known names of at least so many words among the free tokens, which are then taken."""
    index = _gazetteer_index()
    found = []
    for token in doc:
        if not free[token.i] or token.text not in index:
            continue
        if token.pos_ not in ("PROPN", "ADJ", "NOUN", "X") and not (
            token.is_upper and len(token) > 1 and _stands_out(doc, token.i)
        ):
            continue
        for name in index[token.text]:
            end = token.i + len(name)
            if (
                len(name) >= words
                and end <= len(doc)
                and all(free[token.i : end])
                and all(doc[token.i + k].text == word for k, word in enumerate(name))
            ):
                first = token.i - _has_article(doc, token.i, name, free=free)
                found.append(RawName(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]), first, end - 1, "ORG"))
                free[first:end] = [False] * (end - first)
                break
    return found


def _from_compounds(doc: Doc, free: list[bool]) -> list[RawName]:
    """Known names and capitals before a hyphen and a participle that says what they do: "the [Lima]-backed militia"."""
    participles = table("en", "bodies")["compounds"]["doings"]
    found = []
    for token in doc[:-2]:
        hyphen, participle = doc[token.i + 1], doc[token.i + 2]
        joined = hyphen.text in DASHES and not token.whitespace_ and not hyphen.whitespace_
        if not (free[token.i] and joined and token.is_title and participle.lower_ in participles):
            continue
        capital = state_of_capital(token.text) is not None
        entry = known(token.text)
        if capital or entry is not None and entry.kind == "name":
            free[token.i] = False
            found.append(RawName(token.idx, token.idx + len(token), token.i, token.i, "GPE" if capital else "ORG"))
    return found


def _has_article(doc: Doc, first: int, name: tuple[str, ...], *, free: list[bool]) -> bool:
    """Whether the article before a known name is a part of it: "The Times", in the middle of a sentence."""
    before = first - 1
    written = before >= 0 and free[before] and doc[before].text == "The" and is_within(doc, before)
    return written and " ".join(("The", *name)) in known_names()


def _stands_out(doc: Doc, at: int) -> bool:
    """Whether capitals mean something at a word: its neighbours are not written in capitals too."""
    near = [token for token in doc[max(0, at - 2) : at + 3] if token.is_alpha and token.i != at and len(token) > 1]
    return not near or any(not token.is_upper for token in near)


def _from_document(doc: Doc, found: list[RawName], *, free: list[bool]) -> list[RawName]:
    """Further occurrences of names that were recognised elsewhere in the same document."""
    seen: dict[str, tuple[tuple[str, ...], str]] = {}
    for raw in found:
        words = tuple(token.text for token in doc[raw.first : raw.last + 1])
        if (
            raw.label in ("PER", "PERSON", "ORG", "LOC", "GPE")
            and words[0][:1].isupper()
            and (len(words) > 1 or len(words[0]) >= _LONG or words[0].isupper())
        ):
            seen.setdefault(words[0], (words, raw.label))
            if raw.label in ("PER", "PERSON") and words[-1][:1].isupper() and len(words[-1]) >= _LONG:
                seen.setdefault(words[-1], (words[-1:], raw.label))
    more = []
    for token in doc:
        if not free[token.i] or token.text not in seen or token.pos_ != "PROPN":
            continue
        words, label = seen[token.text]
        end = token.i + len(words)
        if end <= len(doc) and all(free[token.i : end]) and all(doc[token.i + k].text == word for k, word in enumerate(words)):
            first = _with_particle(doc, token.i, free=free)
            more.append(RawName(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]), first, end - 1, label))
            free[first:end] = [False] * (end - first)
    return more

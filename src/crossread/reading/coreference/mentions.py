"""Finding what may corefer: names, noun phrases, coordinations and pronouns of a parse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.model.names import is_acronym, name_key
from crossread.ontology.countries import state_of_capital
from crossread.ontology.gazetteer import known
from crossread.reading.coreference.candidates import Candidate
from crossread.reading.coreference.phrases import EITHER_NUMBER, is_result, unnamed
from crossread.reading.coreference.standing import is_government, is_people
from crossread.reading.names.types import is_body_noun, own_type
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from crossread.model.reading import EntityType
    from crossread.reading.coreference.candidates import Gender, Kind, Number
    from crossread.reading.names import NamedSpan
    from crossread.reading.parse import Parse


# What belongs to the phrase of a noun for people ("at least ten young Peruvians").
_INSIDE = ("det", "amod", "nummod")


def candidates(parse: Parse, *, names: tuple[NamedSpan, ...]) -> list[Candidate]:
    """All candidates of a document outside its silent regions, in text order, the longer first where two begin together.

    Every noun phrase is one, whatever it means: what stands for a thing must be there to be preferred to an actor.
    """
    found = []
    starts = {span.start: span for span in names}
    named = [False] * len(parse.doc)
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            continue
        at, names_here = sent.start, 0
        while at < sent.end:
            span = starts.get(parse.doc[at].idx)
            if span is None:
                at += 1
                continue
            last = at
            while last + 1 < sent.end and parse.doc[last + 1].idx < span.end:
                last += 1
            candidate = _name(parse, span, first=at, last=last, sent=number)
            found.append(candidate)
            names_here += 1
            named[at : last + 1] = [True] * (last + 1 - at)
            at = last + 1
        here = len(found) - names_here
        persons = {each.first: each for each in found[here:] if each.type == "person" and each.first and named[each.first - 1]}
        for token in sent:
            if not named[token.i]:
                found.extend(_without_holder(parse, each, persons) for each in unnamed(token, sent=number, named=named))
        found.extend(_coordinations(sent, number=number, found=found[here:]))
    return sorted(found, key=lambda each: (each.start, -each.end, each.kind))


def _without_holder(parse: Parse, each: Candidate, persons: dict[int, Candidate]) -> Candidate:
    """The phrase for a post up to the name of whoever holds it, which the parser took for more of the name before it: "[the envoy
    to Peru] Ana Petrak". `persons` are those that follow another name without a mark between."""
    at = next((at for at in range(each.head + 1, each.last + 1) if at in persons), None)
    if at is None or each.type != "person" or each.kind != "nominal":
        return each
    before = parse.doc[at - 1]
    return replace(each, last=at - 1, end=before.idx + len(before))


# ---------------------------------------------------------------- names


def _name(parse: Parse, span: NamedSpan, *, first: int, last: int, sent: int) -> Candidate:
    doc = parse.doc
    head = doc[first : last + 1].root
    text = parse.document.text[span.start : span.end]
    entry = known(text)
    key = f"={entry.canonical}" if entry is not None and span.type != "person" else name_key(text)
    words: tuple[str, ...] = tuple(name_key(text).split())
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    number: Number | None = "singular"
    phrase = first
    if span.type == "person":
        words, roles, gender, phrase = _person_name(parse, words, first=first, head=head)
        key = " ".join(words)
    elif span.kind == "demonym" and doc[last].tag_ in ("NNS", "NNPS"):
        number = "plural"
    elif span.type in EITHER_NUMBER or span.type == "other":
        number = None
    spelled = span.type != "place" and (is_acronym(text) or is_body_noun(text))  # "FIFA", "the Embassy"
    spelled = spelled or (len(words) > 1 and own_type(text, label="ORG") == span.type)
    vouched = entry is not None or span.type == "state" or spelled
    if span.type not in ("person", "other") and span.kind == "name" and vouched:
        gender = "neuter"  # of names that nothing vouches for the recogniser may be wrong, and a later "he" right
    kind: Kind = "demonym" if span.kind == "demonym" else "name"
    type_: EntityType = span.type
    named = span.stands_for
    if kind == "demonym" and span.type == "state" and is_people(head):
        # only a bare plural means the same people each time
        kind, type_, named, gender = "people", "person", span.type, None
        key = f"{key} people" if number == "plural" and not any(child.i < head.i for child in head.children) else ""
        number = number or "singular"
        inside = (child for child in head.children if child.dep_ in _INSIDE and child.i < head.i and not is_result(child))
        phrase = min([first, *(child.left_edge.i for child in inside)])
    elif span.type == "place" and (state := state_of_capital(text)) is not None and is_government(head):
        kind, type_, named, key = "demonym", "state", span.type, f"={state}"
    return Candidate(
        span.start,
        span.end,
        first,
        last,
        head.i,
        sent,
        kind,
        type_,
        key,
        words=words,
        roles=roles,
        gender=gender,
        number=number,
        definiteness="definite",
        key=key,
        phrase=doc[phrase].idx,
        named=named,
    )


def _person_name(
    parse: Parse, words: tuple[str, ...], *, first: int, head: Token
) -> tuple[tuple[str, ...], tuple[str, ...], Gender | None, int]:
    """The name's words without titles, the roles before it, its gender, and the token at which its phrase begins."""
    vocabulary = people_words()
    roles: list[str] = []
    while len(words) > 1 and words[0] in vocabulary.titles:
        roles.append(words[0])
        words = words[1:]
    while len(words) > 1 and words[-1] in vocabulary.suffixes:
        words = words[:-1]
    at, phrase = first - 1, first
    while at >= 0 and at >= first - 6 and not parse.doc[at + 1].is_sent_start:
        before = parse.doc[at]
        word = before.lower_.rstrip(".")
        if word in vocabulary.titles or before.lemma_.lower() in vocabulary.nouns:
            roles.append(before.lemma_.lower().rstrip("."))
            phrase = at
        elif roles and before.dep_ in ("det", "nmod:poss") and before.pos_ != "PROPN" and before.head.i >= at:
            phrase = at
            break
        elif roles and before.pos_ in ("PROPN", "ADJ") and before.head.i > at:
            phrase = at
        elif not (
            before.head.i >= at
            and before.dep_ in ("compound", "amod", "flat", "punct")
            and before.pos_ in ("NOUN", "PROPN", "ADJ")
        ):
            break
        at -= 1
    if (
        head.head.i < first
        and head.dep_ in ("flat", "appos", "compound")
        and head.head.lemma_.lower() in vocabulary.nouns
        and head.head.i >= first - 2
    ):
        roles.append(head.head.lemma_.lower())
    genders = [found for found in map(vocabulary.gender, roles) if found is not None]
    given = (
        vocabulary.gender_of_name(words[0])
        if len(words) > 1 or words[0] in vocabulary.female_names | vocabulary.male_names
        else None
    )
    return words, tuple(dict.fromkeys(roles)), genders[0] if genders else given, phrase


# ---------------------------------------------------------------- coordinations


def _coordinations(sent: SpacySpan, *, number: int, found: list[Candidate]) -> Iterator[Candidate]:
    """ "X and Y" as one candidate, for a later "they"; only where the two come with an "and"."""
    heads = {each.head: each for each in reversed(found) if each.kind in ("name", "nominal")}
    for token in sent:
        one = heads.get(token.i)
        others = [child for child in token.children if child.dep_ == "conj" and child.i in heads] if one is not None else []
        if one is None or not any(
            word.lower_ in ("and", "&") for other in others for word in other.children if word.dep_ == "cc"
        ):
            continue
        last = max((heads[other.i] for other in others), key=lambda each: each.last)
        types = {one.type, *(heads[other.i].type for other in others)}
        type_: EntityType = one.type if len(types) == 1 else "other"
        yield Candidate(
            one.start,
            last.end,
            one.first,
            last.last,
            one.head,
            number,
            "coordination",
            type_,
            "",
            number="plural",
            definiteness="definite",
        )

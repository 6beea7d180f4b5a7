"""Noun phrases and pronouns: the phrase that a token heads, what it describes, and whether it stands for anything at all."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from crossread.lexicon import table
from crossread.reading.balanced import balanced
from crossread.reading.coreference.candidates import Candidate
from crossread.reading.names.types import described_type
from crossread.reading.names.words import body_types
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from crossread.model.reading import EntityType
    from crossread.reading.coreference.candidates import Definiteness, Gender, Kind, Number

# Dependents that are no part of the phrase a noun heads.
_OUTSIDE = frozenset(
    (
        "acl:relcl",
        "acl",
        "appos",
        "conj",
        "cc",
        "parataxis",
        "cop",
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "csubj",
        "aux",
        "mark",
        "advcl",
        "advcl:relcl",
        "case",
        "punct",
        "obl",
        "obl:unmarked",
        "discourse",
        "vocative",
        "dislocated",
        "expl",
        "ccomp",
        "xcomp",
        "orphan",
        "obj",
        "list",
        "reparandum",
        "aux:pass",
        "dep",
    )
)
_LOOSE = ("IN", "TO", "DT", "CC")  # tags of words that no phrase ends in
_INSIDE_NAME = ("compound", "flat", "goeswith", "fixed")
_TITLES = ("nmod", "nmod:desc", "compound", "flat")
_POSSESSIVES = ("my", "our", "your", "his", "her", "its", "their", "whose")
_DEMONSTRATIVES = ("this", "that", "these", "those", "such")
_INDEFINITES = ("a", "an", "another", "some", "any", "no", "each", "every", "many", "several", "few", "all", "both")
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
# Types that take "it" and "they" alike.
EITHER_NUMBER = frozenset(("government_body", "armed_group", "military_unit", "ngo", "media", "company", "igo"))


@lru_cache(maxsize=4)
def _pronouns(language: str = "en") -> dict[str, tuple[int, Number | None, Gender | None, Kind]]:
    return {
        form: (int(person), cast("Number | None", number or None), cast("Gender | None", gender or None), cast("Kind", kind))
        for form, (person, number, gender, kind) in table(language, "persons")["pronouns"].items()
    }


def unnamed(token: Token, *, sent: int, named: list[bool]) -> Iterator[Candidate]:
    """The candidate that a token outside names heads, if it heads one. `named` marks the tokens of names."""
    word = token.lower_
    if word in _pronouns() and token.pos_ in ("PRON", "DET", "SCONJ") and token.text != "US":
        found = _pronoun(token, sent=sent)
        if found is not None:
            yield found
    elif token.pos_ == "PRON" and word in people_words().indefinite:
        yield Candidate(
            token.idx,
            token.idx + len(token),
            token.i,
            token.i,
            token.i,
            sent,
            "nominal",
            "person",
            word,
            words=(word,),
            number="singular",
            definiteness="indefinite",
        )
    elif (
        token.pos_ in ("PRON", "DET", "ADJ", "NUM")
        and word in _some()
        and (token.dep_ in _ARGUMENTS or word == "one")
        and token.dep_ != "nummod"
    ):
        yield _several(token, sent=sent)
    elif (
        (token.pos_ in ("NOUN", "PROPN") or _used_as_noun(token))
        and token.dep_ not in _INSIDE_NAME
        and any(char.isalpha() for char in token.text)
    ):
        found = _nominal(token, sent=sent, named=named)
        if found is not None:
            yield found
    elif token.dep_ == "compound" and token.pos_ == "NOUN" and token.head.lemma_.lower() in _deeds():
        found = _doer(token, sent=sent)
        if found is not None:
            yield found


@lru_cache(maxsize=4)
def _deeds(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["deeds"]["nouns"])


def _doer(token: Token, *, sent: int) -> Candidate | None:
    """ "A rebel offensive", "the regime bombardment": the body that stands before the noun for what it does."""
    type_ = described_type(token)
    said = table("en", "bodies")["organs"]["unnamed_members"]  # "a terrorist attack" says what it is, not whose
    if type_ not in ("armed_group", "military_unit", "government_body") or token.lemma_.lower() in said:
        return None
    end, lemma = token.idx + len(token), token.lemma_.lower()
    return Candidate(
        token.idx, end, token.i, token.i, token.i, sent, "nominal", type_, lemma, gender="neuter", definiteness="definite"
    )


def _used_as_noun(token: Token) -> bool:
    """A role noun that is an adjective as well, with a determiner, where a noun stands ("the general", "the commanding ...")."""
    return (
        token.pos_ in ("ADJ", "VERB")
        and token.dep_ in _ARGUMENTS
        and people_words().is_person(token.lower_)
        and any(child.dep_ in ("det", "nmod:poss") for child in token.children)
    )


@lru_cache(maxsize=4)
def _some(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "persons")["some"]["words"])


def _several(token: Token, *, sent: int) -> Candidate:
    """ "Many", "some of the guards": a part of many, of the kind that stands after "of"."""
    of = next((child for child in token.children if child.dep_ == "nmod" and child.i > token.i), None)
    type_, last = ("other", token.i) if of is None else (_described(of)[0] if of.pos_ == "NOUN" else "other", _right_edge(of))
    end = token.doc[last]
    return Candidate(
        token.idx,
        end.idx + len(end),
        token.i,
        last,
        token.i,
        sent,
        "nominal",
        cast("EntityType", type_),
        token.lower_,
        words=(token.lower_,),
        number="singular" if token.lower_ == "one" else "plural",
        definiteness="indefinite",
    )


def _pronoun(token: Token, *, sent: int) -> Candidate | None:
    person, number, gender, kind = _pronouns()[token.lower_]
    if kind == "relative":
        if not is_relative(token):
            return None
    elif token.lower_ in ("it",) and (token.dep_ == "expl" or _is_pleonastic(token)):
        return None
    elif token.pos_ == "DET" and kind not in ("possessive",):
        return None
    type_: EntityType = "person" if person in (1, 2) or gender in ("male", "female") else "other"
    return Candidate(
        token.idx,
        token.idx + len(token),
        token.i,
        token.i,
        token.i,
        sent,
        kind,
        type_,
        token.lower_,
        gender=gender,
        number=number,
        person=person,
    )


def is_relative(token: Token) -> bool:
    """Whether a wh-word or "that" opens a relative clause: some verb above it modifies a noun."""
    if token.lower_ == "that" and token.pos_ != "PRON":
        return False
    return relative_antecedent(token) is not None


def relative_antecedent(token: Token) -> Token | None:
    """The noun that the clause of a relative pronoun modifies; the clause must come after it.

    Where the parser hangs the clause elsewhere, the noun that a comma or a preposition parts from a wh-word ("X, with whom").
    """
    above = token
    for _ in range(5):
        if above.dep_ == "acl:relcl" or (above.dep_ == "acl" and above.pos_ in ("VERB", "AUX")):
            if token.lower_ in ("who", "whom") and above.head.i < token.i:
                return _someone(above.head)
            return above.head if above.head.i < token.i else None
        if above.head.i == above.i or (
            above is not token and above.dep_ in ("ccomp", "advcl", "parataxis") and above.i < token.i
        ):
            break
        above = above.head
    return _before_comma(token) if token.tag_ in ("WP", "WDT", "WP$") and token.lower_ != "that" else None


@lru_cache(maxsize=4)
def _parts_of_places(language: str = "en") -> frozenset[str]:
    frames = table(language, "frames")
    return frozenset((*frames["direction"]["words"], *frames["container"]["words"]))


def _someone(noun: Token) -> Token:
    """ "Fighters in the north of the country who": the noun further up that can be somebody, where the parser hung the clause
    on where they are."""
    above = noun
    for _ in range(4):
        place = described_type(above) in ("place", "facility", "state", "event") or above.lemma_.lower() in _parts_of_places()
        if above.pos_ != "NOUN" or not place:
            return above if above.pos_ in ("NOUN", "PROPN", "PRON") else noun
        host = above.head
        if above.dep_ not in ("nmod", "obl") or host.i > above.i or host.i == above.i:
            return noun
        if host.pos_ == "VERB" and host.dep_ in ("acl", "acl:relcl"):
            host = host.head
        elif host.pos_ == "VERB":
            host = next((child for child in host.children if child.dep_ == "obj" and child.i < above.i), noun)
        above = host
    return noun


def _before_comma(token: Token) -> Token | None:
    at, parted = token.i - 1, False
    while at > token.sent.start and (token.doc[at].text == "," or token.doc[at].dep_ == "case"):
        parted = parted or token.doc[at].text == ","
        at -= 1
    noun = token.doc[at]
    if not parted or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    while noun.dep_ in _INSIDE_NAME and noun.head.i < token.i:
        noun = noun.head
    return noun


def _is_pleonastic(token: Token) -> bool:
    """It that stands for nothing: weather, clefts, and a clause that comes after ("it is clear that ...")."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubj:pass", "expl"):
        return False
    if any(child.dep_ == "csubj" or (child.dep_ == "nsubj" and child.i > verb.i) for child in verb.children):
        return True
    clauses = any(child.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "acl:relcl") and child.i > verb.i for child in verb.children)
    if verb.pos_ == "ADJ" and clauses:
        return True
    words = table("en", "bodies")["pleonastic"]
    passive = token.dep_ == "nsubj:pass" or any(child.dep_ == "aux:pass" for child in verb.children)
    return clauses and (verb.lemma_ in words["verbs"] or passive and verb.lemma_ in words["passive"])


def is_result(word: Token) -> bool:
    """Whether an adjective stands between the verb and the article or number of its object: "shot dead a guard". It says what
    became of the object and is no part of its name."""
    host = word.head
    return (
        word.dep_ == "amod"
        and word.tag_ == "JJ"
        and word.i == host.head.i + 1
        and host.head.tag_.startswith("VB")
        and any(child.i == word.i + 1 and child.dep_ in ("det", "nmod:poss", "nummod") for child in host.children)
    )


def _nominal(token: Token, *, sent: int, named: list[bool]) -> Candidate | None:
    doc = token.doc
    first = last = token.i
    for child in token.children:
        if child.dep_ in _OUTSIDE and not (child.dep_ == "punct" and first < child.i < last):
            continue
        if child.i < token.i:
            if not is_result(child) and not _is_hedge(child):
                first = min(first, child.left_edge.i)
        elif child.dep_ == "nmod" and child.left_edge.text == ",":
            continue  # "the army, with support from Morland, …"
        elif is_adjunct(child) or _is_doer(child, token) or _is_hedge(child) or child.tag_ in ("WRB", "WP"):
            break  # "the troops on Sunday": what follows stands outside as well
        elif child.dep_ in ("nmod", "compound", "flat", "nummod", "advmod", "nmod:unmarked") and not is_part(child):
            last = max(last, _right_edge(child))
    if _is_general(token):
        return None
    if token.i + 1 < len(doc) and _is_general(doc[token.i + 1]):
        last = max(last, token.i + 1)
    if any(
        named[at] and doc[at].dep_ in ("flat", "appos") and doc[at].head.i == token.i
        for at in range(token.i + 1, min(last + 2, len(doc)))
    ) and _adjacent_name(token, named):
        return None  # "commander X": the name is the mention, the noun its role
    if (
        token.head.i > token.i
        and token.dep_ in _TITLES
        and people_words().is_person(token.lemma_.lower())
        and all(named[token.i + 1 : token.head.i + 1])
    ):
        return None  # "Peru's president X", where the parser hangs the noun on the name
    # a predicate noun begins after its copula ("where he was the envoy"): what stands before belongs to the clause
    before = [child.right_edge.i for child in token.lefts if child.dep_ in _OUTSIDE and child.dep_ != "punct"]
    first = min(token.i, max([first, *(edge + 1 for edge in before)]))
    while first < token.i and (
        doc[first].is_space
        or doc[first].is_punct
        or (doc[first].dep_ == "advmod" and doc[first].lower_ in table("en", "bodies")["focus"]["words"])
        or _is_leading_date(doc[first], token)
        or (
            doc[first].dep_ in ("case", "cc", "mark")
            and doc[first + 1].tag_ not in ("JJS", "RBS", "HYPH")  # "at least", "like-minded" stay whole
        )
    ):
        first += 1
    while last > token.i and doc[last].tag_ in _LOOSE:
        last -= 1  # "the army in the.", where a word is missing
    parted = (at for at in range(token.i - 1, first, -1) if doc[at - 1].text == "," and doc[at].dep_ == "det")
    first = next(parted, first)  # "and, at home, a hero": the parser hangs "home" on the hero
    first, last = balanced(doc, first, last, head=token.i)
    lemma = token.lemma_.lower()
    type_, number = _described(token)
    vocabulary = people_words()
    gender: Gender | None = vocabulary.gender(lemma) if type_ == "person" else ("neuter" if type_ not in ("other",) else None)
    content = tuple(
        each.lemma_.lower()
        for each in doc[first : token.i]
        if each.dep_ in ("amod", "compound", "nummod", "nmod:poss", "flat") and each.pos_ != "PRON"
    )
    after = tuple(each.lemma_.lower() for each in doc[token.i + 1 : last + 1] if each.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"))
    return Candidate(
        doc[first].idx,
        doc[last].idx + len(doc[last]),
        first,
        last,
        token.i,
        sent,
        "nominal",
        type_,
        lemma,
        words=(*content, *after),
        roles=(lemma,) if type_ == "person" else (),
        gender=gender,
        number=number,
        definiteness=_definiteness(token),
    )


def _is_general(word: Token) -> bool:
    """The end of an office: "the attorney [general]"; not of "the retired general"."""
    office = word.nbor(-1) if word.i and word.lower_ == "general" and not word.is_sent_start else None
    return office is not None and office.tag_ == "NN" and people_words().is_person(office.lower_)


def _is_leading_date(word: Token, head: Token) -> bool:
    """ "On Wednesday Peruvian troops left", "Sunday six bombers took off": a day that the parser hung on the noun behind it."""
    if word.lower_ not in table("en", "time")["classes"]["WEEKDAY"] or not word.is_title:
        return False
    behind = word.nbor(1)
    hung = word.head.i == head.i and word.dep_ not in ("compound", "nmod:poss") and word.tag_ != "NNS"
    return behind.is_title or behind.tag_ == "CD" or hung


def is_adjunct(token: Token, language: str = "en") -> bool:
    """Whether a modifier says when, how or by what means something is done: "the troops on Sunday", "the market with rockets".
    It belongs to the clause, on whichever noun the parser hung it; what "of" joins stays ("the raids of March")."""
    words = table(language, "bodies")["adjunct"]
    case = next((child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i), "")
    if case in words["cases"]:
        return True
    lemma = token.lemma_.lower()
    if case == "with" and lemma in words["means"] or lemma in words["nouns"].get(case, ()):
        return True
    calendar = table(language, "time")["classes"]
    dates = any(  # "in mid-July"
        word.lower_ in calendar["WEEKDAY"] or word.lower_ in calendar["MONTH"] and word.is_title
        for word in (token, *(child for child in token.children if child.dep_ == "nmod:unmarked"))
    )
    near = lemma in words["periods"] and any(child.lower_ in words["dating"] for child in token.children)
    return (dates or near) and case in ("", "on", "in", "by", "from") and (bool(case) or token.dep_ != "compound")


def is_part(token: Token) -> bool:
    """Whether an apposition names a part of what stands before it: "the allies, especially Peru"."""
    return any(child.i < token.i and child.lower_ in table("en", "bodies")["subset"]["words"] for child in token.children)


def apposed_to(token: Token) -> Token:
    """What an apposition describes: its head, but of several in a row the one right before it ("Marr, Petrak and Doran, head of
    the council")."""
    named = [child for child in token.children if child.dep_ in ("appos", "flat") and child.i == token.i + 1]
    if named and token.pos_ == "NOUN" and named[0].pos_ == "PROPN":
        return named[0]  # "Marr, Petrak's lawyer Ivo Doran": the lawyer is the one named behind the word
    first = next((word for word in token.doc[token.left_edge.i : token.i + 1] if not word.is_punct), token)
    if token.tag_ not in ("NN", "NNP") or first.i < 2 or first.nbor(-1).text != ",":
        return token.head
    joined = [token.head]
    for part in joined:
        joined += [child for child in part.children if child.dep_ == "conj" and child.i < token.i]
    last = first.nbor(-2)
    ends = (part for part in joined[1:] if last.i == part.i or last.dep_ in ("flat", "nmod") and part.is_ancestor(last))
    return next(ends, token.head)


def _is_hedge(child: Token) -> bool:
    """ "[Militants] likely took it": how sure it is belongs to the clause."""
    kinds = (table("en", "modality")[kind]["words"] for kind in ("possible", "predicted", "alleged", "reported"))
    return child.dep_ == "advmod" and any(child.lower_ in words for words in kinds)


def _is_doer(child: Token, noun: Token) -> bool:
    """ "The ouster of [the president] by the army": who did it is no part of whom it was done to."""
    by = any(word.dep_ == "case" and word.lower_ == "by" for word in child.children)
    return by and child.dep_ == "nmod" and people_words().is_person(noun.lemma_.lower())


def _right_edge(token: Token) -> int:
    """The last token of a modifier, cut where a relative clause, an apposition or a coordination opens."""
    last = token.i
    for child in token.children:
        if child.i > token.i and is_adjunct(child):
            break
        if child.i > token.i and child.dep_ not in ("acl:relcl", "appos", "parataxis", "punct", "advcl", "acl"):
            last = max(last, _right_edge(child))
    return last


def _adjacent_name(token: Token, named: list[bool]) -> bool:
    return token.i + 1 < len(named) and named[token.i + 1]


def _described(token: Token) -> tuple[EntityType, Number | None]:
    """What a noun describes, and whether one or several. Fighters in the plural are a group, a fighter is a person."""
    lemma, vocabulary = token.lemma_.lower(), people_words()
    number: Number = "plural" if token.tag_ in ("NNS", "NNPS") else "singular"
    if lemma in vocabulary.crowds or token.lower_ in vocabulary.crowds:
        return "person", "plural"
    fighters, soldiers = table("en", "bodies")["fighters"]["words"], table("en", "bodies")["soldiers"]["words"]
    if number == "plural" and lemma in fighters:
        return "armed_group", number
    if (number == "plural" and lemma in soldiers) or token.lower_ in ("troops", "forces"):
        return "military_unit", "plural"
    if vocabulary.is_person(lemma):
        return "person", number
    found = described_type(token) or body_types().get(token.lower_)
    if found is None:
        return "other", number
    return found, None if found in EITHER_NUMBER and number == "singular" else number


def _definiteness(token: Token) -> Definiteness:
    for child in token.children:
        if child.i > token.i:
            break
        if child.dep_ == "det":
            if child.lower_ == "the":
                return "definite"
            if child.lower_ in _DEMONSTRATIVES:
                return "demonstrative"
            if child.lower_ in _INDEFINITES:
                return "indefinite"
        if child.dep_ == "nmod:poss" or child.lower_ in _POSSESSIVES:
            return "possessive"
    return "bare"

"""Phrases and clauses as free text: where what is said begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.model import Argument
from crossread.reading.balanced import balanced
from crossread.reading.claims import syntax
from crossread.reading.claims.filled import Filled
from crossread.reading.coreference.phrases import is_adjunct, is_result

if TYPE_CHECKING:
    from spacy.tokens import Token


_PHRASE_CUT = frozenset(
    {
        "acl:relcl",
        "acl",
        "appos",
        "parataxis",
        "punct",
        "cc",
        "conj",
        "cop",
        "nsubj",
        "advcl",
        "aux",
        "mark",
        "case",
        "dep",
        "obl",
        "list",
        "nsubj:pass",
        "expl",
        "discourse",
        "cc:preconj",
    }
)
_CLAUSE_CUT = frozenset({"parataxis", "mark"})


def free_text(token: Token, *, clause: bool = False) -> Filled:
    """A phrase or clause as free text, without what follows it in brackets or as a further clause.

    Of a predicate noun ("is not the king of …") only the noun phrase is taken.
    """
    copula = any(child.dep_ == "cop" for child in token.children)
    if clause:
        # "its aim is to take the town"
        outer = {"nsubj:outer", "cop", "aux"} if syntax.children(token, "nsubj:outer") else set[str]()
        first, last = syntax.subtree_span(token, _CLAUSE_CUT | outer)
    else:
        first, last = syntax.subtree_span(token, _PHRASE_CUT | {"advmod"} if copula else _PHRASE_CUT, beside=_is_beside)
        last = _second_of_two(first, last)
        last = _going_on(token) if last.i == token.i else last
        last = max(last, _of_one(token), key=lambda word: word.i)
    doc = token.doc
    if first.i and first.tag_ in ("JJS", "RBS") and doc[first.i - 1].tag_ == "IN" and doc[first.i - 1].lower_ == "at":
        first = doc[first.i - 1]  # "at least three" stays whole
    while first.i < last.i and _is_opening(first, token):
        first = doc[first.i + 1]
    if first.lower_ == "longer" and first.i and first.nbor(-1).lower_ == "no" and first.i < last.i:
        first = doc[first.i + 1]  # "is no longer president"
    while last.i > first.i and (last.is_punct or last.is_space):
        last = doc[last.i - 1]
    begin, close = balanced(doc, first.i, last.i, head=token.i)
    start, end = doc[begin].idx, doc[close].idx + len(doc[close])
    return Filled(Argument(None, " ".join(doc[begin : close + 1].text.split()), start, end), token, None, None)


def _going_on(noun: Token, language: str = "en") -> Token:
    """The last word of "an end to the siege", where the parser hung what the noun asks for on the verb; else the noun itself."""
    if noun.dep_ not in ("obj", "obl") or noun.lemma_.lower() not in listed(language, "completed"):
        return noun
    after = (child for child in syntax.children(noun.head, "obl") if child.left_edge.i == noun.i + 1)
    return next((syntax.subtree_span(child, _PHRASE_CUT)[1] for child in after if syntax.case_of(child) == "to"), noun)


def _of_one(noun: Token, language: str = "en") -> Token:
    """The last word of "the first king to resign", who without what he was the first to do is somebody else; else the noun."""
    ones = [child for child in noun.children if child.i < noun.i and child.dep_ == "amod"]
    ranked = any(child.tag_ == "JJS" or "NumType=Ord" in str(child.morph) for child in ones)
    if not ranked and not any(child.lower_ in listed(language, "singled_out") for child in ones):
        return noun
    deeds = (child for child in noun.children if child.dep_ == "acl" and child.i > noun.i and child.left_edge.lower_ == "to")
    return next((syntax.subtree_span(deed, _PHRASE_CUT - {"obl", "aux", "mark"})[1] for deed in deeds), noun)


def _second_of_two(first: Token, last: Token) -> Token:
    """The last word of a phrase, or of the second side where "between" names but the first within it: "a peace between"."""
    for word in last.doc[first.i : last.i + 1]:
        if syntax.case_of(word) == "between":
            ends = [syntax.subtree_span(child, _PHRASE_CUT)[1] for child in syntax.children(word, "conj")]
            last = max([last, *ends], key=lambda token: token.i)
    return last


def _is_beside(phrase: Token) -> bool:
    """Whether what hangs on a noun says when or how something is done, and belongs to the clause: "an apology the following
    Monday"."""
    dated: frozenset[int] = phrase.doc.user_data.get(syntax.DATED, frozenset())
    dates = phrase.i in dated and phrase.i > phrase.head.i and syntax.case_of(phrase) not in ("of", "between")
    return dates or (phrase.dep_ == "nmod" and is_adjunct(phrase)) or is_result(phrase)


def _is_opening(word: Token, head: Token) -> bool:
    """Whether a word only opens the phrase: an article, a preposition, a mark. "At least" belongs to the number."""
    focus = word.dep_ == "advmod" and word.head.i == head.i and word.lower_ in table("en", "bodies")["focus"]["words"]
    if word.is_punct or word.is_space or focus and word.lower_ not in ("not", "only"):
        return True
    if (
        word.dep_ not in ("case", "mark", "cc", "det")
        or word.head.i != head.i
        or word.i >= head.i
        or word.lower_ in listed("en", "kept")
    ):
        return False
    return word.doc[word.i + 1].tag_ not in ("JJS", "RBS")

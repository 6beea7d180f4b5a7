"""Polarity and modality of a clause, from the words that govern it.

Modality is the innermost voice's own (Saurí & Pustejovsky 2009, FactBank, simplified to the contract's seven values).
Where two fit: hypothetical, predicted, wished, possible, alleged, reported, asserted, in this order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model.reading import Modality, Polarity
from crossread.reading.claims import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

_ATTRIBUTED: tuple[Modality, ...] = ("predicted", "wished", "possible")
ORDER: tuple[Modality, ...] = ("hypothetical", "predicted", "wished", "possible", "alleged", "reported", "asserted")


@dataclass(frozen=True, slots=True)
class ModalWords:
    """The tables of `modality.toml` as sets."""

    negation: frozenset[str]
    implicative: frozenset[str]
    unwilling: frozenset[str]
    kept: frozenset[str]
    proof: frozenset[str]
    instead: frozenset[tuple[str, ...]]
    with_would: frozenset[str]
    weighed: frozenset[str]
    devoted: frozenset[str]
    able: frozenset[str]
    done: frozenset[str]
    wished: frozenset[str]
    predicted: frozenset[str]
    predicted_modals: frozenset[str]
    possible: frozenset[str]
    possible_modals: frozenset[str]
    alleged: frozenset[str]
    reported: frozenset[str]
    hypothetical: frozenset[str]
    attributes: tuple[tuple[Modality, frozenset[str]], ...]


@lru_cache(maxsize=4)
def modal_words(language: str = "en") -> ModalWords:
    """The modal vocabulary of a language."""
    data = table(language, "modality")
    return ModalWords(
        frozenset(data["negation"]["words"]),
        frozenset(data["implicative"]["negative"]),
        frozenset(data["implicative"]["gerund"]),
        frozenset(data["implicative"]["kept"]),
        frozenset(data["implicative"]["proof"]),
        frozenset(tuple(words.split()) for words in data["implicative"]["instead"]),
        frozenset(data["wished"]["with_would"]),
        frozenset(data["possible"]["weighed"]),
        frozenset(data["wished"]["devoted"]),
        frozenset(data["possible"]["able"]),
        frozenset(data["occurred"]["nouns"]),
        frozenset(data["wished"]["words"]),
        frozenset(data["predicted"]["words"]),
        frozenset(data["predicted"]["modals"]),
        frozenset(data["possible"]["words"]),
        frozenset(data["possible"]["modals"]),
        frozenset(data["alleged"]["words"]),
        frozenset(data["reported"]["words"]),
        frozenset(data["hypothetical"]["marks"]),
        tuple((value, frozenset(data[value]["attributes"])) for value in _ATTRIBUTED),
    )


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is put: its polarity and modality, and the words that decided.

    `purpose`: it is wished only in that something else is done for it ("fired to disperse them"); as an event it counts
    like what is done.
    """

    polarity: Polarity
    modality: Modality
    reasons: tuple[str, ...]
    purpose: bool = False


def stance_of(anchor: Token, clause: Token, *, presupposed: bool = False, language: str = "en") -> Stance:
    """Polarity and modality of what `anchor` says, read from its clause upward to the first reporting boundary.

    What is presupposed hears only the words on the anchor itself ("the alleged attack").
    """
    words = modal_words(language)
    if presupposed:
        clause = anchor
    denied = False
    found: set[Modality] = set()
    reasons: list[str] = []

    def mark(value: Modality, word: Token) -> None:
        found.add(value)
        reasons.append(word.text)

    for token in _own_words(anchor, clause):
        lower = token.lower_
        if lower in words.negation and token.dep_ in ("advmod", "det", "cc:preconj", "cc", "neg", "case", "mark"):
            denied = not denied
            reasons.append(token.text)
        elif lower == "longer" and any(child.lower_ == "no" for child in token.children):
            denied = not denied
            reasons.append(token.text)
        elif token.dep_ == "aux" and lower in words.predicted_modals:
            mark(_foreseen(token, clause), token)
        elif token.dep_ == "aux" and lower in words.possible_modals:
            mark("possible", token)
        elif token.dep_ == "aux" and lower in ("should", "must", "ought"):
            mark("wished", token)
        elif lower in words.alleged and token.dep_ in ("advmod", "amod"):
            mark("alleged", token)
        elif lower in words.reported and token.dep_ in ("advmod", "amod"):
            mark("reported", token)
        elif token.dep_ == "amod" and token.head.i == anchor.i and (value := _attributed(lower, words)) is not None:
            mark(value, token)
        elif token.dep_ == "advmod" and (lower in words.possible or token.lemma_ in words.possible):
            mark("possible", token)
        elif token.dep_ == "mark" and lower in words.hypothetical and lower != "until":
            mark("hypothetical", token)
    if presupposed:
        return Stance("affirmed", next((value for value in ORDER if value in found), "asserted"), tuple(reasons))
    purpose = not found and _is_purpose(clause)
    if purpose:
        mark("wished", clause)
        will = _future_above(clause, words)
        if will is not None:
            mark("predicted", will)
    subject = syntax.own_subject(clause)
    if subject is not None and clause.tag_ == "VB" and subject.lemma_ in words.wished:
        mark("wished", subject)
    for side in (subject, *syntax.children(clause, "obj")):
        if side is not None and any(_denies(child, side) for child in side.children):
            denied = not denied
    denied = _climb(anchor, clause, words, mark) ^ denied ^ _is_replaced(clause, words)
    if _is_question(clause):
        found.add("hypothetical")
        reasons.append("?")
    return Stance(
        "denied" if denied else "affirmed",
        next((value for value in ORDER if value in found), "asserted"),
        tuple(reasons),
        (purpose or _is_use(clause, words)) and found == {"wished"},
    )


def _attributed(word: str, words: ModalWords) -> Modality | None:
    """What an attribute says of a deed: "the upcoming visit", "a proposed raid", "a possible attack"."""
    return next((value for value, known in words.attributes if word in known), None)


def _denies(word: Token, side: Token) -> bool:
    """ "Neither A nor B", "has no ties": an argument that denies the clause. Of a subject with "no" nothing is said."""
    return word.lower_ == "neither" and word.dep_ in ("cc:preconj", "det", "cc") or (
        word.lower_ == "no" and word.dep_ == "det" and side.dep_ == "obj"
    )


def _is_purpose(clause: Token) -> bool:
    """ "fired to disperse the crowd": an infinitive that says what for; whether it came about is not said."""
    return clause.dep_ == "advcl" and clause.tag_ == "VB" and any(child.tag_ == "TO" for child in clause.children)


def _future_above(clause: Token, words: ModalWords) -> Token | None:
    """ "Will consider a mission to investigate": the "will" of what is to be done for a purpose; in "will back their campaign to
    take the town" it is not of the taking."""
    if syntax.owner_of_effort(clause) is not None:
        return None
    for above in clause.ancestors:
        for child in above.children:
            if child.dep_ == "aux" and child.lower_ in words.predicted_modals:
                return child
        if above.dep_ not in ("xcomp", "obj", "advcl", "acl"):
            return None
    return None


def _is_use(clause: Token, words: ModalWords) -> bool:
    """ "money to fight the militia": what a thing is for, where the noun is no wish."""
    return (
        clause.dep_ == "acl"
        and clause.tag_ == "VB"
        and clause.head.pos_ == "NOUN"
        and clause.head.lemma_.lower() not in words.wished | words.predicted
    )


def _own_words(anchor: Token, clause: Token) -> list[Token]:
    """The words that hang on the clause's predicate, and on a noun anchor."""
    found = list(clause.children)
    if anchor.i != clause.i:
        found += [child for child in anchor.children if child.dep_ in ("advmod", "amod", "det", "aux")]
    if (
        clause.dep_ == "conj"
        and clause.tag_ not in ("VBD", "VBZ", "VBP")
        and clause.head.pos_ in ("VERB", "AUX")
        and not any(child.dep_ in ("aux", "nsubj", "nsubj:pass") for child in clause.children)
    ):
        found += [
            child
            for child in clause.head.children
            if child.dep_ == "aux"
            or (child.dep_ == "advmod" and child.lower_ in ("not", "n't", "never") and child.i < clause.head.i)
        ]
    return found


def _foreseen(will: Token, clause: Token) -> Modality:
    """ "Would have fallen", "would fall if it were attacked" are no forecasts."""
    unreal = will.lower_ in ("would", "'d") and (_has_perfect(clause) or _has_condition(clause))
    return "hypothetical" if unreal else "predicted"


def _has_condition(clause: Token) -> bool:
    return any(
        child.dep_ == "advcl" and any(word.dep_ == "mark" and word.lower_ == "if" for word in child.children)
        for child in clause.children
    )


def _has_perfect(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("have", "'ve") for child in clause.children)


def _climb(anchor: Token, clause: Token, words: ModalWords, mark: object) -> bool:
    """Governors above the clause: "wants to", "failed to", "is expected to", "if"; returns whether they deny it."""
    assert callable(mark)
    denied = False
    token = clause
    if anchor.i != clause.i and anchor.dep_ in ("obj", "nsubj:pass", "obl", "nmod", "xcomp"):
        governor = anchor.head
        if governor.lemma_ in words.implicative and anchor.dep_ == "obj":
            denied = not denied
    for _ in range(6):
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ == "conj":
            token = head
            continue
        if token.dep_ in ("acl", "ccomp") and head.pos_ == "NOUN" and _lacks_proof(token, head, words):
            denied = not denied
            break
        linked = token.tag_ == "VBG" and bool(syntax.children(token, "mark", "case"))
        if linked and head.pos_ == "NOUN" and token.dep_ in ("acl", "nmod"):
            # "the possibility of attacking", "a moratorium on sending arms"
            noun = head.lemma_.lower()
            denied ^= noun in words.kept
            for value, known in (("wished", words.wished), ("predicted", words.predicted), ("possible", words.possible)):
                if noun in known:
                    mark(value, head)
            break
        if _is_purpose(token) and _is_denied(head):
            denied = not denied  # "is not considering using drones to strike them"
        if token.dep_ in ("xcomp", "acl", "ccomp", "advcl") and token.tag_ in ("VB", "VBG", "NN", "NNP", "JJ", "VBN"):
            to = next((child for child in token.children if child.lower_ == "to" and child.tag_ == "TO"), None)
            if token.i != clause.i and _is_purpose(token):
                mark("wished", token)
                break
            if token.tag_ == "VBG" and token.dep_ == "advcl" and _follows_mood(token):
                for child in head.children:
                    if child.dep_ == "aux" and child.lower_ in words.predicted_modals:
                        mark(_foreseen(child, head), child)
                    elif child.dep_ == "aux" and child.lower_ in words.possible_modals:
                        mark("possible", child)
                break
            infinitive = (token.tag_ == "VB" and token.dep_ != "advcl" and to is not None) or token.dep_ == "xcomp"
            lemma = _lemma(head, words)
            gerund = token.tag_ == "VBG" and lemma in words.implicative | words.unwilling
            marks = [child.lower_ for child in token.children if child.dep_ == "mark"]
            devoted = token.tag_ == "VBG" and head.lower_ in words.devoted and "to" in marks
            if not infinitive and not gerund and not devoted:
                break
            if gerund or lemma in words.implicative:
                denied = not denied
            elif devoted or lemma in words.wished:
                mark("wished", head)
            elif token.tag_ == "VBG" and lemma in words.weighed:
                mark("possible", head)
            elif lemma in words.with_would and any(child.lower_ in ("would", "'d") for child in head.children):
                mark("wished", head)
            elif lemma in words.predicted:
                mark("predicted", head)
            elif lemma in words.possible:
                mark("possible", head)
            elif lemma in words.alleged:
                mark("alleged", head)
            elif token.dep_ == "acl" and head.pos_ == "NOUN" and lemma.lower() in words.able:
                mark("possible", head)
            elif token.dep_ == "acl" and head.pos_ == "NOUN" and not _is_ranked(head) and lemma.lower() not in words.done:
                mark("wished", head)
            for child in head.children:
                if child.dep_ == "mark" and child.lower_ in words.hypothetical:
                    mark("hypothetical", child)
                elif child.dep_ == "aux" and child.lower_ in words.predicted_modals:
                    if lemma not in words.with_would:
                        mark(_foreseen(child, head), child)
                elif child.dep_ == "aux" and child.lower_ in words.possible_modals:
                    mark("possible", child)
                elif child.dep_ == "advmod" and child.lower_ in ("not", "n't", "never") and token.dep_ == "xcomp":
                    denied = not denied
            token = head
            continue
        break
    return denied


def _lemma(word: Token, words: ModalWords) -> str:
    """A word's lemma; of a participle that was tagged as an adjective ("is threatening to") the verb's."""
    if word.tag_ == "JJ" and word.lower_.endswith("ing"):
        stem = word.lower_.removesuffix("ing")
        known = words.wished | words.predicted | words.possible | words.implicative
        return next((form for form in (stem, f"{stem}e", stem[:-1]) if form in known), word.lemma_)
    return word.lemma_


def _lacks_proof(clause: Token, noun: Token, words: ModalWords) -> bool:
    """ "no evidence that the army shelled it": nobody says that it did."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    none = any(child.lower_ == "no" for child in noun.children) or noun.dep_ == "obj" and _is_denied(noun.head)
    return that and none and noun.lemma_.lower() in words.proof


def _is_replaced(clause: Token, words: ModalWords) -> bool:
    """ "Fled rather than fight", "instead of attacking": something else was done."""
    return any(
        child.i < clause.i and (child.lower_, child.nbor(1).lower_) in words.instead
        for child in clause.children
        if child.dep_ in ("mark", "cc", "advmod", "case")
    )


def _is_denied(clause: Token) -> bool:
    """Whether a clause, or one that it completes, has a "not"."""
    while True:
        if any(child.dep_ == "advmod" and child.lower_ in ("not", "n't", "never") for child in clause.children):
            return True
        if clause.dep_ != "xcomp" or clause.head.i == clause.i:
            return False
        clause = clause.head


def _follows_mood(clause: Token) -> bool:
    """ "may shell the town, killing many": a participle with no mark of its own is as sure as the clause it hangs on."""
    return not any(child.dep_ in ("mark", "case", "nsubj") for child in clause.children)


def _is_ranked(noun: Token) -> bool:
    """ "the first army to cross the river", "the only one to": it did."""
    return any(child.lower_ in ("first", "second", "third", "last", "only") or child.tag_ == "JJS" for child in noun.children)


def _is_question(clause: Token) -> bool:
    root = clause
    for _ in range(4):
        if root.dep_ in ("conj", "xcomp") and root.head.i != root.i:
            root = root.head
        else:
            break
    sent = root.sent
    return root.dep_ in ("ROOT", "parataxis") and sent[-1].text.strip().startswith("?") or sent.text.rstrip().endswith("?")

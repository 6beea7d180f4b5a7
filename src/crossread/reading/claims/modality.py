"""Polarity and modality of a clause, from its own words and those that govern it.

Modality is the innermost voice's own (Saurí & Pustejovsky 2009, FactBank, simplified to the contract's seven values).
Where two fit: hypothetical, predicted, wished, possible, alleged, reported, asserted, in this order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.model.reading import Modality, Polarity
from crossread.reading.attribution.phrases import is_mark
from crossread.reading.claims import syntax
from crossread.reading.claims.governors import Heard, foreseen, hear_above, is_inverted, is_not_only, is_purpose, is_ruled_out
from crossread.reading.claims.modal_words import ModalWords, modal_words
from crossread.reading.claims.named_deeds import named_stance
from crossread.reading.claims.tense import is_present

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

ORDER: tuple[Modality, ...] = ("hypothetical", "predicted", "wished", "possible", "alleged", "reported", "asserted")
_CLOSING = " \n\t\"'”’»)"  # what may stand behind a question mark
_FINITE = ("VBD", "VBZ", "VBP", "VBN", "VBG")
_NEGATING = ("advmod", "det", "cc:preconj", "cc", "neg", "case", "mark")


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


def stance_of(
    anchor: Token,
    clause: Token,
    *,
    presupposed: bool = False,
    fought: bool = False,
    voiced: bool = False,
    language: str = "en",
) -> Stance:
    """Polarity and modality of what `anchor` says, read from its clause upward to the first reporting boundary.

    What is presupposed hears only the words on the anchor itself ("the alleged attack") and what governs a deed. `fought`: what
    is said is done in an effort itself ("an offensive to drive them out" fights them, and only wants them out); `voiced`:
    who does something for it does it thereby ("marched to demand a vote").
    """
    words = modal_words(language)
    if presupposed:
        clause = anchor
    heard = Heard()
    for token in _own_words(anchor, clause, words):
        _hear_own(token, anchor, clause, words, heard)
    if presupposed:
        named = named_stance(anchor, language=language)
        if named is not None:
            heard.mark(*named)
        return Stance("affirmed", _first(heard), tuple(heard.reasons))
    purpose = not heard.found and is_purpose(clause, words, fought=fought) and not is_ruled_out(clause, words)
    if purpose:
        asked = clause.head.lemma_ in words.wished  # "called on them to condemn it"
        if asked or not voiced or clause.head.tag_ not in _FINITE:
            heard.mark("wished", clause)
        will = _future_above(clause, words)
        if will is not None:
            heard.mark("predicted", will)
    _hear_arguments(clause, words, heard)
    hear_above(anchor, clause, words, heard, fought=fought)
    if _is_replaced(clause, words):
        heard.turn()
    anybody = _anybody(clause, words)
    if anybody is not None:
        heard.mark("hypothetical", anybody)
    coming = _to_come(clause, words)
    if coming is not None:
        heard.mark("predicted", coming)
    supposed = _supposed_above(clause, words)
    if supposed is not None:
        heard.mark("hypothetical", supposed)
    if _is_question(clause):
        heard.found.add("hypothetical")
        heard.reasons.append("?")
    return Stance(
        "denied" if heard.denied else "affirmed",
        _first(heard),
        tuple(heard.reasons),
        (purpose or _is_use(clause, words)) and heard.found == {"wished"},
    )


def _first(heard: Heard) -> Modality:
    return next((value for value in ORDER if value in heard.found), "asserted")


def _hear_own(token: Token, anchor: Token, clause: Token, words: ModalWords, heard: Heard) -> None:
    """What one word on a clause, or on a noun anchor, makes of it."""
    lower = token.lower_
    # what was nearly done was not done; who is almost ready is ready soon
    nearly = lower in words.negation.nearly and token.head.pos_ != "VERB"
    negates = lower in words.negation.words and token.dep_ in _NEGATING and not nearly and not is_not_only(token, words)
    if negates or any((child.lower_, lower) in words.negation.ended for child in token.children):
        heard.turn()
        heard.reasons.append(token.text)
    elif token.lemma_ in words.negation.phrases and any(child.lower_ == "no" for child in syntax.children(token, "det")):
        heard.turn()  # "in no way"
        heard.reasons.append(token.text)
    elif token.dep_ == "aux" and is_inverted(token, clause, words):
        heard.mark("hypothetical", token)
    elif token.dep_ == "aux":
        if lower in words.predicted_modals:
            heard.mark(foreseen(token, clause, words), token)
        elif lower in words.possible_modals:
            heard.mark("possible", token)
        elif lower in words.wished_modals:
            heard.mark("wished", token)
    elif lower in words.alleged and token.dep_ in ("advmod", "amod"):
        heard.mark("alleged", token)
    elif lower in words.reported and token.dep_ in ("advmod", "amod"):
        heard.mark("reported", token)
    elif token.dep_ == "amod" and token.head.i == anchor.i and (value := words.attributed(lower)) is not None:
        heard.mark(value, token)
    elif token.dep_ == "advmod" and (lower in words.possible or token.lemma_ in words.possible):
        heard.mark("possible", token)
    elif token.dep_ == "mark" and syntax.joined(token) in words.hypothetical - words.times:
        heard.mark("hypothetical", token)
    elif token.dep_ in ("mark", "advmod") and lower in words.coming | words.unsure and _is_to_come(clause, words):
        heard.mark("hypothetical" if lower in words.unsure else "predicted", token)


def _is_to_come(clause: Token, words: ModalWords) -> bool:
    """ "Should act before more are killed": a present tense of what is to come, as what it belongs to is."""
    present = clause.tag_ in ("VBP", "VBZ") or any(
        child.tag_ in ("VBP", "VBZ") for child in syntax.children(clause, "aux", "aux:pass", "cop")
    )
    modals = words.predicted_modals | words.wished_modals
    return present and clause.dep_ == "advcl" and any(
        child.lower_ in modals and child.lower_ not in words.unreal for child in syntax.children(clause.head, "aux")
    )


def _hear_arguments(clause: Token, words: ModalWords, heard: Heard) -> None:
    """ "A call that he leave", and what an argument denies."""
    subject = syntax.own_subject(clause)
    if subject is not None and _is_subjunctive(clause, subject, words):
        heard.mark("wished", clause)
    if subject is not None and clause.tag_ == "VB" and subject.lemma_ in words.wished:
        heard.mark("wished", subject)
    for side in (subject, *syntax.children(clause, "obj")):
        if side is not None and any(_denies(child, side, words) for child in side.children):
            heard.turn()


def _is_subjunctive(clause: Token, subject: Token, words: ModalWords) -> bool:
    """ "demanded that the president step down": a clause with one subject and a base form is what somebody wants."""
    asked = clause.head.lemma_ in words.wished
    if not asked and (subject.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in subject.children)):
        return False  # a present tense looks the same
    base = clause.tag_ == "VB" or asked and clause.tag_ == "VBP"
    if not base or clause.dep_ not in ("ccomp", "acl") or syntax.children(clause, "aux"):
        return False
    return any(child.lower_ == "that" for child in syntax.children(clause, "mark"))


def _denies(word: Token, side: Token, words: ModalWords) -> bool:
    """ "Neither A nor B", "has no ties": an argument that denies the clause. Of a subject with "no" nothing is said."""
    return word.lower_ in words.negation.of_arguments and word.dep_ in ("cc:preconj", "det", "cc") or (
        word.lower_ in words.negation.of_objects and word.dep_ == "det" and side.dep_ == "obj"
    )


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


def _own_words(anchor: Token, clause: Token, words: ModalWords) -> Iterator[Token]:
    """The words that hang on the clause's predicate, on a noun anchor, and on the verb to which the clause is joined."""
    yield from clause.children
    if anchor.i != clause.i:
        yield from syntax.children(anchor, "advmod", "amod", "det", "aux")
    if (
        clause.dep_ == "conj"
        and clause.tag_ not in ("VBD", "VBZ", "VBP")
        and clause.head.pos_ in ("VERB", "AUX")
        and not syntax.children(clause, "aux", "nsubj", "nsubj:pass")
    ):
        for child in clause.head.children:
            denies = (
                child.dep_ == "advmod"
                and child.lower_ in words.negation.plain
                and child.i < clause.head.i
                and not is_not_only(child, words)
            )
            if child.dep_ == "aux" or denies:
                yield child


def _is_replaced(clause: Token, words: ModalWords) -> bool:
    """ "Fled rather than fight", "instead of attacking": something else was done."""
    return any(
        child.i < clause.i and (child.lower_, child.nbor(1).lower_) in words.negation.instead
        for child in clause.children
        if child.dep_ in ("mark", "cc", "advmod", "case")
    )


def _supposed_above(clause: Token, words: ModalWords) -> Token | None:
    """The "if" of the clause that one without a tense belongs to: "if they persist in shelling the town"."""
    if clause.dep_ == "conj" and clause.head.dep_ == "advcl":  # "if they leave and the army takes the town"
        mark = next((child for child in syntax.children(clause.head, "mark") if child.lower_ in words.conditions), None)
        if mark is not None:
            return mark
    if clause.dep_ == "advcl" and clause.head.lower_ in words.lasting and syntax.children(clause, "mark"):
        return clause.head  # "as long as they support him"
    token = clause
    while token.tag_ in ("VBG", "VB") and token.dep_ in ("xcomp", "advcl", "conj") and token.head.i != token.i:
        token = token.head
        mark = next((child for child in syntax.children(token, "mark") if child.lower_ in words.conditions), None)
        if mark is not None:
            return mark
    return None


def _to_come(clause: Token, words: ModalWords) -> Token | None:
    """The "before" of what has not happened yet: "act before more are killed"."""
    top = clause.head if clause.dep_ == "conj" else clause
    if top.dep_ != "advcl" or not is_present(clause):
        return None
    return next((child for child in top.children if child.dep_ == "mark" and child.lower_ in words.to_come), None)


def _anybody(clause: Token, words: ModalWords) -> Token | None:
    """The "any" of whom a relative clause describes, whether there is one or not: "any company that helps the army"."""
    if clause.dep_ != "acl:relcl" or not is_present(clause):
        return None
    whom = clause.head
    return next((word for word in (whom, *syntax.children(whom, "det")) if word.lower_ in words.anybody), None)


def _is_question(clause: Token) -> bool:
    root = clause
    for _ in range(4):
        if root.dep_ in ("conj", "xcomp") and root.head.i != root.i:
            root = root.head
        else:
            break
    if root.dep_ in ("acl", "acl:relcl", "amod") or _asks_later(clause, root):
        return False  # "will the league, which shelled the town, leave?"
    sent = root.sent
    if any(child.tag_ == "WRB" for child in root.children) and all(child.tag_ != "MD" for child in root.children):
        return False  # "why does the army shell the town?" takes for granted that it does
    if not sent.text.rstrip(_CLOSING).endswith("?"):
        return False
    # "asked the minister: “Would you leave?”": who asks is not in question
    return not any(is_mark(token) or token.text == ":" for token in sent[clause.i + 1 - sent.start : -2])


def _asks_later(clause: Token, root: Token) -> bool:
    """ "We do not want to leave, but when will they come?": the question is the later clause."""
    return any(
        child.i > clause.i and any(word.tag_ in ("WRB", "WP", "WDT") and word.i < child.i for word in child.children)
        for child in root.children
        if child.dep_ in ("conj", "parataxis") and child.pos_ in ("VERB", "AUX")
    )

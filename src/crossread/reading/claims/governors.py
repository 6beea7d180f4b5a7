"""What the words above a clause do to it: "wants to attack", "failed to take", "is expected to fall", "no evidence that".

A complement hears the verb, adjective or noun that governs it (Karttunen 1971 for those whose complement did not happen), and
with it the auxiliaries and the "not" that stand there; so clause by clause up to the first that only reports.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crossread.reading.claims import syntax
from crossread.reading.claims.gerunds import inclination, is_gerund, is_opened

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crossread.model.reading import Modality
    from crossread.reading.claims.modal_words import ModalWords

# Clauses within clauses that are looked at: what stands farther up is seldom about the first one.
_REACH = 6
_COMPLEMENTS = ("xcomp", "acl", "ccomp", "advcl")
_INTO = frozenset({"into"})
_NOT_FINITE = ("VB", "VBG", "NN", "NNP", "JJ", "VBN")


@dataclass(slots=True)
class Heard:
    """What was heard about one clause so far."""

    denied: bool = False
    found: set[Modality] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)

    def mark(self, value: Modality, word: Token) -> None:
        """A word makes the clause less than asserted."""
        self.found.add(value)
        self.reasons.append(word.text)

    def turn(self) -> None:
        """A word turns affirmed into denied, or back."""
        self.denied = not self.denied


def hear_above(anchor: Token, clause: Token, words: ModalWords, heard: Heard, *, fought: bool = False) -> None:
    """Note what the governors of a clause make of it, and of an object that is the anchor ("prevented an attack"). `fought`: what
    is said is done in an effort, whether or not the effort succeeds."""
    if anchor.i != clause.i and anchor.dep_ == "obj" and anchor.head.lemma_ in words.negation.implicative:
        heard.turn()
    token: Token | None = clause
    for _ in range(_REACH):
        if token is None or token.head.i == token.i:
            return
        if any(child.lower_ in words.open for child in syntax.children(token, "mark")):
            heard.found.add("hypothetical")
            return  # "cannot decide whether to leave": nobody says that they will not
        token = _above(token, clause, words, heard, fought=fought)


def is_purpose(clause: Token, words: ModalWords, *, fought: bool = False) -> bool:
    """ "fired to disperse the crowd": an infinitive that says what for; whether it came about is not said. Whoever fights to
    defeat somebody fights him (`fought`)."""
    if fought and clause.head.lemma_ in words.efforts or _is_caused(clause, words):
        return False
    return clause.dep_ == "advcl" and clause.tag_ == "VB" and _is_infinitive(clause)


def is_ruled_out(clause: Token, words: ModalWords) -> bool:
    """ "Makes it impossible for them to stay": no purpose, though it looks like one."""
    judged = syntax.children(clause.head, "xcomp") if is_purpose(clause, words) else []
    return any(child.lemma_ in words.negation.implicative for child in judged)


def is_not_only(word: Token, words: ModalWords) -> bool:
    """ "Not only shelled the town": the "not" says that there is more to it."""
    return word.lower_ in words.negation.plain and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in words.negation.only


def foreseen(will: Token, clause: Token, words: ModalWords) -> Modality:
    """ "Would have fallen", "would fall if it were attacked" are no forecasts; "he'd worked there" is past."""
    if will.lower_ == "'d" and clause.tag_ in ("VBN", "VBD") and not syntax.is_passive(clause):
        return "asserted"
    unreal = will.lower_ in words.unreal and (syntax.is_perfect(clause) or _has_condition(clause, words))
    return "hypothetical" if unreal else "predicted"


def _above(token: Token, clause: Token, words: ModalWords, heard: Heard, *, fought: bool) -> Token | None:
    """Hear what governs one clause; the clause from which to go on, `None` where nothing above is about it."""
    head = token.head
    if token.dep_ == "conj" or token.dep_ == "advcl" and is_opened(token, words.including):
        return head
    if token.dep_ in ("acl", "ccomp", "acl:relcl") and head.pos_ == "NOUN" and _lacks_proof(token, head, words):
        heard.turn()
        return None
    if token.tag_ == "VBG" and token.dep_ in ("acl", "nmod") and head.pos_ == "NOUN" and syntax.children(token, "mark", "case"):
        _hear_noun(head, words, heard)
        if head.lemma_.lower() in words.exchanged and head.head.pos_ == "VERB":
            _hear_modals(head.head, words, heard)
        return None
    if token.dep_ == "ccomp" and head.lemma_ in words.ensured and head.tag_ == "VB":
        heard.mark("wished", head)
        return None
    if is_ruled_out(token, words):
        heard.turn()
        return None
    if is_purpose(token, words) and _is_denied(head, words):
        heard.turn()  # "is not considering using drones to strike them"
    if token.dep_ == "csubj" and token.tag_ == "VB" and _is_infinitive(token):
        _hear_judgement(head, words, heard)
        return None
    if token.dep_ in ("csubj", "ccomp") and syntax.children(head, "expl") and syntax.own_subject(token) is not None:
        _hear_truth(head, words, heard)
        return None
    if token.dep_ not in _COMPLEMENTS or token.tag_ not in _NOT_FINITE:
        return None
    if token.i != clause.i and is_purpose(token, words):
        heard.mark("wished", token)
        return None
    if token.tag_ == "VBG" and is_opened(token, words.against):
        heard.turn()
        heard.mark("wished", head)
        return head
    lemma = _lemma(head, words)
    kept = lemma in words.negation.implicative and is_opened(token, words.away)  # "has refrained from shelling it"
    if token.tag_ == "VBG" and token.dep_ == "advcl" and not kept and (_follows_mood(token, words) or syntax.is_perfect(head)):
        before = Heard() if is_opened(token, words.first) else heard
        _hear_modals(head, words, before)
        if before is not heard and "predicted" in before.found:
            heard.mark("hypothetical", token)  # "will only talk after taking the town": it is not said that they will take it
        # "wants to win by shelling the town"
        return head if head.tag_ == "VB" and head.dep_ == "xcomp" and is_opened(token, words.means) else None
    gerund = is_gerund(token) and lemma in words.negation.implicative | words.negation.unwilling
    if is_gerund(token) and is_opened(token, _INTO):  # "pressed them into leaving"
        if lemma in words.wished:
            heard.mark("wished", head)
        _hear_modals(head, words, heard)
        return head
    inclined = inclination(token, words)
    caused = _is_caused(token, words)
    infinitive = token.tag_ == "VB" and (caused or token.dep_ != "advcl") and _is_infinitive(token)
    if not (infinitive or token.dep_ == "xcomp" or gerund or inclined):
        return None
    undone = gerund or lemma in words.negation.implicative and token.tag_ != "JJ"  # "stopped short" has not stopped being it
    if undone or _is_infinitive(token) and _is_yet(head, token, words):
        heard.turn()
    elif lemma in words.negation.doubted:
        heard.turn()
        heard.mark("predicted", head)
    elif token.dep_ == "acl" and head.lower_ == "nothing":
        heard.turn()  # "did nothing to help them"
    elif inclined is not None:
        heard.mark(inclined, head)
        if head.lower_ in words.loath | words.incapable:
            heard.turn()
    elif (value := _governing(token, lemma, words, fought=fought)) is not None:
        heard.mark(value, head)
    if token.dep_ == "acl" and _is_not_had(head, words):
        heard.turn()
    _hear_mood(token, lemma, words, heard, whole=caused or inclined is not None)
    return head


def _is_caused(clause: Token, words: ModalWords) -> bool:
    """ "Forced them to flee": no purpose, but what was brought about."""
    caused = clause.dep_ == "advcl" and clause.head.lemma_ in words.caused
    return caused and any(child.i < clause.i for child in syntax.children(clause.head, "obj"))


def _is_yet(head: Token, token: Token, words: ModalWords) -> bool:
    """ "Has yet to leave": it has not left."""
    between = head.doc[head.i + 1 : token.i]
    return head.lemma_ in words.obliged and any(word.lower_ in words.negation.yet for word in between)


def _governing(token: Token, lemma: str, words: ModalWords, *, fought: bool) -> Modality | None:
    """What a verb, adjective or noun makes of the complement that it governs."""
    head = token.head
    if lemma in words.wished:
        return "wished"
    if token.tag_ == "VBG" and lemma in words.weighed:
        return "possible"
    if head.lower_ in words.going and token.dep_ == "xcomp" and _is_infinitive(token):
        return "predicted"
    if lemma in words.obliged and head.tag_ != "VBD" and token.dep_ == "xcomp" and _is_infinitive(token):
        return None if _is_yet(head, token, words) else "wished"
    if lemma in words.efforts and token.lemma_ in words.outcomes and not fought:
        return "wished"
    if lemma in words.with_would and any(child.lower_ in words.unreal for child in head.children):
        return "wished"
    value = next((value for value, known in words.governing if lemma in known), None)
    if value is not None or token.dep_ != "acl" or head.pos_ not in ("NOUN", "PRON"):
        return value
    if lemma.lower() in words.able:
        return "possible"
    return None if _is_ranked(head, words) or lemma.lower() in words.done else "wished"


def _hear_judgement(judgement: Token, words: ModalWords, heard: Heard) -> None:
    """ "It is important for the army to leave", "it would be wrong to leave": what is judged need not be done; "it was wrong of
    them to leave" takes it that they did."""
    lemma = judgement.lemma_.lower()
    if lemma in words.negation.implicative:
        heard.turn()
        return
    value = next((value for value, known in words.judging if lemma in known), None)
    past = any(child.tag_ == "VBD" for child in syntax.children(judgement, "cop"))
    if value is not None or not past:
        heard.mark(value or "hypothetical", judgement)


def _hear_truth(word: Token, words: ModalWords, heard: Heard) -> None:
    """ "It is not true that they left", "it seems that they left"."""
    lemma = word.lemma_.lower()
    if lemma in words.untrue or lemma in words.true and _is_denied(word, words):
        heard.turn()
    elif lemma in words.possible:
        heard.mark("possible", word)
    elif lemma in words.predicted:
        heard.mark("predicted", word)


def _hear_noun(noun: Token, words: ModalWords, heard: Heard) -> None:
    """ "The possibility of attacking", "a moratorium on sending arms", "no intention of leaving"."""
    lemma = noun.lemma_.lower()
    held = [value for value, known in words.holding if lemma in known]
    for value in held:
        heard.mark(value, noun)
    none = bool(held) and any(child.lower_ in words.negation.of_objects for child in syntax.children(noun, "det"))
    if none or lemma in words.negation.kept:
        heard.turn()


def _hear_mood(token: Token, lemma: str, words: ModalWords, heard: Heard, *, whole: bool = False) -> None:
    """The conditions, auxiliaries and "not" that stand with a governor. "Would like to" is a wish and no forecast."""
    head = token.head
    for child in head.children:
        if child.dep_ == "mark" and child.lower_ in words.hypothetical:
            heard.mark("hypothetical", child)
        elif (
            child.dep_ == "advmod"
            and child.lower_ in words.negation.plain
            and (whole or token.dep_ == "xcomp")
            and not is_not_only(child, words)
        ):
            heard.turn()
    _hear_modals(head, words, heard, wish=lemma in words.with_would)


def _hear_modals(verb: Token, words: ModalWords, heard: Heard, *, wish: bool = False) -> None:
    for child in syntax.children(verb, "aux"):
        if child.lower_ in words.predicted_modals:
            if not wish:
                heard.mark(foreseen(child, verb, words), child)
        elif child.lower_ in words.possible_modals:
            heard.mark("possible", child)
        elif child.lower_ in words.wished_modals:
            heard.mark("wished", child)


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _has_condition(clause: Token, words: ModalWords) -> bool:
    return any(
        word.dep_ == "mark" and word.lower_ in words.conditions
        or is_inverted(word, child, words)
        for child in syntax.children(clause, "advcl")
        for word in child.children
    )


def is_inverted(word: Token, clause: Token, words: ModalWords) -> bool:
    """ "Had they fled, …", "should they flee, …": an auxiliary before its subject that opens a condition."""
    opens = word.lower_ in words.inverted and word.i == clause.left_edge.i and word.i < clause.i
    return opens and clause.dep_ == "advcl" and syntax.own_subject(clause) is not None


def _lemma(word: Token, words: ModalWords) -> str:
    """A word's lemma; of a participle that was tagged as an adjective ("is threatening to") the verb's."""
    if word.tag_ == "JJ" and word.lower_.endswith("ing"):
        stem = word.lower_.removesuffix("ing")
        known = words.wished | words.predicted | words.possible | words.negation.implicative
        return next((form for form in (stem, f"{stem}e", stem[:-1]) if form in known), word.lemma_)
    whole = next((f"{word.lemma_}_{child.lower_}" for child in syntax.children(word, "compound:prt")), word.lemma_)
    return whole if whole in words.negation.unwilling else word.lemma_


def _lacks_proof(clause: Token, noun: Token, words: ModalWords) -> bool:
    """ "no evidence that the army shelled it", "no sign they left": nobody says that it did."""
    told = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children) or syntax.own_subject(clause)
    none = any(child.lower_ in words.negation.of_objects for child in noun.children)
    absent = none or noun.dep_ == "obj" and _is_denied(noun.head, words)
    return bool(told) and absent and noun.lemma_.lower() in words.negation.proof


def _is_denied(clause: Token, words: ModalWords) -> bool:
    """Whether a clause, or one that it completes, has a "not"."""
    while True:
        if any(child.lower_ in words.negation.plain for child in syntax.children(clause, "advmod")):
            return True
        if clause.dep_ != "xcomp" or clause.head.i == clause.i:
            return False
        clause = clause.head


def _follows_mood(clause: Token, words: ModalWords) -> bool:
    """ "may shell the town, killing many", "can end it by urging them": a participle with no mark of its own is as sure as the
    clause it hangs on, and so are its means and what comes before it."""
    return all(child.lower_ in words.means | words.first for child in syntax.children(clause, "mark", "case", "nsubj"))


def _is_not_had(noun: Token, words: ModalWords) -> bool:
    """ "Does not have the courage to leave", "has no plans to leave", "lost the ability to leave"."""
    if noun.dep_ == "obj" and noun.head.lemma_ in words.lost:
        return not _is_denied(noun.head, words)
    if noun.dep_ != "obj" or noun.head.lemma_ not in words.had:
        return False
    none = any(child.lower_ in words.negation.of_objects for child in syntax.children(noun, "det"))
    return none or _is_denied(noun.head, words)


def _is_ranked(noun: Token, words: ModalWords) -> bool:
    """ "the first army to cross the river", "the only one to": it did."""
    return any(child.lower_ in words.ranks or child.tag_ == "JJS" for child in noun.children)

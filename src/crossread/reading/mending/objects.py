"""Objects that the parser takes for something else: "accused the army of shelling villages", "killed up to forty people",
"named Marr as chief", "named Marr prime minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = ("of", "for", "against", "from")


def mend_objects(doc: Doc) -> None:
    """Give each verb the object that its words show, where the parser found none."""
    _mend_gerunds(doc)
    for token in doc:
        _count_up_to(token)
        _name_as(token)


def _mend_gerunds(doc: Doc) -> None:
    """Make a clause of each "shelling villages" after a verb of blame and its preposition, or right after a verb of denial: the
    gerund hangs on that verb, the noun is its object, and what follows the noun belongs to the gerund."""
    for gerund in doc:
        noun = gerund.head
        if gerund.tag_ != "VBG" or gerund.dep_ != "amod" or noun.i <= gerund.i or noun.left_edge.i < gerund.i - 1:
            continue
        before = doc[gerund.i - 1] if gerund.i > gerund.sent.start else None
        if before is None:
            continue
        if before.dep_ == "case" and before.head.i == noun.i and before.lower_ in _PREPOSITIONS:
            verb = _blaming(noun)
        else:
            denied = noun.dep_ == "obj" and noun.head.i == before.i and before.lemma_.lower() in listed("en", "denying")
            verb = before if denied else None
        if verb is not None:
            _hang(gerund, noun, verb, before)


def _blaming(noun: Token) -> Token | None:
    """The verb of blame that a phrase completes, be it hung on the verb or on its object."""
    head = noun.head
    verb = head.head if noun.dep_ == "nmod" and head.dep_ in ("obj", "nsubj:pass") else head
    return verb if verb.pos_ == "VERB" and verb.lemma_.lower() in listed("en", "blaming") and verb.i < noun.i else None


def _hang(gerund: Token, noun: Token, verb: Token, before: Token) -> None:
    later = [child for child in verb.children if child.dep_ == "obl" and child.i > noun.i]
    gerund.head, gerund.dep_ = verb, "xcomp" if before.i == verb.i else "advcl"
    gerund.pos_ = "VERB"
    noun.head, noun.dep_ = gerund, "obj"
    if before.i != verb.i:
        before.head, before.dep_ = gerund, "mark"
    for phrase in later:
        phrase.head = gerund


def _count_up_to(number: Token) -> None:
    """ "Killed up to forty people": "up to" is of the number, and who is counted is the object."""
    at, doc, noun = number.i, number.doc, number.head
    if number.tag_ != "CD" or at < number.sent.start + 3 or doc[at - 2].lower_ != "up" or doc[at - 1].lower_ != "to":
        return
    verb = doc[at - 3]
    counted = noun.dep_ == "obl" and noun.head.i == verb.i and verb.pos_ == "VERB"
    if counted and not any(child.dep_ == "obj" for child in verb.children):
        noun.dep_ = "obj"
        for word in (doc[at - 2], doc[at - 1]):
            word.head, word.dep_ = number, "advmod"


def _name_as(verb: Token) -> None:
    """ "The king named Marr as chief", "named Marr prime minister": who is named is the object, what he becomes completes it."""
    if verb.lemma_.lower() not in listed("en", "appointing") or verb.pos_ != "VERB" or verb.i + 1 == len(verb.doc):
        return
    name = verb.nbor(1)
    if name.tag_ != "NNP" or any(child.dep_ == "aux:pass" for child in verb.children):
        return
    if name.dep_ == "xcomp" and name.head.i == verb.i and not any(child.dep_ == "obj" for child in verb.children):
        name.dep_ = "obj"
        for child in verb.children:
            if child.dep_ == "nsubj:pass":
                child.dep_ = "nsubj"
    post = name.head
    if name.dep_ == "compound" and post.dep_ == "obj" and post.head.i == verb.i and post.tag_ == "NN":
        last = name.right_edge
        if post.i > last.i and all(word.is_lower for word in verb.doc[last.i + 1 : post.i + 1]) and last.tag_ == "NNP":
            name.head, name.dep_ = verb, "obj"
            post.dep_ = "xcomp"

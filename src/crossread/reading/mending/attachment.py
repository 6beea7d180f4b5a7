"""Clauses hung anew where number, tense or a verb's own frame tells which of two words they belong to, against the parser.

Every later stage reads the mended tree: who is meant by "which", who says what follows, who acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = ("NOUN", "PROPN")
_INSIDE_NAME = ("flat", "compound")
_SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVE = ("which", "that", "who")


def mend_attachment(doc: Doc, language: str = "en") -> None:
    """Set the head, and with it the relation, of each clause that one of the rules below knows a better one for."""
    for token in doc:
        for better in _RULES:
            found = better(token, language)
            if found is not None:
                token.head, token.dep_ = found
                break


def _described(clause: Token, language: str) -> tuple[Token, str] | None:
    """ "A battle with the rebels, who accuse him", "vessels in the sea, which has been calm": the noun right before the relative
    clause, where only that one agrees with its verb, or is somebody as "who" asks."""
    pronoun = next((child for child in clause.children if child.dep_ in _SUBJECTS and child.lower_ in _RELATIVE), None)
    if clause.dep_ != "acl:relcl" or pronoun is None or pronoun.i > clause.i:
        return None
    far, near = clause.head, _noun_before(clause.left_edge)
    if near is None or near.i <= far.i or far.i not in {word.i for word in near.ancestors}:
        return None
    finite = next((word for word in (*clause.lefts, clause) if word.tag_ in ("VBZ", "VBP")), None)
    if near.dep_ == "conj" and near.head.i == far.i and far.pos_ == near.pos_ == "NOUN" and _is_person(near):
        return None  # "the adviser and director who is" may be one
    if finite is not None and _is_plural(far) != _is_plural(near):
        return (near, "acl:relcl") if _is_plural(near) == (finite.tag_ == "VBP") else None
    if pronoun.lower_ != "who" or far.pos_ != "NOUN" or far.ent_type_ or _is_person(far) or not _is_person(near):
        return None
    # "the release of Marr and his men, who left": all of them
    between = [near, *(word for word in near.ancestors if word.i > far.i)]
    return [word for word in between if _is_person(word) or word.pos_ == "PROPN"][-1], "acl:relcl"


def _told(clause: Token, language: str) -> tuple[Token, str] | None:
    """ "Assured the league that the army will leave": what somebody is told, with a subject of its own, describes nobody."""
    verb = clause.head.head
    if clause.dep_ != "acl:relcl" or clause.head.dep_ not in ("obj", "iobj") or not _is_one_of(verb, "informing", language):
        return None
    subject = next((child for child in clause.children if child.dep_ in _SUBJECTS and child.lower_ not in _RELATIVE), None)
    that = next((child for child in clause.children if child.lower_ == "that" and child.i < clause.i), None)
    if subject is None or that is None or that.i > subject.i:
        return None
    that.dep_ = "mark"
    return verb, "ccomp"


def _speaking_on(verb: Token, language: str) -> tuple[Token, str] | None:
    """ "Said that the army will leave and praised it": a verb in the past goes on the one of saying, not what is to come."""
    said = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    modals = [child.lower_ for child in said.children if child.dep_ == "aux"]
    if "have" in modals or not any(word in table(language, "attachment")["future"]["words"] for word in modals):
        return None
    above = next((word for word in said.ancestors if word.tag_ == "VBD" and word.pos_ == "VERB"), None)
    return (above, "conj") if above is not None and _is_one_of(above, "saying", language) and above.i < said.i else None


def _fighter(clause: Token, language: str) -> tuple[Token, str] | None:
    """ "A spokesman for the militia fighting the army", "the envoy of the league to defeat them": no one man fights."""
    if clause.dep_ != "acl" or clause.tag_ not in ("VBG", "VB") or not _is_one_of(clause, "battling", language):
        return None
    far, near = clause.head, _noun_before(clause.left_edge)
    if near is None or near.i <= far.i or far.tag_ != "NN" or not _is_person(far) or near.pos_ != "NOUN" or near.head.i != far.i:
        return None
    return near, "acl"


def _doing(participle: Token, language: str) -> tuple[Token, str] | None:
    """ "Alarmed by Peru shelling the town", "objections to Peru inviting them": who stands right before the participle, behind a
    preposition that is of no place or time, does what it says."""
    if participle.tag_ != "VBG" or participle.dep_ not in ("advcl", "acl") or participle.left_edge.i == participle.sent.start:
        return None
    if any(child.dep_ in ("mark", "aux", "advmod", "case") and child.i < participle.i for child in participle.children):
        return None
    near, far = _noun_before(participle.left_edge), participle.head
    if near is None or near.i <= far.i or near.head.i != far.i or near.dep_ not in ("nmod", "obl", "obl:agent"):
        return None
    if any(word.is_punct for word in participle.doc[near.i + 1 : participle.i]):
        return None
    doer = near.pos_ == "PROPN" and near.lower_ not in _days(language) or _is_person(near) or _is_one_of(near, "acting", language)
    told = far.pos_ in _NOUNS and _is_person(far) or _is_one_of(participle, "resulting", language)
    governing = table(language, "attachment")["governing"]
    behind = {child.lower_ for child in near.children if child.dep_ == "case"} & {*governing["words"]}
    # "travelled to Peru seeking support"
    moved = far.pos_ == "VERB" and far.lemma_ not in governing["leading"] and "to" in behind
    return (near, "acl") if doer and behind and not told and not moved else None


def _joined(name: Token, language: str) -> tuple[Token, str] | None:
    """ "The forces loyal to the League and the Front": a name goes on the name right before "and", not the noun it describes."""
    mark = next((child for child in name.children if child.dep_ == "cc" and child.i < name.i), None)
    if name.dep_ != "conj" or name.pos_ != "PROPN" or name.head.pos_ != "NOUN" or mark is None:
        return None
    before = _noun_before(mark)
    if before is None or before.pos_ != "PROPN" or before.dep_ not in ("obl", "obl:agent"):
        while before is not None and before.dep_ == "appos" and before.head.pos_ == "PROPN":
            before = before.head  # "the National League (NL) and the Front"
    described = before is not None and before.dep_ in ("obl", "obl:agent") and before.head.dep_ in ("acl", "amod")
    return (before, "conj") if before is not None and described and before.head.head.i == name.head.i else None


def _apposed(person: Token, language: str) -> tuple[Token, str] | None:
    """ "The head of the court, a foe of the king": somebody stands beside somebody, not beside what he heads."""
    body, somebody = person.head, person.head.head
    if person.dep_ != "appos" or person.tag_ != "NN" or body.dep_ != "nmod" or body.i > person.i or somebody.i > body.i:
        return None
    said = _is_person(person) and not _is_person(body) and _is_person(somebody)
    return (somebody, "appos") if said and any(child.lower_ == "of" for child in body.lefts) else None


def _named(name: Token, language: str) -> tuple[Token, str] | None:
    """ "The minister, Ivo Marr, and the envoy": the name behind a comma is his and no second one's."""
    listed = any(child.dep_ == "cc" and child.i < name.i for child in name.children)
    if name.dep_ != "conj" or name.ent_type_ != "PER" or name.head.tag_ != "NN" or listed or not _is_person(name.head):
        return None
    first = next(word for word in name.subtree if not word.is_punct)
    return (name.head, "appos") if name.doc[first.i - 1].text == "," and not first.i > name.i else None


def _last(said: Token, language: str) -> tuple[Token, str] | None:
    """ "The rebels and troops loyal to Marr": with an article before one of the two alone, what stands behind is of the last."""
    first = said.head
    if said.dep_ not in ("amod", "acl") or said.i < first.i or said.tag_ == "VB":
        return None
    joined = [child for child in first.children if child.dep_ == "conj" and child.i < said.i]
    if not joined or joined[-1].right_edge.i != said.left_edge.i - 1 or not any(child.dep_ == "obl" for child in said.children):
        return None
    return (joined[-1], said.dep_) if _has_article(first) != _has_article(joined[-1]) else None


def _ranked(clause: Token, language: str) -> tuple[Token, str] | None:
    """ "The 35th guard to be killed": the guard is, not his number."""
    rank = clause.head
    return (rank.head, "acl") if clause.dep_ == "acl" and rank.dep_ == "amod" and rank.i < rank.head.i < clause.i else None


def _owned(owner: Token, language: str) -> tuple[Token, str] | None:
    """ "Pledged Peru support for the king": with a "for" of its own the support is Peru's, and not given to it."""
    given = next((child for child in owner.head.children if child.dep_ == "obj"), None)
    if owner.dep_ != "iobj" or owner.pos_ != "PROPN" or given is None or given.left_edge.i != owner.i + 1:
        return None
    whose = any(child.dep_ == "nmod" and any(mark.lower_ == "for" for mark in child.lefts) for child in given.children)
    return (given, "compound") if whose else None


def _aided(participle: Token, language: str) -> tuple[Token, str] | None:
    """ "Rebels did most of the work, backed by Peru": behind a comma, who is helped is who acts, and not his work."""
    thing, before = participle.head, participle.doc[max(participle.left_edge.i - 1, 0)]
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or not _is_one_of(participle, "helping", language):
        return None
    parted = before.text == "," or participle.left_edge.text == ","
    whole = thing.head if thing.dep_ == "nmod" else thing
    verb = whole.head if whole.dep_ in ("obj", "obl") and whole.head.pos_ == "VERB" else None
    inert = not _is_person(thing) and not thing.ent_type_ and not _is_one_of(thing, "acting", language)
    later = verb is not None and verb.i < thing.i
    return (verb, "advcl") if parted and inert and later and verb is not None else None


def _has_article(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ == "the" for child in noun.children)


def _noun_before(word: Token) -> Token | None:
    """The head of the noun phrase that ends right before a word, a comma or dash between the two or none."""
    at = word.i - 1
    while at > word.sent.start and word.doc[at].is_punct:
        at -= 1
    noun = word.doc[max(at, word.sent.start)]
    while noun.dep_ in _INSIDE_NAME and noun.head.pos_ in _NOUNS and noun.head.i != noun.i:
        noun = noun.head
    return noun if noun.pos_ in _NOUNS and noun.i < word.i else None


def _days(language: str) -> frozenset[str]:
    return frozenset(table(language, "time")["classes"]["WEEKDAY"])


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" and child.pos_ in _NOUNS for child in noun.children)


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PER" or people_words().is_person(noun.lemma_.lower())


def _is_one_of(word: Token, name: str, language: str) -> bool:
    return word.lemma_.lower() in table(language, "attachment")[name]["words"]


_RULES = (_described, _told, _speaking_on, _fighter, _doing, _joined, _apposed, _named, _last, _ranked, _owned, _aided)

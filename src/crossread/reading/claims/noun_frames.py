"""Frames of nouns: "the army's attack on Osten", "an ally of Marr", "with help from Morland"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.ontology.predicates import predicates
from crossread.reading.claims import syntax
from crossread.reading.claims.deeds import is_harm
from crossread.reading.claims.frame import Frame
from crossread.reading.claims.frame_parts import clause_of
from crossread.reading.claims.noun_roles import light_subject, noun_role
from crossread.reading.claims.patterns import Pattern, PatternIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEADING = frozenset({"leads", "commands"})
_LENT = frozenset({"backing", "structure", "territory"})


def noun_frames(noun: Token, index: PatternIndex, language: str) -> Iterator[Frame]:
    """The frames of a noun, or of a gerund that stands as one ("fighting broke out"), in the order of the lexicon."""
    for word, pattern in index.find("n", noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower()):
        if not _is_meant(noun, word, pattern, language):
            continue
        object_, object_role = noun_role(noun, pattern.object, set(), language)
        taken = {object_.i} if object_ is not None else set()
        subject, subject_role = noun_role(noun, pattern.subject, taken, language)
        if object_role == "between" and "between" in pattern.subject:
            subject, subject_role = object_, object_role
        if subject is not None and object_ is not None and subject.i == object_.i and object_role != "between":
            continue
        if "possonly" in pattern.flags and subject is not None and subject.pos_ == "PRON":
            continue  # "his troops" only names them
        if pattern.predicate in _HEADING and any(child.lower_ in listed(language, "deputy") for child in noun.lefts):
            continue  # a deputy director heads nothing
        if pattern.predicate in _HEADING and object_ is not None and _is_of_part(noun, object_):
            continue
        if object_role in ("poss", "poss:obj") and subject is None and any(role.startswith("poss") for role in pattern.subject):
            # "X's siege": with no other doer named, the possessor is the one who does it, not the one it is done to
            continue
        if subject is None and "self" not in pattern.subject and "possonly" not in pattern.flags:
            subject = light_subject(noun, language)
            subject_role = "light" if subject is not None else ""
        if subject_role == "light" and object_role == "of:obj" and predicates()[pattern.predicate].family == "backing":
            continue  # "offered them the support of Morland": it is Morland's
        if subject_role == "light" and object_ is None and syntax.case_of(noun) in ("before", "after", "following"):
            continue  # "before the summit Marr and Petrak wrote a letter"
        struck = object_role in ("on", "against") and _is_told(noun)
        undone = struck if pattern.predicate == "attacks" else object_role in ("of", "of:obj")
        if subject is None and "unknown" in pattern.subject and undone:
            subject_role = "unknown"
        elif subject is None or (object_ is None and "mutual" not in pattern.flags and pattern.object != ("-",)):
            continue
        presupposed = _is_presupposed(noun, subject_role, language)
        yield Frame(pattern, noun, clause_of(noun), subject, object_, None, subject_role, object_role, presupposed)


def _is_meant(noun: Token, word: str, pattern: Pattern, language: str) -> bool:
    """Whether a noun, by the words around it, is meant as a pattern of its lemma means it."""
    if "_" in word and noun.doc[noun.i:noun.i + word.count("_") + 1].text.lower().replace(" ", "_") != word:
        return False
    if noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_.lower() in listed(language, "undoing"):
        return False
    if pattern.wants("unless") & _around(noun):
        return False
    if noun.dep_ == "compound" and noun.head.pos_ == "NOUN" and "self" not in (*pattern.subject, *pattern.object):
        return False  # "a government detention centre" detains no government
    about = pattern.wants("about")
    return not about or any(
        child.lemma_.lower() in about or child.lower_ in about
        for child in noun.children
        if child.dep_ in ("compound", "nmod", "amod")
    )


def _is_presupposed(noun: Token, subject_role: str, language: str) -> bool:
    """Whether a noun takes for granted what it names: not where a verb or copula carries it ("launched an attack")."""
    bearing = listed(language, "light") | listed(language, "bringing")
    carried = subject_role == "light" or (noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_ in bearing)
    carried = carried and not _is_judged(noun, language)
    carried = carried or (noun.dep_ in ("xcomp", "obl") and noun.head.lemma_ in listed(language, "becoming"))
    return not carried and not syntax.children(noun, "cop") and noun.dep_ != "ROOT"


def _is_of_part(title: Token, whole: Token) -> bool:
    """ "The union's policy chief", "the Morland country director": who heads a part or business of it does not head it."""
    return any(
        child.dep_ == "compound"
        and child.tag_ == "NN"
        and child.text.islower()
        and child.lower_ not in listed("en", "prefix")
        and child.i > whole.i
        for child in title.lefts
    )


def _is_judged(noun: Token, language: str) -> bool:
    """ "Declared the army's raid a crime": a verb of two objects judges the first, which is taken for granted."""
    later = (child for child in noun.head.children if child.dep_ in ("obj", "xcomp") and child.i > noun.i)
    return noun.head.lemma_.lower() in listed(language, "appointing") and any(child.pos_ in ("NOUN", "ADJ") for child in later)


def _around(noun: Token) -> set[str]:
    """Lemmas of what modifies a noun ("a strained tie", "a war of words"), governs it or is said of it."""
    words = [child for child in noun.children if child.dep_ in ("amod", "acl", "compound") or syntax.case_of(child) == "of"]
    words += [noun.head] if noun.head.i != noun.i else []
    return {word.lemma_.lower() for word in words}


def accompanying_frames(noun: Token, index: PatternIndex, language: str) -> Iterator[Frame]:
    """ "the army, with help from Morland, took the town": whom a means phrase stands beside is the one who is helped or tied, and
    who "is under siege", "is under investigation", is the one to whom it is done."""
    gerund = noun.tag_ == "VBG"
    case = next((child.lower_ for child in noun.children if child.dep_ == "mark"), "") if gerund else syntax.case_of(noun)
    if noun.head.lower_ == "thanks" and case == "to":
        case = "thanks_to"
    cop = bool(syntax.children(noun, "cop"))
    beside = case in listed(language, "accompanying") and noun.dep_ in ("obl", "nmod", "advcl")
    held = case == "in" and noun.lemma_.lower() in listed(language, "holding")
    if not (beside or held or (case == "under" and cop)):
        return
    host = noun.head
    if cop:
        helped = syntax.own_subject(noun)
    elif case == "under" and (before := _set_after(noun)) is not None:
        helped = before  # "the town, under siege by the rebels since May, …"
    elif host.lemma_.lower() == "thanks" and host.head.pos_ == "VERB":
        helped = syntax.agent(host.head) or syntax.patient(host.head)
    else:
        helped = syntax.agent(host) or syntax.patient(host) if host.pos_ in ("VERB", "AUX") else host
    for word, pattern in index.find("n", noun.lower_ if gerund else noun.lemma_.lower()):
        family = predicates()[pattern.predicate].family
        lent = family in _LENT or (case == "under" and (family == "hostility" or pattern.predicate == "investigates"))
        if "_" in word or not lent or "self" in pattern.subject + pattern.object:
            continue
        # "a politician with ties to Morland"
        tied = pattern.object if "mutual" in pattern.flags and host.pos_ in ("NOUN", "PROPN") else ()
        helper, role = noun_role(noun, (*pattern.subject, "of", *tied), set(), language)
        if helper is None or helped is None or helper.i == helped.i:
            continue
        if role in tied:
            yield Frame(pattern, noun, clause_of(noun), helped, helper, None, "self", role)
        else:
            yield Frame(pattern, noun, clause_of(noun), helper, helped, None, role, "self")
            made = family == "backing" and host.dep_ == "obj" and host.head.lemma_ in listed(language, "founding")
            if made and (maker := syntax.agent(host.head)) is not None:
                # "formed a force with the help of Morland": whoever formed it was helped
                yield Frame(pattern, noun, clause_of(noun), helper, maker, None, role, "self")


def _set_after(noun: Token) -> Token | None:
    """The noun that a phrase stands behind after a comma."""
    comma = noun.left_edge.i - (noun.left_edge.text != ",")
    if comma < 1 or noun.doc[comma].text != ",":
        return None
    word = noun.doc[comma - 1]
    while word.dep_ in ("flat", "compound") and word.head.i < comma:
        word = word.head
    return word if word.pos_ in ("NOUN", "PROPN") else None


def _is_told(deed: Token) -> bool:
    """Whether a deed of nobody named is one that has been told of: "the raid on the town", "ten were killed in a raid on it"."""
    if any(child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those") for child in deed.lefts):
        return deed.head.pos_ in ("VERB", "NOUN")
    return deed.dep_ == "obl" and syntax.case_of(deed) in ("in", "during", "by") and is_harm(deed.head)

"""What hangs on a word in a Universal Dependencies tree: relations, prepositions, particles, and what a phrase covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

DATED = "crossread.dated"  # in `Doc.user_data`: the tokens of time expressions, which fill no role
SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl")
_TITLING = ("nmod", "nmod:desc", "compound")  # how a title hangs on the name after it
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")


def children(token: Token, *labels: str) -> list[Token]:
    """Direct dependents with one of the relations, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def is_perfect(verb: Token) -> bool:
    """Whether the auxiliary of what has been done stands with a verb: "has left", "would have left"."""
    return any(child.lower_ in listed("en", "perfect") for child in children(verb, "aux"))


def case_of(token: Token) -> str:
    """The preposition of a nominal, multiword ones joined by `_` ("out_of"), lower case; empty without one."""
    found = [child for child in token.children if child.dep_ == "case" and child.i < token.i] or [
        child
        for part in token.children
        if part.dep_ == "flat"
        for child in part.children
        if child.dep_ == "case" and child.i < token.i  # hung on the last part of a name
    ]
    if not found and token.pos_ == "PROPN":
        # "with Foreign Minister Ana Petrak": the preposition may hang on the title
        titles = [child for child in token.lefts if child.dep_ in _TITLING and child.pos_ in ("PROPN", "NOUN")]
        found = [case for title in titles for case in title.children if case.dep_ == "case" and case.i < title.i]
    if not found:
        return ""
    first = found[-1]
    before = f"{found[-2].lower_}_" if len(found) > 1 and found[-2].i == first.i - 1 else ""
    return before + joined(first)


def joined(word: Token) -> str:
    """A preposition or conjunction with the further words of it, joined by `_` ("in_case"), lower case."""
    return "_".join([word.lower_, *(child.lower_ for child in word.children if child.dep_ == "fixed")])


def is_passive(verb: Token) -> bool:
    """Passive by its auxiliary or subject, or a bare past participle that modifies a noun or stands after "with" and a noun."""
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "advcl" and not children(verb, "obj", "aux"):
        if any(child.dep_ == "mark" and child.lower_ == "with" for child in verb.children):
            return True
    for child in verb.children:
        if child.dep_ in ("nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
            return True
        if child.dep_ in ("nsubj", "aux") and child.lower_ not in ("being", "been"):
            return False
    return verb.tag_ == "VBN" and (
        verb.dep_ in ("acl", "amod")
        or (verb.dep_ == "xcomp" and verb.head.lemma_ in ("stand", "remain") and not children(verb, "obj"))
        or (verb.dep_ == "xcomp" and reduced(verb) is not None)
        or (verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head))
    )


def reduced(participle: Token) -> Token | None:
    """ "Take on the group accused of the raid": the object right before a participle that describes it, though the parser hung
    the participle on the verb."""
    if participle.tag_ != "VBN" or children(participle, "obj", "aux", "mark"):
        return None
    objects = children(participle.head, "obj")
    return objects[-1] if objects and objects[-1].right_edge.i == participle.left_edge.i - 1 else None


def is_bare_predicate(word: Token) -> bool:
    """Whether an adjective stands where a finite verb does, with a subject and no copula: "residents sided with the army"."""
    return (
        word.pos_ == "ADJ"
        and word.dep_ in ("ROOT", "acl:relcl", "ccomp", "advcl", "parataxis", "conj")
        and any(child.dep_ == "nsubj" for child in word.children)
        and not any(child.dep_ == "cop" for child in word.children)
    )


def modifies(clause: Token) -> bool:
    """Whether a clause only describes a noun ("the attack launched by the army"), finite or participle; no infinitive."""
    for _ in range(4):
        if is_content(clause):
            return False
        if clause.dep_ in ("acl:relcl", "acl", "amod") and clause.tag_ != "VB":
            return True
        comma = clause.left_edge.text == ","
        if clause.dep_ == "advcl" and clause.tag_ == "VBD" and comma and clause.left_edge.nbor(1).tag_ == "WRB":
            return True  # "since October, when the army shelled the town"
        if clause.dep_ not in ("conj", "xcomp") or clause.head.i == clause.i:
            return False
        clause = clause.head
    return False


def is_content(clause: Token) -> bool:
    """ "Reports that the army shelled it": a clause that says what its noun is of, and describes nothing."""
    named = clause.dep_ in ("acl", "acl:relcl") and clause.head.pos_ in ("NOUN", "VERB")
    complete = own_subject(clause) is not None
    return named and complete and any(child.lower_ == "that" for child in children(clause, "mark"))


def is_each_other(word: Token) -> bool:
    """Whether a word heads "each other" or "one another"."""
    return word.lower_ in ("each", "one") and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in ("other", "another")


def antecedent(pronoun: Token) -> Token | None:
    """The noun that the relative clause of "who", "which" or "that" hangs on."""
    token = pronoun
    while token.dep_ not in ("acl:relcl", "ROOT"):
        token = token.head
    return token.head if token.dep_ == "acl:relcl" else None


def listed_after(subject: Token) -> Token | None:
    """The next subject of the same verb, where nothing but a comma parts the two."""
    dated: frozenset[int] = subject.doc.user_data.get(DATED, frozenset())
    for other in subject.head.children:
        if other.dep_ == subject.dep_ and other.i > subject.i and other.pos_ in ("NOUN", "PROPN") and other.i not in dated:
            between = subject.doc[subject.right_edge.i + 1 : other.left_edge.i]
            goes_on = any(child.dep_ == "conj" for child in other.children)
            return other if goes_on and len(between) == 1 and between[0].text == "," else None
    return None


def own_subject(verb: Token) -> Token | None:
    """The surface subject, active or passive; also one that the parser hung on the auxiliary. In "our hope is that the army
    will win" it is the army's clause that is asked for, not the one around it."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS]
    if own:
        own = [child for child in own if child.dep_ != "nsubj:outer"] or own
        return own[-1] if len(own) > 1 and is_apart(own[0], own[-1], verb) else own[0]
    for child in verb.children:
        if child.dep_ in ("aux", "aux:pass", "cop"):
            for grandchild in child.children:
                if grandchild.dep_ in SUBJECTS or grandchild.dep_ in PASSIVE_SUBJECTS:
                    return grandchild
    return None


def is_apart(first: Token, last: Token, verb: Token) -> bool:
    """Whether of two subjects the second is the verb's, right before it and behind a mark: "Marr, who spoke, said Peru will"."""
    mark, behind = verb.doc[max(last.left_edge.i - 1, 0)], verb.doc[last.right_edge.i : verb.i]
    parted = mark.is_punct and not mark.is_right_punct and not any(word.is_punct for word in behind)
    return parted and first.i < mark.i and last.i < verb.i and listed_after(first) is None


def is_ordinal(word: Token) -> bool:
    """Whether an adjective singles one out: "the first to", "the only country to", "the latest to"."""
    counted = word.lower_[:1].isdigit() and word.lower_.endswith(("st", "nd", "rd", "th"))
    return word.dep_ in ("amod", "det") and (word.tag_ == "JJS" or counted or word.lower_ in listed("en", "ordinal"))


def spares(verb: Token) -> bool:
    """ "prevented the guards from being killed": what is kept from happening would have been done to the object."""
    return any(child.dep_ in CLAUSES and is_passive(child) for child in verb.children)


def particle(verb: Token, words: list[str]) -> bool:
    """Whether the further words of a multiword entry follow the verb as particles, prepositions or fixed objects. The
    preposition of a date ("on Monday") is none of these."""
    dated: frozenset[int] = verb.doc.user_data.get(DATED, frozenset())
    return all(
        any(child.lower_ == word and child.i > verb.i for child in verb.children)
        or any(
            grandchild.lower_ == word and grandchild.dep_ == "case"
            for child in verb.children
            if child.i not in dated and child.i > verb.i
            for grandchild in child.children
        )
        for word in words
    )


def subtree_span(
    token: Token, cut: frozenset[str] = frozenset(), *, beside: Callable[[Token], bool] = lambda child: False
) -> tuple[Token, Token]:
    """First and last token of a phrase, leaving out dependents (and what hangs on them) by relation, and those of which
    `beside` says that they stand beside the phrase."""
    left = right = token
    for child in token.children:
        if child.dep_ in cut or child.is_space or beside(child):
            continue
        first, last = subtree_span(child, cut, beside=beside)
        left = first if first.i < left.i else left
        right = last if last.i > right.i else right
    return left, right

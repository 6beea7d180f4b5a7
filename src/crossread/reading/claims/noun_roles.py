"""Who and what fills the roles of a noun, inside its phrase and around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.reading.claims import syntax
from crossread.reading.claims.deeds import is_deed, is_harm
from crossread.reading.claims.frame_parts import HYPHENS, is_collective
from crossread.reading.coreference.helped import helped
from crossread.reading.coreference.phrases import apposed_to, is_part
from crossread.reading.names.types import described_type
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARMED = ("armed_group", "military_unit", "government_body")


def noun_role(noun: Token, roles: tuple[str, ...], taken: set[int], language: str) -> tuple[Token | None, str]:
    """The first of the roles that a token not taken yet fills, with that token; "" where none does."""
    for role in roles:
        name = role.partition(":")[0]
        found: Token | None = None
        if name == "self":
            found = _noun_self(noun)
        elif name == "poss":
            found = possessor(noun, taken)
        elif name == "owner":
            found = next(iter(syntax.children(noun, "nmod:poss")), None)  # "Morland's man", and no Estavian man
        elif name == "light":
            found = light_subject(noun, language)
        elif name == "cop_subj":
            found = syntax.own_subject(noun) if syntax.children(noun, "cop") else None
        elif name == "cop_comp" and noun.dep_ == "nsubj:outer" and noun.head.tag_ == "VB":
            found = noun.head  # "its aim is to take the town"
        elif name in ("cop_comp", "comp"):
            found = next(
                (child for child in noun.children if child.dep_ in ("acl", "ccomp", "xcomp", "csubj") and child.i > noun.i), None
            )
        elif name == "appos":
            found = _named_after(noun)
        elif name in ("-", "unknown"):
            continue
        elif role == "of:subj":
            found = syntax.oblique(noun, "of") if taken else None
        elif name == "compound":
            found = next((child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"), None)
        else:
            found = syntax.oblique(noun, name) or _displaced(noun, name, language)
        if found is not None and found.i not in taken:
            return found, role
    return None, ""


def _displaced(noun: Token, name: str, language: str) -> Token | None:
    """A phrase of the noun that hangs on the verb which carries it or lets it happen ("clashes broke out between"), or on
    the noun's own phrase ("the arrest of a guard by the army", "the supply of tanks to the army")."""
    verb = noun.head
    if name not in ("by", "from") and syntax.oblique(noun, "of") is None:
        # "the arrest and detention of the editors", not "the siege of Arda and last year's raid on Osten"
        for child in syntax.children(noun, "conj"):
            bare = child.pos_ == "NOUN" and not syntax.children(child, "det", "nmod:poss")
            if bare and (found := syntax.oblique(child, name)) is not None:
                return found
    if name in ("on", "against"):
        for child in syntax.children(noun, "nmod"):
            # "an attack by the rebels on the town"
            if syntax.case_of(child) == "by" and (found := syntax.oblique(child, name)) is not None:
                return found
    if name in ("between", "with"):
        # "an accord signed in May between A and B"
        for child in noun.children:
            if child.dep_ == "acl" and child.tag_ == "VBN" and (found := syntax.oblique(child, name)) is not None:
                return found
    if verb.pos_ == "VERB":
        carried = noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_ in listed(language, "light")
        happens = noun.dep_ in syntax.SUBJECTS + syntax.PASSIVE_SUBJECTS and verb.lemma_ in listed(language, "happening")
        if carried or happens or (name == "between" and noun.dep_ in syntax.SUBJECTS):
            found = syntax.oblique(verb, name)
            if found is not None:
                return found
    if name not in ("by", "to", "in", "from"):
        return None
    inner = [
        child
        for child in noun.children
        if child.dep_ == "nmod" and (name == "by" or syntax.case_of(child) == "of")
        # "a rally against violations by the army" is not the army's
        and not (syntax.case_of(child) == "against" and child.lemma_.lower() in listed(language, "deeds"))
    ]
    return next((found for child in inner if (found := syntax.oblique(child, name)) is not None), None)


def _named_after(noun: Token) -> Token | None:
    """ "The commander, Northern Command": the name that an apposition adds to a post, or sets beside it after a comma."""
    for child in noun.children:
        listed_with = child.dep_ == "conj" and bool(syntax.children(child, "cc"))  # "the president and the congress"
        if child.dep_ in ("appos", "list", "conj") and child.pos_ == "PROPN" and child.i > noun.i + 1 and not listed_with:
            return child
    if noun.dep_ not in ("appos", "list") or noun.i + 2 >= len(noun.doc) or noun.doc[noun.i + 1].text != ",":
        return None
    first = noun.doc[noun.i + 2]
    for child in noun.head.children:
        if child.dep_ in ("appos", "list") and child.pos_ == "PROPN" and first.is_title and first.i - child.left_edge.i in (0, 1):
            return first
    return None


def _noun_self(noun: Token) -> Token:
    """Whom a role noun stands for: the subject of its copula, the name it is a title of or stands beside, else itself; in "X,
    the speaker and the league's rival" the second is X as well."""
    first = _first_of_two(noun)
    if first is not None:
        return _noun_self(first)
    if syntax.children(noun, "cop"):
        return syntax.surface_subject(noun) or noun
    beside = noun.dep_ in ("appos", "flat", "compound", "nmod:desc", "list")
    if beside and noun.head.pos_ in ("PROPN", "NOUN") and noun.head.i != noun.i:
        return apposed_to(noun) if noun.dep_ == "appos" else noun.head
    named = _named_by(noun)
    if named is not None:
        return named
    if noun.dep_ in ("xcomp", "obl", "obj") and noun.head.lemma_ in listed("en", "becoming"):
        return syntax.surface_subject(noun.head) or noun
    named_as = noun.dep_ in ("xcomp", "obj") or noun.dep_ == "obl" and syntax.case_of(noun) in ("", "as")
    if named_as and noun.head.lemma_ in listed("en", "appointing"):
        named = syntax.patient(noun.head)
        if named is None or named.i == noun.i:
            named = next(iter(syntax.children(noun.head, "iobj")), None)
        if named is not None:
            return named
    for child in noun.children:
        if child.dep_ in ("appos", "flat") and child.pos_ == "PROPN":
            return child
    return noun


def _named_by(noun: Token) -> Token | None:
    """The name that the noun announces: "the Front's leader Ivo Marr", "its main backers are Morland and Estavia", "its
    enemies include Estavia"."""
    head = noun.head
    for child in noun.children:
        if child.dep_ in ("nmod", "appos") and child.pos_ == "PROPN" and is_part(child):
            return child  # "its allies, including Estavia"
    if noun.dep_ == "nmod" and head.pos_ == "PROPN" and head.i == noun.i + 1:
        return head
    if noun.dep_ == "nsubj" and head.i > noun.i and head.pos_ == "PROPN" and syntax.children(head, "cop"):
        return None if syntax.case_of(head) else head  # "his army is in the east"
    if noun.dep_ == "nsubj" and head.lemma_ == "include":
        return next(iter(syntax.children(head, "obj")), None)
    if noun.dep_ in ("nsubj", "obj") and noun.i + 1 < len(noun.doc):
        beside = noun.doc[noun.i + 1]
        if beside.pos_ == "PROPN" and beside.dep_ == noun.dep_ and beside.head.i == head.i:
            return beside
    return None


def _first_of_two(noun: Token) -> Token | None:
    """The description that a second one goes on: "X, speaker of the house and rival of Marr", without a comma before "and",
    whichever of the two names before it the parser hung it on."""
    if noun.dep_ != "conj":
        return None
    head = noun.head
    if head.dep_ == "appos" or syntax.children(head, "cop") and head.pos_ == "NOUN":
        return head
    mark = next((child for child in noun.children if child.dep_ == "cc" and child.i < noun.i), None)
    if mark is None or mark.doc[mark.i - 1].is_punct or noun.pos_ != "NOUN":
        return None
    return next((child for child in head.children if child.dep_ == "appos" and head.i < child.i < mark.i), None)


def possessor(noun: Token, taken: set[int]) -> Token | None:
    """Whose a noun is: "the army's raid", "the Estavian raid", "a rebel offensive"; none of the tokens that are taken, and no day
    ("Monday's raid by the army")."""
    dated: frozenset[int] = noun.doc.user_data.get(syntax.DATED, frozenset())
    taken = taken | dated
    for child in reversed(list(noun.children)):
        if child.dep_ == "nmod:poss" and child.i not in taken:
            return child
    if noun.dep_ == "conj" and not syntax.children(noun, "det"):
        # "his acceptance and then rejection of the accord"
        shared = next((child for child in syntax.children(noun.head, "nmod:poss") if child.i not in taken), None)
        if shared is not None and noun.head.pos_ == "NOUN":
            return shared
    for child in reversed(list(noun.lefts)):
        if (
            child.dep_ in ("amod", "compound", "nmod", "nmod:desc")
            and (child.pos_ in ("ADJ", "PROPN") and child.text[:1].isupper() or is_collective(child))
            and child.i not in taken
            and not (child.i > noun.sent.start and noun.doc[child.i - 1].text in HYPHENS)  # "pro-Morland leader"
        ):
            return child
        if child.dep_ in ("compound", "amod") and child.tag_ == "NN" and people_words().is_person(child.lemma_.lower()):
            return None  # "Estavian settler attacks" are no attacks by Estavia
    for child in noun.lefts:
        # "Estavian arms shipments"
        for part in child.lefts if child.dep_ == "compound" and child.pos_ == "NOUN" else ():
            if part.dep_ in ("amod", "compound", "nmod") and part.pos_ in ("ADJ", "PROPN") and part.text[:1].isupper():
                if part.i not in taken:
                    return part
    for child in noun.lefts if noun.lemma_.lower() in table("en", "bodies")["deeds"]["nouns"] else ():
        # "the regime bombardment", "a rebel offensive"
        if child.dep_ == "compound" and child.pos_ == "NOUN" and child.i not in taken and described_type(child) in _ARMED:
            return child
    return None


def _takes_part(encounter: Token, verb: Token, language: str) -> bool:
    """Whether whoever does what the verb says is in the meeting: "said at talks with Marr", "came for talks with Marr"."""
    case = syntax.case_of(encounter)
    return case in listed(language, "attending") or (case == "for" and verb.lemma_ in listed(language, "going"))


def light_subject(noun: Token, language: str) -> Token | None:
    """ "launched its biggest offensive against", "is an example of support for": who acts is the subject of what carries the
    noun."""
    verb = noun.head
    if noun.lemma_.lower() in listed("en", "siding"):
        above = next((word for word in noun.ancestors if word.pos_ == "VERB"), None)
        sided = above is not None and above.lemma_.lower() in table("en", "frames")["siding"]["verbs"]
        return syntax.agent(above) if above is not None and sided and syntax.case_of(noun) == "on" else None
    if noun.dep_ == "nmod" and syntax.case_of(noun) == "of" and verb.lemma_.lower() in listed(language, "instance"):
        return syntax.own_subject(verb) if syntax.children(verb, "cop") else None
    if noun.dep_ in ("obj", "nsubj:pass") and verb.pos_ == "VERB" and verb.lemma_ in listed(language, "light"):
        return syntax.agent(verb)
    if noun.dep_ == "obj" and verb.lemma_ in listed(language, "ceasing") and noun.lemma_.lower() in listed(language, "deeds"):
        return syntax.agent(verb)
    if noun.dep_ in ("obl", "nmod") and noun.lemma_ in listed(language, "combat") and syntax.case_of(noun) in ("in", "during"):
        aided = helped(verb)
        if aided is not None:
            return aided
    if noun.dep_ == "nmod" and syntax.case_of(noun) == "of" and verb.lemma_.lower() in listed(language, "source"):
        return syntax.own_subject(verb) if syntax.children(verb, "cop") else None  # "Morland is a source of support for"
    if (
        noun.dep_ in ("obl", "nmod")
        and verb.pos_ == "VERB"
        and (
            (noun.lemma_ in listed(language, "combat") and syntax.case_of(noun) in ("in", "during"))
            or (noun.lemma_ in listed(language, "encounter") and _takes_part(noun, verb, language))
            # "killed ten in an attack on the town"
            or (is_deed(noun) and syntax.case_of(noun) in ("in", "during") and is_harm(verb))
        )
    ):
        return syntax.agent(verb)
    return None

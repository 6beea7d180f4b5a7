"""Frames: one pattern met in one place, with the tokens that fill its roles. No entities, no modality yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.ontology.predicates import predicates
from crossread.reading.claims import syntax
from crossread.reading.claims.patterns import Pattern, PatternIndex
from crossread.reading.coreference.helped import helped
from crossread.reading.coreference.phrases import apposed_to, is_part
from crossread.reading.names_people import people_words
from crossread.reading.names_types import described_type

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


_ARMED = ("armed_group", "military_unit", "government_body")


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern with its tokens. `subject` is `None` where nobody is named as the doer; `clause` is the token whose
    clause decides polarity, modality and time; `content` is the light verb's object, if any.

    `presupposed`: the words take it for granted ("did not condemn the army's attack on Osten": there was an attack), so
    that the clause's negation and modality do not reach it.
    """

    pattern: Pattern
    anchor: Token
    clause: Token
    subject: Token | None
    object: Token | None
    content: Token | None = None
    subject_role: str = ""
    object_role: str = ""
    presupposed: bool = False


@lru_cache(maxsize=4)
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(table(language, "frames")[name]["words"])


def frames_of(sent: SpacySpan, index: PatternIndex, *, language: str = "en") -> Iterator[Frame]:
    """All frames of a sentence, in the order of their anchors, then of the lexicon. Two patterns may say the same of the same
    tokens, each for arguments of its own types."""
    for token in sent:
        if token.is_space or token.is_punct:
            continue
        found: list[Frame] = []
        if _is_compounded(token):
            pass  # "Morland-backed", "rebel-held" are read as participles alone
        elif token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBN", "VBG", "VBD") or syntax.is_bare_predicate(token):
            found += _verb_frames(token, index)
        if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "ADJ" and token.dep_ == "appos"):
            found += _noun_frames(token, index, language)
        if token.pos_ in ("NOUN", "PROPN") or token.tag_ == "VBG":
            found += _accompanying_frames(token, index, language)
        if token.pos_ in ("ADJ", "VERB"):
            found += _adjective_frames(token, index)
        if token.pos_ in ("VERB", "NOUN"):
            found += _undertaking_frames(token, index)
        if token.tag_ in ("VBN", "JJ", "VBD", "VBG"):
            found += _participle_frames(token, index)
        if token.i + 2 < len(token.doc) and token.doc[token.i + 1].text in _HYPHENS:
            found += _prefix_frames(token, index)
        if token.dep_ == "case" or token.pos_ in ("ADP", "SCONJ"):
            found += _preposition_frames(token, index)
        yield from found


# ------------------------------------------------------------------ verbs


def _verb_frames(verb: Token, index: PatternIndex) -> Iterator[Frame]:
    for word, pattern in index.verb(verb.lower_, verb.lemma_.lower()):
        parts = word.split("_")
        if len(parts) > 1 and not syntax.particle(verb, parts[1:]):
            continue
        if _is_phrasal(verb, parts[1:]) or ("finite" in pattern.flags and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj")):
            continue
        if ("noobj" in pattern.flags and syntax.children(verb, "obj")) or (
            "nocomp" in pattern.flags
            and (syntax.children(verb, "xcomp", "ccomp") or len(syntax.children(verb, "obj", "iobj")) > 1)
        ):
            continue
        content = _content(verb)
        if "withobj" in pattern.flags and content is None:
            continue
        if not _wanted(verb, pattern, content):
            continue
        if (unless := pattern.wants("unless")) and _is_with(verb, unless):
            continue
        if ("violent" in pattern.flags and not _is_violent(verb)) or ("spared" in pattern.flags and syntax.spares(verb)):
            continue
        light = content if pattern.wants("needs") else _means(verb, pattern.wants("needsobl"))
        subject, subject_role = _verb_role(verb, pattern.subject, light, parts)
        object_, object_role = _verb_role(verb, pattern.object, light, parts)
        if subject is None and "unknown" not in subject_role:
            continue
        if object_ is None and "mutual" not in pattern.flags:
            continue
        if object_ is not None and pattern.predicate == "attacks":
            object_ = _target(object_)
        if subject is not None and object_ is not None and subject.i == object_.i:
            continue
        held = pattern.predicate == "controls_place" and subject_role == "from"  # "failed to retake it from them": they have it
        yield Frame(pattern, verb, verb, subject, object_, light, subject_role, object_role, held)


def _is_with(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether one of the lemmas hangs on a word, or on what hangs on it."""
    return any(part.lemma_.lower() in lemmas for child in word.children for part in (child, *child.children))


def _is_violent(verb: Token, language: str = "en") -> bool:
    """Whether a death is one by violence: no illness is named, and it is told of several, or beside a deed, weapon or wound."""
    words = table(language, "frames")["dying"]
    beside = {token.lemma_.lower() for token in verb.subtree} | {verb.head.lemma_.lower()}
    if not beside.isdisjoint(words["natural"]):
        return False
    dead = syntax.own_subject(verb) or syntax.agent(verb)
    if dead is None or dead.pos_ == "VERB":
        return False
    if dead.tag_ in ("WP", "WDT"):
        dead = syntax.antecedent(dead) or dead
    several = dead.tag_ in ("NNS", "NNPS", "CD") or any(child.dep_ in ("nummod", "conj") for child in dead.children)
    return several or dead.lemma_.lower() in _words(language, "partitive") or not beside.isdisjoint(words["violent"])


def _is_phrasal(verb: Token, own: list[str], language: str = "en") -> bool:
    """Whether a particle that the pattern does not have makes another verb of it: "called out the minister" is no call."""
    particles = table(language, "frames")["phrasal"]["particles"]
    return verb.lemma_.lower() in _words(language, "phrasal") and any(
        child.dep_ == "compound:prt" and child.lower_ in particles and child.lower_ not in own for child in verb.children
    )


def _target(deed: Token) -> Token:
    """ "claimed the attack on the bus": what was attacked is the bus."""
    if deed.lemma_.lower() not in _words("en", "deeds"):
        return deed
    found = (syntax.oblique(deed, word) for word in ("on", "against", "at", "of", "in"))
    return next((token for token in found if token is not None), deed)


def _content(verb: Token) -> Token | None:
    """The noun that a light verb leans on: its object, or the subject of its passive; of "dozens of attacks" the attacks."""
    found = syntax.patient(verb)
    if found is not None and found.tag_ in ("WDT", "WP"):
        found = syntax.antecedent(found) or found  # "the atrocities that they committed"
    if syntax.is_passive(verb):  # "were given training": what is given stays behind
        found = next((child for child in verb.children if child.dep_ in ("obj", "xcomp") and child.pos_ == "NOUN"), found)
    objects = syntax.children(verb, "obj")
    if len(objects) == 2 and objects[1].i > objects[0].i > verb.i:
        found = objects[1]  # "dealt the rebels a defeat", where the parser makes two objects of both
    if found is not None and (found.pos_ in ("NUM", "SYM", "DET") or found.lemma_.lower() in _words("en", "partitive")):
        for child in found.children:
            if child.dep_ == "nmod" and child.pos_ == "NOUN":
                return child
    return found


def _means(verb: Token, words: frozenset[str]) -> Token | None:
    """The noun of a fixed phrase beside the verb: "came to the aid of the army", "remains in control of the town"."""
    return next((child for child in verb.children if child.dep_ in ("obl", "obl:agent", "xcomp") and _near(child, words)), None)


def _near(token: Token | None, words: frozenset[str]) -> bool:
    """Whether the phrase's head, what is coordinated with it, or a noun compounded with it, is one of the words."""
    if token is None:
        return False
    for part in syntax.conjuncts(token):
        if any(child.dep_ == "compound" and child.lower_ in _words("en", "public") for child in part.children):
            continue
        if part.lemma_.lower() in words or part.lower_ in words:
            return True
        if part.lemma_.lower() not in _words("en", "mere") and any(
            child.dep_ in ("compound", "nmod", "nummod", "amod") and (child.lemma_.lower() in words or child.lower_ in words)
            for child in part.children
        ):
            return True
    return False


def _wanted(verb: Token, pattern: Pattern, content: Token | None) -> bool:
    needs, objneeds = pattern.wants("needs"), pattern.wants("objneeds")
    if (needs and not _near(content, needs)) or (objneeds and not _near(content, objneeds)):
        return False
    for name, preposition in (("withneeds", "with"), ("fromneeds", "from")):
        words = pattern.wants(name)
        if words and not _near(syntax.oblique(verb, preposition), words):
            return False
    words = pattern.wants("compneeds") | pattern.wants("needscomp")
    if words:
        found = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp", "acl", "advcl", "amod", "obl")]
        found += (
            [child for child in content.children if child.dep_ in ("acl", "amod", "xcomp", "appos")]
            if content is not None
            else []
        )
        if not any(_near(token, words) for token in found):
            return False
    words = pattern.wants("needsobl")
    return not words or any(
        _near(child, words) for child in verb.children if child.dep_ in ("obl", "obl:agent", "xcomp", "obj", "nmod", "amod")
    )


def _verb_role(verb: Token, roles: tuple[str, ...], light: Token | None, parts: list[str]) -> tuple[Token | None, str]:
    for role in roles:
        found: Token | None = None
        if role in ("agent", "agent?"):
            found = syntax.agent(verb)
            if found is None and role == "agent?":
                return None, "unknown"
        elif role == "patient":
            found = syntax.patient(verb) or next(iter(syntax.children(verb, "iobj")), None)
            if found is None and len(parts) > 1:
                found = syntax.oblique(verb, parts[-1])
        elif role == "unknown":
            return None, "unknown"
        elif role == "poss":
            found = _possessor(light, set()) if light is not None else None
        elif role == "iobj":
            found = next(iter(syntax.children(verb, "iobj")), None)
            objects = syntax.children(verb, "obj")
            if found is None and len(objects) == 2 and objects[1].i > objects[0].i > verb.i:
                found = objects[0]
            if found is None and syntax.is_passive(verb) and light is not None and light.i > verb.i:
                found = syntax.surface_subject(verb)
        elif role == "comp":
            found = _complement(verb)
        elif role == "xcomp":
            posts = ("NOUN",) if verb.dep_ == "acl" else ("NOUN", "PROPN")  # "a man named Marr" holds no post
            found = next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in posts), None)
        elif role in ("comp_obj", "comp_of"):
            found = _complement_argument(verb, role)
        elif role == "holder":
            found = _holder(verb)
        elif role == "obliged":
            found = _obliged(verb)
        elif role == "aided":
            found = _aided(verb, light)
        else:
            found = syntax.oblique(verb, role)
            for noun in _carried(verb, light) if found is None else ():
                found = found or syntax.oblique(noun, role)
            if found is None:
                host = syntax.patient(verb)
                if host is not None and light is None and not syntax.is_passive(verb):
                    found = syntax.oblique(host, role)
        if found is not None:
            return found, role
    return None, ""


def _complement(verb: Token) -> Token | None:
    """The clause that completes a verb, also where a date between the two made the parser take it for a purpose."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i:
            return child
    if syntax.children(verb, "obj", "iobj"):
        return None
    dated: frozenset[int] = verb.doc.user_data.get(syntax.DATED, frozenset())
    for child in verb.children:
        if child.dep_ == "advcl" and child.tag_ == "VB" and child.i > verb.i and syntax.children(child, "mark"):
            between = verb.doc[verb.i + 1 : child.left_edge.i]
            return child if between and all(word.i in dated or word.dep_ == "case" for word in between) else None
    return None


def _carried(verb: Token, light: Token | None) -> Iterator[Token]:
    """The nouns on which a phrase of the verb may hang: what it leans on with what is coordinated with it, that of which it is
    one ("a suspension of aid to"), what was laid on somebody ("restrictions imposed on"), and aid in which a sum comes ("two
    million in aid to")."""
    if light is None:
        return
    for noun in syntax.conjuncts(light):
        yield noun
        for child in noun.children:
            if (child.dep_ == "nmod" and syntax.case_of(child) == "of") or child.lemma_.lower() in _words("en", "laid"):
                yield child
    for child in (*verb.children, *light.children):
        if child.dep_ in ("obl", "nmod") and syntax.case_of(child) == "in" and child.lemma_.lower() in _words("en", "relief"):
            yield child


def _obliged(verb: Token) -> Token | None:
    """ "Says that the army must leave": of whom something is demanded."""
    for child in verb.children:
        if child.dep_ == "ccomp" and any(aux.lower_ == "must" for aux in child.children if aux.dep_ == "aux"):
            return syntax.own_subject(child) if not syntax.is_passive(child) else None
    return None


def _aided(verb: Token, light: Token | None) -> Token | None:
    """ "Gave two million to promote peace in Osten": where or for whom the sum is to be spent, by the first name there."""
    hosts = [verb] if light is None else [verb, light]
    purposes = [
        child for host in hosts for child in host.children if child.dep_ in ("advcl", "acl", "xcomp") and child.tag_ == "VB"
    ]
    named = [
        word
        for purpose in purposes
        for word in purpose.subtree
        if word.pos_ == "PROPN" and word.dep_ in ("obj", "obl", "nmod") and word.i > purpose.i
        and (word.dep_ == "obj" or syntax.case_of(word) in ("in", "for", "to"))
    ]
    return named[0] if named else None


def _holder(verb: Token) -> Token | None:
    """From whom a place is taken: "retook a town held by the rebels", "seized the rebel-held town"."""
    place = syntax.patient(verb)
    for child in place.children if place is not None else ():
        if child.lemma_.lower() not in _words("en", "held") or child.tag_ not in ("VBN", "VBD"):
            continue
        if child.dep_ == "acl":
            return syntax.agent(child)
        named = child.doc[child.i - 2] if child.i > 1 and child.doc[child.i - 1].text in _HYPHENS else None
        if named is not None and (named.text[:1].isupper() or is_collective(named)):
            return named
    return None


def _complement_argument(verb: Token, role: str) -> Token | None:
    for child in verb.children:
        if child.dep_ == "xcomp" or (child.dep_ == "ccomp" and role == "comp_of"):
            if role == "comp_obj":
                found = syntax.patient(child) or next(
                    (syntax.oblique(child, word) for word in ("on", "against", "at") if syntax.oblique(child, word)), None
                )
            else:
                found = syntax.oblique(child, "of")
            if found is not None:
                return found
    return None


# ------------------------------------------------------------------ nouns


def _noun_frames(noun: Token, index: PatternIndex, language: str) -> Iterator[Frame]:
    for word, pattern in index.find("n", noun.lemma_.lower()):
        if "_" in word and noun.doc[noun.i:noun.i + word.count("_") + 1].text.lower().replace(" ", "_") != word:
            continue
        if noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_.lower() in _words(language, "undoing"):
            continue
        if pattern.wants("unless") & _around(noun):
            continue
        if noun.dep_ == "compound" and noun.head.pos_ == "NOUN" and "self" not in (*pattern.subject, *pattern.object):
            continue  # "a government detention centre" detains no government
        about = pattern.wants("about")
        if about and not any(
            child.lemma_.lower() in about or child.lower_ in about
            for child in noun.children
            if child.dep_ in ("compound", "nmod", "amod")
        ):
            continue
        object_, object_role = _noun_role(noun, pattern.object, set(), language)
        taken = {object_.i} if object_ is not None else set()
        subject, subject_role = _noun_role(noun, pattern.subject, taken, language)
        if object_role == "between" and "between" in pattern.subject:
            subject, subject_role = object_, object_role
        if subject is not None and object_ is not None and subject.i == object_.i and object_role != "between":
            continue
        if "possonly" in pattern.flags and subject is not None and subject.pos_ == "PRON":
            continue  # "his troops" only names them
        if pattern.predicate in _HEADING and any(child.lower_ in _words(language, "deputy") for child in noun.lefts):
            continue  # a deputy director heads nothing
        if object_role in ("poss", "poss:obj") and subject is None and any(role.startswith("poss") for role in pattern.subject):
            # "X's siege": with no other doer named, the possessor is the one who does it, not the one it is done to
            continue
        if subject is None and "self" not in pattern.subject and "possonly" not in pattern.flags:
            subject = _light_subject(noun, language)
            subject_role = "light" if subject is not None else ""
        if subject_role == "light" and object_ is None and syntax.case_of(noun) in ("before", "after", "following"):
            continue  # "before the summit Marr and Petrak wrote a letter"
        if subject is None and "unknown" in pattern.subject and object_role in ("of", "of:obj"):
            subject_role = "unknown"
        elif subject is None or (object_ is None and "mutual" not in pattern.flags and pattern.object != ("-",)):
            continue
        carried = subject_role == "light" or (
            noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_ in _words(language, "light")
        )
        carried = carried and not _is_judged(noun, language)
        carried = carried or (noun.dep_ in ("xcomp", "obl") and noun.head.lemma_ in _words(language, "becoming"))
        presupposed = not carried and not syntax.children(noun, "cop") and noun.dep_ != "ROOT"
        yield Frame(pattern, noun, _clause(noun), subject, object_, None, subject_role, object_role, presupposed)


def _is_judged(noun: Token, language: str) -> bool:
    """ "Declared the army's raid a crime": a verb of two objects judges the first, which is taken for granted."""
    later = (child for child in noun.head.children if child.dep_ in ("obj", "xcomp") and child.i > noun.i)
    return noun.head.lemma_.lower() in _words(language, "appointing") and any(child.pos_ in ("NOUN", "ADJ") for child in later)


def _around(noun: Token) -> set[str]:
    """Lemmas of what modifies a noun ("a strained tie", "a war of words"), governs it or is said of it."""
    words = [child for child in noun.children if child.dep_ in ("amod", "acl", "compound") or syntax.case_of(child) == "of"]
    words += [noun.head] if noun.head.i != noun.i else []
    return {word.lemma_.lower() for word in words}


_HEADING = frozenset({"leads", "commands"})
_LENT = frozenset({"backing", "structure", "territory"})


def _accompanying_frames(noun: Token, index: PatternIndex, language: str) -> Iterator[Frame]:
    """ "the army, with help from Morland, took the town": whom a means phrase stands beside is the one who is helped, and
    who "is under siege", "is under investigation", is the one to whom it is done."""
    gerund = noun.tag_ == "VBG"
    case = next((child.lower_ for child in noun.children if child.dep_ == "mark"), "") if gerund else syntax.case_of(noun)
    if noun.head.lower_ == "thanks" and case == "to":
        case = "thanks_to"
    cop = bool(syntax.children(noun, "cop"))
    beside = case in _words(language, "accompanying") and noun.dep_ in ("obl", "nmod", "advcl")
    held = case == "in" and noun.lemma_.lower() in _words(language, "holding")
    if not (beside or held or (case == "under" and cop)):
        return
    host = noun.head
    if cop:
        helped = syntax.own_subject(noun)
    elif host.lemma_.lower() == "thanks" and host.head.pos_ == "VERB":
        helped = syntax.agent(host.head) or syntax.patient(host.head)
    else:
        helped = syntax.agent(host) or syntax.patient(host) if host.pos_ in ("VERB", "AUX") else host
    for word, pattern in index.find("n", noun.lower_ if gerund else noun.lemma_.lower()):
        family = predicates()[pattern.predicate].family
        lent = family in _LENT or (case == "under" and (family == "hostility" or pattern.predicate == "investigates"))
        if "_" in word or not lent or "self" in pattern.subject + pattern.object:
            continue
        helper, role = _noun_role(noun, (*pattern.subject, "of"), set(), language)
        if helper is not None and helped is not None and helper.i != helped.i:
            yield Frame(pattern, noun, _clause(noun), helper, helped, None, role, "self")


def _noun_role(noun: Token, roles: tuple[str, ...], taken: set[int], language: str) -> tuple[Token | None, str]:
    for role in roles:
        name = role.partition(":")[0]
        found: Token | None = None
        if name == "self":
            found = noun_self(noun)
        elif name == "poss":
            found = _possessor(noun, taken)
        elif name == "light":
            found = _light_subject(noun, language)
        elif name == "cop_subj":
            found = syntax.own_subject(noun) if syntax.children(noun, "cop") else None
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
    if name in ("between", "with"):
        # "an accord signed in May between A and B"
        for child in noun.children:
            if child.dep_ == "acl" and child.tag_ == "VBN" and (found := syntax.oblique(child, name)) is not None:
                return found
    if verb.pos_ == "VERB":
        carried = noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_ in _words(language, "light")
        happens = noun.dep_ in syntax.SUBJECTS + syntax.PASSIVE_SUBJECTS and verb.lemma_ in _words(language, "happening")
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
        and not (syntax.case_of(child) == "against" and child.lemma_.lower() in _words(language, "deeds"))
    ]
    return next((found for child in inner if (found := syntax.oblique(child, name)) is not None), None)


def _named_after(noun: Token) -> Token | None:
    """ "The commander, Northern Command": the name that an apposition adds to a post, or sets beside it after a comma."""
    for child in noun.children:
        if child.dep_ in ("appos", "list", "conj") and child.pos_ == "PROPN" and child.i > noun.i + 1:
            return child
    if noun.dep_ not in ("appos", "list") or noun.i + 2 >= len(noun.doc) or noun.doc[noun.i + 1].text != ",":
        return None
    first = noun.doc[noun.i + 2]
    for child in noun.head.children:
        if child.dep_ in ("appos", "list") and child.pos_ == "PROPN" and first.is_title and first.i - child.left_edge.i in (0, 1):
            return first
    return None


def noun_self(noun: Token) -> Token:
    """Whom a role noun stands for: the subject of its copula, the name it is a title of or stands beside, else itself; in "X,
    the speaker and the league's rival" the second is X as well."""
    first = _first_of_two(noun)
    if first is not None:
        return noun_self(first)
    if syntax.children(noun, "cop"):
        return syntax.surface_subject(noun) or noun
    beside = noun.dep_ in ("appos", "flat", "compound", "nmod:desc", "list")
    if beside and noun.head.pos_ in ("PROPN", "NOUN") and noun.head.i != noun.i:
        return apposed_to(noun) if noun.dep_ == "appos" else noun.head
    named = _named_by(noun)
    if named is not None:
        return named
    if noun.dep_ in ("xcomp", "obl", "obj") and noun.head.lemma_ in _words("en", "becoming"):
        return syntax.surface_subject(noun.head) or noun
    named_as = noun.dep_ in ("xcomp", "obj") or noun.dep_ == "obl" and syntax.case_of(noun) in ("", "as")
    if named_as and noun.head.lemma_ in _words("en", "appointing"):
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
        return head
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


def _possessor(noun: Token, taken: set[int]) -> Token | None:
    for child in reversed(list(noun.children)):
        if child.dep_ == "nmod:poss" and child.i not in taken:
            return child
    for child in reversed(list(noun.lefts)):
        if (
            child.dep_ in ("amod", "compound", "nmod", "nmod:desc")
            and (child.pos_ in ("ADJ", "PROPN") and child.text[:1].isupper() or is_collective(child))
            and child.i not in taken
            and not (child.i > noun.sent.start and noun.doc[child.i - 1].text in _HYPHENS)  # "pro-Morland leader"
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


def is_collective(word: Token, language: str = "en") -> bool:
    """Whether a modifier names a kind of actor: "a rebel attack", "government-held areas"."""
    return word.pos_ in ("NOUN", "PROPN") and word.lower_ in _words(language, "collective")


def _light_subject(noun: Token, language: str) -> Token | None:
    """ "launched its biggest offensive against", "is an example of support for": who acts is the subject of what carries the
    noun."""
    verb = noun.head
    if noun.lemma_.lower() in table("en", "frames")["siding"]["words"]:
        above = next((word for word in noun.ancestors if word.pos_ == "VERB"), None)
        sided = above is not None and above.lemma_.lower() in table("en", "frames")["siding"]["verbs"]
        return syntax.agent(above) if above is not None and sided and syntax.case_of(noun) == "on" else None
    if noun.dep_ == "nmod" and syntax.case_of(noun) == "of" and verb.lemma_.lower() in _words(language, "instance"):
        return syntax.own_subject(verb) if syntax.children(verb, "cop") else None
    if noun.dep_ in ("obj", "nsubj:pass") and verb.pos_ == "VERB" and verb.lemma_ in _words(language, "light"):
        return syntax.agent(verb)
    if noun.dep_ == "obj" and verb.lemma_ in _words(language, "ceasing") and noun.lemma_.lower() in _words(language, "deeds"):
        return syntax.agent(verb)
    if noun.dep_ in ("obl", "nmod") and noun.lemma_ in _words(language, "combat") and syntax.case_of(noun) in ("in", "during"):
        aided = helped(verb)
        if aided is not None:
            return aided
    if noun.dep_ == "nmod" and syntax.case_of(noun) == "of" and verb.lemma_.lower() in _words(language, "source"):
        return syntax.own_subject(verb) if syntax.children(verb, "cop") else None  # "Morland is a source of support for"
    if (
        noun.dep_ in ("obl", "nmod")
        and verb.pos_ == "VERB"
        and (
            (noun.lemma_ in _words(language, "combat") and syntax.case_of(noun) in ("in", "during"))
            or (noun.lemma_ in _words(language, "encounter") and syntax.case_of(noun) in _words(language, "attending"))
        )
    ):
        return syntax.agent(verb)
    return None


def _clause(token: Token) -> Token:
    """The predicate of the clause that a noun phrase stands in: itself under a copula, else the verb above it."""
    if syntax.children(token, "cop"):
        return token
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") or syntax.children(ancestor, "cop"):
            return ancestor
    return token


# ------------------------------------------------------------------ adjectives, participles, prepositions


def _adjective_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    if word.pos_ == "VERB" and syntax.children(word, "obj"):
        return  # "prepared the ground" is no readiness
    if word.tag_ in ("VBN", "VBD") and any(child.lemma_ == "have" and child.dep_ == "aux" for child in word.children):
        if not syntax.is_passive(word):
            return  # "has determined that" is no determination to do it
    for _, pattern in index.find("a", word.lower_):
        if (unless := pattern.wants("unless")) and _is_with(word, unless):
            continue
        host = syntax.own_subject(word)
        if host is None and word.dep_ in ("amod", "acl", "acl:relcl") and word.head.i != word.i:
            host = word.head
        if host is None and word.dep_ in ("xcomp", "conj", "advcl"):
            host = syntax.surface_subject(word)
        if pattern.object == ("self",):
            # "the army is dependent on Morland": the one who is spoken of is the object
            doer = next((found for role in pattern.subject if (found := syntax.oblique(word, role)) is not None), None)
            if host is not None and doer is not None and host.i != doer.i:
                yield Frame(pattern, word, word, doer, host, None, pattern.subject[0], "self")
            continue
        object_ = next((found for role in pattern.object if (found := _adjective_object(word, role)) is not None), None)
        wanted = pattern.wants("objneeds")
        if wanted and (object_ is None or object_.lemma_.lower() not in wanted):
            continue
        if object_ is not None and pattern.predicate == "attacks":
            object_ = _target(object_)
        if host is not None and object_ is not None and host.i != object_.i:
            yield Frame(
                pattern,
                word,
                _clause(word) if word.dep_ == "amod" else word,
                host,
                object_,
                None,
                "self",
                pattern.object[0],
                word.dep_ == "amod",
            )


def _adjective_object(word: Token, role: str) -> Token | None:
    if role == "comp":
        return next((child for child in word.children if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > word.i), None)
    return syntax.oblique(word, role)


def _undertaking_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "Marr's offensive failed", "the collapse of Marr's siege": whose an undertaking is fails or succeeds with it."""
    for _, pattern in index.find("u", word.lemma_.lower()):
        if word.pos_ == "VERB":
            noun = None if syntax.children(word, "obj", "xcomp") else syntax.own_subject(word)
        else:
            noun = syntax.oblique(word, "of")
        if noun is None or noun.lemma_.lower() not in _undertakings():
            continue
        owner = next(iter(syntax.children(noun, "nmod:poss")), None)
        if owner is not None:
            yield Frame(pattern, word, word if word.pos_ == "VERB" else _clause(word), owner, noun, None, "poss", "self",
                        word.pos_ == "NOUN")


@lru_cache(maxsize=1)
def _undertakings() -> frozenset[str]:
    return _words("en", "effort") | frozenset(table("en", "sets")["assaults"]["words"]) | {"coup", "plan", "policy", "strategy"}


_HYPHENS = ("-", "–", "‑")


def _prefix_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "anti-government fighters", "pro-Morland groups": who stands right of the hyphen is the one who is liked or not."""
    for _, pattern in index.find("f", word.lower_):
        named = word.doc[word.i + 2]
        host = named.head if named.dep_ in ("amod", "compound", "nmod") else word.head
        if host.pos_ not in ("NOUN", "PROPN") or host.i <= named.i or not (named.text[:1].isupper() or is_collective(named)):
            continue
        yield _of_two(pattern, word, _clause(host), {"self": host, "patient": named}, presupposed=True)


def _is_compounded(word: Token) -> bool:
    """Whether a participle hangs on a noun or a name by a hyphen ("rebel-held"): no clause of its own. "Re-taken" is a verb."""
    if word.tag_ not in ("VBN", "VBD", "JJ") or word.i < 2:
        return False
    hyphen, first = word.doc[word.i - 1], word.doc[word.i - 2]
    if hyphen.text not in _HYPHENS or hyphen.whitespace_ or first.whitespace_:
        return False
    return first.text[:1].isupper() or first.pos_ != "ADV" and first.lower_ not in _words("en", "prefix")


def _participle_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "Russian-backed rebels", "the UN-brokered truce": who does it stands left of the hyphen."""
    rows = index.find("p", word.lower_)
    if not rows or word.i < 1:
        return
    doc = word.doc
    adverb = doc[word.i - 1]
    if adverb.lower_ in _words("en", "adverbial") and word.dep_ in ("amod", "acl", "conj") and word.head.i > word.i:
        for _, pattern in rows:
            if pattern.subject == ("agent",) and pattern.object == ("patient",):
                yield Frame(pattern, word, _clause(word.head), adverb, word.head, None, "agent", "patient", True)
        return
    if word.i < 2:
        return
    if doc[word.i - 1].text not in _HYPHENS or doc[word.i - 1].whitespace_:
        return
    doer = doc[word.i - 2]
    if not doer.text[:1].isupper() and not is_collective(doer):
        return
    host = word
    for _ in range(4):
        if host.pos_ in ("NOUN", "PROPN") and host.i > word.i:
            break
        if host.head.i == host.i:
            break
        host = host.head
    if host.i <= word.i or host.pos_ not in ("NOUN", "PROPN"):
        host = next((token for token in doc[word.i + 1 : word.i + 6] if token.pos_ in ("NOUN", "PROPN")), word)
        while host.dep_ in ("compound", "flat", "nmod:desc", "amod") and host.head.i > host.i:
            host = host.head
    if host.i == word.i:
        return
    if host.lemma_.lower() in table("en", "bodies")["organs"]["members"]:
        # "the Morland-backed NLF fighters": whoever backs them backs the front
        names = (child for child in host.lefts if child.dep_ == "compound" and child.pos_ == "PROPN" and child.i > word.i)
        host = next(names, host)
    doers = [doer]
    if word.lower_ != "based" and doc[doer.i - 1].lower_ in ("and", "or") and doer.i >= 2 and doc[doer.i - 2].text[:1].isupper():
        doers.insert(0, doc[doer.i - 2])
    for (_, pattern), side in product(rows, doers):
        yield _of_two(pattern, word, _clause(host), {"agent": side, "patient": host, "self": host}, presupposed=True)


def _preposition_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "in support of the rebels", "are at war with the army": who it is said of governs the phrase or is its subject."""
    for phrase, pattern in index.find("x", word.lower_):
        parts = phrase.split("_")
        tokens = word.doc[word.i : word.i + len(parts)]
        if [token.lower_ for token in tokens] != parts:
            continue
        last, middle = tokens[-1], tokens[-2] if len(parts) > 1 else tokens[-1].head
        wanted = pattern.wants("objneeds")
        if wanted and last.head.lemma_.lower() not in wanted:
            continue
        if syntax.children(middle, "cop"):
            host, owner = middle, syntax.own_subject(middle)
        elif len(parts) == 1:
            continue
        else:
            host = middle.head if middle.dep_ in ("obl", "nmod", "fixed") else word.head
            host = _out_of_target(host)
            owner = syntax.agent(host) or syntax.patient(host) if host.pos_ == "VERB" else host
        if last.dep_ != "case" or owner is None or last.head.i == owner.i:
            continue
        object_ = _target(last.head) if pattern.predicate == "attacks" else last.head
        yield _of_two(pattern, word, _clause(host), {"pobj": object_, "self": owner})


def _out_of_target(host: Token) -> Token:
    """ "Joined the fight against the front in support of the army": the verb, where the phrase was hung on whom it is against."""
    target = host
    while target.dep_ in ("conj", "flat") and target.head.i < target.i:
        target = target.head
    if target.dep_ not in ("nmod", "obl") or syntax.case_of(target) != "against":
        return host
    verb = target.head if target.dep_ == "obl" else target.head.head
    return verb if verb.pos_ == "VERB" else host


def _of_two(pattern: Pattern, anchor: Token, clause: Token, named: dict[str, Token], *, presupposed: bool = False) -> Frame:
    """The frame of a pattern whose two roles stand in fixed places."""
    subject, object_ = pattern.subject[0], pattern.object[0]
    return Frame(pattern, anchor, clause, named[subject], named[object_], None, subject, object_, presupposed)

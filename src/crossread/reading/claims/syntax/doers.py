"""Who does it and to whom, whatever the clause looks like: active, passive, participle, relative clause, control,
coordination. After de Marneffe & Nivre (2019) and the enhanced graph of Schuster & Manning (2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import listed
from crossread.reading.claims.syntax.coordination import shared_dependent
from crossread.reading.claims.syntax.dependents import (
    NOMINAL,
    SUBJECTS,
    case_of,
    children,
    is_apart,
    is_ordinal,
    is_passive,
    own_subject,
    reduced,
)
from crossread.reading.claims.syntax.obliques import oblique

if TYPE_CHECKING:
    from spacy.tokens import Token


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, found through coordination, control and modification where it has none of its own."""
    own = own_subject(verb)
    if own is not None and verb.tag_ == "VB" and own.pos_ == "NOUN" and any(child.lower_ == "to" for child in verb.children):
        return controller_of_noun(own, depth) or own  # "the army's aim is to take the town"
    if own is not None or depth > 5:
        return own
    head = verb.head
    if head.i == verb.i:
        return None
    owner = owner_of_effort(verb) or _absolute_subject(verb)
    if owner is not None:
        return owner
    if _is_ordered(verb):
        return None
    if verb.dep_ == "conj":
        outer = _past_relative(verb) or _beyond_complement(verb)
        if outer is not None:
            return surface_subject(outer, depth + 1)
        if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            return surface_subject(head, depth + 1)
        return None
    if verb.dep_ in ("acl", "amod", "xcomp", "advcl", "ccomp") and (asked := _asked(verb)) is not None:
        return asked
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "acl") and (done := _object_control(verb)) is not None:
        return done
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    if verb.dep_ == "acl" and infinitive and any(is_ordinal(child) for child in head.children):
        return _described_by(head, depth)  # "the first country to recognise the council"
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.dep_ == "obj" and head.lemma_.lower() in listed("en", "writing"):
        return surface_subject(head.head, depth + 1)  # "issued a report accusing the army"
    if verb.dep_ in ("acl", "amod", "acl:relcl"):
        marked = verb.tag_ == "VBG" and any(child.dep_ == "mark" for child in verb.children)
        if marked and head.pos_ != "PROPN" and head.head.lemma_ not in listed("en", "blaming"):
            return controller_of_noun(head, depth)  # "set itself the goal of taking the town"
        if verb.tag_ in ("VBN", "VBG", "VBD") or verb.dep_ == "acl:relcl":
            before = verb.doc[verb.i - 1] if verb.i else verb
            if verb.tag_ == "VBN" and before.lower_ in ("those", "these") and before.head.i == head.i:
                return before  # "the families of those killed"
            return head
        # "a coalition to fight the rebels" does so itself, "a campaign to fight them" is somebody's
        acts = head.lemma_.lower() not in listed("en", "effort") and not children(head, "cop")
        return controller_of_noun(head, depth) or (head if acts else None)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "parataxis"):
        if (told := _told_beside(verb)) is not None:
            return surface_subject(told, depth + 1)
        if verb.dep_ == "ccomp" and head.dep_ == "acl:relcl" and head.i < verb.i and own_subject(head) is not None:
            return head.head  # "an assault that officials say killed ten"
        if verb.dep_ == "ccomp" and (verb.tag_ in ("VBD", "VBZ", "VBP") or _raised(verb) is not None):
            return _raised(verb)
        if verb.dep_ == "ccomp" and verb.tag_ == "VB" and not children(verb, "aux", "mark"):
            return None  # "Talk to them, said Petrak"
        if (judged := _judged(verb)) is not None:
            return judged
        if head.pos_ in ("NOUN", "PROPN") and not children(head, "cop"):
            return controller_of_noun(head, depth)
        if verb.dep_ == "xcomp":
            if (described := reduced(verb)) is not None:
                return described
            objects = children(head, "obj", "iobj")
            if objects and head.lemma_ not in listed("en", "vowing"):
                return objects[0]
        return surface_subject(head, depth + 1)
    return None


def _raised(verb: Token) -> Token | None:
    """ "X agreed to help, Y said", "X, Y said, will help": the first of two subjects that the parser hung on "said"."""
    subjects = children(verb.head, *SUBJECTS)
    if len(subjects) < 2 or verb.i < subjects[0].i:
        return None
    if subjects[0].i < verb.head.i < subjects[1].i < verb.i:
        return subjects[1]  # "X said a strike on the base killed ten"
    return subjects[0] if verb.i < subjects[1].i or is_apart(subjects[0], subjects[-1], verb.head) else None


def _past_relative(verb: Token) -> Token | None:
    """ "A member of the league that overthrew the king, and was appointed head": the clause that a finite verb goes on after a
    comma has closed the relative clause with "that" which the parser hung it on."""
    relative = verb.head
    subject = own_subject(relative) if relative.dep_ == "acl:relcl" else None
    mark = next((child for child in verb.children if child.dep_ == "cc" and child.i < verb.i), None)
    if subject is None or subject.lower_ != "that" or mark is None or mark.i == 0 or mark.nbor(-1).text != ",":
        return None
    finite = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")] or [verb]
    if finite[0].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return None
    return next((above for above in relative.ancestors if above.pos_ == "VERB" or children(above, "cop")), None)


def _beyond_complement(verb: Token) -> Token | None:
    """ "X said that Y has a right to defend itself and condemned the raids", "X said ten men came, tried to enter": a second verb
    of saying in the tense of the first goes on that one, though the parser hung it on what is said; a verb that a mere comma
    parts from what is said goes on that."""
    said = verb.head
    marked = next((child for child in verb.children if child.dep_ == "cc"), None)
    spoken = verb.lemma_.lower() in listed("en", "remarking")
    tense = verb.tag_ == "VBD" == said.head.tag_ and said.tag_ in ("VBZ", "VBP")
    if marked is not None and spoken and tense and said.dep_ == "ccomp" and not marked.nbor(-1).is_punct:
        return said.head
    within = next((child for child in said.children if child.dep_ == "ccomp" and said.i < child.i < verb.i), None)
    glued = within is not None and marked is None and verb.tag_ == "VBD" == within.tag_ and not children(verb, "nsubj", "conj")
    return within if glued else None


def _told_beside(participle: Token) -> Token | None:
    """ "Rockets hit the town, officials say, wounding six": what is told, where a participle of what came of it was hung on who
    tells it."""
    teller = participle.head
    if participle.tag_ != "VBG" or participle.dep_ != "advcl" or children(participle, "mark", "ccomp"):
        return None
    if teller.lemma_.lower() not in listed("en", "telling") or participle.lemma_.lower() not in listed("en", "resulting"):
        return None
    before = [child for child in teller.children if child.dep_ == "ccomp" and child.i < teller.i < participle.i]
    return before[0] if before else teller.head if teller.dep_ == "parataxis" and teller.head.i < teller.i else None


def _absolute_subject(verb: Token) -> Token | None:
    """ "with Morland entering the war": who stands between "with" and the participle, whatever the parser hangs it on."""
    if verb.tag_ not in ("VBG", "VBN"):
        return None
    mark = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "with"), None)
    if mark is None:
        return None
    return next(
        (
            word
            for word in verb.doc[mark.i + 1 : verb.i]
            if word.left_edge.i == mark.i + 1 and word.right_edge.i < verb.i and word.pos_ in ("NOUN", "PROPN", "PRON")
        ),
        None,
    )


_BLAMING = ("of", "against", "from", "into")


def _object_control(verb: Token) -> Token | None:
    """ "accused the army of shelling", "warned the army against shelling": who is spoken of acts, not who speaks."""
    if verb.tag_ != "VBG" or not any(child.dep_ == "mark" and child.lower_ in _BLAMING for child in verb.children):
        return None
    if verb.head.pos_ != "VERB":
        return None
    found = patient(verb.head) or next(iter(children(verb.head, "iobj")), None)
    return found if found is not None and found.i < verb.i else None


def _described_by(noun: Token, depth: int) -> Token:
    """Whom a noun is said of by a copula or "become", else itself."""
    if children(noun, "cop"):
        return own_subject(noun) or noun
    if noun.dep_ == "xcomp" and noun.head.lemma_ in ("become", "be", "remain"):
        return surface_subject(noun.head, depth + 1) or noun
    return noun


def is_ceased(verb: Token) -> bool:
    """ "Stopped shelling the town": the subject of the verb above did so until then."""
    above = verb.head
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "xcomp"
        and above.lemma_.lower() in listed("en", "ceasing")
        and not children(above, "obj")
        and not children(verb, "mark")
    )


def owner_of_effort(verb: Token) -> Token | None:
    """ "in their campaign to defeat": whose the noun right before the infinitive is, whatever the parser hangs the verb on."""
    noun = _noun_before(verb)
    if noun is None or noun.lemma_.lower() not in listed("en", "effort"):
        return None
    return next((child for child in noun.children if child.dep_ == "nmod:poss"), None)


def _noun_before(verb: Token) -> Token | None:
    """The noun right before an infinitive."""
    mark = next((child for child in verb.children if child.lower_ == "to" and child.i < verb.i), None)
    if mark is None or verb.dep_ not in ("advcl", "acl", "xcomp"):
        return None
    at = mark.i - 1
    if at > 0 and verb.doc[at].lower_ == "not":
        at -= 1
    return verb.doc[at] if at >= verb.sent.start else None


def _is_ordered(verb: Token) -> bool:
    """ "Marr's order to storm the plant": whoever is to do it, it is not he who orders it."""
    noun = _noun_before(verb)
    if noun is not None and verb.dep_ == "advcl" and verb.head.dep_ == "acl":
        noun = verb.head.head  # "the deadline set by the army to leave the town"
    return noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in listed("en", "ordering")


def _asked(verb: Token) -> Token | None:
    """Who is to act in "called on the army to leave", "pressed the army to leave": the phrase before the infinitive."""
    to = next((child for child in verb.children if child.tag_ == "TO"), None)
    noun = verb.head
    if to is not None and noun.dep_ == "obj" and noun.pos_ in ("NOUN", "PROPN") and noun.i < to.i:
        if noun.head.lemma_.lower() in listed("en", "asking"):
            return noun  # "urged the league to unite", where the infinitive hangs on the league
    given = next(iter(children(verb.head, "obj")), None) if to is not None and verb.dep_ == "advcl" else None
    if given is not None and (induced := _induced(given)) is not None and induced.i < verb.i:
        return induced
    if to is None or verb.head.lemma_.lower() not in listed("en", "asking"):
        return None
    return next(
        (
            child
            for child in verb.head.children
            if (
                child.dep_ == "obj"
                and verb.head.pos_ == "VERB"  # "pressed the army to leave"
                or child.dep_ in ("obl", "nmod")
                and case_of(child) in ("on", "upon", "to", "for", "with")
            )
            and verb.head.i < child.i < to.i
            and (to.i - child.right_edge.i <= 2 or child.dep_ == "obj" and not _is_parted(child, to))
        ),
        None,
    )


def _is_parted(noun: Token, word: Token) -> bool:
    """Whether a mark or a verb stands between two words: not in "urged fighters from around the world to join"."""
    return any(each.is_punct or each.pos_ in ("VERB", "AUX") for each in noun.doc[noun.i + 1 : word.i])


def _judged(verb: Token) -> Token | None:
    """Who did it in "criticised the army for shelling the town", "accused them of lying": whom the verb above judges."""
    mark = next((child for child in verb.children if child.lower_ in ("for", "of") and child.dep_ in ("mark", "case")), None)
    judge = next((child for child in verb.head.children if child.dep_ == "xcomp" and child.pos_ == "ADJ"), verb.head)
    if verb.tag_ != "VBG" or mark is None or judge.lemma_.lower() not in listed("en", "judging"):
        return None
    return patient(judge) if judge.pos_ == "VERB" else oblique(judge, "of")  # "grew critical of the army for shelling"


def _induced(noun: Token) -> Token | None:
    """ "Offered incentives to the rebels to leave": to whom something is given that is to make them act."""
    induces = noun.lemma_.lower() in listed("en", "inducing")
    return oblique(noun, "to") or oblique(noun.head, "to") if induces else None


def controller_of_noun(noun: Token, depth: int = 0) -> Token | None:
    """Who acts in "X's decision to attack", "X made an attempt to attack", "X is in place to attack"."""
    if children(noun, "cop"):
        return own_subject(noun)
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            return child
        if child.dep_ == "nmod" and case_of(child) == "by":
            return child
    if case_of(noun) in listed("en", "example"):
        return None  # "the troops took part, including two who hope to join"
    if noun.dep_ == "obl" and case_of(noun) == "as" and noun.head.lemma_.lower() in listed("en", "labelling"):
        return patient(noun.head)  # "threats seen by many as an effort to scare them"
    if noun.dep_ in ("obj", "obl") and noun.head.pos_ == "VERB" and noun.head.lemma_ not in listed("en", "spoken_of"):
        receivers = children(noun.head, "iobj") if noun.dep_ == "obj" else []
        if receivers and receivers[0].pos_ in ("NOUN", "PROPN"):
            return receivers[0]  # "gave the rebels a reason to attack", not "set themselves the aim of attacking"
        if noun.dep_ == "obj" and (induced := _induced(noun)) is not None:
            return induced
        return surface_subject(noun.head, depth + 1)
    return None


def agent(verb: Token) -> Token | None:
    """The deep subject: the subject of an active verb, the by-phrase of a passive one."""
    if is_passive(verb):
        for child in verb.children:
            if child.dep_ == "obl:agent" or (child.dep_ in ("obl", "nmod") and case_of(child) == "by"):
                return child
        hands = next((child for child in verb.children if child.dep_ == "obl" and child.lemma_ == "hand"), None)
        if hands is not None and case_of(hands) == "at":
            return oblique(hands, "of")  # "killed at the hands of the army"
        if verb.dep_ == "conj" and own_subject(verb) is None and verb.head.pos_ == "VERB":
            return agent(verb.head) if is_passive(verb.head) else None
        for child in verb.children:
            if child.dep_ == "conj" and child.tag_ == "VBN" and child.i - verb.i <= 3 and own_subject(child) is None:
                return shared_dependent(verb, "obl:agent")  # "was bombed and killed by"
        return None
    return surface_subject(verb)


def patient(verb: Token) -> Token | None:
    """The deep object: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return surface_subject(verb)
    helping = verb.dep_ == "xcomp" and _is_bare_help(verb.head, verb)
    for child in (*verb.children, *(child for child in verb.head.children if helping and child.i > verb.i)):
        if child.dep_ == "obj":
            return None if _helped_deed(verb, child) else child
    relative = None if any(_is_bare_help(verb, child) for child in children(verb, "xcomp")) else _relative_gap(verb)
    relative = relative or _small_clause(verb) or _raised_gap(verb)
    if relative is not None:
        return relative
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        # "targeted and killed ten": the object of both may hang on the first
        for child in verb.head.children:
            if child.dep_ == "obj" and child.i > verb.i:
                return child
    return shared_dependent(verb, "obj")


def _is_bare_help(verb: Token, deed: Token) -> bool:
    """ "helped take the town": a deed right behind the verb of help, with nobody between who is helped."""
    return verb.lemma_ in listed("en", "helped") and deed.i == verb.i + 1


def _helped_deed(verb: Token, noun: Token) -> bool:
    """Whether an object behind "helped take" is the deed's, though the parser hung it on the first verb."""
    return any(child.dep_ == "xcomp" and child.i < noun.i and _is_bare_help(verb, child) for child in verb.children)


def _small_clause(verb: Token) -> Token | None:
    """ "helped the army retake the town": the army, though the parser may hang it on the bare infinitive."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VB" and not children(child, "mark", "aux"):
            for each in child.children:
                if each.dep_ in ("nsubj", "obj") and verb.i < each.i < child.i and each.pos_ in NOMINAL:
                    return each
        if child.dep_ == "xcomp" and child.pos_ in ("NOUN", "ADJ") and not children(child, "cop", "mark"):
            for each in child.children:
                if each.dep_ == "nsubj" and verb.i < each.i < child.i:
                    return each  # "found the regime guilty"
    return None


def _relative_gap(verb: Token) -> Token | None:
    """ "the town (that) they hold": the noun that a relative clause with a subject of its own and no object modifies."""
    if verb.dep_ != "acl:relcl" or any(child.tag_ == "WRB" for child in verb.children):
        return None
    subject = own_subject(verb)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return None
    if any(word.tag_ in ("WP", "WDT") for child in verb.children if child.dep_ != "obj" for word in child.subtree):
        return None  # "the town from which they fired": the gap is filled elsewhere
    return verb.head


def _raised_gap(verb: Token) -> Token | None:
    """ "A town that they are trying to capture": the noun before the relative clause in which the verb is an infinitive."""
    above = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or above.dep_ != "acl:relcl":
        return None
    return next((child for child in children(above, "obj") if child.tag_ in ("WDT", "WP") and child.i < above.i), None)

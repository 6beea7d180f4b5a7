"""Deep grammatical functions over a Universal Dependencies parse.

Who does it and to whom, whatever the clause looks like: active, passive, participle, relative clause, control,
coordination. After de Marneffe & Nivre (2019) and the enhanced graph of Schuster & Manning (2016).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl")
_TITLING = ("nmod", "nmod:desc", "compound")  # how a title hangs on the name after it
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")


def children(token: Token, *labels: str) -> list[Token]:
    """Direct dependents with one of the relations, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def is_perfect(verb: Token) -> bool:
    """Whether the auxiliary of what has been done stands with a verb: "has left", "would have left"."""
    return any(child.lower_ in _set("perfect") for child in children(verb, "aux"))


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
        or (verb.dep_ == "xcomp" and _reduced(verb) is not None)
        or (verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head))
    )


def _reduced(participle: Token) -> Token | None:
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


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and the phrases coordinated with it, in text order; also a second subject after a comma, by which the parser
    means the same ("the French, the Dutch and the Danes have left" with two subjects)."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in _NOMINAL:
            if not _is_contrasted(child) and not _is_glued(child):
                yield from conjuncts(child)
        elif child.dep_ == "nmod" and child.pos_ in _NOMINAL and _joins(child):
            yield from conjuncts(child)
        for other in child.children if child.dep_ == "acl:relcl" else ():
            # "ties with X, who was a friend, as well as with Y"
            if other.dep_ == "conj" and other.pos_ == "PROPN" and case_of(other) and case_of(other) == case_of(token):
                yield from conjuncts(other)
    yield from _in_particular(token)
    if token.dep_ in SUBJECTS or token.dep_ in PASSIVE_SUBJECTS:
        following = _listed_after(token)
        if following is not None:
            yield from conjuncts(following)


def _is_contrasted(phrase: Token) -> bool:
    """Whether a conjunct is named as the one who it is not: "with the minister rather than with the president"."""
    return any(child.i < phrase.i and child.lower_ in _set("contrast") for child in phrase.children)


def _is_glued(phrase: Token) -> bool:
    """ "Opposition and government forces": a conjunct with the next one right behind it only modifies that."""
    return phrase.tag_ == "NN" and any(
        other.dep_ == "conj" and other.i == phrase.i + 1 and other.tag_ == "NNS" for other in phrase.head.children
    )


def _in_particular(token: Token) -> Iterator[Token]:
    """ "Against extremism, in particular against the front": the second, which hangs on the adverb beside or below the first."""
    beside = token.head.children if token.dep_ in ("nmod", "obl") else ()
    for adverb in (*token.children, *beside):
        if adverb.dep_ == "nmod" and adverb.lemma_ == "particular" and adverb.i > token.i:
            yield from (part for part in adverb.children if part.dep_ == "nmod" and case_of(part) == case_of(token))


def _joins(phrase: Token) -> bool:
    """Whether a phrase stands beside its noun as a second one of the same: "the army, together with its allies, …"."""
    words = [word.lower_ for word in phrase.subtree if not word.is_punct][:2]
    beside = words[:1] == ["alongside"] and phrase.head.dep_ in SUBJECTS  # "spoke to the press alongside X" is no talk with X
    return words in (["together", "with"], ["along", "with"]) or beside


def _listed_after(subject: Token) -> Token | None:
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
        return own[-1] if len(own) > 1 and _is_apart(own[0], own[-1], verb) else own[0]
    for child in verb.children:
        if child.dep_ in ("aux", "aux:pass", "cop"):
            for grandchild in child.children:
                if grandchild.dep_ in SUBJECTS or grandchild.dep_ in PASSIVE_SUBJECTS:
                    return grandchild
    return None


def _is_apart(first: Token, last: Token, verb: Token) -> bool:
    """Whether of two subjects the second is the verb's, right before it and behind a mark: "Marr, who spoke, said Peru will"."""
    mark, behind = verb.doc[max(last.left_edge.i - 1, 0)], verb.doc[last.right_edge.i : verb.i]
    parted = mark.is_punct and not mark.is_right_punct and not any(word.is_punct for word in behind)
    return parted and first.i < mark.i and last.i < verb.i and _listed_after(first) is None


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
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.dep_ == "obj" and head.lemma_.lower() in _set("writing"):
        return surface_subject(head.head, depth + 1)  # "issued a report accusing the army"
    if verb.dep_ in ("acl", "amod", "acl:relcl"):
        marked = verb.tag_ == "VBG" and any(child.dep_ == "mark" for child in verb.children)
        if marked and head.pos_ != "PROPN" and head.head.lemma_ not in _set("blaming"):
            return controller_of_noun(head, depth)  # "set itself the goal of taking the town"
        if verb.tag_ in ("VBN", "VBG", "VBD") or verb.dep_ == "acl:relcl":
            before = verb.doc[verb.i - 1] if verb.i else verb
            if verb.tag_ == "VBN" and before.lower_ in ("those", "these") and before.head.i == head.i:
                return before  # "the families of those killed"
            return head
        # "a coalition to fight the rebels" does so itself, "a campaign to fight them" is somebody's
        acts = head.lemma_.lower() not in _set("effort") and not children(head, "cop")
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
            if (described := _reduced(verb)) is not None:
                return described
            objects = children(head, "obj", "iobj")
            if objects and head.lemma_ not in _set("vowing"):
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
    return subjects[0] if verb.i < subjects[1].i or _is_apart(subjects[0], subjects[-1], verb.head) else None


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
    spoken = verb.lemma_.lower() in _set("remarking")
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
    if teller.lemma_.lower() not in _set("telling") or participle.lemma_.lower() not in _set("resulting"):
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


@lru_cache(maxsize=64)
def _set(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "frames")[name]["words"])


_BLAMING = ("of", "against", "from", "into")


def _object_control(verb: Token) -> Token | None:
    """ "accused the army of shelling", "warned the army against shelling": who is spoken of acts, not who speaks."""
    if verb.tag_ != "VBG" or not any(child.dep_ == "mark" and child.lower_ in _BLAMING for child in verb.children):
        return None
    if verb.head.pos_ != "VERB":
        return None
    found = patient(verb.head) or next(iter(children(verb.head, "iobj")), None)
    return found if found is not None and found.i < verb.i else None


def is_ordinal(word: Token) -> bool:
    """Whether an adjective singles one out: "the first to", "the only country to", "the latest to"."""
    counted = word.lower_[:1].isdigit() and word.lower_.endswith(("st", "nd", "rd", "th"))
    return word.dep_ in ("amod", "det") and (word.tag_ == "JJS" or counted or word.lower_ in _set("ordinal"))


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
        and above.lemma_.lower() in _set("ceasing")
        and not children(above, "obj")
        and not children(verb, "mark")
    )


def owner_of_effort(verb: Token) -> Token | None:
    """ "in their campaign to defeat": whose the noun right before the infinitive is, whatever the parser hangs the verb on."""
    noun = _noun_before(verb)
    if noun is None or noun.lemma_.lower() not in _set("effort"):
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
    return noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in _set("ordering")


def _asked(verb: Token) -> Token | None:
    """Who is to act in "called on the army to leave", "pressed the army to leave": the phrase before the infinitive."""
    to = next((child for child in verb.children if child.tag_ == "TO"), None)
    noun = verb.head
    if to is not None and noun.dep_ == "obj" and noun.pos_ in ("NOUN", "PROPN") and noun.i < to.i:
        if noun.head.lemma_.lower() in _set("asking"):
            return noun  # "urged the league to unite", where the infinitive hangs on the league
    given = next(iter(children(verb.head, "obj")), None) if to is not None and verb.dep_ == "advcl" else None
    if given is not None and (induced := _induced(given)) is not None and induced.i < verb.i:
        return induced
    if to is None or verb.head.lemma_.lower() not in _set("asking"):
        return None
    return next(
        (
            child
            for child in verb.head.children
            if (
                child.dep_ == "obj" and verb.head.pos_ == "VERB"  # "pressed the army to leave"
                or child.dep_ in ("obl", "nmod") and case_of(child) in ("on", "upon", "to", "for", "with")
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
    if verb.tag_ != "VBG" or mark is None or judge.lemma_.lower() not in _set("judging"):
        return None
    return patient(judge) if judge.pos_ == "VERB" else oblique(judge, "of")  # "grew critical of the army for shelling"


def _induced(noun: Token) -> Token | None:
    """ "Offered incentives to the rebels to leave": to whom something is given that is to make them act."""
    induces = noun.lemma_.lower() in _set("inducing")
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
    if case_of(noun) in _set("example"):
        return None  # "the troops took part, including two who hope to join"
    if noun.dep_ == "obl" and case_of(noun) == "as" and noun.head.lemma_.lower() in _set("labelling"):
        return patient(noun.head)  # "threats seen by many as an effort to scare them"
    if noun.dep_ in ("obj", "obl") and noun.head.pos_ == "VERB" and noun.head.lemma_ not in _set("spoken_of"):
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
    return verb.lemma_ in _set("helped") and deed.i == verb.i + 1


def _helped_deed(verb: Token, noun: Token) -> bool:
    """Whether an object behind "helped take" is the deed's, though the parser hung it on the first verb."""
    return any(child.dep_ == "xcomp" and child.i < noun.i and _is_bare_help(verb, child) for child in verb.children)


def spares(verb: Token) -> bool:
    """ "prevented the guards from being killed": what is kept from happening would have been done to the object."""
    return any(child.dep_ in CLAUSES and is_passive(child) for child in verb.children)


def _small_clause(verb: Token) -> Token | None:
    """ "helped the army retake the town": the army, though the parser may hang it on the bare infinitive."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VB" and not children(child, "mark", "aux"):
            for each in child.children:
                if each.dep_ in ("nsubj", "obj") and verb.i < each.i < child.i and each.pos_ in _NOMINAL:
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


def shared_dependent(verb: Token, label: str) -> Token | None:
    """ "shelled and stormed the town": the object that stands once for both."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            for grandchild in child.children:
                if grandchild.dep_ == label:
                    return grandchild
    return None


# Prepositions that bind so firmly to attack, support and departure that a phrase attached one step too low still counts.
DATED = "crossread.dated"  # in `Doc.user_data`: the tokens of time expressions, which fill no role
_TOPICS = ("over", "about", "for", "on", "amid")
_FIRM = frozenset({"against", "from", "alongside"})
_PLACES = frozenset({"in", "at", "on", "to", "into"})


def oblique(token: Token, preposition: str) -> Token | None:
    """The first phrase under the token with that preposition, whatever its relation; "where" stands for its antecedent."""
    dated: frozenset[int] = token.doc.user_data.get(DATED, frozenset())
    phrases = [
        child
        for child in token.children
        if child.dep_ in ("obl", "nmod", "obl:agent", "advmod", "advcl", "acl", "obl:unmarked") and child.i not in dated
    ]
    phrases.sort(key=lambda child: child.i < token.i)  # "to this end, she spoke to the envoy"
    for child in phrases:
        if case_of(child) == preposition:
            return _further(child, preposition, phrases) or child
        if child.lower_ in _set("adjectival") and any(mark.lower_ == preposition for mark in children(child, "mark")):
            return next(iter(children(child, "obj")), None)  # "to former president X", where the parser sees a verb
    if token.dep_ == "acl:relcl" and any(child.lower_ == preposition and _is_stranded(child) for child in token.children):
        return token.head  # "the general whom they rely on"
    for child in phrases:
        # "moved back to", "far from": the phrase hangs on the adverb
        if child.dep_ == "advmod":
            for grandchild in child.children:
                if grandchild.dep_ in ("obl", "nmod") and case_of(grandchild) == preposition and grandchild.i not in dated:
                    return grandchild
    if preposition in _FIRM:
        for child in phrases:
            if preposition == "from" and case_of(child) in _TOPICS:
                continue  # "faces criticism over messages from the court"
            for grandchild in child.children if child.dep_ != "obl:agent" else ():
                if grandchild.dep_ == "nmod" and case_of(grandchild) == preposition:
                    return grandchild
    if preposition == "against":
        return _by_means(token)
    if preposition == "with":
        for child in phrases:
            # "met in Osten with the envoy", "spoke by phone with her": hung on the place or the means
            if child.dep_ == "obl" and (case_of(child) in _PLACES or child.lemma_.lower() in _set("speaking")):
                for grandchild in child.children:
                    if grandchild.dep_ == "nmod" and case_of(grandchild) == preposition and grandchild.i not in dated:
                        return grandchild
    if preposition in _PLACES and token.dep_ == "acl:relcl" and any(child.lower_ == "where" for child in token.children):
        return _nearest_noun(token)
    return None


def _by_means(token: Token) -> Token | None:
    """ "Ten strikes using rockets against the base": whom they were against, though the parser hangs it on the means."""
    for means in token.subtree:
        if means.tag_ != "VBG" or means.lemma_.lower() not in _set("using") or means.i < token.i:
            continue
        for word in means.subtree:
            if word.dep_ in ("obl", "nmod") and word.i > means.i and case_of(word) == "against":
                return word
    return None


def _further(noun: Token, preposition: str, phrases: list[Token]) -> Token | None:
    """The place behind a noun that is none: "in exile in Arda", whatever the second phrase hangs on."""
    if noun.lemma_.lower() not in _set("hollow"):
        return None
    later = (each for each in phrases if each.i > noun.i and case_of(each) == preposition)
    return oblique(noun, preposition) or next(later, None)


def _nearest_noun(clause: Token) -> Token:
    """The noun right before a clause of "where", where the parser hung the clause on one further up: "in Arda and at the base,
    where"."""
    before = next((word for word in reversed(clause.doc[clause.head.i : clause.left_edge.i]) if not word.is_punct), clause.head)
    while before.dep_ in ("flat", "compound") and before.head.i > clause.head.i:
        before = before.head
    return before if before.pos_ in ("NOUN", "PROPN") else clause.head


def _is_stranded(word: Token) -> bool:
    bare = word.pos_ == "ADP" and word.n_lefts + word.n_rights == 0 and word.i > word.head.i
    return bare and word.dep_ in ("obl", "advmod", "case", "compound:prt")


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

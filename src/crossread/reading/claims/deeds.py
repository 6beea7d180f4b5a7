"""Who does the deeds that a text names by nouns: "the strikes", "an attack claimed by the movement", "two raids near Osten".

A deed acts for its doer: "the airstrikes killed ten" is the doing of whoever carried them out, if the text says who. The doer
may stand in another sentence, as in the list of a day's strikes that a command publishes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.known import ACTOR_TYPES, Mentions
from crossread.reading.claims.owners import lift

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crossread.reading.parse import Parse


_UPON = ("on", "against", "at", "in", "near")


@lru_cache(maxsize=4)
def _words(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "frames")["violence"][name])


@dataclass(frozen=True, slots=True)
class Doers:
    """Whose a deed is. `claimed`: those named say so themselves, as whoever claims responsibility does."""

    sides: tuple[Filled, ...]
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class Deeds:
    """The violent deeds of a document whose doer it tells: by the token of the noun, by the event that a chain stands for, and,
    where deeds of one lemma are counted ("conducted 23 strikes") and always of the same doers, by lemma."""

    by_token: dict[int, Doers]
    by_event: dict[str, Doers]
    listed: dict[str, Doers]
    known: Mentions

    def of(self, token: Token) -> Doers | None:
        """The doers of the deed that a noun, or the relative pronoun after it, names.

        Another deed's doer is taken over where both words stand for one event, and in a list: after "the coalition conducted 23
        strikes", the two strikes near a town are among them. Abstains for one more strike, uncounted, and where two sides strike.
        """
        noun = syntax.antecedent(token) if token.tag_ in ("WDT", "WP") else token
        if noun is None or noun.lemma_.lower() not in _words("deeds"):
            return None
        found = self.by_token.get(noun.i)
        if found is not None:
            return found
        mention = self.known.of(noun)
        if mention is not None and mention.entity in self.by_event:
            return self.by_event[mention.entity]
        return self.listed.get(noun.lemma_.lower()) if _is_counted(noun) else None


def is_deed(noun: Token) -> bool:
    """Whether a noun names a deed of violence."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _words("deeds")


def is_harm(verb: Token) -> bool:
    """Whether a verb tells of people killed or hurt."""
    return verb.lemma_.lower() in _words("harming")


def deed_of(verb: Token) -> Token | None:
    """The deed in which something came about: "ten were killed in a raid", "the raid in which ten were killed"."""
    later = [child for child in syntax.children(verb, "conj") if child.tag_ in ("VBN", "VBD") and child.i > verb.i]
    for host in (verb, verb.head) if verb.dep_ == "conj" else (verb, *later):
        for child in host.children:
            if child.dep_ not in ("obl", "obl:agent") or syntax.case_of(child) not in ("in", "by", "during", "from"):
                continue
            if child.tag_ == "WDT":
                noun = syntax.antecedent(child)
                above = [noun, *noun.ancestors][:4] if noun is not None else []
                return next((word for word in above if word.lemma_.lower() in _words("deeds") and word.pos_ == "NOUN"), None)
            if child.lemma_.lower() in _words("deeds"):
                return child
    return None


def harming(pronoun: Token, known: Mentions) -> Token:
    """What does harm in "an attack on a jeep that wounded four": the attack, though the clause was hung on what was attacked.

    Only where that is no actor; other tokens are given back as they are.
    """
    struck = syntax.antecedent(pronoun) if pronoun.tag_ == "WDT" else None
    if struck is None or struck.dep_ not in ("nmod", "obl") or syntax.case_of(struck) not in _UPON:
        return pronoun
    mention = known.of(struck)
    if mention is not None and known.kind(mention) in ACTOR_TYPES:
        return pronoun
    before = struck.head if struck.dep_ == "nmod" else next(iter(syntax.children(struck.head, "obj")), struck)
    return before if before.lemma_.lower() in _words("deeds") and before.i < struck.i else pronoun


def unharmed(subject: Token, verb: Token) -> Token | None:
    """Who does harm in "killed two people injuring eight": not they, to whom it is done first, but whoever killed them."""
    first = subject.head
    if subject.dep_ != "obj" or first.i == verb.i or first.lemma_.lower() not in _words("harming"):
        return subject
    return syntax.agent(first)


def reaches_owner(noun: Token) -> bool:
    """Whether what is done to or for what a noun names is done to or for its owner: "backs their efforts", "freed it from the
    militia's control". A mere modifier owns no effort ("the U.N. bid")."""
    words = table("en", "frames")["reaching"]
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    return noun.lemma_.lower() in (words["words"] + words["power"] if owned else words["power"])


def index_deeds(parse: Parse, known: Mentions) -> Deeds:
    """Find the deeds of a document that are said to be somebody's."""
    by_token: dict[int, Doers] = {}
    by_event: dict[str, Doers] = {}
    counted: dict[str, list[Doers]] = {}
    for noun in parse.doc:
        lemma = noun.lemma_.lower()
        if noun.pos_ != "NOUN" or lemma not in _words("deeds"):
            continue
        found = _doers(noun, known)
        if found is None:
            continue
        by_token[noun.i] = found
        mention = known.of(noun)
        if mention is not None:
            by_event.setdefault(mention.entity, found)
        counted.setdefault(lemma, []).append(found)
    listed = {
        lemma: doers[0]
        for lemma, doers in counted.items()
        if len({_key(each) for each in doers}) == 1
        and any(_is_counted(parse.doc[at]) for at, each in by_token.items() if parse.doc[at].lemma_.lower() == lemma)
    }
    return Deeds(by_token, by_event, listed, known)


def _does(side: Filled, noun: Token) -> bool:
    """Whether somebody found beside a deed does it: before it, or after "by" ("the shelling of the rebels" is done to them). "A
    terrorist attack" only says what it is."""
    if side.mention is None and side.head.lemma_.lower() in table("en", "bodies")["organs"]["unnamed_members"]:
        return False
    return side.head.i < noun.i or any(word.lower_ == "by" for word in noun.doc[noun.i + 1 : side.head.i])


def _key(doers: Doers) -> tuple[str, ...]:
    return tuple(side.argument.entity or side.argument.name for side in doers.sides)


def _is_counted(noun: Token) -> bool:
    return any(child.dep_ == "nummod" and child.i < noun.i for child in noun.children)


def _doers(noun: Token, known: Mentions) -> Doers | None:
    own = tuple(side for side in lift(noun, known) if _does(side, noun))
    if own:
        return Doers(own)
    for claimed, doer in ((False, _carrier(noun)), (True, _claimant(noun))):
        if doer is not None:
            sides = tuple(side for side in fill(doer, known) if side.type in ACTOR_TYPES and not side.unresolved)
            if sides:
                return Doers(sides, claimed)
    return None


def _carrier(noun: Token) -> Token | None:
    """ "Conducted 23 strikes", "the strikes were carried out by": who does what the verb says of the deed."""
    verb = noun.head
    if noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_.lower() in _words("carried"):
        return syntax.agent(verb)
    return None


def _claimant(noun: Token) -> Token | None:
    """Who claims a deed: "an attack claimed by", "claimed responsibility for the attack", "the attack, for which … claimed"."""
    for child in noun.children:
        if child.lemma_.lower() == "claim" and child.dep_ in ("acl", "acl:relcl"):
            return syntax.agent(child)
    verb = noun.head
    if noun.dep_ in ("obl", "nmod") and syntax.case_of(noun) == "for" and verb.lemma_.lower() in _words("owned"):
        verb = verb if verb.pos_ == "VERB" else verb.head
        return syntax.agent(verb) if verb.lemma_.lower() in _words("owning") else None
    if noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_.lower() == "claim":
        return syntax.agent(verb)
    return None

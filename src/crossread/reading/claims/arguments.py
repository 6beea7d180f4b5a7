"""From tokens to arguments: which mention a token heads, and whom that mention stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.model import Argument, Mention
from crossread.reading.claims import syntax
from crossread.reading.claims.described import spoken_of
from crossread.reading.claims.filled import Filled, filled_by
from crossread.reading.claims.free_text import free_text
from crossread.reading.claims.known import ACTOR_TYPES, PLACE_TYPES, Mentions
from crossread.reading.claims.several import each_named, is_several, states_of
from crossread.reading.coreference.phrases import is_part

if TYPE_CHECKING:
    from spacy.tokens import Token


_CREEDS = ("ists", "crats", "ans", "ives", "ites", "ants", "nazis")  # how words for people of one mind end


def fill(token: Token, known: Mentions, *, language: str = "en", text: bool = False) -> Iterator[Filled]:
    """The arguments a token stands for: one for each conjunct ("France and Egypt back…").

    `text` allows free text where a conjunct is no mention.
    """
    for part in (named for each in syntax.conjuncts(token) for named in each_named(each, known, language)):
        if part.i != token.i and part.lower_ in listed(language, "nobody"):
            continue  # "the army and nobody else"
        states = states_of(part, known, language)
        if states:
            yield from states
            continue
        found = _one(part, known, language)
        pair = known.pairs.get(found.argument.entity or "") if found is not None else None
        if found is not None and pair is not None:
            for each in pair:
                side = filled_by(part, each, known)
                yield replace(side, argument=replace(side.argument, start=found.argument.start, end=found.argument.end))
        elif found is not None:
            yield found
        elif text and part.pos_ != "PRON":
            yield free_text(part)
        elif part.tag_ == "CD" and (counted := syntax.oblique(part, "of")) is not None and counted.pos_ in ("NOUN", "PROPN"):
            yield from fill(counted, known, language=language)  # "freed eleven of the prisoners"


def _one(token: Token, known: Mentions, language: str) -> Filled | None:
    if token.lower_ in listed(language, "adverbial"):
        adverbial = table(language, "frames")["adverbial"]
        name = adverbial["names"][adverbial["words"].index(token.lower_)]
        return Filled(Argument(None, name, token.idx, token.idx + len(token)), token, "igo", None)
    mention = known.of(token)
    if token.lower_ in ("who", "whom") and (mention is None or known.kind(mention) not in ACTOR_TYPES):
        antecedent = syntax.antecedent(token)
        for child in reversed(list(antecedent.children)) if antecedent is not None else ():
            # "the release of the guards, who returned": who can return is the guards
            someone = known.of(child) if child.dep_ == "nmod" and child.i < token.i else None
            if someone is not None and known.kind(someone) in ACTOR_TYPES:
                return filled_by(child, someone, known)
    if token.lower_ == "which" and _is_somebody(token, mention, known):
        return _thing_before(token, known)
    if mention is None and token.tag_ in ("WDT", "WP"):
        antecedent = syntax.antecedent(token)
        return None if antecedent is None else _one(antecedent, known, language)
    if token.tag_ in ("WDT", "WP") and mention is not None and mention.entity not in known.named:
        # "Marr is an officer who fled": he fled
        noun = syntax.antecedent(token)
        described = spoken_of(noun, known) if noun is not None and syntax.children(noun, "cop") else None
        if described is not None:
            return filled_by(described[0], described[1], known)
    if mention is None or mention.form == "nominal":
        described = spoken_of(token, known)
        if described is not None:
            return filled_by(described[0], described[1], known)
    lemma = token.lemma_.lower()
    inner = next((child for child in token.children if child.dep_ in ("nmod", "obl") and syntax.case_of(child) == "of"), None)
    if inner is None and (mention is None or mention.form != "name") and lemma in listed(language, "district"):
        for child in token.lefts:  # "the Osten region"
            named = known.of(child) if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" else None
            if named is not None and named.form == "name" and known.kind(named) == "place":
                return filled_by(child, named, known)
    if inner is not None and (mention is None or mention.form != "name"):
        named = known.of(inner)
        side = lemma in listed(language, "direction") or any(child.lower_.endswith("ern") for child in token.lefts)
        sited = named is not None and known.kind(named) in PLACE_TYPES
        if side and sited and mention is None:
            return Filled(free_text(token).argument, token, "place", None)  # "the eastern part of the country"
        if sited and not side and lemma in listed(language, "share"):
            several = token.tag_ == "NNS" and lemma in listed(language, "container")
            if several and named is not None and known.kind(named) == "state":
                return Filled(free_text(token).argument, token, "place", None)  # "parts of Morland" are not all of it
            return _one(inner, known, language)
        if lemma in listed(language, "partitive") and (mention is None or mention.entity not in known.entities):
            return _one(inner, known, language) or (None if mention is None else filled_by(token, mention, known))
        whole = (lemma in listed(language, "container") or is_several(token, language)) and not side
        if whole and named is not None and named.type in PLACE_TYPES and named.form == "name":
            return filled_by(inner, named, known)
    if mention is None and (kind := _collective(token, known, language)) is not None:
        return kind
    if mention is None and token.dep_ in ("flat", "compound") and token.head.i != token.i:
        mention = known.of(token.head)
    if mention is None or mention.form == "nominal":
        beside = [child for child in token.children if child.dep_ in ("appos", "flat") and child.pos_ == "PROPN"]
        names = (known.of(child) for child in beside if not is_part(child))
        mention = next((name for name in names if name is not None and name.form == "name"), mention)
    if mention is None and _is_creed(token):
        return replace(free_text(token), type="people")
    return None if mention is None else filled_by(token, mention, known)


def _is_somebody(pronoun: Token, mention: Mention | None, known: Mentions) -> bool:
    """Whether a relative pronoun is read as a person's, by its own mention or its antecedent's."""
    noun = syntax.antecedent(pronoun)
    mention = mention or (known.of(noun) if noun is not None else None)
    return mention is not None and known.kind(mention) == "person"


def _thing_before(pronoun: Token, known: Mentions) -> Filled | None:
    """ "Marr, an official of the republic, which is recognised": no person is a "which", but the nearest phrase on him that
    names something else."""
    person = syntax.antecedent(pronoun)
    for word in reversed(list(person.subtree)) if person is not None else ():
        body = known.by_head.get(word.i) if word.i < pronoun.i and word.pos_ in ("NOUN", "PROPN") else None
        if body is not None and known.kind(body) in (ACTOR_TYPES | PLACE_TYPES) - {"person"}:
            return filled_by(word, body, known)
    return None


def _is_creed(token: Token) -> bool:
    """Whether a word that is no known name stands for people of one party or faith: "Republicans". At the head of a sentence
    only where the text has it with a capital elsewhere."""
    if token.tag_ != "NNPS" or not token.lower_.endswith(_CREEDS) or token.dep_ in ("compound", "flat", "amod"):
        return False
    if any(child.dep_ in ("compound", "flat", "amod") and child.pos_ == "PROPN" for child in token.children):
        return False
    return token.i != token.sent.start or any(
        other.text == token.text and other.i != other.sent.start and other.tag_ == "NNPS" for other in token.doc
    )


def _collective(token: Token, known: Mentions, language: str) -> Filled | None:
    """A kind of actor that only modifies a noun ("a rebel attack"): the one last called so, else the next one, else the word
    itself."""
    kinds = table(language, "frames")["collective"]
    if token.lower_ not in kinds["words"] or token.dep_ not in ("compound", "amod", "nmod", "obl:npmod", "obl:unmarked"):
        return None
    last = next(
        (
            mention
            for at in (*range(token.i - 1, -1, -1), *range(token.i + 1, len(token.doc)))
            if token.doc[at].lemma_.lower() == token.lower_
            and (mention := known.by_head.get(at)) is not None
            and (at < token.i or mention.text.lower().startswith("the ") or token.doc[at].tag_ == "NNS")
        ),
        None,
    )
    if last is not None and known.kind(last) in ACTOR_TYPES:
        called = (mention.entity for at, mention in known.by_head.items() if token.doc[at].lemma_.lower() == token.lower_)
        if all(entity == last.entity for entity in called):
            return filled_by(token, last, known)  # of several governments none is "the pro-government" one
    kind = "government_body" if token.lower_ in kinds["bodies"] else "armed_group"
    return Filled(Argument(None, token.text, token.idx, token.idx + len(token)), token, kind, None)

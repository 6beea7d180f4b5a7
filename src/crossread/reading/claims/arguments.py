"""From tokens to arguments: which mention a token heads, and whom that mention stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Argument, Entity, Mention
from crossread.reading.claims import syntax
from crossread.reading.coreference.phrases import is_adjunct, is_part, is_result
from crossread.reading.names_people import people_words
from crossread.reading.names_types import described_type
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

ACTOR_TYPES = frozenset(
    {"person", "armed_group", "government_body", "state", "igo", "ngo", "media", "company", "military_unit", "people"}
)
PLACE_TYPES = frozenset({"place", "facility", "state"})
_BODY, _SITE, _PERSON = frozenset({"body"}), frozenset({"site"}), frozenset({"person"})
# What a description can be of: a town is no body, a person no agreement; a state is both a body and a place.
_SORTS = (
    dict.fromkeys(ACTOR_TYPES, _BODY)
    | {"person": _PERSON, "place": _SITE, "facility": _SITE, "state": _BODY | _SITE}
    | {"agreement": frozenset({"agreement"}), "event": frozenset({"event"})}
)
_PHRASE_CUT = frozenset(
    {
        "acl:relcl",
        "acl",
        "appos",
        "parataxis",
        "punct",
        "cc",
        "conj",
        "cop",
        "nsubj",
        "advcl",
        "aux",
        "mark",
        "case",
        "dep",
        "obl",
        "list",
        "nsubj:pass",
        "expl",
        "discourse",
        "cc:preconj",
    }
)
_CLAUSE_CUT = frozenset({"parataxis", "mark"})


@lru_cache(maxsize=4)
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(table(language, "frames")[name]["words"])


@dataclass(frozen=True, slots=True)
class Filled:
    """An argument with the token that heads it and, for an entity, its type."""

    argument: Argument
    head: Token
    type: str | None
    mention: Mention | None
    unresolved: bool = False  # a pronoun whose chain holds nothing but pronouns


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a document, by the token that heads each."""

    by_head: dict[int, Mention]
    covering: dict[int, Mention]
    entities: dict[str, Entity]
    named: frozenset[str]
    described: frozenset[str]
    pairs: Mapping[str, tuple[Mention, Mention]]  # by entity: the two whom "the two leaders" stands for

    def of(self, token: Token) -> Mention | None:
        """The mention that a token heads, or the name that the token is part of."""
        return self.by_head.get(token.i) or self.covering.get(token.i)

    def kind(self, mention: Mention) -> str:
        """The type of whom a mention stands for, which its own words may not tell."""
        entity = self.entities.get(mention.entity)
        return mention.type if entity is None else entity.type


def _is_joint(span: SpacySpan) -> bool:
    return any(child.dep_ == "conj" and child.i < span.end for child in span.root.children)


def index_mentions(parse: Parse, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]) -> Mentions:
    """Find the head token of each mention; where several share one, a name comes before a noun phrase, the longer first."""
    by_head: dict[int, Mention] = {}
    covering: dict[int, Mention] = {}
    spans = [(mention, parse.doc.char_span(mention.start, mention.end, alignment_mode="expand")) for mention in mentions]
    held = [(mention, span) for mention, span in spans if span is not None and len(span)]
    # "the army and the rebels" is headed by the army, but it is not the army
    held.sort(key=lambda each: (each[0].form != "name", _is_joint(each[1]), each[0].start - each[0].end, each[0].start))
    for mention, span in held:
        by_head.setdefault(span.root.i, mention)
        if mention.form == "name":
            for token in span:
                covering.setdefault(token.i, mention)
    names = {each.id: each.name for each in entities}
    return Mentions(
        by_head,
        covering,
        {entity.id: entity for entity in entities},
        frozenset(m.entity for m in mentions if m.form == "name"),
        # an entity that only pronouns stand for may still be known: the body that published the text
        frozenset(m.entity for m in mentions if m.form != "pronoun")
        | frozenset(each.id for each in entities) - frozenset(m.entity for m in mentions if m.text == names.get(m.entity)),
        _pairs(parse, by_head, {each.id: each for each in entities}),
    )


def _pairs(parse: Parse, by_head: Mapping[int, Mention], entities: Mapping[str, Entity]) -> dict[str, tuple[Mention, Mention]]:
    """Whom "the two leaders" and "both countries" stand for: the only two of that kind that are named there before it, in its
    own sentence and the one before. Abstains where there are more."""
    words = table("en", "frames")["pairs"]
    found: dict[str, tuple[Mention, Mention]] = {}
    for number, sent in enumerate(parse.sents):
        for noun in sent:
            mention = by_head.get(noun.i)
            if mention is None or mention.form != "nominal" or mention.entity in found or not _is_pair(noun):
                continue
            kind = next((kind for kind in ("person", "state") if noun.lemma_.lower() in words[kind]), None)
            start = parse.sents[max(0, number - 1)].start
            before = (by_head[at] for at in range(start, noun.i) if at in by_head)
            of_kind = {
                each.entity: each
                for each in before
                if each.form in ("name", "pronoun") and each.entity in entities and entities[each.entity].type == kind
            }
            if len(of_kind) == 2:
                first, second = of_kind.values()
                found[mention.entity] = first, second
    return found


def _is_pair(noun: Token) -> bool:
    before = [child.lower_ for child in noun.lefts if child.dep_ in ("det", "nummod", "amod", "compound", "nmod")]
    return before in (["the", "two"], ["both"], ["these", "two"], ["those", "two"], ["both", "the"])


def fill(token: Token, known: Mentions, *, language: str = "en", text: bool = False) -> Iterator[Filled]:
    """The arguments a token stands for: one for each conjunct ("France and Egypt back…").

    `text` allows free text where a conjunct is no mention.
    """
    for part in (named for each in syntax.conjuncts(token) for named in _named_places(each, known, language)):
        if part.i != token.i and part.lower_ in _words(language, "nobody"):
            continue  # "the army and nobody else"
        states = _states(part, known, language)
        if states:
            yield from states
            continue
        found = _one(part, known, language)
        pair = known.pairs.get(found.argument.entity or "") if found is not None else None
        if found is not None and pair is not None:
            for each in pair:
                side = _filled(part, each, known)
                yield replace(side, argument=replace(side.argument, start=found.argument.start, end=found.argument.end))
        elif found is not None:
            yield found
        elif text and part.pos_ != "PRON":
            yield free_text(part)
        elif part.tag_ == "CD" and (counted := syntax.oblique(part, "of")) is not None and counted.pos_ in ("NOUN", "PROPN"):
            yield from fill(counted, known, language=language)  # "freed eleven of the prisoners"


def _named_places(token: Token, known: Mentions, language: str) -> Iterator[Token]:
    """ "the villages of Arda, Besk and Corin": each place that a plural container names, else the token itself."""
    examples = _examples(token, known, language)
    if examples:
        yield from examples
        return
    yield token
    if token.tag_ == "NNS" and (token.lemma_.lower() in _words(language, "container") or _is_several(token, language)):
        inner = next((child for child in token.children if child.dep_ == "nmod" and syntax.case_of(child) == "of"), None)
        if inner is not None and known.of(inner) is not None:
            yield from (part for part in syntax.conjuncts(inner) if part.i != inner.i)


def _is_several(token: Token, language: str) -> bool:
    """ "The governments of Morland and Estavia": a plural that stands for each whom "of" names."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in table(language, "frames")["container"]["plural"]:
        return False
    inner = syntax.oblique(token, "of")
    return inner is not None and inner.pos_ == "PROPN" and any(child.dep_ == "conj" for child in inner.children)


def _examples(token: Token, known: Mentions, language: str) -> list[Token]:
    """ "allies like Morland and Estavia", "several states, including Morland": those who are named of a group that is not."""
    if token.tag_ != "NNS" or any(child.dep_ in ("nmod:poss", "acl:relcl") or child.lower_ == "the" for child in token.children):
        return []
    group = known.of(token)
    if group is None or known.kind(group) not in ACTOR_TYPES | PLACE_TYPES:
        return []  # "sent weapons, including Morland"
    first = next(
        (
            child
            for child in token.children
            if child.dep_ == "nmod" and child.pos_ == "PROPN" and syntax.case_of(child) in _words(language, "example")
        ),
        None,
    )
    named = list(syntax.conjuncts(first)) if first is not None else []
    return [part for part in named if (mention := known.of(part)) is not None and mention.form == "name"]


def _states(token: Token, known: Mentions, language: str) -> list[Filled]:
    """ "British, French and US forces": each of two or more states that a coordination before the noun names."""
    if token.lemma_.lower() not in _words(language, "armed"):
        return []
    sides = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nmod")]
    if any(child.tag_ == "VBN" for child in sides):
        return []  # "French and US-backed forces": the states are not whose forces they are
    named = [(part, known.of(part)) for child in sides for part in _coordinated(child)]
    states = [_filled(part, mention, known) for part, mention in named if mention is not None]
    states = sorted((side for side in states if side.type == "state"), key=lambda side: side.head.i)
    if len(states) < 2:
        return []
    held = {side.head.i for side in states}
    between = token.doc[states[0].head.i : states[-1].head.i]
    # "the Morland and Estavia-backed Corinian forces" is no list
    return states if all(part.i in held or part.is_punct or part.dep_ == "cc" for part in between) else []


def _coordinated(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _coordinated(child)


def _one(token: Token, known: Mentions, language: str) -> Filled | None:
    if token.lower_ in _words(language, "adverbial"):
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
                return _filled(child, someone, known)
    if token.lower_ == "which" and mention is not None and known.kind(mention) == "person":
        antecedent = syntax.antecedent(token)
        for child in antecedent.children if antecedent is not None else ():
            # "an official of the republic, which is recognised": no person is a "which"
            body = known.of(child) if child.dep_ == "nmod" and child.i < token.i else None
            if body is not None and known.kind(body) != "person":
                return _filled(child, body, known)
    if mention is None and token.tag_ in ("WDT", "WP"):
        antecedent = syntax.antecedent(token)
        return None if antecedent is None else _one(antecedent, known, language)
    if token.tag_ in ("WDT", "WP") and mention is not None and mention.entity not in known.named:
        # "Marr is an officer who fled": he fled
        noun = syntax.antecedent(token)
        described = _described(noun, known) if noun is not None and syntax.children(noun, "cop") else None
        if described is not None:
            return _filled(described[0], described[1], known)
    if mention is None or mention.form == "nominal":
        described = _described(token, known)
        if described is not None:
            return _filled(described[0], described[1], known)
    lemma = token.lemma_.lower()
    inner = next((child for child in token.children if child.dep_ in ("nmod", "obl") and syntax.case_of(child) == "of"), None)
    if inner is None and (mention is None or mention.form != "name") and lemma in _words(language, "district"):
        for child in token.lefts:  # "the Osten region"
            named = known.of(child) if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" else None
            if named is not None and named.form == "name" and known.kind(named) == "place":
                return _filled(child, named, known)
    if inner is not None and (mention is None or mention.form != "name"):
        named = known.of(inner)
        side = lemma in _words(language, "direction") or any(child.lower_.endswith("ern") for child in token.lefts)
        sited = named is not None and known.kind(named) in PLACE_TYPES
        if side and sited and mention is None:
            return Filled(free_text(token).argument, token, "place", None)  # "the eastern part of the country"
        if sited and not side and lemma in _words(language, "share"):
            return _one(inner, known, language)
        if lemma in _words(language, "partitive") and (mention is None or mention.entity not in known.entities):
            return _one(inner, known, language) or (None if mention is None else _filled(token, mention, known))
        whole = (lemma in _words(language, "container") or _is_several(token, language)) and not side
        if whole and named is not None and named.type in PLACE_TYPES and named.form == "name":
            return _filled(inner, named, known)
    if mention is None and (kind := _collective(token, known, language)) is not None:
        return kind
    if mention is None and token.dep_ in ("flat", "compound") and token.head.i != token.i:
        mention = known.of(token.head)
    if mention is None or mention.form == "nominal":
        beside = [child for child in token.children if child.dep_ in ("appos", "flat") and child.pos_ == "PROPN"]
        names = (known.of(child) for child in beside if not is_part(child))
        mention = next((name for name in names if name is not None and name.form == "name"), mention)
    return None if mention is None else _filled(token, mention, known)


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
            return _filled(token, last, known)  # of several governments none is "the pro-government" one
    kind = "government_body" if token.lower_ in kinds["bodies"] else "armed_group"
    return Filled(Argument(None, token.text, token.idx, token.idx + len(token)), token, kind, None)


def _described(token: Token, known: Mentions, depth: int = 0) -> tuple[Token, Mention] | None:
    """Whom a predicate noun or an apposition speaks of: in "Arda is the only town held by the army" the town is Arda.

    A relative clause that was hung on a name of another kind belongs to the nearest name of its own kind before it.
    """
    copula = any(child.dep_ == "cop" for child in token.children)
    subject = syntax.own_subject(token) if copula else None
    relative = subject is not None and subject.tag_ in ("WDT", "WP")
    if subject is not None and relative:
        subject = syntax.antecedent(subject)
    if token.dep_ == "appos" and token.head.pos_ == "PROPN":
        subject = token.head
    if subject is None or depth > 2:
        return None
    found = _described(subject, known, depth + 1)
    mention = known.of(subject)
    if found is None and mention is not None and mention.entity in known.named:
        found = subject, mention
    own = known.of(token)
    if found is None or own is None:
        return found
    sort = _SORTS.get("place" if token.lemma_.lower() in _words("en", "container") else own.type)
    other = _SORTS.get(known.kind(found[1]))
    donor = sort == _PERSON and not relative and not syntax.case_of(token)  # "Morland is the largest donor"
    if sort is None or other is None or sort & other or (donor and other >= _BODY):
        return found
    if not relative:
        return None
    return next(
        (
            (word, name)
            for word in reversed(token.doc[token.sent.start : token.left_edge.i])
            if (name := known.by_head.get(word.i)) is not None and name.form == "name" and known.kind(name) == own.type
        ),
        None,
    )


def _filled(token: Token, mention: Mention, known: Mentions) -> Filled:
    entity = known.entities.get(mention.entity)
    name = entity.name if entity else mention.text
    kind: str = entity.type if entity else mention.type
    if kind == "other" and mention.form == "name" and token.tag_ == "NNPS":
        kind = "people"  # "the Kurds": of no type of the contract, but they act
    unresolved = mention.form == "pronoun" and mention.entity not in known.described
    return Filled(
        Argument(mention.entity if entity else None, name, mention.start, mention.end), token, kind, mention, unresolved
    )


def lift(token: Token, known: Mentions, *, language: str = "en") -> Iterator[Filled]:
    """Whose a thing is that acts or is acted on: "Morland's airstrikes", "the missiles fired by the army", "an army raid".

    Only for heads that stand for nobody themselves.
    """
    noun = syntax.antecedent(token) if token.lower_ in ("which", "that") and token.tag_ == "WDT" else token
    for part in syntax.conjuncts(noun) if noun is not None else ():
        owner = _owner(part, known)
        if owner is None:
            continue
        someone = part.tag_ == "NN" and people_words().is_person(part.lemma_.lower())  # "a confidant of Marr" is not Marr
        for side in fill(owner, known, language=language):
            if side.type in ACTOR_TYPES and not (someone and side.type == "person"):
                yield side


def _owner(token: Token, known: Mentions) -> Token | None:
    lemma = token.lemma_.lower()
    undergone = lemma in _words("en", "undergone")
    for child in token.children:
        if child.dep_ == "nmod:poss" and not (lemma in table("en", "frames")["undergone"]["own"] and not _has_of(token)):
            return child
    own = [child for child in token.children if child.dep_ == "nmod"]
    for child in (*own, *(inner for each in own for inner in each.children if inner.dep_ == "nmod")):
        if syntax.case_of(child) == "by":
            return child  # "breaches of the truce by the army", wherever the parser hangs it
    for child in token.children:
        if undergone and syntax.case_of(child) == "of":
            continue  # "the arrest of the general" is not the general's
        if child.dep_ in ("acl", "nmod") and (found := _doer(child)) is not None:
            return found
    if lemma in _words("en", "offshoot") or described_type(token) == "company":
        return None
    for child in token.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and (known.of(child) is not None or _is_kind(child)):
            return child
        if child.lower_ in _words("en", "operated") and (user := _before_hyphen(child)) is not None:
            return user
    return None


def _has_of(noun: Token) -> bool:
    return any(child.dep_ == "nmod" and syntax.case_of(child) == "of" for child in noun.children)


def _before_hyphen(participle: Token) -> Token | None:
    """The name that a participle is joined to: "[Morland]-led"."""
    before = participle.doc[max(0, participle.i - 2) : participle.i]
    joined = len(before) == 2 and before[1].tag_ == "HYPH" and not before[0].whitespace_
    return before[0] if joined and before[0].pos_ == "PROPN" else None


def _is_kind(word: Token, language: str = "en") -> bool:
    """Whether a modifier names a kind of actor that fights: "coalition aircraft", "a rebel raid"."""
    return word.pos_ in ("NOUN", "PROPN") and word.lower_ in _words(language, "collective")


def _doer(child: Token) -> Token | None:
    if child.dep_ == "nmod":
        return child if syntax.case_of(child) in ("by", "of", "from") else None
    return syntax.agent(child) if child.tag_ == "VBN" else None


def free_text(token: Token, *, clause: bool = False) -> Filled:
    """A phrase or clause as free text, without what follows it in brackets or as a further clause.

    Of a predicate noun ("is not the king of …") only the noun phrase is taken.
    """
    copula = any(child.dep_ == "cop" for child in token.children)
    if clause:
        first, last = syntax.subtree_span(token, _CLAUSE_CUT)
    else:
        first, last = syntax.subtree_span(token, _PHRASE_CUT | {"advmod"} if copula else _PHRASE_CUT, beside=_is_beside)
        last = _second_of_two(first, last)
        last = _going_on(token) if last.i == token.i else last
    doc = token.doc
    if first.i and first.tag_ in ("JJS", "RBS") and doc[first.i - 1].tag_ == "IN" and doc[first.i - 1].lower_ == "at":
        first = doc[first.i - 1]  # "at least three" stays whole
    while first.i < last.i and _is_opening(first, token):
        first = doc[first.i + 1]
    if first.lower_ == "longer" and first.i and first.nbor(-1).lower_ == "no" and first.i < last.i:
        first = doc[first.i + 1]  # "is no longer president"
    while last.i > first.i and (last.is_punct or last.is_space):
        last = doc[last.i - 1]
    start, end = first.idx, last.idx + len(last)
    return Filled(Argument(None, " ".join(doc[first.i : last.i + 1].text.split()), start, end), token, None, None)


def _going_on(noun: Token, language: str = "en") -> Token:
    """The last word of "an end to the siege", where the parser hung what the noun asks for on the verb; else the noun itself."""
    if noun.dep_ not in ("obj", "obl") or noun.lemma_.lower() not in _words(language, "completed"):
        return noun
    after = (child for child in syntax.children(noun.head, "obl") if child.left_edge.i == noun.i + 1)
    return next((syntax.subtree_span(child, _PHRASE_CUT)[1] for child in after if syntax.case_of(child) == "to"), noun)


def _second_of_two(first: Token, last: Token) -> Token:
    """The last word of a phrase, or of the second side where "between" names but the first within it: "a peace between"."""
    for word in last.doc[first.i : last.i + 1]:
        if syntax.case_of(word) == "between":
            ends = [syntax.subtree_span(child, _PHRASE_CUT)[1] for child in syntax.children(word, "conj")]
            last = max([last, *ends], key=lambda token: token.i)
    return last


def _is_beside(phrase: Token) -> bool:
    """Whether what hangs on a noun says when or how something is done, and belongs to the clause: "an apology the following
    Monday"."""
    dated: frozenset[int] = phrase.doc.user_data.get(syntax.DATED, frozenset())
    dates = phrase.i in dated and phrase.i > phrase.head.i and syntax.case_of(phrase) not in ("of", "between")
    return dates or (phrase.dep_ == "nmod" and is_adjunct(phrase)) or is_result(phrase)


def _is_opening(word: Token, head: Token) -> bool:
    """Whether a word only opens the phrase: an article, a preposition, a mark. "At least" belongs to the number."""
    if word.is_punct or word.is_space:
        return True
    if (
        word.dep_ not in ("case", "mark", "cc", "det")
        or word.head.i != head.i
        or word.i >= head.i
        or word.lower_ in _words("en", "kept")
    ):
        return False
    return word.doc[word.i + 1].tag_ not in ("JJS", "RBS")

"""Passes that read identity off the syntax: apposition, copula, "the city of X", relative and reflexive pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.coreference.phrases import apposed_to, is_part, relative_antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_ARGUMENTS = frozenset((*_SUBJECTS, "obj", "iobj", "obl", "obl:agent", "obl:unmarked"))


def heads_of(candidates: list[Candidate]) -> dict[int, int]:
    """Token -> the candidate that it heads; coordinations aside, of two the wider."""
    found: dict[int, int] = {}
    for index, each in enumerate(candidates):
        if each.kind != "coordination":
            found.setdefault(each.head, index)
    return found


def join_structure(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> None:
    """All passes over syntax."""
    for token in parse.doc:
        if token.i not in heads:
            continue
        if token.dep_ == "appos" and token.head.i in heads and not is_part(token) and not _is_listed(token, chains, heads):
            _apposition(chains, heads[_described_by(token, chains, heads)], heads[token.i])
        elif token.dep_ in _SUBJECTS and token.head.i in heads:
            _copula(token, chains, heads)
        elif token.dep_ in ("nmod", "appos", "compound") and token.head.i in heads:
            _named_by(token, chains, heads)
    _posts(parse, chains, heads=heads)
    for index, each in enumerate(chains.candidates):
        if each.kind == "relative":
            antecedent = relative_antecedent(parse.doc[each.head])
            if antecedent is not None and antecedent.i in heads:
                chains.join(heads[antecedent.i], index, number=False, classes=each.lemma != "which")
        elif each.kind == "reflexive" and each.person == 3:
            _reflexive(parse.doc[each.head], chains, index, heads=heads)


def _is_listed(token: Token, chains: Chains, heads: dict[int, int]) -> bool:
    """Whether two names stand in a list that goes on after them: "the Front, Morland-backed Jaysh, and the League"."""
    one, other = chains.candidates[heads[token.head.i]], chains.candidates[heads[token.i]]
    following = any(child.dep_ == "conj" and child.i > token.i for child in (*token.head.children, *token.children))
    return one.kind == other.kind == "name" and following


def _posts(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> None:
    """ "The envoy to Peru Ana Petrak": a post that ends in a name, and its holder right behind it, where the parser takes the two
    for one phrase or for one argument."""
    doc = parse.doc
    for index, each in enumerate(chains.candidates):
        if each.kind != "nominal" or each.type != "person" or each.number == "plural" or each.last + 1 >= len(doc):
            continue
        holder = next((heads[at] for at in range(each.last + 1, min(each.last + 4, len(doc))) if at in heads), None)
        if holder is None or chains.candidates[holder].first != each.last + 1:
            continue
        name = chains.candidates[holder]
        ends = doc[each.last].pos_ == "PROPN" and each.last > each.head
        above, post = doc[name.head].head.i, doc[each.head]
        one = each.first <= above <= each.last or (above == post.head.i and doc[name.head].dep_ == post.dep_ in _SUBJECTS)
        if name.kind == "name" and name.type == "person" and ends and one:
            chains.join(index, holder)


def _described_by(token: Token, chains: Chains, heads: dict[int, int]) -> int:
    """The head of an apposition; where a person's name hangs on a place, the person that the place belongs to ("the governor of
    the province, X")."""
    head = apposed_to(token)
    head = head if head.i in heads else token.head
    if chains.candidates[heads[token.i]].type == "person":
        while chains.candidates[heads[head.i]].type != "person" and head.dep_ in ("nmod", "compound") and head.head.i in heads:
            head = head.head
    return head.i


def _apposition(chains: Chains, one: int, other: int) -> None:
    """ "X, the head of Y": a name and a description, or two of a kind; never two names of persons."""
    a, b = chains.candidates[one], chains.candidates[other]
    if "demonym" in (a.kind, b.kind) or a.is_pronoun or b.is_pronoun:
        return
    if a.kind == b.kind == "name" and a.type != b.type:
        return
    thing = "other" in (a.type, b.type) and "person" not in (a.type, b.type)
    if thing and a.kind == b.kind == "nominal" and a.type != b.type:
        return  # "raids on the militia, a response to an attack": no militia is a response
    chains.join(one, other, classes=not thing)


def _copula(subject: Token, chains: Chains, heads: dict[int, int]) -> None:
    """ "X is the head of Y", unless denied, asked or supposed."""
    noun = subject.head
    cops = [child for child in noun.children if child.dep_ == "cop"]
    if (
        not cops
        or noun.pos_ not in ("NOUN", "PROPN")
        or any(child.lower_ in ("not", "n't", "never", "if") or child.dep_ == "case" for child in noun.children)
    ):
        return
    if chains.candidates[heads[subject.i]].kind == "relative":
        named = relative_antecedent(subject)  # "X, which is the only Y": X is
        if named is None or named.i not in heads or named.i == noun.i:
            return
        subject = named
    a, b = chains.candidates[heads[subject.i]], chains.candidates[heads[noun.i]]
    if a.kind == "demonym" or b.kind in ("demonym", "name") or a.kind == "relative" or b.definiteness == "bare":
        return
    if a.is_pronoun and a.type == "other":
        return
    chains.join(heads[subject.i], heads[noun.i])


def _named_by(token: Token, chains: Chains, heads: dict[int, int]) -> None:
    """ "the city of X", "the city X": a place noun and the name it introduces."""
    name, noun = chains.candidates[heads[token.i]], chains.candidates[heads[token.head.i]]
    if name.kind != "name" or noun.kind != "nominal" or token.i < token.head.i:
        return
    case = [child.lower_ for child in token.children if child.dep_ == "case"]
    if case not in ([], ["of"]) or name.type not in ("place", "state") or noun.type not in ("place", "state"):
        return
    if noun.lemma in table("en", "bodies")["called"]["place"]:
        chains.join(heads[token.i], heads[token.head.i])


def _reflexive(token: Token, chains: Chains, index: int, *, heads: dict[int, int]) -> None:
    """To the subject of its clause."""
    verb = token.head
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child.i in heads and child.i < token.i:
                chains.join(heads[child.i], index)
                return
        if (
            verb.i in heads
            and verb.i < token.i
            and token.dep_ in ("nmod", "appos", "obl", "obl:unmarked")
            and chains.join(heads[verb.i], index)
        ):
            return
        verb = verb.head


def set_arguments_apart(parse: Parse, chains: Chains, *, heads: dict[int, int]) -> None:
    """Binding: two arguments of one verb, neither reflexive, are two; so are the parts of one coordination."""
    for token in parse.doc:
        if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            continue
        arguments = [child.i for child in token.children if child.dep_ in _ARGUMENTS and child.i in heads]
        if token.pos_ in ("VERB", "AUX") or len(arguments) > 1:
            _all_apart(chains, [heads[i] for i in arguments])
        together = [child.i for child in token.children if child.dep_ == "conj" and child.i in heads]
        if together and token.i in heads:
            _all_apart(chains, [heads[token.i], *(heads[i] for i in together)])


def _all_apart(chains: Chains, indices: list[int]) -> None:
    plain = [index for index in indices if chains.candidates[index].kind != "reflexive"]
    for at, one in enumerate(plain):
        for other in plain[:at]:
            if not chains.same(one, other):
                chains.set_apart(one, other)

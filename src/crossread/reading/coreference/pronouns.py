"""Third person pronouns: the best antecedent by agreement, syntax and salience, or none.

Each antecedent before the pronoun (or after it, where the pronoun's clause hangs on a later subject) gets the sum of the
weights of what speaks for it (after Lappin & Leass 1994, weights fitted to annotated text). Below the threshold, where another is
as good, or where nothing agrees, the pronoun stays alone.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.reading.attribution.cues import cue_lexicon
from crossread.reading.attribution.phrases import is_mark
from crossread.reading.attribution.phrases import subject as teller
from crossread.reading.coreference.helped import helped, is_effort
from crossread.reading.coreference.speakers import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.coreference.speakers import Voices
    from crossread.reading.parse import Parse

_WINDOW = 4
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


@lru_cache(maxsize=4)
def weights(language: str = "en") -> dict[str, float]:
    """Feature -> weight."""
    return dict(table(language, "salience")["weights"])


def join_pronouns(parse: Parse, chains: Chains, *, voices: Voices, heads: dict[int, int]) -> None:
    """All third person pronouns, in text order."""
    by_sent: dict[int, list[int]] = {}
    for index, each in enumerate(chains.candidates):
        by_sent.setdefault(each.sent, []).append(index)
    speakers = voices.speakers(heads=heads, parse=parse)
    for index in _who_speaks_first(parse, chains, voices=voices, heads=heads):
        each = chains.candidates[index]
        if each.person != 3 or each.kind not in ("personal", "possessive") or chains.members(index)[0] < index:
            continue
        own = _of_coordinated(parse, chains, index, heads=heads) if each.gender == "neuter" else None
        if own is None:
            own = _of_relative(parse, chains, index, heads=heads)
        if own is None:
            own = _of_helped(parse, chains, index, heads=heads)
        if own is None:
            own = _of_coordinated(parse, chains, index, heads=heads)
        if own is None:
            own = _of_parallel(parse, chains, index, heads=heads)
        if own is None:
            own = _of_teller(parse, chains, index, heads=heads)
        if own is None and index in speakers:
            own = _who_spoke_last(parse, chains, index, speakers=speakers)
        if own is not None and chains.join(own, index, number=each.number != "plural"):
            continue
        if _is_either(parse, chains, index, heads=heads):
            continue
        best, score, next_best = None, weights()["threshold"], float("-inf")
        for other in antecedents(parse, chains, index, by_sent=by_sent):
            value = sum(
                weights().get(feature, 0.0) for feature in features(parse, chains, index, other, voices=voices, heads=heads)
            )
            if value > score:
                if best is not None and not chains.same(best, other):
                    next_best = score
                best, score = other, value
            elif best is None or not chains.same(best, other):
                next_best = max(next_best, value)
        lead = score - next_best
        # a text seldom says "he said" of anybody but the one it last spoke of
        speaks = index in speakers and _sort(each) == "he"
        sure = speaks or lead >= weights()[f"{_sort(each)}.margin"] and (score >= weights()["safe"] or lead >= weights()["clear"])
        if best is not None and sure:
            chains.join(best, index, number=each.number != "plural", classes=each.number == "plural" or each.gender == "neuter")


def _sort(each: Candidate) -> str:
    """The pronoun that stands for all of its kind in the weights."""
    return "they" if each.number == "plural" else "it" if each.gender == "neuter" else "he"


def _who_speaks_first(parse: Parse, chains: Chains, *, voices: Voices, heads: dict[int, int]) -> Iterator[int]:
    """The candidates in text order, but the speaker of somebody's own words, where he follows them, before whatever they hold:
    in "He leads them," she said, "he" is not she."""
    done: set[int] = set()
    for index in range(len(chains.candidates)):
        source = voices.source(index, heads=heads, parse=parse) if voices.is_direct(index) else None
        if source is not None and source > index and source not in done:
            done.add(source)
            yield source
        if index not in done:
            done.add(index)
            yield index


def _of_relative(parse: Parse, chains: Chains, index: int, *, heads: dict[int, int]) -> int | None:
    """ "Who sat in his office", "which is in the midst of naming its envoy": a possessive in a relative clause is the clause's
    subject's, if that is a person, or else a body or state."""
    each = chains.candidates[index]
    if each.kind != "possessive":
        return None
    verb = parse.doc[clause(parse.doc[each.head])]
    if each.gender == "neuter":
        while verb.dep_ in ("acl", "xcomp", "nmod", "obl") and verb.i > verb.head.i:
            verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i in heads), None)
    if verb.dep_ in ("xcomp", "ccomp") and (subject is None or chains.candidates[heads[subject.i]].number == "plural"):
        verb = verb.head  # "who saw officials leave his party"
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i in heads), None)
    against = verb.lemma_.lower() in table("en", "persons")["against"]["words"]
    if against and subject is None and verb.dep_ == "conj":
        subject = next((child for child in verb.head.children if child.dep_ in _SUBJECTS and child.i in heads), None)
    if subject is None or chains.candidates[heads[subject.i]].kind != "relative":
        return None
    who = heads[subject.i]
    if against:
        if not chains.same(who, index):
            chains.set_apart(who, index)  # "who disagreed with his decision": somebody else's
        return None
    kinds = {"body", "place"} if each.gender == "neuter" else {"person"}
    return who if kinds & chains.classes(who) and agrees(chains, who, index) else None


def _of_helped(parse: Parse, chains: Chains, index: int, *, heads: dict[int, int]) -> int | None:
    """ "Supported the army in its fight": the effort in which somebody is helped is his own."""
    each = chains.candidates[index]
    noun = parse.doc[each.head].head
    if each.kind != "possessive" or noun.dep_ not in ("obl", "nmod") or not is_effort(noun):
        return None
    if not any(child.dep_ == "case" and child.lower_ in ("in", "with") for child in noun.children):
        return None
    who = helped(noun.head)
    if who is None or who.i not in heads or who.i > each.head or not agrees(chains, heads[who.i], index):
        return None
    return heads[who.i]


def _of_coordinated(parse: Parse, chains: Chains, index: int, *, heads: dict[int, int]) -> int | None:
    """ "Morland and its allies": the possessor of what is coordinated with somebody is he."""
    each = chains.candidates[index]
    noun = parse.doc[each.head].head
    if each.kind != "possessive" or noun.dep_ != "conj" or noun.head.i not in heads or noun.head.i > each.head:
        return None
    who = heads[noun.head.i]
    return who if chains.candidates[who].kind != "possessive" and agrees(chains, who, index) else None


def _of_parallel(parse: Parse, chains: Chains, index: int, *, heads: dict[int, int]) -> int | None:
    """ "Morland shelled Arda, but it did not take it": the subject of a coordinated clause is that of the clause before."""
    token = parse.doc[chains.candidates[index].head]
    verb = token.head
    if token.dep_ not in _SUBJECTS or verb.dep_ != "conj" or verb.head.i > verb.i:
        return None
    subject = next((child for child in verb.head.children if child.dep_ in _SUBJECTS and child.i in heads), None)
    if subject is None or chains.candidates[heads[subject.i]].kind == "relative":
        return None
    who = heads[subject.i]
    return who if agrees(chains, who, index) else None


def _of_teller(parse: Parse, chains: Chains, index: int, *, heads: dict[int, int]) -> int | None:
    """ "Told reporters at the border that he would leave", "the council has said it will not": the subject of what somebody says
    in words that are not quoted is himself, unless somebody like him hears it."""
    each = chains.candidates[index]
    token = parse.doc[each.head]
    while token.dep_ == "conj" and token.head.i > token.i:
        token = token.head
    said = token.head
    if token.dep_ not in _SUBJECTS or said.dep_ != "ccomp" or said.head.i > said.i:
        return None
    cue = cue_lexicon().get(said.head)
    if cue is None or not cue.quotes or any(is_mark(word) for word in parse.doc[said.head.i : token.i]):
        return None
    subject = teller(said.head)
    if subject is None or subject.i not in heads:
        return None
    who = heads[subject.i]
    speaker = chains.candidates[who]
    if speaker.person in (1, 2) or speaker.kind == "nominal" and speaker.definiteness != "definite":
        return None  # "his spokesman said he would leave"
    told = [child for child in said.head.children if child.dep_ in ("obj", "iobj") and child.i in heads]
    if any(agrees(chains, heads[child.i], index) for child in told):
        return None  # "told Petrak that he …": either
    one = "person" in chains.classes(who) and speaker.number != "plural"
    return who if one == (each.gender in ("male", "female")) and agrees(chains, who, index) else None


def _is_either(parse: Parse, chains: Chains, index: int, *, heads: dict[int, int]) -> bool:
    """ "Morland threatened Estavia because it shelled the town": of two states or bodies, the one that acts and the one that it
    is done to, both may be the subject of the reason or the condition."""
    each, token = chains.candidates[index], parse.doc[chains.candidates[index].head]
    verb = token.head
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if each.gender != "neuter" or token.dep_ not in _SUBJECTS or not marks & set(table("en", "persons")["either"]["marks"]):
        return False
    if verb.dep_ != "advcl" or verb.head.i > verb.i:
        return False
    sides = [child for child in verb.head.children if child.dep_ in (*_SUBJECTS, "obj") and child.i in heads]
    able = {chains.find(heads[side.i]) for side in sides if agrees(chains, heads[side.i], index)}
    return sum(chains.classes(side) <= {"body", "place"} for side in able) > 1


def _who_spoke_last(parse: Parse, chains: Chains, index: int, *, speakers: frozenset[int]) -> int | None:
    """ "…, Marr said. The army was ready, he added": who speaks on is who spoke in the sentence before, where one person did."""
    each = chains.candidates[index]
    if each.gender not in ("male", "female"):
        return _body_that_spoke_last(parse, chains, index, speakers=speakers) if each.gender == "neuter" else None
    last = [
        other
        for other in sorted(speakers)
        if chains.candidates[other].sent == each.sent - 1
        and not chains.same(other, index)
        and not parse.doc[chains.candidates[other].head].head.dep_.startswith(("acl", "advcl"))
    ]
    who = {chains.find(other): other for other in last if "person" in chains.classes(other)}
    if len(who) != 1 or len(last) != 1:
        return None
    other = next(iter(who.values()))
    return other if agrees(chains, other, index) and chains.candidates[other].number != "plural" else None


def _body_that_spoke_last(parse: Parse, chains: Chains, index: int, *, speakers: frozenset[int]) -> int | None:
    """The same for "it said": the one body that speaks in the sentence before, in a clause of its own if anybody does there."""
    each = chains.candidates[index]
    who: dict[int, int] = {}
    within: dict[int, int] = {}
    for other in sorted(speakers):
        before = chains.candidates[other]
        if before.sent == each.sent - 1 and not before.is_pronoun:
            inner = parse.doc[before.head].head.dep_.startswith(("acl", "advcl", "ccomp"))
            (within if inner else who)[chains.find(other)] = other
    who = who or within
    if len(who) != 1 or each.number == "plural":
        return None
    other = next(iter(who.values()))
    before = chains.candidates[other]
    bodily = before.type in BODIES and before.kind in ("name", "nominal") and before.definiteness != "bare"
    return other if bodily and chains.agree(other, index, number=False) else None


def antecedents(parse: Parse, chains: Chains, index: int, *, by_sent: dict[int, list[int]]) -> Iterator[int]:
    """The candidates that a pronoun may stand for, nearest sentence first, each chain once a sentence."""
    each = chains.candidates[index]
    for sent in range(each.sent, max(-1, each.sent - _WINDOW - 1), -1):
        for other in reversed(by_sent.get(sent, ())):
            before = chains.candidates[other]
            if other == index or before.kind == "reflexive" or before.person in (1, 2):
                continue
            if before.start > each.start and not (sent == each.sent and _cataphoric(parse, each, before)):
                continue
            if before.covers(each) or not agrees(chains, other, index):
                continue
            if (
                before.is_pronoun
                and len(chains.members(other)) == 1
                and (before.kind == "relative" or before.lemma not in _forms(each))
            ):
                continue
            yield other


@lru_cache(maxsize=8)
def _same_forms(gender: str | None, number: str | None, language: str = "en") -> frozenset[str]:
    rows = table(language, "persons")["pronouns"].items()
    return frozenset(form for form, (person, n, g, _) in rows if person == "3" and (g or None, n or None) == (gender, number))


def _forms(each: Candidate) -> frozenset[str]:
    """All forms of the same pronoun: he, him, his."""
    return _same_forms(each.gender, each.number)


def agrees(chains: Chains, other: int, index: int) -> bool:
    """Gender, number, class and binding. "They" takes what is plural, and bodies of people."""
    each, before = chains.candidates[index], chains.candidates[other]
    if each.number == "plural":
        numbers = chains.numbers(other)
        if numbers == {"singular"} or (before.kind == "demonym" and before.number != "plural"):
            return False
        if before.kind == "name" and before.type == "state":
            return False  # a state may say "we", but is no "they"
        return chains.agree(other, index, number=False)
    if each.gender == "neuter":
        if "person" in chains.classes(other) or before.kind == "demonym" or "plural" in chains.numbers(other):
            return False
        return chains.agree(other, index)
    if "person" in chains.classes(other):
        return chains.agree(other, index)
    return before.kind in ("name", "nominal") and before.number != "plural" and chains.agree(other, index, classes=False)


def _cataphoric(parse: Parse, each: Candidate, later: Candidate) -> bool:
    """Whether a pronoun in an opening phrase may look ahead to the subject of the clause it opens."""
    if later.kind != "name" or parse.doc[later.head].dep_ not in _SUBJECTS:
        return False
    verb = parse.doc[later.head].head
    above = parse.doc[each.head]
    for _ in range(8):
        if above.head.i == verb.i:
            return above.dep_ in ("advcl", "obl", "obl:unmarked") and above.i < later.head
        if above.head.i == above.i:
            return False
        above = above.head
    return False


def features(parse: Parse, chains: Chains, index: int, other: int, *, voices: Voices, heads: dict[int, int]) -> Iterator[str]:
    """What speaks for or against an antecedent, by name."""
    each, before = chains.candidates[index], chains.candidates[other]
    sort = _sort(each)
    token, ante = parse.doc[each.head], parse.doc[before.head]
    distance = each.sent - before.sent
    yield f"{sort}.distance.{min(distance, 3)}"
    role = role_of(ante)
    yield f"{sort}.role.{role}"
    yield f"{sort}.form.{before.kind if not before.is_pronoun else 'pronoun'}"
    if before.kind == "nominal":
        yield f"{sort}.{before.definiteness}"
    if role_of(token) == role:
        yield f"{sort}.parallel"
    if before.is_pronoun and (before.gender, before.number) == (each.gender, each.number):
        yield f"{sort}.again"
    yield f"{sort}.class.{'+'.join(sorted(chains.classes(other))) or 'open'}"
    size = bisect_left(chains.members(other), index)
    yield f"{sort}.size.{1 if size <= 1 else 2 if size <= 3 else 3 if size <= 8 else 4}"
    if distance == 0:
        gap = sum(1 for between in range(other + 1, index) if chains.candidates[between].kind in ("name", "nominal"))
        yield f"{sort}.gap.{min(gap, 4)}"
        if clause(token) == clause(ante):
            yield f"{sort}.clause.{'possessive' if each.kind == 'possessive' else 'argument'}"
        elif clause(ante) in [above.i for above in token.ancestors]:
            yield f"{sort}.above"
        if before.start > each.start:
            yield f"{sort}.cataphora"
    elif distance == 1 and ante.dep_ in _SUBJECTS and clause(ante) == parse.sents[before.sent].root.i:
        yield f"{sort}.topic"
    mine, theirs = voices.inside[index], voices.inside[other]
    if mine != theirs:
        yield f"{sort}.voice"
    source = voices.source(index, heads=heads, parse=parse)
    if source is not None and chains.same(source, other):
        yield f"{sort}.speaker"


def role_of(token: Token) -> str:
    """The grammatical role of a phrase, from the top of its coordination."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ in _SUBJECTS:
        return "subject"
    if token.dep_ in ("obj", "iobj"):
        return "object"
    if token.dep_ in ("nmod:poss", "obl", "nmod", "ROOT", "appos", "obl:agent"):
        return token.dep_.replace(":", "-")
    return "other"


def clause(token: Token) -> int:
    """The verb or predicate that a phrase belongs to."""
    for _ in range(12):
        if token.head.i == token.i:
            return token.i
        if token.dep_ in (*_SUBJECTS, "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "xcomp"):
            return token.head.i
        token = token.head
    return token.i

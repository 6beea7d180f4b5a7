"""Verbs as cues: from a verb and its place in the parse to source, cue and content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.attribution.clauses import (
    around_as,
    comma_follows,
    left_clause,
    right_clause,
    to_boundary,
    until_reporting,
)
from crossread.reading.attribution.cues import Cue, CueLexicon
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import (
    Range,
    agent,
    apposed_before,
    beside,
    char_span,
    closes,
    follows_comma,
    is_day,
    is_edge,
    is_mark,
    is_passive,
    noun_phrase,
    preposition,
    subject,
    subtree,
    trimmed,
    verb_group,
    with_names,
    without,
)
from crossread.reading.names.types import described_type
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_FINITE_CLAUSES = frozenset({"ccomp", "parataxis"})
# Complements that a verb predicates of its object: "called him a tyrant", "blamed the army for it".
_OF_OBJECT = frozenset({"xcomp", "ccomp", "obj"})


def read_verb(verb: Token, cue: Cue, *, sent: SpacySpan, number: int, lexicon: CueLexicon) -> Found | None:
    """What a verb of the lexicon says: `None` where it takes no content here."""
    if (told := _closing_tag(verb, cue, sent=sent, number=number)) is not None:
        return told
    head = subject(verb)
    if verb.tag_ in _FINITE_TAGS and not is_passive(verb) and (head is None or head.i < verb.i and _closes_quote(verb, head)):
        head = beside(verb) or head
    if head is not None and cue.hearer and head.i > verb.i and head.dep_ in ("obj", "iobj"):
        head = apposed_before(verb)  # "…, the mayor told the Courier": the Courier hears it
    if verb.tag_ == "VBG" and head is not None and head.i < verb.i and not is_passive(verb):
        head = _narrator(verb, head, lexicon) or head
    if head is not None and head.i < verb.i and _is_cut_off(verb, head):
        head = beside(verb) or head
    head = _quoted(verb) or head
    if head is not None and head.pos_ == "NOUN" and lexicon.lemma(head) in lexicon.mute:
        return None
    source = with_names(noun_phrase(head, without=verb.i), verb=verb) if head is not None else None
    passive = is_passive(verb)
    if passive and cue.lemma not in lexicon.passive and not cue.hearer and source is None and "clause" not in cue.takes:
        return None
    if passive and (cue.lemma in lexicon.passive or not cue.hearer):
        pieces = _passive(verb, cue, sent=sent, lexicon=lexicon)
    elif "raising" in cue.takes:
        pieces = _raising(verb, sent=sent)
        source = None
    else:
        pieces = _active(verb, cue, sent=sent, source=source, lexicon=lexicon)
    group = verb_group(verb)
    if source is not None and source[0] <= verb.i < source[1]:
        source = None
    if pieces and _leads_to_cue(verb, lexicon):
        return None
    kept = _clean(verb, pieces, holes=[group, *([source] if source else [])])
    if not kept and not (cue.quotes and (source or _before_colon(verb, sent))):
        return None
    doc = verb.doc
    return Found(
        source=char_span(doc, source) if source else None,
        cue=char_span(doc, group),
        pieces=tuple(char_span(doc, piece) for piece in kept),
        sent=number,
        quotes=cue.quotes,
    )


def _closing_tag(verb: Token, cue: Cue, *, sent: SpacySpan, number: int) -> Found | None:
    """ "The army left the town, an official confirmed to the Courier", where the parse took the verb for a participle: somebody
    who can speak after the last comma, and nothing but who heard it or when behind the verb."""
    who, doc = verb.head, verb.doc
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or who.dep_ != "appos" or "clause" not in cue.takes:
        return None
    start = who.left_edge.i
    comma = start if doc[start].text == "," else start - 1
    if doc[comma].text != "," or not people_words().is_person(who.lemma_.lower()) or comma <= sent.start:
        return None
    if not closes(verb, sent=sent):
        return None
    left = trimmed(doc, (sent.start, comma))
    source = trimmed(doc, (comma + 1, verb_group(verb)[0]))
    if left is None or source is None or not any(token.tag_ in _FINITE_TAGS for token in doc[left[0] : left[1]]):
        return None
    return Found(char_span(doc, source), char_span(doc, verb_group(verb)), (char_span(doc, left),), number, cue.quotes)


def is_participle(verb: Token) -> bool:
    """Whether a form that could be a past tense describes an apposition: "Marr, an official reported missing", "Lima, a town
    mentioned in the report"."""
    who = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "acl" or who.dep_ != "appos":
        return False
    missing = any(child.dep_ == "xcomp" and child.pos_ == "ADJ" for child in verb.children)
    return missing or described_type(who) in ("place", "facility", "event", "agreement")


def _is_cut_off(verb: Token, head: Token) -> bool:
    """Whether a dash stands between a supposed subject and a verb: "the raid – the army says". Two of them hold an insertion."""
    start = verb_group(verb)[0]
    dashes = [
        token
        for token in verb.doc[head.i : start]
        if token.text in ("-", "–", "—", "--") and token.whitespace_ and verb.doc[token.i - 1].whitespace_
    ]
    return len(dashes) % 2 == 1 and dashes[-1].i != start - 1


def _narrator(verb: Token, head: Token, lexicon: CueLexicon) -> Token | None:
    """Who goes on in "confirmed ten deaths, citing officials" and "“we are,” she said, adding that": the one who speaks in the
    verb above, not what the parse hangs the participle on."""
    quoted = sum(is_mark(token) for token in verb.doc[head.i : verb.i]) % 2 == 1
    if not quoted and not _is_mute(verb, head, lexicon):
        return None
    above = verb
    while above.head.i != above.i:
        above = above.head
        cue = lexicon.get(above)
        told = above.tag_ in _FINITE_TAGS or above.tag_ == "VBN" and any(child.dep_ == "aux" for child in above.children)
        if cue is not None and cue.quotes and told and (above.i < head.i or quoted):
            return subject(above)
    return None


def _quoted(verb: Token) -> Token | None:
    """ "The Courier quoted Marr as saying that": whom the verb above quotes."""
    as_said = verb.tag_ == "VBG" and any(child.lower_ == "as" and child.dep_ in ("mark", "case") for child in verb.children)
    if not as_said or verb.head.pos_ != "VERB" or is_passive(verb.head):
        return None
    return next((child for child in verb.head.children if child.dep_ == "obj" and child.i < verb.i), None)


def _is_mute(verb: Token, head: Token, lexicon: CueLexicon) -> bool:
    """Whether a participle hangs on a noun for what does not speak: "condemned the move saying that"."""
    if verb.head.i != head.i or head.dep_ not in ("obj", "obl") or lexicon.get(head) is not None:
        return False
    if lexicon.lemma(verb) in lexicon.narrating:
        return head.dep_ == "obj"
    return head.tag_ == "NN" and described_type(head) is None and lexicon.lemma(head) not in lexicon.speakers


def _closes_quote(verb: Token, head: Token) -> bool:
    """Whether a quotation ends between a supposed subject and the verb right after it: “…,” said X."""
    before = verb_group(verb)[0] - 1
    if before > head.i and not verb.doc[before].whitespace_ and verb.doc[before - 1].whitespace_:
        return False  # Marr “condemns” it: the mark opens
    return (
        before > head.i and is_mark(verb.doc[before]) and sum(is_mark(token) for token in verb.doc[head.i : before + 1]) % 2 == 1
    )


def _leads_to_cue(verb: Token, lexicon: CueLexicon) -> bool:
    """Whether its infinitive is itself a verb of saying with a clause: "refused to say whether …" is one cue."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i > verb.i and child.tag_ == "VB":
            cue = lexicon.get(child)
            if cue is not None and "clause" in cue.takes and any(c.dep_ in ("ccomp", "xcomp") for c in child.children):
                return True
    return False


def _before_colon(verb: Token, sent: SpacySpan) -> bool:
    return any(sent.doc[i].text == ":" for i in range(verb.i + 1, sent.end))


def _active(verb: Token, cue: Cue, *, sent: SpacySpan, source: Range | None, lexicon: CueLexicon) -> list[Range]:
    if ("clause" in cue.takes or "manner" in cue.takes) and cue.force.force not in ("wished", "predicted"):
        if (clause := around_as(verb, sent=sent, source=source)) is not None:
            return clause
    if "clause" in cue.takes:
        if comma_follows(verb, sent=sent, source=source) and (
            left := left_clause(verb, sent=sent, source=source, hearer=cue.hearer)
        ):
            return left
        if (right := right_clause(verb, sent=sent, source=source, lexicon=lexicon)) is not None:
            told = to_boundary(right, sent=sent)
            return [told, *_after_colon(verb, told, sent=sent)]
        if left := left_clause(verb, sent=sent, source=source, hearer=cue.hearer):
            return left
    if "infinitive" in cue.takes and (inf := _infinitive(verb, lexicon=lexicon)) is not None:
        return [inf]
    if phrase := _prepositional(verb, cue, lexicon=lexicon):
        return [phrase]
    if "object" in cue.takes:
        return _object(verb, cue, lexicon=lexicon)
    return []


def _after_colon(verb: Token, told: Range, *, sent: SpacySpan) -> list[Range]:
    """What unfolds a "that" clause: "confirmed that there was a deal: the army would leave"."""
    end = told[1]
    if end >= sent.end or sent.doc[end].text != ":":
        return []
    if not any(child.i > end and child.dep_ in _FINITE_CLAUSES for child in verb.children):
        return []
    return [] if any(is_mark(token) for token in sent.doc[end : sent.end]) else [(end + 1, sent.end)]


def _infinitive(verb: Token, *, lexicon: CueLexicon) -> Range | None:
    """The infinitive, with the object that is its subject."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ in ("VB", "VBN", "JJ", "NN", "VBG"):
            start, end = subtree(child)
            start = max(start, verb.i + 1)
            if not any(c.tag_ == "TO" for c in child.children):
                continue
            between = [c for c in verb.children if c.dep_ in ("obj", "iobj", "obl") and verb.i < c.i < child.i]
            if between:
                start = min(start, between[0].left_edge.i)
                if verb.doc[start].dep_ == "case":
                    start += 1
            return until_reporting(child, (start, end), lexicon=lexicon)
    return None


def _prepositional(verb: Token, cue: Cue, *, lexicon: CueLexicon) -> Range | None:
    """The phrase after the preposition that the cue asks for."""
    if any(child.dep_ == "obj" and child.i > verb.i for child in verb.children) and "object" in cue.takes:
        return None
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("obl", "advcl", "nmod", "xcomp", "obj", "ccomp"):
            word = preposition(child)
            if word and word in cue.takes:
                start, end = subtree(child)
                while start < child.i and verb.doc[start].lower_ in ("out", "up", "back", word):
                    start += 1
                for a, b in _complements(verb, after=child.i, lexicon=lexicon):
                    if a <= end + 1:
                        end = max(end, b)
                return start, end
    return None


def _object(verb: Token, cue: Cue, *, lexicon: CueLexicon) -> list[Range]:
    """The object, with what the verb predicates of it."""
    for child in verb.children:
        if child.dep_ not in ("obj", "ccomp") or child.dep_ == "ccomp" and child.i < verb.i:
            continue
        if child.i < verb.i and child.lower_ not in lexicon.relatives:
            continue
        if cue.hearer and "clause" in cue.takes and "object" not in cue.takes:
            continue
        if lexicon.lemma(child) in lexicon.other_senses.get(cue.lemma, ()):
            continue
        start, end = subtree(child)
        if child.i < verb.i:
            told = _told_of_relative(verb) if "clause" in cue.takes else None
            return [(child.i, child.i + 1), *([told] if told else _complements(verb, after=verb.i, lexicon=lexicon))]
        start = max(start, verb.i + 1)
        apart = []
        for a, b in _complements(verb, after=child.i, lexicon=lexicon):
            if a <= end + 1:
                end = max(end, b)
            elif verb.doc[a].lower_ in lexicon.object_prepositions and verb.doc[a].tag_ != "TO":
                apart.append((a, b))
        return [(start, end), *apart]
    return []


def _told_of_relative(verb: Token) -> Range | None:
    """ "Troops, which experts said were backed by Peru, …": the finite verb right after the cue, up to the next comma."""
    start, end = verb.i + 1, verb.sent.end
    if start >= end or verb.doc[start].tag_ not in (*_FINITE_TAGS, "MD"):
        return None
    return start, next((token.i for token in verb.doc[start:end] if token.text in (",", ";", "—", "–")), end)


def _complements(verb: Token, *, after: int, lexicon: CueLexicon) -> list[Range]:
    """What follows the object and is predicated of it, up to the first adjunct or comma."""
    found = []
    for child in verb.children:
        if child.i <= after or child.dep_ in ("punct", "conj", "cc") or _is_when(child, lexicon):
            continue
        start, end = subtree(child)
        if (
            follows_comma(child) or start > 0 and verb.doc[start - 1].text in (";", "—", "–", "-", "--")
        ) and child.dep_ not in _OF_OBJECT:
            break
        word = preposition(child)
        inside = (
            word not in lexicon.adjuncts
            or word in ("on", "in", "by")
            and child.tag_ in ("NN", "NNS")
            and child.lemma_.lower() not in lexicon.occasions
        )
        if (
            child.dep_ in _OF_OBJECT
            or child.dep_ in ("obl", "advcl", "advmod", "acl", "nmod")
            and inside
            and child.dep_ != "obl:unmarked"
        ):
            found.append((start, end))
        else:
            break
    return found


def _is_when(adjunct: Token, lexicon: CueLexicon) -> bool:
    """Whether a phrase only tells the day: "slammed the council this week for failing"."""
    if adjunct.dep_ == "obl:unmarked":
        return is_day(adjunct) or adjunct.lemma_.lower() in lexicon.occasions
    return adjunct.dep_ == "obl" and preposition(adjunct) == "on" and is_day(adjunct)


def _passive(verb: Token, cue: Cue, *, sent: SpacySpan, lexicon: CueLexicon) -> list[Range]:
    """Content of a passive cue: what is said, with its subject ("he is believed to have fled")."""
    if "clause" in cue.takes and (told := agent(verb)) is not None:
        if (clause := around_as(verb, sent=sent, source=subtree(told))) is not None:
            return clause
    after: list[Range] = []
    hearer = cue.hearer
    for child in verb.children:
        if child.i <= verb.i:
            continue
        word = preposition(child)
        if (
            child.dep_ in ("ccomp", "xcomp", "obj", "csubj", "csubj:pass")
            or child.dep_ in ("obl", "advcl")
            and word in (lexicon.object_prepositions | cue.takes | {"with"}) - {"by"}
        ):
            start, end = subtree(child)
            if child.dep_ in ("obl", "advcl") and sent.doc[start].lower_ == word and word != "as":
                start += 1
            if start <= verb.i:
                continue
            after.append((start, end))
    subjects = [
        child
        for child in verb.children
        if child.dep_ in ("nsubj:pass", "nsubj") or child.dep_ in ("csubj", "csubj:pass") and child.i < verb.i
    ]
    if hearer and cue.lemma in ("tell", "inform", "notify", "brief", "ask", "query"):
        return after
    if not subjects and verb.dep_.startswith("acl") and after:
        head = verb.head
        return [noun_phrase(head, without=verb.i), *after]
    if subjects and subjects[0].lower_ != "it":
        first = subtree(subjects[0])
        return [(first[0], min(first[1], verb.i)), *after] if after or cue.lemma in lexicon.passive else []
    if not after and not verb.dep_.startswith("acl") and (left := left_clause(verb, sent=sent, source=None)):
        return left
    return after


def _raising(verb: Token, *, sent: SpacySpan) -> list[Range]:
    """Subject and complement of "seem"."""
    complements = [
        subtree(child)
        for child in verb.children
        if child.i > verb.i
        and child.dep_ in ("xcomp", "ccomp")
        or child.i > verb.i
        and child.dep_ in ("obl", "advcl")
        and preposition(child) in ("like", "as")
    ]
    if not complements:
        return []
    head = subject(verb)
    if head is None or head.lower_ == "it" and verb.doc[complements[0][0]].lower_ in ("that", "as", "like"):
        return complements[:1]
    first = noun_phrase(head, without=verb.i)
    return [first, complements[0]] if first[1] <= verb.i else complements[:1]


def _clean(verb: Token, pieces: list[Range], *, holes: list[Range]) -> list[Range]:
    """The pieces without cue and source, trimmed, in order, without overlap."""
    parts = pieces
    for hole in holes:
        parts = [part for piece in parts for part in without(piece, hole)]
    kept = sorted({part for piece in parts if (part := trimmed(verb.doc, piece)) is not None})
    merged: list[Range] = []
    for part in kept:
        if merged and part[0] <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], part[1]))
        elif not all(is_edge(verb.doc[i]) for i in range(*part)):
            merged.append(part)
    return merged

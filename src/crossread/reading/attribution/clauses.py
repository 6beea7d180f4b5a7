"""Clauses that a verb of saying reports: after it, before it, around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.attribution.cues import CueLexicon
from crossread.reading.attribution.phrases import Range, follows_comma, is_mark, is_passive, subtree, trimmed, verb_group, without

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_FINITE = frozenset({"ccomp", "parataxis"})
_BESIDE = frozenset({"obj", "iobj", "obl", "obl:unmarked"})
_CLAUSE_DEPS = frozenset({"ccomp", "parataxis", "advcl", "obj", "iobj", "conj", "xcomp", "acl", "acl:relcl"})
_LEFT_STOPS = frozenset({",", "?", "!", "-", "–", "—", "--", "...", "…"})


def right_clause(verb: Token, *, sent: SpacySpan, source: Range | None, lexicon: CueLexicon) -> Range | None:
    """The finite clause after the verb; also one that the parse hung elsewhere but "that" announces."""
    after = max(verb.i, source[1] - 1 if source and verb.i < source[0] <= verb.i + 2 else verb.i)
    for child in verb.children:
        if child.i > after and child.dep_ in _BESIDE and (told := _after_hearer(child, lexicon=lexicon)) is not None:
            return told
        if child.i <= after or child.dep_ not in _CLAUSE_DEPS:
            continue
        start, end = subtree(child)
        start = max(start, after + 1)
        first = sent.doc[start]
        if child.dep_ == "ccomp" and child.tag_ in _FINITE_TAGS and not _has_subject(child) and lexicon.get(child) is not None:
            continue  # "called him a rebel and Petrak said …": the second clause is no content of the first
        if child.dep_ == "ccomp" and not _is_own_frame(child):
            start = next((i for i in range(start, min(start + 3, child.i)) if sent.doc[i].dep_ == "mark"), start)
            return until_reporting(child, (start, min(end, sent.end)), lexicon=lexicon)
        if child.dep_ == "parataxis" and (sent.doc[start - 1].text == ":" or is_mark(first) or is_mark(sent.doc[start - 1])):
            return start, end
        if child.dep_ == "xcomp" and child.tag_ in ("VBZ", "VBD", "VBP", "MD"):
            return start, end
        if first.lower_ in lexicon.complementizers and child.dep_ != "conj" and child.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            return start, end
    return None


def _has_subject(clause: Token) -> bool:
    return any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in clause.children)


def to_boundary(tokens: Range, *, sent: SpacySpan) -> Range:
    """The clause up to its next comma or conjunction, where the parse broke it off before; to the end of the sentence
    where what it has is no clause yet."""
    start, end = tokens
    doc = sent.doc
    finite = any(doc[i].tag_ in _FINITE_TAGS or doc[i].tag_ == "MD" for i in range(start, end))
    while end < sent.end:
        token = doc[end]
        if is_mark(token) or token.text in (".", "?", "!", ";", ")") or token.is_space and "\n" in token.text:
            break
        if finite and (token.text in (",", ":", "—", "–", "-", "--") or token.dep_ == "cc" or token.dep_ == "mark"):
            break
        finite = finite or token.tag_ in _FINITE_TAGS or token.tag_ == "MD"
        end += 1
    return start, end


def comma_follows(verb: Token, *, sent: SpacySpan, source: Range | None) -> bool:
    """Whether the reporting words end in a comma or with the sentence: nothing right of them is theirs."""
    end = max(verb_group(verb)[1], source[1] if source else 0)
    return (
        end < sent.end
        and sent.doc[end].text in (",", ".")
        and not (end + 1 < sent.end and (is_mark(sent.doc[end + 1]) or sent.doc[end + 1].lower_ == "that"))
    )


def _is_own_frame(child: Token) -> bool:
    """Whether a clausal complement is an infinitive, which has its own frame."""
    return (
        child.tag_ == "VB"
        and any(c.tag_ == "TO" for c in child.children)
        and not any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
    )


def _after_hearer(hearer: Token, *, lexicon: CueLexicon) -> Range | None:
    """The "that" clause that the parse hung on who is told, or on when or where it was said: "told reporters that …", "said last
    week that …"."""
    if any(child.dep_ == "case" and child.tag_ == "VBG" for child in hearer.children):
        return None  # "denied charges, including a claim that …": the content of the claim
    for child in hearer.children:
        if child.i > hearer.i and child.dep_ == "nmod" and hearer.dep_ not in ("obj", "iobj"):
            if (told := _after_hearer(child, lexicon=lexicon)) is not None:
                return told
        if child.i > hearer.i and child.dep_ in ("acl", "acl:relcl", "ccomp"):
            start, end = subtree(child)
            first = hearer.doc[start]
            opens = first.dep_ == "mark" if hearer.dep_ not in ("obj", "iobj") else first.dep_ not in ("nsubj", "nsubj:pass")
            cue = lexicon.get(hearer.head)
            bare = child.dep_ == "acl:relcl" and first.dep_ in ("det", "nsubj", "compound") and _has_subject(child)
            bare = bare and any(word.dep_ == "cop" for word in child.children)  # a clause in which nothing is missing
            if bare and cue is not None and cue.hearer or first.lower_ in lexicon.complementizers and opens:
                return until_reporting(child, (start, end), lexicon=lexicon)
    return None


def until_reporting(clause: Token, tokens: Range, *, lexicon: CueLexicon) -> Range:
    """The clause up to where the narrator goes on: ", adding that …" or "and vowed to …" hung on it by the parse."""
    start, end = tokens
    doc = clause.doc
    for child in clause.children:
        if child.i <= clause.i or child.dep_ not in ("advcl", "conj", "parataxis"):
            continue
        left = child.left_edge.i
        cue = lexicon.get(child)
        if cue is None or not cue.takes or left <= clause.i:
            continue
        if child.dep_ == "advcl" and child.tag_ == "VBG" and follows_comma(child):
            end = min(end, left)
        elif child.dep_ == "conj" and child.tag_ in _FINITE_TAGS and cue.quotes and not _starts_that(doc, left):
            end = min(end, left)
    while end > start and (doc[end - 1].dep_ == "cc" or doc[end - 1].is_punct and not is_mark(doc[end - 1])):
        end -= 1
    return start, end


def _starts_that(doc: Doc, at: int) -> bool:
    return any(token.lower_ == "that" for token in doc[at : at + 2])


def _segment(verb: Token, *, sent: SpacySpan, source: Range | None) -> Range:
    """The reporting words around the verb: source, verb group, and what follows up to a comma, mark or the end."""
    group = verb_group(verb)
    start, end = group
    if source is not None and sent.start <= source[0] and source[1] <= sent.end:
        gap = sent.doc[min(source[1], start) : max(source[0], end)]
        if not any(token.dep_ in _FINITE for token in gap if token.i not in range(*group)):
            start, end = min(start, source[0]), max(end, source[1])
    while end < sent.end and not is_mark(sent.doc[end]) and sent.doc[end].text not in (",", ";", ":", "-", "–", "—", "--"):
        end += 1
    return start, end


def left_clause(verb: Token, *, sent: SpacySpan, source: Range | None, hearer: bool = False) -> list[Range]:
    """The sentence around the reporting words: "…, he said", "…, he said, …"."""
    segment = _segment(verb, sent=sent, source=source)
    start = segment[0]
    doc = sent.doc
    if (
        source is None
        and not is_passive(verb)
        or source is not None
        and source[1] - source[0] == 1
        and doc[source[0]].tag_ in ("WP", "WDT")
    ):
        return []
    joined = False
    while start - 1 > sent.start and doc[start - 1].dep_ in ("advmod", "cc") and doc[start - 1].head.i == verb.i:
        start -= 1
        joined = joined or doc[start].dep_ == "cc"
    if start <= sent.start:
        return []
    before = doc[start - 1]
    if not is_mark(before) and not is_mark(doc[start - 2]) and sent.start <= verb.head.i < start:
        if verb.dep_ == "conj" and joined or verb.dep_ == "ccomp" and any(child.dep_ == "mark" for child in verb.children):
            return []  # "Marr called, and Petrak asked for help": two clauses beside each other
    if not (before.text in _LEFT_STOPS or is_mark(before)):
        return []
    if verb.dep_ in ("acl", "advcl", "xcomp") and verb.tag_ == "VBG":
        return []
    left = trimmed(doc, (sent.start, start))
    inserted = segment[1] < sent.end and doc[segment[1]].text == "," and verb.head.i > segment[1]
    inserted = inserted or any(child.dep_ == "nsubj" and child.i < segment[0] and source is not None for child in verb.children)
    if left is None or not (inserted or is_mark(before) or is_mark(doc[start - 2]) or _is_clause(verb, left)):
        return []
    if (
        not hearer
        and any(
            child.dep_ == "obj" and child.left_edge.i > verb.i and not (child.pos_ == "PROPN" and child.left_edge.i == child.i)
            for child in verb.children
        )
        and not is_mark(before)
    ):
        return []
    pieces = [left]
    right = _continuation(verb, left=left, at=segment[1], sent=sent)
    if right is not None:
        pieces.append(right)
    return pieces


def _is_clause(verb: Token, tokens: Range) -> bool:
    """Whether a range before the reporting words is a clause that they can report, not their adverbial."""
    for token in verb.doc[tokens[0] : tokens[1]]:
        if tokens[0] <= token.head.i < tokens[1] and token.head.i != token.i:
            continue
        if token.dep_ in ("obl", "advmod", "obl:unmarked", "nsubj", "nsubj:pass", "nmod", "discourse", "vocative", "dislocated"):
            continue
        if token.dep_ == "advcl" and (
            token.tag_ in ("VBG", "VB") or any(c.dep_ == "mark" or c.tag_ == "WRB" for c in token.children)
        ):
            continue
        if token.pos_ in ("VERB", "AUX") or any(c.dep_ in ("cop", "nsubj", "nsubj:pass", "aux") for c in token.children):
            return True
    return verb.dep_ == "parataxis"


def _continuation(verb: Token, *, left: Range, at: int, sent: SpacySpan) -> Range | None:
    """What goes on after inserted reporting words."""
    doc = sent.doc
    if at >= sent.end or doc[at].text not in (",", ":", "—", "–", "-", "--") and not is_mark(doc[at]):
        return None
    rest = trimmed(doc, (at, sent.end))
    if rest is None:
        return None
    spans_both = any(
        token.i >= rest[0] and left[0] <= token.head.i < left[1] or left[0] <= token.i < left[1] and token.head.i >= rest[0]
        for token in doc[left[0] : rest[1]]
        if not token.is_punct
    )
    opens = is_mark(doc[at]) or at + 1 < sent.end and is_mark(doc[at + 1])
    finite = any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(*left))
    return rest if opens or spans_both and doc[rest[0]].tag_ != "VBG" or not finite else None


def around_as(verb: Token, *, sent: SpacySpan, source: Range | None) -> list[Range] | None:
    """ "As X put it, …": the sentence without the clause of "as"."""
    marks = [
        child for child in verb.children if child.dep_ in ("mark", "advmod", "case") and child.lower_ == "as" and child.i < verb.i
    ]
    if not marks or any(child.dep_ == "obj" and child.i > verb.i and child.pos_ != "PRON" for child in verb.children):
        return None  # "as supporters demanded his return" tells what went on beside
    if any(child.dep_ == "xcomp" and child.i > verb.i and child.tag_ == "VB" for child in verb.children):
        return None  # "as he vowed to leave"
    if any(
        child.dep_ in _FINITE and child.i > verb.i and not is_mark(sent.doc[child.left_edge.i - 1]) for child in verb.children
    ):
        return None
    start = marks[0].i
    end = _segment(verb, sent=sent, source=source)[1]
    pieces = [piece for part in without((sent.start, sent.end), (start, end)) if (piece := trimmed(sent.doc, part)) is not None]
    return pieces or None

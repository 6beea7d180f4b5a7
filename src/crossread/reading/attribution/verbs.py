"""Verbs as cues: from a verb and its place in the parse to source, cue and content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.attribution.cues import Cue, CueLexicon
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.phrases import (
    Range,
    beside,
    char_span,
    follows_comma,
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

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_FINITE = frozenset({"ccomp", "parataxis"})
_CLAUSE_DEPS = frozenset({"ccomp", "parataxis", "advcl", "obj", "iobj", "conj", "xcomp", "acl", "acl:relcl"})
_LEFT_STOPS = frozenset({",", "?", "!", "-", "–", "—", "--", "...", "…"})
_RELATIVES = frozenset({"who", "whom", "which", "that", "what"})
# Complements that a verb predicates of its object: "called him a tyrant", "blamed the army for it".
_OF_OBJECT = frozenset({"xcomp", "ccomp", "obj"})
_ADJUNCTS = frozenset(
    {"", "in", "on", "at", "during", "after", "before", "when", "while", "because", "if", "since", "until", "by"}
)
_OBJECT_PREPOSITIONS = frozenset({"of", "as", "for", "over", "to"})


def read_verb(verb: Token, cue: Cue, *, sent: SpacySpan, number: int, lexicon: CueLexicon) -> Found | None:
    """What a verb of the lexicon says: `None` where it takes no content here."""
    head = subject(verb)
    if verb.tag_ in _FINITE_TAGS and not is_passive(verb) and (head is None or head.i < verb.i and _closes_quote(verb, head)):
        head = beside(verb) or head
    if (
        head is not None
        and head.i < verb.i
        and any(
            token.text in ("-", "–", "—", "--") and token.whitespace_ and verb.doc[token.i - 1].whitespace_
            for token in verb.doc[head.i : verb.i]
        )
        and not any(
            child.text in ("-", "–", "—", "--") and child.i == verb_group(verb)[0] - 1 for child in verb.doc[head.i : verb.i]
        )
    ):
        head = beside(verb) or head
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


def _closes_quote(verb: Token, head: Token) -> bool:
    """Whether a quotation ends between a supposed subject and the verb right after it: “…,” said X."""
    before = verb_group(verb)[0] - 1
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
    if "clause" in cue.takes or "manner" in cue.takes:
        if (clause := _around_as(verb, sent=sent, source=source)) is not None:
            return clause
    if "clause" in cue.takes:
        if _comma_follows(verb, sent=sent, source=source) and (
            left := _left_clause(verb, sent=sent, source=source, hearer=cue.hearer)
        ):
            return left
        if (right := _right_clause(verb, sent=sent, source=source, lexicon=lexicon)) is not None:
            return [_to_boundary(right, sent=sent)]
        if left := _left_clause(verb, sent=sent, source=source, hearer=cue.hearer):
            return left
    if "infinitive" in cue.takes and (inf := _infinitive(verb, lexicon=lexicon)) is not None:
        return [inf]
    if phrase := _prepositional(verb, cue, lexicon=lexicon):
        return [phrase]
    if "object" in cue.takes or cue.hearer and "infinitive" in cue.takes:
        return _object(verb, cue, lexicon=lexicon)
    return []


def _right_clause(verb: Token, *, sent: SpacySpan, source: Range | None, lexicon: CueLexicon) -> Range | None:
    """The finite clause after the verb; also one that the parse hung elsewhere but "that" announces."""
    after = max(verb.i, source[1] - 1 if source and verb.i < source[0] <= verb.i + 2 else verb.i)
    for child in verb.children:
        if child.i <= after or child.dep_ not in _CLAUSE_DEPS:
            continue
        start, end = subtree(child)
        start = max(start, after + 1)
        first = sent.doc[start]
        if child.dep_ == "ccomp" and not _is_own_frame(child):
            return _until_reporting(child, (start, min(end, sent.end)), lexicon=lexicon)
        if child.dep_ == "parataxis" and (sent.doc[start - 1].text == ":" or is_mark(first) or is_mark(sent.doc[start - 1])):
            return start, end
        if child.dep_ == "xcomp" and child.tag_ in ("VBZ", "VBD", "VBP", "MD"):
            return start, end
        if child.dep_ in ("obj", "iobj") and (told := _after_hearer(child, lexicon=lexicon)) is not None:
            return told
        if (
            first.lower_ in ("that", "whether", "how", "why")
            and child.dep_ != "conj"
            and child.pos_ in ("VERB", "AUX", "NOUN", "ADJ")
        ):
            return start, end
    return None


def _to_boundary(tokens: Range, *, sent: SpacySpan) -> Range:
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


def _comma_follows(verb: Token, *, sent: SpacySpan, source: Range | None) -> bool:
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
    """The "that" clause that the parse hung on who is told: "told reporters that …"."""
    for child in hearer.children:
        if child.i > hearer.i and child.dep_ in ("acl", "acl:relcl", "ccomp"):
            start, end = subtree(child)
            if hearer.doc[start].lower_ in ("that", "whether", "how", "why") and hearer.doc[start].dep_ not in (
                "nsubj",
                "nsubj:pass",
            ):
                return _until_reporting(child, (start, end), lexicon=lexicon)
    return None


def _until_reporting(clause: Token, tokens: Range, *, lexicon: CueLexicon) -> Range:
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


def _left_clause(verb: Token, *, sent: SpacySpan, source: Range | None, hearer: bool = False) -> list[Range]:
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
    while start - 1 > sent.start and doc[start - 1].dep_ in ("advmod", "cc") and doc[start - 1].head.i == verb.i:
        start -= 1
    if start <= sent.start:
        return []
    before = doc[start - 1]
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
        if token.dep_ == "advcl" and (token.tag_ in ("VBG", "VB") or any(c.dep_ == "mark" for c in token.children)):
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


def _around_as(verb: Token, *, sent: SpacySpan, source: Range | None) -> list[Range] | None:
    """ "As X put it, …": the sentence without the clause of "as"."""
    marks = [
        child for child in verb.children if child.dep_ in ("mark", "advmod", "case") and child.lower_ == "as" and child.i < verb.i
    ]
    if not marks:
        return None
    if any(
        child.dep_ in _FINITE and child.i > verb.i and not is_mark(sent.doc[child.left_edge.i - 1]) for child in verb.children
    ):
        return None
    start = marks[0].i
    end = _segment(verb, sent=sent, source=source)[1]
    pieces = [piece for part in without((sent.start, sent.end), (start, end)) if (piece := trimmed(sent.doc, part)) is not None]
    return pieces or None


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
            return _until_reporting(child, (start, end), lexicon=lexicon)
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
        if child.i < verb.i and child.lower_ not in _RELATIVES:
            continue
        if cue.hearer and "clause" in cue.takes and "object" not in cue.takes:
            continue
        start, end = subtree(child)
        if child.i < verb.i:
            return [(child.i, child.i + 1), *_complements(verb, after=verb.i, lexicon=lexicon)]
        start = max(start, verb.i + 1)
        for a, b in _complements(verb, after=child.i, lexicon=lexicon):
            if a <= end + 1:
                end = max(end, b)
        return [(start, end)]
    return []


def _complements(verb: Token, *, after: int, lexicon: CueLexicon) -> list[Range]:
    """What follows the object and is predicated of it, up to the first adjunct or comma."""
    found = []
    for child in verb.children:
        if child.i <= after or child.dep_ in ("punct", "conj", "cc"):
            continue
        start, end = subtree(child)
        if (
            follows_comma(child) or start > 0 and verb.doc[start - 1].text in (";", "—", "–", "-", "--")
        ) and child.dep_ not in _OF_OBJECT:
            break
        word = preposition(child)
        inside = (
            word not in _ADJUNCTS
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


def _passive(verb: Token, cue: Cue, *, sent: SpacySpan, lexicon: CueLexicon) -> list[Range]:
    """Content of a passive cue: what is said, with its subject ("he is believed to have fled")."""
    after: list[Range] = []
    hearer = cue.hearer
    for child in verb.children:
        if child.i <= verb.i:
            continue
        word = preposition(child)
        if (
            child.dep_ in ("ccomp", "xcomp", "obj")
            or child.dep_ in ("obl", "advcl")
            and word in (_OBJECT_PREPOSITIONS | cue.takes | {"with"}) - {"by"}
        ):
            start, end = subtree(child)
            if child.dep_ in ("obl", "advcl") and sent.doc[start].lower_ == word and word != "as":
                start += 1
            if start <= verb.i:
                continue
            after.append((start, end))
    subjects = [child for child in verb.children if child.dep_ in ("nsubj:pass", "nsubj", "csubj")]
    if hearer and cue.lemma in ("tell", "inform", "notify", "brief", "ask", "query"):
        return after
    if not subjects and verb.dep_.startswith("acl") and after:
        head = verb.head
        return [noun_phrase(head, without=verb.i), *after]
    if subjects and subjects[0].lower_ != "it":
        first = subtree(subjects[0])
        return [(first[0], min(first[1], verb.i)), *after] if after or cue.lemma in lexicon.passive else []
    if not after and not verb.dep_.startswith("acl") and (left := _left_clause(verb, sent=sent, source=None)):
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

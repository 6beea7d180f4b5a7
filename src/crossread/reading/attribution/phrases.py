"""Ranges of tokens that reading who says what needs: noun phrases, subjects, verb groups. All ranges are half open."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

Range = tuple[int, int]

_GROUP_DEPS = frozenset({"aux", "aux:pass", "advmod", "compound:prt", "cop", "neg"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_EDGE = frozenset({"punct", "cc"})
_INTERRUPTERS = frozenset({"ccomp", "parataxis"})
_QUOTE_MARKS = frozenset("\"“”„«»‟'‘’`")
_MAX_CHAIN = 6
_LONG_QUOTE = 5
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def char_span(doc: Doc, tokens: Range) -> Span:
    """The characters of a token range."""
    last = doc[tokens[1] - 1]
    return Span(doc[tokens[0]].idx, last.idx + len(last))


def subtree(token: Token) -> Range:
    """From the left edge to the right edge of a token's subtree."""
    return token.left_edge.i, token.right_edge.i + 1


def is_edge(token: Token) -> bool:
    """Whether a token may not stand at the edge of a span: punctuation that opens or closes nothing, white space."""
    return token.is_space or (
        token.is_punct and token.text not in ("(", ")", "[", "]", "$", "#", "%", "@") and not is_mark(token)
    )


def is_mark(token: Token) -> bool:
    """Whether a token is a quotation mark, and no apostrophe: "the rebels' leader"."""
    return token.tag_ != "POS" and (token.text in ("``", "''") or (len(token.text) == 1 and token.text in _QUOTE_MARKS))


def trimmed(doc: Doc, tokens: Range) -> Range | None:
    """The range without white space and punctuation at its edges (quotation marks stay); `None` if nothing is left."""
    start, end = tokens
    while start < end and is_edge(doc[start]):
        start += 1
    while start < end and is_edge(doc[end - 1]):
        end -= 1
    return (start, end) if start < end and any(not is_mark(doc[i]) and not is_edge(doc[i]) for i in range(start, end)) else None


def noun_phrase(token: Token, *, without: int) -> Range:
    """The whole noun phrase of a head, with appositions and relative clauses, but without what stands beyond the token
    `without` (the cue): a parse that hangs the cue inside the phrase must not swallow it."""
    doc = token.doc
    start, end = subtree(token)
    for child in token.children:
        if child.dep_ in _EDGE and child.i < token.i and child.left_edge.i == start and child.i + 1 <= token.i:
            start = child.i + 1
        elif child.dep_ in _INTERRUPTERS:
            if child.i > token.i:
                end = min(end, child.left_edge.i)
            else:
                start = max(start, child.right_edge.i + 1)
        elif child.i > token.i and child.lower_ in _days():
            end = min(end, child.left_edge.i)
    if start <= without < end:
        if without > token.i:
            end = without
        else:
            start = without + 1
    sent = token.sent
    start, end = _unquoted(token, max(start, sent.start), min(end, sent.end))
    if start < token.i and doc[start].dep_ == "case" and doc[start].head.i == token.i:
        start += 1
    if not start <= token.i < end:
        start, end = token.i, token.i + 1
    return trimmed(doc, (start, end)) or (token.i, token.i + 1)


@lru_cache(maxsize=4)
def _days(language: str = "en") -> frozenset[str]:
    """Names of days and months: "X on Friday said" has no speaker of that name."""
    classes = table(language, "time")["classes"]
    return frozenset((*classes["WEEKDAY"], *classes["MONTH"]))


def is_day(token: Token) -> bool:
    """Whether a token names a day of the week or a month."""
    return token.lower_ in _days()


def closes(verb: Token, *, sent: SpacySpan) -> bool:
    """Whether nothing stands behind a verb but who heard it, or the day: "…, an official confirmed to the Courier"."""
    rest = [token for token in sent.doc[verb.i + 1 : sent.end] if not token.is_space]
    if any(token.text == "," or token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG") or token.lower_ == "by" for token in rest):
        return False
    return not rest or rest[0].text == "." or rest[0].lower_ == "to" or rest[0].lower_ in _days() or rest[-1].lower_ in _days()


def _unquoted(token: Token, start: int, end: int) -> Range:
    """The range cut at quotation marks that close speech before the head or open it after: a parse may hang a
    quotation on the name of its speaker."""
    doc = token.doc
    marks = [i for i in range(start, end) if is_mark(doc[i])]
    before = [i for i in marks if i < token.i]
    after = [i for i in marks if i > token.i]
    if before and (len(before) % 2 == 1 or before[-1] - before[0] > _LONG_QUOTE):
        start = before[-1] + 1
    if after and (len(after) % 2 == 1 or after[-1] - after[0] > _LONG_QUOTE):
        end = after[0]
    return start, end


def beside(verb: Token) -> Token | None:
    """Who speaks where the parse knows no subject: the noun right before the verb group, the noun that opens the
    sentence where only insertions stand between, or the noun after a verb that follows a quotation."""
    doc, sent = verb.doc, verb.sent
    start = verb_group(verb)[0]
    at = start - 1
    while at >= sent.start and doc[at].pos_ == "ADV":
        at -= 1
    if at < sent.start or is_mark(doc[at]) or doc[at].text == "," and is_mark(doc[at - 1]):
        return after_verb(verb, sent_end=sent.end)
    if doc[at].pos_ in _NOMINAL:
        head = _phrase_head(doc[at], verb)
        left = head.left_edge.i
        if head.dep_ not in ("obj", "iobj", "obl") or left > sent.start and (doc[left - 1].is_punct or is_mark(doc[left - 1])):
            return head
    if doc[at].text in (",", ")"):
        first = next((token for token in doc[sent.start : at] if token.pos_ in _NOMINAL), None)
        other = first is not None and first.dep_.startswith("nsubj") and sent.start < first.head.i < at
        if first is not None and not other and all(
            token.pos_ in ("DET", "ADJ", "NUM", "PUNCT", "CCONJ", "SPACE") for token in doc[sent.start : first.i]
        ):
            return _phrase_head(first, verb)
        if doc[at].text == ",":
            return after_verb(verb, sent_end=sent.end)
    return None


def apposed_before(verb: Token) -> Token | None:
    """The noun between a comma and a verb, which the parse took for an apposition: "…, the mayor, an old man, told reporters"."""
    doc, group = verb.doc, verb_group(verb)[0]
    for token in doc[verb.sent.start : group]:
        left = token.left_edge
        parted = left.text == "," or left.i > verb.sent.start and doc[left.i - 1].text == ","
        if token.dep_ == "appos" and token.pos_ in _NOMINAL and parted and token.right_edge.i == group - 1:
            return token
    return None


def after_verb(verb: Token, *, sent_end: int) -> Token | None:
    """The noun that follows the verb at once: "…, said the mayor"."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + 8, sent_end)):
        token = doc[i]
        if token.pos_ in _NOMINAL:
            head = token
            while (
                head.head.i != head.i
                and head.head.pos_ in _NOMINAL
                and verb.i < head.head.i < sent_end
                and head.dep_ not in ("appos", "conj", "nmod")
            ):
                head = head.head
            return head
        if token.pos_ not in ("DET", "ADJ", "NUM") and not token.is_punct:
            return None
    return None


def _phrase_head(token: Token, verb: Token) -> Token:
    """The head of the noun phrase that ends with a token."""
    for _ in range(_MAX_CHAIN):
        head = token.head
        if (
            head.i == token.i
            or head.pos_ not in _NOMINAL
            or head.i > verb.i
            or token.dep_ not in ("flat", "nmod", "conj", "appos", "compound", "list", "flat:name", "nummod")
            or token.dep_ == "appos" and any(child.dep_ == "cc" for child in token.children)  # another clause begins here
        ):
            break
        token = head
    return token


def with_names(tokens: Range, *, verb: Token) -> Range:
    """The range grown over names that stand between it and the verb, or right before it: "military expert | Lee Marsh
    says", where the parse made two subjects of one."""
    start, end = tokens
    doc = verb.doc
    group = verb_group(verb)[0]
    if end < group <= end + 4 and all(doc[i].pos_ == "PROPN" for i in range(end, group)):
        end = group
    while (
        start - 1 >= verb.sent.start
        and doc[start - 1].dep_ in ("nsubj", "compound", "amod")
        and doc[start - 1].head.i == verb.i
        and doc[start - 1].pos_ in ("PROPN", "NOUN", "ADJ")
    ):
        start = doc[start - 1].left_edge.i if doc[start - 1].left_edge.i < start else start - 1
    return start, end


def follows_comma(token: Token) -> bool:
    """Whether a comma sets a token's subtree off from what stands before it."""
    doc, left = token.doc, token.left_edge.i
    return doc[left].text == "," or left > 0 and doc[left - 1].text == ","


def verb_group(verb: Token) -> Range:
    """The verb with its auxiliaries, negation, particles and adverbs, as far as they stand together."""
    start = end = verb.i
    own = {
        child.i for child in verb.children if child.dep_ in _GROUP_DEPS and child.pos_ in ("AUX", "ADV", "PART", "ADP", "VERB")
    }
    own |= {child.i for child in verb.children if child.tag_ == "TO"}
    while start - 1 in own:
        start -= 1
    while end + 1 in own and verb.doc[end + 1].dep_ == "compound:prt":
        end += 1
    return start, end + 1


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of who does it: the verb's own subject, or the one it shares by conjunction, control or participle.
    A passive verb has none but its agent."""
    if is_passive(verb):
        return agent(verb)
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i != verb.i]
    if own:
        inserted = [child for child in own[1:] if child.i < verb.i and follows_comma(child)]
        return inserted[-1] if inserted else own[0]
    if depth >= _MAX_CHAIN:
        return None
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBZ", "VBP") and head.head.tag_ == verb.tag_:
        return _own(head.head, depth)
    if dep == "conj" and (head.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in head.children)):
        return subject(head, depth + 1)
    if dep == "xcomp":
        for child in head.children:
            if child.dep_ in ("obj", "iobj") and child.i < verb.i and verb.tag_ in ("VB", "VBP", "VBG"):
                return child
        return _own(head, depth)
    if dep.startswith("acl") and head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ in ("VBG", "VBN", "VBD"):
        return head
    if dep == "advcl" and verb.tag_ == "VBG" and head.dep_ == "ccomp" and verb.i > head.i > head.head.i and follows_comma(verb):
        return _own(head.head, depth)
    if dep in ("advcl", "parataxis", "dep", "ccomp") and verb.tag_ in ("VBG", "VBN", "VB"):
        return _own(head, depth)
    if dep in ("obl", "nmod") and verb.tag_ == "VBG":
        return _own(head, depth)
    return None


def _own(head: Token, depth: int) -> Token | None:
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubj:pass"):
            return child
    return subject(head, depth + 1) if head.pos_ in ("VERB", "AUX", "NOUN", "ADJ") else None


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: by its auxiliary, its subject, or as a bare participle after a noun."""
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children):
        return True
    if _is_raised(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and any(child.dep_ == "obl:agent" for child in verb.children):
        return True
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "advcl" and not any(child.dep_ in ("obj", "aux") for child in verb.children):
        if any(child.dep_ == "mark" and child.lower_ == "with" for child in verb.children):
            return True  # "with the envoy expected to arrive"
        if verb.tag_ == "VBN" and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children):
            return True  # "the people's will, as expressed at the polls"
    if verb.tag_ != "VBN" or not verb.dep_.startswith("acl") or verb.dep_ == "acl:relcl":
        return False
    # "The mayor called for calm" parsed as a noun phrase: the only verb of a sentence is no participle.
    return verb.head.dep_ != "ROOT" or any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in verb.sent)


def _is_raised(verb: Token) -> bool:
    """Whether nobody but others believe it: "two men believed to be soldiers"."""
    if verb.tag_ not in ("VBN", "VBD") or verb.lemma_.lower() not in table("en", "cues")["grammar"]["raised"]:
        return False
    if any(child.dep_ in ("aux", "obj") for child in verb.children):
        return False
    complements = (child for child in verb.rights if child.dep_ in ("xcomp", "ccomp"))
    return any(word.tag_ == "TO" and word.i == verb.i + 1 for child in complements for word in child.children)


def agent(verb: Token) -> Token | None:
    """The "by" phrase of a passive verb; "by March" names nobody."""
    for child in verb.children:
        if child.lower_ in _days():
            continue
        if child.dep_ in ("obl:agent", "obl") and any(c.dep_ == "case" and c.lower_ == "by" for c in child.children):
            return child
    return None


def preposition(token: Token) -> str:
    """The first preposition or conjunction that governs a token, in lower case; empty if there is none."""
    for child in token.children:
        if child.dep_ in ("case", "mark") and child.i < token.i:
            return child.lower_
    return ""


def without(tokens: Range, hole: Range) -> list[Range]:
    """What is left of a range when a hole is cut into it."""
    start, end = tokens
    parts = [(start, min(end, hole[0])), (max(start, hole[1]), end)]
    return [(a, b) for a, b in parts if a < b]

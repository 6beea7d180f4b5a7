"""Frames of hyphened compounds: "Morland-backed rebels", "anti-government fighters"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from crossread.lexicon import listed, table
from crossread.reading.claims.frame import Frame, of_two
from crossread.reading.claims.frame_parts import HYPHENS, clause_of, is_collective
from crossread.reading.claims.patterns import PatternIndex

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_compounded(word: Token) -> bool:
    """Whether a participle hangs on a noun or a name by a hyphen ("rebel-held"): no clause of its own. "Re-taken" is a verb."""
    if word.tag_ not in ("VBN", "VBD", "JJ") or word.i < 2:
        return False
    hyphen, first = word.doc[word.i - 1], word.doc[word.i - 2]
    if hyphen.text not in HYPHENS or hyphen.whitespace_ or first.whitespace_:
        return False
    return first.text[:1].isupper() or first.pos_ != "ADV" and first.lower_ not in listed("en", "prefix")


def is_in_name(word: Token) -> bool:
    """Whether a word is in a compound that only names somebody ("the Morland-led coalition", "anti-government fighters")."""
    return is_compounded(word) or word.i + 1 < len(word.doc) and word.nbor(1).text in HYPHENS and not word.whitespace_


def prefix_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "anti-government fighters", "pro-Morland groups": who stands right of the hyphen is the one who is liked or not."""
    for _, pattern in index.find("f", word.lower_):
        named = word.doc[word.i + 2]
        host = named.head if named.dep_ in ("amod", "compound", "nmod") else word.head
        if host.pos_ not in ("NOUN", "PROPN") or host.i <= named.i or not (named.text[:1].isupper() or is_collective(named)):
            continue
        yield of_two(pattern, word, clause_of(host), {"self": host, "patient": named}, presupposed=True)


def participle_frames(word: Token, index: PatternIndex) -> Iterator[Frame]:
    """ "Russian-backed rebels", "the UN-brokered truce": who does it stands left of the hyphen."""
    rows = index.find("p", word.lower_)
    if not rows or word.i < 1:
        return
    doc = word.doc
    adverb = doc[word.i - 1]
    if adverb.lower_ in listed("en", "adverbial") and word.dep_ in ("amod", "acl", "conj") and word.head.i > word.i:
        for _, pattern in rows:
            if pattern.subject == ("agent",) and pattern.object == ("patient",):
                yield Frame(pattern, word, clause_of(word.head), adverb, word.head, None, "agent", "patient", True)
        return
    if word.i < 2:
        return
    if doc[word.i - 1].text not in HYPHENS or doc[word.i - 1].whitespace_:
        return
    doer = doc[word.i - 2]
    if not doer.text[:1].isupper() and not is_collective(doer):
        return
    host = word
    for _ in range(4):
        if host.pos_ in ("NOUN", "PROPN") and host.i > word.i:
            break
        if host.head.i == host.i:
            break
        host = host.head
    if host.i <= word.i or host.pos_ not in ("NOUN", "PROPN"):
        host = next((token for token in doc[word.i + 1 : word.i + 6] if token.pos_ in ("NOUN", "PROPN")), word)
        while host.dep_ in ("compound", "flat", "nmod:desc", "amod") and host.head.i > host.i:
            host = host.head
    if host.i == word.i:
        return
    if host.lemma_.lower() in table("en", "bodies")["organs"]["members"]:
        # "the Morland-backed NLF fighters": whoever backs them backs the front
        names = (child for child in host.lefts if child.dep_ == "compound" and child.pos_ == "PROPN" and child.i > word.i)
        host = next(names, host)
    doers = [doer]
    if word.lower_ != "based" and doc[doer.i - 1].lower_ in ("and", "or") and doer.i >= 2 and doc[doer.i - 2].text[:1].isupper():
        doers.insert(0, doc[doer.i - 2])
    for (_, pattern), side in product(rows, doers):
        yield of_two(pattern, word, clause_of(host), {"agent": side, "patient": host, "self": host}, presupposed=True)

"""CoNLL-U to spaCy documents.

Only what the pipeline learns is kept: words, spaces, UPOS, XPOS, features, lemmas, heads, relations.
Multiword tokens ("don't") are split as the treebank splits them; empty nodes of the enhanced graph are skipped.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` is the index in the sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree; `paragraph` is true where a new paragraph starts."""

    document: str
    paragraph: bool
    words: tuple[Word, ...]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Trees of a gzipped CoNLL-U file, in order."""
    document, paragraph = "", False
    lines: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as source:
        for line in source:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=", 1)[-1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("#"):
                continue
            elif line:
                lines.append(line)
            elif lines:
                yield Sentence(document, paragraph, tuple(_words(lines)))
                lines, paragraph = [], False
    if lines:
        yield Sentence(document, paragraph, tuple(_words(lines)))


def _words(lines: Iterable[str]) -> Iterator[Word]:
    covered: dict[int, bool] = {}  # words inside a multiword token -> space after
    for line in lines:
        columns = line.split("\t")
        misc = columns[9]
        space = "SpaceAfter=No" not in misc
        if match := re.fullmatch(r"(\d+)-(\d+)", columns[0]):
            first, last = int(match[1]), int(match[2])
            covered |= {number: number == last and space for number in range(first, last + 1)}
            continue
        if "." in columns[0]:
            continue
        number, head = int(columns[0]), int(columns[6])
        yield Word(
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            "" if columns[5] == "_" else columns[5],
            number - 1 if head == 0 else head - 1,
            columns[7].split(":")[0] if columns[7] not in KEPT else columns[7],
            covered.get(number, space),
        )


# Subtypes that reading uses; all others are folded into their universal relation.
KEPT = frozenset(
    {
        "nsubj:pass",
        "csubj:pass",
        "aux:pass",
        "obl:agent",
        "nmod:poss",
        "acl:relcl",
        "compound:prt",
        "obl:tmod",
        "nmod:tmod",
        "obl:unmarked",
        "nmod:unmarked",
        "advcl:relcl",
        "nsubj:outer",
    }
)


def make_docs(vocab: Vocab, sentences: Iterable[Sentence], per_doc: int) -> Iterator[Doc]:
    """Group up to `per_doc` following sentences of one paragraph into one document, so boundaries are learned."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (len(group) >= per_doc or sentence.paragraph or sentence.document != group[0].document):
            yield _doc(vocab, group)
            group = []
        group.append(sentence)
    if group:
        yield _doc(vocab, group)


def _doc(vocab: Vocab, group: list[Sentence]) -> Doc:
    words = [word for sentence in group for word in sentence.words]
    heads: list[int] = []
    for sentence in group:
        offset = len(heads)
        heads += [offset + word.head for word in sentence.words]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
    )

"""The parser as a pipeline component: trees, tags and features of sentences whose starts are known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.pipeline.dep_parser import parser_score
from spacy.pipeline.morphologizer import morphologizer_score
from spacy.pipeline.tagger import tagger_score

from crossread.language.features import keys
from crossread.language.network import Network

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.vocab import Vocab

FACTORY = "crossread_parser"
WEIGHTS = "weights.npz"
LABELS = "labels.json"
# White space is no word of a tree; it hangs on the word before it, at the beginning of a document on the first.
SPACE_RELATION = "dep"
_SPACE_TAG = "_SP"
_BATCH_WORDS = 1500


@Language.factory(
    FACTORY,
    assigns=["token.head", "token.dep", "token.tag", "token.pos", "token.morph"],
    requires=["token.is_sent_start"],
)
def make_parser(nlp: Language, name: str) -> BiaffineParser:
    """A parser without weights; loading a pipeline from disk brings them."""
    return BiaffineParser(nlp.vocab, name)


class BiaffineParser:
    """Sets head, relation, tag, part of speech and features of every token, sentence by sentence.

    Sentence starts are read from the document, and kept; one set on white space moves to the word after it.
    """

    def __init__(self, vocab: Vocab, name: str = "parser") -> None:
        self.vocab = vocab
        self.name = name
        self.arrays: dict[str, NDArray[np.generic]] = {}
        self.labels: dict[str, list[str]] = {}
        self._network: Network | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Parse one document, in place."""
        _start_with_words(doc)
        table = _Table(doc, self.vocab, self.labels)
        sentences = [[token.i for token in sent if not token.is_space] for sent in doc.sents]
        for batch in _batches([words for words in sentences if words]):
            self._parse(doc, batch, table)
        table.write()
        return doc

    def _parse(self, doc: Doc, sentences: list[list[int]], table: _Table) -> None:
        if self._network is None:
            raise ValueError("the parser has no weights: load a trained pipeline")
        words = np.concatenate([np.array(sentence) for sentence in sentences])
        found = keys(doc)[words]
        forms, places = np.unique(found[:, 0], return_inverse=True)
        static = np.asarray(self.vocab.vectors.get_batch(forms), dtype=np.float32)[places]
        answers = self._network.answer(found, static, [len(sentence) for sentence in sentences])
        for sentence, answer in zip(sentences, answers, strict=True):
            table.set(np.array(sentence), answer.heads, answer.relations, answer.tags, answer.features)

    def fill(self, arrays: dict[str, NDArray[np.generic]], labels: dict[str, list[str]]) -> None:
        """Take weights and the names of labels, in the order of the weights."""
        self.arrays, self.labels, self._network = arrays, labels, Network(arrays)

    def score(self, examples: Iterable[Example], **options: Any) -> dict[str, Any]:
        """spaCy's scores of what the parser sets."""
        examples = list(examples)
        found: dict[str, Any] = {}
        for score in (tagger_score, morphologizer_score, parser_score):
            found |= score(examples, **options)
        return found

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights and labels into a folder."""
        path.mkdir(exist_ok=True)
        np.savez(path / WEIGHTS, allow_pickle=False, **self.arrays)
        (path / LABELS).write_text(json.dumps(self.labels, indent=0), encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> BiaffineParser:
        """Read what `to_disk` wrote. Plain arrays only: nothing in the file is executed."""
        with np.load(path / WEIGHTS, allow_pickle=False) as stored:
            arrays = dict(stored)
        self.fill(arrays, json.loads((path / LABELS).read_text(encoding="utf-8")))
        # The table of vectors ships in half precision too, which no component can count with.
        self.vocab.vectors.data = np.asarray(self.vocab.vectors.data, dtype=np.float32)
        return self


def _start_with_words(doc: Doc) -> None:
    """Let no sentence but a document's first begin with white space."""
    moved = False
    for token in doc:
        if token.is_space and token.i:
            moved = moved or bool(token.is_sent_start)
            token.is_sent_start = False
        elif moved:
            token.is_sent_start = True
            moved = False


class _Table:
    """Annotations of one document while they are gathered, one row a token."""

    def __init__(self, doc: Doc, vocab: Vocab, labels: dict[str, list[str]]) -> None:
        self._doc = doc
        strings, morphology = vocab.strings, vocab.morphology
        pairs = [_split(label) for label in labels.get("features", ())]
        self._relations = np.array([strings.add(label) for label in labels.get("relations", ())], dtype=np.uint64)
        self._tags = np.array([strings.add(label) for label in labels.get("tags", ())], dtype=np.uint64)
        self._pos = np.array([IDS[pos] for pos, _ in pairs], dtype=np.uint64)
        self._morphs = np.array([morphology.add(features) for _, features in pairs], dtype=np.uint64)
        self._values = np.zeros((len(doc), 5), dtype=np.uint64)
        self._heads = np.arange(len(doc))
        space = [strings.add(SPACE_RELATION), strings.add(_SPACE_TAG), IDS["SPACE"], morphology.add("")]
        self._values[:, 1:] = space
        last = next((token.i for token in doc if not token.is_space), 0)
        for token in doc:
            last = last if token.is_space else token.i
            self._heads[token.i] = last

    def set(
        self,
        words: NDArray[np.int64],
        heads: NDArray[np.int64],
        relations: NDArray[np.int64],
        tags: NDArray[np.int64],
        features: NDArray[np.int64],
    ) -> None:
        """Note the words of one sentence, by number in the document; heads count from 1 in the sentence, 0 is the root."""
        self._heads[words] = np.where(heads == 0, words, words[heads - 1])
        self._values[words, 1] = self._relations[relations]
        self._values[words, 2] = self._tags[tags]
        self._values[words, 3] = self._pos[features]
        self._values[words, 4] = self._morphs[features]

    def write(self) -> None:
        """Give the document its annotations. Distances to heads are what spaCy stores, as unsigned numbers."""
        self._values[:, 0] = (self._heads - np.arange(len(self._heads))).astype(np.int64).view(np.uint64)
        self._doc.from_array([HEAD, DEP, TAG, POS, MORPH], self._values)  # type: ignore[arg-type]


def _split(label: str) -> tuple[str, str]:
    """Part of speech and features of a joint label such as "POS=NOUN|Number=Plur"."""
    pos, _, features = label.partition("|")
    return pos.removeprefix("POS="), features


def _batches(sentences: list[list[int]]) -> Iterator[list[list[int]]]:
    """Sentences in order, so many that the network's memory stays small."""
    batch: list[list[int]] = []
    size = 0
    for sentence in sentences:
        if batch and size + len(sentence) > _BATCH_WORDS:
            yield batch
            batch, size = [], 0
        batch.append(sentence)
        size += len(sentence)
    if batch:
        yield batch

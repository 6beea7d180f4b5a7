"""Gold trees in the numbers that the parser learns from: rows of tables, heads, labels; batches of like length."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab
from torch import Tensor, nn

from crossread.language.features import ATTRIBUTES, keys, rows

TASKS = ("relations", "tags", "features")


@dataclass(frozen=True, slots=True)
class Tree:
    """One gold sentence in numbers; heads count from 1, 0 is the root. `variants`: keys as written, lower case, capitals."""

    variants: tuple[NDArray[np.uint64], ...]
    heads: NDArray[np.int64]
    relations: tuple[str, ...]
    tags: tuple[str, ...]
    features: tuple[str, ...]


def read_trees(path: Path, vocab: Vocab) -> list[Tree]:
    """Every sentence of a file of gold documents."""
    return [_tree(sentence.as_doc()) for doc in DocBin().from_disk(path).get_docs(vocab) for sentence in doc.sents]


def _tree(doc: Doc) -> Tree:
    words = [token.text for token in doc]
    changed = [Doc(doc.vocab, words=[change(word) for word in words]) for change in (str.lower, str.upper)]
    return Tree(
        tuple(keys(each) for each in (doc, *changed)),
        np.array([0 if token.head is token or token.head.i == token.i else token.head.i + 1 for token in doc]),
        tuple(token.dep_ for token in doc),
        tuple(token.tag_ for token in doc),
        tuple(joined(token.pos_, str(token.morph)) for token in doc),
    )


def joined(pos: str, features: str) -> str:
    """Part of speech and features as one label."""
    return f"POS={pos}|{features}" if features else f"POS={pos}"


@dataclass(frozen=True, slots=True)
class Inventory:
    """Known keys by attribute and label names by task, in the order of the weights."""

    keys: tuple[NDArray[np.uint64], ...]
    labels: dict[str, tuple[str, ...]]


def inventory(trees: list[Tree], least: int) -> Inventory:
    """Keys seen at least so often, and all labels seen at least twice."""
    tables = []
    for column in range(len(ATTRIBUTES)):
        counts: Counter[int] = Counter()
        for tree in trees:
            counts.update(tree.variants[0][:, column].tolist())
        tables.append(np.array(sorted(key for key, count in counts.items() if count >= least), dtype=np.uint64))
    labels = {}
    for name in TASKS:
        seen = Counter(label for tree in trees for label in getattr(tree, name))
        labels[name] = tuple(sorted(label for label, count in seen.items() if count > 1))
    return Inventory(tuple(tables), labels)


@dataclass(frozen=True, slots=True)
class Example:
    """A tree as rows of tables and numbers of labels; -1 is a label that is not learned."""

    variants: tuple[tuple[Tensor, Tensor], ...]
    heads: Tensor
    labels: Tensor


def prepare(trees: list[Tree], known: Inventory, vocab: Vocab) -> list[Example]:
    """Look everything up once."""
    numbers = {name: {label: i for i, label in enumerate(labels)} for name, labels in known.labels.items()}
    cache: dict[int, NDArray[np.float32]] = {}

    def static(forms: NDArray[np.uint64]) -> Tensor:
        if unseen := sorted(set(forms.tolist()) - cache.keys()):
            cache.update(zip(unseen, vocab.vectors.get_batch(unseen), strict=True))
        return torch.from_numpy(np.stack([cache[form] for form in forms.tolist()]))

    def look_up(found: NDArray[np.uint64]) -> tuple[Tensor, Tensor]:
        table = np.stack([rows(known.keys[column], found[:, column]) for column in range(found.shape[1])], axis=1)
        return torch.from_numpy(table), static(found[:, 0])

    return [
        Example(
            tuple(look_up(found) for found in tree.variants),
            torch.from_numpy(tree.heads),
            torch.tensor(
                [[numbers[name].get(label, -1) for label in getattr(tree, name)] for name in TASKS]
            ),
        )
        for tree in trees
    ]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded sentences. Padding has head and labels -1."""

    rows: Tensor
    static: Tensor
    turned: Tensor
    lengths: Tensor
    heads: Tensor
    labels: Tensor


def collate(examples: list[Example], chosen: list[int]) -> Batch:
    """Pad to the longest sentence."""
    pad = nn.utils.rnn.pad_sequence
    inputs = [example.variants[variant] for example, variant in zip(examples, chosen, strict=True)]
    lengths = torch.tensor([len(example.heads) for example in examples])
    longest = int(lengths.max())
    places = torch.arange(longest).expand(len(examples), -1)
    turned = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
    return Batch(
        pad([rows_ for rows_, _ in inputs], batch_first=True),
        pad([static for _, static in inputs], batch_first=True),
        turned,
        lengths,
        pad([example.heads for example in examples], batch_first=True, padding_value=-1),
        pad([example.labels.T for example in examples], batch_first=True, padding_value=-1),
    )


def batches(examples: list[Example], words: int, noise: tuple[float, float], chance: random.Random) -> Iterator[Batch]:
    """Sentences of like length together, batches in random order."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].heads) + 3 * chance.random())
    groups: list[list[int]] = [[]]
    longest = 0
    for index in order:
        longest = max(longest, len(examples[index].heads))
        if groups[-1] and longest * (len(groups[-1]) + 1) > words:
            groups.append([])
            longest = len(examples[index].heads)
        groups[-1].append(index)
    chance.shuffle(groups)
    lower, upper = noise
    for group in groups:
        draws = [chance.random() for _ in group]
        chosen = [1 if draw < lower else 2 if draw < lower + upper else 0 for draw in draws]
        yield collate([examples[index] for index in group], chosen)

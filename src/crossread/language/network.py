"""The parser's network at reading time, in plain arrays: look-up, two-way LSTMs, biaffine scores (Dozat & Manning 2017)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crossread.language.features import rows
from crossread.language.trees import best_tree

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_LEAK = 0.1


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer in both directions; first axis: forth, back. Gates stand in the order in, out, forget, new."""

    inputs: Floats  # (2, size, 4 * hidden)
    states: Floats  # (2, hidden, 4 * hidden)
    bias: Floats  # (2, 1, 4 * hidden)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a biaffine product: a layer of units over the states."""

    weight: Floats
    bias: Floats

    def of(self, states: Floats) -> Floats:
        """Units over states; negative ones are dampened."""
        values = states @ self.weight + self.bias
        return np.asarray(np.maximum(values, _LEAK * values), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of the words of one sentence: heads counted from 1, 0 for the root; numbers of labels."""

    heads: NDArray[np.int64]
    relations: NDArray[np.int64]
    tags: NDArray[np.int64]
    features: NDArray[np.int64]


class Network:
    """Weights, ready to answer. Immutable, so that threads may share it."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        """Take weights by name, as `training.export` writes them. Raises KeyError where one is missing."""

        def floats(name: str) -> Floats:
            return np.ascontiguousarray(arrays[name], dtype=np.float32)

        def side(name: str) -> Side:
            return Side(floats(f"{name}.weight"), floats(f"{name}.bias"))

        def numbered(name: str) -> Iterator[str]:
            return (f"{name}.{i}" for i in range(sum(key.startswith(f"{name}.") for key in arrays)))

        self._known = tuple(arrays[name].astype(np.uint64) for name in numbered("known"))
        self._tables = tuple(floats(name) for name in numbered("table"))
        self._layers = tuple(
            Layer(floats(name), floats(name.replace("inputs", "states")), floats(name.replace("inputs", "bias")))
            for name in numbered("inputs")
        )
        root = floats("root")[None]
        self._arc_head, self._arc_child = side("arc_head"), side("arc_child")
        self._relation_head, self._relation_child = side("relation_head"), side("relation_child")
        self._arc_root, self._relation_root = self._arc_head.of(root), self._relation_head.of(root)
        self._arc, self._relation = floats("arc"), floats("relation")
        self._tags, self._features = side("tags"), side("features")

    def answer(self, keys: NDArray[np.uint64], static: Floats, lengths: Sequence[int]) -> list[Answer]:
        """Parse sentences that stand one after another.

        Args:
            keys: one row a word, one column an attribute (`features.keys`).
            static: one row a word, its static vector.
            lengths: words of each sentence, at least one; their sum is the number of rows.
        """
        packing = _Packing(lengths)
        values, below = self._encode(keys, static, packing)
        tags, features = (
            (below @ layer.weight + layer.bias).argmax(axis=1)[packing.back_to_text] for layer in (self._tags, self._features)
        )
        values = values[packing.back_to_text]
        heads = self._heads(values, lengths)
        relations = self._relations(values, heads, lengths)
        ends = np.cumsum(lengths)
        return [
            Answer(heads[start:end], relations[start:end], tags[start:end], features[start:end])
            for start, end in zip(ends - lengths, ends, strict=True)
        ]

    def _encode(self, keys: NDArray[np.uint64], static: Floats, packing: _Packing) -> tuple[Floats, Floats]:
        """States of the last layer and of the one below, in packed order."""
        parts = [static]
        for number, (known, table) in enumerate(zip(self._known, self._tables, strict=True)):
            parts.append(table[rows(known, keys[:, number])])
        values = below = np.concatenate(parts, axis=1)[packing.from_text]
        for layer in self._layers:
            below, values = values, _run(layer, values, packing)
        return values, below

    def _heads(self, values: Floats, lengths: Sequence[int]) -> NDArray[np.int64]:
        heads = self._arc_head.of(values)
        children = _one_more(self._arc_child.of(values)) @ self._arc
        found = []
        start = 0
        for length in lengths:
            mine = np.concatenate([self._arc_root, heads[start : start + length]])
            found.append(best_tree(children[start : start + length] @ mine.T))
            start += length
        return np.concatenate(found)

    def _relations(self, values: Floats, heads: NDArray[np.int64], lengths: Sequence[int]) -> NDArray[np.int64]:
        """The best relation of each word to its head."""
        starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
        sides = np.concatenate([self._relation_root, self._relation_head.of(values)])
        picked = _one_more(sides[np.where(heads == 0, 0, starts + heads)])
        children = _one_more(self._relation_child.of(values))
        count, size = self._relation.shape[0], self._relation.shape[1]
        flat = children @ self._relation.transpose(1, 0, 2).reshape(size, -1)
        scores: Floats = np.matmul(flat.reshape(-1, count, size), picked[:, :, None])[:, :, 0]
        best: NDArray[np.int64] = scores.argmax(axis=1)
        return best


class _Packing:
    """Words of several sentences in order of their place: all first words, all second words, longest sentence first."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.asarray(lengths)
        order = np.argsort(-sizes, kind="stable")
        starts = (np.cumsum(sizes) - sizes)[order]
        sizes = sizes[order]
        places = np.arange(sizes[0])
        self.alive = (sizes[None, :] > places[:, None]).sum(axis=1).tolist()  # sentences that reach each place
        sentence = np.concatenate([np.arange(count) for count in self.alive])
        place = np.repeat(places, self.alive)
        self.from_text = starts[sentence] + place
        self.back_to_text = np.argsort(self.from_text)
        # The same word when its sentence is read from its end; done twice, nothing has changed.
        self.turned = self.back_to_text[starts[sentence] + sizes[sentence] - 1 - place]


def _run(layer: Layer, values: Floats, packing: _Packing) -> Floats:
    """One two-way LSTM layer. Weights of the three sigmoid gates are halved beforehand: sigmoid(x) = (tanh(x / 2) + 1) / 2."""
    gates = np.matmul(np.stack([values, values[packing.turned]]), layer.inputs) + layer.bias
    hidden = layer.states.shape[1]
    found = np.empty((2, len(values), hidden), dtype=np.float32)
    state = np.zeros((2, packing.alive[0], hidden), dtype=np.float32)
    memory = np.zeros_like(state)
    start = 0
    for count in packing.alive:
        now = gates[:, start : start + count]
        if start:
            now += state[:, :count] @ layer.states
        np.tanh(now, out=now)
        sigmoid = now[:, :, : 3 * hidden]
        sigmoid += 1
        sigmoid *= 0.5
        memory = memory[:, :count] * now[:, :, 2 * hidden : 3 * hidden] + now[:, :, :hidden] * now[:, :, 3 * hidden :]
        state = now[:, :, hidden : 2 * hidden] * np.tanh(memory)
        found[:, start : start + count] = state
        start += count
    return np.concatenate([found[0], found[1][packing.turned]], axis=1)


def _one_more(values: Floats) -> Floats:
    """Append a one, so that a product of two sides holds a bias."""
    return np.concatenate([values, np.ones((len(values), 1), dtype=np.float32)], axis=1)

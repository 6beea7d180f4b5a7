"""The best tree over the words of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FORBIDDEN = -1e9
# Taken off every arc from the root, so that the best tree has exactly one.
_ROOT_PRICE = 1e5


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Heads of the words of one sentence: the tree of the highest sum of scores in which one word hangs on the root.

    `scores` has one row a word and one column a head; column 0 is the root, column i the i-th word counted from 1. So are
    the heads that are returned. A tree may cross its own arcs, as the trees of treebanks do.
    """
    count = len(scores)
    square = np.full((count + 1, count + 1), _FORBIDDEN)
    square[1:] = scores
    np.fill_diagonal(square, _FORBIDDEN)
    heads: NDArray[np.int64] = square.argmax(axis=1)
    heads[0] = 0
    if (heads[1:] == 0).sum() != 1 or _cycle(heads) is not None:
        square[:, 0] -= _ROOT_PRICE
        heads = _spanning(square)
    return heads[1:]


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    """The nodes of one cycle among the arcs, or None. Node 0 is the root."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = int(heads[node])
        if node and seen[node] == start:
            cycle = [node]
            while (node := int(heads[node])) != cycle[0]:
                cycle.append(node)
            return cycle
    return None


def _spanning(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Chu & Liu and Edmonds: take the best head of each node; where that makes a cycle, make it one node and solve the rest."""
    heads: NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    # What entering the cycle at each of its nodes costs against the arc inside it that is given up.
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(outside, inside)]
    last = len(outside)
    smaller = np.full((last + 1, last + 1), _FORBIDDEN)
    smaller[:last, :last] = scores[np.ix_(outside, outside)]
    smaller[last, :last] = entering.max(axis=0)
    smaller[:last, last] = leaving.max(axis=1)
    found = _spanning(smaller)
    for place, node in enumerate(outside):
        if node:
            head = found[place]
            heads[node] = inside[leaving[place].argmax()] if head == last else outside[head]
    entered = entering[:, found[last]].argmax()
    heads[inside[entered]] = outside[found[last]]
    return heads

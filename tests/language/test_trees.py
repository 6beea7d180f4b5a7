"""The best tree is a tree, has one root, and no other tree scores higher."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from crossread.language.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """One word on the root, and every word reaches it."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        node, steps = word, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def total(scores: NDArray[np.float32], heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


def tables(count: int) -> st.SearchStrategy[list[list[int]]]:
    row = st.lists(st.integers(-20, 20), min_size=count + 1, max_size=count + 1)
    return st.lists(row, min_size=count, max_size=count)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4).flatmap(tables))
def test_no_tree_scores_higher(values: list[list[int]]) -> None:
    scores = np.array(values, dtype=np.float32)
    found = tuple(best_tree(scores).tolist())
    trees = [heads for heads in product(range(len(values) + 1), repeat=len(values)) if is_tree(heads)]
    assert is_tree(found)
    assert total(scores, found) == pytest.approx(max(total(scores, heads) for heads in trees))


def test_a_long_sentence_of_equal_scores_is_a_tree() -> None:
    assert is_tree(tuple(best_tree(np.zeros((60, 61), dtype=np.float32)).tolist()))


def test_two_words_that_want_each_other_are_parted_where_it_costs_least() -> None:
    scores = np.array([[1, 0, 9], [4, 9, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [2, 0]

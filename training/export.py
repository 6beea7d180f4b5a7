"""The trained parser in the form that ships: plain arrays of half precision, made ready for `crossread.language.network`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from training.examples import Inventory


def arrays(weights: dict[str, Tensor], known: Inventory) -> dict[str, NDArray[np.generic]]:
    """Weights under the names that reading knows, matrices turned so that values stand before them in a product."""
    values = {name: tensor.float().numpy() for name, tensor in weights.items()}
    found: dict[str, NDArray[np.generic]] = {f"known.{i}": table for i, table in enumerate(known.keys)}
    for number in range(len(known.keys)):
        found[f"table.{number}"] = values[f"tables.{number}.weight"]
    number = 0
    while f"layers.{number}.forth.weight_ih_l0" in values:
        for name, sources in (("inputs", ("weight_ih",)), ("states", ("weight_hh",)), ("bias", ("bias_ih", "bias_hh"))):
            sides = [
                _gates(np.sum([values[f"layers.{number}.{side}.{source}_l0"] for source in sources], axis=0))
                for side in ("forth", "back")
            ]
            found[f"{name}.{number}"] = np.stack([np.atleast_2d(side.T) for side in sides])
        number += 1
    for name in ("arc_head", "arc_child", "relation_head", "relation_child", "tags", "features"):
        found[f"{name}.weight"], found[f"{name}.bias"] = values[f"{name}.weight"].T, values[f"{name}.bias"]
    for name in ("root", "arc", "relation"):
        found[name] = values[name]
    return {
        name: array if array.dtype == np.uint64 else np.ascontiguousarray(array, dtype=np.float16)
        for name, array in found.items()
    }


def _gates(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Gates in the order in, out, forget, new (torch: in, forget, new, out), the three sigmoid gates halved."""
    in_, forget, new, out = np.split(weights, 4)
    return np.concatenate([in_ / 2, out / 2, forget / 2, new])

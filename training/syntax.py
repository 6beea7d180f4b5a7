"""Training of the parser on trees with gold tokens; tags and features are learned beside them, one layer below.

The result holds plain arrays, which `crossread.language.parser` reads without this library.
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional

from crossread.language.parser import BiaffineParser
from training.examples import TASKS, Batch, Example, Inventory, batches, inventory, prepare, read_trees
from training.export import arrays
from training.network import Network
from training.recipe import Recipe

PUNCTUATION = "punct"
_LONGEST_STEP = 5.0  # norm that gradients are cut to
_LEAST_RATE = 0.02
_SCORED_WORDS = 4000  # in a batch, with padding


def masked(arcs: Tensor, lengths: Tensor) -> Tensor:
    """No word is the head of itself, none hangs on padding."""
    count = arcs.shape[1]
    heads = torch.arange(count + 1)
    arcs = arcs.masked_fill((heads[None, :] == torch.arange(1, count + 1)[:, None])[None], -1e9)
    return arcs.masked_fill((heads[None, :] > lengths[:, None])[:, None, :], -1e9)


def loss(network: Network, batch: Batch, beside: float) -> Tensor:
    """Mean over words: heads, relations at the gold head, and a share of tags and features."""
    with torch.autocast("cpu", dtype=torch.bfloat16):  # half the time on processors that know it
        arcs, relation_heads, relation_children, tags, features = network(batch.rows, batch.static, batch.turned)
        relations = network.label(relation_heads, relation_children, batch.heads.clamp(min=0))

    def cross(scores: Tensor, gold: Tensor) -> Tensor:
        return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=-1)

    tree = cross(masked(arcs.float(), batch.lengths), batch.heads) + cross(relations, batch.labels[:, :, 0])
    return tree + beside * (cross(tags, batch.labels[:, :, 1]) + cross(features, batch.labels[:, :, 2]))


def scores(network: Network, examples: list[Example], punctuation: int) -> tuple[float, float, float, float]:
    """UAS and LAS without punctuation, accuracy of tags and features; the best head of each word, no tree decoding."""
    network.eval()
    right = np.zeros(4)
    total = np.zeros(4)
    with torch.no_grad():
        for batch in batches(examples, _SCORED_WORDS, (0, 0), random.Random(0)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                arcs, relation_heads, relation_children, tags, features = network(batch.rows, batch.static, batch.turned)
            heads = masked(arcs.float(), batch.lengths).argmax(-1)
            relations = network.label(relation_heads, relation_children, heads).argmax(-1)
            counted = (batch.heads >= 0) & (batch.labels[:, :, 0] != punctuation)
            good = (heads == batch.heads) & counted
            words_ = batch.heads >= 0
            right += [
                float(good.sum()),
                float((good & (relations == batch.labels[:, :, 0])).sum()),
                float(((tags.argmax(-1) == batch.labels[:, :, 1]) & words_).sum()),
                float(((features.argmax(-1) == batch.labels[:, :, 2]) & words_).sum()),
            ]
            total += [float(counted.sum())] * 2 + [float(words_.sum())] * 2
    network.train()
    uas, las, tag, feature = (right / total).tolist()
    return uas, las, tag, feature


class Average:
    """Exponential average of the weights: what is scored and kept."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.values = {name: value.detach().clone() for name, value in network.state_dict().items()}

    def copy(self) -> dict[str, Tensor]:
        """The average as it is now."""
        return {name: value.clone() for name, value in self.values.items()}

    def update(self, network: nn.Module) -> None:
        """Follow one step."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in network.state_dict().items():
                self.values[name].lerp_(value, 1 - decay)


def train(
    settings: dict[str, Any], known: Inventory, examples: list[Example], dev: list[Example], seed: int
) -> dict[str, Tensor]:
    """Train for the set number of steps; the average weights that did best on dev."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)  # with more, sums are added up in another order and the run cannot be repeated
    chance = random.Random(seed)
    network, judged = (_network(settings, known, examples) for _ in range(2))
    average = Average(network, settings["average"])
    optimizer = torch.optim.Adam(network.parameters(), lr=settings["learning_rate"], betas=(0.9, 0.95), eps=1e-8)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, settings))
    noise = (settings["lower_case_share"], settings["upper_case_share"])
    punctuation = known.labels["relations"].index(PUNCTUATION)
    best, kept, step, started = 0.0, average.copy(), 0, time.monotonic()
    while step < settings["steps"]:
        for batch in batches(examples, settings["batch_words"], noise, chance):
            optimizer.zero_grad()
            loss(network, batch, settings["beside"]).backward()
            nn.utils.clip_grad_norm_(network.parameters(), _LONGEST_STEP)
            optimizer.step()
            schedule.step()
            average.update(network)
            step += 1
            if step % settings["eval_frequency"] == 0 or step == settings["steps"]:
                judged.load_state_dict(average.values)
                found = scores(judged, dev, punctuation)
                spent = time.monotonic() - started
                print(f"{step:6d} {spent:6.0f} s  " + " ".join(f"{value:.4f}" for value in found), flush=True)
                if found[1] > best:
                    best, kept = found[1], average.copy()
            if step == settings["steps"]:
                break
    return kept


def _network(settings: dict[str, Any], known: Inventory, examples: list[Example]) -> Network:
    sizes = {task: len(known.labels[task]) for task in TASKS}
    return Network(settings, sizes, [len(table) for table in known.keys], examples[0].variants[0][1].shape[1])


def _rate(step: int, settings: dict[str, Any]) -> float:
    """Share of the learning rate: up in a line, then down in a line to almost nothing."""
    warm = settings["warm_steps"]
    if step < warm:
        return float((step + 1) / warm)
    return float(max(1 - (step - warm) / max(1, settings["steps"] - warm), _LEAST_RATE))


def train_parser(recipe: Recipe, folder: Path) -> BiaffineParser:
    """The parser from the vectors and gold documents in `folder`, in the form that ships."""
    vocab = spacy.load(folder / "vectors").vocab
    trees, dev = (read_trees(folder / f"syntax-{part}.spacy", vocab) for part in ("train", "dev"))
    known = inventory(trees, recipe.syntax["least_count"])
    weights = train(recipe.syntax, known, prepare(trees, known, vocab), prepare(dev, known, vocab), recipe.seed)
    parser = BiaffineParser(vocab)
    parser.fill(arrays(weights, known), {task: list(known.labels[task]) for task in TASKS})
    return parser

"""The parser's network while it learns: a deep biaffine parser over two-way LSTMs (Dozat & Manning 2017)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional


class Lstm(nn.Module):
    """One layer in both directions. Sentences are turned round by their length, so that padding is read last."""

    def __init__(self, size: int, hidden: int) -> None:
        super().__init__()
        self.forth = nn.LSTM(size, hidden, batch_first=True)
        self.back = nn.LSTM(size, hidden, batch_first=True)

    def forward(self, inputs: Tensor, turned: Tensor) -> Tensor:
        forth, _ = self.forth(inputs)
        back, _ = self.back(turn(inputs, turned))
        return torch.cat([forth, turn(back, turned)], dim=-1)


def turn(values: Tensor, turned: Tensor) -> Tensor:
    """Reverse each sentence inside its padding."""
    return values.gather(1, turned.unsqueeze(-1).expand_as(values))


def shared_dropout(values: Tensor, share: float, training: bool) -> Tensor:
    """Drop the same units in every position of a sentence."""
    if not training or share == 0:
        return values
    mask = torch.empty(values.shape[0], 1, values.shape[2]).bernoulli_(1 - share) / (1 - share)
    return values * mask


class Network(nn.Module):
    """Scores of heads, relations, tags and features for a batch of sentences."""

    def __init__(self, settings: dict[str, Any], sizes: dict[str, int], tables: list[int], static: int) -> None:
        super().__init__()
        self.share: float = settings["dropout"]
        self.word_share: float = settings["word_dropout"]
        self.tables = nn.ModuleList(
            nn.Embedding(size + 1, width) for size, width in zip(tables, settings["embed_widths"], strict=True)
        )
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        hidden = settings["hidden"]
        size = static + sum(settings["embed_widths"])
        self.layers = nn.ModuleList()
        for _ in range(settings["layers"]):
            self.layers.append(Lstm(size, hidden))
            size = 2 * hidden
        arc, relation = settings["arc"], settings["relation"]
        self.root = nn.Parameter(torch.randn(size) * 0.1)
        self.arc_head, self.arc_child = nn.Linear(size, arc), nn.Linear(size, arc)
        self.relation_head, self.relation_child = nn.Linear(size, relation), nn.Linear(size, relation)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.relation = nn.Parameter(torch.zeros(sizes["relations"], relation + 1, relation + 1))
        self.tags = nn.Linear(size, sizes["tags"])
        self.features = nn.Linear(size, sizes["features"])
        for layer in (self.arc_head, self.arc_child, self.relation_head, self.relation_child):
            nn.init.orthogonal_(layer.weight)

    def encode(self, rows_: Tensor, static: Tensor, turned: Tensor) -> tuple[Tensor, Tensor]:
        """States of the last layer with the root before them, and those of the layer below."""
        parts = [static]
        for number, table in enumerate(self.tables):
            places = rows_[:, :, number]
            if self.training:
                places = places * (torch.rand(places.shape) >= self.word_share)
            parts.append(table(places))
        if self.training:
            kept = [(torch.rand(*part.shape[:2], 1) >= self.share / 2).float() for part in parts[:2]]
            scale = 2 / (kept[0] + kept[1]).clamp(min=1)
            parts = [parts[0] * kept[0] * scale, parts[1] * kept[1] * scale, *parts[2:]]
        values = torch.cat(parts, dim=-1)
        below = values
        for number, layer in enumerate(self.layers):
            values = shared_dropout(values, self.share if number else self.share / 2, self.training)
            below, values = values, layer(values, turned)
        states = shared_dropout(values, self.share, self.training)
        root = self.root.expand(len(states), 1, -1)
        return torch.cat([root, states], dim=1), below

    def forward(self, rows_: Tensor, static: Tensor, turned: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Scores of arcs (batch, child, head), both sides for relations, scores of tags and of features."""
        states, below = self.encode(rows_, static, turned)

        def side(layer: nn.Module, values: Tensor) -> Tensor:
            return shared_dropout(functional.leaky_relu(layer(values), 0.1), self.share, self.training)

        heads, children = side(self.arc_head, states), one_more(side(self.arc_child, states[:, 1:]))
        arcs = children @ self.arc @ heads.transpose(1, 2)
        relation_heads = one_more(side(self.relation_head, states))
        relation_children = one_more(side(self.relation_child, states[:, 1:]))
        return arcs, relation_heads, relation_children, self.tags(below), self.features(below)

    def label(self, heads: Tensor, children: Tensor, chosen: Tensor) -> Tensor:
        """Scores of relations between each word and its chosen head."""
        picked = heads.gather(1, chosen.unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
        count, size = self.relation.shape[0], self.relation.shape[1]
        flat = children.reshape(-1, size) @ self.relation.permute(1, 0, 2).reshape(size, -1)
        scores: Tensor = (flat.view(-1, count, size) @ picked.reshape(-1, size, 1)).view(*chosen.shape, count)
        return scores


def one_more(values: Tensor) -> Tensor:
    """Append a one, so that a product of two sides holds a bias."""
    return torch.cat([values, torch.ones(*values.shape[:-1], 1)], dim=-1)

"""Two camps of a network: who stands together against whom, so that a reader sees at once what a conflict is about.

The two that fight each other with most evidence are the poles. Whoever backs, belongs to or commands one of a camp is drawn into
it; each step takes the actor whose ties to a camp say most. An actor that is drawn both ways, or drawn in and fought, stands
between them. An enemy of one camp does not belong to the other for that: it is told apart. All of it is a way to draw one
network, not a finding: every member names the tie that decided.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from crossread.model.findings import Relation
from crossread.model.network import Network, Node, Tie

Camp = Literal["one", "other"]
Place = Literal["one", "other", "between", "enemy"]
BOUND = frozenset({"commands", "leads", "member_of", "instrument_of", "composed_of", "promoted_to"})
CLEAR = 2.0  # times by which what draws an actor one way outweighs what draws it the other


@dataclass(frozen=True, slots=True)
class Member:
    """An actor in a camp, between camps or against one. `tie` is the one that says most of it, of which `relation` is the part of
    most origins; a pole has the tie between the poles."""

    node: Node
    tie: Tie
    relation: Relation


@dataclass(frozen=True, slots=True)
class Camps:
    """Two camps, their poles first, then those of most claims; who stands between them; and who is an enemy of one of them
    without belonging to the other."""

    one: tuple[Member, ...]
    other: tuple[Member, ...]
    between: tuple[Member, ...]
    enemies: tuple[Member, ...]

    def of(self) -> dict[str, Camp]:
        """The camp of each actor that has one, by id."""
        return {**{member.node.id: "one" for member in self.one}, **{member.node.id: "other" for member in self.other}}


def camps(network: Network) -> Camps | None:
    """The camps of a network; nothing where no two named actors are hostile to each other."""
    nodes = {node.id: node for node in network.nodes if node.named}
    signed = {tie: sign for tie in network.ties if tie.a in nodes and tie.b in nodes and (sign := _sign(tie))}
    enmities = [tie for tie, sign in signed.items() if sign < 0]
    if not enmities:
        return None
    poles = max(enmities, key=lambda tie: (
        tie.origins * min(nodes[tie.a].claims, nodes[tie.b].claims), nodes[tie.a].claims + nodes[tie.b].claims, tie.a, tie.b,
    ))
    first, second = sorted((poles.a, poles.b), key=lambda id_: (-nodes[id_].claims, id_))
    placed: dict[str, tuple[Place, Tie]] = {first: ("one", poles), second: ("other", poles)}
    by_node: dict[str, list[Tie]] = defaultdict(list)
    for tie in signed:
        by_node[tie.a].append(tie)
        by_node[tie.b].append(tie)
    while drawn := {
        id_: pull for id_ in by_node.keys() - placed.keys() if (pull := _Pull.on(id_, by_node[id_], signed, placed)).strength > 0
    }:
        chosen = max(drawn, key=lambda id_: (drawn[id_].strength, nodes[id_].claims, id_))
        placed[chosen] = drawn[chosen].decided()
    for id_ in by_node.keys() - placed.keys():
        against = [tie for tie in by_node[id_] if placed.get(_other(tie, id_), ("", tie))[0] in ("one", "other")]
        if against:
            placed[id_] = ("enemy", max(against, key=_weight))
    made = {
        place: tuple(sorted(
            (Member(nodes[id_], tie, _relation(tie, signed[tie])) for id_, (at, tie) in placed.items() if at == place),
            key=lambda member: (member.node.id not in (first, second), -member.node.claims, member.node.name, member.node.id),
        )) for place in ("one", "other", "between", "enemy")
    }
    return Camps(made["one"], made["other"], made["between"], made["enemy"])


@dataclass(frozen=True, slots=True)
class _Pull:
    """What draws an actor into each camp, and what sets it against each."""

    into: dict[str, list[Tie]]
    against: dict[str, list[Tie]]

    @classmethod
    def on(cls, id_: str, ties: list[Tie], signed: dict[Tie, int], placed: dict[str, tuple[Place, Tie]]) -> _Pull:
        into: dict[str, list[Tie]] = {"one": [], "other": []}
        against: dict[str, list[Tie]] = {"one": [], "other": []}
        for tie in ties:
            place = placed.get(_other(tie, id_), ("", tie))[0]
            if place in into:
                (into if signed[tie] > 0 else against)[place].append(tie)
        return cls(into, against)

    @property
    def strength(self) -> float:
        return max(_total(found) for found in self.into.values())

    def decided(self) -> tuple[Place, Tie]:
        """The camp, or between them, and the tie that says most of it."""
        camp: Camp = "one" if _total(self.into["one"]) >= _total(self.into["other"]) else "other"
        rival = "other" if camp == "one" else "one"
        doubt = max(_total(self.into[rival]), _total(self.against[camp]))
        return camp if self.strength >= CLEAR * doubt else "between", max(self.into[camp], key=_weight)


def _total(ties: list[Tie]) -> float:
    return sum(map(_weight, ties))


def _sign(tie: Tie) -> int:
    """Whether a tie holds two together or apart: by its side, or else by one being part of the other."""
    if tie.kind in ("backing", "hostile"):
        return 1 if tie.kind == "backing" else -1
    bound = any(one.relation in BOUND and one.status == "affirmed" for one in tie.relations)
    return 1 if bound and tie.kind == "contact" else 0


def _weight(tie: Tie) -> float:
    """What is contested says less."""
    return tie.origins / 2 if tie.contested else float(tie.origins)


def _other(tie: Tie, id_: str) -> str:
    return tie.b if tie.a == id_ else tie.a


def _relation(tie: Tie, sign: int) -> Relation:
    """The part of a tie that has its sign, of most origins."""
    fitting = [one for one in tie.relations if one.status != "denied" and (one.stance * sign > 0 or one.relation in BOUND)]
    return max(fitting or list(tie.relations), key=lambda one: (one.origins, len(one.claims)))

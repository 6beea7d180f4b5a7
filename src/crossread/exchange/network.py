"""The network as JSON: what the desk draws and other programs may ask for."""

from __future__ import annotations

from collections.abc import Mapping

from crossread.exchange.annotation import Record
from crossread.exchange.findings import relation_record
from crossread.model.network import Network, Tie


def network_record(network: Network, *, camps: Mapping[str, str]) -> Record:
    """Actors as `nodes`, what is between them as `ties` with the `relations` records of the contract. `camps` gives the camp of
    each actor that has one, by id."""
    return {
        "date": network.day,
        "nodes": [
            {"id": node.id, "name": node.name, "type": node.type, "claims": node.claims, "named": node.named,
             "camp": camps.get(node.id)}
            for node in network.nodes
        ],
        "ties": [tie_record(tie) for tie in network.ties],
        "actors": network.actors, "left_out": network.left_out, "described": network.described,
    }


def tie_record(tie: Tie) -> Record:
    """One tie."""
    return {
        "a": tie.a, "b": tie.b, "kind": tie.kind, "stance": tie.stance, "origins": tie.origins, "documents": tie.documents,
        "contested": tie.contested, "age": tie.age, "forth": [relation_record(one) for one in tie.forth],
        "back": [relation_record(one) for one in tie.back],
    }

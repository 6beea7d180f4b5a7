"""Relations as a graph for Gephi, Cytoscape, yEd and the like: GraphML (Brandes et al. 2002)."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from crossread.api import Case
from crossread.model.findings import Party, Relation

SPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = {"name": "string", "type": "string", "country": "string", "sector": "string", "documents": "int"}
EDGE = {"relation": "string", "stance": "double", "status": "string", "from": "string", "to": "string", "origins": "int",
        "documents": "int", "claims": "string"}
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


def graphml(case: Case, *, filters: dict[str, Any]) -> bytes:
    """Actors as nodes, relations as directed edges with what they rest on."""
    root = etree.Element(f"{{{SPACE}}}graphml", nsmap={None: SPACE})
    for what, keys in (("node", NODE), ("edge", EDGE)):
        for name, type_ in keys.items():
            described = {"id": f"{what}-{name}", "for": what, "attr.name": name, "attr.type": type_}
            etree.SubElement(root, f"{{{SPACE}}}key", described)
    graph = etree.SubElement(root, f"{{{SPACE}}}graph", {"edgedefault": "directed"})
    relations = list(case.relations(**filters))
    actors = case.picture().actors
    parties = {_key(party): party for one in relations for party in (one.source, one.target)}
    for key in sorted(parties):
        actor = actors.get(parties[key].id or "")
        node = etree.SubElement(graph, f"{{{SPACE}}}node", {"id": key})
        _data(node, "node", {
            "name": parties[key].name, "type": actor and actor.type, "country": actor and actor.country,
            "sector": actor and actor.sector, "documents": actor and len(actor.documents),
        })
    for number, one in enumerate(relations, start=1):
        edge = etree.SubElement(
            graph, f"{{{SPACE}}}edge", {"id": f"r{number}", "source": _key(one.source), "target": _key(one.target)},
        )
        _data(edge, "edge", _of(one))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _key(party: Party) -> str:
    return _fit(party.id or f"words {party.name}")


def _of(one: Relation) -> dict[str, object]:
    return {"relation": one.relation, "stance": one.stance, "status": one.status, "from": one.start, "to": one.end,
            "origins": one.origins, "documents": one.documents, "claims": " ".join(one.claims)}


def _data(element: etree._Element, what: str, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is not None:
            etree.SubElement(element, f"{{{SPACE}}}data", {"key": f"{what}-{name}"}).text = _fit(str(value))


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)

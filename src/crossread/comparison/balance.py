"""Structural balance of a network at a date: a triangle of three actors is balanced if the product of its signs is positive
(Heider 1946; Cartwright & Harary 1956, Psychological Review 63:277-293), and strained otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from crossread.model.findings import Party, Relation, Triangle

LEAST = 0.34  # how far from 0 a stance must be to have a sign


def signs(relations: Iterable[Relation]) -> dict[tuple[str, str], tuple[int, tuple[str, ...]]]:
    """The sign between each two actors, by the sum of stances in both directions, and the claims behind it."""
    sums: dict[tuple[str, str], float] = defaultdict(float)
    claims: dict[tuple[str, str], set[str]] = defaultdict(set)
    for relation in relations:
        one, other = relation.source.id, relation.target.id
        if one and other and one != other and relation.status != "ended":
            key = (min(one, other), max(one, other))
            sums[key] += relation.stance
            claims[key] |= set(relation.claims)
    return {
        key: (1 if total > 0 else -1, tuple(sorted(claims[key]))) for key, total in sorted(sums.items()) if abs(total) >= LEAST
    }


def strained(relations: Iterable[Relation]) -> tuple[Triangle, ...]:
    """The strained triangles, each once, in the order of the actors' ids."""
    listed = list(relations)
    known = signs(listed)
    parties: dict[str, Party] = {}
    for relation in listed:
        for party in (relation.source, relation.target):
            if party.id:
                parties[party.id] = party
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in known:
        near[one].add(other)
        near[other].add(one)
    found = []
    for one, other in known:
        for third in sorted(near[one] & near[other]):
            if third > other:
                edges = [known[one, other], known[other, third], known[one, third]]
                if edges[0][0] * edges[1][0] * edges[2][0] < 0:
                    found.append(Triangle(
                        (parties[one], parties[other], parties[third]), (edges[0][0], edges[1][0], edges[2][0]),
                        tuple(sorted({id_ for _, ids in edges for id_ in ids})),
                    ))
    return tuple(found)

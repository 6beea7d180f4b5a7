"""Claims, documents and actors made ready for comparison, from nothing or from what was ready before.

An item is kept as long as nothing changes that it is made of, or that a rule may ask the material about its `keys`: names and
types of actors, whom they act for, what they belong to, who is whose enemy. What was made of kept items holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from crossread.comparison.context import Context, Contexts
from crossread.comparison.copies import Copies
from crossread.comparison.origins import Names
from crossread.comparison.parties import Fold, Named, folds, named_after
from crossread.comparison.slots import Item, Material, bodies_of, enemies_of, make_item, named_of, names_of
from crossread.model import Claim, Document
from crossread.model.actor import Actor
from crossread.model.names import name_key


def prepare(claims: Iterable[Claim], *, documents: Iterable[Document], actors: Iterable[Actor]) -> Material:
    """Claims, documents and actors of a case made ready, in an order that depends on nothing but them."""
    return Preparation(claims, documents=documents, actors=actors).material


class Preparation:
    """A `material`, and what is needed to make the next one of it. With `before`, what an earlier one was made of is taken from
    it as far as it is made of the same objects; the outcome is the same as without."""

    def __init__(
        self, claims: Iterable[Claim], *, documents: Iterable[Document], actors: Iterable[Actor],
        before: Preparation | None = None,
    ) -> None:
        ordered = sorted(claims, key=lambda claim: claim.id)
        known = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
        people = {actor.id: actor for actor in sorted(actors, key=lambda actor: actor.id)}
        self.copies: Copies = Copies(known.values(), before=None if before is None else before.copies)
        self.contexts: Contexts = Contexts(ordered, known, before=None if before is None else before.contexts)
        repeated = self.copies.found
        first = {**known, **{one.document: known[one.of] for one in repeated}}
        self.named: Named
        if before is not None and people == before.material.actors:
            self.named = before.named
            self.names: Names = Names(before.names.actors, before.names.named, first)
        else:
            self.named = named_after(people)
            self.names = Names(names_of(people.values()), named_of(people.values()), first)
        acting = folds(ordered, people, named=self.named)
        self.documents: dict[str, Document] = known
        items = tuple(self._items(ordered, people, acting, before))
        bodies, enemies = bodies_of(items), enemies_of(items, people)
        if before is not None:
            stirred = _differing(bodies, before.material.bodies) | _fewer(enemies ^ before.material.enemies, items)
            was = set(before.material.items) if stirred else set()
            items = tuple(
                item if stirred.isdisjoint(item.keys) or item not in was else replace(item) for item in items
            ) if stirred else items
        self.material: Material = Material(items, known, people, acting, bodies, enemies, repeated)

    def _items(
        self, claims: Iterable[Claim], people: Mapping[str, Actor], acting: Mapping[str, Fold], before: Preparation | None,
    ) -> Iterator[Item]:
        around = self.contexts.found
        kept = {} if before is None else self._kept(people, acting, before)
        for claim in claims:
            was, near = kept.get(claim.id), around.get(claim.id, Context())
            if was is not None and was.claim is claim and was.near == near:
                yield was
            else:
                yield make_item(
                    claim, names=self.names, acting=acting, people=people, document=self.documents.get(claim.document),
                    near=near,
                )

    def _kept(self, people: Mapping[str, Actor], acting: Mapping[str, Fold], before: Preparation) -> dict[str, Item]:
        """The items of an earlier material that hold, as far as their claims and what stands around these are the same."""
        material = before.material
        stirred = {id_ for id_ in people.keys() | material.actors.keys() if _differ(people.get(id_), material.actors.get(id_))}
        stirred |= {
            key for key in acting.keys() | material.folds.keys()
            if (acting[key].party if key in acting else key) != (material.folds[key].party if key in material.folds else key)
        }
        first, then = self.names.first, before.names.first
        moved = {
            id_ for id_ in first.keys() | then.keys()
            if first.get(id_) is not then.get(id_) or self.documents.get(id_) is not before.documents.get(id_)
        }
        renamed = _differing(self.names.actors, before.names.actors)
        about = _Naming(renamed)
        return {
            item.claim.id: item for item in material.items
            if stirred.isdisjoint(item.keys) and item.claim.document not in moved
            and not (renamed and about.concerns(item, first.get(item.claim.document)))
        }


def _fewer(pairs: Iterable[tuple[str, str]], items: Iterable[Item]) -> set[str]:
    """Of each two parties the one of fewer items: no rule asks about two without an item of each."""
    among = {party for pair in pairs for party in pair}
    counts = Counter(party for item in items for party in (item.subject_party, item.object_party) if party in among)
    return {min(pair, key=lambda party: (counts[party], party)) for pair in pairs}


class _Naming:
    """Whether names that now are others' stand in the names that an item's origin is told by."""

    def __init__(self, names: set[str]) -> None:
        self.names = names
        self._longest = max((name.count(" ") + 1 for name in names), default=0)
        self._known: dict[str, bool] = {}

    def concerns(self, item: Item, document: Document | None) -> bool:
        texts = [voice.name for voice in item.claim.attribution]
        if document is not None and document.outlet:
            texts.append(document.outlet)
        return any(self._known[text] if text in self._known else self._look(text) for text in texts)

    def _look(self, text: str) -> bool:
        words = name_key(text).split()
        found = self._known[text] = any(
            " ".join(words[start : start + length]) in self.names
            for length in range(1, min(len(words), self._longest) + 1) for start in range(len(words) - length + 1)
        )
        return found


def _differing(now: Mapping[str, object], then: Mapping[str, object]) -> set[str]:
    """The keys under which two mappings do not have the same."""
    return {key for key in now.keys() | then.keys() if now.get(key) != then.get(key)}


def _differ(one: Actor | None, other: Actor | None) -> bool:
    """Whether anything about an actor differs that rules ask for."""
    return one is not other and (one is None or other is None or _asked(one) != _asked(other))


def _asked(actor: Actor) -> tuple[object, ...]:
    return actor.name, actor.type, actor.country, [alias.text for alias in actor.aliases]

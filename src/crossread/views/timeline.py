"""What happened, in the order of time: events, and states by the day they are said to have begun."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.comparison.slots import BASES, Item, Material
from crossread.model.findings import Event, Moment, Party
from crossread.model.names import shown_name
from crossread.ontology.predicates import in_words


class Timeline:
    """All that can be dated, `found` with the earliest first. `events` are those of the same material."""

    def __init__(self, material: Material, events: Iterable[Event], *, before: Timeline | None = None) -> None:
        then = {} if before is None else before.of_events
        self.of_events: dict[str, tuple[Event, Moment]] = {
            event.id: was if (was := then.get(event.id)) is not None and was[0] is event else (event, _of_event(event))
            for event in events if event.earliest or event.latest
        }
        of_items = {} if before is None else before.of_items
        within = {id_ for event, _ in self.of_events.values() for id_ in event.claims}
        self.of_items: dict[Item, Moment] = {
            item: of_items.get(item) or _of_item(item, material) for item in material.items
            if item.claim.id not in within and item.settled and item.when.known and item.claim.time.basis in BASES
        }
        self.found = tuple(sorted((*(one for _, one in self.of_events.values()), *self.of_items.values()), key=lambda one: (
            one.earliest or one.latest or "", one.latest or "9999", one.text, one.claims,
        )))


def _of_item(item: Item, material: Material) -> Moment:
    return Moment(item.claim.time.earliest, item.claim.time.latest, _text(item, material), (item.claim.id,))


def _of_event(event: Event) -> Moment:
    text = _sentence(event.subject, in_words(event.predicate), event.object)
    said = text.replace(",", "").split()
    numbers = "; ".join(
        f"{one.best:,.10g} {one.measure}" + ("" if one.low == one.high else f", told from {one.low:,.10g} to {one.high:,.10g}")
        for one in event.quantities if one.low != one.high or f"{one.best:.10g}" not in said
    )
    return Moment(event.earliest, event.latest, f"{text} [{numbers}]" if numbers else text, event.claims)


def _text(item: Item, material: Material) -> str:
    subject = material.party(item.subject, name=item.claim.subject.name)
    object_ = material.party(item.object, name=item.claim.object.name)
    return ("" if item.affirmed else "denied: ") + _sentence(subject, in_words(item.claim.predicate), object_)


def _sentence(subject: Party, does: str, object_: Party) -> str:
    return f"{shown_name(subject.name)} {does} {shown_name(object_.name)}"

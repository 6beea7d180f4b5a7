"""What happened, in the order of time: events, and states by the day they are said to have begun."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.comparison.slots import Item, Material
from crossread.model.findings import Event, Moment, Party
from crossread.model.names import shown_name
from crossread.ontology.predicates import in_words


def timeline(material: Material, events: Iterable[Event]) -> tuple[Moment, ...]:
    """All that can be dated, earliest first. `events` are those of the same material."""
    found = [_of_event(event) for event in events if event.earliest or event.latest]
    within = {id_ for moment in found for id_ in moment.claims}
    for item in material.items:
        if item.claim.id not in within and item.settled and item.claim.time.basis in ("explicit", "relative") and item.when.known:
            found.append(Moment(item.claim.time.earliest, item.claim.time.latest, _text(item, material), (item.claim.id,)))
    return tuple(sorted(found, key=lambda one: (one.earliest or one.latest or "", one.latest or "9999", one.text, one.claims)))


def _of_event(event: Event) -> Moment:
    numbers = "; ".join(
        f"{one.measure} {one.best:g}" + ("" if one.low == one.high else f" (of {one.low:g} to {one.high:g})")
        for one in event.quantities
    )
    text = _sentence(event.subject, in_words(event.predicate), event.object) + (f" [{numbers}]" if numbers else "")
    return Moment(event.earliest, event.latest, text, event.claims)


def _text(item: Item, material: Material) -> str:
    subject = material.party(item.subject, name=item.claim.subject.name)
    object_ = material.party(item.object, name=item.claim.object.name)
    return ("" if item.affirmed else "denied: ") + _sentence(subject, in_words(item.claim.predicate), object_)


def _sentence(subject: Party, does: str, object_: Party) -> str:
    return f"{shown_name(subject.name)} {does} {shown_name(object_.name)}"

"""A document that is forgotten leaves nothing: whatever is shown is, byte for byte, what a case shows that never had it; and
nothing that is shown depends on the order of reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.api import Case
from crossread.exchange.annotation import dump, to_record
from crossread.kinds import KINDS
from crossread.model import Reading
from crossread.model.reading import EntityType
from tests.readings import Said, reading


def told() -> list[Reading]:
    """Accounts that agree, contradict and repeat each other, so that every kind of finding has something to find."""
    people: dict[str, EntityType] = {"Ana Petrak": "person", "Belmere": "place", "River League": "armed_group",
                                      "Northern Front": "armed_group"}
    rows = {
        "d1": [("Lorvia", "supports", "River League"), ("Lorvia", "supports", "Northern Front"),
               ("River League", "fights", "Northern Front"), ("Ana Petrak", "commands", "River League")],
        "d2": [("Lorvia", "supports", "River League"), ("River League", "fights", "Northern Front"),
               ("Ana Petrak", "betrays", "Northern Front"), ("River League", "controls_place", "Belmere")],
        "d3": [("Northern Front", "betrays", "Ana Petrak"), ("Northern Front", "controls_place", "Belmere"),
               ("Lorvia", "abandons", "River League"), ("River League", "fights", "Northern Front")],
    }
    return [
        reading(id_, [Said(subject, predicate, object_, f"{subject} {predicate.replace('_', ' ')} {object_}.")
                      for subject, predicate, object_ in said], types=people)
        for id_, said in rows.items()
    ]


def shown(path: Path) -> dict[str, list[str]]:
    """All records of all kinds."""
    with Case(path) as case:
        return {name: [dump(kind.record(one)) for one in kind.find(case)] for name, kind in KINDS.items()}


def read(path: Path, readings: list[Reading]) -> Path:
    """A case of some readings, read one by one."""
    for number, one in enumerate(readings):
        file = path.with_name(f"{path.stem}-{number}.jsonl")
        file.write_text(dump(to_record(one)) + "\n", encoding="utf-8")
        with Case(path) as case:
            case.read_annotations(file)
            case.picture()
    return path


@pytest.mark.parametrize("gone", ["d1", "d2", "d3"])
def test_what_was_forgotten_was_never_there(gone: str, tmp_path: Path) -> None:
    whole, without = read(tmp_path / "a.case", told()), read(tmp_path / "b.case", [
        one for one in told() if one.document.id != gone
    ])
    before = shown(whole)
    with Case(whole) as case:
        assert case.forget(gone) == (gone,)
    assert shown(whole) == shown(without)
    assert before != shown(whole)


def test_any_order_of_reading_shows_the_same(tmp_path: Path) -> None:
    there, back = read(tmp_path / "a.case", told()), read(tmp_path / "b.case", told()[::-1])
    first = shown(there)
    assert first == shown(back)
    assert all(first[name] for name in ("relations", "contradictions", "corroborations", "origins", "double-games"))

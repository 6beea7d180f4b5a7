"""A case keeps what was read, once, whole, and in whatever order it comes."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.actors.resolver import RESOLVER
from crossread.case import Counts, Filters, Original, Store
from crossread.errors import CaseError, InputError
from crossread.exchange.annotation import claim_record
from crossread.exchange.records import actor_record, document_record
from crossread.model import Reading
from tests.readings import Said, full_reading, reading

FRONT, LEAGUE, HALDEN = "Northern Front", "River League", "Halden"
READINGS = (
    reading("1", [Said(FRONT, "attacks", LEAGUE, "The Northern Front attacked the River League."),
                  Said(LEAGUE, "controls_place", HALDEN, "Halden is held by the River League.")], published="2031-05-02"),
    reading("2", [Said(LEAGUE, "attacks", FRONT, "River League fighters struck the Northern Front.")], outlet="Dawn",
            published="2031-05-09"),
    reading("3", [Said("Ana Petrak", "leads", FRONT, "Ana Petrak leads the Northern Front.")], types={"Ana Petrak": "person"},
            outlet=None, published=None),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.case") as opened:
        yield opened


def fill(store: Store, readings: tuple[Reading, ...] = READINGS) -> Store:
    for one in readings:
        store.put(one, original=Original(one.document.text.encode()), reader="test")
    store.refresh(RESOLVER)
    return store


def shown(store: Store) -> list[object]:
    """All that a case shows."""
    return [*map(document_record, store.documents()), *map(actor_record, store.actors()), *map(claim_record, store.claims())]


def triples(store: Store, wanted: Filters) -> list[str]:
    return [f"{claim.subject.name} {claim.predicate} {claim.object.name}" for claim in store.claims(wanted)]


def test_what_comes_out_is_what_went_in(store: Store) -> None:
    assert store.put(full_reading(), original=Original(b"\xff\x00raw", "text/html"), reader="test") == "new"
    assert store.reading("doc-1") == full_reading()
    assert store.original("doc-1") == Original(b"\xff\x00raw", "text/html")
    assert store.reading("nobody") is None
    assert store.original("nobody") is None
    store.refresh(RESOLVER)
    claim, = store.claims()
    actors = {actor.name: actor.id for actor in store.actors()}
    assert claim.subject.entity == claim.attribution[1].entity == actors["Ana Petrak"]
    assert claim.place is not None
    assert claim.place.entity == actors["Halden"]
    expected = full_reading().claims[0]
    assert replace(claim, id="", subject=expected.subject, object=expected.object, attribution=expected.attribution,
                   place=expected.place) == replace(expected, id="")


def test_reading_twice_changes_nothing(store: Store) -> None:
    before = shown(fill(store))
    assert [store.put(one, reader="test") for one in READINGS] == ["same"] * 3
    assert all(store.is_known(one.document, reader="test") for one in READINGS)
    assert not store.is_known(READINGS[0].document, reader="another")
    assert shown(fill(store)) == before
    assert store.original("1") is not None


def test_where_a_document_lies_is_no_change(store: Store) -> None:
    fill(store)
    moved = replace(READINGS[0], document=replace(READINGS[0].document, path="elsewhere.txt"))
    assert store.is_known(moved.document, reader="test")
    assert store.put(moved, reader="test") == "same"


def test_a_changed_text_takes_the_place_of_the_old_one(store: Store, tmp_path: Path) -> None:
    fill(store)
    changed = reading("1", [Said(FRONT, "agrees", LEAGUE, "Northern Front and River League agreed.")])
    assert store.put(changed, reader="test") == "changed"
    with Store(tmp_path / "b.case") as other:
        assert shown(fill(store, ())) == shown(fill(other, (changed, *READINGS[1:])))
    assert list(store.search("attacked")) == []


def test_order_changes_nothing(tmp_path: Path) -> None:
    seen = []
    for number, readings in enumerate(itertools.permutations(READINGS)):
        with Store(tmp_path / f"{number}.case") as store:
            seen.append(shown(fill(store, readings)))
    assert all(one == seen[0] for one in seen)


def test_the_records(store: Store) -> None:
    fill(store)
    assert [document.id for document in store.documents()] == ["1", "2", "3"]
    actors = [actor_record(actor) for actor in store.actors()]
    assert actors[0]["name"] == FRONT
    assert actors[0]["aliases"] == [{"text": FRONT, "documents": ["1", "2", "3"]}]
    assert actors[0]["mentions"] == 3
    assert store.counts() == Counts(documents=3, claims=4, actors=4)


def test_filters(store: Store) -> None:
    fill(store)
    assert triples(store, Filters(about="the league")) == [
        "Northern Front attacks River League", "River League controls_place Halden", "River League attacks Northern Front",
    ]
    assert triples(store, Filters(about="Eague")) == []
    assert triples(store, Filters(between=("front", "league"))) == [
        "Northern Front attacks River League", "River League attacks Northern Front",
    ]
    assert triples(store, Filters(document="3")) == ["Ana Petrak leads Northern Front"]
    assert triples(store, Filters(about="front", as_of="2031-05-02")) == [
        "Northern Front attacks River League", "Ana Petrak leads Northern Front",
    ]
    assert [document.id for document in store.documents(Filters(about=HALDEN))] == ["1"]
    assert [document.id for document in store.documents(Filters(as_of="2031-05-02"))] == ["1", "3"]
    assert [actor.name for actor in store.actors(Filters(document="3"))] == [FRONT, "Ana Petrak"]
    assert [actor.name for actor in store.actors(Filters(about="PETRAK"))] == ["Ana Petrak"]
    assert [actor.name for actor in store.actors(Filters(between=("Petrak", "Halden")))] == ["Ana Petrak", HALDEN]
    assert triples(store, Filters(about="%")) == []


def test_search(store: Store) -> None:
    fill(store)
    assert [claim.document for claim in store.search("FIGHTERS struck")] == ["2"]
    assert list(store.search('"')) == []
    assert list(store.search("  ")) == []


def test_claims_that_cannot_be_told_apart_are_both_kept(store: Store) -> None:
    one = READINGS[2]
    store.put(replace(one, claims=one.claims * 2), reader="test")
    ids = [claim.id for claim in store.claims()]
    assert ids[1] == f"{ids[0]}.2"


def test_forgetting_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    said = Said("Zyxgroup", "attacks", FRONT, "Zyxgroup attacked the Northern Front qwertzuiop.")
    secret = reading("9", [said], outlet="Zyxpaper")
    fill(store, (*READINGS, secret))
    assert store.forget("9")
    assert not store.forget("9")
    store.refresh(RESOLVER)
    store.compact()
    with Store(tmp_path / "b.case") as other:
        assert shown(store) == shown(fill(other))
    store.close()
    left = b"".join(path.read_bytes() for path in tmp_path.glob("a.case*"))
    assert b"zyx" not in left.lower()
    assert b"qwertzuiop" not in left


def test_bytes_that_another_document_rests_on_stay(store: Store) -> None:
    for one in READINGS[:2]:
        store.put(one, original=Original(b"both"), reader="test")
    store.forget("1")
    assert store.original("2") == Original(b"both")


def test_two_may_write_at_once(tmp_path: Path) -> None:
    with Store(tmp_path / "a.case") as one, Store(tmp_path / "a.case") as other:
        assert [one.put(READINGS[0], reader="test"), other.put(READINGS[1], reader="test")] == ["new", "new"]
        assert one.counts().documents == 2


def test_looking_needs_no_lock(tmp_path: Path) -> None:
    fill(Store(tmp_path / "a.case")).close()
    with closing(sqlite3.connect(tmp_path / "a.case", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with Store(tmp_path / "a.case") as store:
            assert len(list(store.claims())) == 4


def test_what_is_not_a_case(tmp_path: Path) -> None:
    text, database = tmp_path / "text.case", tmp_path / "other.case"
    text.write_text("not a database at all, but long enough to be read as the head of one" * 20)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    nowhere = tmp_path / "no" / "x.case"
    for path, said in [(text, "not a database"), (database, "not a Crossread case"), (nowhere, "cannot be opened")]:
        with pytest.raises(CaseError, match=said):
            Store(path)
    assert "mine" in database.read_bytes().decode("latin-1")
    with pytest.raises(CaseError, match="there is no such case"):
        Store(tmp_path / "gone.case", create=False)
    assert not (tmp_path / "gone.case").exists()
    with pytest.raises(CaseError, match="cannot be used yet"):
        Store("postgresql://localhost/x")


def test_half_a_character_is_refused_by_name(store: Store) -> None:
    broken = reading("5", [Said(FRONT, "attacks", LEAGUE, "Northern Front \ud800 River League")])
    with pytest.raises(InputError, match=r"5: .*half a character"):
        store.put(broken, reader="test")
    assert store.counts().documents == 0

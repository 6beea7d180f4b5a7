"""The public interface, with a stand-in for the reader: what is read once, what again, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crossread import Case, Progress, api
from crossread.errors import InputError
from crossread.exchange.annotation import to_json
from crossread.model import Document, Published, Reading
from tests.readings import Said, full_reading, reading

read_so_far: list[str] = []


def stand_in() -> Callable[[Document], Reading]:
    def read(document: Document) -> Reading:
        if "unreadable" in document.text:
            raise ValueError("no verb")
        read_so_far.append(document.text)
        return Reading(document)

    return read


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "make_reader", stand_in)
    read_so_far.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in [("a", "The first text of all."), ("b", "The second text of all."), ("c", "One that is unreadable.")]:
        (articles / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return articles


def test_what_is_read_stays_and_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    with Case(tmp_path / "a.case") as case:
        first = case.read(folder)
        assert (first.new, first.same, len(first.failures)) == (2, 0, 1)
        assert first.failures[0].name == str(folder / "c.txt")
        assert "no verb" in first.failures[0].reason
        assert len(read_so_far) == 2
        second = case.read(folder)
        assert (second.new, second.same, second.documents) == (0, 2, 2)
        assert len(read_so_far) == 2
        again = case.read(folder, again=True)
        assert (again.same, len(read_so_far)) == (2, 4)


def test_another_version_of_the_reader_reads_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Case(tmp_path / "a.case") as case:
        case.read(folder)
        monkeypatch.setattr(api, "model_version", lambda: "another")
        assert case.read(folder).changed == 2
        assert len(list(case.documents())) == 2


def test_the_original_bytes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfThe r\xc3\xa9sum\xc3\xa9 of it all.\r\n")
    with Case(tmp_path / "a.case") as case:
        case.read(str(path))
        document, = case.documents()
        assert case.original(document.id) == path.read_bytes()


def test_progress_is_told(folder: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    with Case(tmp_path / "a.case") as case:
        case.read([folder, tmp_path / "gone.txt"], watch=told.append)
    assert told[-1].done == 2
    assert told[-1].failed == 2


def test_nothing_is_kept_by_annotate_inputs(folder: Path) -> None:
    found = list(api.annotate_inputs(folder))
    assert [isinstance(one, InputError) for one in found] == [False, False, True]


def test_annotate_takes_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = api.annotate("The River League took Halden.", outlet="Harbour Post", published="2031-05-02", title="Taken", id="7")
    document = reading.document
    assert document.text == "The River League took Halden."
    assert (document.id, document.outlet, document.title) == ("7", "Harbour Post", "Taken")
    assert (document.published.date, document.published.basis) == ("2031-05-02", "metadata")


def test_annotations_and_forgetting(tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    coded.write_text(to_json(full_reading()), encoding="utf-8")
    with Case(tmp_path / "a.case") as case:
        assert case.read_annotations(coded).new == 1
        assert case.reading("doc-1") == full_reading()
        assert [claim.predicate for claim in case.search("took halden")] == ["captures_place"]
        assert [actor.name for actor in case.actors(about="petrak")] == ["Ana Petrak"]
        assert case.forget("doc-1", "doc-2") == ("doc-1",)
        assert case.counts() == (0, 0, 0)


def test_a_picture_is_kept_until_the_case_changes(tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    coded.write_text(to_json(full_reading()), encoding="utf-8")
    with Case(tmp_path / "a.case") as case, Case(tmp_path / "a.case") as other:
        empty = case.picture()
        assert case.picture() is empty
        assert other.read_annotations(coded).new == 1
        first = case.picture()
        assert first is not empty
        assert [claim.predicate for claim in first.claims.values()] == ["captures_place"]
        assert case.read_annotations(coded).same == 1
        assert case.picture() is first
        assert case.picture(as_of="2031-01-01").claims == {}
        assert case.picture() is first
        claim, = first.claims
        assert first.claims_of_document("doc-1") == (claim,)
        assert first.claims_of_actor(first.claims[claim].subject.entity or "") == (claim,)
        assert first.claims_of_origin(first.origin_of(claim).id) == (claim,)
        assert case.forget("doc-1") == ("doc-1",)
        assert case.picture().claims == {}
        assert first.claims


def test_threads_share_a_case(tmp_path: Path) -> None:
    names = ("Harbour League", "Northern Front", "River Guard")
    with Case(tmp_path / "a.case") as case:
        def work(number: int) -> int:
            if number % 4 == 0:
                path = tmp_path / f"{number}.jsonl"
                said = Said(names[number % 3], "attacks", "Halden Council", f"{names[number % 3]} attacked Halden Council.")
                path.write_text(to_json(reading(f"d{number}", [said])), encoding="utf-8")
                return case.read_annotations(path).new
            picture = case.picture()
            assert all(event.claims for event in picture.events)
            assert set(case.picture().actors) >= {claim.subject.entity for claim in picture.claims.values()}
            return len(list(case.claims())) * 0

        with ThreadPoolExecutor(8) as pool:
            assert sum(pool.map(work, range(40))) == 10
        assert len(case.picture().documents) == 10


def test_copies_are_told_with_documents(tmp_path: Path) -> None:
    text = " ".join(f"word{number}" for number in range(80))
    coded = tmp_path / "coded.jsonl"
    records = [Reading(Document(id_, text, outlet=id_, published=Published(day, day, day, "metadata")))
               for id_, day in (("late", "2031-05-02"), ("early", "2031-05-01"))]
    coded.write_text("".join(to_json(one) + "\n" for one in records), encoding="utf-8")
    with Case(tmp_path / "a.case") as case:
        case.read_annotations(coded)
        assert [(one.id, one.copies_of) for one in case.documents()] == [("early", ()), ("late", ("early",))]

"""What people say of claims: what it changes, that undoing is exact, and what is left of it when a document is read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.actors.resolver import RESOLVER
from crossread.api import Case
from crossread.case import Store
from crossread.errors import CaseError
from crossread.exchange.annotation import dump
from crossread.kinds import KINDS
from crossread.model import Claim, ClaimQuantity, Document, Reading
from crossread.model.judgement import Grades
from tests.readings import Said, reading

FRONT, LEAGUE, COUNCIL, PETRAK = "Northern Front", "River League", "Halden Council", "Ana Petrak"
READINGS = (
    reading("d1", [Said(FRONT, "attacks", LEAGUE, "The Northern Front attacked the River League in May."),
                   Said(COUNCIL, "supports", LEAGUE, "Halden Council backs the River League.")]),
    reading("d2", [Said(FRONT, "attacks", LEAGUE, "Northern Front men fell upon the River League.")], outlet="Dawn",
            published="2031-05-09"),
    reading("d3", [Said(PETRAK, "leads", COUNCIL, "Ana Petrak leads the Halden Council.")], types={PETRAK: "person"},
            outlet=None),
)


def fill(path: Path) -> Case:
    with Store(path) as store:
        for one in READINGS:
            store.put(one, reader="test")
        store.refresh(RESOLVER)
    return Case(path)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with fill(tmp_path / "a.case") as opened:
        yield opened


def shown(case: Case) -> list[str]:
    """All that `show` prints, of every kind."""
    return [dump(kind.record(one)) for kind in KINDS.values() for one in kind.find(case)]


def the(case: Case, document: str, predicate: str) -> Claim:
    return next(claim for claim in case.claims(document=document) if claim.predicate == predicate)


def read_again(case: Case, made: Reading) -> None:
    with Store(case.path) as store:
        store.put(made, reader="another reader")
        store.refresh(RESOLVER)


def test_a_rejected_claim_is_nowhere_and_comes_back(case: Case) -> None:
    before, counted = shown(case), case.counts()
    claim = the(case, "d1", "supports")
    assert case.picture().relations(as_of=None)
    number = case.judge_claim(claim.id, "reject", why="misread", by="jb")
    assert claim.id not in "".join(shown(case))
    assert case.counts()[1] == counted[1] - 1
    assert not list(case.search("backs"))
    assert case.claim(claim.id) is None
    assert "supports" not in {relation.relation for relation in case.relations()}
    read = case.claim_as_read(claim.id)
    assert read is not None
    assert read.predicate == "supports"
    assert case.undo(number)
    assert shown(case) == before
    assert [claim.id for claim in case.search("backs")] == [claim.id]
    assert not case.undo(number)


def test_what_is_rejected_no_longer_tells_who_somebody_is(tmp_path: Path) -> None:
    texts = [Said("Ivo Petrak", "leads", "Halden Council", "Ivo Petrak leads the Halden Council.")]
    with Store(tmp_path / "b.case") as store:
        store.put(reading("d9", texts, types={"Ivo Petrak": "person", "Halden Council": "government_body"}), reader="test")
        store.refresh(RESOLVER)
    with Case(tmp_path / "b.case") as case:
        before = shown(case)
        claim = the(case, "d9", "leads")
        number = case.judge_claim(claim.id, "reject", why="misread")
        assert len(list(case.actors())) == 2
        case.undo(number)
        assert shown(case) == before


def test_an_edit_changes_what_is_asked_and_keeps_what_was_read(case: Case) -> None:
    claim = the(case, "d1", "attacks")
    number = case.edit_claim(
        claim.id, why="it was the council", by="jb", subject=COUNCIL, predicate="supports", polarity="denied",
        voices=("the mayor",), time=("2031-05-01", "2031-05-31"),
    )
    edited = case.claim(claim.id)
    assert edited is not None
    council = next(actor for actor in case.actors() if actor.name == COUNCIL)
    assert (edited.subject.entity, edited.predicate, edited.polarity) == (council.id, "supports", "denied")
    assert edited.judged == "edited"
    assert [voice.name for voice in edited.attribution] == ["Harbour Post", "the mayor"]
    assert (edited.time.earliest, edited.time.latest, edited.time.basis) == ("2031-05-01", "2031-05-31", "explicit")
    assert edited.event == "REJECT"
    assert claim.id in {one.id for one in case.claims(about=COUNCIL)}
    read = case.claim_as_read(claim.id)
    assert read is not None
    assert (read.subject.name, read.predicate) == (FRONT, "attacks")
    entry = case.journal()[-1]
    assert (entry.number, entry.by, entry.why, entry.state) == (number, "jb", "it was the council", "in force")
    assert "subject: Halden Council" in entry.about


def test_place_and_number_are_edited_taken_away_and_undone(case: Case) -> None:
    before = shown(case)
    id_ = the(case, "d1", "attacks").id
    first = case.edit_claim(id_, why="it was in Kesh", place="Kesh", quantity=ClaimQuantity(30, 40, "soldiers", True))
    claim = case.claim(id_)
    assert claim is not None
    assert claim.place is not None
    assert (claim.place.name, claim.quantity) == ("Kesh", ClaimQuantity(30, 40, "soldiers", True))
    assert "Kesh" in {actor.name for actor in case.actors()}
    assert case.journal()[-1].about.endswith("place: Kesh; number: about 30 to 40 soldiers")
    second = case.edit_claim(id_, why="it does not say", place="", quantity=ClaimQuantity(None, None, None, False))
    claim = case.claim(id_)
    assert claim is not None
    assert (claim.place, claim.quantity) == (None, None)
    assert case.journal()[-1].about.endswith("place: nowhere; number: none")
    assert case.undo(second)
    claim = case.claim(id_)
    assert claim is not None
    assert claim.place is not None
    assert case.undo(first)
    assert shown(case) == before


@pytest.mark.parametrize("wrong", [
    ClaimQuantity(-1, None, None, False), ClaimQuantity(5, 4, "men", False), ClaimQuantity(None, 4, "men", False),
    ClaimQuantity(float("inf"), None, None, False),
])
def test_a_number_that_counts_nothing_is_refused(case: Case, wrong: ClaimQuantity) -> None:
    with pytest.raises(CaseError):
        case.edit_claim(the(case, "d1", "attacks").id, why="a slip", quantity=wrong)


def test_edits_add_up_and_each_can_be_taken_back(case: Case) -> None:
    claim = the(case, "d1", "attacks")
    first = case.edit_claim(claim.id, why="a", subject="Somebody else entirely")
    case.edit_claim(claim.id, why="b", predicate="opposes")
    case.undo(first)
    now = case.claim(claim.id)
    assert now is not None
    assert (now.subject.name, now.predicate) == (FRONT, "opposes")


def test_an_actor_that_the_document_never_names_can_be_put_in(case: Case) -> None:
    before = shown(case)
    claim = the(case, "d2", "attacks")
    number = case.edit_claim(claim.id, why="the council's men", subject=COUNCIL)
    council = next(actor for actor in case.actors() if actor.name == COUNCIL)
    assert "d2" in council.documents
    edited = case.claim(claim.id)
    assert edited is not None
    assert edited.subject.entity == council.id
    case.undo(number)
    assert shown(case) == before


def test_a_claim_is_added_by_its_words(case: Case) -> None:
    before = shown(case)
    text = READINGS[1].document.text
    start = text.index("fell upon")
    number = case.add_claim("d2", start, start + 9, subject=FRONT, predicate="fights", object="men of the river", why="missed")
    entry = case.journal()[-1]
    added = case.claim(entry.target)
    assert added is not None
    assert (added.evidence[0].quote, added.judged, added.object.entity) == ("fell upon", "added", None)
    assert added.subject.entity == the(case, "d1", "attacks").subject.entity
    assert added.attribution[0].name == "Dawn"
    with pytest.raises(CaseError, match="already"):
        case.add_claim("d2", start, start + 9, subject=FRONT, predicate="fights", object="men of the river", why="twice")
    later = case.edit_claim(added.id, why="better", object=LEAGUE)
    case.undo(number)
    assert case.claim(added.id) is None
    assert {one.number: one.state for one in case.journal()}[later] == "without effect"
    assert shown(case) == before


def test_grades_are_off_until_given(case: Case) -> None:
    before = shown(case)
    assert case.grades() == Grades()
    claim = the(case, "d1", "attacks")
    case.grade_claim(claim.id, "3", why="plausible")
    second = case.grade_claim(claim.id, "2", why="seen by two")
    case.grade_source("Harbour Post", "B", why="mostly right")
    assert case.grades().item(claim.id) == "2"
    assert case.grades().source("harbour post") == "B"
    graded = case.claim(claim.id)
    assert graded is not None
    assert graded.grade == "2"
    case.undo(second)
    assert case.grades().item(claim.id) == "3"
    assert [line.replace('"grade": "3"', '"grade": null') for line in shown(case)] == before
    case.judge_claim(claim.id, "reject", why="misread")
    assert case.grades().item(claim.id) is None


def test_a_judgement_survives_another_reading_of_the_same_words(case: Case) -> None:
    rejected, kept = the(case, "d1", "attacks"), the(case, "d1", "supports")
    case.judge_claim(rejected.id, "reject", why="misread")
    case.edit_claim(kept.id, why="stronger", predicate="arms")
    moved = Document("d1", "Update. " + READINGS[0].document.text, None, "Harbour Post")
    read_again(case, _shifted(READINGS[0], moved, 8))
    assert [(claim.predicate, claim.evidence[0].start) for claim in case.claims(document="d1")] == [("arms", 61)]
    assert {entry.state for entry in case.journal()} == {"in force"}


def test_what_no_reading_makes_any_more_stands_if_somebody_said_so(case: Case) -> None:
    accepted, graded = the(case, "d1", "attacks"), the(case, "d1", "supports")
    case.judge_claim(accepted.id, "accept", why="plain")
    case.grade_claim(graded.id, "2", why="likely")
    read_again(case, replace(READINGS[0], claims=()))
    claim, = case.claims(document="d1")
    assert (claim.id, claim.predicate, claim.judged) == (accepted.id, "attacks", "accepted")
    assert claim.subject.entity == the(case, "d2", "attacks").subject.entity
    assert [entry.state for entry in case.journal()] == ["in force", "without effect"]


def test_a_judgement_whose_words_are_gone_is_listed_so_and_waits(case: Case) -> None:
    claim = the(case, "d1", "attacks")
    case.judge_claim(claim.id, "accept", why="plain")
    other = "Nothing of the kind is written here any more."
    read_again(case, Reading(Document("d1", other, None, "Harbour Post")))
    assert [entry.state for entry in case.journal()] == ["evidence gone"]
    assert not list(case.claims(document="d1"))
    read_again(case, READINGS[0])
    assert [entry.state for entry in case.journal()] == ["in force"]
    assert the(case, "d1", "attacks").judged == "accepted"


def test_forgetting_a_document_forgets_what_was_said_of_it(case: Case) -> None:
    claim = the(case, "d1", "attacks")
    case.undo(case.judge_claim(claim.id, "reject", why="misread"))
    case.forget("d1")
    assert case.journal() == ()


def test_a_claim_may_be_named_by_its_beginning(case: Case) -> None:
    claim = the(case, "d1", "attacks")
    case.judge_claim(claim.id[:10], "reject", why="misread")
    assert case.claim(claim.id) is None
    with pytest.raises(CaseError, match="no claim of this id"):
        case.judge_claim("nothing", "reject", why="?")
    with pytest.raises(CaseError, match="several"):
        case.judge_claim("c", "reject", why="?")


@pytest.mark.parametrize(("wrong", "said"), [
    (lambda case, id_: case.edit_claim(id_, why="?"), "what is to be changed"),
    (lambda case, id_: case.edit_claim(id_, why="?", predicate="loves"), "no predicate"),
    (lambda case, id_: case.edit_claim(id_, why="?", time=("2031-05-02", "2031-05-01")), "later than"),
    (lambda case, id_: case.edit_claim(id_, why="?", time=("May", None)), "not a day"),
    (lambda case, id_: case.edit_claim(id_, why="?", modality="sure"), "not a modality"),
    (lambda case, id_: case.edit_claim(id_, why="?", subject="–"), "no name"),
    (lambda case, id_: case.grade_claim(id_, "7", why="?"), "not a grade of a claim"),
    (lambda case, id_: case.grade_source("Dawn", "Z", why="?"), "not a grade of a source"),
    (lambda case, id_: case.add_claim("d1", 5, 5, subject="a", predicate="attacks", object="b", why="?"), "no words"),
    (lambda case, id_: case.add_claim("d7", 0, 5, subject="a", predicate="attacks", object="b", why="?"), "no document"),
])
def test_what_makes_no_sense_is_refused(case: Case, wrong: Callable[[Case, str], object], said: str) -> None:
    with pytest.raises(CaseError, match=said):
        wrong(case, the(case, "d1", "attacks").id)
    assert case.journal() == ()


ACTS: tuple[Callable[[Case, str], int], ...] = (
    lambda case, id_: case.judge_claim(id_, "reject", why="r"),
    lambda case, id_: case.judge_claim(id_, "accept", why="a"),
    lambda case, id_: case.edit_claim(id_, why="e", subject=PETRAK, polarity="denied"),
    lambda case, id_: case.edit_claim(id_, why="e", object="a man of no name", voices=()),
    lambda case, id_: case.grade_claim(id_, "4", why="g"),
    lambda case, id_: case.judge(FRONT, LEAGUE, "same", why="s"),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.integers(0, len(ACTS) - 1), st.integers(0, 3)), min_size=1, max_size=5), order=st.randoms())
def test_judging_and_undoing_in_any_order_leaves_the_case_as_if_nothing_had_been_said(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[int, int]], order: object,
) -> None:
    with fill(tmp_path_factory.mktemp("case") / "a.case") as case:
        before = shown(case)
        ids = [claim.id for claim in case.claims()]
        numbers = [ACTS[act](case, ids[at]) for act, at in acts]
        order.shuffle(numbers)  # type: ignore[attr-defined]
        assert all(case.undo(number) for number in numbers)
        assert shown(case) == before


def _shifted(made: Reading, document: Document, by: int) -> Reading:
    """A reading of the same words, further on in a longer text."""
    mentions = tuple(replace(one, start=one.start + by, end=one.end + by) for one in made.mentions)
    claims = tuple(
        replace(
            claim,
            evidence=tuple(replace(part, start=part.start + by, end=part.end + by) for part in claim.evidence),
            subject=replace(claim.subject, start=(claim.subject.start or 0) + by, end=(claim.subject.end or 0) + by),
            object=replace(claim.object, start=(claim.object.start or 0) + by, end=(claim.object.end or 0) + by),
        )
        for claim in made.claims
    )
    return replace(made, document=document, sentences=(), mentions=mentions, claims=claims)

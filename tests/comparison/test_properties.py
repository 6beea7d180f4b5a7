"""What must hold of all findings, whatever the claims."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.comparison.periods import ordinal
from crossread.comparison.prepare import prepare
from crossread.model import Claim, Document, Published
from crossread.model.findings import Lineage, Moment, Origin, Record, Relation, Share, Triangle
from crossread.views.picture import Finding, Picture, rests_on
from tests.comparison.made import actors, claim

NAMES = ["Lorvia", "Belmere", "Free Army", "Civil Guard", "Oskar Veln", "Merdova", "the town", "it"]
PREDICATES = ["supports", "abandons", "fights", "killed", "controls_place", "betrays", "fails_at", "recognises",
    "has_attribute", "commands", "arms", "attacks", "creates", "declares", "killed_or_captured", "moves_to"]
LONG = " ".join(f"word{number}" for number in range(80))  # two documents of it are copies
DAYS = ["2031-01-01", "2031-01-03", "2031-06-01", None]


@st.composite
def made(draw: st.DrawFn) -> list[Claim]:
    """Some claims of few names, so that many meet."""
    found = []
    for number in range(draw(st.integers(2, 12))):
        first, last = sorted(draw(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))), key=lambda day: day or "")
        subject, object_ = draw(st.sampled_from(NAMES)), draw(st.sampled_from(NAMES))
        found.append(claim(
            f"c{number}", subject, draw(st.sampled_from(PREDICATES)), object_, document=draw(st.sampled_from(["one", "two",
                "three"])),
            time=(first, last), polarity=draw(st.sampled_from(["affirmed", "denied"])), number=draw(st.sampled_from([None,
                5, 50])),
            modality=draw(st.sampled_from(["asserted", "predicted", "reported"])), by=draw(st.sampled_from([(), ("Belmere",)])),
        ))
    return found


def everything(claims: list[Claim], documents: list[Document]) -> tuple[object, ...]:
    material = prepare(claims, documents=documents, actors=actors(sorted(claims, key=lambda one: one.id)))
    return all_of(Picture(material))


def all_of(picture: Picture) -> tuple[object, ...]:
    return (picture.relations(), picture.relations(as_of="2031-02-01"), picture.events, picture.contradictions,
            picture.corroborations, picture.origins, picture.double_games, picture.predictions, picture.timeline,
            picture.changes, picture.track_records, picture.strained(), picture.dependences(), picture.copies,
            tuple(sorted(picture.lineages.items())))


@given(made(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_reading_changes_nothing(claims: list[Claim], chance: st.DataObject) -> None:
    documents = [
        Document(id_, text, outlet=f"Outlet of {id_}", published=Published("2031-05-02", "2031-05-02", "2031-05-02", "metadata"))
        for id_, text in (("one", LONG), ("two", LONG + " and no more"), ("three", "Merdova fell."))
    ]
    before = everything(claims, documents)
    shuffled, others = list(claims), list(documents)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(others)  # type: ignore[attr-defined]
    assert everything(shuffled, others) == before


@given(made())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_findings_rest_on_claims_that_there_are(claims: list[Claim]) -> None:
    material = prepare(claims, documents=[], actors=actors(claims))
    known, picture = {one.id for one in claims}, Picture(material)
    for clash in picture.contradictions:
        assert len(clash.sides) == 2
        assert not set(clash.sides[0]) & set(clash.sides[1])
        assert {id_ for side in clash.sides for id_ in side} <= known
    found: tuple[Finding, ...] = (
        *picture.relations(), *picture.events, *picture.origins, *picture.corroborations, *picture.timeline,
        *picture.contradictions, *picture.double_games, *picture.predictions, *picture.changes, *picture.track_records,
        *picture.strained(), *picture.dependences(), *picture.lineages.values(),
    )
    rests = [rests_on(one) for one in found]
    assert all(rests)
    assert {id_ for ids in rests for id_ in ids} <= known
    reasons = [clash.explanation for clash in picture.contradictions]
    reasons += [agreed.explanation for agreed in picture.corroborations]
    reasons += [game.explanation for game in picture.double_games]
    reasons += [forecast.explanation for forecast in picture.predictions]
    reasons += [change.explanation for change in picture.changes]
    assert all(reason.strip() for reason in reasons)
    for one in found:
        for id_ in rests_on(one):
            resting = picture.resting_on(id_)
            assert isinstance(one, Relation | Origin | Moment | Record | Triangle | Share | Lineage) or one in (
                *resting.events, *resting.contradictions, *resting.corroborations, *resting.double_games, *resting.predictions,
                *resting.changes,
            )
            assert not isinstance(one, Relation) or one in picture.relations_of(id_)
            assert not isinstance(one, Origin) or one == picture.origin_of(id_)


@given(made(), st.sampled_from(["2030-12-31", "2031-01-02", "2031-05-02", "2031-07-01", "2033-01-01"]))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_day_looked_up_is_a_day_derived(claims: list[Claim], day: str) -> None:
    documents = [Document("one", "", published=Published("2031-05-02", "2031-05-02", "2031-05-02", "metadata"))]
    whole, last = prepare(claims, documents=documents, actors=actors(claims)), ordinal(day) or 0
    begun = replace(whole, items=tuple(item for item in whole.items if item.holds.first is None or item.holds.first <= last))
    held = [one for one in Picture(begun).relations() if one.status == "ended" or one.end is None or one.end >= day]
    assert list(Picture(whole).relations(as_of=day)) == held

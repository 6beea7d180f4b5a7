"""What must hold of all findings, whatever the claims."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.comparison.change import changes
from crossread.comparison.slots import prepare
from crossread.model import Claim, Document, Published
from crossread.views.findings import Findings
from tests.comparison.made import actors, claim

NAMES = ["Lorvia", "Belmere", "Free Army", "Civil Guard", "Oskar Veln", "Merdova", "the town", "it"]
PREDICATES = ["supports", "abandons", "fights", "killed", "controls_place", "betrays", "fails_at", "recognises",
    "has_attribute", "commands"]
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
    all_ = Findings(material)
    return (all_.relations(), all_.relations(as_of="2031-02-01"), all_.events(), all_.contradictions(), all_.corroborations(),
            all_.origins(), all_.double_games(), all_.predictions(), all_.timeline(), changes(material))


@given(made(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_reading_changes_nothing(claims: list[Claim], chance: st.DataObject) -> None:
    documents = [
        Document(id_, "", outlet=f"Outlet of {id_}", published=Published("2031-05-02", "2031-05-02", "2031-05-02", "metadata"))
        for id_ in ("one", "two", "three")
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
    known, all_ = {one.id for one in claims}, Findings(material)
    for clash in all_.contradictions():
        assert len(clash.sides) == 2
        assert not set(clash.sides[0]) & set(clash.sides[1])
        assert {id_ for side in clash.sides for id_ in side} <= known
    rests = [
        *(one.claims for one in all_.relations()), *(one.claims for one in all_.events()),
        *(one.claims for one in all_.origins()),
        *(one.claims for one in all_.corroborations()), *(one.claims for one in all_.timeline()),
    ]
    assert all(rests)
    assert {id_ for ids in rests for id_ in ids} <= known

"""What follows from a case after a change is what would follow from it had it always been so, byte for byte."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from crossread.comparison.prepare import Preparation
from crossread.model import Claim, Document, Published
from crossread.model.actor import Actor, Alias
from crossread.views.picture import Picture
from tests.comparison.made import actors, claim

NAMES = ["Lorvia", "Belmere", "Free Army", "Civil Guard", "Oskar Veln", "Merdova", "Veln's forces", "twelve people"]
PREDICATES = ["supports", "supports", "abandons", "fights", "fights", "killed", "killed", "wounded", "controls_place", "betrays",
              "fails_at", "recognises", "has_attribute", "commands", "member_of", "attacks", "allied_with", "declares"]
DAYS = ["2031-01-01", "2031-01-03", "2031-06-01"]
WORDS = ["shells", "hit", "the", "depot", "near", "Kesh", "and", "the", "mill", "at", "Orven", "while", "Marsh", "told", "of"]
DOCUMENTS = 16
CHANGES = 12
SEEDS = 24


class History:
    """A case through some changes: documents that come, go, or turn out to be of another day; claims that are rejected; actors
    that are joined, parted or called otherwise. What does not change is the same objects."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.documents: dict[str, Document] = {}
        self.read_in: dict[str, list[Claim]] = {}
        self.rejected: set[str] = set()
        self.same: dict[str, str] = {}
        self.called: dict[str, str] = {}
        self.claims: dict[Claim, Claim] = {}
        self.actors: dict[str, Actor] = {}
        for _ in range(DOCUMENTS):
            self.read()

    def read(self) -> None:
        chance, id_ = self.chance, f"d{self.chance.randrange(DOCUMENTS)}"
        copied = " ".join(f"word{number}" for number in range(60)) if chance.random() < 0.3 else ""
        text = " ".join([*chance.choices(WORDS, k=12), copied])
        self.documents[id_] = Document(
            id_, text, outlet=chance.choice(["Harbour Post", "Radio Sarn", f"Outlet of {id_}"]), published=self.day(),
        )
        self.read_in[id_] = [self.claim(id_, number) for number in range(chance.randrange(9))]

    def day(self) -> Published:
        day = self.chance.choice(["2031-01-02", "2031-01-04", "2031-05-02"])
        return Published(day, day, day, "metadata")

    def claim(self, document: str, number: int) -> Claim:
        chance, days = self.chance, sorted(self.chance.choices(DAYS, k=2))
        days = days[:1] * 2 if chance.random() < 0.6 else days
        few = NAMES[:4] if chance.random() < 0.6 else NAMES  # so that many are about the same
        return claim(
            f"{document}c{number}", chance.choice(few), chance.choice(PREDICATES), chance.choice(few), document=document,
            time=(days[0], days[1]) if chance.random() < 0.6 else (None, None), number=chance.choice([None, None, 5, 150]),
            polarity=chance.choice(["affirmed", "affirmed", "affirmed", "denied"]), place=chance.choice([None, "Merdova"]),
            modality=chance.choice(["asserted", "asserted", "asserted", "predicted", "reported"]),
            by=chance.choice([(), ("Belmere",), ("an official of Belmere",)]), at=chance.randrange(20),
        )

    def change(self) -> None:
        chance, some = self.chance, sorted(self.documents)
        id_ = chance.choice(some) if some else ""
        match chance.choice(["read", "forget", "reject", "reject", "reject", "judge", "judge", "name", "day"]):
            case "read":
                self.read()
            case "forget" if some:
                del self.documents[id_], self.read_in[id_]
            case "reject":
                ids = sorted(one.id for claims in self.read_in.values() for one in claims)
                self.rejected ^= set(chance.choices(ids, k=1)) if ids else set()
            case "judge":
                self.same = {} if self.same else {"a free army": chance.choice(["a civil guard", "a lorvia"])}
            case "name":
                self.called["a civil guard"] = chance.choice(["Civil Guard", "an official", "Official"])
            case "day" if some:
                self.documents[id_] = replace(self.documents[id_], published=self.day())

    def now(self) -> tuple[list[Claim], list[Document], list[Actor]]:
        claims = [self.whose(one) for some in self.read_in.values() for one in some if one.id not in self.rejected]
        claims = [self.claims.setdefault(one, one) for one in claims]
        people = [
            replace(one, name=name, aliases=(Alias(name, tuple(sorted(self.documents))),))
            for one in actors(sorted(claims, key=lambda one: one.id)) for name in [self.called.get(one.id, one.name)]
        ]
        self.actors = {one.id: self.actors[one.id] if self.actors.get(one.id) == one else one for one in people}
        self.chance.shuffle(claims)
        return claims, list(self.documents.values()), list(self.actors.values())

    def whose(self, one: Claim) -> Claim:
        def whom(id_: str | None) -> str | None:
            return self.same.get(id_ or "", id_)

        return replace(
            one, subject=replace(one.subject, entity=whom(one.subject.entity)),
            object=replace(one.object, entity=whom(one.object.entity)),
        )


def everything(picture: Picture) -> tuple[object, ...]:
    return (
        picture.copies, picture.relations(), picture.relations(as_of="2031-02-01"), picture.events, picture.contradictions,
        picture.corroborations, picture.origins, picture.double_games, picture.predictions, picture.timeline, picture.changes,
        picture.lineages, picture.track_records, picture.dependences(), picture.strained(),
    )


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_change_gives_what_beginning_anew_gives(seed: int) -> None:
    history = History(seed)
    preparation, picture = None, None
    for number in range(CHANGES):
        claims, documents, people = history.now()
        preparation = Preparation(claims, documents=documents, actors=people, before=preparation)
        picture = Picture(preparation.material, before=picture, revision=number)
        if history.chance.random() < 0.8:  # not everything is asked for after every change
            anew = Picture(Preparation(claims, documents=documents, actors=people).material, revision=number)
            for one, other in zip(everything(picture), everything(anew), strict=True):
                assert one == other
        history.change()


def test_what_is_made_up_gives_all_kinds_of_findings() -> None:
    found = []
    for seed in range(SEEDS):
        claims, documents, people = History(seed).now()
        found.append(everything(Picture(Preparation(claims, documents=documents, actors=people).material)))
    assert all(any(of_kind) for of_kind in zip(*found, strict=True))


def test_a_change_leaves_what_it_does_not_touch() -> None:
    day = Published("2031-01-02", "2031-01-02", "2031-01-02", "metadata")
    texts = [Document(id_, "", outlet=f"Outlet of {id_}", published=day) for id_ in ("one", "two")]
    claims = [
        claim("c1", "Lorvia", "supports", "Free Army", document="one"),
        claim("c2", "Belmere", "supports", "Civil Guard", document="two"),
    ]
    people = actors(claims)
    first = Preparation(claims, documents=texts, actors=people)
    second = Preparation(claims[:1], documents=texts, actors=people, before=first)
    assert second.material.items == first.material.items[:1]
    assert [item.claim.id for item in second.material.since(first.material).gone] == ["c2"]
    before = Picture(first.material)
    assert len(before.relations()) == 2
    assert Picture(second.material, before=before).relations()[0] is next(
        one for one in before.relations() if one.source.name == "Lorvia"
    )


def after(claims: list[Claim], gone: str) -> tuple[Picture, Picture]:
    """What follows from claims, each of a document of its own, and what follows once one of them is gone."""
    texts = [
        Document(one.document, "", outlet=f"Outlet of {one.document}",
                 published=Published("2031-01-02", "2031-01-02", "2031-01-02", "metadata"))
        for one in claims
    ]
    people = actors(claims)
    first = Preparation(claims, documents=texts, actors=people)
    second = Preparation([one for one in claims if one.id != gone], documents=texts, actors=people, before=first)
    was = Picture(first.material)
    everything(was)
    return was, Picture(second.material, before=was)


def test_who_backs_two_that_are_no_longer_enemies_plays_no_game() -> None:
    was, now = after([
        claim("c1", "Lorvia", "supports", "Free Army", document="one", time=("2031-01-01", "2031-01-01")),
        claim("c2", "Lorvia", "arms", "Civil Guard", document="two", time=("2031-01-01", "2031-01-01")),
        claim("c3", "Free Army", "fights", "Civil Guard", document="three", time=("2031-01-01", "2031-01-01")),
    ], gone="c3")
    assert [one.kind for one in was.double_games] == ["both sides"]
    assert now.double_games == ()


def test_who_no_longer_acts_for_another_agrees_with_nobody() -> None:
    was, now = after([
        claim("c1", "Lorvia", "supports", "Free Army", document="one"),
        claim("c2", "Lorvia", "supports", "Oskar Veln", document="two"),
        claim("c3", "Oskar Veln", "commands", "Free Army", document="three"),
    ], gone="c3")
    assert [one.claims for one in was.corroborations] == [("c1", "c2")]
    assert now.corroborations == ()

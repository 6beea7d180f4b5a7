"""What a case tells after any changes is what it tells to somebody who opens it then, byte for byte."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.made_cases import readings
from crossread.actors.resolver import RESOLVER
from crossread.api import Case
from crossread.case import Store
from crossread.exchange.annotation import dump
from crossread.kinds import KINDS
from crossread.model import Reading

ARTICLES = list(readings(30, claims=6, seed=5))


def shown(case: Case) -> dict[str, list[str]]:
    """All that `crossread show` prints."""
    return {name: [dump(kind.record(one)) for one in kind.find(case)] for name, kind in KINDS.items()}


def redated(article: Reading, day: str) -> Reading:
    """An article read again, as of another day and without its last claim."""
    published = replace(article.document.published, date=day, earliest=day, latest=day)
    return replace(article, document=replace(article.document, published=published), claims=article.claims[:-1])


def change(case: Case, other: Store, chance: random.Random) -> None:
    """Read, forget, judge or undo something; some of it by another process."""
    picture = case.picture()
    claims, people = sorted(picture.claims), sorted(id_ for id_, one in picture.actors.items() if one.aliases)
    match chance.choice(["read", "read again", "forget", "reject", "edit", "judge", "undo", "locate"]):
        case "read":
            other.put(chance.choice(ARTICLES), reader="test")
        case "read again":
            other.put(redated(chance.choice(ARTICLES), chance.choice(["2031-02-03", "2033-01-01"])), reader="test")
        case "forget" if len(picture.documents) > 1:
            case.forget(chance.choice(sorted(picture.documents)))
        case "reject" if claims:
            case.judge_claim(chance.choice(claims), "reject", why="test")
        case "edit" if claims:
            case.edit_claim(chance.choice(claims), subject=picture.actors[chance.choice(people)].name, why="test")
        case "judge" if len(people) > 1:
            a, b = chance.sample(people, 2)
            if picture.actors[a].name != picture.actors[b].name:
                case.judge(a, b, chance.choice(["same", "same", "different"]), why="test")
        case "undo" if (journal := case.journal()):
            case.undo(chance.choice(journal).number)
        case "locate" if people:
            case.locate(picture.actors[chance.choice(people)].name, 10.0, 20.0, why="test")


@pytest.mark.parametrize("seed", range(6))
def test_a_case_that_was_open_all_the_time_tells_the_same(tmp_path: Path, seed: int) -> None:
    chance, path = random.Random(seed), tmp_path / "a.case"
    with Store(path) as other, Case(path) as case:
        for article in ARTICLES[:20]:
            other.put(article, reader="test")
        other.refresh(RESOLVER)
        for _ in range(8):
            change(case, other, chance)
            with Case(path) as anew:
                assert shown(case) == shown(anew)
                assert case.picture().actors == anew.picture().actors
                assert dict(case.picture().documents) == dict(anew.picture().documents)
                assert case.picture().positions == anew.picture().positions


def test_what_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Store(path) as store:
        for article in ARTICLES:
            store.put(article, reader="test")
        before = store.snapshot(RESOLVER)
        claim = min(one.id for some in before.claims.values() for one in some)
        with Case(path) as case:
            case.judge_claim(claim, "reject", why="test")
        after = store.snapshot(RESOLVER, before=before)
    assert sum(after.claims[id_] is not before.claims[id_] for id_ in before.claims) == 1
    assert sum(after.documents[id_] is not before.documents[id_] for id_ in before.documents) == 0
    assert all(after.actors[id_] is before.actors[id_] for id_ in after.actors)
    assert after.revision > before.revision


def test_a_join_reads_again_only_the_claims_of_whom_it_moves(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Store(path) as store, Case(path) as case:
        for article in ARTICLES:
            store.put(article, reader="test")
        one, other = [actor for actor in case.actors() if actor.aliases][:2]
        before = store.snapshot(RESOLVER)
        number = case.judge(one.id, other.id, "same", why="test")
        after = store.snapshot(RESOLVER, before=before)
        changed = {
            claim for id_, now in after.claims.items() for claim in now if not any(claim is was for was in before.claims[id_])
        }
        case.undo(number)
        undone = store.snapshot(RESOLVER, before=after)
    joined = {actor.id for actor in after.actors.values()} - {actor.id for actor in before.actors.values()}
    moved = joined or {one.id, other.id}
    assert changed
    for claim in changed:
        people = {claim.subject.entity, claim.object.entity, *(voice.entity for voice in claim.attribution)}
        assert moved & (people | {claim.place.entity if claim.place else None})
    assert len(changed) < len([claim for some in after.claims.values() for claim in some]) / 2
    assert (undone.claims, undone.actors) == (before.claims, before.actors)

"""Review without scripts: every answer, edit, addition, grade and undoing by forms, and what the pages show of it."""

from __future__ import annotations

import html
import re
from typing import cast

import pytest
from fastapi.testclient import TestClient

from crossread.api import Case
from crossread.desk.state import State
from tests.desk.conftest import token


def case_of(client: TestClient) -> Case:
    return cast(State, client.app.state.desk).case  # type: ignore[attr-defined]


def send(client: TestClient, path: str, **fields: str) -> str:
    answer = client.post(path, data={"csrf": token(client), **fields}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def first_claim(client: TestClient) -> str:
    return next(one.claim for one in case_of(client).questions() if one.claim is not None)


def first_pair(client: TestClient) -> tuple[str, str]:
    return next(one.names for one in case_of(client).questions() if one.names is not None)


def test_the_queue_says_why_and_what_hangs_on_it(client: TestClient) -> None:
    page = client.get("/review").text
    assert "Why it is open" in page
    assert "What hangs on it" in page
    assert re.search(r"\d+ open questions?, by how much hangs on the answer", page)
    question = case_of(client).questions()[-1]
    assert html.escape(question.hangs[0], quote=False)[:30] in html.unescape(client.get(f"/review?question={question.id}").text)
    for kind in ("actors", "claims"):
        assert client.get(f"/review?kind={kind}").status_code == 200
    assert client.get("/review?kind=nonsense").status_code == 422


def test_a_rejected_claim_is_gone_everywhere_and_stands_in_the_journal(copy: TestClient) -> None:
    id_ = first_claim(copy)
    before = copy.get("/api/v1/claims?limit=1").json()["total"]
    assert send(copy, "/review", claim=id_, answer="reject:the words do not say this", kind="claims") == "/review?kind=claims"
    assert copy.get("/api/v1/claims?limit=1").json()["total"] == before - 1
    assert f"question={id_}" not in copy.get("/review").text
    page = copy.get(f"/review/claims/{id_}").text
    assert "This claim was rejected" in page
    journal = copy.get("/review/journal").text
    assert "the words do not say this" in journal
    entry = case_of(copy).journal()[-1]
    assert entry.by
    assert send(copy, "/review/undo", number=str(entry.number), back="/review/journal") == "/review/journal"
    assert copy.get("/api/v1/claims?limit=1").json()["total"] == before
    assert "undone" in copy.get("/review/journal").text
    again = copy.post("/review/undo", data={"csrf": token(copy), "number": str(entry.number)})
    assert again.status_code == 409
    send(copy, "/review", claim=id_, answer="reject:the words do not say this", kind="claims")
    number = str(case_of(copy).journal()[-1].number)
    assert send(copy, "/review/undo", number=number, kind="claims") == "/review?kind=claims"


def test_a_part_of_the_page_is_enough_for_scripts(copy: TestClient) -> None:
    id_ = first_claim(copy)
    data = {"csrf": token(copy), "claim": id_, "answer": "accept:the words say so", "kind": "claims"}
    part = copy.post("/review", data=data, headers={"hx-request": "true"})
    assert part.status_code == 200
    assert part.text.lstrip().startswith('<div id="review"')
    assert f"Undo entry {case_of(copy).journal()[-1].number}" in part.text


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_actors_are_judged_by_their_names(copy: TestClient, verdict: str) -> None:
    a, b = first_pair(copy)
    send(copy, "/review", a=a, b=b, answer=verdict, why="seen in the archive")
    entry = case_of(copy).journal()[-1]
    assert (entry.kind, entry.verdict, entry.why) == ("actor", verdict, "seen in the archive")


@pytest.mark.parametrize("fields", [
    {"answer": "reject", "claim": "x"}, {"answer": "forget:it", "claim": "x"}, {"answer": "same:yes"}, {"why": "because"},
])
def test_what_is_no_answer_is_refused(copy: TestClient, fields: dict[str, str]) -> None:
    assert copy.post("/review", data={"csrf": token(copy), **fields}).status_code == 422
    assert not [entry for entry in case_of(copy).journal() if entry.kind in ("actor", "claim")]


def test_an_edit_changes_only_what_differs(copy: TestClient) -> None:
    id_ = first_claim(copy)
    claim = case_of(copy).claim(id_)
    assert claim is not None
    fields = {"subject": claim.subject.name, "predicate": claim.predicate, "object": "someone else altogether",
              "polarity": claim.polarity, "modality": claim.modality, "first": claim.time.earliest or "",
              "last": claim.time.latest or "", "voices": "\n".join(voice.name for voice in claim.attribution[1:])}
    assert send(copy, f"/review/claims/{id_}/edit", why="it says so", **fields) == f"/review/claims/{id_}"
    entry = case_of(copy).journal()[-1]
    assert entry.about.endswith("; object: someone else altogether")
    page = copy.get(f"/review/claims/{id_}").text
    assert "As it was read" in page
    assert html.escape(claim.object.name) in page
    assert case_of(copy).claim(id_).place == claim.place  # type: ignore[union-attr]
    more = {**fields, "place": "Kesh", "least": "31", "most": "40", "unit": "people", "about": "true"}
    send(copy, f"/review/claims/{id_}/edit", why="it says where", **more)
    assert case_of(copy).journal()[-1].about.endswith("; place: Kesh; number: about 31 to 40 people")
    page = copy.get(f"/review/claims/{id_}").text
    assert 'value="Kesh"' in page
    assert 'name="least"' in page
    wrong = copy.post(f"/review/claims/{id_}/edit", data={"csrf": token(copy), "why": "?", **more, "least": "many"})
    assert wrong.status_code == 422
    same = copy.post(f"/review/claims/{id_}/edit", data={"csrf": token(copy), "why": "?", **fields})
    assert same.status_code == 409


def test_a_claim_is_added_from_words(copy: TestClient) -> None:
    document = next(iter(case_of(copy).documents()))
    words = document.text[40:80]
    form = copy.get("/review/new", params={"document": document.id, "words": words}).text
    start = document.text.index(words)
    assert f'name="start" value="{start}"' in form
    assert "does not have these words" in copy.get("/review/new", params={"document": document.id, "words": "zzz zzz"}).text
    assert copy.get("/review/new", params={"document": "none"}).status_code == 404
    to = send(copy, "/review/new", document=document.id, start=str(start), end=str(start + 40), subject="a ferryman",
              predicate="supports", object="the harbour", polarity="denied", modality="reported", why="missed", voices="a cook\n")
    made = case_of(copy).claim(to.rsplit("/", 1)[1])
    assert made is not None
    assert (made.evidence[0].quote, made.judged, made.polarity, made.attribution[1].name) == (words, "added", "denied", "a cook")
    assert copy.get(to).status_code == 200


def test_grades_are_given_and_shown(copy: TestClient) -> None:
    id_ = first_claim(copy)
    send(copy, f"/review/claims/{id_}/grade", grade="2", why="two witnesses")
    assert "graded 2" in copy.get(f"/review/claims/{id_}").text
    document = next(one for one in case_of(copy).documents() if one.outlet)
    send(copy, "/review/grades", source=document.outlet or "", grade="B", why="usually right")
    assert "<td>B</td>" in copy.get("/review/grades").text


def test_hostile_words_show_as_text(copy: TestClient) -> None:
    id_ = first_claim(copy)
    hostile = "<script>alert(1)</script>\" onfocus=\"alert(2)"
    send(copy, "/review", claim=id_, answer="reject", why=hostile)
    for path in ("/review", "/review/journal", f"/review/claims/{id_}"):
        page = copy.get(path).text
        assert "<script>alert" not in page
        assert 'onfocus="' not in page
        assert "&lt;script&gt;alert(1)" in page


def test_the_journal_can_be_searched(copy: TestClient) -> None:
    send(copy, "/review", claim=first_claim(copy), answer="reject", why="an oak tree")
    assert "an oak tree" in copy.get("/review/journal?about=oak").text
    assert "an oak tree" not in copy.get("/review/journal?about=birch").text
    assert "an oak tree" not in copy.get("/review/journal?kind=actor").text


def test_any_two_names_can_be_judged(copy: TestClient) -> None:
    one, other = [actor.name for actor in case_of(copy).actors() if actor.aliases][:2]
    page = html.unescape(copy.get("/review/pair", params={"a": one, "b": other}).text)
    assert "They are two actors now" in page
    assert 'value="same:two spellings of one name"' in page
    send(copy, "/review", a=one, b=other, answer="same:the documents say so", back="/review/journal")
    assert "They are one actor now" in copy.get("/review/pair", params={"a": one, "b": other}).text
    assert "No actor of this case goes by" in copy.get("/review/pair", params={"a": one, "b": "Nobody At All"}).text
    assert "These are one name" in copy.get("/review/pair", params={"a": one, "b": one.upper()}).text

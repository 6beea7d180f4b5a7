"""The pages that are read, over the sample case: what stands on them, and that every link leads somewhere."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html

from crossread.desk.pages import NAV
from crossread.desk.state import State
from crossread.views.picture import Picture
from tests.desk.walking import faults, walk


@pytest.fixture(scope="module")
def picture(client: TestClient) -> Picture:
    state: State = client.app.state.desk  # type: ignore[attr-defined]
    return state.picture()


def actor(picture: Picture, name: str) -> str:
    return next(id_ for id_, one in picture.actors.items() if one.name == name)


def words(page: str) -> str:
    return " ".join(" ".join(html.fromstring(page).xpath("//main//text()")).split())


def test_every_link_leads_to_a_page(client: TestClient) -> None:
    found = walk(client, [entry.href for entry in NAV], most=200)
    assert len(found) > 100
    assert {path: answer.status_code for path, answer in found.items() if answer.status_code != 200} == {}
    for path, answer in found.items():
        if path.startswith("/originals/"):
            assert answer.headers["content-disposition"].startswith("attachment")
        elif "text/html" in answer.headers["content-type"] and "/dossier." not in path:
            assert faults(answer.text) == [], path


def test_a_dossier_says_who_and_since_when_with_the_words(client: TestClient, picture: Picture) -> None:
    page = client.get(f"/actors/{actor(picture, 'Oskar Veln')}").text
    text = words(page)
    assert "commands Free Highland Army" in text
    assert re.search(r'<a class="sentence" href="/documents/[^"#]+#c[0-9a-f.]+">', page)
    assert "What others say of it" in text


def test_a_dossier_of_a_day_differs_from_that_of_another(client: TestClient, picture: Picture) -> None:
    backed = actor(picture, "Government of Civil Accord")
    early, late = (words(client.get(f"/actors/{backed}", params={"date": day}).text) for day in ("2020-01-01", "2031-05-01"))
    assert "Nobody is said to back it on this day" in early
    assert "Nobody is said to back it on this day" not in late


def test_accounts_between_two_name_their_origins(client: TestClient, picture: Picture) -> None:
    one, other = actor(picture, "Oskar Veln"), actor(picture, "Free Highland Army")
    text = words(client.get(f"/between/{one}/{other}").text)
    assert re.search(r"\d+ claims of \d+ origins", text)
    assert "nothing is told" in words(client.get(f"/between/{other}/{actor(picture, 'Lorvia')}").text)


def test_an_event_gives_every_sources_number_and_says_who_repeats_whom(client: TestClient, picture: Picture) -> None:
    event = next(one for one in picture.events if one.predicate == "killed" and one.documents == 3)
    for id_ in (event.id, event.claims[0]):
        text = words(client.get(f"/events/{id_}").text)
        assert re.search(r"best 31", text)
        assert "Belmere Observer repeats 92% of the text of Meridian Press Agency" in text


def test_an_origin_says_what_falls_with_it(client: TestClient, picture: Picture) -> None:
    origin = next(one for one in picture.origins if one.name == "Meridian Press Agency")
    text = words(client.get(f"/origins/{origin.id}").text)
    assert re.search(r"If this origin falls, \d+ claims and \d+ relations stand on nothing else", text)
    assert "2 copies of this text" in text


def test_search_narrows_by_facets(client: TestClient) -> None:
    def found(path: str) -> html.HtmlElement:
        return html.fromstring(client.get(path).text)

    tree = found("/search?words=army")
    for facet in tree.find_class("facet"):
        value = facet.xpath(".//li")[0]
        number = int(value.find_class("dim")[0].text_content().replace(",", ""))
        narrowed = found("/" + value.xpath(".//a/@href")[0].lstrip("/"))
        assert f"{number} claim" in narrowed.xpath("//main//section[@aria-label='Claims']/p")[0].text_content()
        assert len(narrowed.find_class("line")) == min(number, 30)
    assert len(tree.find_class("facet")) > 4


def test_search_finds_documents_and_marks_the_words(client: TestClient) -> None:
    marked = html.fromstring(client.get("/search?words=MARKET&where=documents").text).xpath("//mark/text()")
    assert {one.lower() for one in marked} == {"market"}


def test_a_document_is_shown_to_the_character(client: TestClient, picture: Picture) -> None:
    for id_, document in picture.documents.items():
        tree = html.fromstring(client.get(f"/documents/{quote(id_, safe='')}").text)
        blocks = tree.find_class("block")
        assert "".join(block.text_content() for block in blocks) == document.text
        starts = [int(block.get("data-start")) for block in blocks]
        assert starts == [sum(len(block.text_content()) for block in blocks[:at]) for at in range(len(blocks))]


def test_every_claim_has_its_place_in_the_text(client: TestClient, picture: Picture) -> None:
    for id_, document in picture.documents.items():
        tree = html.fromstring(client.get(f"/documents/{quote(id_, safe='')}").text)
        anchors = set(tree.xpath("//a[@class='at']/@id"))
        notes = {one.get("data-claim"): one for one in tree.find_class("note")}
        for claim in picture.claims_of_document(id_):
            assert f"c{claim}" in anchors
            note = notes[claim]
            spans = re.findall(r"evidence:(\d+)-(\d+)", note.get("data-parts"))
            assert [document.text[int(a):int(b)] for a, b in spans] == [part.quote for part in picture.claims[claim].evidence]


def test_a_doubtful_reading_says_why_and_a_plain_one_nothing(client: TestClient, picture: Picture) -> None:
    flagged = {id_: claim for id_, claim in picture.claims.items() if claim.flags}
    assert flagged
    assert len(flagged) < len(picture.claims)
    for document in {claim.document for claim in flagged.values()}:
        tree = html.fromstring(client.get(f"/documents/{quote(document, safe='')}").text)
        for note in tree.find_class("note"):
            claim = picture.claims[note.get("data-claim")]
            said = [tag.get("title") for tag in note.find_class("doubtful")]
            assert said == (["; ".join(claim.flags)] if claim.flags and not claim.judged else [])


def test_an_original_is_given_as_it_came_and_never_shown(client: TestClient, picture: Picture) -> None:
    for id_ in picture.documents:
        answer = client.get(f"/originals/{quote(id_, safe='')}")
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["x-content-type-options"] == "nosniff"
        sha256 = hashlib.sha256(answer.content).hexdigest()
        assert sha256 in answer.headers["content-disposition"]
        assert sha256 in client.get(f"/documents/{quote(id_, safe='')}").text


@pytest.mark.parametrize("path", [
    "/actors/nobody", "/between/a/b", "/events/e0", "/origins/o0", "/documents/none", "/originals/none", "/forget?document=none",
    "/changes?document=none", "/reading/7",
])
def test_what_is_not_there_is_said_in_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "is not in this case" in answer.text


def test_lists_say_what_to_do_where_nothing_fits(client: TestClient) -> None:
    for path in ("/actors?name=zzz", "/events?about=zzz", "/origins?name=zzz", "/contradictions?about=zzz", "/predictions?by=zzz",
                 "/search?words=zzz", "/documents?name=zzz"):
        assert html.fromstring(client.get(path).text).find_class("empty"), path


def test_a_dossier_shows_the_findings_about_its_actor(client: TestClient, picture: Picture) -> None:
    disputed = next(id_ for id_ in picture.actors if picture.contradictions_of(id_))
    found = picture.contradictions_of(disputed)
    page = client.get(f"/actors/{disputed}").text
    assert f"Contradictions about it {len(found)}" in words(page)
    assert f'id="{found[0].id}"' in page
    for one in found:
        claims = [picture.claims[id_] for side in one.sides for id_ in side]
        assert any(disputed in (claim.subject.entity, claim.object.entity) for claim in claims)
    forecaster = next(one.predictor.id for one in picture.predictions if one.predictor.id)
    assert "What it forecasts or promises" in words(client.get(f"/actors/{forecaster}").text)

"""When a claim holds, and which voices the document as a whole has."""

from __future__ import annotations

import pytest

from crossread.language.pipeline import load_pipeline
from crossread.model import ClaimTime, Document, Published, Region
from crossread.reading.parse import parse_document
from crossread.reading.reader import read_parse

DAY = "2031-05-14"


def time_of_first_claim(sentence: str) -> ClaimTime:
    document = Document(
        "d", sentence, outlet="Harbour Post", published=Published(DAY, DAY, DAY, "metadata"),
        regions=(Region("body", 0, len(sentence)),),
    )
    return read_parse(parse_document(load_pipeline(), document)).claims[0].time


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest", "basis"),
    [
        ("The army attacked the rebels on 3 May 2030.", "2030-05-03", "2030-05-03", "explicit"),
        ("The army attacked the rebels yesterday.", "2031-05-13", "2031-05-13", "relative"),
        ("The army attacked the rebels.", None, DAY, "inferred"),
        ("The army will attack the rebels.", DAY, None, "inferred"),
        ("The army met the rebels before the raids of 3 May 2030.", None, "2030-05-03", "explicit"),
        ("The army has attacked the rebels since the 2011 revolution.", "2011-01-01", DAY, "explicit"),
        ("The winner of the 2016 election attacked the rebels.", None, DAY, "inferred"),
        ("The raid on the town on 3 May 2030 killed ten men.", "2030-05-03", "2030-05-03", "explicit"),
        ("The army on 3 May 2030 attacked the rebels.", "2030-05-03", "2030-05-03", "explicit"),
        ("Ten men are now known to have died in Lima.", None, DAY, "inferred"),
        ("Ivo Marr investigated the 2016 election.", None, DAY, "inferred"),
        ("Ivo Marr won the 2016 election.", "2016-01-01", "2016-12-31", "explicit"),
        ("The general said Friday he would send troops to Lima.", "2031-05-09", None, "inferred"),
        ("The general said that rebels attacked Lima on Friday.", "2031-05-09", "2031-05-09", "relative"),
        ("The army attacked the rebels despite a threat on Friday.", None, DAY, "inferred"),
        ("The army attacked the rebels in a camp of the June 3 march.", None, DAY, "inferred"),
        ("The army attacked the now infamous camp of the rebels.", None, DAY, "inferred"),
        ("The envoy was freed in November, but was not allowed to leave Peru.", None, DAY, "inferred"),
        ("The army asked the current president for help.", None, DAY, "inferred"),
        ("Egypt supported Libya from 2011 to 2014.", "2011-01-01", "2014-12-31", "explicit"),
        ("Egypt supported Libya from March 2011 until May 2014.", "2011-03-01", "2014-05-31", "explicit"),
        ("Marr, president of Egypt since 2014, met Petrak.", "2014-01-01", DAY, "explicit"),
        ("On the anniversary of the 2014 attack, Egypt attacked Libya.", None, DAY, "inferred"),
    ],
)
def test_time_of_a_claim(sentence: str, earliest: str | None, latest: str | None, basis: str) -> None:
    found = time_of_first_claim(sentence)
    assert (found.earliest, found.latest, found.basis) == (earliest, latest, basis)


RETOLD = (
    "Horizont, in a long article, asked whether the army attacked the rebels. The article says that Morland backs the rebels. "
    "The article adds that the rebels attacked the army."
)


@pytest.mark.parametrize(
    ("text", "outlet", "first"),
    [
        ("The army attacked the rebels.", "Harbour Post", ["Harbour Post"]),
        ("The army attacked the rebels.", None, ["unnamed outlet"]),
        (RETOLD, "Harbour Post", ["Harbour Post", "Horizont"]),
    ],
)
def test_the_voices_of_the_document(text: str, outlet: str | None, first: list[str]) -> None:
    document = Document("d", text, outlet=outlet, regions=(Region("body", 0, len(text)),))
    claims = read_parse(parse_document(load_pipeline(), document)).claims
    assert claims
    for claim in claims:
        assert [voice.name for voice in claim.attribution[: len(first)]] == first


@pytest.mark.parametrize(
    ("sentence", "earliest"),
    [
        ("Norway has sent troops to Oslo.", None),
        ("Fifteen people have been killed since the operation started.", None),
        ("He's killed ten men.", None),
        ("Norway is sending troops to Oslo.", DAY),
    ],
)
def test_what_has_been_done_is_of_no_day(sentence: str, earliest: str | None) -> None:
    time = time_of_first_claim(sentence)
    assert (time.earliest, time.latest) == (earliest, DAY)


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("Between 1996 and 2019 the general lived in Egypt.", "1996-01-01", "2019-12-31"),
        ("Marr attacked the town the following Monday, on Nov. 18, 2030.", "2030-11-18", "2030-11-18"),
    ],
)
def test_of_two_times_the_one_that_says_more(sentence: str, earliest: str, latest: str) -> None:
    time = time_of_first_claim(sentence)
    assert (time.earliest, time.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "predicate", "earliest", "latest"),
    [
        ("In 2014 Norway sent men who attacked Lima.", "attacks", "2014-01-01", "2014-12-31"),
        ("In 2014 Norway sent men who had attacked Lima.", "attacks", None, DAY),
        ("The army fought Peru in 2014. The rebels attacked Lima.", "attacks", None, DAY),
        ("In 2011 Ivo Marr returned after two decades of living in Peru.", "located_at", None, DAY),
        ("Norway will hold talks with Peru's president, Ivo Marr, on Friday.", "holds_role", None, None),
    ],
)
def test_a_date_reaches_what_hangs_on_its_clause(text: str, predicate: str, earliest: str | None, latest: str | None) -> None:
    document = Document(
        "d", text, outlet="Harbour Post", published=Published(DAY, DAY, DAY, "metadata"), regions=(Region("body", 0, len(text)),)
    )
    claims = read_parse(parse_document(load_pipeline(), document)).claims
    times = [(claim.time.earliest, claim.time.latest) for claim in claims if claim.predicate == predicate]
    assert times == [(earliest, latest)]


def test_a_date_reaches_further_in_a_text_without_one() -> None:
    text = "The army fought Peru in 2014. The rebels attacked Lima. A few months later the army seized Oslo."
    claims = read_parse(parse_document(load_pipeline(), Document("d", text, regions=(Region("body", 0, len(text)),)))).claims
    assert {claim.predicate: claim.time.text for claim in claims} == {"fights": "2014", "attacks": "2014", "captures_place": None}

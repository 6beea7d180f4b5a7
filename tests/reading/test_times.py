"""Time expressions, sentence in, expressions out. The document is of Wednesday, 10 June 2020, unless a row says otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.language.pipeline import load_pipeline
from crossread.model import Attribution, Document, Published, Region, Span, TimeExpression
from crossread.reading.parse import parse_all
from crossread.reading.times import read_times

KNOWN = Published("2020-06-10", "2020-06-10", "2020-06-10", "metadata")
RANGE = Published(None, "2020-06-07", "2020-06-14", "inferred")
UNKNOWN = Published()


def read(text: str, published: Published = KNOWN, *, attributions: tuple[Attribution, ...] = ()) -> tuple[TimeExpression, ...]:
    (parse,) = parse_all(load_pipeline(), [Document("d", text, published=published)])
    return read_times(parse, attributions=attributions)


@pytest.mark.parametrize(("text", "span", "type", "value", "earliest", "latest"), [
    # dates in full
    ("The camp was raided on June 5, 2018.", "June 5, 2018", "DATE", "2018-06-05", "2018-06-05", "2018-06-05"),
    ("The camp was raided on 5 June 2018.", "5 June 2018", "DATE", "2018-06-05", "2018-06-05", "2018-06-05"),
    ("The camp was raided on 2018-06-05.", "2018-06-05", "DATE", "2018-06-05", "2018-06-05", "2018-06-05"),
    ("The camp was raided on 25/6/2018.", "25/6/2018", "DATE", "2018-06-25", "2018-06-25", "2018-06-25"),
    ("The camp was raided on 5/6/2018.", "5/6/2018", "DATE", "2018-05-06", "2018-05-06", "2018-06-05"),
    ("HARBOUR CITY, June 8 (AP) - The port is shut.", "June 8", "DATE", "2020-06-08", "2020-06-08", "2020-06-08"),
    # months and years
    ("He took part in the coup of September 1969.", "September 1969", "DATE", "1969-09", "1969-09-01", "1969-09-30"),
    ("He has lived there since 2018.", "2018", "DATE", "2018", "2018-01-01", "2018-12-31"),
    ("By April of last year, his army was near.", "April of last year", "DATE", "2019-04", "2019-04-01", "2019-04-30"),
    ("He resigned in February of this year.", "February of this year", "DATE", "2020-02", "2020-02-01", "2020-02-29"),
    ("The council met in November.", "November", "DATE", "2019-11", "2019-11-01", "2019-11-30"),
    ("The council will meet in November.", "November", "DATE", "2020-11", "2020-11-01", "2020-11-30"),
    ("The accord was signed last December.", "last December", "DATE", "2019-12", "2019-12-01", "2019-12-31"),
    ("The front moved in mid-January.", "mid-January", "DATE", "2020-01", "2020-01-11", "2020-01-20"),
    ("The war went on until the end of 2019.", "the end of 2019", "DATE", "2019", "2019-09-01", "2019-12-31"),
    ("He fought in the 1980s.", "the 1980s", "DATE", "198", "1980-01-01", "1989-12-31"),
    ("The revolt began in the summer of 2014.", "the summer of 2014", "DATE", "2014-SU", "2014-06-01", "2014-08-31"),
    ("Exports fell in the third quarter of 2019.", "the third quarter of 2019", "DATE", "2019-Q3", "2019-07-01", "2019-09-30"),
    ("They captured it in the 19th century.", "the 19th century", "DATE", "18", "1800-01-01", "1899-12-31"),
    # counted from the day of the document
    ("The siege ended last week.", "last week", "DATE", "2020-W23", "2020-06-01", "2020-06-07"),
    ("At the beginning of last week, he fled.", "the beginning of last week", "DATE", "2020-W23", "2020-06-01", "2020-06-02"),
    ("The envoy arrives next month.", "next month", "DATE", "2020-07", "2020-07-01", "2020-07-31"),
    ("They withdrew earlier this year.", "earlier this year", "DATE", "2020", "2020-01-01", "2020-06-10"),
    ("They met two years ago.", "two years ago", "DATE", "2018", "2018-01-01", "2018-12-31"),
    ("They met ten days ago.", "ten days ago", "DATE", "2020-05-31", "2020-05-31", "2020-05-31"),
    ("He resigned yesterday.", "yesterday", "DATE", "2020-06-09", "2020-06-09", "2020-06-09"),
    ("The council met on Friday.", "Friday", "DATE", "2020-06-05", "2020-06-05", "2020-06-05"),
    ("The council will meet on Friday.", "Friday", "DATE", "2020-06-12", "2020-06-12", "2020-06-12"),
    ("The council met on Wednesday.", "Wednesday", "DATE", "2020-06-10", "2020-06-10", "2020-06-10"),
    ("Last Sunday, he offered a truce.", "Last Sunday", "DATE", "2020-06-07", "2020-06-07", "2020-06-07"),
    ("They met over the weekend.", "the weekend", "DATE", "2020-W23-WE", "2020-06-06", "2020-06-07"),
    ("The shelling began Thursday night.", "Thursday night", "TIME", "2020-06-04TNI", "2020-06-04", "2020-06-04"),
    ("It began at 10:35 p.m. on Tuesday.", "10:35 p.m. on Tuesday", "TIME", "2020-06-09T22:35", "2020-06-09", "2020-06-09"),
    ("The shelling began last night.", "last night", "TIME", "2020-06-09TNI", "2020-06-09", "2020-06-09"),
    # references
    ("He is now in exile.", "now", "DATE", "PRESENT_REF", "2020-06-10", "2020-06-10"),
    ("He recently went to the capital.", "recently", "DATE", "PAST_REF", None, "2020-06-10"),
    ("In recent days the fighting has spread.", "recent days", "DATE", "PAST_REF", None, "2020-06-10"),
    # lengths and sets
    ("They besieged the town for 14 months.", "14 months", "DURATION", "P14M", None, None),
    ("The fourteen-month siege is over.", "The fourteen-month", "DURATION", "P14M", None, None),
    ("They ruled for two decades.", "two decades", "DURATION", "P20Y", None, None),
    ("They ruled for two and a half years.", "two and a half years", "DURATION", "P2Y6M", None, None),
    ("The road was shut for several hours.", "several hours", "DURATION", "PTXH", None, None),
    ("It was the bloodiest attack in the past six months.", "the past six months", "DURATION", "P6M", None, None),
    ("The drones came every day.", "every day", "SET", "P1D", None, None),
    ("They pray there every Friday.", "every Friday", "SET", "XXXX-WXX-5", None, None),
    ("They train twice a week.", "twice a week", "SET", "P1W", None, None),
])
def test_one_expression(text: str, span: str, type: str, value: str, earliest: str | None, latest: str | None) -> None:
    found = [(time.text, time.type, time.value, time.earliest, time.latest) for time in read(text)]
    assert found == [(span, type, value, earliest, latest)]


@pytest.mark.parametrize(("text", "values"), [
    ("He was jailed in 2009. He fled the following year.", ["2009", "2010"]),
    ("The accord was signed on March 3, 2015. Two days later it was broken.", ["2015-03-03", "2015-03-05"]),
    ("In 2014 he came back. By August his men held the airport.", ["2014", "2014-08"]),
    ("They met on April 24 and 25, 2017.", ["2017-04-24", "2017-04-25"]),
    ("It lasted from May to August 2014.", ["2014-05", "2014-08"]),
    ("It lasted from 2011 to 2014.", ["2011", "2014"]),
    ("The war began in 2011. Fighting stopped the same year.", ["2011", "2011"]),
])
def test_the_story_goes_on(text: str, values: list[str]) -> None:
    assert [time.value for time in read(text)] == values


@pytest.mark.parametrize("text", [
    "They sent 2000 soldiers to the border.",
    "The sale brought $2015 to the fund.",
    "He is 37 years old.",
    "A 45-year-old officer was killed.",
    "They may march to the palace.",
    "The house is in Room 2014.",
    "About three quarters of the country is desert.",
    "Prices could fall in winter wheat.",
    "They spoke of the future of the port.",
])
def test_no_time(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", [
    "", " \n\n ", "2014" * 50, "last " * 200, "1" * 5000, "9999-99-99 31/31/99 1.2.3.4", "½ ² ٣ ３０ days",
    "10" * 40 + " decades later",
    "10,000 years ago and twenty thousand centuries ago",
])
@pytest.mark.parametrize("published", [KNOWN, RANGE, UNKNOWN])
def test_odd_input_is_survived(text: str, published: Published) -> None:
    for time in read(text, published):
        assert text[time.start : time.end] == time.text


@pytest.mark.parametrize(("text", "value", "earliest", "latest"), [
    ("The siege ended last week.", "2020-WXX", "2020-05-25", "2020-06-07"),
    ("The siege ended last month.", "2020-05", "2020-05-01", "2020-05-31"),
    ("The siege ended in 2019.", "2019", "2019-01-01", "2019-12-31"),
])
def test_a_range_of_dates_keeps_what_is_certain(text: str, value: str, earliest: str, latest: str) -> None:
    (time,) = read(text, RANGE)
    assert (time.value, time.earliest, time.latest) == (value, earliest, latest)


@pytest.mark.parametrize(("text", "value"), [
    ("The siege ended last week.", "XXXX-WXX"),
    ("The siege ended on Friday.", "XXXX-WXX-5"),
    ("The siege ended on June 5.", "XXXX-06-05"),
    ("The siege ended two years ago.", "XXXX"),
    ("The siege is now over.", "PRESENT_REF"),
])
def test_without_a_date_relative_words_have_no_days(text: str, value: str) -> None:
    (time,) = read(text, UNKNOWN)
    assert (time.value, time.earliest, time.latest) == (value, None, None)


def test_without_a_date_what_is_said_in_full_stands() -> None:
    (time,) = read("The siege ended in March 2015.", UNKNOWN)
    assert (time.value, time.earliest, time.latest) == ("2015-03", "2015-03-01", "2015-03-31")


def test_a_quotation_counts_from_the_day_it_was_spoken() -> None:
    text = 'On March 18, 2011, the minister said: "We attacked yesterday."'
    spoken = Span(text.index("We"), text.index('."'))
    cue = Span(text.index("said"), text.index("said") + 4)
    attribution = Attribution("a1", (), (cue,), (spoken,), "direct")
    assert [time.value for time in read(text, attributions=(attribution,))] == ["2011-03-18", "2011-03-17"]
    assert [time.value for time in read(text)] == ["2011-03-18", "2020-06-09"]


def test_silent_regions_are_not_read() -> None:
    text = "The siege ended last week.\n\nPosted two years ago by a reader."
    regions = (Region("body", 0, 26), Region("comment", 28, len(text)))
    (parse,) = parse_all(load_pipeline(), [Document("d", text, published=KNOWN, regions=regions)])
    assert [time.text for time in read_times(parse)] == ["last week"]


_WORDS = [
    "last", "week", "June", "5", "2014", "the", "end", "of", "two", "years",
    "ago", "Friday", "night", ",", "-", "\n\n", "10:35", "a", "'s", "á", "3/4/15",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=14), st.sampled_from([KNOWN, RANGE, UNKNOWN]))
def test_spans_are_the_text_and_do_not_overlap(words: list[str], published: Published) -> None:
    text = " ".join(words)
    end = 0
    for time in read(text, published):
        assert text[time.start : time.end] == time.text
        assert end <= time.start < time.end
        end = time.end
        if time.earliest and time.latest:
            assert time.earliest <= time.latest

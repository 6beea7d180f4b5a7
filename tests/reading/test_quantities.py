"""Quantities, sentence in, quantities out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.language.pipeline import load_pipeline
from crossread.model import Document, Published, Quantity
from crossread.reading.parse import parse_all
from crossread.reading.quantities import read_quantities
from crossread.reading.times import read_times

PUBLISHED = Published("2020-06-10", "2020-06-10", "2020-06-10", "metadata")
Row = tuple[str, float | None, float | None, str | None, bool]


def read(text: str) -> tuple[Quantity, ...]:
    (parse,) = parse_all(load_pipeline(), [Document("d", text, published=PUBLISHED)])
    return read_quantities(parse, times=read_times(parse))


@pytest.mark.parametrize(("text", "rows"), [
    ("Two thousand of his soldiers were killed.", [("Two thousand", 2000, None, "soldiers", False)]),
    ("The neighbours deployed 14 fighter jets.", [("14", 14, None, "fighter jets", False)]),
    ("They captured about 600 other soldiers.", [("about 600", 600, None, "soldiers", True)]),
    ("At least eight mass graves were found.", [("At least eight", 8, None, "mass graves", True)]),
    ("More than 200 houses burned.", [("More than 200", 200, None, "houses", True)]),
    ("As many as 50 fighters crossed the river.", [("As many as 50", 50, None, "fighters", True)]),
    ("Up to 50 fighters crossed the river.", [("Up to 50", 50, None, "fighters", True)]),
    # ranges
    ("Between 20 and 30 rebels died.", [("Between 20 and 30", 20, 30, "rebels", False)]),
    ("They need 8 to 10 trucks.", [("8 to 10", 8, 10, "trucks", False)]),
    ("Some 3,000-4,000 fighters fled.", [("Some 3,000-4,000", 3000, 4000, "fighters", True)]),
    ("It will cost 3 to 5 million dollars.", [("3 to 5 million", 3e6, 5e6, "US dollars", False)]),
    # words
    ("Half a million people fled.", [("Half a million", 500000, None, "people", False)]),
    ("A dozen tanks were lost.", [("A dozen", 12, None, "tanks", False)]),
    ("Dozens of vehicles were lost.", [("Dozens", None, None, "vehicles", True)]),
    ("Tens of thousands of civilians left.", [("Tens of thousands", None, None, "civilians", True)]),
    ("Several foreign governments backed him.", [("Several", None, None, "foreign governments", True)]),
    ("A number of officers joined them.", [("A number", None, None, "officers", True)]),
    # parts, shares, sums
    ("The army holds about three quarters of the country.", [("about three quarters", 0.75, None, "country", True)]),
    ("Exports fell by 12%.", [("12%", 12, None, "percent", False)]),
    ("Exports fell by 12 percent.", [("12 percent", 12, None, "percent", False)]),
    ("The aid is worth $1.5 billion.", [("$1.5 billion", 1.5e9, None, "US dollars", False)]),
    ("They spent $500m on drones.", [("$500m", 5e8, None, "US dollars", False)]),
    # lengths
    ("They camped 70 kilometers west of the town.", [("70", 70, None, "kilometers", False)]),
    ("They held elections within 7 months.", [("7", 7, None, "months", False)]),
    ("The fourteen-month siege is over.", [("fourteen", 14, None, "months", False)]),
    ("They ruled for six and a half years.", [("six and a half", 6.5, None, "years", False)]),
    ("Prices rose by two and a half million dollars.", [("two and a half million", 2.5e6, None, "US dollars", False)]),
    # what the number before it counts
    ("At least two people were killed and another 55 wounded.", [
        ("At least two", 2, None, "people", True), ("55", 55, None, "people", False)]),
])
def test_quantities(text: str, rows: list[Row]) -> None:
    found = [(quantity.text, quantity.value, quantity.max, quantity.unit, quantity.approximate) for quantity in read(text)]
    assert found == rows


@pytest.mark.parametrize("text", [
    "The war began in 2011.",
    "They met on 5 June 2018.",
    "The second convoy was late.",
    "The council passed Resolution 1701.",
    "The Group of 20 met in the capital.",
    "He flew home in a Boeing 737.",
    "They bought a MiG-29.",
    "He is 37 years old.",
    "She is 19.",
    "One of the men is free.",
    "He met him several times.",
])
def test_nothing_is_counted(text: str) -> None:
    assert read(text) == ()


_WORDS = [
    "at", "least", "two", "thousand", "of", "his", "soldiers", "$", "5", "m",
    "8", "to", "10", "-", "%", "half", "a", "million", "dozens", "\n\n", "ß",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=14))
def test_spans_are_the_text_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for quantity in read(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        end = quantity.end

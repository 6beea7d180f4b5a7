"""How pages put days, and names in other scripts."""

from __future__ import annotations

import pytest
from lxml import html

from crossread.desk.templating import environment
from crossread.desk.wording import document_day, span
from crossread.model import Document, Published

SPANS = [
    (None, None, "undated"), ("2031-05-02", "2031-05-02", "2031-05-02"),
    ("2031-01-01", "2031-12-31", "2031"), ("2031-02-01", "2031-02-28", "2031-02"),
    ("2031-02-03", "2031-05-02", "2031-02-03 – 2031-05-02"), ("2030-01-01", "2039-12-31", "2030 – 2039"),
    ("2031-01-01", "2031-05-02", "2031-01-01 – 2031-05-02"), ("2031-02-01", "2031-04-30", "2031-02 – 2031-04"),
    ("2031-01-01", None, "2031 or later"), ("2031-05-01", None, "2031-05 or later"), ("2031-05-02", None, "2031-05-02 or later"),
    (None, "2031-12-31", "2031 or earlier"), (None, "2032-02-29", "2032-02 or earlier"),
    (None, "2031-05-30", "2031-05-30 or earlier"),
]


@pytest.mark.parametrize(("earliest", "latest", "said"), SPANS)
def test_days_are_said_as_shortly_as_they_are_known(earliest: str | None, latest: str | None, said: str) -> None:
    assert span(earliest, latest) == said


@pytest.mark.parametrize(("published", "said"), [
    (Published("2031-05-02", "2031-05-02", "2031-05-02", "metadata"), "2031-05-02"), (Published(), None),
    (Published(None, "2031-01-01", None, "inferred"), "2031 or later"),
])
def test_the_day_of_a_document_is_said_as_it_is_known(published: Published, said: str | None) -> None:
    assert document_day(Document("one", "", published=published)) == said


def made(macro: str, text: str) -> html.HtmlElement:
    source = f'{{% from "macros.html" import {macro} %}}{{{{ {macro}(text) }}}}'
    return html.fragment_fromstring(environment().from_string(source).render(text=text), "p")


def test_a_chain_of_names_keeps_its_order_in_every_script() -> None:
    arabic = "\u0635\u062d\u064a\u0641\u0629"
    shown = made("chain", f"{arabic} → {arabic} two")
    assert [(one.get("dir"), one.text_content()) for one in shown.iter("bdi")] == [("auto", arabic), ("auto", f"{arabic} two")]


def test_a_sentence_of_ours_runs_as_english_does() -> None:
    arabic = "\u062d\u0631\u0643\u0629"
    shown, = made("told", f"{arabic} attacks Kesh")
    assert (shown.get("dir"), shown.text) == ("ltr", f"{arabic} attacks Kesh")

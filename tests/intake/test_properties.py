"""What holds for every input: nothing crashes, texts stay as they are, regions lie in order within them."""

from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import InputError
from crossread.intake import Loaded, document_of, load_inputs
from crossread.intake.html import html_document
from crossread.intake.regions import regions_of
from crossread.model import Document

PIECES = [
    "\n",
    "\r\n",
    "\n\n",
    "    ",
    "\t",
    "> ",
    "– ",
    "• ",
    "Q: ",
    "A: ",
    "Reply",
    "Comments",
    "Last News",
    "Share",
    "By Ana Reis",
    "3 May 2031",
    " - AFP",
    "(Photo: A/Reuters)",
    "Read more: x",
    "“",
    "”",
    '"',
    "?",
    ".",
    ":",
    "HALDER: ",
    "Ana says:",
    "The army took the harbour on Monday",
    "he said",
    "© 2031 Salvo Mirror",
    "(Reuters) - ",
    "— A (@a) May 2, 2031",
    "0 users have voted.",
    "\x85",
    "\u2028",
    "é",
    "\U0001f600",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=60).map("".join)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='comments'>",
        "</div>",
        "<h1>",
        "</b>",
        "<blockquote>",
        "<table><td>",
        "<br>",
        "<!--",
        "<script>",
        "&#x",
        "<![CDATA[",
    ]
)


def check(document: Document) -> None:
    end = 0
    for region in document.regions:
        assert end <= region.start < region.end <= len(document.text)
        assert not document.text[end : region.start].strip()
        assert document.text[region.start : region.end].strip() == document.text[region.start : region.end]
        end = region.end
    assert not document.text[end:].strip()


@given(TEXTS)
@settings(deadline=None)
def test_texts_stay_and_regions_cover_them(text: str) -> None:
    try:
        document = document_of(text, language="en")
    except InputError:
        return
    assert document.text == text
    check(document)


@given(TEXTS, st.text(max_size=30), st.text(max_size=10))
@settings(deadline=None)
def test_known_titles_and_outlets(text: str, title: str, outlet: str) -> None:
    assert regions_of(text, title=title, outlet=outlet) == regions_of(text, title=title, outlet=outlet)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes(content: bytes) -> None:
    for found in load_inputs(["-"], stdin=io.BytesIO(content)):
        if isinstance(found, Loaded):
            check(found.document)
            found.document.text.encode("utf-8")


@given(TEXTS)
@settings(deadline=None)
def test_records_keep_their_text(text: str) -> None:
    line = json.dumps({"text": text, "language": "en"}).encode()
    for found in load_inputs(["-"], stdin=io.BytesIO(line)):
        if isinstance(found, Loaded):
            assert found.document.text == text


@given(
    st.lists(st.one_of(TAGS, TEXTS, st.just("The army of the north took the harbour of Salvo on Monday. ")), max_size=30).map(
        "".join
    )
)
@settings(deadline=None, max_examples=60)
def test_any_page(page: str) -> None:
    try:
        text, blocks, _ = html_document(page.encode("utf-8", "replace"), name="p")
    except InputError:
        return
    assert all(text[block.start : block.end] == block.text for block in blocks)

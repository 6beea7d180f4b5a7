"""Pages: the article and nothing around it, what the head says, and pages made to harm."""

from __future__ import annotations

import pytest

from crossread.errors import InputError
from crossread.intake import Loaded, document_of
from crossread.intake.html import html_document
from crossread.intake.inputs import load_inputs

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour falls | Salvo Mirror</title>
<meta property="og:site_name" content="Salvo Mirror"><meta name="author" content="Ana Reis">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "Harbour falls",
 "datePublished": "2031-05-02T09:12:00+02:00", "author": [{"name": "Ana Reis"}, {"name": "Tom Halder"}],
 "publisher": {"name": "The Salvo Mirror"}}]}</script>
</head><body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
<article><h1>Harbour falls</h1>
<p>The army of the north took the harbour of Salvo on Monday after a week of fighting, a spokesman said.</p>
<figure><img src="x.jpg"><figcaption>Soldiers at the harbour - AFP</figcaption></figure>
<h2>No water</h2><p>The pumps stopped on the second day, and <a href="/pumps">nobody</a> has been able to repair them since.</p>
<blockquote><p>We shall come back before the winter, whatever it costs us, the governor wrote to his brother.</p></blockquote>
<p>The bishop stayed in the city and offered to speak with whoever commands the guns on the hills.</p></article>
<div class="related-articles"><h3>Last news</h3><ul><li>Ten recipes for a rainy day</li></ul></div>
<div id="comments"><h3>Comments</h3><p>oldsailor says the governor ran like a hare and took all the money with him.</p></div>
<footer>Copyright</footer></body></html>"""


def test_the_article_alone() -> None:
    text, blocks, known = html_document(PAGE.encode(), name="p.html")
    assert "took the harbour" in text
    assert "nobody has been able" in text
    assert not any(word in text for word in ("Home", "recipes", "oldsailor", "Copyright"))
    kinds = {block.text[:12]: block.hint for block in blocks}
    assert kinds["No water"] == "title"
    assert kinds["We shall com"] == "quote"
    assert (known.title, known.outlet, known.author, known.language) == (
        "Harbour falls",
        "The Salvo Mirror",
        "Ana Reis, Tom Halder",
        "en",
    )
    assert known.published is not None
    assert (known.published.date, known.published.basis) == ("2031-05-02", "metadata")


def test_blocks_lie_in_the_text() -> None:
    text, blocks, _ = html_document(PAGE.encode(), name="p.html")
    assert all(text[block.start : block.end] == block.text for block in blocks)


P = "The army of the north took the harbour of Salvo on Monday after a week of fighting. "


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{P}<b><p>{P}</i></b><table><tr><p>{P}",
        f"<html><body>{P * 3}",
        "<b><p>" * 2000 + P,
        f"<div><![CDATA[ {P} ]]> {P}{P}</div>",
        f"<html><head><script type='application/ld+json'>{'[' * 5000}</script></head><body><p>{P * 3}",
        f"<p>{P * 3}</p>\x00<p>{P}</p>",
        f"<?xml version='1.0' encoding='latin-1'?><html><body><p>{P * 3}</p></body></html>",
        f"<p>{P * 3}&#xD800;&#0;&#x110000;</p>",
    ],
)
def test_broken_pages_are_read(page: str) -> None:
    text, blocks, _ = html_document(page.encode(), name="p.html")
    assert "took the harbour" in text
    assert all(text[block.start : block.end] == block.text for block in blocks)


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>",
        "<div>" * 30_000 + "x",
        "<p>" * 300_000,
        "<script>alert(1)</script>",
        "<p " + 'a="' * 9_000,
        "<!--" * 1000,
    ],
)
def test_pages_without_text_are_refused(page: str) -> None:
    with pytest.raises(InputError):
        html_document(page.encode(), name="p.html")


def test_declared_character_sets() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Армия заняла порт в понедельник. " * 9}</p></body></html>'
    assert "Армия" in html_document(page.encode("cp1251"), name="p")[0]
    assert "Армия" in html_document(page.replace("windows-1251", "utf-8").encode(), name="p", charset="utf-8")[0]
    assert "Армия" in html_document(page.replace("windows-1251", "no-such-thing").encode(), name="p")[0]


def test_the_same_page_twice_is_the_same(tmp_path: object) -> None:
    assert html_document(PAGE.encode(), name="p") == html_document(PAGE.encode(), name="p")


def test_metadata_of_a_page_reaches_the_document(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("pages") / "p.html"
    path.write_text(PAGE, encoding="utf-8")
    (found,) = load_inputs([str(path)])
    assert isinstance(found, Loaded)
    assert (found.document.outlet, found.document.published.date, found.media_type) == (
        "The Salvo Mirror",
        "2031-05-02",
        "text/html",
    )
    assert document_of("x y").outlet is None


def test_characters_that_no_tree_can_hold() -> None:
    page = b"<p>The army took &#1; the harbour of Salvo.</p><div class='comments'>Nice</div>&#8; It rained &#x1f;"
    text, _, _ = html_document(page, name="p")
    assert "the harbour of Salvo" in text
    assert "\x01" not in text

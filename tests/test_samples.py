"""The sample case is what its README says it is."""

from __future__ import annotations

from importlib import resources

from crossread.intake import Loaded, load_inputs
from crossread.samples import sample_articles, samples_folder


def load() -> dict[str, Loaded]:
    with samples_folder() as folder:
        found = list(load_inputs([str(folder)]))
    assert all(isinstance(one, Loaded) for one in found)
    return {one.document.id: one for one in found if isinstance(one, Loaded)}


def test_every_article_is_in_the_table() -> None:
    table = (resources.files("crossread.samples") / "README.md").read_text(encoding="utf-8")
    names = [name.removesuffix(".json") for name, _ in sample_articles()]
    assert 10 <= len(names) <= 12
    assert sorted(load()) == names
    assert all(f"| `{name}` |" in table for name in names)


def test_lengths_and_fields() -> None:
    for loaded in load().values():
        document = loaded.document
        assert 180 <= len(document.text.split()) <= 350
        assert document.title
        assert document.outlet


def test_comments_and_buttons_are_silent_and_the_quotation_is_marked() -> None:
    document = load()["tidewater-notes-tower"].document
    kinds = {document.text[region.start : region.end][:12]: region.kind for region in document.regions}
    assert kinds["> In one of "] == "quote"
    assert kinds["Share"] == "boilerplate"
    assert kinds["Audmar must "] == "comment"
    assert document.published.earliest == "2031-05-02"


def test_the_interview_has_turns() -> None:
    kinds = [region.kind for region in load()["meridian-review-2031-05-24"].document.regions]
    assert kinds == ["body", *["question", "answer"] * 5]

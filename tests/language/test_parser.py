"""The parser as a component: trees inside sentences, white space beside them, weights on disk and back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from crossread.language.parser import BiaffineParser
from crossread.language.pipeline import load_pipeline
from crossread.language.tokenizer import blank_pipeline

TEXT = "The rebels  took the port of Osten on Monday.\nGeneral Marr, who commands them, denied it. Nobody was hurt."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def parser_of(nlp: Language) -> BiaffineParser:
    parser = nlp.get_pipe("parser")
    assert isinstance(parser, BiaffineParser)
    return parser


def read(nlp: Language, text: str) -> Doc:
    return nlp(text)


def word(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def test_every_sentence_is_one_tree(nlp: Language) -> None:
    doc = read(nlp, TEXT)
    sents = list(doc.sents)
    assert [sent.root.text for sent in sents] == ["took", "denied", "hurt"]
    for sent in sents:
        assert {token.sent.start for token in sent.root.subtree} == {sent.start}
        assert sum(token.head.i == token.i for token in sent) == 1


def test_roles_of_a_plain_sentence(nlp: Language) -> None:
    doc = read(nlp, TEXT)
    roles = {form: (word(doc, form).dep_, word(doc, form).head.text) for form in ("rebels", "port", "Osten", "commands")}
    assert roles == {
        "rebels": ("nsubj", "took"),
        "port": ("obj", "took"),
        "Osten": ("nmod", "port"),
        "commands": ("acl:relcl", "Marr"),
    }


def test_tags_features_and_lemmas_are_set(nlp: Language) -> None:
    took = word(read(nlp, TEXT), "took")
    assert (took.tag_, took.pos_, took.lemma_) == ("VBD", "VERB", "take")
    assert {"Tense=Past", "Number=Plur", "VerbForm=Fin"} <= set(str(took.morph).split("|"))


def test_white_space_is_no_word(nlp: Language) -> None:
    spaces = [token for token in read(nlp, TEXT) if token.is_space]
    assert [(token.dep_, token.pos_, token.head.text) for token in spaces] == [("dep", "SPACE", "rebels"), ("dep", "SPACE", ".")]


def test_a_text_of_white_space_alone(nlp: Language) -> None:
    assert [token.pos_ for token in read(nlp, " \n ")] == ["SPACE"]
    assert len(read(nlp, "")) == 0


def test_sentence_starts_that_are_set_are_kept(nlp: Language) -> None:
    doc = nlp.make_doc("Troops fled the city officials said")
    doc[4].is_sent_start = True
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [sent.text for sent in doc.sents] == ["Troops fled the city", "officials said"]


def test_a_sentence_is_read_alike_alone_and_among_others(nlp: Language) -> None:
    """Batches are padded and sorted by length: neighbours must not change a tree."""
    sentences = ["The army withdrew.", "Both sides said they would talk about a truce next week in the capital.", "Shells fell."]
    parser = parser_of(nlp)

    def trees(doc: Doc) -> list[tuple[str, str, str]]:
        return [(token.text, token.dep_, token.head.text) for token in parser(doc)]

    together = nlp.make_doc(" ".join(sentences))
    starts = {together.text.index(sentence) for sentence in sentences}
    for token in together:
        token.is_sent_start = token.idx in starts
    apart = []
    for sentence in sentences:
        doc = nlp.make_doc(sentence)
        for token in doc:
            token.is_sent_start = token.i == 0
        apart += trees(doc)
    assert trees(together) == apart


def test_weights_come_back_from_disk(nlp: Language, tmp_path: Path) -> None:
    parser = parser_of(nlp)
    parser.to_disk(tmp_path / "parser")
    back = BiaffineParser(nlp.vocab).from_disk(tmp_path / "parser")
    assert back.labels == parser.labels
    assert all(np.array_equal(back.arrays[name], array) for name, array in parser.arrays.items())
    doc = nlp.make_doc("The rebels took the port.")
    doc[0].is_sent_start = True
    for token in list(doc)[1:]:
        token.is_sent_start = False
    assert [token.head.i for token in back(doc)] == [1, 2, 2, 4, 2, 2]


def test_without_weights_it_says_so() -> None:
    nlp = blank_pipeline()
    doc = nlp.make_doc("Shells fell.")
    for token in doc:
        token.is_sent_start = token.i == 0
    with pytest.raises(ValueError, match="no weights"):
        BiaffineParser(nlp.vocab)(doc)

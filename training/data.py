"""Gold data in spaCy's binary form, from the sources that may end up in shipped weights."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc
from spacy.util import filter_spans

from crossread.language.tokenizer import blank_pipeline
from training.conllu import Sentence, make_docs, read_sentences
from training.pipeline import write_docs
from training.recipe import Recipe

# GMB's classes under spaCy's usual names. Times are ours (a grammar, not a tagger); "nat" is too rare to learn.
NAME_LABELS = {"per": "PER", "org": "ORG", "geo": "LOC", "gpe": "NORP", "eve": "EVENT", "art": "WORK"}


def gum_allowed(recipe: Recipe, path: Path) -> Iterator[Sentence]:
    """GUM trees of the genres that may be used commercially."""
    genres = tuple(f"GUM_{genre}_" for genre in recipe.sources["gum_genres"])
    return (sentence for sentence in read_sentences(path) if sentence.document.startswith(genres))


def write_syntax(recipe: Recipe, folder: Path) -> None:
    """Train: EWT and the allowed GUM genres. Dev: both whole, so that the best model is chosen on all genres."""
    vocab = blank_pipeline().vocab
    per_doc = recipe.sentences["sentences_per_doc"]
    train = chain(read_sentences(recipe.source("ewt_train")), gum_allowed(recipe, recipe.source("gum_train")))
    dev = chain(read_sentences(recipe.source("ewt_dev")), read_sentences(recipe.source("gum_dev")))
    write_docs(folder / "syntax-train.spacy", make_docs(vocab, train, per_doc))
    write_docs(folder / "syntax-dev.spacy", make_docs(vocab, dev, per_doc))


def names_docs(path: Path) -> Iterator[Doc]:
    """One document a sentence, on our own tokens; names whose ends are no token ends are left out."""
    nlp = blank_pipeline()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            doc = nlp.make_doc(record["text"])
            spans = [
                doc.char_span(name["start"], name["end"], label=NAME_LABELS[name["type"]])
                for name in record["names"]
                if name["type"] in NAME_LABELS
            ]
            doc.set_ents(filter_spans([span for span in spans if span is not None]))
            yield doc


def write_names(recipe: Recipe, folder: Path) -> None:
    """Names for training and for choosing the best model."""
    write_docs(folder / "names-train.spacy", names_docs(recipe.source("names_train")))
    write_docs(folder / "names-dev.spacy", names_docs(recipe.source("names_dev")))

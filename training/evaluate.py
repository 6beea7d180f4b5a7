"""Figures for the model card: `python -m training.evaluate --corpora FOLDER`. Gold tokens are not given to the parser."""

from __future__ import annotations

import argparse
from pathlib import Path

from spacy.language import Language
from spacy.training import Example

from crossread.language.pipeline import load_pipeline
from training.conllu import make_docs, read_sentences
from training.data import names_docs
from training.recipe import Recipe, load_recipe

SYNTAX = ("tag_acc", "pos_acc", "morph_acc", "dep_uas", "dep_las", "sents_f", "lemma_acc")


def syntax_scores(nlp: Language, path: Path, per_doc: int) -> dict[str, float]:
    """spaCy's scores of one treebank file."""
    docs = make_docs(nlp.vocab, read_sentences(path), per_doc)
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
    return {key: scores[key] for key in SYNTAX if scores.get(key) is not None}


def name_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Strict span and label scores of the model's own labels."""
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in names_docs(path)])
    return {key: scores[key] for key in ("ents_p", "ents_r", "ents_f")}


def report(recipe: Recipe) -> None:
    """Print one line a corpus."""
    nlp = load_pipeline()
    per_doc = recipe.sentences["sentences_per_doc"]
    for name in ("ewt_dev", "gum_dev"):
        print(name, {key: round(value, 4) for key, value in syntax_scores(nlp, recipe.source(name), per_doc).items()})
    print("names_dev", {key: round(value, 4) for key, value in name_scores(nlp, recipe.source("names_dev")).items()})


def main() -> None:
    """Evaluate the shipped model, or the one the setting names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    report(load_recipe(parser.parse_args().corpora))


if __name__ == "__main__":
    main()

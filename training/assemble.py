"""Put the trained parts together into the pipeline that ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy
from spacy.language import Language

# Sections of a pipeline's configuration that describe its training, with paths of the machine it ran on.
_TRAINING_SECTIONS = ("corpora", "training", "pretraining", "paths")


def add_lemmatizer(nlp: Language) -> None:
    """Rules and tables of English lemmas (spacy-lookups-data, MIT), copied into the pipeline."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    lemmatizer.initialize()  # type: ignore[attr-defined]


def assemble(syntax: Path, names: Path, output: Path) -> Language:
    """Syntax with its shared encoder, lemmas, names with theirs; one table of vectors for all. Replaces `output`."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(names))
    add_lemmatizer(nlp)
    nlp.meta.update(name="crossread", lang="en", description="English news syntax and names for Crossread", version="1.0.0")
    config = nlp.config
    for section in _TRAINING_SECTIONS:
        config[section] = {}
    config["initialize"] = {"components": {}, "tokenizer": {}}
    nlp.config = config
    if output.exists():
        shutil.rmtree(output)
    nlp.to_disk(output)
    return nlp

"""Put the trained parts together into the pipeline that ships."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

from crossread.language.parser import FACTORY

VERSION = "2.0.0"

_ADDRESS = re.compile(r"https?:|www\.|@\w|\w\.(?:com|org|net|edu|gov)\b|//")
# Sections of a pipeline's configuration that describe its training, with paths of the machine it ran on.
_TRAINING_SECTIONS = ("corpora", "training", "pretraining", "paths")


def add_lemmatizer(nlp: Language) -> None:
    """Rules and tables of English lemmas (spacy-lookups-data, MIT), copied into the pipeline."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    lemmatizer.initialize()  # type: ignore[attr-defined]


def assemble(sentences: Path, parser: Path, names: Path, output: Path) -> Language:
    """Sentence starts, trees, names, lemmas; one table of vectors for all. Replaces `output`."""
    nlp = spacy.load(sentences)
    nlp.add_pipe(FACTORY, name="parser").from_disk(parser)  # type: ignore[attr-defined]
    nlp.add_pipe("ner", source=spacy.load(names))
    add_lemmatizer(nlp)
    nlp.meta.update(name="crossread", lang="en", description="English news syntax and names for Crossread", version=VERSION)
    config = nlp.config
    for section in _TRAINING_SECTIONS:
        config[section] = {}
    config["initialize"] = {"components": {}, "tokenizer": {}}
    nlp.config = config
    vectors = nlp.vocab.vectors
    vectors.data = vectors.data.astype(np.float16)  # half the size; the parser widens them when it is loaded
    if output.exists():
        shutil.rmtree(output)
    nlp.to_disk(output)
    drop_addresses(output / "vocab" / "strings.json")
    return nlp


def drop_addresses(path: Path) -> None:
    """Take addresses of pages and persons, which the treebanks' texts hold, out of the list of known strings.

    No component needs them: features are hashed, labels are no addresses.
    """
    strings = [text for text in json.loads(path.read_text(encoding="utf-8")) if not _ADDRESS.search(text)]
    path.write_text(json.dumps(strings, ensure_ascii=False, indent=0), encoding="utf-8")

"""Put the trained parts together into the pipeline that ships."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

_ADDRESS = re.compile(r"https?:|www\.|@\w|\w\.(?:com|org|net|edu|gov)\b|//")
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
    drop_addresses(output / "vocab" / "strings.json")
    return nlp


def drop_addresses(path: Path) -> None:
    """Take addresses of pages and persons, which the treebanks' texts hold, out of the list of known strings.

    No component needs them: features are hashed, labels are no addresses.
    """
    strings = [text for text in json.loads(path.read_text(encoding="utf-8")) if not _ADDRESS.search(text)]
    path.write_text(json.dumps(strings, ensure_ascii=False, indent=0), encoding="utf-8")

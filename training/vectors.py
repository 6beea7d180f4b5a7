"""Subword vectors from raw articles (floret; Bojanowski et al. 2017, with Bloom embeddings).

One thread only: with more, the updates race and the run cannot be repeated.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import floret
from spacy.language import Language

from training.recipe import Recipe


def raw_texts(recipe: Recipe) -> Iterator[str]:
    """Article texts in file order; of all sources but the first only every `raw_every`-th."""
    for number, name in enumerate(recipe.sources["raw"]):
        step = recipe.vectors["raw_every"] if number else 1
        with gzip.open(recipe.corpora / name, "rt", encoding="utf-8") as lines:
            for position, line in enumerate(lines):
                if position % step == 0:
                    yield json.loads(line)["text"]


def write_tokens(recipe: Recipe, path: Path) -> int:
    """One article a line, lower-cased tokens of the shipped tokenizer; returns the token count."""
    from crossread.language.tokenizer import blank_pipeline

    nlp = blank_pipeline()
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for doc in nlp.pipe(raw_texts(recipe), batch_size=64):
            words = [token.lower_ for token in doc if not token.is_space]
            count += len(words)
            out.write(" ".join(words) + "\n")
    return count


def train_vectors(recipe: Recipe, folder: Path) -> Path:
    """Train and write `vectors.floret` into `folder`; an existing file is kept."""
    path = folder / "vectors.floret"
    if path.exists():
        return path
    tokens = folder / "tokens.txt"
    print(f"vectors: {write_tokens(recipe, tokens):,} tokens", flush=True)
    settings = recipe.vectors
    model = floret.train_unsupervised(
        str(tokens),
        model="cbow",
        mode="floret",
        dim=settings["dimensions"],
        bucket=settings["rows"],
        hashCount=settings["hash_count"],
        minn=settings["minn"],
        maxn=settings["maxn"],
        epoch=settings["epochs"],
        minCount=settings["min_count"],
        ws=settings["window"],
        neg=settings["negative"],
        lr=settings["learning_rate"],
        thread=1,
        verbose=1,
    )
    model.save_floret_vectors(str(path))
    return path


def pipeline_with_vectors(path: Path) -> Language:
    """A blank pipeline that holds the vectors, keyed by the lower-cased form."""
    from spacy.training.initialize import convert_vectors

    from crossread.language.tokenizer import blank_pipeline

    nlp = blank_pipeline()
    convert_vectors(nlp, path, truncate=0, prune=-1, mode="floret", attr="LOWER")
    return nlp

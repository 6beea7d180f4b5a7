"""spaCy configurations built from the recipe, and the training loop around them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from confection import Config
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import registry

from crossread.language.tokenizer import apply_rules
from training.recipe import Recipe


@registry.callbacks("crossread.tokenizer.v1")
def use_tokenizer() -> Callable[[Language], Language]:
    """Our tokenizer rules, before anything looks at an example."""
    return apply_rules


@registry.augmenters("crossread.case_noise.v1")
def case_noise(lower: float, upper: float, seed: int) -> Callable[[Language, Example], Iterator[Example]]:
    """Now and then the same example in lower case or in capitals: headlines and careless typing."""
    chance = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        yield example
        draw = chance.random()
        if draw >= lower + upper:
            return
        change = str.lower if draw < lower else str.upper
        data = example.to_dict()
        words = [change(word) for word in data["token_annotation"]["ORTH"]]
        spaces = data["token_annotation"]["SPACY"]
        if [len(word) for word in words] != [len(word) for word in data["token_annotation"]["ORTH"]]:
            return
        data["token_annotation"]["ORTH"] = words
        text = Doc(nlp.vocab, words=words, spaces=spaces).text
        yield Example.from_dict(nlp.make_doc(text), data)

    return augment


def tok2vec(settings: dict[str, Any]) -> dict[str, Any]:
    """Hash embedding of form, prefix, suffix and shape beside the static vectors; a stack of windows over it."""
    width = settings["width"]
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": settings["attributes"],
            "rows": settings["embed_rows"],
            "include_static_vectors": settings["static_vectors"],
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": settings["depth"],
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _config(recipe: Recipe, settings: dict[str, Any], folder: Path, name: str, weights: dict[str, float]) -> dict[str, Any]:
    def corpus(part: str, augmenter: dict[str, Any] | None) -> dict[str, Any]:
        return {
            "@readers": "spacy.Corpus.v1",
            "path": str(folder / f"{name}-{part}.spacy"),
            "gold_preproc": False,
            "max_length": 0,
            "limit": 0,
            "augmenter": augmenter,
        }

    noise = {
        "@augmenters": "crossread.case_noise.v1",
        "lower": settings["lower_case_share"],
        "upper": settings["upper_case_share"],
        "seed": recipe.seed,
    }
    start, stop = settings["batch_words"]
    return {
        "paths": {},
        "system": {"gpu_allocator": None, "seed": recipe.seed},
        "nlp": {
            "lang": "en",
            "pipeline": [],
            "batch_size": 256,
        },
        "components": {},
        "corpora": {"train": corpus("train", noise), "dev": corpus("dev", None)},
        "training": {
            "seed": recipe.seed,
            "gpu_allocator": None,
            "dropout": settings["dropout"],
            "accumulate_gradient": 1,
            "patience": 0,
            "max_epochs": 0,
            "max_steps": settings["max_steps"],
            "eval_frequency": settings["eval_frequency"],
            "frozen_components": [],
            "annotating_components": [],
            "dev_corpus": "corpora.dev",
            "train_corpus": "corpora.train",
            "before_to_disk": None,
            "before_update": None,
            "batcher": {
                "@batchers": "spacy.batch_by_words.v1",
                "discard_oversize": False,
                "tolerance": 0.2,
                "get_length": None,
                "size": {"@schedules": "compounding.v1", "start": start, "stop": stop, "compound": 1.0005, "t": 0.0},
            },
            "optimizer": {
                "@optimizers": "Adam.v1",
                "beta1": 0.9,
                "beta2": 0.999,
                "L2_is_weight_decay": True,
                "L2": 0.01,
                "grad_clip": 1.0,
                "use_averages": True,
                "eps": 1e-8,
                "learn_rate": {
                    "@schedules": "warmup_linear.v1",
                    "warmup_steps": 250,
                    "total_steps": settings["schedule_steps"],
                    "initial_rate": settings["learning_rate"],
                },
            },
            "logger": {"@loggers": "spacy.ConsoleLogger.v1", "progress_bar": False},
            "score_weights": weights,
        },
        "initialize": {
            "vectors": str(folder / "vectors"),
            "init_tok2vec": None,
            "vocab_data": None,
            "lookups": None,
            "tokenizer": {},
            "components": {},
            "before_init": {"@callbacks": "crossread.tokenizer.v1"},
            "after_init": None,
        },
    }


def sentences_config(recipe: Recipe, folder: Path) -> dict[str, Any]:
    """Sentence starts on a small encoder of their own."""
    settings = recipe.sentences
    config = _config(recipe, settings, folder, "syntax", {"sents_f": 1.0})
    config["nlp"]["pipeline"] = ["senter"]
    config["components"] = {
        "senter": {
            "factory": "senter",
            "overwrite": False,
            "model": {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": tok2vec(settings)},
        },
    }
    return config


def names_config(recipe: Recipe, folder: Path) -> dict[str, Any]:
    """Names on an encoder of their own: their corpus and its domain differ from the treebanks'."""
    settings = recipe.names
    config = _config(recipe, settings, folder, "names", {"ents_f": 1.0})
    config["nlp"]["pipeline"] = ["ner"]
    config["components"] = {
        "ner": {
            "factory": "ner",
            "incorrect_spans_key": None,
            "moves": None,
            "update_with_oracle_cut_size": 100,
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": settings["hidden"],
                "maxout_pieces": 2,
                "use_upper": True,
                "nO": None,
                "tok2vec": tok2vec(settings),
            },
        },
    }
    return config


def write_docs(path: Path, docs: Iterator[Doc]) -> None:
    """Store gold documents for the corpus reader; an existing file is replaced."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def run(config: dict[str, Any], output: Path) -> Path:
    """Train to the last step and return the folder of the best model on dev."""
    nlp = init_nlp(Config(config), use_gpu=-1)
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output, use_gpu=-1)
    return output / "model-best"
